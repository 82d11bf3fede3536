"""One program at a time writes a client file; the lock beside it says which.

The lock is a file, `.pmark/NAME.lock`, that the operating system locks for as long as its holder
lives. So the lock of a program that was killed, or of an earlier boot, is free at once, whatever the
file says. Where a folder has no such locks (some network folders), the process id decides. A lock of
another computer is believed: a folder may be shared or synchronised; then the message names the file
to delete. The file holds no name of a user or computer, only a number that tells computers apart.
"""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from time import localtime, strftime
from zlib import crc32

from pmark_tui.domain.values import frozen
from pmark_tui.errors import FileTrouble
from pmark_tui.store.paths import OWN, beside, own_folder

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
_MOST = 400
"""Bytes of a lock that are looked at."""
_TRIES = 5
"""How often it is tried anew when somebody removes the lock or its folder just then."""
_FAR = 1 << 30
"""Where Windows locks a byte: far behind what is written, which others must be able to read."""


@frozen
class Holder:
    """Who writes the file: the program, its process, since when, and a number of its computer."""

    program: str
    pid: int
    since: str
    machine: str


class Lock:
    """A lock that is held. `release` gives it back; the end of the process does too."""

    def __init__(self, path: str, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    def release(self) -> None:
        """Give the lock back and leave nothing behind."""
        if self._descriptor < 0:
            return
        if sys.platform == "win32":
            os.close(self._descriptor)  # an open file cannot be removed there
        with suppress(OSError):
            os.unlink(self._path)
        if sys.platform != "win32":
            os.close(self._descriptor)
        self._descriptor = -1
        with suppress(OSError):
            os.rmdir(os.path.dirname(self._path))


def take(path: str, program: str) -> Lock:
    """Hold the client file at `path` for `program`.

    Raises:
        FileTrouble: another program holds it, or its folder cannot be written.
    """
    place = beside(path, ".lock")
    try:
        for _ in range(_TRIES):
            with suppress(FileNotFoundError):
                own_folder(os.path.dirname(place))
                if (descriptor := _hold(path, place)) is not None:
                    return _ours(place, descriptor, program)
    except OSError as error:
        raise FileTrouble("file_unwritable", file=path, why=error.strerror) from None
    raise FileTrouble("file_unwritable", file=path, why=os.strerror(errno.EAGAIN))


def _ours(place: str, descriptor: int, program: str) -> Lock:
    """Write into a lock that is held who holds it."""
    since = strftime("%Y-%m-%d %H:%M:%S", localtime())
    words = f"{program}\n{os.getpid()}\n{since}\n{_machine()}\n".encode()
    try:
        os.ftruncate(descriptor, 0)
        os.write(descriptor, words)
    except OSError:  # a full disk: held all the same, only nobody can read by whom
        pass
    return Lock(place, descriptor)


def _hold(path: str, place: str) -> int | None:
    """The descriptor of the lock, held; None where it was removed meanwhile.

    Raises:
        FileTrouble: another program holds it.
        OSError: it cannot be written.
    """
    descriptor = os.open(place, _FLAGS, 0o600)
    try:
        held = _lock(descriptor)
        holder = _holder(descriptor)
        if held is False or (holder is not None and _counts(holder, held)):
            raise _trouble(path, place, holder)
        mine, named = os.fstat(descriptor), os.stat(place)
    except (OSError, FileTrouble):
        os.close(descriptor)
        raise
    if (mine.st_dev, mine.st_ino) != (named.st_dev, named.st_ino):
        os.close(descriptor)
        return None
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor


def _counts(holder: Holder, held: bool | None) -> bool:
    """Whether somebody named in a lock that was to be had still counts."""
    if holder.machine != _machine():
        return True
    return held is None and _is_alive(holder.pid)


def _trouble(path: str, place: str, holder: Holder | None) -> FileTrouble:
    if holder is None:
        holder = Holder("pmark", 0, "-", _machine())
    if not os.path.islink(path):  # as the user named it
        place = os.path.join(os.path.dirname(path), OWN, os.path.basename(place))
    key = "file_held" if holder.machine == _machine() else "file_held_elsewhere"
    return FileTrouble(
        key,
        file=path,
        program=holder.program,
        pid=holder.pid or "-",
        since=holder.since,
        lock=place,
    )


def _holder(descriptor: int) -> Holder | None:
    """Who stands in a lock; None where nobody does."""
    os.lseek(descriptor, 0, os.SEEK_SET)
    lines = os.read(descriptor, _MOST).decode("utf-8", "replace").split("\n")
    if len(lines) < 4 or not lines[1].isdecimal():
        return None
    program, pid, since, machine = ("".join(filter(str.isprintable, line)) for line in lines[:4])
    return Holder(program, int(pid), since, machine)


def _lock(descriptor: int) -> bool | None:
    """Lock the file: whether that was to be had, None where the folder has no locks."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        taken = error.errno in (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
        return False if taken else None
    return True


def _is_alive(pid: int) -> bool:
    """Whether a process of this computer runs; only asked where there are no locks."""
    if sys.platform == "win32":
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _machine() -> str:
    """A number that tells this computer from others, without its name."""
    name = os.environ.get("COMPUTERNAME", "") if sys.platform == "win32" else os.uname().nodename
    return f"{crc32(name.encode('utf-8', 'replace')):08x}"
