"""A terminal for tests: runs pmark under a pseudo-terminal, types bytes, reads the screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import Self

import pyte

from pmark_tui.domain.text import cell_width

KEYS = {
    "enter": b"\r",
    "escape": b"\x1b",
    "tab": b"\t",
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "right": b"\x1b[C",
    "left": b"\x1b[D",
    "home": b"\x1b[H",
    "f1": b"\x1bOP",
    "f2": b"\x1bOQ",
    "f3": b"\x1bOR",
    "f4": b"\x1bOS",
    "f5": b"\x1b[15~",
    "f6": b"\x1b[17~",
    "f7": b"\x1b[18~",
    "f9": b"\x1b[20~",
    "ctrl+c": b"\x03",
    "ctrl+q": b"\x11",
}


class Terminal:
    """pmark on a terminal of its own; everything it wrote is kept in `written`.

    `before` is Python that runs ahead of pmark in its process. `kitty` says that the terminal knows
    the kitty keyboard protocol, where it is asked.
    """

    def __init__(
        self,
        words: Sequence[str],
        cwd: str,
        columns: int = 80,
        lines: int = 24,
        before: str = "",
        kitty: bool = False,
        **env: str,
    ) -> None:
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.written = b""
        self._text = ""
        self._kitty = kitty
        program = ["-m", "pmark_tui"]
        if before:
            main = "from pmark_tui.cli import main\nraise SystemExit(main())"
            program = ["-c", f"{before}\n{main}"]
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
        held = {
            k: v for k, v in os.environ.items() if k not in ("TMUX", "NO_COLOR", "COLUMNS", "LINES")
        }
        self.process = subprocess.Popen(
            [sys.executable, *program, *words],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=cwd,
            env={**held, "TERM": "xterm-256color", "LANG": "C.UTF-8", **env},
            start_new_session=True,
        )
        os.close(slave)
        self._master = master

    def __enter__(self) -> Self:
        """The terminal itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End what is still running and close the terminal."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        os.close(self._master)

    @property
    def text(self) -> str:
        """The screen as text; the empty half of a wide character is left out."""
        if not self._text:
            self._text = "\n".join(self._line(number) for number in range(self._screen.lines))
        return self._text

    def _line(self, number: int) -> str:
        """A line of the screen; what is left of a wide character that was overwritten by half is blank.

        pyte's own `display` takes no such half, and a window's edge may well leave one.
        """
        cells = self._screen.buffer[number]
        shown, wide = [], False
        for column in range(self._screen.columns):
            data = cells[column].data
            if data or not wide:
                shown.append(data or " ")
            wide = bool(data) and cell_width(data) == 2
        return "".join(shown).rstrip()

    def read(self, seconds: float = 0.05) -> None:
        """Take in what was written until there was nothing for so long."""
        while select.select([self._master], [], [], seconds)[0]:
            try:
                data = os.read(self._master, 65536)
            except OSError:
                return
            if not data:
                return
            self.written += data
            self._text = ""
            if self._kitty and b"\x1b[?u" in data:
                os.write(self._master, b"\x1b[?0u")
            self._stream.feed(data)

    def until(self, holds: Callable[[], bool], what: str = "", seconds: float = 30.0) -> None:
        """Wait until something holds, else fail with the screen as it is."""
        end = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < end, f"{what} did not come:\n{self.text}"
            self.read(0.02)

    def see(self, *words: str) -> None:
        """Wait until all of these words stand on the screen."""
        self.until(lambda: all(word in self.text for word in words), str(words))

    def press(self, *keys: str) -> None:
        """Press named keys; after each, wait a while for what it changes on the screen."""
        for key in keys:
            os.write(self._master, KEYS[key])
            select.select([self._master], [], [], 0.5)
            self.read()

    def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size; its screen begins empty."""
        self._screen.resize(lines, columns)
        self._screen.reset()
        self._text = ""
        size = struct.pack("HHHH", lines, columns, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)
        os.kill(self.process.pid, signal.SIGWINCH)

    def commit(self, words: str) -> None:
        """Words in one piece, as an input method commits them."""
        os.write(self._master, words.encode())
        self.read()

    def closed(self, seconds: float = 20.0) -> int:
        """Close the window and wait for the end; the exit status."""
        os.close(self._master)
        self._master = os.open(os.devnull, os.O_RDONLY)
        return int(self.process.wait(seconds))

    def ended(self, seconds: float = 10.0) -> int:
        """Wait for the end; the exit status."""
        end = time.monotonic() + seconds
        while self.process.poll() is None:
            assert time.monotonic() < end, self.text
            self.read(0.02)
        return int(self.process.returncode)


def question_shown(t: Terminal) -> str:
    """The id of the question on the screen."""
    found = re.match(r"\s*([A-Z][\w.]*-\d+)\s", t.text.splitlines()[1] + " ")
    return found[1] if found else ""


def answered(t: Terminal, key: str) -> str:
    """The id of the question on the screen, which was answered with this key; the next one is shown."""
    question = question_shown(t)
    t.commit(key)
    t.until(lambda: question_shown(t) != question, "the next question")
    return question


Interview = Callable[..., AbstractContextManager[Terminal]]
"""A fixture that opens the interview on a terminal."""
