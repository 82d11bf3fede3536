"""Days as people write them, and what is none."""

from __future__ import annotations

from datetime import date

import pytest

from pmark_tui.domain.days import parse_day


@pytest.mark.parametrize(
    "written",
    [
        "2026-04-01",
        "2026/4/1",
        "２０２６．４．１",
        "2026年4月1日",
        " 2026 年 4 月 1 日 ",
        "令和8年4月1日",
        "R8.4.1",
        "r08/04/01",
    ],
)
def test_a_day_in_any_of_its_forms(written: str) -> None:
    assert parse_day(written) == date(2026, 4, 1)


def test_the_first_year_of_an_era_and_no_day_at_all() -> None:
    assert parse_day("令和元年5月1日") == date(2019, 5, 1)
    assert parse_day("　") is None


@pytest.mark.parametrize(
    "written",
    ["4/1", "26-04-01", "元-4-1", "2026-13-01", "2026-02-30", "2026-04", "あした", "8年4月1日"],
)
def test_what_is_no_day_is_refused(written: str) -> None:
    with pytest.raises(ValueError):
        parse_day(written)
