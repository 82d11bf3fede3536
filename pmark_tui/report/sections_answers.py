"""Sections that go through the answers: by chapter, by clause, exclusions, open points, findings."""

from __future__ import annotations

from collections.abc import Iterable

from pmark_tui.domain.text import cell_width
from pmark_tui.domain.values import replace
from pmark_tui.report.blocks import (
    Block,
    Bullets,
    Column,
    Entry,
    Heading,
    Para,
    Section,
    Table,
    given,
)
from pmark_tui.report.model import AnswerRow, Fact, OpenPoint, ReportView
from pmark_tui.report.words import Words, bar


def chapters(view: ReportView, words: Words) -> Section:
    """Everything that was entered, chapter by chapter; what nobody answered is not here."""
    blocks: list[Block] = [_chapter_table(view, words)]
    nothing = len(blocks)
    for chapter in view.chapters:
        touched = [row for clause in chapter.clauses for row in clause.answers if row.touched]
        if not touched:
            continue
        blocks.append(Heading(f"{chapter.id} {chapter.title}"))
        values = {"range": chapter.range, "answered": chapter.answered, "asked": chapter.asked}
        blocks.append(Para(words("chapter_line", **values), "note"))
        blocks += [_answer(row, words) for row in touched]
    if len(blocks) == nothing:
        blocks.append(Para(words("nothing_answered")))
    return Section("answers", words("head_answers"), tuple(blocks), True)


def _chapter_table(view: ReportView, words: Words) -> Table:
    columns = (
        Column(words("t_chapter"), width=8),
        Column(words("t_range"), "right", 3),
        Column(words("t_bar"), width=6, fixed=True),
        Column(words("t_progress"), "right", 3),
    )
    rows = tuple(
        (
            f"{c.id} {c.title}",
            c.range,
            bar(c.low, c.high),
            words("progress", answered=c.answered, asked=c.asked),
        )
        for c in view.chapters
    )
    return Table("chapters", columns, rows)


def _answer(row: AnswerRow, words: Words) -> Entry:
    badge = row.label or words("no_answer")
    if row.label and not row.counted:
        badge = words("not_counted", label=badge)
    return Entry(
        number=row.id,
        title=row.text,
        badge=badge,
        facts=(
            *words.brief(
                given(
                    ("certainty", words("a_certainty"), row.certainty_label),
                    ("who", words("a_who"), row.who),
                    ("owner", words("a_owner"), row.owner),
                    ("due", words("a_due"), row.due),
                    ("on", words("a_on"), row.on),
                    ("marks", words("a_marks"), words.join(row.marks)),
                )
            ),
            *given(
                ("note", words("a_note"), row.note),
                ("reason", words("a_reason"), row.reason),
                ("evidence", words("a_evidence"), row.evidence),
                ("evidence_date", words("a_evidence_date"), row.evidence_date),
            ),
        ),
    )


def clauses(view: ReportView, words: Words) -> Section:
    """For the auditor: every clause by side, then its questions with evidence and certainty."""
    columns = (
        Column(words("a_clause"), width=2),
        Column(words("t_title"), width=6),
        Column(words("t_written"), width=2),
        Column(words("t_practised"), width=2),
        Column(words("t_clause_status"), width=2),
        Column(words("t_progress"), "right", 2),
    )
    rows = [
        (
            clause.id,
            clause.title,
            clause.written,
            clause.practised,
            clause.status_label,
            words("progress", answered=clause.answered, asked=clause.asked),
        )
        for chapter in view.chapters
        for clause in chapter.clauses
    ]
    blocks: list[Block] = [
        _chapter_table(view, words),
        Table("clauses", columns, tuple(rows)),
        Para(words("clause_key"), "note"),
    ]
    for chapter in view.chapters:
        blocks.append(Heading(f"{chapter.id} {chapter.title}"))
        for clause in chapter.clauses:
            blocks.append(Heading(f"{clause.id} {clause.title}", 4))
            values = {"written": clause.written, "practised": clause.practised}
            blocks.append(Para(words("clause_line", status=clause.status_label, **values)))
            blocks += [_for_auditor(row, words) for row in clause.answers]
    return Section("clauses", words("head_clauses"), tuple(blocks), True)


def _for_auditor(row: AnswerRow, words: Words) -> Entry:
    entry = _answer(row, words)
    facts = (Fact("side", words("a_side"), row.side_label), *entry.facts)
    if not row.evidence and row.expected:
        facts += (Fact("expected", words("a_expected"), words.join(row.expected)),)
    return replace(entry, facts=facts)


