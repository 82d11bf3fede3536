"""Text from a client file, made harmless before anything is built from it.

Control characters and the marks that turn the direction of a line could change what a reader sees, and
some are not allowed in XML at all. Each is shown as U+FFFD, so that a reader sees that something stood
there. Everything else stays as it was typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pmark_tui.domain.values import field_names, is_value, replace

_SHOWN = "\ufffd"
_ACTING = (
    *range(0x20),
    *range(0x7F, 0xA0),
    0x061C,
    *range(0x200E, 0x2010),
    *range(0x202A, 0x202F),
    *range(0x2066, 0x206A),
    *range(0xD800, 0xE000),
    0xFFFE,
    0xFFFF,
)
_TABLE = dict.fromkeys(_ACTING, _SHOWN) | {0x09: "\t", 0x0A: "\n", 0x2028: "\n", 0x2029: "\n"}

T = TypeVar("T")


def plain(text: str) -> str:
    """`text` with every character that acts on its surroundings shown; line ends become newlines."""
    if text.isprintable():
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)


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
        held = {name: getattr(value, name) for name in field_names(value)}
        changed = {k: new for k, v in held.items() if (new := plain_values(v)) is not v}
        made = replace(value, **changed) if changed else value
    return made  # type: ignore[no-any-return]
