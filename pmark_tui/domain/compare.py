"""What moved between two states of a client, also across versions of the pack."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from pmark_tui.domain.client import Client, Profile
from pmark_tui.domain.pack import Pack, Step
from pmark_tui.domain.points import Point, points
from pmark_tui.domain.scoring import Score, StepScore, score
from pmark_tui.domain.values import field_names, frozen

CLOSED, BETTER, CONFIRMED = "closed", "better", "confirmed"
OPENED, FOUND, WORSE, REOPENED = "opened", "found", "worse", "reopened"
EXCLUDED, COUNTED, ADDED, DROPPED = "excluded", "counted", "added", "dropped"
GAP_NOW = (OPENED, FOUND)
"""The kinds of change that put a gap where there was none."""


@frozen
class State:
    """A client as it stood on a day, with the pack it is scored by."""

    pack: Pack
    client: Client
    on: date


@frozen
class StepMove:
    """A step then and now, None where the pack does not have it; blockers by what they name."""

    step: Step
    old: StepScore | None
    new: StepScore | None
    gone: tuple[str, ...]
    come: tuple[str, ...]


@frozen
class AnswerMove:
    """An answer that changed, or a question that is asked of one of the two only.

    `kind`: closed (a gap, now answered in full), better and worse (a gap before and after),
    confirmed (open, now in full), found (open, now a gap), opened (no gap, now one), reopened
    (known, now open), excluded and counted (out of and back into the count), added and dropped
    (asked only now, asked only then).
    """

    question: str
    old: str
    new: str
    kind: str


@frozen
class ProfileMove:
    """A field of the profile that changed."""

    field: str
    old: object
    new: object


@frozen
class Comparison:
    """Everything that moved; findings by id."""

    steps: tuple[StepMove, ...]
    answers: tuple[AnswerMove, ...]
    profile: tuple[ProfileMove, ...]
    findings_closed: tuple[str, ...]
    findings_new: tuple[str, ...]
    old_score: Score
    new_score: Score

    def of_kind(self, *kinds: str) -> tuple[AnswerMove, ...]:
        """The answers that changed in one of these ways."""
        return tuple(move for move in self.answers if move.kind in kinds)


def compare(old: State, new: State) -> Comparison:
    """What moved from one state to another; answers and steps are matched by id."""
    then, now = score(old.pack, old.client, old.on), score(new.pack, new.client, new.on)
    closed_then = {f.id for f in old.client.findings if f.closed is not None}
    known_then = {f.id for f in old.client.findings}
    return Comparison(
        steps=_steps(then, now),
        answers=_answers(_by_id(old), _by_id(new)),
        profile=_profile(old.client.profile, new.client.profile),
        findings_closed=tuple(
            f.id for f in new.client.findings if f.closed is not None and f.id not in closed_then
        ),
        findings_new=tuple(f.id for f in new.client.findings if f.id not in known_then),
        old_score=then,
        new_score=now,
    )


def _by_id(state: State) -> dict[str, Point]:
    return {p.question.id: p for p in points(state.pack, state.client)}


def _steps(then: Score, now: Score) -> tuple[StepMove, ...]:
    old = {s.step.id: s for s in then.steps}
    new = {s.step.id: s for s in now.steps}
    return tuple(_step_move(old.get(key), new.get(key)) for key in dict.fromkeys([*new, *old]))


def _step_move(old: StepScore | None, new: StepScore | None) -> StepMove:
    either = new or old
    assert either is not None
    before = [b.question for b in old.blockers] if old else []
    after = [b.question for b in new.blockers] if new else []
    return StepMove(
        step=either.step,
        old=old,
        new=new,
        gone=tuple(b for b in before if b not in after),
        come=tuple(b for b in after if b not in before),
    )


def _answers(old: Mapping[str, Point], new: Mapping[str, Point]) -> tuple[AnswerMove, ...]:
    found = []
    for key in dict.fromkeys([*new, *old]):
        before, after = old.get(key), new.get(key)
        kind = _kind(before, after)
        if kind:
            found.append(AnswerMove(key, _value(before), _value(after), kind))
    return tuple(found)


def _value(point: Point | None) -> str:
    return point.answer.value if point and point.given else ""


def _kind(old: Point | None, new: Point | None) -> str:
    """How a question moved; "" where it did not."""
    if new is None:
        return DROPPED
    if old is None:
        return OPENED if new.short else ADDED
    if old.kind.id == new.kind.id:
        return ""
    if not new.counts:
        return EXCLUDED
    if new.open:
        return "" if old.open else REOPENED
    if new.short:
        if old.short:
            return BETTER if new.kind.low > old.kind.low else WORSE
        return FOUND if old.open else OPENED
    if not old.counts:
        return COUNTED
    return CLOSED if old.short else CONFIRMED


def _profile(old: Profile, new: Profile) -> tuple[ProfileMove, ...]:
    return tuple(
        ProfileMove(name, before, after)
        for name in field_names(Profile)
        if (before := getattr(old, name)) != (after := getattr(new, name))
    )


def trend(states: Iterable[State]) -> tuple[tuple[State, Score], ...]:
    """Each state of one client with its score, in the order given."""
    return tuple((state, score(state.pack, state.client, state.on)) for state in states)
