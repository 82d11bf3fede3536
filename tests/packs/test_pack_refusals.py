"""A damaged pack is refused with file, line and key, by `pack check` and by every command that uses it."""

import json
import sys
from pathlib import Path

import pytest

from pmark_tui.cli import main
from tests.packs.damages import EDITS, LINTS, QUESTIONS, apply, line_of


@pytest.mark.parametrize("name", EDITS)
def test_check_names_file_line_and_key(name, front_desk, capsys):
    edit = EDITS[name]
    apply(edit, front_desk)
    assert main(["--lang", "en", "pack", "check", str(front_desk), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert not found["ok"]
    fitting = [
        f for f in found["findings"] if edit.rule in ("", f["rule"]) and edit.says in f["what"]
    ]
    assert fitting, found["findings"]
    if edit.at:
        expected = f"front-desk/{edit.file}:{line_of(edit, front_desk)}"
        assert expected in [f["where"] for f in fitting]
        assert fitting[0]["what"].startswith(fitting[0]["where"])


@pytest.mark.parametrize("name", EDITS)
def test_the_same_in_japanese_on_one_line_each(name, front_desk, capsys):
    apply(EDITS[name], front_desk)
    assert main(["--lang", "ja", "pack", "check", str(front_desk)]) == 1
    said = capsys.readouterr()
    assert said.err == ""
    for line in said.out.splitlines():
        assert line.startswith("front-desk/"), line
        assert any("\u3040" <= c <= "\u30ff" for c in line), line


@pytest.mark.parametrize("name", sorted(set(EDITS) - LINTS))
def test_no_command_works_on_a_damaged_pack(name, front_desk, own_packs, capsys):
    edit = EDITS[name]
    apply(edit, front_desk)
    front_desk.rename(own_packs / "front-desk")
    wanted = "../front-desk" if "../front-desk" in edit.new else "front-desk"
    assert main(["--lang", "en", "questions", "--pack", wanted]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("pmark: front-desk/")
    assert said.err.count("\n") == 1


def test_everything_wrong_is_named_at_once(front_desk, capsys):
    names = (
        "weight too great",
        "reference to no flag",
        "reference to no chapter",
        "duplicate term",
    )
    for name in names:
        apply(EDITS[name], front_desk)
    assert main(["pack", "check", str(front_desk), "--json"]) == 1
    rules = [f["rule"] for f in json.loads(capsys.readouterr().out)["findings"]]
    assert sorted(rules) == sorted(
        [*(EDITS[name].rule for name in names), "refers_to_nothing"]  # the evidence loses its term
    )


def refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["--lang", "en", "pack", "check", str(folder)]) == 1
    out = capsys.readouterr().out
    assert out.startswith("front-desk/")
    assert out.count("\n") == 1
    return out


def test_a_file_of_no_known_name(front_desk, capsys):
    (front_desk / "extras.toml").write_text("", encoding="utf-8")
    said = refused(front_desk, capsys)
    assert said.startswith("front-desk/extras.toml: no such file in a pack")


@pytest.mark.parametrize("file", ["pack.toml", "clauses.toml", "questions/visitors.toml"])
def test_a_file_that_is_missing(file, front_desk, capsys):
    (front_desk / file).unlink()
    kind = file.partition("/")[0].removesuffix(".toml")
    assert refused(front_desk, capsys) == f"front-desk/{kind}.toml: a pack needs this file\n"


def test_a_file_that_is_too_large(front_desk, capsys):
    with (front_desk / "profile.toml").open("ab") as stream:
        stream.write(b"#" * 4_000_001)
    assert "front-desk/profile.toml: too large" in refused(front_desk, capsys)


def test_a_file_that_is_not_utf8(front_desk, capsys):
    path = front_desk / "clauses.toml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp932"))
    # the title in Japanese stands on line 5
    assert refused(front_desk, capsys) == "front-desk/clauses.toml:5: not UTF-8\n"


def test_a_file_with_a_byte_order_mark_is_read(front_desk, capsys):
    path = front_desk / "clauses.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert main(["pack", "check", str(front_desk)]) == 0


def test_a_file_with_windows_line_ends_is_read_and_counted(front_desk, capsys):
    apply(EDITS["weight too great"], front_desk)
    path = front_desk / QUESTIONS
    line = line_of(EDITS["weight too great"], front_desk)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert f"front-desk/{QUESTIONS}:{line}:" in refused(front_desk, capsys)


def test_a_file_nested_beyond_reason(front_desk, capsys):
    (front_desk / "profile.toml").write_text("a = " + "[" * 100_000, encoding="utf-8")
    assert "front-desk/profile.toml" in refused(front_desk, capsys)


def test_a_guide_that_stands_in_two_files(front_desk, capsys):
    text = (front_desk / QUESTIONS).read_text(encoding="utf-8")
    guide = text[
        text.index('[guide."V.1-1".ja]') : text.index("[[question]]", text.index("[guide"))
    ]
    (front_desk / "questions" / "zz.toml").write_text("question = []\n" + guide, encoding="utf-8")
    assert (
        refused(front_desk, capsys) == "front-desk/questions/zz.toml:2: guide V.1-1 stands twice\n"
    )


CHECK = """[[check]]
id = "sheet-first"
severity = "warning"
mends = "V.1-1"
text.ja = "{question}を見直してください。"
text.en = "See {question}."
"""


def test_a_check_with_its_sentence(front_desk, capsys):
    (front_desk / "checks.toml").write_text(CHECK, encoding="utf-8")
    assert main(["pack", "check", str(front_desk)]) == 0


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("See {question}.", "See {other}.", 6, "check[sheet-first].text.en is 'other'"),
        ("See {question}.", "See {question.__class__}.", 6, "check[sheet-first].text.en"),
        ("See {question}.", "See {question.", 6, "check[sheet-first].text.en"),
        ('"V.1-1"', '"V.9-9"', 4, "V.9-9"),
        ('"warning"', '"alarm"', 3, "alarm"),
    ],
)
def test_a_check_that_says_or_names_what_is_not_there(old, new, line, says, front_desk, capsys):
    (front_desk / "checks.toml").write_text(CHECK.replace(old, new), encoding="utf-8")
    said = refused(front_desk, capsys)
    assert said.startswith(f"front-desk/checks.toml:{line}: ")
    assert says in said


def test_a_folder_that_is_none(tmp_path, capsys):
    assert main(["--lang", "en", "pack", "check", str(tmp_path / "nowhere")]) == 2
    said = capsys.readouterr().err
    assert "nowhere" in said
    assert "incident-response, jisq15001-2023" in said


@pytest.mark.skipif(sys.platform == "win32", reason="making a link needs a right there")
def test_a_file_that_cannot_be_read(front_desk, capsys):
    questions = front_desk / "questions"
    (questions / "broken.toml").symlink_to(questions / "gone.toml")
    assert main(["--lang", "en", "pack", "check", str(front_desk)]) == 1
    assert "front-desk/questions/broken.toml: cannot be read" in capsys.readouterr().out
