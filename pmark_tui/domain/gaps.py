"""Gaps in the order in which to close them, by a rule that can be shown (docs/scoring.md).

1. what blocks a step comes before what does not, the nearest blocked step first;
2. then what counts for the nearest step;
3. then the larger share of real incidents that the clause bears on;
4. then the larger loss of weight;
5. then the smaller effort;
6. then the order of the pack.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack, Question
from pmark_tui.domain.scoring import gate_state, worth


@dataclass(frozen=True, slots=True)
class Gap:
    """An answer that falls short.

    `blocks` are the steps it stops, `lost` the weight it costs (0..3), `incident_share` the share of
    reported incidents (0..1) that its clause bears on, by the profile of incidents in use.
    """

    rank: int
    question: Question
    answer: str
    blocks: tuple[str, ...]
    lost: float
    incident_share: float


def incident_share(question: Question, shares: Mapping[str, float]) -> float:
    """The share of incidents a question bears on: of its facet where one is given, else of its clause."""
    if question.facet:
        return shares.get(f"{question.clause}/{question.facet}", 0.0)
    return shares.get(question.clause, 0.0)


def gaps(pack: Pack, client: Client, shares: Mapping[str, float]) -> tuple[Gap, ...]:
    """Every answer that falls short, ranked. Open points are no gaps: nobody knows them yet."""
    order = {step.id: number for number, step in enumerate(pack.steps)}
    place = {question.id: number for number, question in enumerate(pack.questions)}
    found = []
    for question in asked(pack, client.profile):
        kind = worth(pack, client.answer(question.id))
        if not kind.counts or kind.high >= 1.0:
            continue
        shut = gate_state(pack, question, kind) == "shut"
        blocks = question.gates if shut else ()
        share = incident_share(question, shares)
        lost = question.weight * (1.0 - kind.low)
        key = (
            min((order[s] for s in blocks), default=len(order)),
            min((order[s] for s in question.steps), default=len(order)),
            -share,
            -lost,
            question.hours,
            place[question.id],
        )
        found.append((key, Gap(0, question, kind.id, blocks, lost, share)))
    found.sort(key=lambda pair: pair[0])
    return tuple(
        Gap(rank, g.question, g.answer, g.blocks, g.lost, g.incident_share)
        for rank, (_, g) in enumerate(found, 1)
    )


def open_points(pack: Pack, client: Client) -> tuple[Question, ...]:
    """Questions that are unanswered or answered わからない, in the order of the interview."""
    return tuple(
        q
        for q in asked(pack, client.profile)
        if (kind := worth(pack, client.answer(q.id))).counts and kind.high > kind.low
    )
