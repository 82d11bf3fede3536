"""A program on a pseudo-terminal: how long until a text stands there, and from a key to its paint.

The terminal's questions at the start are answered at once, so that no program waits for a silent one.
Linux and macOS.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from dataclasses import dataclass, field

_ESCAPES = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P_^X].*?(?:\x07|\x1b\\)|[@-Z\\^_ -/]*.)", re.S
)
_QUESTIONS = (
    (rb"\x1b\[c", b"\x1b[?62;22c"),
    (rb"\x1b\[>c", b"\x1b[>1;10;0c"),
    (rb"\x1b\[6n", b"\x1b[1;1R"),
    (rb"\x1b\[\?u", b"\x1b[?0u"),
    (rb"\x1b\[\?2026\$p", b"\x1b[?2026;2$y"),
    (rb"\x1b\[\?2048\$p", b"\x1b[?2048;0$y"),
    (rb"\x1b\[>q", b"\x1bP>|bench\x1b\\"),
)


_BETWEEN_FRAMES = 0.003
"""Seconds without output that end a frame."""


@dataclass
class Seen:
    """What a run showed: milliseconds to each text and from each key, and the peak memory in MiB.

    `keys` are from a key to the frame that answers it, `settled` to the end of all that follows.
    """

    texts: dict[str, float] = field(default_factory=dict)
    keys: list[float] = field(default_factory=list)
    settled: list[float] = field(default_factory=list)
    peak: float = 0.0


class Program:
    """One program under one pseudo-terminal."""

    def __init__(
        self,
        words: list[str],
        env: dict[str, str],
        size: tuple[int, int] = (120, 40),
        cwd: str = ".",
    ) -> None:
        self.begun = time.perf_counter()
        self.pid, self.master = pty.fork()
        if self.pid == 0:
            os.chdir(cwd)
            held = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "LINES", "TMUX")}
            held |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", **env}
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
            try:
                os.execvpe(words[0], words, held)
            finally:
                os._exit(127)
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        self.written = bytearray()
        self.closed = False

    def ms(self) -> float:
        """Milliseconds since the start."""
        return (time.perf_counter() - self.begun) * 1000

    def read(self, seconds: float) -> bool:
        """Take in what comes within this time; whether anything came."""
        if self.closed or not select.select([self.master], [], [], max(0.0, seconds))[0]:
            return False
        try:
            data = os.read(self.master, 1 << 16)
        except OSError:
            data = b""
        if not data:
            self.closed = True
            return False
        self.written += data
        for question, answer in _QUESTIONS:
            for _ in re.finditer(question, data):
                os.write(self.master, answer)
        return True

    def shows(self, text: str, since: int = 0) -> bool:
        """Whether a text was drawn, spaces left out of account, after so many bytes."""
        drawn = _ESCAPES.sub(b"", bytes(self.written[since:])).decode("utf-8", "replace")
        return "".join(text.split()) in "".join(drawn.split())

    def until(self, text: str, seconds: float = 30.0) -> float | None:
        """Milliseconds from the start to the read that completed a text; None if it never came."""
        end = time.perf_counter() + seconds
        while time.perf_counter() < end and not self.closed:
            if self.read(0.2) and self.shows(text):
                return self.ms()
        return None

    def quiet(self, gap: float = 0.06, seconds: float = 3.0) -> float:
        """Read until nothing came for a while; when the last byte came, in milliseconds from the start."""
        last, end = self.ms(), time.perf_counter() + seconds
        while time.perf_counter() < end and self.read(gap):
            last = self.ms()
        return last

    def key(self, data: bytes, text: str = "") -> tuple[float, float] | None:
        """Milliseconds from a key to the frame that shows `text`, and to the end of all that follows.

        Without a text it is the first frame. None if nothing changed.
        """
        self.quiet()
        pressed, before = self.ms(), len(self.written)
        os.write(self.master, data)
        if not self.read(2.0):
            return None
        painted = self.ms()
        while self.read(_BETWEEN_FRAMES) or not self.shows(text, before):
            if self.ms() - pressed > 2000:
                return None
            painted = self.ms()
        return painted - pressed, max(painted, self.quiet()) - pressed

    def peak(self) -> float:
        """The most memory that the program has held, in MiB (Linux)."""
        try:
            with open(f"/proc/{self.pid}/status", encoding="ascii") as status:
                found = re.search(r"VmHWM:\s+(\d+)", status.read())
        except OSError:
            return 0.0
        return int(found[1]) / 1024 if found else 0.0

    def end(self, quit_key: bytes = b"\x11") -> None:
        """End it: by its key, else by signals."""
        for step in (lambda: os.write(self.master, quit_key), None, signal.SIGTERM, signal.SIGKILL):
            try:
                if callable(step):
                    step()
                elif step is not None:
                    os.kill(self.pid, step)
            except OSError:
                pass
            until = time.perf_counter() + 1.0
            while time.perf_counter() < until:
                self.read(0.02)
                if os.waitpid(self.pid, os.WNOHANG)[0]:
                    os.close(self.master)
                    return


def seen(
    words: list[str],
    env: dict[str, str],
    texts: tuple[str, ...],
    keys: tuple[tuple[bytes, str], ...] = (),
    cwd: str = ".",
) -> Seen:
    """Run a program once: when each text stood there, what keys cost, how much memory it took."""
    program, found = Program(words, env, cwd=cwd), Seen()
    try:
        for text in texts:
            at = program.ms() if program.shows(text) else program.until(text)
            if at is not None:
                found.texts[text] = at
        for key, shown in keys:
            if (spent := program.key(key, shown)) is not None:
                found.keys.append(spent[0])
                found.settled.append(spent[1])
        found.peak = program.peak()
    finally:
        program.end()
    return found
