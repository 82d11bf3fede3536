"""Counting in months, as deadlines do."""

from __future__ import annotations

from datetime import MAXYEAR, MINYEAR, date

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def add_months(day: date, months: int) -> date:
    """The same day so many months later (or earlier); the month's last day where there is none.

    A day beyond the calendar's first or last year is the calendar's first or last day.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, _last_day(year, month)))


def _last_day(year: int, month: int) -> int:
    """How many days the month (from 0) of a year has."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 1 and leap else _LENGTHS[month]
