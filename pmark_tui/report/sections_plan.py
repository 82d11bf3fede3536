"""Sections about money, time, papers and leaks, and where the facts are from."""

from __future__ import annotations

from collections.abc import Iterator

from pmark_tui.report import bars
from pmark_tui.report.blocks import (
    Block,
    Bullets,
    Column,
    Diagram,
    Entry,
    Facts,
    Heading,
    Para,
    Section,
    Table,
    given,
)
from pmark_tui.report.model import Fact, FeeTable, ReportView
from pmark_tui.report.model_plan import CauseRow
from pmark_tui.report.words import Words


def money(view: ReportView, words: Words) -> Section:
    """The list in force, the last confirmed or the next one, when what is paid, and some years."""
    held = view.money
    blocks: list[Block] = []
    if held.current:
        blocks += [Heading(words("fee_current")), *_fee_table(held.current, words)]
        for other in held.others:
            earlier = other.schedule < held.current.schedule
            blocks.append(Heading(words("fee_before" if earlier else "fee_next")))
            blocks += _fee_table(other, words)
        blocks += [Heading(words("fee_paid")), _paid(held.current, words)]
    if held.years:
        blocks += [Heading(words("years_head", years=len(held.years))), _years(view, words)]
        blocks += _drawn(bars.years(view, words))
    blocks += [Para(note, "note") for note in held.notes]
    if held.entered:
        lines = tuple(fact.value for fact in held.entered)
        blocks += [Heading(words("entered_fee")), Bullets(lines)]
    return Section("money", words("head_money"), tuple(blocks))


def money_short(view: ReportView, words: Words) -> Section:
    """The list in force: its lines where they are known, else the total alone; then what comes after."""
    held, blocks = view.money, list[Block]()
    if held.current and any(line.yen is not None for line in held.current.lines):
        blocks += _fee_table(held.current, words, 0)
    elif held.current:
        current = held.current
        blocks.append(Para(words("fee_line", title=current.title, status=_total(current, words))))
    before = [t for t in held.others if held.current and t.schedule < held.current.schedule]
    said = [
        words("fee_before_line", title=table.title, total=table.total, status=table.status_label)
        for table in before
    ]
    if held.years:
        values = {"years": len(held.years), "total": held.years_total}
        said.append(words("years_line", **values, status=held.years_status))
    if said:
        blocks.append(Bullets(tuple(said)))
    blocks += [Para(note, "note") for note in held.notes[:1]]
    return Section("money", words("head_money"), tuple(blocks))


def _fee_table(table: FeeTable, words: Words, notes: int = 99) -> Iterator[Block]:
    yield Para(words("fee_line", title=table.title, status=table.status_label))
    rows = [(line.title, line.amount, line.paid_to) for line in table.lines]
    columns = (
        Column(words("t_line"), width=3),
        Column(words("t_amount"), "right", 4),
        Column(words("t_paid_to"), width=3),
    )
    total = (words("total"), _total(table, words), "")
    yield Table(f"fees-{table.schedule}", columns, (*rows, total), True)
    yield from (Para(note, "note") for note in table.notes[:notes])


def _total(table: FeeTable, words: Words) -> str:
    """The total, with the word estimate beside it wherever it is one."""
    if table.status != "estimate":
        return table.total
    return f"{table.total}{words('bracketed', text=words('estimate_short'))}"


def _paid(table: FeeTable, words: Words) -> Facts:
    return Facts(
        tuple(
            Fact(
                line.id,
                line.title,
                words("paid_line", to=line.paid_to, when=line.paid_when, back=line.not_returned),
            )
            for line in table.lines
        )
    )


def _years(view: ReportView, words: Words) -> Table:
    held = view.money
    rows = [
        (words("year_n", n=year.number), year.first, year.amount if year.high else "-")
        for year in held.years
    ]
    total = (words("total"), held.years_status, held.years_total)
    columns = (
        Column(words("t_year"), width=2),
        Column(words("t_from"), width=5),
        Column(words("t_amount"), "right", 4),
    )
    return Table("fee-years", columns, (*rows, total), True)


