"""Keeps a process that runs made-up input from writing outside its folder, from the network, from programs.

An audit hook cannot be taken back, so this is for a process of its own (or for a test's subprocess).
"""

from __future__ import annotations

import os
import sys
import tempfile

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = {
    "os.chmod": (0,),
    "os.link": (0, 1),
    "os.mkdir": (0,),
    "os.remove": (0,),
    "os.rename": (0, 1),
    "os.rmdir": (0,),
    "os.symlink": (0, 1),
    "os.truncate": (0,),
    "os.utime": (0,),
    "shutil.rmtree": (0,),
}
_PROGRAMS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.fork", "pty.spawn")
_NETWORK = (
    "socket.bind",
    "socket.connect",
    "socket.getaddrinfo",
    "socket.gethostbyname",
    "socket.sendto",
    "urllib.Request",
)


class Escaped(BaseException):
    """A made-up input reached the network or started a program; nothing of pmark may catch this."""


def confine(folder: str) -> None:
    """From now on this process writes below `folder` alone; anything else is refused like a full disk."""
    inside = os.path.realpath(folder) + os.sep
    tempfile.tempdir = inside  # a library that writes a workbook puts its parts there first

    def refuse_outside(path: object) -> None:
        if not isinstance(path, (str, bytes, os.PathLike)):
            return  # a file that is open already
        whole = os.path.realpath(os.fsdecode(path))
        if not (whole + os.sep).startswith(inside) and not whole.startswith("/dev/"):
            raise PermissionError(13, "outside of the fuzzer's folder", whole)

    def watch(event: str, args: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = args
            if isinstance(flags, int) and flags & _WRITES:
                refuse_outside(path)
        elif event in _CHANGES:
            for place in _CHANGES[event]:
                refuse_outside(args[place])
        elif event in _PROGRAMS or event in _NETWORK:
            raise Escaped(f"{event} {args!r}")

    sys.addaudithook(watch)
