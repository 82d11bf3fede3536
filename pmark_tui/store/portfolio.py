"""The clients of a folder as rows, and the copy of the rows that makes the second look quick."""

from __future__ import annotations

import os
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from pmark_tui.domain.summary import Due, StepState, Summary, summarise
from pmark_tui.domain.values import frozen
from pmark_tui.errors import PmarkError
from pmark_tui.store import cache, client_file, folder, packs, paths
from pmark_tui.store.rows import day, freeze, many, row

if TYPE_CHECKING:
    from pmark_tui.domain.client import Profile
    from pmark_tui.domain.pack import Pack
    from pmark_tui.domain.window import Window

_CALENDAR = ("calendar.toml", "closed_days.toml")
_thaw = row(
    Summary,
    on=day,
    steps=many(row(StepState)),
    due=many(row(Due, on=day)),
    answered_at=datetime.fromisoformat,
)


@frozen
class Row:
    """One file of a folder: its summary, or the error that says why there is none.

    `touched` is when the file was last written, in local time; None where nobody knows.
    """

    path: str
    touched: datetime | None
    summary: Summary | None
    error: PmarkError | None = None


class Portfolio:
    """A folder of client files on one day.

    A row is worked out from its file once and kept in the cache until the file, its pack, the
    calendar, pmark or the day changes. Rows are read one by one, so that whoever shows them may show
    the first before the last is read, and stop in between: `keep` saves what is known by then.
    """

    def __init__(self, path: str, on: date) -> None:
        """List the folder.

        Raises:
            FileTrouble: the folder cannot be read.
        """
        self.path = path
        self.on = on
        self.names = folder.names(path)
        self._packs: dict[str, tuple[str, Pack | None]] = {}
        self._name = f"portfolio-{cache.crc(os.path.abspath(path))}"
        places = (os.path.join(paths.shipped(), "privacymark", name) for name in _CALENDAR)
        self._state = cache.crc(f"{cache.signature(places)}|{on}")
        self._kept: dict[str, list[Any]] = cache.read(self._name, self._state) or {}
        self._new = False

    def row(self, name: str) -> Row:
        """One file of the folder; a broken one is a row with its error."""
        path = os.path.join(self.path, name)
        touched = None
        try:
            stat = os.stat(path)
            touched = datetime.fromtimestamp(stat.st_mtime)  # noqa: DTZ006 - shown as local time
            state = f"{stat.st_mtime_ns}:{stat.st_ctime_ns}:{stat.st_size}"
        except OSError:
            state = ""
        try:
            return Row(path, touched, self._held(name, state) or self._read(name, path, state))
        except PmarkError as error:
            return Row(path, touched, None, error)

    def pack(self, pack_id: str) -> Pack:
        """A pack of these clients, loaded once.

        Raises:
            FileTrouble, BadInput: there is none of this id, or it is damaged.
        """
        state, pack = self._pack(pack_id)
        if pack is None:
            pack = packs.load(pack_id)
            self._packs[pack_id] = state, pack
        return pack

    def keep(self) -> None:
        """Save the rows that are known for the next time."""
        if self._new:
            here = set(self.names)
            cache.write(self._name, self._state, {k: v for k, v in self._kept.items() if k in here})

    def _held(self, name: str, state: str) -> Summary | None:
        kept = self._kept.get(name)
        if kept is None or not state or kept[0] != state or kept[2] != self._pack(kept[1])[0]:
            return None
        summary: Summary = _thaw(kept[3])
        return summary

    def _read(self, name: str, path: str, state: str) -> Summary:
        client = client_file.read(path).client
        pack = self.pack(client.pack)
        summary = summarise(pack, client, self.on, _window(client.profile))
        self._kept[name] = [state, client.pack, self._pack(client.pack)[0], freeze(summary)]
        self._new = True
        return summary

    def _pack(self, pack_id: str) -> tuple[str, Pack | None]:
        """The state of a pack's sources, and the pack itself where a file needed it."""
        if pack_id not in self._packs:
            found = packs.find(pack_id)
            self._packs[pack_id] = cache.signature(packs.sources(found)), None
        return self._packs[pack_id]


def _window(profile: Profile) -> Window | None:
    """When this client's renewal may be filed; only those who have one load the calendar."""
    if profile.kind != "renewal" or profile.expires is None:
        return None
    from pmark_tui.domain.plan import window_of
    from pmark_tui.store.closed_days import is_closed
    from pmark_tui.store.scheme import calendar_rules

    return window_of(calendar_rules(), is_closed, profile.kind, profile.expires)
