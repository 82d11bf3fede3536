"""Answers as a report shows them: by chapter, exclusions, open points, and what is kept but not counted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from pmark_tui.domain.clauses import ClauseState, State, chapter_states, clause_states
from pmark_tui.domain.client import Answer, Client
from pmark_tui.domain.narrow import narrowings
from pmark_tui.domain.pack import Pack, Question
from pmark_tui.domain.points import Point
from pmark_tui.domain.values import replace
from pmark_tui.report.model import AnswerRow, Chapter, ClauseRow, Fact, OpenPoint
from pmark_tui.report.words import Words, iso

EDITIONS = ("jis2023", "annex_a", "jis2017", "jis2006", "jis1999")
MOST_NARROWING = 5


def chapters(pack: Pack, client: Client, words: Words) -> tuple[Chapter, ...]:
    """Every chapter of which something is asked, its clauses and asked questions in the pack's order."""
    states = clause_states(pack, client)
    by_chapter: dict[str, list[ClauseState]] = {}
    for state in states:
        if not state.left_out:
            by_chapter.setdefault(state.clause.chapter, []).append(state)
    out = []
    for chapter in chapter_states(pack, states):
        mine = by_chapter.get(chapter.chapter.id)
        if not mine:
            continue
        whole = chapter.whole.tally
        out.append(
            Chapter(
                id=chapter.chapter.id,
                title=chapter.chapter.title.of(words.lang),
                low=whole.low,
                high=whole.high,
                range=words.range(whole.low, whole.high),
                answered=whole.answered,
                asked=whole.asked,
                clauses=tuple(_clause(pack, state, words) for state in mine),
            )
        )
    return tuple(out)


def _clause(pack: Pack, state: ClauseState, words: Words) -> ClauseRow:
    clause = state.clause
    return ClauseRow(
        id=clause.id,
        title=clause.title.of(words.lang),
        chapter=clause.chapter,
        status=state.whole.status,
        status_label=_status(state.whole, words),
        written=_status(state.written, words),
        practised=_status(state.practised, words),
        answered=state.whole.tally.answered,
        asked=state.whole.tally.asked,
        editions=tuple(
            Fact(name, words(f"e_{name}"), shown)
            for name in EDITIONS
            if (shown := _number(getattr(clause, name), words))
        ),
        certainty=words("e_unsure") if clause.certainty == "low" else "",
        answers=tuple(answer_row(pack, point, words) for point in state.points),
    )


def _status(state: State | None, words: Words) -> str:
    return words(f"clause_{state.status}") if state else words("clause_not_looked_at")


def _number(held: str | tuple[str, ...], words: Words) -> str:
    """A clause's numbers in an edition; where the pack marks one as inferred, in the report's words.

    A blank parts the numbers in either language: at a Japanese comma without one, some programs break
    the line inside the next number.
    """
    shown = held if isinstance(held, str) else ", ".join(held)
    if _INFERRED not in shown:
        return shown
    return shown.replace(_INFERRED, words("bracketed", text=words("e_inferred")))


_INFERRED = " (inferred)"


def answer_row(pack: Pack, point: Point, words: Words) -> AnswerRow:
    """One question with its answer and all that stands beside it."""
    question, answer = point.question, point.answer
    kind = pack.answer.get(answer.value)
    return AnswerRow(
        **_of_question(pack, question, words),
        value=answer.value,
        label=kind.label.of(words.lang) if kind else answer.value,
        counts=point.counts,
        counted=point.given,
        **_beside(answer, words),
    )


def _of_question(pack: Pack, question: Question, words: Words) -> dict[str, Any]:
    return {
        "id": question.id,
        "clause": question.clause,
        "chapter": pack.clause[question.clause].chapter,
        "side": question.side,
        "side_label": words(f"side_{question.side}"),
        "text": question.text.of(words.lang),
        "person": pack.person[question.ask].title.of(words.lang),
        "expected": pack.evidence(question, words.lang),
        "steps": question.steps,
    }


def _beside(answer: Answer, words: Words) -> dict[str, Any]:
    return {
        "certainty": answer.certainty,
        "certainty_label": words(f"certainty_{answer.certainty}") if answer.certainty else "",
        "note": answer.note,
        "reason": answer.reason,
        "evidence": answer.evidence,
        "evidence_date": iso(answer.evidence_date),
        "who": answer.who,
        "owner": answer.owner,
        "due": iso(answer.due),
        "on": iso(answer.at.date()) if answer.at else "",
        "marks": tuple(words(m) for m in ("flagged", "parked") if getattr(answer, m)),
    }


def kept_rows(
    pack: Pack, client: Client, rows: Iterable[AnswerRow], words: Words
) -> tuple[AnswerRow, ...]:
    """Answers that no asked question takes: left out by the profile, or unknown to the pack."""
    shown = {row.id for row in rows}
    kept = []
    for key in sorted(client.answers.keys() - shown):
        answer, question = client.answers[key], pack.question.get(key)
        if question:
            point = Point(question, answer, pack.unanswered, False)
            kept.append(replace(answer_row(pack, point, words), counts=False))
            continue
        kind = pack.answer.get(answer.value)
        kept.append(
            AnswerRow(
                id=key,
                clause="",
                chapter="",
                side="",
                side_label="",
                text=words("not_in_pack"),
                person="",
                value=answer.value,
                label=kind.label.of(words.lang) if kind else answer.value,
                counts=False,
                counted=False,
                expected=(),
                steps=(),
                **_beside(answer, words),
            )
        )
    return tuple(kept)


def open_rows(
    pack: Pack, group: Sequence[Point], words: Words
) -> tuple[tuple[OpenPoint, ...], tuple[OpenPoint, ...]]:
    """Questions answered with "don't know", and those not asked yet, in the order of the interview."""
    widest = sorted(narrowings(pack, group), key=lambda n: -n.total)[:MOST_NARROWING]
    narrow = {n.question.id for n in widest}
    unknown: list[OpenPoint] = []
    unasked: list[OpenPoint] = []
    for point in group:
        if not point.open:
            continue
        question = point.question
        row = OpenPoint(
            question=question.id,
            clause=question.clause,
            text=question.text.of(words.lang),
            person=pack.person[question.ask].title.of(words.lang),
            label=point.kind.label.of(words.lang) if point.given else "",
            note=point.answer.note,
            narrows=question.id in narrow,
        )
        (unknown if point.given else unasked).append(row)
    return tuple(unknown), tuple(unasked)
