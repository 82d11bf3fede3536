"""Gaps in the order in which to close them, by a rule that is shown (docs/scoring.md, section 8).

1. what blocks a step comes before what does not, the nearest blocked step first;
2. then what counts for the nearest step;
3. then the larger share of real incidents that the clause bears on;
4. then the larger loss of weight;
5. then the smaller effort;
6. then the order of the pack, so that no two gaps are ever equal.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack, Question
from pmark_tui.domain.points import gate_state, points
from pmark_tui.domain.scoring import score
from pmark_tui.domain.values import frozen, replace


@frozen
class Gap:
    """An answer that falls short.

    `blocks` are the steps it stops and `frees` those of them that nothing else stops; `lost` is the
    weight it costs (0..3), `incident_share` the share of reported incidents (0..1) that its clause
    bears on, by the profile of incidents in use.
    """

    rank: int
    question: Question
    answer: str
    blocks: tuple[str, ...]
    lost: float
    incident_share: float
    frees: tuple[str, ...] = ()


def incident_share(question: Question, shares: Mapping[str, float]) -> float:
    """The share of incidents (0..1) a question bears on: of its facet, else of its clause."""
    if question.facet:
        return shares.get(f"{question.clause}/{question.facet}", 0.0)
    return shares.get(question.clause, 0.0)


def gaps(
    pack: Pack, client: Client, shares: Mapping[str, float], on: date | None = None
) -> tuple[Gap, ...]:
    """Every answer that falls short, ranked. Open points are no gaps: nobody knows them yet.

    Args:
        pack: the pack that the client answers.
        client: profile, answers and findings.
        shares: the share of incidents (0..1) by clause or `clause/facet`.
        on: the day on which findings are looked at (a step that one blocks is not freed).
    """
    order = {step.id: number for number, step in enumerate(pack.steps)}
    place = {question.id: number for number, question in enumerate(pack.questions)}
    stops = {s.step.id: {b.question for b in s.blockers} for s in score(pack, client, on).steps}
    found = []
    for p in points(pack, client):
        if not p.short:
            continue
        question = p.question
        shut = gate_state(pack, question, p.kind) == "shut"
        blocks = question.gates if shut else ()
        share = incident_share(question, shares)
        lost = question.weight * (1.0 - p.kind.low)
        frees = tuple(step for step in blocks if stops[step] == {question.id})
        key = (
            min((order[s] for s in blocks), default=len(order)),
            min((order[s] for s in question.steps), default=len(order)),
            -share,
            -lost,
            question.hours,
            place[question.id],
        )
        found.append((key, Gap(0, question, p.kind.id, blocks, lost, share, frees)))
    found.sort(key=lambda pair: pair[0])
    return tuple(replace(gap, rank=rank) for rank, (_, gap) in enumerate(found, 1))


def open_points(pack: Pack, client: Client) -> tuple[Question, ...]:
    """Questions that are unanswered or answered わからない, in the order of the interview."""
    return tuple(p.question for p in points(pack, client) if p.open)
