"""Sections about leaks in general, and what one would cost this client by the model."""

from __future__ import annotations

from collections.abc import Iterator

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
)
from pmark_tui.report.model import Fact, ReportView
from pmark_tui.report.model_leaks import LeakShare, LeakSurvey, Pair
from pmark_tui.report.words import Words

CHANGE = "leaks-change"
"""The id of the table of what has changed, and of its picture."""


def damages(view: ReportView, words: Words) -> Section | None:
    """Assumed damages of each data set, and the limits of the model beside them."""
    held = view.damages
    if held is None:
        return None
    columns = (
        Column(words("t_data_set"), width=5),
        Column(words("t_persons"), "right", 2),
        Column(words("t_per_person"), "right", 3),
        Column(words("t_in_all"), "right", 4),
    )
    rows = tuple(
        (row.name, f"{row.persons:,}", row.per_person_text, row.total_text) for row in held.rows
    )
    blocks: list[Block] = [Para(held.title), Table("damages", columns, rows), Para(held.total_text)]
    for number, row in enumerate(held.rows, 1):
        facts = tuple(Fact("", "", line) for line in (*row.items, *row.factors))
        blocks.append(Entry(f"{number}.", row.name, row.open, (), facts))
    blocks += [
        Heading(words("head_damage_limits")),
        Bullets(held.limits),
        Para(held.credit, "note"),
    ]
    return Section("damages", words("head_damages"), tuple(blocks))


def leaks(view: ReportView, words: Words) -> Section | None:
    """The statistics: the change, 2004 and the newest ones by series, with each break."""
    held = view.leaks
    if held is None:
        return None
    columns = (
        Column(words("t_what"), width=5),
        Column(words("t_share"), "right", 2),
        Column(words("t_survey"), width=6),
    )
    rows = tuple((c.label, c.share_text, c.survey) for c in held.change)
    blocks: list[Block] = [
        Para(held.notice, "note"),
        Heading(held.change_title),
        Para(held.change_said),
        Table(CHANGE, columns, rows),
    ]
    for series in held.series:
        blocks += [Heading(series.title), Para(series.counts), Para(series.breaks, "note")]
        for survey in series.surveys:
            blocks += _survey(survey, words)
    blocks += [Heading(words("head_costs")), Facts(_facts(held.costs))]
    blocks += [Heading(words("head_sources")), Facts(_facts(held.sources))]
    return Section("leaks", words("head_leaks"), tuple(blocks))


def _survey(survey: LeakSurvey, words: Words) -> Iterator[Block]:
    if survey.broken:
        yield Para(survey.broken, "lead")
    yield Heading(survey.title, 4)
    if survey.facts:
        yield Facts(_facts(survey.facts))
    if survey.note:
        yield Para(survey.note, "note")
    for share in survey.shares:
        yield _table(share, words)
        yield from (Para(note, "note") for note in share.notes)


def _table(share: LeakShare, words: Words) -> Table:
    columns = (
        Column(share.of, width=5),
        Column(words("t_share"), "right", 2),
        Column(words("t_graph"), width=5, fixed=True),
    )
    rows = tuple((part.label, part.share_text, part.bar) for part in share.parts)
    return Table(share.id, columns, rows)


def _facts(pairs: tuple[Pair, ...]) -> tuple[Fact, ...]:
    return tuple(Fact("", label, value) for label, value in pairs)
