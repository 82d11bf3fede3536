"""Client files as summaries on one day, in the form that a folder's rows are kept in."""

from __future__ import annotations

import os
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pmark_tui.domain.summary import Due, StepState, Summary, good_until, summarise
from pmark_tui.domain.values import replace
from pmark_tui.store import cache, client_file, packs
from pmark_tui.store.rows import day, freeze, many, row

if TYPE_CHECKING:
    from datetime import date

    from pmark_tui.domain.client import Profile
    from pmark_tui.domain.pack import Pack
    from pmark_tui.domain.window import Window

Kept = list[Any]
"""A summary in plain values, behind the state of its file, its pack, the state of that pack, and the
last day on which it still holds."""

_thaw = row(
    Summary,
    on=day,
    steps=many(row(StepState)),
    due=many(row(Due, on=day)),
    answered_at=datetime.fromisoformat,
)


def state_of(path: str) -> tuple[str, float]:
    """What changes when a file does, and when that was (seconds since 1970).

    Raises:
        OSError: there is no such file.
    """
    stat = os.stat(path)
    return f"{stat.st_mtime_ns}:{stat.st_ctime_ns}:{stat.st_size}", stat.st_mtime


class Summaries:
    """What works out summaries on one day; each pack is loaded once, when a file needs it."""

    def __init__(self, on: date) -> None:
        self.on = on
        self._packs: dict[str, tuple[str, Pack | None]] = {}

    def read(self, path: str, state: str) -> tuple[Summary, Kept]:
        """The summary of a client file that was in this state before it was read, and what to keep of it.

        Raises:
            FileTrouble, BadInput: the file or its pack cannot be read.
        """
        client = client_file.read(path).client
        pack, window = self.pack(client.pack), _window(client.profile)
        summary = summarise(pack, client, self.on, window)
        until = good_until(pack, client, self.on, window).isoformat()
        return summary, [state, client.pack, self._pack(client.pack)[0], until, freeze(summary)]

    def thawed(self, kept: Kept | None, state: str) -> Summary | None:
        """A kept summary, where its file and its pack are as they were and no date in it has passed."""
        if kept is None or not state or kept[0] != state or kept[2] != self._pack(kept[1])[0]:
            return None
        summary: Summary = _thaw(kept[4])
        if summary.on == self.on:
            return summary
        held = summary.on < self.on <= day(kept[3])
        return replace(summary, on=self.on) if held else None

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
