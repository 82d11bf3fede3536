"""Whether a text that somebody typed seems to hold personal data; what it is, never its content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from pmark_tui.domain.client import Client
from pmark_tui.domain.values import frozen
from pmark_tui.texts import text
from pmark_tui.texts.handover import HANDOVER

_DIGIT = re.compile(r"\d")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_DATE = re.compile(
    r"(?<!\d)(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:[12]\d|3[01]|0?[1-9])(?!\d)"
)
_NUMBER = re.compile(r"(?<![\d-])(?<!\d\.)(?:\+81[ -]?)?\d(?:[ ()-]{0,2}\d){8,15}(?![\d-])")
_PHONE, _MY_NUMBER, _CARD = (10, 11), 12, range(14, 17)
_HYPHENS = dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-")
_LONG = re.compile(r"(?<=\d)\u30fc(?=\d)")
"""The mark of a long vowel, which many type between the figures of a telephone number."""

_ABROAD = "+81"
_WEIGHTS = (6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
"""What the first eleven digits of an individual number weigh in its check digit (Order No. 85 of 2014 of
the Ministry of Internal Affairs and Communications, article 5)."""


@frozen
class Suspect:
    """Where something stands that looks like personal data: question or finding, field, and what."""

    where: str
    field: str
    what: str


def suspects(client: Client) -> tuple[Suspect, ...]:
    """Everything in notes, reasons, evidence and findings that looks like personal data."""
    return tuple(
        Suspect(where, field, what)
        for where, field, typed in _texts(client)
        for what in _found(typed)
    )


def warnings(client: Client, lang: str) -> list[str]:
    """A sentence for each of them, to be read before a report is handed over."""
    return [
        text(
            HANDOVER,
            "w_found",
            lang,
            where=found.where,
            field=text(HANDOVER, f"field_{found.field}", lang),
            what=text(HANDOVER, f"w_{found.what}", lang),
        )
        for found in suspects(client)
    ]


def _texts(client: Client) -> Iterator[tuple[str, str, str]]:
    for key, answer in sorted(client.answers.items()):
        for field in ("note", "reason", "evidence", "who", "owner"):
            yield key, field, getattr(answer, field)
    for finding in client.findings:
        for field in ("text", "cause", "correction", "evidence"):
            yield finding.id, field, getattr(finding, field)
    for held in client.data_sets:
        yield held.name, "name", held.name
        yield from ((held.name, "items", item) for item in held.items)


def _found(typed: str) -> Iterator[str]:
    if not typed:
        return
    flat = normalize("NFKC", typed)
    if "@" not in flat and not _DIGIT.search(flat):
        return
    flat = _LONG.sub("-", flat.translate(_HYPHENS))
    if _MAIL.search(flat):
        yield "mail"
    numbers = _NUMBER.finditer(_DATE.sub("/", flat))
    yield from sorted({kind for match in numbers if (kind := _kind(match.group()))})


def _kind(shown: str) -> str:
    """What a run of digits may be; "" where it is nothing that we know."""
    if shown.startswith(_ABROAD):
        shown = "0" + shown.removeprefix(_ABROAD).replace("(0)", "").lstrip("0 -")
    digits = [int(c) for c in shown if c.isdigit()]
    if digits[0] == 0 and len(digits) in _PHONE:
        return "phone"
    if len(digits) == _MY_NUMBER:
        return "number" if _checked(digits) else ""
    return "card" if len(digits) in _CARD and _luhn(digits) else ""


def _checked(digits: list[int]) -> bool:
    """Whether the last of twelve digits checks the others as in an individual number."""
    rest = sum(d * weight for d, weight in zip(digits, _WEIGHTS, strict=False)) % 11
    return digits[-1] == (0 if rest <= 1 else 11 - rest)


def _luhn(digits: list[int]) -> bool:
    """Whether the last digit checks the others as on payment cards."""
    doubled = (d * 2 - 9 if d > 4 else d * 2 for d in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
