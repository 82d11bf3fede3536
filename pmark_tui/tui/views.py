"""What the screens show, worked out without a widget: plain values from session, pack and language."""

from __future__ import annotations

from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack, Question
from pmark_tui.domain.scoring import Score, StepScore
from pmark_tui.domain.text import clip, pad
from pmark_tui.domain.values import frozen
from pmark_tui.texts import text
from pmark_tui.texts.figures import percent
from pmark_tui.texts.screens import SCREENS

BAR_CELLS = 20
SHORT_CELLS = 12
"""Width of a step's short name: three with range and status stand on a line of 80 cells."""


@frozen
class AnswerRow:
    """One answer to choose: its number, its words, whether it is the given one and may be given."""

    id: str
    label: str
    chosen: bool
    allowed: bool


@frozen
class QuestionView:
    """One question as the interview shows it."""

    heading: str
    meta: str
    text: str
    answers: tuple[AnswerRow, ...]
    beside: tuple[str, ...]


def question_view(pack: Pack, client: Client, question: Question, lang: str) -> QuestionView:
    """One question: what is asked, of whom, what was said."""

    def t(key: str, **values: object) -> str:
        return text(SCREENS, key, lang, **values)

    clause = pack.clause[question.clause]
    answer = client.answer(question.id)
    rows = []
    for number, kind in enumerate(pack.answers, 1):
        chosen, allowed = answer.value == kind.id, kind.counts or question.may_be_na
        label = f"{_mark(chosen, allowed)} {number} {kind.label.of(lang)}"
        rows.append(AnswerRow(kind.id, label, chosen, allowed))
    beside = []
    marks = [t(m) for m in ("flagged", "parked") if getattr(answer, m)]
    if marks:
        beside.append("  ".join(f"[{m}]" for m in marks))
    for field in ("note", "reason", "evidence", "who", "owner"):
        if value := getattr(answer, field):
            lines = value.replace("\n", "\n  ")
            beside.append(t("beside", label=t(f"field_{field}"), value=lines))
    if answer.certainty:
        beside.append(
            t("beside", label=t("field_certainty"), value=t(f"certainty_{answer.certainty}"))
        )
    if answer.evidence_date:
        day = answer.evidence_date.isoformat()
        beside.append(t("beside", label=t("field_evidence_date"), value=day))
    if answer.due:
        beside.append(t("beside", label=t("field_due"), value=answer.due.isoformat()))
    return QuestionView(
        heading=f"{question.clause} {clause.title.of(lang)}",
        meta="  ".join(
            (
                t(f"side_{question.side}"),
                t("ask", who=pack.person[question.ask].title.of(lang)),
                *((t("gate"),) if question.gates else ()),
                *((t("low_certainty"),) if clause.certainty == "low" else ()),
            )
        ),
        text=question.text.of(lang),
        answers=tuple(rows),
        beside=tuple(beside),
    )


def _mark(chosen: bool, allowed: bool) -> str:
    """Chosen, to choose, or not to be had here: told by a sign, not by colour."""
    return "(x)" if chosen else "( )" if allowed else "(-)"


def bar(low: float, high: float, cells: int = BAR_CELLS) -> str:
    """A range as a bar: `=` what is certain, `-` what is open, `.` what is lost."""
    certain = int(low * cells)
    reached = max(certain, round(high * cells))
    return "=" * certain + "-" * (reached - certain) + "." * (cells - reached)


def range_text(step: StepScore) -> str:
    """A range as `40-65%`, or `65%` where nothing is open."""
    low, high = percent(step.low), percent(step.high)
    return high if low == high else f"{low.removesuffix('%')}-{high}"


def step_line(step: StepScore, lang: str, narrow: bool = False) -> str:
    """One step in a line: name, bar, range, status in words, progress; without the bar where it is narrow."""
    status = text(SCREENS, f"status_{step.status}", lang)
    progress = f"{step.answered}/{step.asked}"
    if narrow:
        name = pad(short_name(step, lang), SHORT_CELLS)
        return f"{name} {range_text(step):>7} {pad(status, 8)} {progress}"
    return (
        f"{pad(clip(step.step.title.of(lang), 22), 22)} [{bar(step.low, step.high)}] "
        f"{range_text(step):>8}  {pad(status, 10)} {progress}"
    )


def short_name(step: StepScore, lang: str) -> str:
    """What a step is called where there is little room, at most `SHORT_CELLS` wide."""
    return clip((step.step.short or step.step.title).of(lang), SHORT_CELLS)


def steps_strip(score: Score, lang: str) -> tuple[list[str], list[str]]:
    """All steps for the foot of the interview; a blocked one says so in words.

    The second time by their short names, for where the full ones leave no room.
    """
    full, short = [], []
    for step in score.steps:
        title = step.step.title.of(lang)
        mark = f" {text(SCREENS, 'status_blocked', lang)}" if step.blockers else ""
        state = f"{range_text(step)}{mark}"
        full.append(f"{clip(title, 22)} {state}")
        short.append(f"{short_name(step, lang)} {state}")
    return full, short
