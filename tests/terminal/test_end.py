"""The end on a real terminal: signals, a crash, a closed window, a terminal that is gone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from pmark_tui.store import client_file
from pmark_tui.store.open_file import OpenFile
from tests.tui.terminal import Interview, Terminal, answered, question_shown


@pytest.mark.parametrize(("sent", "status"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_signals_end_it_cleanly(
    sent: str, status: int, client_path: str, interview: Interview
) -> None:
    with interview() as t:
        first = answered(t, "1")
        os.kill(t.process.pid, getattr(signal, sent))
        assert t.ended() == status
        t.read()
        assert b"\x1b[?1049l" in t.written  # the terminal's own screen is back
    assert client_file.read(client_path).client.answer(first).value == "yes"


@pytest.mark.parametrize(
    ("typed", "values", "notes"),
    [("12", ["yes", "partial"], ["", ""]), ("m書きかけ", [""], ["書きかけ"])],
)
def test_what_is_typed_with_the_key_that_leaves_in_one_piece_is_on_disk(
    typed: str, values: list[str], notes: list[str], client_path: str, interview: Interview
) -> None:
    with interview() as t:
        t.commit(f"{typed}\x11")  # as a slow line hands it over
        assert t.ended() == 0
    held = client_file.read(client_path).client.answers.values()
    assert [a.value for a in held] == values
    assert [a.note for a in held] == notes


def test_ctrl_c_does_not_quit_and_says_what_does(interview: Interview) -> None:
    with interview() as t:
        t.press("ctrl+c")
        t.see("Ctrl+Q")
        assert t.process.poll() is None


@pytest.mark.parametrize("sent", ["SIGTERM", "SIGHUP"])
def test_a_signal_keeps_what_the_file_would_not_take(
    sent: str, client_path: str, tmp_path: Path, interview: Interview
) -> None:
    with interview() as t:
        first = question_shown(t)
        with open(client_path, "a", encoding="utf-8") as stream:
            stream.write("# by hand\n")
        t.commit("3")
        t.see("保存できません")
        os.kill(t.process.pid, getattr(signal, sent))
        assert t.ended() in (129, 143)
    assert (
        client_file.read(str(tmp_path / "試験会社.pmark.toml")).client.answer(first).value == "no"
    )


CRASH = """
import pmark_tui.tui
from pmark_tui.store import saver
saver.BREATH = 60  # nothing is written unless somebody waits for it
from pmark_tui.tui.screens.interview import InterviewScreen
def crash(self):
    secret = "社長は知らない"
    raise ValueError(secret)
InterviewScreen.action_flag = crash
"""


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_crash_says_so_in_a_line_without_a_word_of_the_client(
    lang: str, client_path: str, tmp_path: Path
) -> None:
    with Terminal(["--lang", lang, client_path], str(tmp_path), before=CRASH) as t:
        t.see("1/")
        first = question_shown(t)
        t.commit("1f")  # it fails before the answer can be on disk
        assert t.ended() == 1
        t.read()
    shown = t.written.split(b"\x1b[?1049l")[-1].decode()  # after the terminal's own screen is back
    assert "crash.txt" in shown.replace("\r\n", "")
    for word in ("Traceback", "locals", "社長は知らない", "試験会社", "secret"):
        assert word not in shown
    report = Path(os.environ["PMARK_CACHE"], "crash.txt").read_text(encoding="utf-8")
    assert "ValueError" in report
    assert "社長は知らない" not in report
    assert client_file.read(client_path).client.answer(first).value == "yes"


CRASH_AT_THE_END = """
import pmark_tui.tui
from pmark_tui.tui.screens.interview import InterviewScreen
def keep(self):
    raise ValueError("社長は知らない")
InterviewScreen.keep = keep
"""


def test_a_crash_while_leaving_ends_it_too(client_path: str, tmp_path: Path) -> None:
    with Terminal(["--lang", "ja", client_path], str(tmp_path), before=CRASH_AT_THE_END) as t:
        t.see("1/")
        t.press("ctrl+q")
        assert t.ended() == 1
        t.read()
    assert b"crash.txt" in t.written.replace(b"\r\n", b"")
    assert "ValueError" in Path(os.environ["PMARK_CACHE"], "crash.txt").read_text(encoding="utf-8")


def test_without_a_terminal_there_is_one_line_and_no_screen(
    client_path: str, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pmark_tui", "--lang", "ja", client_path],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode().count("\n") == 1
    assert "--plain" in done.stderr.decode()


def test_a_window_that_is_closed_ends_it_with_everything_on_disk(
    client_path: str, interview: Interview
) -> None:
    with interview() as t:
        first = answered(t, "1")
        t.commit("m書きかけ")
        t.see("書きかけ")
        assert t.closed() in (129, -signal.SIGHUP)
    held = client_file.read(client_path).client
    assert held.answer(first).value == "yes"
    assert [a.note for a in held.answers.values() if a.note] == ["書きかけ"]
    # nobody is kept out by a lock that stayed
    opened = OpenFile(client_path, "test")
    assert opened.trouble is None
    opened.close()


WRITES_ON = """
import signal
signal.signal = lambda *_: None
import asyncio
asyncio.BaseEventLoop.add_signal_handler = asyncio.SelectorEventLoop.add_signal_handler = lambda *_: None
import ctypes
ctypes.CDLL(None).signal(1, ctypes.c_void_p(1))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="tells the C library to ignore the signal")
def test_a_terminal_that_is_gone_ends_it_even_where_no_signal_comes(
    client_path: str, interview: Interview
) -> None:
    with interview(before=WRITES_ON) as t:
        t.commit("12" * 30)  # much that is still to be drawn
        t.closed()
    opened = OpenFile(client_path, "test")
    assert opened.trouble is None
    opened.close()
