"""Which open questions, once answered, would narrow the ranges most, and by how much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack, Question
from pmark_tui.domain.points import Point, points
from pmark_tui.domain.values import frozen


@frozen
class Narrowing:
    """An open question and how much narrower a definite answer makes each of its steps (0..1)."""

    question: Question
    by: Mapping[str, float]

    @property
    def total(self) -> float:
        """The sum over all its steps; may exceed 1."""
        return sum(self.by.values())


def narrowings(pack: Pack, group: Iterable[Point]) -> tuple[Narrowing, ...]:
    """Every open point of a whole interview, in its order."""
    group = tuple(group)
    weights = {step.id: 0 for step in pack.steps}
    for p in group:
        if p.counts:
            for step in p.question.steps:
                weights[step] += p.question.weight
    return tuple(
        Narrowing(
            p.question,
            {
                step: p.question.weight * (p.kind.high - p.kind.low) / weights[step]
                for step in p.question.steps
            },
        )
        for p in group
        if p.open
    )


def narrow_most(pack: Pack, client: Client, count: int = 5) -> tuple[str, ...]:
    """The open questions that narrow all their steps together most; ties as in the interview."""
    found = sorted(narrowings(pack, points(pack, client)), key=lambda n: -n.total)
    return tuple(n.question.id for n in found[:count])


def narrow_step(found: Iterable[Narrowing], step_id: str, count: int = 5) -> tuple[Narrowing, ...]:
    """What narrows one step most; ties as in the interview. The amounts of several add up."""
    mine = [n for n in found if step_id in n.by]
    mine.sort(key=lambda n: -n.by[step_id])
    return tuple(mine[:count])
