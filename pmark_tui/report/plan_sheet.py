"""The action plan of a workbook read back: what somebody filled in, compared with the client file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from itertools import islice
from typing import Any

from openpyxl import load_workbook

from pmark_tui.domain.answering import record
from pmark_tui.domain.client import Answer, Client
from pmark_tui.domain.pack import LANGUAGES, Pack
from pmark_tui.domain.plain import plain
from pmark_tui.domain.values import frozen, replace
from pmark_tui.errors import BadInput
from pmark_tui.report import zipped
from pmark_tui.report.excel import LONGEST, REDACTED
from pmark_tui.texts.report_plan import REPORT_PLAN

FIELDS = ("state", "owner", "due", "note")
MOST_ROWS = 100_000
"""Rows of a sheet that are looked at; a plan has one a question."""


@frozen
class Change:
    """One cell that differs from the client file; `before` and `after` as they are shown.

    `value` is what the answer takes: the id of an answer kind, a text or a date.
    """

    question: str
    field: str
    before: str
    after: str
    value: str | date | None


def changes(path: str, data: bytes, pack: Pack, client: Client, lang: str) -> tuple[Change, ...]:
    """What a workbook says otherwise than the client file, row by row.

    Raises:
        BadInput: it is no workbook, holds no action plan, was redacted, or a cell cannot be taken;
            file, sheet and cell are named.
    """
    title, places, rows = _plan(path, data)
    return tuple(
        change
        for number, row in rows
        for change in _row(f"{path}: {title} {number}", row, places, pack, client, lang)
    )


def take(pack: Pack, client: Client, found: tuple[Change, ...], at: datetime) -> Client:
    """The client with these changes; all or nothing.

    Raises:
        BadInput: an answer that the question does not take.
    """
    for change in found:
        if change.field == "state":
            client = record(pack, client, change.question, str(change.value or ""), at)
        else:
            beside: dict[str, Any] = {change.field: change.value}
            answer = replace(client.answer(change.question), **beside)
            client = client.with_answer(change.question, answer)
    return client


def _plan(path: str, data: bytes) -> tuple[str, dict[str, int], list[tuple[int, tuple[Any, ...]]]]:
    """The title of the sheet with the action plan, where its columns are, and its rows by their number."""
    parts = zipped.checked(data, path)
    try:
        book = load_workbook(BytesIO(zipped.pack(parts)), read_only=True)
        for page in book.worksheets:
            page.reset_dimensions()  # what the sheet says of its size may be anything
            rows = page.iter_rows(values_only=True)
            places = {str(key): number for number, key in enumerate(next(rows, ())) if key}
            if {"question", *FIELDS} <= places.keys():
                if REDACTED in (book.properties.keywords or ""):
                    raise BadInput("import_redacted", file=path)
                numbered = enumerate(islice(rows, 1, MOST_ROWS), 3)
                kept = [(n, row) for n, row in numbered if any(cell is not None for cell in row)]
                return page.title, places, kept
    except BadInput:
        raise
    except Exception as error:  # openpyxl says in many ways that a workbook is damaged
        why = f"{type(error).__name__}: {error}"[:200]
        raise BadInput("import_no_workbook", file=path, why=why) from None
    raise BadInput("import_no_plan", file=path)


def _row(
    where: str,
    row: tuple[Any, ...],
    places: dict[str, int],
    pack: Pack,
    client: Client,
    lang: str,
) -> Iterator[Change]:
    def cell(field: str) -> Any:
        place = places[field]
        return row[place] if place < len(row) else None

    key = cell("question")
    if key is None:
        return
    if key not in pack.question:
        raise BadInput("import_question", where=where, found=key)
    answer = client.answer(key)
    yield from _state(where, key, cell("state"), pack, answer, lang)
    for field in ("owner", "note"):
        yield from _text(key, field, cell(field), getattr(answer, field))
    due = _day(where, cell("due"))
    if due != answer.due:
        before, after = (day.isoformat() if day else "" for day in (answer.due, due))
        yield Change(key, "due", before, after, due)


def _state(
    where: str, key: str, found: Any, pack: Pack, answer: Answer, lang: str
) -> Iterator[Change]:
    """The answer, given by its label in either language; an empty cell says nothing."""
    text = str(found or "").strip()
    if not text:
        return
    labels = {kind.label.of(lang): kind for kind in pack.answers for lang in LANGUAGES}
    if text not in labels:
        allowed = ", ".join(kind.label.of(lang) for kind in pack.answers if kind.counts)
        raise BadInput("import_state", where=where, found=text, allowed=allowed)
    kind = labels[text]
    held = pack.answer.get(answer.value)
    if kind.id != answer.value and not (kind.unanswered and held is None):
        yield Change(key, "state", held.label.of(lang) if held else "", text, kind.id)


def _text(key: str, field: str, found: Any, held: str) -> Iterator[Change]:
    text = plain(str(found)) if found is not None else ""
    shown = plain(held)
    cut = {shown[:LONGEST] + remark for remark in REPORT_PLAN["x_cut"]}
    if text != shown and not (len(shown) > LONGEST and text in cut):
        yield Change(key, field, shown, text, text)


def _day(where: str, found: Any) -> date | None:
    """A date cell, or a text such as 2027-01-31 or 2027/1/31."""
    if isinstance(found, datetime):
        return found.date()
    if isinstance(found, date):
        return found
    text = str(found or "").strip()
    if not text:
        return None
    try:
        year, month, day = (int(part) for part in text.replace("/", "-").split("-"))
        return date(year, month, day)
    except ValueError:
        raise BadInput("date_bad", key=where, found=text) from None
