"""Values of the domain as rows for the cache (`pmark_tui.store.cache`), and back.

A row holds the fields of a dataclass in their order; dates are ISO text. The way back is named
field by field, because reading type hints at run time would cost more than the cache saves.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from pmark_tui.domain.pack import Text
from pmark_tui.domain.values import field_names, field_values, is_value

Thaw = Callable[[Any], Any]
_PLAIN = frozenset((str, int, float, bool, type(None)))


def freeze(value: Any) -> Any:
    """A value of the domain as lists, mappings, texts and numbers."""
    if type(value) in _PLAIN:
        return value
    if is_value(value):
        value = field_values(value)
    if isinstance(value, tuple):
        return [item if type(item) in _PLAIN else freeze(item) for item in value]
    if isinstance(value, dict):
        return {key: freeze(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def row(kind: Callable[..., Any], **special: Thaw) -> Thaw:
    """What builds a `kind` from its row; `special` names the fields that are no plain values."""
    names = field_names(kind)
    steps = [(names.index(name), build) for name, build in special.items()]

    def build(values: list[Any]) -> Any:
        values = [tuple(v) if type(v) is list else v for v in values]
        for index, step in steps:
            if values[index] is not None:
                values[index] = step(values[index])
        return kind(*values)

    return build


def many(build: Thaw) -> Thaw:
    """What builds a tuple of rows."""
    return lambda rows: tuple(map(build, rows))


def named(build: Thaw) -> Thaw:
    """What builds a mapping of rows."""
    return lambda rows: {key: build(value) for key, value in rows.items()}


def text(values: Any) -> Text:
    """A text in both languages from its row; a pack holds hundreds, so by the shortest way."""
    return Text(*values)


day = date.fromisoformat
