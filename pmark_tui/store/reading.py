"""Files that come in, read within limits (docs/limits.md): their size, and how deep their tables go."""

from __future__ import annotations

import os
from typing import Any

from pmark_tui.errors import BadInput, FileTrouble

DEEPEST = 32
"""Most tables and lists within one another in a TOML file; none of ours has more than six."""


def read_bytes(path: str, most: int, name: str = "") -> tuple[bytes, os.stat_result]:
    """The content of a file of at most `most` bytes, and its state when it was opened.

    Args:
        path: the file.
        most: its largest size.
        name: what errors call it; the path where it is "".

    Raises:
        FileTrouble: it cannot be read, or is no file but a pipe, a device or a folder.
        BadInput: it is too large.
    """
    name = name or path
    try:
        # Without O_NONBLOCK a pipe that nobody writes to would be waited for.
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as stream:
            state = os.fstat(stream.fileno())
            if state.st_mode & 0o170000 != 0o100000:
                raise FileTrouble("file_no_file", file=name)
            data = stream.read(most + 1)
    except ValueError:  # a NUL in the name
        raise FileTrouble("file_unreadable", file=name, why=os.strerror(2)) from None
    except OSError as error:
        raise FileTrouble("file_unreadable", file=name, why=error.strerror) from None
    if len(data) > most:
        raise BadInput("file_too_large", file=name, allowed=most)
    return data, state


def check_depth(document: dict[str, Any], name: str) -> None:
    """Refuse a document whose tables lie too deep for what walks through them.

    Raises:
        BadInput: it is too deep.
    """
    level: list[Any] = [document]
    for _ in range(DEEPEST):
        level = [
            inner
            for outer in level
            for inner in (outer.values() if type(outer) is dict else outer)
            if type(inner) in (dict, list)
        ]
        if not level:
            return
    raise too_deep(name)


def too_deep(name: str) -> BadInput:
    """The refusal of a document that goes too deep."""
    return BadInput("file_too_deep", file=name, allowed=DEEPEST)
