"""Sections about where the client stands and what to do first."""

from __future__ import annotations

import re

from pmark_tui.report.blocks import (
    Block,
    Bullets,
    Column,
    Entry,
    Facts,
    Heading,
    Para,
    Section,
    Table,
    given,
)
from pmark_tui.report.model import Check, GapRow, ReportView, Stop
from pmark_tui.report.words import Words
from pmark_tui.texts.figures import hours

SUMMARY_ACTIONS = 10


def conclusion(view: ReportView, words: Words) -> Section:
    """Where the client stands in a few sentences, and the first things to do."""
    blocks: list[Block] = [*_said(view), Heading(words("head_monday"))]
    for number, action in enumerate(view.monday, 1):
        facts = given(
            ("question", words("a_question"), action.question),
            ("who", words("a_owner"), action.who),
            ("effort", words("g_effort"), action.effort),
            ("due", words("a_due"), action.due),
        )
        blocks.append(Entry(f"{number}.", action.what, facts=words.brief(facts)))
    if not view.monday:
        blocks.append(Para(words("m_none")))
    return Section("conclusion", words("head_conclusion"), tuple(blocks))


def conclusion_short(view: ReportView, words: Words) -> Section:
    """Where the client stands; what to do comes as a list of its own."""
    return Section("conclusion", words("head_conclusion"), _said(view))


def _said(view: ReportView) -> tuple[Para, ...]:
    return tuple(Para(text, "lead") for text in view.conclusion)


def organisation(view: ReportView, words: Words) -> Section:
    """The profile, the size and the rule that decided it."""
    money = view.money
    blocks: list[Block] = [Facts(view.organisation)]
    if money.reasons:
        blocks += [Heading(words("rule")), Bullets(money.reasons)]
    if money.changes:
        blocks += [Heading(words("would_change")), Bullets(money.changes)]
    return Section("organisation", words("head_organisation"), tuple(blocks))


def eligibility(view: ReportView, words: Words) -> Section | None:
    """May the organisation apply, point by point."""
    found = view.eligibility
    if found is None:
        return None
    blocks: list[Block] = [Para(words("eligibility_line", verdict=found.label), "lead")]
    for number, point in enumerate(found.points, 1):
        facts = given(
            ("because", words("t_remark"), " ".join(point.because)),
            ("reason", words("a_reason_plain"), point.reason),
            ("questions", words("a_question"), words.join(point.questions)),
        )
        blocks.append(Entry(f"{number}.", point.title, point.state_label, (), facts))
    return Section("eligibility", words("head_eligibility"), tuple(blocks))


def steps(view: ReportView, words: Words) -> Section:
    """Every step with its range, status and blockers, and the gates nobody has confirmed."""
    blocks: list[Block] = [_table(view, words), Para(words("bar_key"), "note")]
    for step in view.steps:
        if step.blockers:
            blocks.append(Heading(words("blockers_of", step=step.title)))
            blocks.append(Bullets(tuple(_stop(stop, words) for stop in step.blockers)))
    if not any(step.blockers for step in view.steps):
        blocks.append(Para(words("no_blockers")))
    if gates := _gates(view, words):
        blocks += [Heading(words("gates_head")), Bullets(gates)]
    return Section("steps", words("head_steps"), tuple(blocks))


def steps_short(view: ReportView, words: Words) -> Section:
    """The steps with the first thing that blocks each; what stops several is said once."""
    blocks: list[Block] = [_table(view, words), Para(words("bar_key"), "note")]
    stopped: dict[str, list[str]] = {}
    for step in view.steps:
        if step.blockers:
            stopped.setdefault(_stop(step.blockers[0], words), []).append(step.title)
    lines = tuple(
        words("stop_short", steps=words.join(steps), stop=stop) for stop, steps in stopped.items()
    )
    if lines:
        blocks += [Heading(words("stops_first")), Bullets(lines)]
    return Section("steps", words("head_steps"), tuple(blocks))


def _table(view: ReportView, words: Words) -> Table:
    columns = (
        Column(words("t_step"), width=4),
        Column(words("t_range"), "right", 3),
        Column(words("t_bar"), width=5, fixed=True),
        Column(words("t_status"), width=2),
        Column(words("t_blockers"), "right", 3),
        Column(words("t_progress"), "right", 3),
    )
    rows = tuple(
        (s.title, s.range, s.bar, s.status_label, str(len(s.blockers)), s.progress)
        for s in view.steps
    )
    return Table("steps", columns, rows)


def _stop(stop: Stop, words: Words) -> str:
    return words("stop_line", question=stop.question, answer=stop.answer, why=stop.why)


