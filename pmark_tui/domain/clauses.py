"""Clauses and chapters: status by the worst answer, range, progress and certainty, side by side.

The three are never mixed (docs/scoring.md, sections 6 and 7): a status says whether the clause
holds, a tally how far it was asked and what it comes to, the certainties what answers rest on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Chapter, Clause, Pack
from pmark_tui.domain.points import Point, Tally, certainty, points, tally
from pmark_tui.domain.values import frozen

UNFIT, CHECK, PARTIAL, FIT, OUT = "unfit", "check", "partial", "fit", "out"
STATUSES = (FIT, PARTIAL, UNFIT, CHECK, OUT)
"""適合, 一部, 不適合, 要確認, 対象外."""


@frozen
class State:
    """A group of questions: its status, what it comes to, and what its answers rest on."""

    status: str
    tally: Tally
    certainty: Mapping[str, int]


@frozen
class ClauseState:
    """A clause as a whole and by side; a side that is not looked at is None.

    `left_out` tells a clause that the profile leaves out altogether from one that was excluded by
    answers; both have the status `out`.
    """

    clause: Clause
    whole: State
    written: State | None
    practised: State | None
    points: tuple[Point, ...]

    @property
    def left_out(self) -> bool:
        """Whether the profile leaves the whole clause out."""
        return not self.points


@frozen
class ChapterState:
    """A chapter: what its questions come to as a whole and by side, and its clauses by status."""

    chapter: Chapter
    whole: State
    written: State | None
    practised: State | None
    statuses: Mapping[str, int]


def status(group: Iterable[Point]) -> str:
    """The status of a group by its worst answer.

    Worst first: an answer worth nothing, an open point (it may still turn out to be worth nothing),
    an answer worth a part, a full answer. Nothing counted: out.
    """
    worst = OUT
    for p in group:
        if not p.counts:
            continue
        one = _status(p)
        if worst == OUT or _ORDER.index(one) < _ORDER.index(worst):
            worst = one
    return worst


_ORDER = (UNFIT, CHECK, PARTIAL, FIT)


def _status(p: Point) -> str:
    if p.kind.high <= 0.0:
        return UNFIT
    if p.open:
        return CHECK
    return PARTIAL if p.short else FIT


def state(group: Sequence[Point]) -> State:
    """Status, tally and certainty of a group."""
    return State(status(group), tally(group), certainty(group))


def clause_states(pack: Pack, client: Client) -> tuple[ClauseState, ...]:
    """Every clause of the pack in its order, also those that the profile leaves out."""
    groups: dict[str, list[Point]] = {clause.id: [] for clause in pack.clauses}
    for p in points(pack, client):
        groups[p.question.clause].append(p)
    return tuple(_clause_state(clause, groups[clause.id]) for clause in pack.clauses)


def _clause_state(clause: Clause, group: list[Point]) -> ClauseState:
    return ClauseState(
        clause=clause,
        whole=state(group),
        written=_side(clause.sides, group, "written"),
        practised=_side(clause.sides, group, "practised"),
        points=tuple(group),
    )


def _side(sides: tuple[str, ...], group: Sequence[Point], side: str) -> State | None:
    mine = [p for p in group if p.question.side == side]
    return state(mine) if mine or side in sides else None


def chapter_states(pack: Pack, states: Iterable[ClauseState]) -> tuple[ChapterState, ...]:
    """Every chapter of the pack in its order, from the states of its clauses."""
    by_chapter: dict[str, list[ClauseState]] = {chapter.id: [] for chapter in pack.chapters}
    for one in states:
        by_chapter[one.clause.chapter].append(one)
    found = []
    for chapter in pack.chapters:
        clauses = by_chapter[chapter.id]
        group = [p for one in clauses for p in one.points]
        sides = tuple({side for one in clauses for side in one.clause.sides})
        counts = dict.fromkeys(STATUSES, 0)
        for one in clauses:
            counts[one.whole.status] += 1
        found.append(
            ChapterState(
                chapter=chapter,
                whole=state(group),
                written=_side(sides, group, "written"),
                practised=_side(sides, group, "practised"),
                statuses=counts,
            )
        )
    return tuple(found)
