"""Text from files and people, made harmless before it is shown or anything is built from it.

Control characters and the marks that turn the direction of a line could move the cursor, change a title
or change what a reader sees, and some are not allowed in XML at all. Each is shown as U+FFFD, so that a
reader sees that something stood there. Everything else stays as it was typed.
"""

from __future__ import annotations

import re
from functools import cache

_SHOWN = "\ufffd"
_ACTING = (
    range(0x20),
    range(0x7F, 0xA0),
    (0x061C,),
    range(0x200E, 0x2010),
    range(0x202A, 0x202F),
    range(0x2066, 0x206A),
    range(0xD800, 0xE000),
    (0xFFFE, 0xFFFF),
)
_BREAKS = (0x2028, 0x2029)
"""Line ends that only some programs know."""


@cache
def _table() -> dict[int, str]:
    """What `plain` shows instead; not made before the first text that needs it."""
    acting = {code: _SHOWN for codes in _ACTING for code in codes}
    return acting | {0x09: "\t", 0x0A: "\n"} | dict.fromkeys(_BREAKS, "\n")


@cache
def _escaped() -> re.Pattern[str]:
    """The same characters above U+0020: JSON escapes those below by itself."""
    spans = (f"{chr(codes[0])}-{chr(codes[-1])}" for codes in (*_ACTING[1:], _BREAKS))
    return re.compile(f"[{''.join(spans)}]")


def plain(text: str) -> str:
    """`text` with every character that acts on its surroundings shown; line ends become newlines."""
    if text.isprintable():
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_table())


def plain_json(rendered: str) -> str:
    """JSON with the same characters escaped: the values stay, and a terminal sees nothing that acts."""
    return _escaped().sub(lambda found: f"\\u{ord(found[0]):04x}", rendered)
