"""What must be done after a leak, by whom, by when: the duties of today and the clock.

Duties, periods and articles are data (`questionnaires/privacymark/incident_duties.toml`). Each
carries the day from which it stands and its source. Which days are closed comes in as a function.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal, TypeVar

from pmark_tui.domain.notes import Certainty
from pmark_tui.domain.pack import Text
from pmark_tui.domain.sourced import Source
from pmark_tui.domain.values import frozen
from pmark_tui.errors import BadInput

IsClosed = Callable[[date], bool]

Status = Literal["must", "partly", "effort", "should", "none"]
"""A legal duty; in part; an effort duty; desirable; none in law."""

LATEST = date(9999, 1, 1)
"""The last day of knowing that leaves room for every period in the calendar."""


@frozen
class FirstAction:
    """One of the first things to do, within the hour, and the duty it begins."""

    id: str
    duty: str
    title: Text
    text: Text
    sources: tuple[str, ...]
    certainty: Certainty


@frozen
class Deadline:
    """A report or notice and its clock; the day of knowing is day 1.

    Either a yardstick from `first_day` to `last_day`, or a legal last day after `days`
    (`days_if_malicious` where a wrongful purpose is feared), or `promptly`. `moves`: a last day on
    a closed day becomes the next open day. `only` limits it to a case (my_number).
    """

    id: str
    title: Text
    whom: Text
    applies: Text
    rule: Text
    valid_from: date
    certainty: Certainty
    sources: tuple[str, ...]
    first_day: int = 0
    last_day: int = 0
    days: int = 0
    days_if_malicious: int = 0
    moves: bool = False
    promptly: bool = False
    only: str = ""
    valid_to: date | None = None
    since_certainty: Certainty | None = None
    counting: Certainty | None = None
    counting_note: Text | None = None


@frozen
class Ground:
    """A case in which a report is due; `malicious`: that of a wrongful purpose."""

    id: str
    short: Text
    title: Text
    valid_from: date
    certainty: Certainty
    sources: tuple[str, ...]
    malicious: bool = False
    note: Text | None = None
    valid_to: date | None = None
    since_certainty: Certainty | None = None


@frozen
class Entry:
    """A field of a report or notice."""

    id: str
    ja: str
    en: str


@frozen
class Contents:
    """What a report or notice must hold."""

    title: Text
    certainty: Certainty
    sources: tuple[str, ...]
    item: tuple[Entry, ...]


@frozen
class Duty:
    """A duty after a leak; `number` is its place among the nine of 2005, 0 for one added since.

    `asked_as` is what the questions of a pack call one that was added since.
    """

    id: str
    number: int
    title: Text
    status: Status
    whom: Text
    by: Text
    form: Text
    write: Text
    law: Text
    clauses: tuple[str, ...]
    deadlines: tuple[str, ...]
    valid_from: date
    certainty: Certainty
    sources: tuple[str, ...]
    when: Text | None = None
    only: str = ""
    valid_to: date | None = None
    since_certainty: Certainty | None = None
    asked_as: int = 0

    @property
    def asked(self) -> int:
        """The number by which the questions of a pack name it (`duty`)."""
        return self.number or self.asked_as


@frozen
class Note:
    """Something worth knowing."""

    id: str
    text: Text
    certainty: Certainty
    sources: tuple[str, ...]


@frozen
class Role:
    """Whose part is whose, where data was entrusted."""

    id: str
    title: Text
    text: Text
    certainty: Certainty
    sources: tuple[str, ...]


@frozen
class Coming:
    """A law that is passed and not yet in force; `latest` is the last day on which it may begin."""

    id: str
    title: Text
    passed: date
    promulgated: date
    latest: date
    when: Text
    change: Text
    certainty: Certainty
    sources: tuple[str, ...]
    partly_from: date | None = None


@frozen
class Duties:
    """All that pmark knows about the time after a leak."""

    checked_on: date
    notice: Text
    first: tuple[FirstAction, ...]
    deadline: tuple[Deadline, ...]
    ground: tuple[Ground, ...]
    my_number_ground: tuple[Ground, ...]
    report: Contents
    notice_to_people: Contents
    duty: tuple[Duty, ...]
    role: tuple[Role, ...]
    note: tuple[Note, ...]
    coming: tuple[Coming, ...]
    source: tuple[Source, ...]

    def one(self, duty: str) -> Duty:
        """The duty of this id."""
        return next(d for d in self.duty if d.id == duty)


@frozen
class Due:
    """A deadline with its dates.

    `start` and `end` are the yardstick's days, or None. `due` is the legal last day, `counted` the
    day on which the count itself ends; they differ where the last day moved over closed days.
    `closed`: the yardstick's last day is one on which offices are closed.
    """

    deadline: Deadline
    start: date | None = None
    end: date | None = None
    due: date | None = None
    counted: date | None = None
    days: int = 0
    closed: bool = False

    @property
    def moved(self) -> bool:
        """Whether the last day was moved to the next open day."""
        return self.due != self.counted


@frozen
class Guide:
    """What holds for one incident: dates, duties, and laws to come, as of the day of knowing."""

    known_on: date
    malicious: bool
    my_number: bool
    dues: tuple[Due, ...]
    duties: tuple[Duty, ...]
    grounds: tuple[Ground, ...]
    my_number_grounds: tuple[Ground, ...]
    not_yet: tuple[str, ...]

    def due(self, deadline: str) -> Due | None:
        """The dates of one deadline, None where it does not hold."""
        return next((d for d in self.dues if d.deadline.id == deadline), None)


_Dated = TypeVar("_Dated", Deadline, Duty, Ground)


def guide(
    duties: Duties,
    known_on: date,
    is_closed: IsClosed,
    malicious: bool = False,
    my_number: bool = False,
) -> Guide:
    """Everything that holds for an incident known on this day.

    Raises:
        BadInput: the day lies beyond the calendar.
    """
    if known_on > LATEST:
        raise BadInput("known_on_too_late", found=known_on, allowed=LATEST)

    def holds(entries: tuple[_Dated, ...]) -> tuple[_Dated, ...]:
        return tuple(e for e in entries if in_force(e, known_on))

    cases = {"", "my_number"} if my_number else {""}
    return Guide(
        known_on=known_on,
        malicious=malicious,
        my_number=my_number,
        dues=tuple(
            due(d, known_on, is_closed, malicious)
            for d in holds(duties.deadline)
            if d.only in cases
        ),
        duties=tuple(d for d in holds(duties.duty) if d.only in cases),
        grounds=holds(duties.ground),
        my_number_grounds=holds(duties.my_number_ground) if my_number else (),
        not_yet=tuple(d.id for d in duties.duty if d.valid_from > known_on and d.only in cases),
    )


def in_force(entry: Deadline | Duty | Ground, on: date) -> bool:
    """Whether a duty stands on this day."""
    return entry.valid_from <= on and (entry.valid_to is None or on <= entry.valid_to)


def due(deadline: Deadline, known_on: date, is_closed: IsClosed, malicious: bool = False) -> Due:
    """The dates of one deadline; the day of knowing is day 1, weekends count."""
    if deadline.promptly:
        return Due(deadline)
    if not deadline.days:
        end = day(known_on, deadline.last_day)
        return Due(deadline, day(known_on, deadline.first_day), end, closed=is_closed(end))
    days = deadline.days_if_malicious if malicious else deadline.days
    counted = day(known_on, days)
    last = next_open(counted, is_closed) if deadline.moves else counted
    return Due(deadline, due=last, counted=counted, days=days)


def day(known_on: date, number: int) -> date:
    """The calendar day that is day `number` when the day of knowing is day 1."""
    return known_on + timedelta(days=number - 1)


def next_open(last: date, is_closed: IsClosed) -> date:
    """`last` itself, or the first day after it on which offices are open."""
    while is_closed(last):
        last += timedelta(days=1)
    return last


def state(coming: Coming, on: date) -> str:
    """Where a coming law stands: `unknown` (not passed), `passed`, `partly` in force, or `check`.

    `check`: by this day it must have begun somewhere; the shipped data no longer tells the truth.
    """
    if on < coming.passed:
        return "unknown"
    if on >= coming.latest:
        return "check"
    return "partly" if coming.partly_from and on >= coming.partly_from else "passed"
