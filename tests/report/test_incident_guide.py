"""The first page of a crisis fits the screen on every day, in both languages."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pmark_tui.domain.incident_duties import guide
from pmark_tui.domain.text import ambiguous, cell_width
from pmark_tui.report.incident_guide import FIRST_PAGE, first_page, rest
from pmark_tui.store.closed_days import is_closed
from pmark_tui.store.incidents import duties

DAYS = [date(2026, 1, 1) + timedelta(days=n) for n in range(3 * 365 + 1)]


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("malicious", [False, True])
@pytest.mark.parametrize("my_number", [False, True])
def test_it_fits_24_lines_of_78_cells_on_every_day(
    lang: str, malicious: bool, my_number: bool
) -> None:
    for day in DAYS:
        found = guide(duties(), day, is_closed, malicious, my_number)
        page = first_page(duties(), found, is_closed, day, lang, more=True)
        assert len(page) <= FIRST_PAGE < 24, day
        assert max(map(cell_width, page)) <= 78, (day, max(page, key=cell_width))


def test_it_shows_three_actions_and_the_dates() -> None:
    day = date(2026, 11, 23)
    page = first_page(duties(), guide(duties(), day, is_closed), is_closed, day, "ja", more=True)
    text = "\n".join(page)
    for number in "123":
        assert sum(line.startswith(f" {number} ") for line in page) == 1
    assert "2026-11-23 月" in text
    assert text.count("2026-11-25 水 - 2026-11-27 金") == 3
    assert text.count("2026-12-22 火") == 2
    assert "2027-01-21 木" in text


def test_a_moved_last_day_and_a_closed_yardstick_are_told() -> None:
    day = date(2026, 12, 1)
    found = guide(duties(), day, is_closed)
    text = "\n".join(first_page(duties(), found, is_closed, day, "en", more=False))
    assert "Day 30 (2026-12-30 Wed) is closed" in text
    assert "2026-12-05 Sat" in text
    assert text.count("2027-01-04 Mon") == 2


def test_a_day_before_the_rules_says_so() -> None:
    found = guide(duties(), date(2005, 4, 1), is_closed)
    page = first_page(duties(), found, is_closed, date(2026, 11, 23), "ja", more=False)
    assert any("2022-04-01" in line for line in page)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_rest_names_every_duty_source_and_the_law_to_come(lang: str) -> None:
    day = date(2026, 11, 23)
    found = guide(duties(), day, is_closed, my_number=True)
    lines = rest(duties(), found, day, lang)
    text = "\n".join(lines)
    assert not ambiguous(text)
    for duty in duties().duty:
        assert duty.title.of(lang) in text
    for source in duties().source:
        assert source.url in lines or f"  {source.url}" in lines
    assert ("まだ始まっていない" if lang == "ja" else "not in force") in text
    wide = [line for line in lines if cell_width(line) > 78 and "http" not in line]
    assert wide == []