def _drawn(chart: Table | None) -> tuple[Block, ...]:
    return (chart,) if chart else ()


def calendar(view: ReportView, words: Words) -> Section:
    """The calendar with its ranges, and the deadlines that run."""
    held = view.calendar
    blocks: list[Block] = [Para(line) for line in held.headline]
    if held.milestones:
        columns = (
            Column(words("t_milestone"), width=6),
            Column(words("t_from"), width=3),
            Column(words("t_to"), width=3),
            Column(words("t_earliest"), width=3),
            Column(words("t_latest"), width=3),
        )
        rows = tuple((m.title, m.first, m.last, m.earliest, m.latest) for m in held.milestones)
        blocks += [Table("calendar", columns, rows), Para(words("calendar_key"), "note")]
        blocks += _drawn(bars.calendar(view, words))
        blocks.append(Diagram("mermaid", held.gantt))
    blocks += [Para(note, "note") for note in held.notes]
    if held.deadlines:
        lines = tuple(
            words("deadline_line", title=d.title, due=d.due, since=d.since, about=d.about)
            for d in held.deadlines
        )
        blocks += [Heading(words("head_deadlines")), Bullets(lines)]
    return Section("calendar", words("head_calendar"), tuple(blocks))


def papers(view: ReportView, words: Words) -> Section | None:
    """The application papers with their state, their dates, and how the bodies differ."""
    held = view.papers
    if not held.rows:
        return None
    columns = (
        Column(words("t_paper"), width=7),
        Column(words("t_status"), width=2),
        Column(words("a_owner"), width=3),
    )
    rows = tuple((p.title, p.state_label, p.who) for p in held.rows)
    blocks: list[Block] = [Para(words("papers_note")), Table("papers", columns, rows)]
    if held.dates:
        dates = tuple(Fact("", title, day) for title, day in held.dates)
        blocks += [Heading(words("paper_dates")), Facts(dates)]
    if held.clashes:
        blocks += [Heading(words("paper_clashes")), Bullets(held.clashes)]
    if held.bodies:
        bodies = tuple(Fact("", title, text) for title, text in held.bodies)
        blocks += [Heading(words("paper_bodies")), Facts(bodies)]
    return Section("papers", words("head_papers"), tuple(blocks))


def causes(view: ReportView, words: Words) -> Section | None:
    """The causes of real leaks and this client's controls against each."""
    held = view.causes
    if held is None:
        return None
    columns = (
        Column(words("t_cause"), width=4),
        Column(words("t_share"), "right", 2),
        Column(words("t_standing"), width=7),
    )
    rows = tuple((row.title, row.share_text, row.standing) for row in held.rows)
    blocks: list[Block] = [Para(held.title), Table("causes", columns, rows)]
    blocks += _drawn(bars.causes(view, words))
    for row in held.rows:
        if row.missing:
            facts = given(
                ("clauses", words("t_clauses"), row.clauses),
                ("missing", words("cause_missing_label"), words.join(row.missing)),
            )
            blocks.append(Entry(row.title, _cause(row, words), "", (), facts))
    blocks += [Para(note, "note") for note in (held.label, *held.notes)]
    return Section("causes", words("head_causes"), tuple(blocks))


def _cause(row: CauseRow, words: Words) -> str:
    asked = row.yes + row.partial + row.no + row.open
    short = row.partial + row.no
    return words("cause_line", share=row.share_text, asked=asked, short=short, open=row.open)


def sources(view: ReportView, words: Words) -> Section:
    """Where the facts are from."""
    return Section("sources", words("head_sources"), (Facts(view.sources),))


def reading(view: ReportView, words: Words) -> Section | None:
    """What to read, on a page of its own."""
    blocks: list[Block] = []
    for group in view.reading:
        lines = tuple(
            " ".join(filter(None, (row.title, _by(row.by, words), row.about, row.url)))
            for row in group.rows
        )
        blocks += [Heading(group.title), Para(group.said, "note"), Bullets(lines)]
    return Section("reading", words("head_reading"), tuple(blocks), new_page=True)


def _by(author: str, words: Words) -> str:
    return words("bracketed", text=author).strip() if author else ""
