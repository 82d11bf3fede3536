"""The installed program in a real terminal: the main job, input methods, signals, the end."""

from __future__ import annotations

import os
import re
import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from pmark_tui.domain.client import Client, Profile
from pmark_tui.store import client_file, packs
from tests.tui.terminal import Terminal

LABELS = {"yes": "はい", "partial": "一部", "no": "いいえ", "unknown": "わからない"}
NOTE = "方針は社長室の額にある。改訂日が古いので来月に直す。"


@pytest.fixture
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compiled_cache: Path) -> None:
    """Here the shipped pack is what is tested, not the one that is held still."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PMARK_CACHE", str(compiled_cache))
    monkeypatch.setenv("PMARK_DATA", str(tmp_path / "data"))
    packs.load()  # compiled once, so that no test waits for it


@pytest.fixture
def client_path(tmp_path: Path) -> str:
    from datetime import date

    path = str(tmp_path / "A.pmark.toml")
    pack = packs.load()
    profile = Profile("試験会社", "service", 12, 10_000_000)
    client_file.create(path, Client(profile, pack.id, pack.version, date(2026, 11, 23)))
    return path


def test_from_an_empty_folder_to_a_report_in_hand(tmp_path: Path) -> None:
    folder = tmp_path / "clients"
    folder.mkdir()
    given: dict[str, str] = {}
    with Terminal(["--lang", "ja", str(folder)], str(tmp_path)) as t:
        t.see("まだ顧客ファイルがありません")
        t.commit("n")
        t.see("会社名")
        t.commit("試験会社")
        t.press("enter", "down", "down", "down", "down", "enter")
        t.commit("12")
        t.press("enter")
        t.commit("10,000,000")
        t.see("規模：中規模", "新規の費用", "概算")
        t.press("f3")
        t.see("試験会社", "聞き取り", "1/42")
        for number in range(20):
            question = _shown(t)
            value = list(LABELS)[number % 4]
            if number == 3:
                t.commit("m")
                t.see("メモ")
                t.commit(NOTE)
                t.press("escape")
                t.see("メモ：方針は社長室")
            given[question] = value
            t.commit(str(number % 4 + 1))
            t.until(lambda asked=question: _shown(t) != asked, "the next question")
        twenty_first = _shown(t)
        t.see("保存 ")
        t.press("ctrl+q")
        assert t.ended() == 0
    with Terminal(["--lang", "ja", str(folder)], str(tmp_path)) as t:
        t.see("試験会社", "回答 20/")
        t.press("enter")
        t.until(lambda: _shown(t) == twenty_first, "the place where it was left")
        for question, value in reversed(given.items()):
            t.press("left")
            t.until(lambda asked=question: _shown(t) == asked, question)
            t.see(f"(x) {list(LABELS).index(value) + 1} {LABELS[value]}")
        t.press("f5")
        t.see("報告書", "結論")
        t.press("f9")
        t.see("書き出しました")
        t.press("ctrl+q")
        assert t.ended() == 0
    held = client_file.read(str(folder / "試験会社.pmark.toml")).client
    assert {q: a.value for q, a in held.answers.items()} == given
    report = (folder / "試験会社.report.md").read_text(encoding="utf-8")
    answers = report.split("\n## 章ごとの回答\n")[1].split("\n## ")[0]
    named = re.findall(r"^- \*\*(\S+)\*\* .*（(.+?)）$", answers, re.MULTILINE)
    assert dict(named) == {question: LABELS[value] for question, value in given.items()}
    assert NOTE in answers.replace("\\", "")


def _shown(t: Terminal) -> str:
    """The id of the question on the screen."""
    found = re.match(r"\s*([A-Z][\w.]*-\d+)\s", t.text.splitlines()[1] + " ")
    return found[1] if found else ""


@pytest.mark.parametrize("words", ["個", "個人情報保", "個人情報保護方針を定める", "あいうえお" * 8])
@pytest.mark.parametrize("where", ["note", "list"])
def test_what_an_input_method_commits_is_neither_lost_nor_an_answer(
    words: str, where: str, client_path: str, tmp_path: Path
) -> None:
    with Terminal(["--lang", "ja", client_path], str(tmp_path)) as t:
        t.see("聞き取り", "1/")
        if where == "note":
            t.commit("m")
            t.see("メモ")
        t.commit(words)
        if where == "note":
            t.press("escape")
            t.until(lambda: words[:10] in t.text, "the note")
        t.press("ctrl+q")
        assert t.ended() == 0
    answers = client_file.read(client_path).client.answers
    notes = [a.note for a in answers.values()]
    assert notes == ([words] if where == "note" else [])
    assert all(not a.value for a in answers.values())
    # the protocol under which commits arrive as rubbish is never asked for
    assert not re.search(rb"\x1b\[>\d+u", t.written)


def test_full_width_digits_answer(client_path: str, tmp_path: Path) -> None:
    with Terminal(["--lang", "ja", client_path], str(tmp_path)) as t:
        t.see("聞き取り", "1/")
        first = _shown(t)
        t.commit("３")
        t.until(lambda: _shown(t) != first, "the next question")
        t.press("ctrl+q")
        assert t.ended() == 0
    assert client_file.read(client_path).client.answer(first).value == "no"


@pytest.mark.parametrize(("sent", "status"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_signals_end_it_cleanly(sent: str, status: int, client_path: str, tmp_path: Path) -> None:
    with Terminal(["--lang", "ja", client_path], str(tmp_path)) as t:
        t.see("聞き取り", "1/")
        first = _shown(t)
        t.commit("1")
        t.until(lambda: _shown(t) != first, "the next question")
        os.kill(t.process.pid, getattr(signal, sent))
        assert t.ended() == status
        t.read()
        assert b"\x1b[?1049l" in t.written  # the terminal's own screen is back
    assert client_file.read(client_path).client.answer(first).value == "yes"


def test_ctrl_c_does_not_quit_and_says_what_does(client_path: str, tmp_path: Path) -> None:
    with Terminal(["--lang", "ja", client_path], str(tmp_path)) as t:
        t.see("聞き取り", "1/")
        t.press("ctrl+c")
        t.see("Ctrl+Q")
        assert t.process.poll() is None


def test_a_dumb_terminal_is_told_of_the_plain_interview(client_path: str, tmp_path: Path) -> None:
    with Terminal(["--lang", "ja", client_path], str(tmp_path), TERM="dumb") as t:
        assert t.ended() == 2
        t.read()
        assert "--plain" in t.text


def test_without_colour_everything_still_shows(client_path: str, tmp_path: Path) -> None:
    with Terminal(["--lang", "ja", client_path], str(tmp_path), NO_COLOR="1") as t:
        t.see("聞き取り", "( ) 1 はい")
        first = _shown(t)
        t.commit("1")
        t.until(lambda: _shown(t) != first, "the next question")
        t.press("left")
        t.see("(x) 1 はい")
        t.press("ctrl+q")
        assert t.ended() == 0
    colours = re.findall(rb"38;2;(\d+);(\d+);(\d+)", t.written)
    assert all(len(set(rgb)) == 1 for rgb in colours)