def editions(view: ReportView, words: Words) -> Section | None:
    """The numbers of the clauses in older editions; None where the pack has none."""
    held = [clause for chapter in view.chapters for clause in chapter.clauses]
    names = {fact.id: fact.label for clause in held for fact in clause.editions}
    if not names:
        return None
    rows = []
    for clause in held:
        numbers = {fact.id: fact.value for fact in clause.editions}
        rows.append((clause.id, *(numbers.get(name, "-") for name in names), clause.certainty))
    heads = (words("a_clause"), *names.values(), words("t_remark"))
    columns = tuple(
        Column(
            head, width=min(max(_NARROWEST, *(cell_width(v) + _BESIDE for v in values)), _WIDEST)
        )
        for head, values in zip(heads, zip(*rows, strict=True), strict=True)
    )
    return Section("editions", words("head_editions"), (Table("editions", columns, tuple(rows)),))


_NARROWEST, _WIDEST, _BESIDE = 11, 22, 3
"""Width of a column at least and at most, in cells of text, and what the text leaves free of it.

So a number such as 3.4.4.1 stands on one line in fonts that run wide; a list of numbers goes on below.
"""


def exclusions(view: ReportView, words: Words) -> Section:
    """What was excluded, and why."""
    if not view.exclusions:
        return Section("exclusions", words("head_exclusions"), (Para(words("no_exclusions")),))
    blocks: list[Block] = [Para(words("exclusion_count", count=len(view.exclusions)))]
    for row in view.exclusions:
        facts = given(("reason", words("a_reason"), row.reason))
        blocks.append(Entry(row.id, row.text, row.label, (), facts))
    return Section("exclusions", words("head_exclusions"), tuple(blocks))


def open_points(view: ReportView, words: Words) -> Section:
    """What nobody knows yet: answered with "don't know" in full, the rest counted by person."""
    blocks: list[Block] = []
    if view.unknown:
        blocks.append(Heading(words("open_unknown")))
        for point in view.unknown:
            facts = given(
                ("person", words("a_person"), point.person),
                ("note", words("a_note"), point.note),
            )
            blocks.append(Entry(point.question, point.text, point.label, (), facts))
    if view.unasked:
        blocks += [Heading(words("open_unasked")), _by_person(view.unasked, words)]
    narrow = [point for point in (*view.unknown, *view.unasked) if point.narrows]
    if narrow:
        lines = (f"{p.question} {p.text}{words('bracketed', text=p.person)}" for p in narrow)
        blocks += [Heading(words("open_narrow")), Bullets(tuple(lines))]
    if not blocks:
        blocks.append(Para(words("open_none")))
    return Section("open", words("head_open"), tuple(blocks))


def _by_person(points: Iterable[OpenPoint], words: Words) -> Table:
    counts: dict[str, int] = {}
    for point in points:
        counts[point.person] = counts.get(point.person, 0) + 1
    rows = [(person, str(count)) for person, count in counts.items()]
    total = (words("total"), str(sum(counts.values())))
    columns = (Column(words("t_person"), width=3), Column(words("t_count"), "right", 1))
    return Table("open", columns, (*rows, total), True)


def kept(view: ReportView, words: Words) -> Section | None:
    """Answers that this profile is not asked, or that the pack does not know."""
    if not view.kept:
        return None
    entries = [_answer(row, words) for row in view.kept]
    return Section("kept", words("head_kept"), (Para(words("kept_why"), "note"), *entries))


def findings(view: ReportView, words: Words) -> Section | None:
    """Findings of mock and real audits with their clock."""
    entries = [
        Entry(
            number=finding.id,
            title=finding.clause,
            badge=finding.status_label,
            facts=words.brief(
                given(
                    ("grade", words("x_grade"), finding.grade),
                    ("found_on", words("x_found"), finding.found_on),
                    ("due", words("x_due"), finding.due),
                    ("closed", words("x_closed"), finding.closed),
                )
            )
            + given(
                ("text", words("x_text"), finding.text),
                ("cause", words("x_cause"), finding.cause),
                ("correction", words("x_correction"), finding.correction),
                ("evidence", words("x_evidence"), finding.evidence),
            ),
        )
        for finding in view.findings
    ]
    return Section("findings", words("head_findings"), tuple(entries)) if entries else None
