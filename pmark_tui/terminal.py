"""What the terminal really does, found out by asking it. POSIX only; Windows is never asked."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PROBE = "\u2500"
"""A line of a frame: its width is ambiguous, and every frame of the full screen is made of it."""

WAIT = 1.0
"""Seconds to wait for the terminal's reply; over a slow line it comes late, a dumb one gives none."""

_ASK = b"\r" + PROBE.encode() + b"\x1b[6n"
_ERASE = b"\r    \r"
_LONGEST = 64


def cells_of_ambiguous(source: int, target: int, wait: float = WAIT) -> int | None:
    """How many cells the terminal gives a character of ambiguous width, None where it does not say.

    Prints one such character at the beginning of the line, asks where the cursor is, and erases it.
    The terminal's mode is put back whatever happens.

    Args:
        source: descriptor that the reply comes from.
        target: descriptor that the terminal shows.
        wait: seconds to wait for the reply.
    """
    if sys.platform == "win32" or not (os.isatty(source) and os.isatty(target)):
        return None
    with _no_echo(source):
        os.write(target, _ASK)
        reply = _reply(source, wait)
        os.write(target, _ERASE)
    column = column_of(reply)
    return column - 1 if column in (2, 3) else None


def column_of(reply: bytes) -> int | None:
    r"""The column in the reply `ESC [ row ; column R`, None where there is none; keys may precede it."""
    head, end, _ = reply.partition(b"R")
    _, start, place = head.rpartition(b"\x1b[")
    row, separator, column = place.partition(b";")
    if not (end and start and separator and row.isdigit() and column.isdigit()):
        return None
    return int(column)


def _reply(source: int, wait: float) -> bytes:
    from select import select
    from time import monotonic

    reply, until = b"", monotonic() + wait
    while b"R" not in reply and len(reply) < _LONGEST:
        left = until - monotonic()
        if left <= 0 or not select([source], [], [], left)[0]:
            break
        more = os.read(source, _LONGEST)
        if not more:
            break
        reply += more
    return reply


@contextmanager
def _no_echo(source: int) -> Iterator[None]:
    """Read byte by byte without echo; afterwards the old mode, and a late reply is thrown away."""
    import termios

    before = termios.tcgetattr(source)
    quiet = termios.tcgetattr(source)
    quiet[3] &= ~(termios.ECHO | termios.ICANON)
    try:
        termios.tcsetattr(source, termios.TCSADRAIN, quiet)
        yield
    finally:
        termios.tcsetattr(source, termios.TCSAFLUSH, before)
