"""docs/writing-a-pack.md: its files are the ones of the example, and its commands print what it says."""

import re
import shlex
import shutil
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.domain import pack as domain
from pmark_tui.store.schema import PACK_FILES

DOC = (Path(__file__).resolve().parents[2] / "docs" / "writing-a-pack.md").read_text(
    encoding="utf-8"
)
EXAMPLE = Path(__file__).parent / "example"
FILE = re.compile(r"^`front-desk/([^`]+)`\n\n```toml\n(.*?)^```", re.MULTILINE | re.DOTALL)
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
SECTION = re.compile(r"^### (\S+)\n(.*?)(?=^##)", re.MULTILINE | re.DOTALL)


def test_the_files_of_the_doc_are_the_files_of_the_example():
    shown = dict(FILE.findall(DOC))
    folder = EXAMPLE / "front-desk"
    there = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*.toml")}
    assert set(shown) == set(there)
    for name, path in there.items():
        assert shown[name] == path.read_text(encoding="utf-8"), name


def commands() -> list[tuple[str, str]]:
    """Each command of the doc with what it prints, in order."""
    found = []
    for block in CONSOLE.findall(DOC):
        for part in block.split("$ ")[1:]:
            command, _, printed = part.partition("\n")
            found.append((command, printed))
    return found


def test_the_commands_of_the_doc_print_what_it_says(tmp_path, own_packs, monkeypatch, capsys):
    shutil.copytree(EXAMPLE, tmp_path / "work")
    monkeypatch.chdir(tmp_path / "work")
    assert len(commands()) >= 8
    for command, printed in commands():
        name, *words = shlex.split(command)
        if name == "pmark":
            code = main(words)
            assert code == (1 if "allowed" in printed or "使えるのは" in printed else 0), command
            assert capsys.readouterr().out == printed, command
        elif name == "cp":
            _, source, target = words
            assert target.startswith("~/.local/share/pmark/packs/")
            shutil.copytree(source, own_packs / Path(target).name)
        else:
            assert (name, words[0]) == ("sed", "-i")
            _, old, new, _ = words[1].split("/")
            path = Path(words[2])
            text = path.read_text(encoding="utf-8")
            assert old in text
            path.write_text(text.replace(old, new), encoding="utf-8")


KEYS = {
    "pack.toml": [
        domain.AnswerKind,
        domain.Named,
        domain.Step,
        domain.ProfileGate,
        PACK_FILES["pack"],
    ],
    "clauses.toml": [domain.Chapter, domain.Clause],
    "profile.toml": [domain.Flag],
    "questions/*.toml": [domain.Question, domain.Guide],
    "glossary/*.toml": [domain.Term],
    "checks.toml": [domain.Check],
}


@pytest.mark.parametrize("file", KEYS)
def test_every_key_is_explained(file):
    section = dict(SECTION.findall(DOC))[file]
    for kind in KEYS[file]:
        for field in fields(kind):
            assert re.search(rf"\b{field.name}\b", section), f"{file}: {field.name}"


@pytest.mark.parametrize("file", KEYS)
def test_every_key_that_is_shown_exists(file):
    section = dict(SECTION.findall(DOC))[file]
    known = {field.name for kind in KEYS[file] for field in fields(kind)}
    blocks = re.findall(r"^```toml\n(.*?)^```", section, re.MULTILINE | re.DOTALL)
    assert blocks
    for block in blocks:
        for held in leaves(tomllib.loads(block)):
            assert set(held) <= known | {"check"}, set(held) - known


def leaves(value: dict) -> list[dict]:
    """The tables of an example that hold keys of an entry."""
    found = []
    for key, held in value.items():
        if isinstance(held, list) and held and isinstance(held[0], dict):
            found += held
        elif key == "guide":
            found += [guide for both in held.values() for guide in both.values()]
    return found or [value]


def test_a_japanese_line_stands_beside_each_english_heading():
    headings = [x for x in DOC.splitlines() if x.startswith("## ")]
    assert headings
    for heading in headings:
        japanese, _, english = heading.removeprefix("## ").partition(" / ")
        assert any("\u3040" <= c <= "\u9fff" for c in japanese), heading
        assert english.isascii(), heading
        assert english, heading


def test_every_message_of_the_doc_is_one_that_pmark_says():
    from pmark_tui.texts.errors import ERRORS

    table = DOC[DOC.index("| 例 / example") :]
    examples = re.findall(r"^\| `([^`]+)` \|", table, re.MULTILINE)
    assert len(examples) >= 5
    said = [
        re.compile(re.sub(r"\\\{\w+\\\}", ".+", re.escape(english.split(": ", 1)[1])))
        for _, english in ERRORS.values()
        if ": " in english
    ]
    for example in examples:
        assert any(pattern.fullmatch(example) for pattern in said), example
