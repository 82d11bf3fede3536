"""Where a figure or a duty was read. How sure it is: `pmark_tui.domain.notes.Certainty`."""

from __future__ import annotations

from pmark_tui.domain.pack import Text
from pmark_tui.domain.values import frozen


@frozen
class Source:
    """A place where something was read; `dated` as far as known (YYYY, YYYY-MM or YYYY-MM-DD)."""

    id: str
    title: Text
    url: str = ""
    dated: str = ""


def plain_sources(known: tuple[Source, ...], lang: str) -> list[dict[str, str]]:
    """Sources as plain rows, titles in `lang`."""
    return [{"id": s.id, "title": s.title.of(lang), "url": s.url, "dated": s.dated} for s in known]
