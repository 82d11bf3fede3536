"""Compiled copies of data files: JSON, good until a source file or pmark itself changes.

Reading TOML and importing pydantic are the dearest things a headless command could do
(docs/performance.md). So sources are validated once, and what came of it is kept here.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from typing import Any

from pmark_tui import __version__
from pmark_tui.errors import FileTrouble
from pmark_tui.store import paths

_FORMAT = 1
"""Raised whenever the compiled form changes."""


def crc(text: str) -> str:
    """A short name for a text: eight hexadecimal digits."""
    from zlib import crc32

    return f"{crc32(text.encode('utf-8', 'surrogateescape')):08x}"


def signature(sources: Iterable[str]) -> str:
    """A name for the state of these files: their paths, sizes and times, and pmark's version.

    Raises:
        FileTrouble: one of them cannot be read.
    """
    parts = [__version__, str(_FORMAT)]
    path = ""
    try:
        for path in sources:
            stat = os.stat(path)
            parts.append(f"{os.path.abspath(path)}:{stat.st_mtime_ns}:{stat.st_size}")
    except OSError as error:
        raise FileTrouble("file_unreadable", file=error.filename or path, why=error.strerror) from None
    return crc("|".join(parts))


def read(name: str, state: str) -> Any | None:
    """The compiled data kept under `name` if it was made from this state of its sources."""
    try:
        with open(os.path.join(paths.cache(), f"{name}.json"), encoding="utf-8") as stream:
            held = json.load(stream)
        return held["data"] if held["state"] == state else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write(name: str, state: str, data: Any) -> None:
    """Keep compiled data; a folder that cannot be written to costs time, never the answer."""
    try:
        os.makedirs(paths.cache(), mode=0o700, exist_ok=True)
        file = os.path.join(paths.cache(), f"{name}.json")
        part = f"{file}.{os.getpid()}"
        with open(part, "w", encoding="utf-8") as stream:
            json.dump({"state": state, "data": data}, stream, ensure_ascii=False)
        os.replace(part, file)
    except OSError:
        pass
