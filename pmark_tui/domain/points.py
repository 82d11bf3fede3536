"""What each answer counts as, and what a group comes to (docs/scoring.md, sections 1 to 3)."""

from __future__ import annotations

from collections.abc import Iterable

from pmark_tui.domain.asking import asked, remembered
from pmark_tui.domain.client import CERTAINTIES, NO_ANSWER, Answer, Client, Profile
from pmark_tui.domain.pack import AnswerKind, Pack, Question
from pmark_tui.domain.values import frozen


@frozen
class Point:
    """A question asked of a client, the answer given, and what it counts as.

    `given` is False where there is no answer that the pack knows and allows; such a point counts as
    the pack's unanswered kind.
    """

    question: Question
    answer: Answer
    kind: AnswerKind
    given: bool

    @property
    def counts(self) -> bool:
        """Whether it is in the count, that is, not excluded."""
        return self.kind.counts

    @property
    def open(self) -> bool:
        """Whether nobody knows yet: unasked, or answered with a kind that has a range."""
        return self.kind.counts and self.kind.high > self.kind.low

    @property
    def short(self) -> bool:
        """Whether it is known to fall short of a full answer."""
        return self.kind.counts and self.kind.high < 1.0

    @property
    def held(self) -> bool:
        """Whether it is answered in full."""
        return self.kind.counts and self.kind.low >= 1.0


@frozen
class Tally:
    """What a group of questions comes to.

    `low` and `high` are the range (0..1), `weight` the weight that counts, `answered` and `asked`
    the progress in questions, `excluded` those out of the count.
    """

    low: float
    high: float
    weight: int
    answered: int
    asked: int
    excluded: int

    @property
    def width(self) -> float:
        """How much is still unknown, 0..1."""
        return self.high - self.low


def worth(pack: Pack, answer: Answer) -> AnswerKind:
    """What an answer counts as where its question allows it; no answer counts as the pack says."""
    return pack.answer.get(answer.value, pack.unanswered)


def point(pack: Pack, client: Client, question: Question) -> Point:
    """What a client's answer to a question counts as.

    An exclusion counts only where the question allows one and a reason is written; anything else in
    a client file counts like no answer at all, so that no blocker can be hidden by it.
    """
    answer = client.answer(question.id)
    kind = pack.answer.get(answer.value)
    if kind is None or not (kind.counts or (question.may_be_na and answer.reason.strip())):
        return Point(question, answer, pack.unanswered, False)
    return Point(question, answer, kind, True)


def points(pack: Pack, client: Client) -> tuple[Point, ...]:
    """Every question asked of this client in the order of the interview, with what it counts as.

    The pack remembers them for the latest client: score, gaps and checks each begin with them.
    """
    latest = pack.latest_points
    for known, found in latest:
        if known is client:
            return found
    answers = client.answers
    found = tuple(
        [
            point(pack, client, blank.question) if blank.question.id in answers else blank
            for blank in _without_answers(pack, client.profile)
        ]
    )
    latest[:] = [(client, found)]
    return found


def _without_answers(pack: Pack, profile: Profile) -> tuple[Point, ...]:
    """The points of a client with this profile who has answered nothing yet."""

    def find() -> tuple[Point, ...]:
        return tuple(Point(q, NO_ANSWER, pack.unanswered, False) for q in asked(pack, profile))

    return remembered(pack.points_without_answers, (profile.kind, profile.flags), find)


def tally(group: Iterable[Point]) -> Tally:
    """The range and the progress of a group of points; nothing counted is nothing known: 0 to 1."""
    low = high = 0.0
    weight = answered = count = excluded = 0
    for p in group:
        count += 1
        if p.given:
            answered += 1
        kind = p.kind
        if kind.counts:
            own = p.question.weight
            weight += own
            low += own * kind.low
            high += own * kind.high
        else:
            excluded += 1
    if weight:
        return Tally(low / weight, high / weight, weight, answered, count, excluded)
    return Tally(0.0, 1.0, 0, answered, count, excluded)


def certainty(group: Iterable[Point]) -> dict[str, int]:
    """How many answers of a group rest on what: "" where it was not told, then each certainty.

    Only given answers are counted; one that counts as not known is certain of nothing.
    """
    counts = dict.fromkeys(("", *CERTAINTIES), 0)
    for p in group:
        if p.given and not p.open:
            said = p.answer.certainty
            counts[said if said in counts else ""] += 1
    return counts


def gate_state(pack: Pack, question: Question, kind: AnswerKind) -> str:
    """Whether a gate is "passed", "shut" (it blocks) or "open" (nobody knows yet).

    A gate is passed by an answer worth at least `gate_needs`, or one that is out of the count; it
    is shut where even the best reading of the answer is worth less.
    """
    if not kind.counts:
        return "passed"
    needed = pack.answer[question.gate_needs].low
    if kind.low >= needed:
        return "passed"
    return "shut" if kind.high < needed else "open"
