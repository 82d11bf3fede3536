"""Sheets about money, time, papers and evidence."""

from __future__ import annotations

from pmark_tui.report.model import AnswerRow, FeeTable, ReportView
from pmark_tui.report.table_model import Field, Sheet, Value, day
from pmark_tui.report.words import Words


def fees(view: ReportView, words: Words) -> Sheet:
    """Every list of fees line by line, the payments of some years, figures entered by hand."""
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


def calendar(view: ReportView, words: Words) -> Sheet:
    """Milestones, deadlines and what they rest on."""
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


def papers(view: ReportView, words: Words) -> Sheet:
    """The application papers, their dates, and how certifying bodies differ."""
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


def evidence(view: ReportView, words: Words) -> Sheet:
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
