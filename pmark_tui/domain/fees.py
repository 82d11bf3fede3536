"""Fees: which list is in force on a day, and what it says for a kind of application and a size.

Amounts are whole yen. A total is always the sum of its three lines; where no yen table is known
there are no lines and no total, only a range, and the status says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import Literal

from pmark_tui.domain.client import KINDS, Kind, OfficialFee
from pmark_tui.domain.notes import SIZES, Certainty, Note, Size, Source
from pmark_tui.domain.pack import Text
from pmark_tui.domain.values import frozen
from pmark_tui.errors import BadInput

LINES = ("application", "audit", "registration")

Status = Literal["confirmed", "official", "estimate", "partial"]
"""A shipped table; figures the user entered; a range for an announced list; a list of totals."""


@frozen
class Fee:
    """The three lines of one cell of a list, yen."""

    kind: Kind
    size: Size
    application: int
    audit: int
    registration: int


@frozen
class TotalRange:
    """Lowest and highest total of one cell whose lines are not known, yen."""

    kind: Kind
    size: Size
    low: int
    high: int


@frozen
class ScheduleNote:
    """What the reader of a list must know; empty `kinds`: of every kind of application."""

    text: Text
    kinds: tuple[Kind, ...] = ()


@frozen
class Schedule:
    """A fee list with its first and last day (`last` None: open). Tax in percent where known."""

    id: str
    title: Text
    first: date
    status: Literal["confirmed", "estimate", "partial"]
    certainty: Certainty
    source: tuple[Source, ...]
    last: date | None = None
    tax_percent: int | None = None
    former_names: bool = False
    base_prices: bool = False
    basis: str = ""
    note: tuple[ScheduleNote, ...] = ()
    fee: tuple[Fee, ...] = ()
    total: tuple[TotalRange, ...] = ()

    def cell(self, kind: str, size: str) -> Fee | None:
        """The lines of a cell, None where they are not known."""
        return next((f for f in self.fee if f.kind == kind and f.size == size), None)


@frozen
class Line:
    """One of the three lines: its names, to whom and when it is paid, what never comes back."""

    id: str
    title: Text
    former: Text
    paid_to: Text
    paid_when: Text
    not_returned: Text
    certainty: Certainty
    source: tuple[Source, ...]


@frozen
class BasePrices:
    """Prices before tax behind the lists that have `base_prices`."""

    certainty: Certainty
    source: tuple[Source, ...]
    fee: tuple[Fee, ...]


@frozen
class FeeBook:
    """The whole of fees.toml; lists in order of their days, without a gap."""

    checked_on: date
    registration_covers_years: int
    line: tuple[Line, ...]
    schedule: tuple[Schedule, ...]
    base: BasePrices

    @cached_property
    def schedules(self) -> Mapping[str, Schedule]:
        """Lists by id, in their order."""
        return {s.id: s for s in self.schedule}

    def neighbour(self, schedule: Schedule, step: int) -> Schedule | None:
        """The list `step` places after this one (negative: before), None beyond the ends."""
        place = self.schedule.index(schedule) + step
        return self.schedule[place] if 0 <= place < len(self.schedule) else None


@frozen
class Quote:
    """What a list says for one kind and size, yen; lines and total None where not known."""

    schedule: Schedule
    on: date
    status: Status
    kind: Kind
    size: Size
    lines: Mapping[str, int] | None
    total: int | None
    total_low: int
    total_high: int
    sources: tuple[Source, ...]
    notes: tuple[Text | Note, ...]
    previous: Schedule | None
    next: Schedule | None
    official: OfficialFee | None = None


def in_force(book: FeeBook, on: date) -> Schedule:
    """The list in force on a day.

    Raises:
        BadInput: the day is before the first list known.
    """
    for schedule in reversed(book.schedule):
        if schedule.first <= on:
            return schedule
    raise BadInput("fees_before_first", on=on, first=book.schedule[0].first)


def quote(
    book: FeeBook, kind: Kind, size: Size, on: date, official: Sequence[OfficialFee] = ()
) -> Quote:
    """What the list in force on a day says; `official` are figures entered by the user, first wins.

    Raises:
        BadInput: no list is known for the day, or kind or size do not exist.
    """
    return quote_from(book, in_force(book, on), kind, size, on, official)


def quote_from(
    book: FeeBook,
    schedule: Schedule,
    kind: Kind,
    size: Size,
    on: date,
    official: Sequence[OfficialFee] = (),
) -> Quote:
    """What one list says, whatever the day, for comparing lists.

    Raises:
        BadInput: kind or size do not exist.
    """
    for key, found, allowed in (("kind", kind, KINDS), ("size", size, SIZES)):
        if found not in allowed:
            raise BadInput("option_bad", key=key, found=found, allowed=", ".join(allowed))
    entered = _entered(schedule, kind, size, official)
    known = schedule.cell(kind, size)
    status: Status = schedule.status
    notes: list[Text | Note] = [
        note.text for note in schedule.note if not note.kinds or kind in note.kinds
    ]
    cell: Fee | OfficialFee | None = known
    if entered and schedule.status == "confirmed" and known and _lines(entered) != _lines(known):
        notes.insert(0, _entered_note("fees_official_differs", entered))
    if entered and schedule.status != "confirmed":
        cell, status = entered, "official"
        notes = [_entered_note("fees_official", entered)]
    if cell:
        lines: dict[str, int] | None = _lines(cell)
        total: int | None = sum(_lines(cell).values())
        low = high = sum(_lines(cell).values())
    else:
        lines, total = None, None
        low, high = _range(schedule, kind, size)
        notes.insert(0, _range_note(book, schedule, kind, size, low, high))
    return Quote(
        schedule=schedule,
        on=on,
        status=status,
        kind=kind,
        size=size,
        lines=lines,
        total=total,
        total_low=low,
        total_high=high,
        sources=() if status == "official" else schedule.source,
        notes=tuple(notes),
        previous=book.neighbour(schedule, -1),
        next=book.neighbour(schedule, 1),
        official=entered if status == "official" else None,
    )


def _entered(
    schedule: Schedule, kind: str, size: str, official: Sequence[OfficialFee]
) -> OfficialFee | None:
    wanted = (schedule.id, kind, size)
    return next((f for f in official if (f.schedule, f.kind, f.size) == wanted), None)


def _lines(cell: Fee | OfficialFee) -> dict[str, int]:
    return {line: getattr(cell, line) for line in LINES}


def _range(schedule: Schedule, kind: str, size: str) -> tuple[int, int]:
    found = next(r for r in schedule.total if r.kind == kind and r.size == size)
    return found.low, found.high


def _entered_note(key: str, entered: OfficialFee) -> Note:
    who = entered.entered_by or Note("fees_nobody")
    when = entered.entered_on or Note("fees_no_day")
    return Note(key, {"who": who, "when": when, "total": sum(_lines(entered).values())})


def _range_note(
    book: FeeBook, schedule: Schedule, kind: Kind, size: Size, low: int, high: int
) -> Note:
    """The sentence that must stand wherever a range is shown: an estimate with what it rests on."""
    if schedule.status == "partial":
        return Note("fees_partial", {"total": low})
    basis = book.schedules[schedule.basis].cell(kind, size)
    held = sum(_lines(basis).values()) if basis else 0
    values = {"low": low, "high": high, "basis": schedule.basis, "total": held}
    return Note("fees_estimate_about" if low == high else "fees_estimate", values)


def with_tax(base: int, percent: int) -> int:
    """A price with consumption tax, floored to whole yen as each line of the lists is."""
    return base * (100 + percent) // 100


def problems(book: FeeBook) -> Iterator[Note]:
    """What contradicts itself: gaps, overlaps, missing cells, digits against the base prices."""
    for before, after in zip(book.schedule, book.schedule[1:], strict=False):
        if before.last is None or before.last + timedelta(days=1) != after.first:
            yield Note("fees_gap", {"list": before.id, "next": after.id})
    if book.schedule[-1].last is not None:
        yield Note("fees_gap", {"list": book.schedule[-1].id, "next": "..."})
    for schedule in book.schedule:
        cells = [(f.kind, f.size) for f in schedule.fee]
        cells += [(r.kind, r.size) for r in schedule.total]
        for kind in KINDS:
            for size in SIZES:
                times = sum(cell == (kind, size) for cell in cells)
                lines = schedule.cell(kind, size) is not None
                if times != 1 or (schedule.status == "confirmed" and not lines):
                    yield Note("fees_cell", {"list": schedule.id, "kind": kind, "size": size})
        if schedule.status == "estimate" and schedule.basis not in book.schedules:
            yield Note("fees_basis", {"list": schedule.id, "basis": schedule.basis})
        yield from _below_zero(schedule)
        if schedule.base_prices:
            yield from _digits(book, schedule)


def _below_zero(schedule: Schedule) -> Iterator[Note]:
    lowest = [min(_lines(fee).values()) for fee in schedule.fee]
    lowest += [min(total.low, total.high - total.low) for total in schedule.total]
    if any(amount < 0 for amount in lowest):
        yield Note("fees_below_zero", {"list": schedule.id})


def _digits(book: FeeBook, schedule: Schedule) -> Iterator[Note]:
    for base in book.base.fee:
        printed = schedule.cell(base.kind, base.size)
        for line in LINES:
            due = with_tax(getattr(base, line), schedule.tax_percent or 0)
            if printed and getattr(printed, line) != due:
                where = f"{base.kind}.{base.size}.{line}"
                values = {"list": schedule.id, "line": where, "due": due}
                yield Note("fees_digit", values)


def with_official(
    held: Sequence[OfficialFee], cell: Quote, fee: OfficialFee | None
) -> tuple[OfficialFee, ...]:
    """The user's figures with `fee` for list, kind and size of a quote, or with none for them."""
    wanted = (cell.schedule.id, cell.kind, cell.size)
    others = tuple(f for f in held if (f.schedule, f.kind, f.size) != wanted)
    return others if fee is None else (*others, fee)
