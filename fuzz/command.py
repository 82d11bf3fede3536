"""A command line run in this process on one input, and what may never come of it.

Whatever the input, a command ends with 0, 1, 2 or 3 and says so in lines that act on no terminal; any
other exception is a crash.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from zlib import crc32

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


FILE = "c.pmark.toml"


MARK = b"#### "


_LONGEST_OUTPUT = 20_000_000


class Wrong(AssertionError):
    """pmark ended in a way, or said something, that no input may bring about."""


@contextmanager
def _streams(typed: str) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    held = sys.stdin, sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdin = io.StringIO(typed)
    sys.stdout, sys.stderr = io.TextIOWrapper(out, "utf-8"), io.TextIOWrapper(err, "utf-8")
    try:
        yield out, err
    finally:
        for stream in (sys.stdout, sys.stderr):
            if not stream.closed:
                stream.flush()
                stream.detach()
        sys.stdin, sys.stdout, sys.stderr = held


def command(*words: str, typed: str = "") -> int:
    """Run a command line; the exit code.

    Raises:
        Wrong: an exit code that no input may cause, or output that acts on a terminal.
    """
    from pmark_tui.cli import main

    with _streams(typed) as (out, err):
        try:
            code = main(list(words))
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
        said, talk = out.getvalue(), err.getvalue()
    if code not in (0, 1, 2, 3):
        raise Wrong(f"exit {code}")
    if len(said) + len(talk) > _LONGEST_OUTPUT:
        raise Wrong(f"{len(said) + len(talk)} bytes of output")
    if b"Traceback" in talk:
        raise Wrong("traceback")
    for text in (talk, b"" if said.startswith(b"PK") else said):
        acting = {c for c in text.decode("utf-8", "replace") if _acts(ord(c))}
        if acting:
            raise Wrong(f"acts on a terminal: {sorted(map(ascii, acting))}")
    return code


def _acts(code: int) -> bool:
    return (
        (code < 0x20 and code not in (9, 10, 13))
        or 0x7F <= code <= 0x9F
        or 0x202A <= code <= 0x202E
        or 0x2066 <= code <= 0x2069
    )


def put(name: str, data: bytes) -> str:
    """Write a file; its name."""
    with open(name, "wb") as stream:
        stream.write(data)
    return name


def pick(data: bytes, several: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """One of several by the input itself, so that an input is always run in the same way."""
    return several[crc32(data[::-1]) % len(several)]


def read(*names: str) -> bytes:
    """The bytes of one of the project's files."""
    with open(os.path.join(ROOT, *names), "rb") as stream:
        return stream.read()
