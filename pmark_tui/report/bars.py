"""The report's charts in characters, for terminals and paper; where a picture is drawn they are left out.

`=` is certain, `-` may still move, `.` is empty: the same marks as in the bars of the steps.
"""

from __future__ import annotations

from datetime import date

from pmark_tui.domain.values import frozen
from pmark_tui.report.blocks import Column, Table
from pmark_tui.report.model import ReportView
from pmark_tui.report.model_plan import Milestone
from pmark_tui.report.words import Words, bar

CELLS = 24


@frozen
class Stage:
    """A stage of the calendar with its days as ordinal numbers: first, last, earliest, latest."""

    title: str
    first: int
    last: int
    earliest: int
    latest: int


def stages(milestones: tuple[Milestone, ...]) -> tuple[Stage, ...]:
    """The stages that a chart shows: all but the next renewal, which lies years away."""
    shown = milestones[:-1] if len(milestones) > 1 else milestones
    return tuple(
        Stage(m.title, *map(_ordinal, (m.first, m.last, m.earliest, m.latest))) for m in shown
    )


def bounds(shown: tuple[Stage, ...]) -> tuple[int, int]:
    """The first and the last day of all stages, as ordinal numbers."""
    return min(s.first for s in shown), max(max(s.last, s.latest) for s in shown)


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal()


def calendar(view: ReportView, words: Words) -> Table | None:
    """Each stage at the usual pace, and where its last day may move to."""
    shown = stages(view.calendar.milestones)
    if not shown:
        return None
    begin, end = bounds(shown)
    columns = (
        Column(words("t_milestone"), width=6),
        Column(words("t_graph"), width=8, fixed=True),
    )
    rows = tuple((stage.title, _span(stage, begin, end)) for stage in shown)
    ends = f"{date.fromordinal(begin)}".ljust(CELLS - 10) + f"{date.fromordinal(end)}"
    return Table("calendar-bars", columns, (*rows, (words("bar_legend"), ends)), drawn=True)


def _span(stage: Stage, begin: int, end: int) -> str:
    def cell(day: int) -> int:
        return min(CELLS - 1, max(0, (day - begin) * CELLS // max(end - begin, 1)))

    cells = ["."] * CELLS
    for mark, first, last in (
        ("-", stage.earliest, stage.latest),
        ("=", stage.first, stage.last),
    ):
        for place in range(cell(first), cell(last) + 1):
            cells[place] = mark
    return "".join(cells)


def years(view: ReportView, words: Words) -> Table | None:
    """What is paid in each year; the longest bar is the dearest."""
    held = view.money.years
    most = max((year.high for year in held), default=0)
    if not most:
        return None
    columns = (
        Column(words("t_year"), width=2),
        Column(words("t_graph"), width=8, fixed=True),
        Column(words("t_amount"), "right", 4),
    )
    rows = tuple(
        (
            words("year_n", n=year.number),
            bar(year.low / most, year.high / most, CELLS),
            year.amount if year.high else "-",
        )
        for year in held
    )
    return Table("fee-years-bars", columns, rows, drawn=True)


def causes(view: ReportView, words: Words) -> Table | None:
    """Each cause of leaks by its share; the longest bar is the most frequent."""
    if view.causes is None:
        return None
    most = max(row.share for row in view.causes.rows) or 1.0
    columns = (
        Column(words("t_cause"), width=5),
        Column(words("t_graph"), width=8, fixed=True),
        Column(words("t_share"), "right", 2),
    )
    rows = tuple(
        (row.title, bar(row.share / most, row.share / most, CELLS), row.share_text)
        for row in view.causes.rows
    )
    return Table("causes-bars", columns, rows, drawn=True)
