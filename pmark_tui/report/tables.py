"""The report as tables for spreadsheets: the same content as the text, one thing a row.

Numbers, shares and dates stay what they are, so that a sheet can be sorted and filtered.
"""

from __future__ import annotations

from collections.abc import Callable

from pmark_tui.report import tables_plan as plan
from pmark_tui.report.model import AnswerRow, ReportView
from pmark_tui.report.table_model import PLAN, Field, Sheet, Value, day
from pmark_tui.report.words import Words

_OF_SCHEME = ("fees", "calendar", "papers")
"""Sheets that a pack about something other than the mark has no use for."""


def sheets(view: ReportView) -> tuple[Sheet, ...]:
    """The sheets of this kind of workbook, in order."""
    words = Words(view.lang)
    made = (make(view, words) for make in _OF_KIND[view.kind])
    return tuple(sheet for sheet in made if sheet.rows or sheet.id not in _OF_SCHEME)


def _summary(view: ReportView, words: Words) -> Sheet:
    fields = (
        Field("part", words("x_part"), 22),
        Field("item", words("x_item"), 26),
        Field("value", words("x_value"), 76),
        Field("low", words("x_low"), 8, share=True),
        Field("high", words("x_high"), 8, share=True),
        Field("status", words("t_status"), 12),
        Field("blockers", words("t_blockers"), 10),
        Field("answered", words("x_answered"), 10),
        Field("asked", words("x_asked"), 10),
    )
    empty: tuple[Value, ...] = (None,) * 6
    rows: list[tuple[Value, ...]] = []
    head = words("head_conclusion")
    rows += [(head, None, text, *empty) for text in view.conclusion]
    head = words("head_monday")
    rows += [
        (
            head,
            a.question,
            f"{a.what}{words('bracketed', text=words.join((a.who, a.effort)))}",
            *empty,
        )
        for a in view.monday
    ]
    head = words("head_organisation")
    rows += [(head, fact.label, fact.value, *empty) for fact in view.organisation]
    rows += [(head, words("rule"), text, *empty) for text in view.money.reasons]
    head = words("head_steps")
    for s in view.steps:
        stops = "\n".join(f"{b.question} {b.why}" for b in s.blockers)
        shares = (s.low, s.high, s.status_label, len(s.blockers), s.answered, s.asked)
        rows.append((head, s.title, stops, *shares))
    if view.eligibility:
        head = words("head_eligibility")
        rows.append((head, None, view.eligibility.label, *empty))
        rows += [
            (head, p.state_label, "\n".join((p.title, *p.because)), *empty)
            for p in view.eligibility.points
        ]
    head = words("head_checks")
    rows += [
        (head, c.where, c.what, None, None, c.severity_label, None, None, None) for c in view.checks
    ]
    head = words("head_findings")
    for f in view.findings:
        parts = (
            f.clause,
            f.grade,
            f.text,
            f.found_on,
            f.due,
            f.cause,
            f.correction,
            f.evidence,
            f.closed,
        )
        text = "\n".join(part for part in parts if part)
        rows.append((head, f.id, text, None, None, f.status_label, None, None, None))
    if view.causes:
        head = words("head_causes")
        for c in view.causes.rows:
            standing = words.join((c.share_text, c.standing, *c.missing))
            rows.append((head, c.title, standing, *empty))
        rows.append((head, None, view.causes.label, *empty))
    if view.damages:
        head = words("head_damages")
        for d in view.damages.rows:
            counted = f"{words('t_persons')}{words('colon')}{d.persons:,}"
            said = (counted, d.total_text, d.open, *d.items, *d.factors)
            rows.append((head, d.name, "\n".join(filter(None, said)), *empty))
        rows.append((head, None, view.damages.total_text, *empty))
        rows += [(head, words("head_damage_limits"), text, *empty) for text in view.damages.limits]
    head = words("head_limits")
    rows += [(head, None, text, *empty) for text in view.limits]
    head = words("head_sources")
    rows += [(head, fact.label, fact.value, *empty) for fact in view.sources]
    head = words("head_provenance")
    made = view.provenance
    pack = words("p_pack_value", id=made.pack, version=made.pack_version, digest=made.pack_digest)
    held = {
        "p_on": made.on,
        "p_pack": pack,
        "p_guideline": made.guideline,
        "p_fees": made.fee_list,
        "p_pmark": f"pmark {made.pmark}",
        "p_redacted": words("p_redacted_yes") if made.redacted else "",
        "p_input": made.input_hash,
    }
    rows += [(head, words(key), value, *empty) for key, value in held.items() if value]
    return Sheet("summary", words("s_summary"), fields, tuple(rows))


def _answers(view: ReportView, words: Words) -> Sheet:
    """Every question asked, also those without an answer, then what is kept but not counted."""
    fields = (
        Field("question", words("a_number"), 10),
        Field("clause", words("a_clause"), 7),
        Field("side", words("a_side"), 6),
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
        Field("counted", words("x_counted"), 7),
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
        for gap in view.gaps
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
        _summary,
        _answers,
        _plan,
        _exclusions,
        plan.fees,
        plan.calendar,
        plan.papers,
        plan.evidence,
    ),
    "summary": (_summary, _plan, plan.fees, plan.calendar),
    "auditor": (_summary, _clauses, _answers, _exclusions, plan.papers, plan.evidence),
}
