"""The records of incidents in a folder."""

from __future__ import annotations

import os

from pmark_tui.errors import FileTrouble, PmarkError
from pmark_tui.store import incident_file
from pmark_tui.store.incident_file import SUFFIX, IncidentFile


def listing(folder: str) -> list[tuple[str, IncidentFile | PmarkError]]:
    """Every record of the folder by its path, the newest first; one that cannot be read by its error.

    Raises:
        FileTrouble: the folder cannot be read.
    """
    try:
        names = [name for name in os.listdir(folder or ".") if name.endswith(SUFFIX)]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise FileTrouble("file_unreadable", file=folder, why=error.strerror) from None
    found: list[tuple[str, IncidentFile | PmarkError]] = []
    for name in sorted(names):
        path = os.path.join(folder, name)
        try:
            found.append((path, incident_file.read(path)))
        except PmarkError as error:
            found.append((path, error))
    found.sort(key=_known_on, reverse=True)
    return found


def _known_on(row: tuple[str, IncidentFile | PmarkError]) -> str:
    return row[1].record.known_on.isoformat() if isinstance(row[1], IncidentFile) else ""
