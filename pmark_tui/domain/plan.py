"""The calendar: forward from a start, or back from a target date or the renewal window.

Planning back searches the latest start from which the usual lengths still reach the target, and
then plans forward from it, so that both ways give the same dates.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Literal

from pmark_tui.domain.calendar_rules import CalendarRules, later
from pmark_tui.domain.client import KINDS, Kind
from pmark_tui.domain.months import add_months
from pmark_tui.domain.notes import Certainty, Note, Source
from pmark_tui.domain.pack import Text
from pmark_tui.domain.values import frozen
from pmark_tui.domain.window import IsClosed, Window, next_open, renewal_window
from pmark_tui.errors import BadInput

Pace = Literal["shortest", "usual", "longest"]

_YEARS = (1900, 2900)
"""Target dates outside these years are slips of the hand."""

ON_THE_DAY = "0d"
"""The length of a stage that is a single day."""

NEXT_WINDOW = "next-window"
"""The id of the milestone for the renewal window that follows the grant."""


@frozen
class Milestone:
    """A stage with its first and last day at the usual pace.

    `earliest` and `latest`: its last day if every stage takes as short, or as long, as known.
    """

    id: str
    title: Text | Note
    first: date
    last: date
    earliest: date
    latest: date
    certainty: Certainty
    basis: Text
    source: tuple[Source, ...]

    @property
    def one_day(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last


@frozen
class Plan:
    """A calendar. `reaches` is when the stage aimed at is over; `start_by` the latest usual start.

    `start_if_short`, `start_if_long`: the latest start if all goes fast, or slowly.
    """

    kind: Kind
    target: date
    reaches: date
    start_by: date
    start_if_short: date
    start_if_long: date
    window: Window | None
    milestones: tuple[Milestone, ...]
    notes: tuple[Text | Note, ...]


def plan_back(
    rules: CalendarRules,
    is_closed: IsClosed,
    target: date | None,
    kind: Kind,
    expires: date | None = None,
    today: date | None = None,
) -> Plan:
    """The calendar back from `target`; for a renewal without one from the last day of its window.

    Raises:
        BadInput: there is nothing to count back from, or a date is beyond reason.
    """
    window = window_of(rules, is_closed, kind, expires)
    if target is None:
        if window is None:
            raise BadInput("plan_no_target")
        target = window.last
    _refuse_odd(target)
    start = {pace: _latest_start(rules, is_closed, kind, target, pace) for pace in _PACES}
    return _plan(rules, is_closed, kind, target, start, window, expires, today)


def plan_forward(
    rules: CalendarRules,
    is_closed: IsClosed,
    start: date,
    kind: Kind,
    expires: date | None = None,
    today: date | None = None,
) -> Plan:
    """The calendar from a day on which work begins; the target is what the usual pace reaches.

    Raises:
        BadInput: the date is beyond reason.
    """
    _refuse_odd(start)
    window = window_of(rules, is_closed, kind, expires)
    reached = _run(rules, is_closed, kind, start, "usual")[rules.aim_of(kind)][1]
    starts: dict[Pace, date] = dict.fromkeys(_PACES, start)
    return _plan(rules, is_closed, kind, reached, starts, window, expires, today)


_PACES: tuple[Pace, ...] = ("shortest", "usual", "longest")


def _refuse_odd(*days: date) -> None:
    for day in days:
        if not _YEARS[0] <= day.year <= _YEARS[1]:
            raise BadInput("plan_date_odd", found=day, allowed=f"{_YEARS[0]}-{_YEARS[1]}")


def window_of(
    rules: CalendarRules, is_closed: IsClosed, kind: str, expires: date | None
) -> Window | None:
    """When a renewal may be filed; None for a new application, or where no end date is known.

    Raises:
        BadInput: the kind is none, or the date is beyond reason.
    """
    if kind not in KINDS:
        raise BadInput("option_bad", key="kind", found=kind, allowed=", ".join(KINDS))
    if kind == "new" or expires is None:
        return None
    _refuse_odd(expires)
    return renewal_window(rules.window, expires, is_closed)


def _run(
    rules: CalendarRules, is_closed: IsClosed, kind: str, start: date, pace: Pace
) -> Mapping[str, tuple[date, date]]:
    """First and last day of each stage at a pace."""
    days: dict[str, tuple[date, date]] = {}
    for phase in rules.phases(kind):
        first = max((days[need][1] for need in phase.needs if need in days), default=start)
        length = getattr(phase, pace)
        last = later(first, length)
        if phase.open_day:
            last = next_open(last, is_closed)
        days[phase.id] = (last if length == ON_THE_DAY else first, last)
    return days


def _latest_start(
    rules: CalendarRules, is_closed: IsClosed, kind: str, target: date, pace: Pace
) -> date:
    aim = rules.aim_of(kind)

    def reached(start: date) -> date:
        return _run(rules, is_closed, kind, start, pace)[aim][1]

    start = target - (reached(target) - target)
    while reached(start) > target:
        start -= timedelta(days=1)
    while reached(start + timedelta(days=1)) <= target:
        start += timedelta(days=1)
    return start


def _plan(
    rules: CalendarRules,
    is_closed: IsClosed,
    kind: Kind,
    target: date,
    start: Mapping[Pace, date],
    window: Window | None,
    expires: date | None,
    today: date | None,
) -> Plan:
    begin = start["usual"]
    short, usual, long = (_run(rules, is_closed, kind, begin, pace) for pace in _PACES)
    milestones = [
        Milestone(
            id=phase.id,
            title=phase.title,
            first=usual[phase.id][0],
            last=usual[phase.id][1],
            earliest=short[phase.id][1],
            latest=long[phase.id][1],
            certainty=phase.certainty,
            basis=phase.basis,
            source=phase.source,
        )
        for phase in rules.phases(kind)
    ]
    granted = [run[rules.phases(kind)[-1].id][1] for run in (usual, short, long)]
    milestones.append(_next_window(rules, is_closed, expires if window else None, granted))
    return Plan(
        kind=kind,
        target=target,
        reaches=usual[rules.aim_of(kind)][1],
        start_by=begin,
        start_if_short=start["shortest"],
        start_if_long=start["longest"],
        window=window,
        milestones=tuple(milestones),
        notes=tuple(_notes(rules, kind, begin, usual, window, expires, today)),
    )


def _next_window(
    rules: CalendarRules, is_closed: IsClosed, expires: date | None, granted: list[date]
) -> Milestone:
    """The window that follows: from the old end date where there is one, else from the grant."""
    months = rules.validity_years * 12
    ends = [
        add_months(expires, months) if expires else add_months(day, months) - timedelta(days=1)
        for day in granted
    ]
    usual, short, long = (renewal_window(rules.window, end, is_closed) for end in ends)
    return Milestone(
        id=NEXT_WINDOW,
        title=Note("plan_next_window"),
        first=usual.first,
        last=usual.last,
        earliest=short.last,
        latest=long.last,
        certainty=rules.window.certainty,
        basis=rules.window.runs_on if expires else rules.window.basis,
        source=rules.window.source,
    )


def _notes(
    rules: CalendarRules,
    kind: str,
    begin: date,
    usual: Mapping[str, tuple[date, date]],
    window: Window | None,
    expires: date | None,
    today: date | None,
) -> list[Text | Note]:
    notes: list[Text | Note] = []
    if today and begin < today:
        notes.append(Note("plan_start_passed", {"start": begin, "days": (today - begin).days}))
    if window and expires:
        filed = usual[rules.aim_of(kind)][1]
        if window.moved:
            notes.append(Note("plan_window_moved", {"rule": window.by_rule, "last": window.last}))
        if window.month_end:
            notes.append(Note("plan_month_end", {"expires": expires}))
        if not window.first <= filed <= window.last:
            values = {"filed": filed, "first": window.first, "last": window.last}
            notes.append(Note("plan_outside_window", values))
        if today and today > window.last:
            notes.append(rules.window.late)
        if usual[rules.phases(kind)[-1].id][1] > expires:
            notes.append(rules.window.outlasts)
    notes.append(Note("plan_no_official_length"))
    notes += [whole.text for whole in rules.whole if kind == "new"]
    return notes
