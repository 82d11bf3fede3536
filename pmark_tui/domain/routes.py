"""Ways through the questions: the full or the quick pass, and what of it one wants to see."""

from __future__ import annotations

from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack, Question
from pmark_tui.domain.scoring import worth
from pmark_tui.domain.text import fold
from pmark_tui.domain.values import frozen

STATES = ("all", "unanswered", "flagged", "parked", "short", "no", "unknown")
"""`short`: answered, but worth less than a full yes; `no`: worth nothing."""


@frozen
class Route:
    """Which questions to walk: the pass, a state, and "" or one person, side, step or place."""

    quick: bool = False
    state: str = "all"
    ask: str = ""
    side: str = ""
    step: str = ""
    place: str = ""


def walk(pack: Pack, client: Client, route: Route) -> tuple[Question, ...]:
    """The questions of a route in the order of the interview."""
    return tuple(
        q
        for q in asked(pack, client.profile, route.quick)
        if _in_state(pack, client, q, route.state)
        and route.ask in ("", q.ask)
        and route.side in ("", q.side)
        and (not route.step or route.step in q.steps)
        and route.place in ("", q.place)
    )


def _in_state(pack: Pack, client: Client, question: Question, state: str) -> bool:
    answer = client.answer(question.id)
    match state:
        case "unanswered":
            return answer.value not in pack.answer
        case "flagged":
            return answer.flagged
        case "parked":
            return answer.parked
    kind = worth(pack, answer)
    if state == "unknown":
        return answer.value in pack.answer and kind.unanswered
    if state == "no":
        return kind.counts and kind.high <= 0.0
    return state == "all" or (kind.counts and kind.high < 1.0)


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
