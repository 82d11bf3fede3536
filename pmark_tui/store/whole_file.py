"""A file written whole or not at all: to a neighbour, forced to disk, read back, put in place at one stroke.

Everything goes through `os` on descriptors, call by call, so that a test can stand in for the disk and
cut the power between any two of them (`tests/crash/disk.py`).
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable

_FLAGS = os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
_NO_SYNC = (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP)
"""What network folders say that cannot force anything to disk: nothing failed, nothing is promised."""


def put(
    path: str,
    data: bytes,
    *,
    part: str = "",
    mode: int = 0o600,
    new: bool = False,
    before: Callable[[], None] | None = None,
) -> os.stat_result:
    """Write `data` to `path`; what is there stays as it is until all of it is on disk.

    Args:
        path: where it goes.
        data: all of it.
        part: the name of the neighbour; a name of this process alone where none is given. Whoever
            holds the file's lock gives a fixed one, so that a crash leaves at most one behind.
        mode: of the file where the system has modes.
        new: whether nothing may be there yet.
        before: called when the neighbour is whole, just before it takes its place.

    Raises:
        FileExistsError: `new`, and something is there.
        OSError: it cannot be written; what is on disk stays as it was.
    """
    folder, name = os.path.split(os.path.abspath(path))
    part = os.path.join(folder, part or f".{name}.{os.getpid()}.part")
    try:
        _write(part, data, mode)
        if before is not None:
            before()
        if new:
            _place_new(part, path)
        else:
            os.replace(part, path)
        _sync_folder(folder)
    finally:
        if os.path.lexists(part):
            os.unlink(part)
    return os.stat(path)


def _write(part: str, data: bytes, mode: int) -> None:
    descriptor = os.open(part, _FLAGS, mode)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(descriptor, left) :]
        _sync(descriptor)
        os.lseek(descriptor, 0, os.SEEK_SET)
        if _read(descriptor, len(data) + 1) != data:
            raise OSError(errno.EIO, "read back differs")
    finally:
        os.close(descriptor)


def _read(descriptor: int, most: int) -> bytes:
    parts = []
    while most and (part := os.read(descriptor, most)):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


def _place_new(part: str, path: str) -> None:
    """Put it in place unless something is there: a second name first, where the system has them."""
    try:
        os.link(part, path)
    except FileExistsError:
        raise
    except OSError:
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path) from None
        os.replace(part, path)


def _sync(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise


def _sync_folder(folder: str) -> None:
    """Make the new name survive a power cut, where the system lets a folder be synced."""
    if os.name != "posix":
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)
