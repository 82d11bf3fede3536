"""One client in a row: where it stands, how far the interview is, and what is due."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from pmark_tui.domain.client import Client, Kind
from pmark_tui.domain.findings import CLOSED, OPEN, finding_states
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.scoring import BLOCKED, READY, Score, score
from pmark_tui.domain.values import frozen
from pmark_tui.domain.window import Window

DueKind = Literal["task", "finding", "window_opens", "window_closes", "target", "expires"]
"""What a day is the last one for: an answer's task, a finding, a renewal's window, the client's target."""


@frozen
class Due:
    """A day that matters. `subject` is the id of a question or finding, "" for the client's own dates."""

    on: date
    kind: DueKind
    subject: str = ""


@frozen
class StepState:
    """A step in short: its range (0..1), its status, and how many things block it."""

    id: str
    low: float
    high: float
    status: str
    blockers: int


@frozen
class Summary:
    """A client as one row of a portfolio, seen on one day.

    `due` holds every day that is still of interest, earliest first; `flagged` and `parked` count the
    questions kept for later; `answered_at` is when the latest answer was given, in local time.
    """

    name: str
    kind: Kind
    industry: str
    workers: int
    pack: str
    on: date
    answered: int
    asked: int
    steps: tuple[StepState, ...]
    due: tuple[Due, ...] = ()
    flagged: int = 0
    parked: int = 0
    answered_at: datetime | None = None

    @property
    def blocked(self) -> int:
        """How many steps are blocked."""
        return sum(step.status == BLOCKED for step in self.steps)

    @property
    def ready(self) -> int:
        """How many steps are ready."""
        return sum(step.status == READY for step in self.steps)

    @property
    def overdue(self) -> tuple[Due, ...]:
        """What should have been done before this day, the longest overdue first."""
        return tuple(due for due in self.due if due.on < self.on)

    @property
    def next(self) -> Due | None:
        """What comes next, this day included; None where nothing is planned."""
        return next((due for due in self.due if due.on >= self.on), None)


def summarise(pack: Pack, client: Client, on: date, window: Window | None = None) -> Summary:
    """The row of a client.

    Args:
        pack: the pack that the client answers.
        client: profile, answers and findings.
        on: the day on which it is looked at.
        window: when a renewal may be filed (`domain.window`), where the client has one.
    """
    scored = score(pack, client, on)
    answers = client.answers.values()
    stamps = [answer.at for answer in answers if answer.at is not None]
    stamps = [at if at.tzinfo is None else at.replace(tzinfo=None) for at in stamps]
    profile = client.profile
    return Summary(
        name=profile.name,
        kind=profile.kind,
        industry=profile.industry,
        workers=profile.workers,
        pack=client.pack,
        on=on,
        answered=scored.answered,
        asked=scored.asked,
        steps=tuple(
            StepState(s.step.id, s.low, s.high, s.status, len(s.blockers)) for s in scored.steps
        ),
        due=tuple(
            sorted(_due(pack, client, on, window, scored), key=lambda d: (d.on, d.kind, d.subject))
        ),
        flagged=sum(answer.flagged for answer in answers),
        parked=sum(answer.parked for answer in answers),
        answered_at=max(stamps, default=None),
    )


def good_until(pack: Pack, client: Client, on: date, window: Window | None = None) -> date:
    """The last day for which the summary of `on` still holds, but for its own date.

    A finding that is open becomes overdue behind its last day, a window that will open has opened
    behind its first; nothing else in a summary depends on the day.
    """
    ends = [
        s.due for s in finding_states(pack, client, on) if s.due is not None and s.status == OPEN
    ]
    if window is not None and window.first >= on:
        ends.append(window.first)
    return min(ends, default=date.max)


def _due(pack: Pack, client: Client, on: date, window: Window | None, scored: Score) -> list[Due]:
    """Tasks not done, findings not closed, and the client's own dates.

    A window that is open no longer opens; one that has closed, and an end date that has passed, stay
    and are overdue: the client file still says that the renewal lies ahead.
    """
    found = [
        Due(p.answer.due, "task", p.question.id)
        for p in scored.points
        if p.answer.due is not None and p.short
    ]
    found += [
        Due(state.due, "finding", state.finding.id)
        for state in finding_states(pack, client, on)
        if state.due is not None and state.status != CLOSED
    ]
    if window is not None:
        if window.first >= on:
            found.append(Due(window.first, "window_opens"))
        found.append(Due(window.last, "window_closes"))
    profile = client.profile
    if profile.target is not None:
        found.append(Due(profile.target, "target"))
    if profile.kind == "renewal" and profile.expires is not None:
        found.append(Due(profile.expires, "expires"))
    return found
