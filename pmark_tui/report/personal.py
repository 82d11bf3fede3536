"""Whether a text that somebody typed seems to hold personal data; what it is, never its content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import normalize

from pmark_tui.domain.client import Client

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+")
_NUMBER = re.compile(r"(?<![\d-])\d(?:[ -]?\d){8,15}(?![\d-])")
_PHONE, _MY_NUMBER, _CARD = (10, 11), (12,), range(14, 17)


class Suspect(NamedTuple):
    """Where something stands that looks like personal data: question or finding, field, and what."""

    where: str
    field: str
    what: str


def suspects(client: Client) -> tuple[Suspect, ...]:
    """Everything in notes, reasons, evidence and findings that looks like personal data."""
    return tuple(
        Suspect(where, field, what)
        for where, field, text in _texts(client)
        for what in _found(text)
    )


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


def _found(text: str) -> Iterator[str]:
    if not text:
        return
    flat = normalize("NFKC", text).replace("\u2010", "-").replace("ー", "-").replace("−", "-")
    if _MAIL.search(flat):
        yield "mail"
    kinds = {kind for match in _NUMBER.finditer(flat) if (kind := _kind(match.group()))}
    yield from sorted(kinds)


def _kind(shown: str) -> str:
    """What a run of digits may be; "" where it is nothing that we know."""
    digits = [int(c) for c in shown if c.isdigit()]
    if digits[0] == 0 and len(digits) in _PHONE:
        return "phone"
    if len(digits) in _MY_NUMBER:
        return "number"
    return "card" if len(digits) in _CARD and _luhn(digits) else ""


def _luhn(digits: list[int]) -> bool:
    """Whether the last digit checks the others as on payment cards."""
    doubled = (d * 2 - 9 if d > 4 else d * 2 for d in digits[-2::-2])
    return (sum(digits[-1::-2]) + sum(doubled)) % 10 == 0
