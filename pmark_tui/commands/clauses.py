"""`pmark score --clauses`: chapters and clauses with status, both sides, progress and certainty."""

from __future__ import annotations

from pmark_tui.commands.opening import today
from pmark_tui.commands.output import emit, say
from pmark_tui.commands.score import result, tally_json
from pmark_tui.domain.clauses import ChapterState, ClauseState, State, chapter_states, clause_states
from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.text import pad
from pmark_tui.texts import text
from pmark_tui.texts.figures import percent
from pmark_tui.texts.results import RESULTS

_STATUS_CELLS = 8


def clauses(pack: Pack, client: Client, lang: str, as_json: bool) -> int:
    """Print every clause of the pack under its chapter."""
    states = clause_states(pack, client)
    chapters = chapter_states(pack, states)
    if as_json:
        emit(
            "score",
            {
                **result(pack, client, today(), lang),
                "chapters": [_chapter_json(one, lang) for one in chapters],
                "clauses": [_clause_json(one, lang) for one in states],
            },
        )
        return 0
    say(text(RESULTS, "clause_head", lang))
    for chapter in chapters:
        _print_chapter(chapter, lang)
        for one in states:
            if one.clause.chapter == chapter.chapter.id:
                _print_clause(one, lang)
    return 0


def _state_json(state: State | None) -> dict[str, object] | None:
    if state is None:
        return None
    certainty = {key or "not_told": count for key, count in state.certainty.items()}
    return {"status": state.status, **tally_json(state.tally), "certainty": certainty}


def _clause_json(one: ClauseState, lang: str) -> dict[str, object]:
    return {
        "clause": one.clause.id,
        "chapter": one.clause.chapter,
        "title": one.clause.title.of(lang),
        "left_out": one.left_out,
        **(_state_json(one.whole) or {}),
        "written": _state_json(one.written),
        "practised": _state_json(one.practised),
        "questions": [p.question.id for p in one.points],
    }


def _chapter_json(one: ChapterState, lang: str) -> dict[str, object]:
    return {
        "chapter": one.chapter.id,
        "title": one.chapter.title.of(lang),
        **(_state_json(one.whole) or {}),
        "written": _state_json(one.written),
        "practised": _state_json(one.practised),
        "statuses": one.statuses,
    }


def _print_chapter(one: ChapterState, lang: str) -> None:
    counts = text(RESULTS, "separator", lang).join(
        f"{text(RESULTS, status, lang)} {count}" for status, count in one.statuses.items() if count
    )
    say("")
    say(
        text(
            RESULTS,
            "chapter_line",
            lang,
            chapter=one.chapter.id,
            title=one.chapter.title.of(lang),
            low=percent(one.whole.tally.low),
            high=percent(one.whole.tally.high),
            counts=counts,
        )
    )


def _print_clause(one: ClauseState, lang: str) -> None:
    say(
        text(
            RESULTS,
            "clause_line",
            lang,
            status=pad(text(RESULTS, one.whole.status, lang), _STATUS_CELLS),
            written=_side(one.written, lang),
            practised=_side(one.practised, lang),
            answered=f"{one.whole.tally.answered:>2}",
            asked=f"{one.whole.tally.asked:<2}",
            clause=one.clause.id,
            title=one.clause.title.of(lang),
        )
    )


def _side(state: State | None, lang: str) -> str:
    word = text(RESULTS, state.status if state else "no_side", lang)
    return pad(word, _STATUS_CELLS)
