"""Earlier states of a client file, kept beside it at each save: `.pmark/NAME/000123.2026-11-23T100312.toml`.

The newest twenty, and before them the last one of each day; while a file is open, up to sixty, so that
undo reaches back behind its opening. A state is kept by giving the file that is
about to be replaced a second name, which copies nothing; where a folder has no second names, by a
copy. Each is a whole client file, readable without pmark.
"""

from __future__ import annotations

import os
from contextlib import suppress
from datetime import datetime

from pmark_tui.domain.values import frozen
from pmark_tui.errors import FileTrouble
from pmark_tui.store.paths import beside, own_folder

NEWEST = 20
"""How many saves are kept one by one."""
DAYS = 60
"""Of how many days before those the last state is kept."""
MOST = 3 * NEWEST
"""How many are kept one by one before a save itself drops the oldest."""

_ENDING = ".toml"
_TIME = "%Y-%m-%dT%H%M%S"


@frozen
class Version:
    """An earlier state: its file, its number in the order of saves, and when it had been saved."""

    path: str
    number: int
    saved: datetime


def listing(path: str) -> tuple[Version, ...]:
    """The earlier states of a client file, the oldest first; none where none were kept."""
    folder = beside(path)
    try:
        names = os.listdir(folder)
    except OSError:
        return ()
    return tuple(sorted(filter(None, (_version(folder, n) for n in names)), key=lambda v: v.number))


def keep(path: str) -> None:
    """Keep the file that is there now.

    What cannot be kept stops no save: the new state matters more than an old one.
    """
    with suppress(OSError):
        earlier = listing(path)
        number = earlier[-1].number + 1 if earlier else 1
        saved = datetime.fromtimestamp(os.stat(path).st_mtime)  # noqa: DTZ006 - people look for local times
        folder = beside(path)
        own_folder(folder)
        kept = os.path.join(folder, f"{number:06d}.{saved:{_TIME}}{_ENDING}")
        _second_name(os.path.realpath(path), kept)
        if len(earlier) >= MOST + DAYS:
            prune(path)


def prune(path: str) -> None:
    """Drop the states that need not be kept: when a file is opened and when it is closed."""
    for version in superfluous(listing(path)):
        with suppress(OSError):
            os.unlink(version.path)


def superfluous(versions: tuple[Version, ...]) -> list[Version]:
    """Those that need not be kept: neither among the newest nor the last of their day."""
    older = versions[:-NEWEST]
    last_of_day = {version.saved.date(): version for version in older}
    stay = {v.number for v in list(last_of_day.values())[-DAYS:]}
    return [version for version in older if version.number not in stay]


def begin_anew(path: str) -> None:
    """A new file has no earlier states: those of an older file of its name are set aside.

    They stay beside it as `.pmark/NAME.2`, so that a name used again loses and mixes nothing.
    """
    folder = beside(path)
    if not os.path.isdir(folder):
        return
    number = 2
    while os.path.lexists(f"{folder}.{number}"):
        number += 1
    with suppress(OSError):
        os.rename(folder, f"{folder}.{number}")


def restore(path: str, version: Version) -> None:
    """Put an earlier state in place of the file; the one that is there now is kept as well.

    The caller holds the file's lock and has read the earlier state. Byte for byte, so that every key
    comes back, also those that this version of pmark does not know.

    Raises:
        FileTrouble: the state cannot be read, or the file not be written; all stays as it was.
    """
    from pmark_tui.store import whole_file

    real = os.path.realpath(path)
    try:
        with open(version.path, "rb") as stream:
            data = stream.read()
    except OSError as error:
        raise FileTrouble("file_unreadable", file=version.path, why=error.strerror) from None
    try:
        whole_file.put(real, data, before=lambda: keep(path))
    except OSError as error:
        raise FileTrouble("file_unwritable", file=path, why=error.strerror) from None


def _version(folder: str, name: str) -> Version | None:
    """The state of a file name; None where the name is not of a kept state."""
    number, _, rest = name.partition(".")
    if not number.isdecimal() or not rest.endswith(_ENDING):
        return None
    try:
        saved = datetime.strptime(rest.removesuffix(_ENDING), _TIME)  # noqa: DTZ007 - local, as written
    except ValueError:
        return None
    return Version(os.path.join(folder, name), int(number), saved)


def _second_name(path: str, kept: str) -> None:
    try:
        os.link(path, kept)
    except OSError:
        from shutil import copyfile

        descriptor = os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        os.close(descriptor)
        copyfile(path, kept)
