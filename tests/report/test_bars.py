"""Charts in characters, for those who would rather look than read, where no picture can be drawn."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import escape

import pytest

from pmark_tui.report.bars import CELLS, Stage, bounds, calendar, causes, stages, years
from pmark_tui.report.charts import picture
from pmark_tui.report.layout import sections
from pmark_tui.report.model import FeeYear, ReportView
from pmark_tui.report.model_plan import Milestone
from pmark_tui.report.words import Words

WORDS = Words("ja")


def _stage(title: str, *days: str) -> Milestone:
    first, last, earliest, latest = days
    return Milestone(title, title, first, last, earliest, latest, "")


def test_a_stage_is_drawn_where_its_days_lie(view_of: Callable[..., ReportView]) -> None:
    """24 days in 24 cells: day n of the month is cell n - 1."""
    view = view_of("begun")
    held = replace(
        view.calendar,
        milestones=(
            _stage("a", "2027-01-01", "2027-01-06", "2027-01-04", "2027-01-10"),
            _stage("b", "2027-01-11", "2027-01-24", "2027-01-20", "2027-01-25"),
            _stage("next renewal", "2029-01-01", "2029-03-01", "2029-03-01", "2029-03-01"),
        ),
    )
    chart = calendar(replace(view, calendar=held), WORDS)
    assert chart is not None
    assert [row[1] for row in chart.rows] == [
        "======----" + "." * 14,
        "." * 10 + "==============",
        "2027-01-01    2027-01-25",
    ]
    assert [row[0] for row in chart.rows][:2] == ["a", "b"]


def test_the_dearest_year_is_the_longest_bar(view_of: Callable[..., ReportView]) -> None:
    view = view_of("begun")
    paid = (
        FeeYear(1, "2026-01-01", 100, 100, "100円"),
        FeeYear(2, "2027-01-01", 0, 0, "0円"),
        FeeYear(3, "2028-01-01", 25, 50, "25〜50円"),
    )
    chart = years(replace(view, money=replace(view.money, years=paid)), WORDS)
    assert chart is not None
    assert [row[1:] for row in chart.rows] == [
        ("=" * 24, "100円"),
        ("." * 24, "-"),
        ("=" * 6 + "-" * 6 + "." * 12, "25〜50円"),
    ]


def test_causes_are_drawn_against_the_most_frequent(view_of: Callable[..., ReportView]) -> None:
    chart = causes(view_of("full"), WORDS)
    assert chart is not None
    shown = {row[0]: row[1] for row in chart.rows}
    assert shown["誤配達・誤交付"] == "=" * 24  # 41.4 per cent, the most
    assert shown["誤送信"] == "=" * 17 + "." * 7  # 29.4 / 41.4 of 24 cells: 17.04


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", ["begun", "full"])
def test_every_picture_has_its_chart_in_characters(
    name: str, lang: str, view_of: Callable[..., ReportView]
) -> None:
    view = view_of(name, "full", lang)
    tables = {
        block.id: block for part in sections(view) for block in part.blocks if block.kind == "table"
    }
    for drawn in ("steps", "chapters", "fee-years-bars", "calendar-bars", "causes-bars"):
        bars = [
            cell
            for row in tables[drawn].rows
            for cell, column in zip(row, tables[drawn].columns)
            if column.fixed
        ]
        assert bars and all(set(bar) <= set("=-. 0123456789") for bar in bars)


def test_the_page_draws_pictures_and_repeats_no_chart(
    view_of: Callable[..., ReportView], written: Callable[..., bytes]
) -> None:
    page = written("full", "html").decode()
    assert page.count('<svg role="img" aria-labelledby="calendar-t') == 1
    assert "動く幅" not in page and "動く幅" in written("full", "md").decode()


def test_a_single_stage_is_shown_alone() -> None:
    one = (_stage("a", "2027-01-01", "2027-01-01", "2027-01-01", "2027-01-01"),)
    day = date(2027, 1, 1).toordinal()
    assert stages(one) == (Stage("a", day, day, day, day),)
    assert bounds(stages(one)) == (day, day) and CELLS == 24


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("client", ["full", "begun"])
def test_the_calendar_chart_has_each_title_whole(
    client: str, lang: str, view_of: Callable[..., ReportView]
) -> None:
    view = view_of(client, "full", lang)
    drawn = picture("calendar", view)
    titles = [stage.title for stage in stages(view.calendar.milestones)]
    assert len(titles) > 5
    assert [title for title in titles if f">{escape(title)}<" not in drawn] == []
