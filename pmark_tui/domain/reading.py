"""What to read: what the material of 2005 recommends, beside the official sources of today."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pmark_tui.domain.pack import Text
from pmark_tui.domain.values import frozen

Era = Literal["today", "2005"]


@frozen
class Reading:
    """A site, book or document; `by` and `publisher` stay in Japanese."""

    id: str
    era: Era
    kind: Literal["site", "book", "document"]
    title: Text
    url: str = ""
    by: str = ""
    publisher: str = ""
    about: Text | None = None


@frozen
class ReadingList:
    """All that is recommended, and what must be said about each era."""

    checked_on: date
    said_2005: Text
    said_today: Text
    entry: tuple[Reading, ...]

    def of(self, era: Era) -> tuple[Reading, ...]:
        """The entries of an era, in their order."""
        return tuple(e for e in self.entry if e.era == era)

    def said(self, era: Era) -> Text:
        """What must be said about an era's entries."""
        return self.said_today if era == "today" else self.said_2005
