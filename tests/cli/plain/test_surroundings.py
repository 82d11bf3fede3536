"""The interview line by line and what is around it: the terminal, the file, foreign text, the texts."""

import io
import sys
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.domain.text import ambiguous
from pmark_tui.errors import FileTrouble
from pmark_tui.store import client_file
from pmark_tui.texts.plain import KEYS, PLAIN, WORDS
from tests.cli.plain.talking import Talk, held, questions, values


def test_nothing_but_lines_in_both_languages(path: str, talk: Talk) -> None:
    lines = ["1", "m", "x", ".", "g", "s", "?", "/ a", "c 1", "f", "9y", "zz", "5", "z"]
    for lang in ("ja", "en"):
        said = talk(*lines, options=("--lang", lang))
        assert all(c == "\n" or c.isprintable() or c == "\u3000" for c in said)
        assert ambiguous(said) == ""


def test_what_a_client_file_holds_cannot_act_on_the_terminal(path: str, talk: Talk) -> None:
    assert main(["answer", path, "--note", f"{questions(path)[0].id}=\x1b[2J\u202eabc"]) == 0
    said = talk()
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_bytes_that_are_no_utf_8_end_nothing(path: str, talk: Talk) -> None:
    talk("\udcff\udcfe", "1")
    assert list(values(path)) == [questions(path)[0].id]


def test_where_there_is_no_terminal_it_is_plain_anyway(
    path: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\ufeff1\r\n"))
    assert main(["interview", path]) == 0
    assert "聞く相手" in capsys.readouterr().out
    assert len(values(path)) == 1


def test_with_a_terminal_the_full_screen_opens_on_the_pass(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, str]] = []
    module = "pmark_tui.commands.interview"
    monkeypatch.setattr(f"{module}.has_screen", lambda: True)
    monkeypatch.setattr(f"{module}.open_screen", lambda p, lang: opened.append((p, lang)) or 0)
    assert main(["interview", path, "--quick", "--lang", "en"]) == 0
    assert opened == [(path, "en")]
    assert held(path).quick


def test_a_file_changed_underneath_is_not_overwritten(
    path: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    elsewhere = str(tmp_path / "控え")

    class Typing(io.StringIO):
        def readline(self, size: int = -1) -> str:  # type: ignore[override]
            if self.tell() == 0:
                with open(path, "a", encoding="utf-8") as stream:
                    stream.write("# by hand\n")
            return super().readline(size)

    monkeypatch.setattr(sys, "stdin", Typing("1\n2\n"))
    assert main(["interview", path, "--plain"]) == 3
    told = capsys.readouterr()
    assert "まだ保存できていません" in told.out
    assert "保存できていない回答があります" in told.out
    assert told.err.startswith("pmark: ")
    assert values(path) == {}

    monkeypatch.setattr(sys, "stdin", Typing(f"1\nsave {path}\nsave {elsewhere}\n2\n"))
    assert main(["interview", path, "--plain"]) == 0
    assert values(path) == {}
    assert list(values(f"{elsewhere}.pmark.toml").values()) == ["yes", "partial"]


def test_looking_at_a_file_that_cannot_be_written_is_no_loss(
    path: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(file: object, client: object) -> None:
        raise FileTrouble("file_unwritable", file=path, why="x")

    monkeypatch.setattr(client_file, "save", fails)
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n\ng\n"))
    assert main(["interview", path, "--plain"]) == 0
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n"))
    assert main(["interview", path, "--plain"]) == 3


def test_an_unknown_file_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["interview", str(tmp_path / "no.pmark.toml"), "--plain"]) == 3
    assert capsys.readouterr().err.count("\n") == 1


def test_texts_are_there_in_both_languages_and_of_known_width() -> None:
    for area in (PLAIN, KEYS):
        for ja, en in area.values():
            assert ja
            assert en
            assert ambiguous(ja + en) == ""
    words = [word for group in WORDS.values() for word in group]
    assert len(words) == len(set(words))
