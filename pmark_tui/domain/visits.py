"""What a visit leaves behind and needs: homework by person, the walk-round by place, the rehearsal."""

from __future__ import annotations

from collections.abc import Iterable

from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Client
from pmark_tui.domain.gaps import Gap
from pmark_tui.domain.pack import Named, Pack, Question
from pmark_tui.domain.points import point
from pmark_tui.domain.values import frozen

REASONS = ("flagged", "parked", "unknown", "gap")
"""Why a question is homework: marked for later, parked, answered わからない, or fallen short."""


@frozen
class Task:
    """One question to be dealt with before the next visit, with every reason that applies."""

    question: Question
    reasons: tuple[str, ...]


@frozen
class Evidence:
    """A paper or record to have at hand, by its Japanese name, and the questions that it bears on."""

    name: str
    questions: tuple[str, ...]


@frozen
class Homework:
    """What one person has to do, in the order of the interview, and everything to bring for it."""

    person: Named
    tasks: tuple[Task, ...]
    evidence: tuple[Evidence, ...]


@frozen
class Stop:
    """A place of the walk-round with what is to be looked at there."""

    place: Named
    questions: tuple[Question, ...]


def homework(pack: Pack, client: Client, gaps: Iterable[Gap]) -> tuple[Homework, ...]:
    """The homework of each person who has any, in the pack's order of people.

    Args:
        pack: the pack that the client answers.
        client: profile and answers.
        gaps: the gaps to be worked on before the next visit.
    """
    short = {gap.question.id for gap in gaps}
    tasks: dict[str, list[Task]] = {person.id: [] for person in pack.people}
    for question in asked(pack, client.profile):
        if reasons := _reasons(pack, client, question, short):
            tasks[question.ask].append(Task(question, reasons))
    return tuple(
        Homework(person, tuple(tasks[person.id]), _to_bring(t.question for t in tasks[person.id]))
        for person in pack.people
        if tasks[person.id]
    )


def walk_round(pack: Pack, client: Client | None = None, quick: bool = False) -> tuple[Stop, ...]:
    """The places of the pack where there is something to look at, for a client or for anybody."""
    questions = pack.questions if client is None else asked(pack, client.profile)
    chosen = [q for q in questions if q.quick or not quick]
    stops = (Stop(place, tuple(q for q in chosen if q.place == place.id)) for place in pack.places)
    return tuple(stop for stop in stops if stop.questions)


def rehearsal(pack: Pack, client: Client, person: Named) -> tuple[Question, ...]:
    """What an auditor asks one person: everything asked of that person, clause by clause."""
    return tuple(q for q in asked(pack, client.profile) if q.ask == person.id)


def _reasons(pack: Pack, client: Client, question: Question, short: set[str]) -> tuple[str, ...]:
    answer = client.answer(question.id)
    seen = point(pack, client, question)
    holds = {
        "flagged": answer.flagged,
        "parked": answer.parked,
        "unknown": seen.given and seen.open,
        "gap": question.id in short,
    }
    return tuple(reason for reason in REASONS if holds[reason])


def _to_bring(questions: Iterable[Question]) -> tuple[Evidence, ...]:
    """Every piece of evidence once, in the order in which it is first needed."""
    needed: dict[str, list[str]] = {}
    for question in questions:
        for name in question.evidence:
            needed.setdefault(name, []).append(question.id)
    return tuple(Evidence(name, tuple(ids)) for name, ids in needed.items())
