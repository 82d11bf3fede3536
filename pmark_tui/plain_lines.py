"""What the line-by-line interview reads out, worked out without reading or printing anything."""

from __future__ import annotations

from collections.abc import Sequence

from pmark_tui.domain.client import Answer, Client
from pmark_tui.domain.keying import sheet_numbers
from pmark_tui.domain.pack import Pack, Question
from pmark_tui.domain.scoring import Score
from pmark_tui.texts import text
from pmark_tui.texts.figures import percent
from pmark_tui.texts.guide import guide_blocks
from pmark_tui.texts.plain import PLAIN
from pmark_tui.texts.screens import SCREENS

_BESIDE = ("note", "reason", "evidence", "evidence_date", "who", "owner", "due")


def question_lines(
    pack: Pack, client: Client, question: Question, place: int, total: int, lang: str
) -> list[str]:
    """Where one is, whom to ask, the question, the answers to choose from, what was said so far."""
    choices = (
        f"{number} {kind.label.of(lang)}"
        for number, kind in enumerate(pack.answers, 1)
        if kind.counts or question.may_be_na
    )
    head = text(
        PLAIN,
        "place",
        lang,
        place=place,
        total=total,
        id=question.id,
        number=sheet_numbers(pack)[question.id],
        who=pack.person[question.ask].title.of(lang),
    )
    given = _given_lines(pack, client.answer(question.id), lang)
    return ["", head, question.text.of(lang), "  ".join(choices), *given]


def _given_lines(pack: Pack, answer: Answer, lang: str) -> list[str]:
    def beside(label: str, value: object) -> str:
        return text(PLAIN, "beside", lang, label=text(SCREENS, label, lang), value=value)

    lines = []
    if kind := pack.answer.get(answer.value):
        lines.append(text(PLAIN, "given", lang, label=kind.label.of(lang)))
    if answer.certainty:
        degree = text(SCREENS, f"certainty_{answer.certainty}", lang)
        lines.append(beside("field_certainty", degree))
    marks = [text(SCREENS, m, lang) for m in ("flagged", "parked") if getattr(answer, m)]
    if marks:
        joined = text(SCREENS, "separator", lang).join(marks)
        lines.append(text(PLAIN, "marks", lang, marks=joined))
    fields = ((field, getattr(answer, field)) for field in _BESIDE)
    return lines + [beside(f"field_{field}", value) for field, value in fields if value]


def guide_lines(pack: Pack, question: Question, lang: str) -> list[str]:
    """The guidance: each heading in a line of its own above its text."""
    return [line for block in guide_blocks(pack, question, lang) for line in block]


def standing_lines(score: Score, lang: str) -> list[str]:
    """Every step with its range, status and blockers, then how far the interview is."""
    lines = []
    for step in score.steps:
        low, high = percent(step.low), percent(step.high)
        both = text(PLAIN, "standing_range", lang, low=low, high=high)
        lines.append(
            text(
                PLAIN,
                "standing_step",
                lang,
                title=step.step.title.of(lang),
                range=low if low == high else both,
                status=text(SCREENS, f"status_{step.status}", lang),
                answered=step.answered,
                asked=step.asked,
            )
        )
        if step.blockers:
            ids = ", ".join(blocker.question for blocker in step.blockers)
            lines.append(text(PLAIN, "standing_blockers", lang, ids=ids))
    progress = {"answered": score.answered, "asked": score.asked, "excluded": score.excluded}
    return [*lines, text(PLAIN, "standing_all", lang, **progress)]


def found_lines(words: str, found: Sequence[Question], shown: int, lang: str) -> list[str]:
    """The hits of a search: how many, then the first ones with id and text."""
    if not found:
        return [text(PLAIN, "search_none", lang, found=words)]
    first = found[:shown]
    head = text(PLAIN, "search_found", lang, found=words, count=len(found), shown=len(first))
    return [head, *(f"{q.id}  {q.text.of(lang)}" for q in first)]


def help_text(pack: Pack, lang: str) -> str:
    """What can be typed, with the answers of this pack."""
    answers = "  ".join(f"{kind.letter} {kind.label.of(lang)}" for kind in pack.answers)
    return text(PLAIN, "help", lang, count=len(pack.answers), answers=answers)
