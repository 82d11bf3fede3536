"""The clients of a folder as rows, and the copy of the rows that makes the second look quick."""

from __future__ import annotations

import os
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING

from pmark_tui.domain.values import frozen
from pmark_tui.errors import PmarkError
from pmark_tui.store import cache, folder, paths, side_by_side
from pmark_tui.store.summaries import Kept, Summaries, state_of

if TYPE_CHECKING:
    from collections.abc import Generator
    from datetime import date

    from pmark_tui.domain.pack import Pack
    from pmark_tui.domain.summary import Summary

_CALENDAR = ("calendar.toml", "closed_days.toml")


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
    calendar or pmark changes, or a day passes that matters to it. Rows come one by one, so that
    whoever shows them may show the first before the last is read, and stop in between: `keep` saves
    what is known by then.
    """

    def __init__(self, path: str, on: date) -> None:
        """List the folder.

        Raises:
            FileTrouble: the folder cannot be read.
        """
        self.path = path
        self.on = on
        self.names = folder.names(path)
        self._summaries = Summaries(on)
        self._name = f"portfolio-{cache.crc(os.path.abspath(path))}"
        places = (os.path.join(paths.shipped(), "privacymark", name) for name in _CALENDAR)
        self._state = cache.signature(places)
        self._kept: dict[str, Kept] = cache.read(self._name, self._state) or {}
        self._new = False

    def rows(self) -> Generator[tuple[str, Row], None, None]:
        """Every file with its row: those that are known first, then the others as they get read."""
        waiting = []
        for name in self.names:
            if (row := self._row(name, read=False)) is not None:
                yield name, row
            else:
                waiting.append(name)
        together = len(waiting) >= side_by_side.FROM
        if together:
            first = waiting.pop()
            yield first, self.row(first)  # which compiles its pack, once and not in each process
        left = dict.fromkeys(waiting)
        if together:
            with closing(side_by_side.kept(self.path, waiting, self.on)) as found:
                for name, kept in found:
                    self._take(name, kept)
                    del left[name]
                    yield name, self.row(name)
        for name in left:
            yield name, self.row(name)

    def row(self, name: str) -> Row:
        """One file of the folder; a broken one is a row with its error."""
        row = self._row(name, read=True)
        assert row is not None
        return row

    def pack(self, pack_id: str) -> Pack:
        """A pack of these clients, loaded once.

        Raises:
            FileTrouble, BadInput: there is none of this id, or it is damaged.
        """
        return self._summaries.pack(pack_id)

    def keep(self) -> None:
        """Save the rows that are known for the next time."""
        if self._new:
            here = set(self.names)
            cache.write(self._name, self._state, {k: v for k, v in self._kept.items() if k in here})

    def _row(self, name: str, read: bool) -> Row | None:
        """A row from what is kept, or else from the file if that may be read."""
        path = os.path.join(self.path, name)
        state, touched = "", None
        try:
            state, seconds = state_of(path)
            touched = datetime.fromtimestamp(seconds)  # noqa: DTZ006 - shown as local time
        except OSError:
            pass
        try:
            summary = self._summaries.thawed(self._kept.get(name), state)
            if summary is None:
                if not read:
                    return None
                summary, kept = self._summaries.read(path, state)
                self._take(name, kept)
            return Row(path, touched, summary)
        except PmarkError as error:
            return Row(path, touched, None, error)

    def _take(self, name: str, kept: Kept) -> None:
        self._kept[name] = kept
        self._new = True
