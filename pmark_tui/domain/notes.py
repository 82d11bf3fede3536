"""What the domain says: a sentence's key with its values, and where a fact is from.

The sentences themselves stand in `pmark_tui.texts.money`; a view resolves them with `money.say`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pmark_tui.domain.values import frozen

Certainty = Literal["confirmed", "one-source", "inferred", "conflicting"]
"""How sure a fact is: two independent sources or more, one, worked out by us, sources disagree."""

Size = Literal["small", "medium", "large"]
SIZES: tuple[Size, ...] = ("small", "medium", "large")


@frozen
class Note:
    """A sentence of `texts.money` by its key; values may be numbers, dates, texts and notes."""

    key: str
    values: Mapping[str, Any] = {}


@frozen
class Source:
    """An address, and the date that the page claims ("" for none; may be a year or a month)."""

    url: str
    dated: str = ""