def _gates(view: ReportView, words: Words) -> tuple[str, ...]:
    """Each gate that is still open, once, with the steps that wait for it."""
    waiting: dict[str, list[str]] = {}
    texts = {}
    for step in view.steps:
        for gate in step.open_gates:
            waiting.setdefault(gate.question, []).append(step.title)
            texts[gate.question] = gate.why
    return tuple(
        f"{key} {texts[key]}{words('bracketed', text=words.join(titles))}"
        for key, titles in waiting.items()
    )


def gaps(view: ReportView, words: Words) -> Section:
    """Every gap in the order in which to close it."""
    if not view.gaps:
        return Section("gaps", words("head_gaps"), (Para(words("no_gaps")),))
    entries = [_gap(gap, words) for gap in view.gaps]
    return Section("gaps", words("head_gaps"), (Para(words("gap_rule"), "note"), *entries))


def _gap(gap: GapRow, words: Words) -> Entry:
    label = words("g_frees" if gap.frees else "g_blocks" if gap.blocks else "g_counts")
    return Entry(
        number=f"{gap.rank}. {gap.question}",
        title=gap.text,
        badge=gap.answer_label,
        steps=gap.actions,
        facts=(
            *given(("evidence", words("g_evidence"), words.join(gap.evidence))),
            *words.brief(
                given(
                    ("person", words("a_person"), gap.person),
                    ("owner", words("a_owner"), gap.owner),
                    ("due", words("a_due"), gap.due),
                )
            ),
            *given(
                ("steps", label, words.join(gap.frees or gap.blocks or gap.steps)),
                ("because", words("g_why"), gap.because),
            ),
        ),
    )


def actions(view: ReportView, words: Words) -> Section | None:
    """The next few things to do, a line each; with fewer gaps than a first day holds, also whom to ask."""
    lines = [
        (gap.actions[0], (gap.question, gap.owner or gap.person, _about(gap, words), gap.due))
        for gap in view.gaps[:SUMMARY_ACTIONS]
    ]
    lines += [(a.what, (a.question, a.who, a.effort, a.due)) for a in view.monday[len(lines) :]]
    if not lines:
        return None
    entries = [
        Entry(f"{number}.", what, words.join(filter(None, beside)))
        for number, (what, beside) in enumerate(lines, 1)
    ]
    first = len(view.monday)
    blocks: list[Block] = [Heading(words("head_monday")), *entries[:first]]
    if entries[first:]:
        blocks += [Heading(words("head_then")), *entries[first:]]
    return Section("actions", words("head_actions", count=len(entries)), tuple(blocks))


def _about(gap: GapRow, words: Words) -> str:
    return words("hours_short", hours=hours(gap.hours))


def checks(view: ReportView, words: Words) -> Section | None:
    """What cannot all be true together."""
    lines = tuple(f"{_named(c)}{words('bracketed', text=c.severity_label)}" for c in view.checks)
    return Section("checks", words("head_checks"), (Bullets(lines),)) if lines else None


def _named(check: Check) -> str:
    """What was found, behind the place it is about where the sentence does not name that itself."""
    named = re.search(rf"(?<![\w.-]){re.escape(check.where)}(?![\w-])", check.what, re.ASCII)
    return check.what if named else f"{check.where} {check.what}"


def limits(view: ReportView, words: Words) -> Section:
    """What the score does not mean."""
    return Section("limits", words("head_limits"), (Bullets(view.limits),))


def limits_short(view: ReportView, words: Words) -> Section:
    """The one thing that must stand on every page about a score."""
    return Section("limits", words("head_limits"), (Bullets(view.limits[:1]),))


def provenance(view: ReportView, words: Words) -> Section:
    """What the report was made from, and what an equal report needs."""
    made = view.provenance
    pack = words("p_pack_value", id=made.pack, version=made.pack_version, digest=made.pack_digest)
    facts = given(
        ("on", words("p_on"), made.on),
        ("pack", words("p_pack"), pack),
        ("guideline", words("p_guideline"), made.guideline),
        ("fees", words("p_fees"), made.fee_list),
        ("pmark", words("p_pmark"), f"pmark {made.pmark}"),
        ("redacted", words("p_redacted"), words("p_redacted_yes") if made.redacted else ""),
        ("input", words("p_input"), made.input_hash),
    )
    blocks = (Facts(facts), Para(words("p_checksum"), "note"))
    return Section("provenance", words("head_provenance"), blocks)


def provenance_short(view: ReportView, words: Words) -> Section:
    """The same in one line, for a summary."""
    made = view.provenance
    line = words(
        "p_short",
        pack=made.pack,
        version=made.pack_version,
        digest=made.pack_digest[:12],
        fees=words("p_short_fees", list=made.fee_list) if made.fee_list else "",
        pmark=made.pmark,
        input=made.input_hash,
    )
    return Section("provenance", words("head_provenance"), (Para(line, "note"),))
