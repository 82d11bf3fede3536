"""Compiled copies of data files, good until a source file or pmark's own code changes.

Reading TOML and importing pydantic are the dearest things a headless command could do
(docs/performance.md). So sources are validated once, and what came of it is kept here: one line that
names the state of the sources and the checksum of the rest, then JSON. A copy that is old, damaged or
cannot be kept costs time, never the answer.
"""

from __future__ import annotations

import json
import os
from functools import cache
from typing import TYPE_CHECKING, Any
from zlib import crc32

from pmark_tui import __version__
from pmark_tui.errors import FileTrouble
from pmark_tui.store import paths

if TYPE_CHECKING:
    from collections.abc import Iterable

_MADE_BY = ("domain", "store")
"""The parts of pmark that decide what a compiled copy looks like."""


def crc(text: str) -> str:
    """A short name for a text: eight hexadecimal digits."""
    return f"{crc32(text.encode('utf-8', 'surrogateescape')):08x}"


def signature(sources: Iterable[str]) -> str:
    """A name for the state of these files (paths, sizes, times) and of the code that compiles them.

    Raises:
        FileTrouble: one of them cannot be read.
    """
    parts = [__version__, _code_state()]
    path = ""
    try:
        for path in sources:
            parts.append(f"{os.path.abspath(path)}:{_file_state(os.stat(path))}")
    except OSError as error:
        file = error.filename or path
        raise FileTrouble("file_unreadable", file=file, why=error.strerror) from None
    return crc("|".join(parts))


def read(name: str, state: str) -> Any | None:
    """The compiled data kept under `name` if it is whole and was made from this state of its sources."""
    try:
        with open(_file(name), "rb") as stream:
            head = stream.readline()
            body = stream.read()
        return json.loads(body) if head == _head(state, body) else None
    except (OSError, ValueError, RecursionError):
        return None


def write(name: str, state: str, data: Any) -> None:
    """Keep compiled data, whole or not at all."""
    body = json.dumps(data, ensure_ascii=False).encode()
    file = _file(name)
    part = f"{file}.{os.getpid()}"
    try:
        os.makedirs(paths.cache(), mode=0o700, exist_ok=True)
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
            with os.fdopen(os.open(part, flags, 0o600), "wb") as stream:
                stream.write(_head(state, body) + body)
            os.replace(part, file)
        finally:
            if os.path.lexists(part):
                os.unlink(part)
    except OSError:
        pass


def _file(name: str) -> str:
    return os.path.join(paths.cache(), f"{name}.json")


def _head(state: str, body: bytes) -> bytes:
    return f"pmark {state} {crc32(body):08x}\n".encode()


def _file_state(stat: os.stat_result) -> str:
    """Changes with every edit: also with one that keeps the size or sets the old time again."""
    return f"{stat.st_mtime_ns}:{stat.st_ctime_ns}:{stat.st_size}"


@cache
def _code_state() -> str:
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    found = []
    for part in _MADE_BY:
        with os.scandir(os.path.join(package, part)) as entries:
            modules = [e for e in entries if e.name.endswith(".py") and e.is_file()]
        found += [f"{part}/{e.name}:{_file_state(e.stat())}" for e in modules]
    return crc("|".join(sorted(found)))
