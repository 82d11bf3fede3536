"""What stands where in each kind of report: the view as sections of blocks.

Conclusion first; then what it rests on; what it does not mean and where it is from close each report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pmark_tui.report.blocks import Block, Bullets, Column, Entry, Facts, Heading, Para, Section, Table
from pmark_tui.report.model import AnswerRow, Fact, FeeTable, GapRow, OpenPoint, ReportView, Stop
from pmark_tui.report.words import Words

SUMMARY_ACTIONS = 10
SUMMARY_STOPS = 2


def sections(view: ReportView) -> tuple[Section, ...]:
    """The sections of this kind of report in their order, without those that have nothing to say."""
    words = Words(view.lang)
    made = (_SECTIONS[name](view, words) for name in _ORDER[view.kind])
    return tuple(section for section in made if section and section.blocks)


Make = Callable[[ReportView, Words], Section | None]


def _conclusion(view: ReportView, words: Words) -> Section:
    blocks: list[Block] = [Para(text, "lead") for text in view.conclusion]
    blocks.append(Heading(words("head_monday")))
    if view.monday:
        blocks += [
            Entry(
                str(number),
                action.what,
                facts=(
                    Fact("question", words("a_question"), action.question),
                    Fact("who", words("a_owner"), action.who),
                    Fact("effort", words("g_effort"), action.effort),
                    *_given(("due", words("a_due"), action.due)),
                ),
            )
            for number, action in enumerate(view.monday, 1)
        ]
    else:
        blocks.append(Para(words("m_none")))
    return Section("conclusion", words("head_conclusion"), tuple(blocks))


def _organisation(view: ReportView, words: Words) -> Section:
    blocks: list[Block] = [Facts(view.organisation)]
    blocks.append(Heading(words("rule")))
    blocks.append(Bullets(view.money.reasons))
    if view.money.changes:
        blocks.append(Heading(words("would_change")))
        blocks.append(Bullets(view.money.changes))
    return Section("organisation", words("head_organisation"), tuple(blocks))


def _steps(view: ReportView, words: Words) -> Section:
    blocks = [_steps_table(view, words), Para(words("bar_key"), "note")]
    for step in view.steps:
        if step.blockers:
            blocks.append(Heading(words("blockers_of", step=step.title)))
            blocks.append(Bullets(tuple(_stop(stop, words) for stop in step.blockers)))
    if not any(step.blockers for step in view.steps):
        blocks.append(Para(words("no_blockers")))
    for step in view.steps:
        if step.open_gates:
            blocks.append(Heading(words("gates_of", step=step.title)))
            blocks.append(Bullets(tuple(f"{g.question} {g.why}" for g in step.open_gates)))
    return Section("steps", words("head_steps"), tuple(blocks))


def _steps_table(view: ReportView, words: Words) -> Block:
    return Table(
        "steps",
        (
            Column(words("t_step"), width=4),
            Column(words("t_range"), "right", 3),
            Column(words("t_bar"), width=5, fixed=True),
            Column(words("t_status"), width=2),
            Column(words("t_blockers"), "right", 2),
            Column(words("t_progress"), "right", 2),
        ),
        tuple(
            (s.title, s.range, s.bar, s.status_label, str(len(s.blockers)), s.progress)
            for s in view.steps
        ),
    )


def _stop(stop: Stop, words: Words) -> str:
    return words("stop_line", question=stop.question, answer=stop.answer, why=stop.why)


def _steps_short(view: ReportView, words: Words) -> Section:
    """The steps with the first things that block each."""
    blocks = [_steps_table(view, words), Para(words("bar_key"), "note")]
    for step in view.steps:
        if step.blockers:
            shown = [_stop(stop, words) for stop in step.blockers[:SUMMARY_STOPS]]
            if len(step.blockers) > len(shown):
                shown.append(words("and_more", count=len(step.blockers) - len(shown)))
            blocks.append(Heading(words("blockers_of", step=step.title), 4))
            blocks.append(Bullets(tuple(shown)))
    return Section("steps", words("head_steps"), tuple(blocks))


def _money(view: ReportView, words: Words) -> Section:
    money = view.money
    blocks: list[Block] = []
    if money.current:
        blocks.append(Heading(words("fee_current")))
        blocks += _fee_table(money.current, words)
        blocks += [*_others(view, words)]
    if money.years:
        blocks.append(Heading(words("years_head", years=len(money.years))))
        blocks.append(_years(view, words))
    blocks += [Para(note, "note") for note in money.notes]
    if money.entered:
        blocks.append(Heading(words("entered_fee")))
        blocks.append(Bullets(tuple(fact.value for fact in money.entered)))
    return Section("money", words("head_money"), tuple(blocks))


def _others(view: ReportView, words: Words) -> Iterator[Block]:
    current = view.money.current
    for other in view.money.others:
        before = current is not None and other.schedule < current.schedule
        yield Heading(words("fee_before" if before else "fee_next"))
        yield from _fee_table(other, words)


def _money_short(view: ReportView, words: Words) -> Section:
    money = view.money
    blocks: list[Block] = [*_fee_table(money.current, words)] if money.current else []
    blocks += [Para(note, "note") for note in money.notes[:1]]
    return Section("money", words("head_money"), tuple(blocks))


def _fee_table(table: FeeTable, words: Words) -> Iterator[Block]:
    yield Para(words("fee_line", title=table.title, status=table.status_label))
    rows = [(line.title, line.amount, line.paid_to, line.paid_when) for line in table.lines]
    total = (words("total"), _labelled(table, words), "", "")
    yield Table(
        f"fees-{table.schedule}",
        (
            Column(words("t_line"), width=3),
            Column(words("t_amount"), "right", 4),
            Column(words("t_paid_to"), width=2),
            Column(words("t_paid_when"), width=7),
        ),
        (*rows, total),
        total=True,
    )
    yield from (Para(note, "note") for note in table.notes)


def _labelled(table: FeeTable, words: Words) -> str:
    """The total, with the word estimate beside it wherever it is one."""
    short = words("estimate_short")
    return f"{table.total}{words('bracketed', text=short)}" if table.status == "estimate" else table.total


def _years(view: ReportView, words: Words) -> Table:
    rows = [
        (words("year_n", n=year.number), year.first, year.amount if year.high else "-")
        for year in view.money.years
    ]
    total = (words("total"), view.money.years_status, view.money.years_total)
    return Table(
        "fee-years",
        (
            Column(words("t_year"), width=2),
            Column(words("t_from"), width=3),
            Column(words("t_amount"), "right", 4),
        ),
        (*rows, total),
        total=True,
    )


def _gaps(view: ReportView, words: Words) -> Section:
    if not view.gaps:
        return Section("gaps", words("head_gaps"), (Para(words("no_gaps")),))
    entries = [_gap(gap, words) for gap in view.gaps]
    return Section("gaps", words("head_gaps"), (Para(words("gap_rule"), "note"), *entries), True)


def _gap(gap: GapRow, words: Words) -> Entry:
    steps = gap.blocks or gap.steps
    label = words("g_frees") if gap.frees else words("g_blocks" if gap.blocks else "g_counts")
    return Entry(
        number=f"{gap.rank}. {gap.question}",
        title=gap.text,
        badge=gap.answer_label,
        steps=gap.actions,
        facts=tuple(
            _given(
                ("evidence", words("g_evidence"), words.join(gap.evidence)),
                ("person", words("a_person"), gap.person),
                ("steps", label, words.join(gap.frees or steps)),
                ("owner", words("a_owner"), gap.owner),
                ("due", words("a_due"), gap.due),
                ("because", words("g_why"), gap.because),
            )
        ),
    )


def _actions(view: ReportView, words: Words) -> Section | None:
    shown = view.gaps[:SUMMARY_ACTIONS]
    if not shown:
        return None
    entries = [
        Entry(
            number=f"{gap.rank}.",
            title=gap.actions[0],
            badge=gap.question,
            facts=tuple(
                _given(
                    ("owner", words("a_owner"), gap.owner or gap.person),
                    ("effort", words("g_effort"), gap.effort),
                    ("due", words("a_due"), gap.due),
                )
            ),
        )
        for gap in shown
    ]
    return Section("actions", words("head_actions", count=len(shown)), tuple(entries))


def _checks(view: ReportView, words: Words) -> Section | None:
    entries = tuple(Entry(c.where, c.what, c.severity_label) for c in view.checks)
    return Section("checks", words("head_checks"), entries) if entries else None


def _findings(view: ReportView, words: Words) -> Section | None:
    entries = tuple(
        Entry(
            number=f.id,
            title=f.text,
            badge=f.status_label,
            facts=tuple(
                _given(
                    ("clause", words("a_clause"), f.clause),
                    ("grade", words("x_grade"), f.grade),
                    ("found_on", words("x_found"), f.found_on),
                    ("due", words("x_due"), f.due),
                    ("cause", words("x_cause"), f.cause),
                    ("correction", words("x_correction"), f.correction),
                    ("evidence", words("x_evidence"), f.evidence),
                    ("closed", words("x_closed"), f.closed),
                )
            ),
        )
        for f in view.findings
    )
    return Section("findings", words("head_findings"), entries) if entries else None


def _answers(view: ReportView, words: Words) -> Section:
    blocks: list[Block] = []
    for chapter in view.chapters:
        touched = [row for clause in chapter.clauses for row in clause.answers if row.touched]
        if not touched:
            continue
        blocks.append(Heading(f"{chapter.id} {chapter.title}"))
        values = {"range": chapter.range, "answered": chapter.answered, "asked": chapter.asked}
        blocks.append(Para(words("chapter_line", **values), "note"))
        blocks += [_answer(row, words) for row in touched]
    if not blocks:
        blocks.append(Para(words("nothing_answered")))
    return Section("answers", words("head_answers"), tuple(blocks), True)


def _answer(row: AnswerRow, words: Words) -> Entry:
    return Entry(
        number=row.id,
        title=row.text,
        badge=row.label or words("no_answer"),
        facts=tuple(
            _given(
                ("certainty", words("a_certainty"), row.certainty_label),
                ("note", words("a_note"), row.note),
                ("reason", words("a_reason"), row.reason),
                ("evidence", words("a_evidence"), row.evidence),
                ("evidence_date", words("a_evidence_date"), row.evidence_date),
                ("who", words("a_who"), row.who),
                ("owner", words("a_owner"), row.owner),
                ("due", words("a_due"), row.due),
                ("on", words("a_on"), row.on),
                ("marks", words("a_marks"), words.join(row.marks)),
            )
        ),
    )


def _clauses(view: ReportView, words: Words) -> Section:
    """For the auditor: every clause by side, with evidence and certainty, and its older numbers."""
    blocks: list[Block] = []
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
    blocks.append(Table("clauses", columns, tuple(rows)))
    for chapter in view.chapters:
        blocks.append(Heading(f"{chapter.id} {chapter.title}"))
        for clause in chapter.clauses:
            blocks.append(Heading(f"{clause.id} {clause.title}", 4))
            blocks.append(
                Para(
                    words(
                        "clause_line",
                        status=clause.status_label,
                        written=clause.written,
                        practised=clause.practised,
                    )
                )
            )
            blocks += [_for_auditor(row, words) for row in clause.answers]
    return Section("clauses", words("head_clauses"), tuple(blocks))


def _for_auditor(row: AnswerRow, words: Words) -> Entry:
    entry = _answer(row, words)
    facts = (Fact("side", words("a_side"), row.side_label), *entry.facts)
    if not row.evidence:
        facts += (Fact("expected", words("a_expected"), words.join(row.expected)),)
    return Entry(entry.number, entry.title, entry.badge, (), facts)


def _editions(view: ReportView, words: Words) -> Section | None:
    clauses = [clause for chapter in view.chapters for clause in chapter.clauses]
    names = {fact.id: fact.label for clause in clauses for fact in clause.editions}
    if not names:
        return None
    rows = []
    for clause in clauses:
        held = {fact.id: fact.value for fact in clause.editions}
        rows.append((clause.id, *(held.get(name, "-") for name in names), clause.certainty))
    columns = (
        Column(words("a_clause"), width=2),
        *(Column(label, width=3) for label in names.values()),
        Column(words("t_remark"), width=3),
    )
    return Section("editions", words("head_editions"), (Table("editions", columns, tuple(rows)),))


def _exclusions(view: ReportView, words: Words) -> Section:
    if not view.exclusions:
        return Section("exclusions", words("head_exclusions"), (Para(words("no_exclusions")),))
    blocks: list[Block] = [Para(words("exclusion_count", count=len(view.exclusions)))]
    blocks += [
        Entry(row.id, row.text, row.label, (), (Fact("reason", words("a_reason"), row.reason),))
        for row in view.exclusions
    ]
    return Section("exclusions", words("head_exclusions"), tuple(blocks))


def _open(view: ReportView, words: Words) -> Section:
    blocks: list[Block] = []
    if view.unknown:
        blocks.append(Heading(words("open_unknown")))
        blocks += [
            Entry(
                p.question,
                p.text,
                p.label,
                (),
                tuple(_given(("person", words("a_person"), p.person), ("note", words("a_note"), p.note))),
            )
            for p in view.unknown
        ]
    if view.unasked:
        blocks.append(Heading(words("open_unasked")))
        blocks.append(_by_person(view.unasked, words))
    narrow = [p for p in (*view.unknown, *view.unasked) if p.narrows]
    if narrow:
        blocks.append(Heading(words("open_narrow")))
        lines = (f"{p.question} {p.text}{words('bracketed', text=p.person)}" for p in narrow)
        blocks.append(Bullets(tuple(lines)))
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
    return Table("open", columns, (*rows, total), total=True)


def _kept(view: ReportView, words: Words) -> Section | None:
    if not view.kept:
        return None
    entries = [_answer(row, words) for row in view.kept]
    return Section("kept", words("head_kept"), (Para(words("kept_why"), "note"), *entries))


def _calendar(view: ReportView, words: Words) -> Section | None:
    calendar = view.calendar
    if calendar is None:
        return None
    columns = (
        Column(words("t_milestone"), width=5),
        Column(words("t_from"), width=3),
        Column(words("t_usual"), width=3),
        Column(words("t_to"), width=3),
    )
    rows = tuple((m.title, m.first, m.usual, m.last) for m in calendar.milestones)
    lines = tuple(Para(line) for line in calendar.headline)
    return Section("calendar", words("head_calendar"), (*lines, Table("calendar", columns, rows)))


def _causes(view: ReportView, words: Words) -> Section | None:
    causes = view.causes
    if causes is None:
        return None
    columns = (
        Column(words("t_cause"), width=4),
        Column(words("t_share"), "right", 2),
        Column(words("t_clauses"), width=4),
        Column(words("t_standing"), width=6),
    )
    rows = tuple((r.title, r.share_text, r.clauses, r.standing) for r in causes.rows)
    blocks = (Para(causes.title), Table("causes", columns, rows), Para(causes.label, "note"))
    return Section("causes", words("head_causes"), blocks)


def _limits(view: ReportView, words: Words) -> Section:
    return Section("limits", words("head_limits"), (Bullets(view.limits),))


def _limits_short(view: ReportView, words: Words) -> Section:
    return Section("limits", words("head_limits"), (Bullets(view.limits[:1]),))


def _sources(view: ReportView, words: Words) -> Section:
    return Section("sources", words("head_sources"), (Facts(view.sources),))


def _warnings(view: ReportView, words: Words) -> Section | None:
    if not view.warnings:
        return None
    return Section("warnings", words("head_warnings"), (Bullets(view.warnings),))


def _provenance(view: ReportView, words: Words) -> Section:
    made = view.provenance
    pack = words("p_pack_value", id=made.pack, version=made.pack_version, digest=made.pack_digest)
    facts = _given(
        ("on", words("p_on"), made.on),
        ("pack", words("p_pack"), pack),
        ("guideline", words("p_guideline"), made.guideline),
        ("fees", words("p_fees"), made.fee_list),
        ("pmark", words("p_pmark"), f"pmark {made.pmark}"),
        ("redacted", words("p_redacted"), words("p_redacted_yes") if made.redacted else ""),
        ("input", words("p_input"), made.input_hash),
    )
    blocks = (Facts(tuple(facts)), Para(words("p_checksum"), "note"))
    return Section("provenance", words("head_provenance"), blocks)


def _given(*facts: tuple[str, str, str]) -> Iterator[Fact]:
    """Those facts that have a value."""
    return (Fact(*fact) for fact in facts if fact[2])


_SECTIONS: dict[str, Make] = {
    "conclusion": _conclusion,
    "organisation": _organisation,
    "steps": _steps,
    "steps_short": _steps_short,
    "money": _money,
    "money_short": _money_short,
    "gaps": _gaps,
    "actions": _actions,
    "checks": _checks,
    "findings": _findings,
    "answers": _answers,
    "clauses": _clauses,
    "editions": _editions,
    "exclusions": _exclusions,
    "open": _open,
    "kept": _kept,
    "calendar": _calendar,
    "causes": _causes,
    "limits": _limits,
    "limits_short": _limits_short,
    "sources": _sources,
    "warnings": _warnings,
    "provenance": _provenance,
}

_ORDER: dict[str, tuple[str, ...]] = {
    "full": (
        "conclusion",
        "organisation",
        "steps",
        "money",
        "gaps",
        "checks",
        "findings",
        "answers",
        "exclusions",
        "open",
        "kept",
        "calendar",
        "causes",
        "limits",
        "sources",
        "warnings",
        "provenance",
    ),
    "summary": (
        "conclusion",
        "steps_short",
        "money_short",
        "actions",
        "limits_short",
        "provenance",
    ),
    "auditor": (
        "organisation",
        "steps",
        "clauses",
        "exclusions",
        "checks",
        "findings",
        "open",
        "kept",
        "editions",
        "limits",
        "sources",
        "provenance",
    ),
}
