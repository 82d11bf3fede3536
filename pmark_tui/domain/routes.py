"""Ways through the questions: the full or the quick pass, and what of it one wants to see."""

from __future__ import annotations

from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack, Question
from pmark_tui.domain.scoring import worth
from pmark_tui.domain.text import fold
from pmark_tui.domain.values import frozen

STATES = ("unanswered", "short", "no", "unknown")
"""`short`: answered, but worth less than a full yes; `no`: worth nothing."""

MARKS = ("flagged", "parked")

SIDES = ("written", "practised")


@frozen
class Route:
    """Which questions to walk: those of the pass that fit each of the parts; "" fits every question."""

    quick: bool = False
    state: str = ""
    mark: str = ""
    ask: str = ""
    side: str = ""
    step: str = ""
    place: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it is the whole pass, without a part that leaves questions out."""
        return self == Route(quick=self.quick)


def parts(pack: Pack) -> tuple[tuple[str, str], ...]:
    """What a route may be narrowed by, one value a part: (part, value)."""
    return (
        *(("state", state) for state in STATES),
        *(("mark", mark) for mark in MARKS),
        *(("ask", person.id) for person in pack.people),
        *(("side", side) for side in SIDES),
        *(("step", step.id) for step in pack.steps),
        *(("place", place.id) for place in pack.places),
    )


def walk(pack: Pack, client: Client, route: Route) -> tuple[Question, ...]:
    """The questions of a route in the order of the interview."""
    return tuple(
        q
        for q in asked(pack, client.profile, route.quick)
        if _in_state(pack, client, q, route.state)
        and (not route.mark or getattr(client.answer(q.id), route.mark))
        and route.ask in ("", q.ask)
        and route.side in ("", q.side)
        and (not route.step or route.step in q.steps)
        and route.place in ("", q.place)
    )


def _in_state(pack: Pack, client: Client, question: Question, state: str) -> bool:
    answer = client.answer(question.id)
    if state == "unanswered":
        return answer.value not in pack.answer
    kind = worth(pack, answer)
    if state == "unknown":
        return answer.value in pack.answer and kind.unanswered
    if state == "no":
        return kind.counts and kind.high <= 0.0
    return not state or (kind.counts and kind.high < 1.0)


def search(pack: Pack, client: Client, words: str, lang: str) -> tuple[Question, ...]:
    """Asked questions that hold every word in id, clause title, text, evidence or note.

    Width, case and kana are folded; an id or clause number that fits exactly comes first, and the
    letter in front of it may be left out.
    """
    wanted = [fold(w) for w in words.split() if w.strip()]
    if not wanted:
        return ()
    found = []
    for question in asked(pack, client.profile):
        clause = pack.clause[question.clause]
        answer = client.answer(question.id)
        parts = (
            question.id,
            clause.title.of(lang),
            question.text.of(lang),
            *pack.evidence(question, lang),
            answer.note,
            answer.evidence,
            answer.reason,
        )
        held = fold("\n".join(parts))
        if all(word in held for word in wanted):
            numbers = [fold(question.id), fold(question.clause)]
            numbers += [number.partition(".")[2] for number in numbers]
            exact = wanted[0] in numbers
            starts = any(number.startswith(wanted[0]) for number in numbers)
            found.append((0 if exact else 1 if starts else 2, question))
    found.sort(key=lambda pair: pair[0])
    return tuple(question for _, question in found)
