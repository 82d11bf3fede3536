"""May this organisation apply: yes, not yet, or ask the body; each point with its reason.

Points rest on questions of the pack or on the profile; which, is data (eligibility.toml). A point
whose questions the pack does not have is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Literal

from pmark_tui.domain.asking import is_asked
from pmark_tui.domain.client import Client, Kind
from pmark_tui.domain.notes import Certainty, Note, Source
from pmark_tui.domain.pack import Pack, Text
from pmark_tui.domain.points import gate_state, worth
from pmark_tui.domain.size import SizeDecision
from pmark_tui.domain.values import frozen
from pmark_tui.domain.window import Window

Verdict = Literal["may-apply", "not-yet", "ask", "open"]
"""All points hold; one does not; one is for the body to decide; one is not answered yet."""

State = Literal["met", "not-yet", "ask", "open"]


@frozen
class PointRule:
    """A point: what it rests on, and what it means where it does not hold."""

    id: str
    otherwise: Literal["not-yet", "ask"]
    title: Text
    reason: Text
    certainty: Certainty
    source: tuple[Source, ...]
    questions: tuple[str, ...] = ()
    profile: Literal["", "workers", "window"] = ""
    kinds: tuple[Kind, ...] = ()


@frozen
class Case:
    """A kind of applicant about whom the sources leave something open."""

    id: str
    title: Text
    text: Text
    certainty: Certainty
    source: tuple[Source, ...]


@frozen
class EligibilityRules:
    """The whole of eligibility.toml."""

    checked_on: date
    point: tuple[PointRule, ...]
    case: tuple[Case, ...] = ()


@frozen
class Point:
    """A point: its state, the questions that decide it, and what the profile says to it."""

    rule: PointRule
    state: State
    questions: tuple[str, ...] = ()
    because: tuple[Note, ...] = ()


@frozen
class Eligibility:
    """The verdict and every point that bears on it, in the order of the rules."""

    verdict: Verdict
    points: tuple[Point, ...]

    def standing(self, state: State) -> tuple[Point, ...]:
        """The points in a state."""
        return tuple(point for point in self.points if point.state == state)


def judge(
    rules: EligibilityRules,
    size: SizeDecision,
    window: Window | None,
    pack: Pack,
    client: Client,
    on: date,
) -> Eligibility:
    """Whether the client may apply on a day; `window` is the renewal window where it is known."""
    points = tuple(_points(rules, size, window, pack, client, on))
    states = {point.state for point in points}
    order: tuple[Verdict, ...] = ("not-yet", "ask", "open")
    verdict: Verdict = next((state for state in order if state in states), "may-apply")
    return Eligibility(verdict, points)


def _points(
    rules: EligibilityRules,
    size: SizeDecision,
    window: Window | None,
    pack: Pack,
    client: Client,
    on: date,
) -> Iterable[Point]:
    for rule in rules.point:
        if rule.kinds and client.profile.kind not in rule.kinds:
            continue
        if rule.profile == "workers":
            state: State = "met" if size.eligible else rule.otherwise
            yield Point(rule, state, because=size.reasons)
        elif rule.profile == "window":
            yield _in_window(rule, window, on)
        else:
            asked = tuple(
                q
                for q in rule.questions
                if q in pack.question and is_asked(pack.question[q], client.profile)
            )
            if asked:
                yield Point(rule, _state(rule, pack, client, asked), asked)


def _state(rule: PointRule, pack: Pack, client: Client, asked: tuple[str, ...]) -> State:
    """The worst of the questions: a shut one decides, then one that nobody has answered."""
    found = {gate_state(pack, pack.question[q], worth(pack, client.answer(q))) for q in asked}
    if "shut" in found:
        return rule.otherwise
    return "open" if "open" in found else "met"


def _in_window(rule: PointRule, window: Window | None, on: date) -> Point:
    if window is None:
        return Point(rule, "open", because=(Note("window_unknown"),))
    values = {"first": window.first, "last": window.last}
    if on < window.first:
        return Point(rule, "not-yet", because=(Note("window_ahead", values),))
    if on > window.last:
        return Point(rule, "ask", because=(Note("window_over", values),))
    return Point(rule, "met", because=(Note("window_open", values),))
