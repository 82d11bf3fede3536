"""Whole values of the domain made plain (`domain.plain`), and texts in one line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pmark_tui.domain.plain import plain
from pmark_tui.domain.values import field_names, is_value, replace

T = TypeVar("T")


def one_line(text: str) -> str:
    """`text` without line breaks and doubled spaces, for a heading or a cell of a table."""
    return " ".join(text.split())


def plain_values(value: T) -> T:
    """A value of the domain with every text in it made plain, keys included."""
    made: Any = value
    if isinstance(value, str):
        made = plain(value)
    elif isinstance(value, tuple):
        made = tuple(plain_values(item) for item in value)
    elif isinstance(value, Mapping):
        made = {plain_values(key): plain_values(item) for key, item in value.items()}
    elif is_value(value):
        changed = {}
        for name in field_names(value):
            held = getattr(value, name)
            if held and not (
                type(held) is str and held.isprintable()
            ):  # most are; no call for each
                new = plain_values(held)
                if new is not held:
                    changed[name] = new
        made = replace(value, **changed) if changed else value
    return made  # type: ignore[no-any-return]
