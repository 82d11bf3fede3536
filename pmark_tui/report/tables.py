"""The report as tables for spreadsheets: the same content as the text, one thing a row.

Numbers, shares and dates stay what they are, so that a sheet can be sorted and filtered.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from pmark_tui.report.model import AnswerRow, FeeTable, ReportView
from pmark_tui.report.words import Words

Value = str | int | float | date | None


class Field(NamedTuple):
    """A column: its id, heading, width in characters, and whether it is to be filled in."""

    id: str
    title: str
    width: int
    fill: bool = False
    share: bool = False


class Sheet(NamedTuple):
    """A sheet with a heading row; `choices` are the values allowed in the column `state`."""

    id: str
    title: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Value, ...], ...]
    choices: tuple[str, ...] = ()


FORMULA = tuple("=+-@＝＋－＠\t")
"""First characters that a spreadsheet may take for the beginning of a formula."""

PLAN = "plan"
"""The id of the sheet that can be filled in and read back."""


def sheets(view: ReportView) -> tuple[Sheet, ...]:
    """The sheets of this kind of workbook, in order."""
    words = Words(view.lang)
    return tuple(make(view, words) for make in _OF_KIND[view.kind])


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


def _fees(view: ReportView, words: Words) -> Sheet:
    fields = (
        Field("list", words("fee_list"), 34),
        Field("item", words("t_line"), 22),
        Field("low", words("x_yen_low"), 14),
        Field("high", words("x_yen_high"), 14),
        Field("status", words("fee_standing"), 30),
        Field("paid_to", words("t_paid_to"), 16),
        Field("paid_when", words("t_paid_when"), 50),
    )
    money = view.money
    rows: list[tuple[Value, ...]] = []
    for table in (money.current, *money.others):
        if table:
            rows += _fee_rows(table, words)
    head = words("years_head", years=len(money.years))
    for year in money.years:
        item = f"{words('year_n', n=year.number)} {year.first}"
        rows.append((head, item, year.low, year.high, money.years_status, None, None))
    for fact in money.entered:
        rows.append((words("entered_fee"), fact.id, None, None, None, None, fact.value))
    rows += [(words("t_remark"), None, None, None, None, None, note) for note in money.notes]
    return Sheet("fees", words("s_fees"), fields, tuple(rows))


def _fee_rows(table: FeeTable, words: Words) -> list[tuple[Value, ...]]:
    rows: list[tuple[Value, ...]] = [
        (
            table.title,
            line.title,
            line.yen,
            line.yen,
            table.status_label,
            line.paid_to,
            line.paid_when,
        )
        for line in table.lines
    ]
    total = (words("total"), table.total_low, table.total_high, table.status_label, None, None)
    return [
        *rows,
        (table.title, *total),
        *((table.title, None, None, None, None, None, n) for n in table.notes),
    ]


def _calendar(view: ReportView, words: Words) -> Sheet:
    fields = (
        Field("item", words("t_milestone"), 40),
        Field("first", words("t_from"), 12),
        Field("last", words("t_to"), 12),
        Field("earliest", words("t_earliest"), 12),
        Field("latest", words("t_latest"), 12),
        Field("about", words("t_remark"), 70),
    )
    held = view.calendar
    rows: list[tuple[Value, ...]] = [(None, None, None, None, None, line) for line in held.headline]
    rows += [
        (m.title, day(m.first), day(m.last), day(m.earliest), day(m.latest), m.basis)
        for m in held.milestones
    ]
    rows += [(d.title, day(d.since), day(d.due), None, None, d.about) for d in held.deadlines]
    rows += [(None, None, None, None, None, note) for note in held.notes]
    return Sheet("calendar", words("s_calendar"), fields, tuple(rows))


def _papers(view: ReportView, words: Words) -> Sheet:
    fields = (
        Field("form", words("t_form"), 8),
        Field("title", words("t_paper"), 40),
        Field("state", words("t_status"), 12),
        Field("who", words("a_owner"), 18),
        Field("where", words("t_where"), 26),
        Field("about", words("t_remark"), 50),
        Field("questions", words("a_question"), 16),
    )
    rows: list[tuple[Value, ...]] = [
        (p.form, p.title, p.state_label, p.who, p.where, p.about, words.join(p.questions))
        for p in view.papers.rows
    ]
    for title, text in (*view.papers.dates, *view.papers.bodies):
        rows.append((None, title, None, None, None, text, None))
    rows += [(None, words("paper_clashes"), None, None, None, c, None) for c in view.papers.clashes]
    return Sheet("papers", words("s_papers"), fields, tuple(rows))


def _evidence(view: ReportView, words: Words) -> Sheet:
    """Everything that could be asked for as evidence, once, with the questions it answers."""
    fields = (
        Field("name", words("a_expected"), 36),
        Field("clauses", words("t_clauses"), 24),
        Field("questions", words("a_question"), 30),
        Field("person", words("a_person"), 24),
        Field("seen", words("x_seen"), 50),
    )
    names: dict[str, list[AnswerRow]] = {}
    for chapter in view.chapters:
        for clause in chapter.clauses:
            for row in clause.answers:
                for name in row.expected:
                    names.setdefault(name, []).append(row)
    rows = []
    for name in sorted(names):
        mine = names[name]
        seen = (
            " ".join(filter(None, (r.id, r.evidence, r.evidence_date, r.certainty_label)))
            for r in mine
            if r.evidence or r.evidence_date or r.certainty_label
        )
        rows.append(
            (
                name,
                words.join(dict.fromkeys(r.clause for r in mine)),
                words.join(r.id for r in mine),
                words.join(dict.fromkeys(r.person for r in mine)),
                "\n".join(seen),
            )
        )
    return Sheet("evidence", words("s_evidence"), fields, tuple(rows))


def day(text: str) -> date | None:
    """An ISO date of the view as a date; None where there is none."""
    return date.fromisoformat(text) if text else None


_OF_KIND: dict[str, tuple[Callable[[ReportView, Words], Sheet], ...]] = {
    "full": (
        _summary,
        _answers,
        _plan,
        _exclusions,
        _fees,
        _calendar,
        _papers,
        _evidence,
    ),
    "summary": (_summary, _plan, _fees, _calendar),
    "auditor": (_summary, _clauses, _answers, _exclusions, _papers, _evidence),
}
