"""The part of a report's content about eligibility, time, papers and leaks (see `report.model`)."""

from __future__ import annotations

from pmark_tui.domain.values import frozen


@frozen
class EligibilityPoint:
    """A point on which eligibility rests: its state, why it matters, what decides it."""

    id: str
    title: str
    state: str
    state_label: str
    reason: str
    because: tuple[str, ...]
    questions: tuple[str, ...]
    sources: tuple[str, ...]


@frozen
class Eligibility:
    """May the organisation apply: `verdict` is may-apply, not-yet, ask or open."""

    verdict: str
    label: str
    points: tuple[EligibilityPoint, ...]


@frozen
class Milestone:
    """A stage of the calendar, ISO dates: at the usual pace, and its last day at the others."""

    id: str
    title: str
    first: str
    last: str
    earliest: str
    latest: str
    basis: str


@frozen
class Deadline:
    """A deadline that something set running, ISO dates."""

    id: str
    title: str
    since: str
    due: str
    about: str


@frozen
class Calendar:
    """The calendar; `headline` says what it is counted from, `notes` what it rests on."""

    headline: tuple[str, ...]
    milestones: tuple[Milestone, ...]
    deadlines: tuple[Deadline, ...]
    notes: tuple[str, ...]
    start_by: str
    gantt: str
    sources: tuple[str, ...]


@frozen
class PaperRow:
    """An application paper and how far it is."""

    id: str
    form: str
    title: str
    state: str
    state_label: str
    who: str
    where: str
    about: str
    questions: tuple[str, ...]


@frozen
class Papers:
    """The application papers; `dates` and `bodies` are pairs of a title and its text."""

    rows: tuple[PaperRow, ...]
    dates: tuple[tuple[str, str], ...]
    clashes: tuple[str, ...]
    bodies: tuple[tuple[str, str], ...]


@frozen
class CauseRow:
    """A cause of reported leaks, its share (0..1), and where this client stands against it."""

    id: str
    title: str
    share: float
    share_text: str
    clauses: str
    standing: str
    missing: tuple[str, ...]
    yes: int
    partial: int
    no: int
    open: int


@frozen
class Causes:
    """The causes of leaks by one collection of reports; `label` says whose mapping it is."""

    title: str
    label: str
    notes: tuple[str, ...]
    rows: tuple[CauseRow, ...]


@frozen
class ReadingRow:
    """A site, book or document."""

    id: str
    title: str
    by: str
    about: str
    url: str


@frozen
class ReadingGroup:
    """What was recommended at one time, with what must be said about it."""

    era: str
    title: str
    said: str
    rows: tuple[ReadingRow, ...]
