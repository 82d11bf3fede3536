"""Dated copies of a client file beside it: `NAME.2026-11-23.snapshot.toml`.

The name does not end like a client file's, so that no list of clients takes a copy for one; it is
read like any client file.
"""

from __future__ import annotations

import os
from datetime import date

from pmark_tui.domain.client import Client
from pmark_tui.domain.values import frozen
from pmark_tui.errors import FileTrouble, PmarkError
from pmark_tui.store import client_file

SUFFIX = ".snapshot.toml"


@frozen
class Snapshot:
    """A dated copy; `number` tells those of one day apart, from 1."""

    path: str
    on: date
    number: int


def take(path: str, on: date) -> Snapshot:
    """Copy a client file; where nothing changed since the last copy, that one is it.

    Raises:
        FileTrouble: the file cannot be read, or the copy not be written.
        BadInput: it is no sound client file.
    """
    file = client_file.read(path)
    earlier = listing(path)
    if earlier and _client(earlier[-1]) == file.client:
        return earlier[-1]
    number = 1 + max((s.number for s in earlier if s.on == on), default=0)
    copy = Snapshot(_name(path, on, number), on, number)
    client_file.save_as(copy.path, file, file.client)
    return copy


def listing(path: str) -> tuple[Snapshot, ...]:
    """All copies of a client file, the oldest first.

    Raises:
        FileTrouble: its folder cannot be read.
    """
    folder = os.path.dirname(path)
    try:
        names = os.listdir(folder or ".")
    except OSError as error:
        raise FileTrouble("file_unreadable", file=folder, why=error.strerror) from None
    start = f"{_base(path)}."
    found = []
    for name in names:
        if name.startswith(start) and name.endswith(SUFFIX):
            day, _, number = name[len(start) : -len(SUFFIX)].partition(".")
            if (on := _day(day)) and (not number or number.isdecimal()):
                found.append(Snapshot(os.path.join(folder, name), on, int(number or 1)))
    return tuple(sorted(found, key=lambda s: (s.on, s.number)))


def taken_on(path: str) -> date | None:
    """The day of a copy by its name; None where the name is not a copy's."""
    name = os.path.basename(path)
    if not name.endswith(SUFFIX):
        return None
    words = name.removesuffix(SUFFIX).split(".")[-2:]
    return next((day for word in reversed(words) if (day := _day(word))), None)


def _name(path: str, on: date, number: int) -> str:
    more = f".{number}" if number > 1 else ""
    return os.path.join(os.path.dirname(path), f"{_base(path)}.{on}{more}{SUFFIX}")


def _base(path: str) -> str:
    return os.path.basename(path).removesuffix(client_file.SUFFIX)


def _day(word: str) -> date | None:
    try:
        return date.fromisoformat(word) if len(word) == len("2026-11-23") else None
    except ValueError:
        return None


def _client(snapshot: Snapshot) -> Client | None:
    """What a copy holds; None where it was damaged since."""
    try:
        return client_file.read(snapshot.path).client
    except PmarkError:
        return None
