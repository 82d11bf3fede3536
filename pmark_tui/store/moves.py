"""Client files as one keeps house: renamed, put into the archive and taken back, copied, brought in.

Nothing is ever deleted and nothing that is there is ever replaced. What lies beside a client file and
belongs to it, its dated copies and its earlier states, goes where the file goes.
"""

from __future__ import annotations

import os
from datetime import date
from urllib.parse import unquote, urlsplit

from pmark_tui.domain.client import Client, Profile
from pmark_tui.domain.values import replace
from pmark_tui.errors import FileTrouble
from pmark_tui.store import client_file, paths, snapshots, versions
from pmark_tui.store.folder import new_path
from pmark_tui.store.lock import take
from pmark_tui.store.open_file import OpenFile

ARCHIVE = "archive"
"""The folder of clients that are done with, inside the folder of clients."""

_QUOTES = ("''", '""', "「」", "“”", "‘’")


def archive_of(folder: str) -> str:
    """The archive of a folder of clients."""
    return os.path.join(folder, ARCHIVE)


def archive(path: str) -> str:
    """Put a client into the archive; where it lies now.

    Raises:
        FileTrouble: it cannot be moved.
    """
    into = archive_of(os.path.dirname(os.path.abspath(path)))
    try:
        os.makedirs(into, mode=0o700, exist_ok=True)
    except OSError as error:
        raise FileTrouble("file_unwritable", file=into, why=error.strerror) from None
    return _move(path, new_path(into, _stem(path)))


def take_back(path: str) -> str:
    """Take a client out of the archive; where it lies now.

    Raises:
        FileTrouble: it cannot be moved.
    """
    folder = os.path.dirname(os.path.dirname(os.path.abspath(path)))
    return _move(path, new_path(folder, _stem(path)))


def rename(path: str, name: str) -> str:
    """Give a client another name, in its file and as the file's own name; where it lies now.

    Raises:
        FileTrouble, BadInput: it cannot be read or written.
    """
    opened = OpenFile(path, "pmark")
    try:
        opened.save(_named(opened.file.client, name))
    finally:
        opened.close()
    wanted = new_path(os.path.dirname(path), name)
    return path if _stem(wanted) == _stem(path) else _move(path, wanted)


def copy_as_template(path: str, name: str, on: date) -> str:
    """Start a new client like another one: same pack, pass, trade, size and ways of working.

    No answer goes with it, no name of a person, no date: they are the other client's own.

    Raises:
        FileTrouble, BadInput: the one cannot be read, or the other not be written.
    """
    old = client_file.read(path).client
    was = old.profile
    profile = Profile(name, was.industry, was.workers, was.capital, was.kind, was.flags)
    client = Client(profile, old.pack, old.pack_version, on, quick=old.quick)
    return client_file.create(new_path(os.path.dirname(path), name), client).path


def bring_in(folder: str, written: str) -> str:
    """Copy a client file from anywhere into a folder; where the copy lies.

    Args:
        folder: the folder of clients.
        written: the path as somebody typed, pasted or dropped it (see `meant`).

    Raises:
        FileTrouble, BadInput: it cannot be read, is no sound client file, or cannot be written.
    """
    path = meant(written)
    file = client_file.read(path)
    into = new_path(folder, file.client.profile.name)
    return client_file.save_as(into, file, file.client).path


def meant(written: str) -> str:
    """The path that somebody typed, pasted or dropped.

    It may be in quotes, begin with `~`, be a `file:` address, or hold the backslashes that a terminal
    puts before spaces when a file is dropped into it.
    """
    path = written.strip()
    for pair in _QUOTES:
        if len(path) > 1 and path[0] == pair[0] and path[-1] == pair[1]:
            path = path[1:-1].strip()
            break
    if path.startswith("file:"):
        path = unquote(urlsplit(path).path)
    path = os.path.expanduser(path)
    if os.sep == "/" and "\\" in path and not os.path.lexists(path):
        path = path.replace("\\ ", " ").replace("\\(", "(").replace("\\)", ")").replace("\\'", "'")
    return path


def _named(client: Client, name: str) -> Client:
    return client.changed(profile=replace(client.profile, name=name))


def _stem(path: str) -> str:
    return os.path.basename(path).removesuffix(client_file.SUFFIX)


def _move(path: str, to: str) -> str:
    """Move a client file with what belongs to it.

    Raises:
        FileTrouble: another program holds the file, or it cannot be moved; what is beside it stays
            then, too.
    """
    beside = [(s.path, _beside(s.path, path, to)) for s in snapshots.listing(path)]
    beside.append((paths.beside(path), paths.beside(to)))
    held = take(path, "pmark")
    try:
        if os.path.lexists(to):
            raise FileTrouble("file_exists", file=to)
        versions.begin_anew(to)
        os.rename(path, to)
        for old, new in beside:
            if os.path.lexists(old) and not os.path.lexists(new):
                os.makedirs(os.path.dirname(new), mode=0o700, exist_ok=True)
                os.rename(old, new)
    except OSError as error:
        raise FileTrouble("file_unwritable", file=to, why=error.strerror) from None
    finally:
        held.release()
    return to


def _beside(snapshot: str, path: str, to: str) -> str:
    """Where a dated copy goes when its client file goes from `path` to `to`."""
    rest = os.path.basename(snapshot).removeprefix(_stem(path))
    return os.path.join(os.path.dirname(to), f"{_stem(to)}{rest}")
