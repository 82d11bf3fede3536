"""The rules of the calendar: lengths of the stages, renewal window, deadlines after the audit.

A length is a text: `3m` calendar months, `2w` weeks, `10d` days. Months are added by `add_months`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pmark_tui.domain.client import Kind
from pmark_tui.domain.months import add_months
from pmark_tui.domain.notes import Certainty, Note, Source
from pmark_tui.domain.pack import Text
from pmark_tui.domain.values import frozen


@frozen
class WindowRule:
    """When a renewal may be filed, counted back from the end date, and what holds around it."""

    opens_months: int
    opens_days: int
    closes_months: int
    certainty: Certainty
    basis: Text
    late: Text
    outlasts: Text
    runs_on: Text
    source: tuple[Source, ...]


@frozen
class Phase:
    """A stage; it begins when all it `needs` is over, and ends on an open day if told so."""

    id: str
    title: Text
    kinds: tuple[Kind, ...]
    needs: tuple[str, ...]
    shortest: str
    usual: str
    longest: str
    certainty: Certainty
    basis: Text
    source: tuple[Source, ...]
    open_day: bool = False


@frozen
class Aim:
    """Which stage the target date of a kind of application is for."""

    kind: Kind
    phase: str


@frozen
class Whole:
    """How long the whole way takes, as sources give it."""

    text: Text
    certainty: Certainty
    source: tuple[Source, ...]


@frozen
class DeadlineRule:
    """So many months from the day of an event."""

    id: str
    event: str
    months: int
    title: Text
    about: Text
    certainty: Certainty
    source: tuple[Source, ...]


@frozen
class ReportDuty:
    """What must be reported after the grant, without a known number of days."""

    id: str
    title: Text
    about: Text
    certainty: Certainty
    source: tuple[Source, ...]


@frozen
class CalendarRules:
    """The whole of calendar.toml."""

    checked_on: date
    validity_years: int
    window: WindowRule
    aim: tuple[Aim, ...]
    phase: tuple[Phase, ...]
    whole: tuple[Whole, ...] = ()
    deadline: tuple[DeadlineRule, ...] = ()
    report: tuple[ReportDuty, ...] = ()

    def phases(self, kind: str) -> tuple[Phase, ...]:
        """The stages of a kind of application, in order."""
        return tuple(phase for phase in self.phase if kind in phase.kinds)

    def aim_of(self, kind: str) -> str:
        """The stage that the target date of a kind is for."""
        return next(aim.phase for aim in self.aim if aim.kind == kind)


def later(day: date, length: str) -> date:
    """`day` plus a length; the month's last day where a month has no such day.

    Raises:
        OverflowError: the calendar ends before that.
    """
    number, unit = int(length[:-1]), length[-1]
    if unit == "m":
        return add_months(day, number)
    return day + timedelta(days=number * (7 if unit == "w" else 1))


def _is_length(length: str) -> bool:
    number = length[:-1]
    return length[-1:] in ("m", "w", "d") and number.isascii() and number.isdecimal()


def _in_order(lengths: tuple[str, ...]) -> bool:
    start = date(2001, 1, 1)
    ends = [later(start, length) for length in lengths]
    return ends == sorted(ends)


def problems(rules: CalendarRules) -> Iterator[Note]:
    """What contradicts itself: later needs, lengths that shrink, an aim without stage."""
    seen: set[str] = set()
    for phase in rules.phase:
        for need in phase.needs:
            if need not in seen:
                yield Note("calendar_need", {"phase": phase.id, "need": need})
        seen.add(phase.id)
        lengths = (phase.shortest, phase.usual, phase.longest)
        if not all(map(_is_length, lengths)) or not _in_order(lengths):
            yield Note("calendar_lengths", {"phase": phase.id})
    for aim in rules.aim:
        if aim.phase not in {phase.id for phase in rules.phases(aim.kind)}:
            yield Note("calendar_need", {"phase": aim.kind, "need": aim.phase})
