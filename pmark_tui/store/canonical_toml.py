"""The TOML of a file that pmark wrote, read in one sweep: a third of what a general reader takes.

What tomli-w writes for a client has few forms, one to a line. A text that has any other is left to
tomli; what is read here is what tomli would have read (tests/store/test_canonical_toml.py).
"""

from __future__ import annotations

import json
import re
from datetime import date, datetime
from typing import Any

_INSIDE = r'(?:[^"\\\x00-\x08\x0a-\x1f\x7f]++|\\[btnfr"\\]|\\u00[0-7][0-9a-f])*+'
_LINE = re.compile(
    r"^(?:([\w-]+) = (?:"
    rf'"({_INSIDE})"'
    r"|(\d{4}-\d\d-\d\d(?: (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)?)"
    r"|(-?(?:0|[1-9]\d{0,17})|true|false|\[\]?))"
    rf'|    ("{_INSIDE}"),'
    r"|(\])"
    rf'|\[([\w-]+)(?:\.(?:"(?!")({_INSIDE})"|([\w-]+)))?\]'
    r"|\[\[([\w-]+)\]\]"
    r"|(?:#[^\x00-\x08\x0a-\x1f\x7f]*)?)\n",
    re.MULTILINE | re.ASCII,
)
_WORDS: dict[str, Any] = {"": "", "true": True, "false": False}
_MOST_LINES = 131_072
"""More than any client has; each line is a tuple for a moment, and a file of empty lines has millions."""


def read(text: str) -> dict[str, Any] | None:
    """The content of a TOML text, or None where it holds what tomli-w would not write for a client."""
    count = text.count("\n")
    if count > _MOST_LINES or not text.endswith("\n"):
        return None
    lines = _LINE.findall(text)
    try:
        return _document(lines) if len(lines) == count else None
    except ValueError:  # a day that no calendar has, something out of its place
        return None


def _document(lines: list[tuple[str, ...]]) -> dict[str, Any]:
    """What the lines say, in their order.

    Raises:
        ValueError: a line is no good where it stands.
    """
    document: dict[str, Any] = {}
    table = document
    rows: dict[str, list[dict[str, Any]]] = {}
    items: list[str] | None = None  # of a list that is not closed yet
    for key, inside, when, other, item, closed, head, quoted, bare, row in lines:
        if items is not None:
            if item:
                items.append(_text(item[1:-1]))
            elif closed:
                items = None
            else:
                raise ValueError(key)
        elif key:
            if key in table:
                raise ValueError(key)
            if inside:
                table[key] = _text(inside) if "\\" in inside else inside
            elif when:
                of = datetime if " " in when else date
                table[key] = of.fromisoformat(when)
            elif other == "[":
                table[key] = items = []
            elif other == "[]":
                table[key] = []
            else:
                table[key] = _WORDS[other] if other in _WORDS else int(other)
        elif head:
            outer, name = document, _text(quoted) if "\\" in quoted else quoted or bare
            if name:
                outer = document.setdefault(head, {})
            else:
                name = head
            if type(outer) is not dict or name in outer:
                raise ValueError(name)
            table = outer[name] = {}
        elif row:
            if row not in rows and row in document:
                raise ValueError(row)
            table = {}
            rows.setdefault(row, document.setdefault(row, [])).append(table)
        elif item or closed:
            raise ValueError(item)
    if items is not None:
        raise ValueError(items)
    return document


def _text(inside: str) -> str:
    """What stands between quotes; what is escaped there JSON escapes alike."""
    return json.loads(f'"{inside}"', strict=False) if "\\" in inside else inside
