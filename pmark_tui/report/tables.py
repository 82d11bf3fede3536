"""The report as tables for spreadsheets: the same content as the text, one thing a row.

Numbers, shares and dates stay what they are, so that a sheet can be sorted and filtered.
"""

from __future__ import annotations

from collections.abc import Callable

from pmark_tui.report import tables_plan as plan
from pmark_tui.report.model import AnswerRow, GapRow, ReportView
from pmark_tui.report.sections_state import SUMMARY_ACTIONS
from pmark_tui.report.table_model import PLAN, Field, Sheet, Value, day
from pmark_tui.report.tables_summary import summary, summary_short
from pmark_tui.report.words import Words


def sheets(view: ReportView) -> tuple[Sheet, ...]:
    """The sheets of this kind of workbook, in order: those with rows, and the plan, which is read back."""
    words = Words(view.lang)
    made = (make(view, words) for make in _OF_KIND[view.kind])
    return tuple(sheet for sheet in made if sheet.rows or sheet.id == PLAN)


def _answers(view: ReportView, words: Words) -> Sheet:
    """Every question asked, also those without an answer, then what is kept but not counted."""
    fields = (
        Field("question", words("a_number"), 10),
        Field("clause", words("a_clause"), 7),
        Field("side", words("a_side"), 11),
        Field("text", words("a_question"), 32),
        Field("person", words("a_person"), 11),
        Field("answer", words("a_answer"), 8),
        Field("certainty", words("a_certainty"), 9),
        Field("note", words("a_note"), 30),
        Field("reason", words("a_reason"), 15),
        Field("evidence", words("a_evidence"), 15),
        Field("evidence_date", words("a_evidence_date"), 11),
        Field("who", words("a_who"), 10),
        Field("owner", words("a_owner"), 10),
        Field("due", words("a_due"), 11),
        Field("on", words("a_on"), 11),
        Field("marks", words("a_marks"), 7),
        Field("counted", words("x_counted"), 12),
    )
    rows = [
        row for chapter in view.chapters for clause in chapter.clauses for row in clause.answers
    ]
    return Sheet(
        "answers", words("s_answers"), fields, tuple(_answer(r, words) for r in (*rows, *view.kept))
    )


def _answer(row: AnswerRow, words: Words) -> tuple[Value, ...]:
    return (
        row.id,
        row.clause,
        row.side_label,
        row.text,
        row.person,
        row.label or words("no_answer"),
        row.certainty_label,
        row.note,
        row.reason,
        row.evidence,
        day(row.evidence_date),
        row.who,
        row.owner,
        day(row.due),
        day(row.on),
        words.join(row.marks),
        words("x_yes" if row.counted and row.counts else "x_no"),
    )


def _plan(view: ReportView, words: Words) -> Sheet:
    """The gaps with what is to be filled in: state, owner, due and note."""
    return _plan_of(view.gaps, view, words)


def _plan_short(view: ReportView, words: Words) -> Sheet:
    """The same for the next few actions alone, as many as every summary has."""
    return _plan_of(view.gaps[:SUMMARY_ACTIONS], view, words)


def _plan_of(gaps: tuple[GapRow, ...], view: ReportView, words: Words) -> Sheet:
    fields = (
        Field("rank", words("g_rank"), 5),
        Field("question", words("a_number"), 11),
        Field("text", words("a_question"), 26),
        Field("actions", words("x_actions"), 42),
        Field("evidence", words("g_evidence"), 16),
        Field("person", words("a_person"), 13),
        Field("blocks", words("g_blocks"), 13),
        Field("hours", words("x_hours"), 6),
        Field("state", words("x_state"), 10, True),
        Field("owner", words("a_owner"), 11, True),
        Field("due", words("a_due"), 11, True),
        Field("note", words("a_note"), 22, True),
        Field("because", words("g_why"), 26),
    )
    rows = tuple(
        (
            gap.rank,
            gap.question,
            gap.text,
            "\n".join(f"{n}. {action}" for n, action in enumerate(gap.actions, 1)),
            words.join(gap.evidence),
            gap.person,
            words.join(gap.blocks),
            gap.hours,
            gap.answer_label,
            gap.owner,
            day(gap.due),
            gap.note,
            gap.because,
        )
        for gap in gaps
    )
    return Sheet(PLAN, words("s_plan"), fields, rows, view.choices)


def _clauses(view: ReportView, words: Words) -> Sheet:
    """Every clause with its standing by side and its numbers in older editions."""
    clauses = [clause for chapter in view.chapters for clause in chapter.clauses]
    names = {fact.id: fact.label for clause in clauses for fact in clause.editions}
    fields = (
        Field("clause", words("a_clause"), 10),
        Field("title", words("t_title"), 44),
        Field("written", words("t_written"), 10),
        Field("practised", words("t_practised"), 10),
        Field("status", words("t_clause_status"), 12),
        Field("answered", words("x_answered"), 10),
        Field("asked", words("x_asked"), 10),
        *(Field(f"edition_{name}", label, 18) for name, label in names.items()),
        Field("certainty", words("t_remark"), 16),
    )
    rows = []
    for clause in clauses:
        numbers = {fact.id: fact.value for fact in clause.editions}
        standing = (clause.written, clause.practised, clause.status_label)
        rows.append(
            (
                clause.id,
                clause.title,
                *standing,
                clause.answered,
                clause.asked,
                *(numbers.get(name) for name in names),
                clause.certainty,
            )
        )
    return Sheet("clauses", words("s_clauses"), fields, tuple(rows))


def _exclusions(view: ReportView, words: Words) -> Sheet:
    fields = (
        Field("question", words("a_number"), 12),
        Field("clause", words("a_clause"), 10),
        Field("text", words("a_question"), 60),
        Field("reason", words("a_reason"), 60),
    )
    rows = tuple((row.id, row.clause, row.text, row.reason) for row in view.exclusions)
    return Sheet("exclusions", words("s_exclusions"), fields, rows)


_OF_KIND: dict[str, tuple[Callable[[ReportView, Words], Sheet], ...]] = {
    "full": (
        summary,
        _answers,
        _plan,
        _exclusions,
        plan.fees,
        plan.calendar,
        plan.papers,
        plan.evidence,
    ),
    "summary": (summary_short, _plan_short, plan.fees, plan.calendar),
    "auditor": (summary, _clauses, _answers, _exclusions, plan.papers, plan.evidence),
}
