"""Where a figure or a duty was read, and how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pmark_tui.domain.pack import Text

Certainty = Literal["confirmed", "one-source", "inferred", "conflicting"]
"""Two independent places; one place; our own reasoning; places that disagree."""


@dataclass(frozen=True, slots=True)
class Source:
    """A place where something was read; `dated` is its date as far as known (YYYY, YYYY-MM or -DD)."""

    id: str
    title: Text
    url: str = ""
    dated: str = ""


def plain_sources(known: tuple[Source, ...], lang: str) -> list[dict[str, str]]:
    """Sources as plain rows, titles in `lang`."""
    return [{"id": s.id, "title": s.title.of(lang), "url": s.url, "dated": s.dated} for s in known]
