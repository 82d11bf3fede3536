"""Where a step's figures come from: the share of each clause, its answers, what would change it.

Shares are whole tenths of a per cent (0..1000) and add up to the figures shown, to the last digit
(docs/scoring.md, section 5).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Clause, Pack, Question
from pmark_tui.domain.points import Point, points
from pmark_tui.domain.scoring import StepScore, score
from pmark_tui.domain.values import frozen

WHOLE = 1000
"""A whole, in tenths of a per cent."""


@frozen
class ClauseShare:
    """What a clause brings to a step, in tenths of a per cent of the step.

    `earned` is in the lowest value, `open` is what the highest has beyond it, `lost` what no answer
    still open can bring back; together they are the clause's weight in the step.
    """

    clause: Clause
    earned: int
    open: int
    lost: int
    points: tuple[Point, ...]

    @property
    def low(self) -> int:
        """Its share of the lowest value."""
        return self.earned

    @property
    def high(self) -> int:
        """Its share of the highest value."""
        return self.earned + self.open

    @property
    def weight(self) -> int:
        """Its share of the whole."""
        return self.earned + self.open + self.lost


@frozen
class Change:
    """A question that would change a step; `adds`: to the lowest value by a full answer (0..1)."""

    question: Question
    answer: str
    adds: float
    unblocks: bool


@frozen
class Explanation:
    """A step's score with its shares by clause; `low` and `high` in tenths of a per cent.

    `excluded` are the points out of the count; they have no share.
    """

    score: StepScore
    low: int
    high: int
    clauses: tuple[ClauseShare, ...]
    excluded: tuple[Point, ...]
    changes: tuple[Change, ...]


def explain(
    pack: Pack, client: Client, step_id: str, on: date | None = None, count: int = 5
) -> Explanation:
    """Explain one step; `count` changes at most, the one that matters most first.

    What blocks the step comes first among the changes, then what adds most; ties keep the order of
    the interview.
    """
    scored = score(pack, client, on).step(step_id)
    mine = [p for p in points(pack, client) if step_id in p.question.steps]
    counted = [p for p in mine if p.counts]
    groups = {
        clause.id: [p for p in counted if p.question.clause == clause.id] for clause in pack.clauses
    }
    rows = [(pack.clause[key], group) for key, group in groups.items() if group]
    earned, open_, lost = _shares([group for _, group in rows], scored.weight)
    low, high = (sum(earned), sum(earned) + sum(open_)) if rows else (0, WHOLE)
    return Explanation(
        score=scored,
        low=low,
        high=high,
        clauses=tuple(
            ClauseShare(clause, e, o, gone, tuple(group))
            for (clause, group), e, o, gone in zip(rows, earned, open_, lost, strict=True)
        ),
        excluded=tuple(p for p in mine if not p.counts),
        changes=_changes(scored, counted)[:count],
    )


def _shares(
    groups: Sequence[Sequence[Point]], weight: int
) -> tuple[list[int], list[int], list[int]]:
    """Earned, open and lost share of each group, each column adding up to its rounded sum."""
    if not weight:
        return [], [], []
    exact = [
        (
            sum((p.question.weight * Fraction(str(p.kind.low)) for p in group), Fraction()),
            sum((p.question.weight * Fraction(str(p.kind.high)) for p in group), Fraction()),
            sum(p.question.weight for p in group),
        )
        for group in groups
    ]
    scale = Fraction(WHOLE, weight)
    lows = [low * scale for low, _, _ in exact]
    opens = [(high - low) * scale for low, high, _ in exact]
    losts = [(whole - high) * scale for _, high, whole in exact]
    low, high = half_up(sum(lows)), half_up(sum(lows) + sum(opens))
    return (
        apportion(lows, low),
        apportion(opens, high - low),
        apportion(losts, WHOLE - high),
    )


def half_up(value: Fraction | int) -> int:
    """The nearest whole number; a half goes up."""
    return int((value + Fraction(1, 2)) // 1)


def apportion(shares: Sequence[Fraction], total: int) -> list[int]:
    """Whole numbers as near to the shares as can be that add up to `total`.

    The method of the largest remainder: each share is cut to its whole part, and what is missing
    goes to the largest remainders, one each; ties go to the first. `total` is the sum of the shares
    rounded up or down.
    """
    parts = [int(share // 1) for share in shares]
    ranked = sorted(range(len(parts)), key=lambda i: (parts[i] - shares[i], i))
    for index in ranked[: total - sum(parts)]:
        parts[index] += 1
    return parts


def _changes(scored: StepScore, counted: Sequence[Point]) -> tuple[Change, ...]:
    stops = {b.question for b in scored.blockers} | set(scored.open_gates)
    found = [
        Change(
            question=p.question,
            answer=p.answer.value if p.given else "",
            adds=p.question.weight * (1.0 - p.kind.low) / scored.weight,
            unblocks=p.question.id in stops,
        )
        for p in counted
        if not p.held
    ]
    found.sort(key=lambda c: (not c.unblocks, -c.adds))
    return tuple(found)
