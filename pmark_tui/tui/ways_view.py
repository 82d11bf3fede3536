"""What the lists to find one's way show: routes, the outline with progress, and what is marked for later."""

from __future__ import annotations

from pmark_tui.domain.clauses import chapter_states, clause_states
from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack, Question
from pmark_tui.domain.points import Tally
from pmark_tui.domain.routes import Route, parts, walk
from pmark_tui.domain.values import frozen, replace
from pmark_tui.texts import text
from pmark_tui.texts.report import REPORT
from pmark_tui.texts.screens import SCREENS


@frozen
class Offer:
    """One row of the list of routes.

    `taken` is the route with it, of `count` questions; `given_back` the one without it; `some` whether
    any question of the pass fits the row on its own.
    """

    id: str
    name: str
    on: bool
    taken: Route
    given_back: Route
    count: int
    some: bool


def offers(pack: Pack, client: Client, route: Route, lang: str) -> list[Offer]:
    """Both passes whole, then each part put to the route; one value of a part takes another one's place."""

    def count(of: Route) -> int:
        return len(walk(pack, client, of))

    rows = []
    for quick in (False, True):
        whole = Route(quick=quick)
        found = count(whole)
        rows.append(
            Offer(
                str(quick),
                route_name(pack, whole, lang),
                route.quick == quick,
                whole,
                whole,
                found,
                found > 0,
            )
        )
    for part, value in parts(pack):
        taken = replace(route, **{part: value})
        alone = replace(Route(quick=route.quick), **{part: value})
        rows.append(
            Offer(
                f"{part} {value}",
                _part_name(pack, part, value, lang),
                getattr(route, part) == value,
                taken,
                replace(route, **{part: ""}),
                count(taken),
                count(alone) > 0,
            )
        )
    return rows


def route_name(pack: Pack, route: Route, lang: str) -> str:
    """A route in words: its pass, then what narrows it."""
    names = [text(SCREENS, "route_quick" if route.quick else "route_full", lang)]
    names += [
        _part_name(pack, part, value, lang)
        for part, value in parts(pack)
        if getattr(route, part) == value
    ]
    return text(SCREENS, "separator", lang).join(names)


def _part_name(pack: Pack, part: str, value: str, lang: str) -> str:
    match part:
        case "ask":
            return text(SCREENS, "route_ask", lang, who=pack.person[value].title.of(lang))
        case "side":
            return text(SCREENS, f"side_{value}", lang)
        case "step":
            return text(SCREENS, "route_step", lang, step=pack.step[value].title.of(lang))
        case "place":
            place = next(place for place in pack.places if place.id == value)
            return text(SCREENS, "route_place", lang, place=place.title.of(lang))
    return text(SCREENS, f"route_{value}", lang)


def outline(pack: Pack, client: Client, lang: str) -> list[tuple[str, str]]:
    """Chapters and the clauses that are asked, by id, each with its progress; a clause with how it stands."""
    states = clause_states(pack, client)
    rows = []
    for chapter in chapter_states(pack, states):
        whole = chapter.whole.tally
        if not whole.asked:
            continue
        title = chapter.chapter.title.of(lang)
        rows.append((chapter.chapter.id, f"{chapter.chapter.id} {title}  {_done(whole)}"))
        for state in states:
            if state.clause.chapter == chapter.chapter.id and not state.left_out:
                standing = text(REPORT, f"clause_{state.whole.status}", lang)
                given = f"  {standing}" if state.whole.tally.answered else ""
                name = f"{state.clause.id} {state.clause.title.of(lang)}"
                # a pack may give a clause the id of its chapter
                rows.append(
                    (f"/{state.clause.id}", f"    {name}  {_done(state.whole.tally)}{given}")
                )
    return rows


def _done(whole: Tally) -> str:
    return f"{whole.answered}/{whole.asked}"


def row_of(question: Question) -> str:
    """The id of the row of the outline that a question belongs to."""
    return f"/{question.clause}"


def first_of(pack: Pack, questions: tuple[Question, ...], row: str) -> Question | None:
    """The first question, in the order of the interview, of a row of the outline."""
    if row.startswith("/"):
        return next((q for q in questions if q.clause == row[1:]), None)
    return next((q for q in questions if pack.clause[q.clause].chapter == row), None)


def marked(client: Client, questions: tuple[Question, ...], lang: str) -> list[tuple[str, str]]:
    """What is flagged or parked, by question: the flagged first, each with its note."""
    rows = []
    for mark in ("flagged", "parked"):
        for question in questions:
            answer = client.answer(question.id)
            if not getattr(answer, mark) or (mark == "parked" and answer.flagged):
                continue
            marks = [m for m in ("flagged", "parked") if getattr(answer, m)]
            words = text(SCREENS, "separator", lang).join(text(SCREENS, m, lang) for m in marks)
            note = "".join(f"\n    {line}" for line in answer.note.splitlines())
            rows.append((question.id, f"[{words}] {question.id} {question.text.of(lang)}{note}"))
    return rows
