"""The steps' ranges, blockers and progress. The formula is specified in docs/scoring.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property

from pmark_tui.domain.asking import places_by_step
from pmark_tui.domain.client import Client
from pmark_tui.domain.findings import OPEN as FINDING_OPEN
from pmark_tui.domain.findings import OVERDUE, FindingState, finding_states
from pmark_tui.domain.pack import Pack, Step, Text
from pmark_tui.domain.points import Point, Tally, certainty, gate_state, points, tally, worth
from pmark_tui.domain.values import frozen

__all__ = [
    "BLOCKED",
    "OPEN",
    "READY",
    "Blocker",
    "Score",
    "StepScore",
    "gate_state",
    "score",
    "worth",
]

BLOCKED, READY, OPEN = "blocked", "ready", "open"
ROUNDING = 1e-9
"""What binary fractions may be off by: a step that is at its line must not miss it by that."""


@frozen
class Blocker:
    """What stops a step whatever its score: an answer, a number of the profile, or a finding.

    `question` is the id of the question, `profile.FIELD` or `finding.ID`; `answer` the value found
    there, for a finding the day by which it had to be closed.
    """

    question: str
    answer: str
    why: Text


@frozen
class StepScore:
    """A step: its result as a whole and by side, its certainty, and what stands in its way.

    `points` are its questions as the client answered them, `open_gates` the questions that may still
    turn out to block it, `open_findings` the findings that are not closed and whose date has not passed.
    """

    step: Step
    points: tuple[Point, ...]
    whole: Tally
    blockers: tuple[Blocker, ...]
    open_gates: tuple[str, ...]
    open_findings: tuple[str, ...]
    status: str

    @cached_property
    def written(self) -> Tally:
        """What the documents come to."""
        return self._of("written")

    @cached_property
    def practised(self) -> Tally:
        """What the practice comes to."""
        return self._of("practised")

    @cached_property
    def certainty(self) -> Mapping[str, int]:
        """How many of its answers rest on what (`points.certainty`)."""
        return certainty(self.points)

    @property
    def low(self) -> float:
        """The lowest value, 0..1: every open point counted as no."""
        return self.whole.low

    @property
    def high(self) -> float:
        """The highest value, 0..1: every open point counted as yes."""
        return self.whole.high

    @property
    def width(self) -> float:
        """How much is still unknown, 0..1."""
        return self.whole.width

    @property
    def weight(self) -> int:
        """The weight that counts."""
        return self.whole.weight

    @property
    def answered(self) -> int:
        """How many of its questions have an answer."""
        return self.whole.answered

    @property
    def asked(self) -> int:
        """How many questions it has for this client."""
        return self.whole.asked

    @property
    def excluded(self) -> int:
        """How many of them are out of the count."""
        return self.whole.excluded

    def _of(self, side: str) -> Tally:
        return tally([p for p in self.points if p.question.side == side])


@frozen
class Score:
    """All steps of a client in their order, and the progress over all `points`: all that is asked."""

    points: tuple[Point, ...]
    steps: tuple[StepScore, ...]
    answered: int
    asked: int
    excluded: int

    @cached_property
    def certainty(self) -> Mapping[str, int]:
        """How many answers rest on what (`points.certainty`)."""
        return certainty(self.points)

    def step(self, step_id: str) -> StepScore:
        """The score of one step."""
        return next(s for s in self.steps if s.step.id == step_id)


def score(pack: Pack, client: Client, on: date | None = None) -> Score:
    """Score every step from the questions asked of this client.

    Args:
        pack: the pack that the client answers.
        client: profile, answers and findings.
        on: the day on which findings are looked at; without one none of them is overdue.
    """
    group = points(pack, client)
    places = places_by_step(pack, client.profile)
    findings = finding_states(pack, client, on)
    return Score(
        points=group,
        steps=tuple(
            _step(pack, client, s, [group[i] for i in places[s.id]], findings) for s in pack.steps
        ),
        answered=sum([p.given for p in group]),
        asked=len(group),
        excluded=sum([not p.kind.counts for p in group]),
    )


def _step(
    pack: Pack, client: Client, step: Step, mine: list[Point], findings: Sequence[FindingState]
) -> StepScore:
    whole = tally(mine)
    blockers = [*_profile_blockers(pack, client, step)]
    open_gates = []
    for p in mine:
        if step.id in p.question.gates:
            state = gate_state(pack, p.question, p.kind)
            if state == "shut":
                blockers.append(Blocker(p.question.id, p.answer.value, p.question.text))
            elif state == "open":
                open_gates.append(p.question.id)
    open_findings = []
    if step.id == pack.findings_step:
        for f in findings:
            if f.status == OVERDUE:
                blockers.append(Blocker(f"finding.{f.finding.id}", str(f.due), pack.findings_why))
            elif f.status == FINDING_OPEN:
                open_findings.append(f.finding.id)
    waits = blockers or open_gates or open_findings or whole.low < step.ready_from - ROUNDING
    return StepScore(
        step=step,
        points=tuple(mine),
        whole=whole,
        blockers=tuple(blockers),
        open_gates=tuple(open_gates),
        open_findings=tuple(open_findings),
        status=BLOCKED if blockers else OPEN if waits else READY,
    )


def _profile_blockers(pack: Pack, client: Client, step: Step) -> tuple[Blocker, ...]:
    found = []
    for gate in pack.profile_gates:
        value = getattr(client.profile, gate.field)
        if gate.step == step.id and value < gate.at_least:
            found.append(Blocker(f"profile.{gate.field}", str(value), gate.why))
    return tuple(found)
