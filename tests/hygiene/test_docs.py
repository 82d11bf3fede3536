"""The documents: every command in them runs, every command there is stands in them, no link is dead."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.commands import open as opening
from pmark_tui.store import paths
from pmark_tui.texts.commands import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
FENCE = re.compile(r"```sh\n(.*?)```", re.DOTALL)
LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")


def commands(page):
    """The pmark commands of the fenced shell blocks of a page, in their order."""
    for block in FENCE.findall(page.read_text(encoding="utf-8")):
        for line in block.splitlines():
            last = line.rpartition("&&")[2].strip().removeprefix(".venv/bin/")
            if re.match(r"pmark( |$)", last):
                yield last


WITH_COMMANDS = [page for page in PAGES if list(commands(page))]


@pytest.fixture
def desk(tmp_path, monkeypatch):
    """A folder as the documents suppose it: a client, and folders of clients; no screen to open."""
    sample = Path(paths.shipped()) / "sample" / "sample.ja.pmark.toml"
    for place in (".", "clients", "顧客フォルダー"):
        (tmp_path / place).mkdir(exist_ok=True)
        shutil.copy(sample, tmp_path / place / "client.pmark.toml")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(opening, "open_screen", lambda *_, **__: 0)
    monkeypatch.setattr("pmark_tui.commands.demo.open_screen", lambda *_, **__: 0)


@pytest.mark.usefixtures("desk")
@pytest.mark.parametrize("page", WITH_COMMANDS, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_the_commands_of_a_page_run(page, capsys):
    for line in commands(page):
        words = shlex.split(line)
        words = words[: words.index(">")] if ">" in words else words
        code = main(words[1:])
        shown = capsys.readouterr()
        assert code == 0, f"{line}: exit {code}\n{shown.err}"


def test_the_pages_that_users_read_first_have_commands():
    assert {"README.md", "portfolio.md", "oscal.md"} <= {page.name for page in WITH_COMMANDS}
    assert sum(len(list(commands(page))) for page in WITH_COMMANDS) > 15


def test_every_command_stands_in_the_readme():
    table = re.findall(r"(?m)^\|(.*?)\|[^|]*\|$", (ROOT / "README.md").read_text(encoding="utf-8"))
    named = {word for row in table for word in re.findall(r"`pmark (\w+)", row)}
    assert named == set(COMMANDS) - {"open"}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_link_is_dead(page):
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


@pytest.mark.parametrize("picture", sorted((ROOT / "docs" / "pictures").glob("*.svg")), ids=str)
def test_a_picture_is_small_and_fetches_nothing(picture):
    text = picture.read_text(encoding="utf-8")
    assert len(text) < 60_000
    assert not re.findall(r"@font-face|@import|href=|url\((?!#)", text)
    assert set(re.findall(r"\w+://[^\"< ]+", text)) == {"http://www.w3.org/2000/svg"}
    twin = {"ja": "en", "en": "ja"}[picture.suffixes[0][1:]]
    assert picture.with_name(picture.name.replace(picture.suffixes[0], f".{twin}")).exists()
