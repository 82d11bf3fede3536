"""A folder of client files: which there are, and what each holds or why it cannot be read."""

from __future__ import annotations

import os
from datetime import datetime

from pmark_tui.domain.client import Client
from pmark_tui.domain.values import frozen
from pmark_tui.errors import FileTrouble, PmarkError
from pmark_tui.store import client_file


@frozen
class Entry:
    """One file of a folder: its client, or the error that says why there is none."""

    path: str
    touched: datetime
    client: Client | None
    error: PmarkError | None = None


def names(folder: str) -> list[str]:
    """The client files of a folder, by name; snapshots and hidden files are none.

    Raises:
        FileTrouble: the folder cannot be read.
    """
    try:
        found = [
            entry.name
            for entry in os.scandir(folder)
            if entry.name.endswith(client_file.SUFFIX) and not entry.name.startswith(".")
        ]
    except OSError as error:
        raise FileTrouble("file_unreadable", file=folder, why=error.strerror) from None
    return sorted(found)


def entry(folder: str, name: str) -> Entry:
    """One client file of a folder; an unreadable one is an entry with its error."""
    path = os.path.join(folder, name)
    try:
        touched = datetime.fromtimestamp(os.stat(path).st_mtime)  # noqa: DTZ006 - shown as local time
    except OSError:
        touched = datetime(1970, 1, 1)  # noqa: DTZ001 - unknown
    try:
        return Entry(path, touched, client_file.read(path).client)
    except PmarkError as error:
        return Entry(path, touched, None, error)


def new_path(folder: str, name: str, suffix: str = client_file.SUFFIX) -> str:
    """A path for a new file: its name without what file systems refuse, and not taken yet."""
    refused = '<>:"/\\|?*\0'
    stem = "".join("_" if c in refused or not c.isprintable() else c for c in name)
    stem = stem.strip(" .") or "client"
    stem = stem.encode("utf-8")[:180].decode("utf-8", "ignore")
    path = os.path.join(folder, f"{stem}{suffix}")
    number = 2
    while os.path.lexists(path):
        path = os.path.join(folder, f"{stem}-{number}{suffix}")
        number += 1
    return path
