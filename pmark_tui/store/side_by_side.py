"""Many client files read at once, by processes beside this one: a single process keeps to one core.

Each process is told in one line of JSON what to read and answers in lines of JSON. What one of them
does not answer, for whatever reason, is simply read later by who asked.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

from pmark_tui.domain.client import Answer
from pmark_tui.domain.points import Point
from pmark_tui.domain.values import hasten
from pmark_tui.errors import PmarkError
from pmark_tui.store.summaries import Kept, Summaries, state_of

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from queue import SimpleQueue
    from subprocess import Popen

FROM = 100
"""From so many files on it pays: starting the processes costs as much as reading some 40 files."""
MOST = 4
"""Most processes at a time, however many cores there are: a folder of clients is no reason for more."""
_TOGETHER = 16
"""Summaries that a process prints at once: each time wakes who asked, and it draws the list meanwhile."""

_START = (
    "import sys; sys.path[:] = filter(None, sys.path);"  # not from where we stand
    "import json; told = json.loads(sys.stdin.buffer.readline()); sys.path[:] = told['modules'];"
    f"from {__name__} import _answer; _answer(told)"
)
"""What a process runs: it looks for modules where this one does, never in the folder of the clients."""


def kept(folder: str, names: Sequence[str], on: date) -> Generator[tuple[str, Kept], None, None]:
    """The summaries of these files of a folder, as they get done; those that are broken are left out.

    Closing the iterator ends the processes.
    """
    count = min(_cores(), MOST)
    if count < 2 or not sys.executable:
        return
    from queue import SimpleQueue
    from threading import Thread

    lines: SimpleQueue[bytes] = SimpleQueue()
    running: list[Popen[bytes]] = []
    try:
        for _ in range(count):
            running.append(_started())
        for number, process in enumerate(running):
            told = {"modules": sys.path, "folder": os.path.abspath(folder), "on": on.isoformat()}
            order = json.dumps(told | {"names": names[number::count]}).encode() + b"\n"
            Thread(target=_converse, args=(process, order, lines), daemon=True).start()
        ended = 0
        while ended < len(running):
            if line := lines.get():
                name, found = json.loads(line)
                yield name, found
            else:
                ended += 1
    except (OSError, ValueError):
        return  # no process to be had, or one that was cut off in mid-line
    finally:
        for process in running:
            process.kill()
            process.wait()


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _started() -> Popen[bytes]:
    from subprocess import DEVNULL, PIPE, Popen

    command = [sys.executable, "-c", _START]
    return Popen(command, stdin=PIPE, stdout=PIPE, stderr=DEVNULL)  # noqa: S603 - our own code


def _converse(process: Popen[bytes], order: bytes, lines: SimpleQueue[bytes]) -> None:
    """Give a process its order and hand on its answers; an empty line says that this was all."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        with process.stdin as to, process.stdout as answers:
            to.write(order)
            to.close()
            for line in answers:
                lines.put(line)
    except (OSError, ValueError):
        pass  # it ended early
    finally:
        lines.put(b"")


def _answer(told: dict[str, Any]) -> None:
    """What each process does: read its share and print each summary when it is known."""
    import gc

    gc.disable()  # a short life, and no cycles worth the looking
    hasten(Answer, Point)
    summaries = Summaries(date.fromisoformat(told["on"]))
    lines: list[str] = []
    for name in told["names"]:
        path = os.path.join(told["folder"], name)
        try:
            _, found = summaries.read(path, state_of(path)[0])
        except (PmarkError, OSError):
            continue  # who asked reads it again and says what is wrong
        lines.append(json.dumps([name, found]) + "\n")
        if len(lines) == _TOGETHER:
            sys.stdout.write("".join(lines))
            sys.stdout.flush()
            lines.clear()
    sys.stdout.write("".join(lines))
