"""A reader for the TOML that pmark itself writes, several times quicker than one of the whole language.

It knows the few forms that a client file is written in: tables, lists of tables, one value a line, and
plain lists. Whatever else it meets, it gives up and `tomllib` decides. What it does read it reads as
`tomllib` would; a test holds the two together. A folder of a thousand clients is read in seconds so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
"""What no TOML text holds as it stands."""

_KEY = r'[A-Za-z0-9_-]+|"[^"\\]*"'
_ESCAPED = r'"(?:[^"\\]|\\[bfnrt"\\]|\\u00[0-9A-Fa-f]{2})*"'
_VALUE = rf'{_ESCAPED}|[^,"\[\]{{}}]+'
_NAME = re.compile(_KEY)
_STRING = re.compile(_ESCAPED)
_STAMP = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} (?:[01][0-9]|2[0-3]):[0-9]{2}:[0-9]{2}")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile(r"0|-?[1-9][0-9]*")
_TABLE = re.compile(rf"\[({_KEY})(?:\.({_KEY}))?\]")
_ROW = re.compile(rf"\[\[({_KEY})\]\]")
_FIELD = re.compile(rf"({_KEY}) = ({_VALUE})(?:, |$)")

_INDENT, _OPEN, _CLOSE, _AFTER = "    ", "{ ", " }", ","
"""How an item stands in a list of more than one line, and a short table in it."""


def loads(text: str) -> dict[str, Any] | None:
    """The document, or None where it holds any form that pmark does not write."""
    if _CONTROL.search(text):
        return None
    whole: dict[str, Any] = {}
    table = whole
    seen: set[tuple[str, ...]] = set()
    rows: dict[str, list[dict[str, Any]]] = {}
    names: dict[str, str] = {}
    lines = iter(text.split("\n"))
    try:
        for line in lines:
            first = line[:1]
            if first == "[":
                table = _header(line, whole, seen, rows)
            elif first and first != "#":
                raw, _, held = line.partition(" = ")
                name = names.get(raw)
                if name is None:
                    name = names[raw] = _name(raw)
                if name in table:
                    return None
                table[name] = _items(lines) if held == "[" else [] if held == "[]" else _value(held)
    except (ValueError, StopIteration):
        return None
    return whole


def _header(
    line: str,
    whole: dict[str, Any],
    seen: set[tuple[str, ...]],
    rows: dict[str, list[dict[str, Any]]],
) -> dict[str, Any]:
    """The table that a line in brackets opens.

    Raises:
        ValueError: it is opened a second time, or stands where something else is.
    """
    if found := _ROW.fullmatch(line):
        name = _name(found[1])
        if name not in rows:
            if name in whole:
                raise ValueError
            rows[name] = whole[name] = []
        table: dict[str, Any] = {}
        rows[name].append(table)
        return table
    found = _TABLE.fullmatch(line)
    if found is None:
        raise ValueError
    path = tuple(_name(part) for part in found.groups() if part is not None)
    if path in seen:
        raise ValueError
    seen.add(path)
    table = whole
    for name in path:
        table = table.setdefault(name, {})
        if type(table) is not dict:
            raise ValueError
    return table


def _items(lines: Iterator[str]) -> list[Any]:
    """The items of a list, up to its closing bracket."""
    items: list[Any] = []
    while (line := next(lines)) != "]":
        if not line.startswith(_INDENT) or not line.endswith(_AFTER):
            raise ValueError
        held = line[len(_INDENT) : -len(_AFTER)]
        short = held.startswith(_OPEN) and held.endswith(_CLOSE)
        items.append(_short(held[len(_OPEN) : -len(_CLOSE)]) if short else _value(held))
    return items


def _short(fields: str) -> dict[str, Any]:
    """A table on one line, without its braces."""
    table: dict[str, Any] = {}
    at = 0
    while at < len(fields) or not table:
        found = _FIELD.match(fields, at)
        if found is None or (name := _name(found[1])) in table:
            raise ValueError
        table[name] = _value(found[2])
        at = found.end()
    if fields.endswith(", "):
        raise ValueError
    return table


def _name(raw: str) -> str:
    if not _NAME.fullmatch(raw):
        raise ValueError
    return raw[1:-1] if raw[0] == '"' else raw


def _value(held: str) -> Any:
    """A value by its form.

    Raises:
        ValueError: it is none of those that pmark writes, or a day that no calendar has.
    """
    if held[:1] == '"':
        if held.count('"') == 2 and held[-1] == '"' and "\\" not in held:
            return held[1:-1]
        if not _STRING.fullmatch(held):
            raise ValueError
        from json import loads as string

        return string(held, strict=False)
    if held in ("true", "false"):
        return held == "true"
    if _STAMP.fullmatch(held):
        return datetime.fromisoformat(held)
    if _DAY.fullmatch(held):
        return date.fromisoformat(held)
    if _WHOLE.fullmatch(held):
        return int(held)
    raise ValueError
