"""The clock of own findings, month ends, and ids."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_tui.domain.client import Finding
from pmark_tui.domain.findings import finding_states, next_id
from pmark_tui.domain.months import add_months
from tests.domain.small import client, small


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2100-01-31", 1, "2100-02-28"),
        ("2000-01-30", 1, "2000-02-29"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -1, "2025-12-15"),
        ("2024-02-29", 12, "2025-02-28"),
        ("9999-12-01", 1, "9999-12-31"),
        ("0001-01-01", -1, "0001-01-01"),
    ],
)
def test_months_end_on_their_last_day(day: str, months: int, expected: str) -> None:
    assert add_months(date.fromisoformat(day), months) == date.fromisoformat(expected)


@given(st.dates(date(1000, 1, 1), date(8000, 1, 1)), st.integers(-600, 600))
def test_months_keep_the_day_or_end_the_month(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    tomorrow = date.fromordinal(later.toordinal() + 1)
    assert later.day == day.day or tomorrow.day == 1


def test_a_closed_finding_is_closed_however_late() -> None:
    finding = Finding("F1", "1.1", "x", found_on=date(2026, 1, 1), closed=date(2026, 10, 1))
    (state,) = finding_states(small(), client({}).changed(findings=(finding,)), date(2026, 11, 1))
    assert (state.status, state.due) == ("closed", date(2026, 4, 1))


def test_no_date_no_clock() -> None:
    held = client({}).changed(findings=(Finding("F1", "1.1", "x"),))
    (state,) = finding_states(small(), held, date(2026, 11, 1))
    assert (state.status, state.due) == ("open", None)


@pytest.mark.parametrize(
    ("ids", "expected"),
    [((), "F1"), (("F1", "F2"), "F3"), (("F9", "指摘1", "F", "Fx"), "F10")],
)
def test_the_next_id_is_behind_the_highest(ids: tuple[str, ...], expected: str) -> None:
    held = client({}).changed(findings=tuple(Finding(i, "1.1", "x") for i in ids))
    assert next_id(held) == expected
