"""Changes that keep the shape of an input, so that it gets past the parser: TOML, archives, words, keys."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from copy import deepcopy
from datetime import UTC, date, datetime, time
from io import BytesIO
from random import Random
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import tomli_w

Mutate = Callable[[Random, bytes], bytes]

TEXTS = (
    "",
    " ",
    "0",
    "-1",
    "はい",
    "yes",
    "na",
    "partial",
    "2026-02-30",
    "9999-12-31",
    "１",
    "../x",
    "a\0b",
    "CON",
    "\x1b]0;x\x07\x1b[31m",
    "\x9b31m",
    "\u202eabc",
    "\ufeff",
    "\U000e0041",
    "か\u3099" * 9,
    "=1+1",
    "[b]x[/b]",
    "{{ 7*7 }}",
    "{x}",
    "%s",
    "<script>",
    "](javascript:x)",
    "|a|\n|-|",
    "x" * 5000,
    "\n" * 50,
    "J.3.1.1-1",
    "J.99",
    "build",
)
VALUES: tuple[Any, ...] = (
    *TEXTS,
    True,
    False,
    0,
    1,
    -1,
    2,
    7,
    10**6,
    2**31,
    2**63 - 1,
    -(2**63),
    10**30,
    0.0,
    -0.5,
    1e300,
    float("nan"),
    float("inf"),
    date(1, 1, 1),
    date(2026, 11, 23),
    date(9999, 12, 31),
    datetime(1, 1, 1),  # noqa: DTZ001 - a time without a zone is one of the inputs
    datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC),
    time(23, 59),
    [],
    {},
    [[]],
    [{}],
    [1, "a", None.__class__.__name__],
    ["x"] * 200,
    {"ja": "x", "en": "x"},
    {"": ""},
)


def toml(rng: Random, data: bytes) -> bytes:
    """A TOML document with a few of its values, keys and entries changed."""
    try:
        document = tomllib.loads(data.decode())
    except (ValueError, RecursionError):
        return raw(rng, data)
    for _ in range(rng.choice((1, 1, 1, 2, 3, 6))):
        _change(rng, document)
    try:
        return tomli_w.dumps(document).encode("utf-8", "surrogatepass")
    except (ValueError, TypeError, RecursionError, AttributeError):
        return raw(rng, data)


def _change(rng: Random, document: dict[str, Any]) -> None:
    """One change somewhere in a document, deeper places as likely as others."""
    holders: list[Any] = []
    _collect(document, holders, 0)
    holder = rng.choice(holders)
    keys: list[Any] = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
    what = rng.randrange(8)
    if not keys or what == 0:
        if isinstance(holder, dict):
            holder[rng.choice(("x", "id", "note", "ja", "", "あ", "a.b"))] = _value(rng, holders)
        else:
            holder.append(_value(rng, holders))
        return
    key = rng.choice(keys)
    if what == 1:
        del holder[key]
    elif what == 2:
        other = rng.choice(keys)
        holder[key], holder[other] = holder[other], holder[key]
    elif what == 3 and isinstance(holder, list):
        holder.insert(key, deepcopy(holder[key]))
    elif what == 3:
        holder[_text(rng, str(key))] = holder.pop(key)
    elif what == 4 and isinstance(holder[key], str):
        holder[key] = _text(rng, holder[key])
    elif what == 5 and isinstance(holder[key], int):
        holder[key] = holder[key] + rng.choice((-1, 1, 10, -100, 2**31))
    elif what == 6:
        for _ in range(rng.choice((2, 30, 80))):
            holder[key] = [holder[key]] if rng.random() < 0.5 else {"x": holder[key]}
    else:
        holder[key] = _value(rng, holders)


def _collect(value: Any, out: list[Any], depth: int) -> None:
    if isinstance(value, (dict, list)) and depth < 60:
        out.append(value)
        for item in value.values() if isinstance(value, dict) else value:
            _collect(item, out, depth + 1)


def _value(rng: Random, holders: list[Any]) -> Any:
    if rng.random() < 0.2:
        return deepcopy(rng.choice(holders)) if len(holders) < 200 else {}
    return deepcopy(rng.choice(VALUES))


def _text(rng: Random, text: str) -> str:
    piece = rng.choice(TEXTS)
    place = rng.randrange(len(text) + 1)
    return rng.choice((piece, text[:place] + piece + text[place:], text[:place], text * 3))


def raw(rng: Random, data: bytes) -> bytes:
    """Bytes changed, cut, doubled or put in, without regard to what they mean."""
    made = bytearray(data or b"\0")
    for _ in range(rng.choice((1, 1, 2, 5))):
        place, end = sorted(rng.randrange(len(made) + 1) for _ in "ab")
        what = rng.randrange(5)
        if what == 0:
            del made[place : min(end, place + 40)]
        elif what == 1:
            made[place:place] = rng.choice(TEXTS).encode("utf-8", "surrogatepass")[:60]
        elif what == 2:
            made[place:place] = made[place : min(end, place + 400)]
        elif made:
            made[min(place, len(made) - 1)] = rng.randrange(256)
    return bytes(made)


def archive(rng: Random, data: bytes) -> bytes:
    """A zip archive with one part's content or name changed, left out or doubled."""
    try:
        with ZipFile(BytesIO(data)) as held:
            parts = [(info.filename, held.read(info)) for info in held.infolist()]
    except Exception:  # damaged already, in one of many ways
        return raw(rng, data)
    if not parts or rng.random() < 0.05:
        return raw(rng, data)
    place = rng.randrange(len(parts))
    name, content = parts[place]
    what = rng.randrange(12)
    if what == 0:
        del parts[place]
    elif what == 1:
        names = ("../../x", "/etc/x", "C:\\x", "a\\b", "", name.upper(), "x" * 300)
        parts[place] = (rng.choice(names), content)
    elif what == 2:
        parts.append((name, content[: len(content) // 2]))
    else:
        for _ in range(rng.choice((1, 1, 3))):
            content = _markup(rng, content)
        parts[place] = (name, content)
    made = BytesIO()
    try:
        with ZipFile(made, "w", ZIP_STORED) as out:
            for one, body in parts:
                out.writestr(one, body)
    except (ValueError, IndexError):  # a name that zipfile does not write
        return raw(rng, data)
    return made.getvalue()


_XML = (
    b"",
    b"0",
    b"-1",
    b"99999999999",
    b"1e999",
    b"NaN",
    b"A1048577",
    b"XFE1",
    b"rId99",
    b"&bad;",
    b"&#0;",
    b"]]>",
    b"<x/>",
    b"true",
    b"inlineStr",
    b"d",
    b"s",
    b"e",
    b"2026-99-99T99:99:99",
    "はい".encode(),
    b"..",
    b"../../etc/passwd",
)
_DOCTYPE = (
    b'<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
)


def _markup(rng: Random, content: bytes) -> bytes:
    """XML with a value, an attribute or an element changed; now and then bytes alone."""
    what = rng.randrange(8)
    if what == 0:
        return raw(rng, content)
    if what == 1 and b"?>" in content:
        head, _, rest = content.partition(b"?>")
        return head + b"?>" + _DOCTYPE + rest
    opening, closing = rng.choice(((b'"', b'"'), (b">", b"<"), (b"<", b">")))
    places = [i for i, c in enumerate(content) if c == opening[0]]
    if not places:
        return raw(rng, content)
    start = rng.choice(places)
    end = content.find(closing, start + 1)
    if end < 0:
        return raw(rng, content)
    if what == 2:
        return content[: end + 1] + content[start : end + 1] + content[end + 1 :]
    if what == 3:
        return content[:start] + content[end + 1 :]
    return content[: start + 1] + rng.choice(_XML) + content[end:]


def words(vocabulary: tuple[str, ...]) -> Mutate:
    """What changes a command line: one word a line, some of them from a vocabulary."""

    def mutate(rng: Random, data: bytes) -> bytes:
        line = data.decode("utf-8", "surrogateescape").split("\n")
        for _ in range(rng.choice((1, 1, 2, 4))):
            place = rng.randrange(len(line) + 1)
            what = rng.randrange(6)
            if what == 0 and len(line) > 1:
                del line[min(place, len(line) - 1)]
            elif what == 1 and line:
                place = min(place, len(line) - 1)
                line[place] = _text(rng, line[place]).replace("\n", " ")
            elif what == 2 and line:
                rng.shuffle(line)
            elif what == 3:
                line[place:place] = [f"{rng.choice(vocabulary)}={rng.choice(TEXTS)}"]
            else:
                line[place:place] = [rng.choice(vocabulary)]
        return "\n".join(line[:40]).encode("utf-8", "surrogateescape")

    return mutate


def pieces(vocabulary: tuple[bytes, ...]) -> Mutate:
    """What changes a stream (keys, a template) by putting in, doubling and taking out whole pieces."""

    def mutate(rng: Random, data: bytes) -> bytes:
        if rng.random() < 0.3:
            return raw(rng, data)
        made = data
        for _ in range(rng.choice((1, 2, 4, 8))):
            place = rng.randrange(len(made) + 1)
            made = made[:place] + rng.choice(vocabulary) + made[place:]
        return made

    return mutate


def joined(mutate_one: Mutate, mark: bytes) -> Mutate:
    """What changes one of several files that are joined by lines that begin with `mark`."""

    def mutate(rng: Random, data: bytes) -> bytes:
        files = data.split(mark)
        place = rng.randrange(len(files))
        name, separator, body = files[place].partition(b"\n")
        if not separator:
            return raw(rng, data)
        if rng.random() < 0.03:
            name = rng.choice((b"questions/x.toml", b"x.toml", b"pack.toml", b"checks.toml"))
        files[place] = name + b"\n" + mutate_one(rng, body)
        return mark.join(files)

    return mutate
