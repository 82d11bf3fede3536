"""Which days are closed: weekend, public holiday, or the closure over New Year.

The rule is data (`questionnaires/privacymark/closed_days.toml`); public holidays come from
`jpholiday`, imported only for a day on which nothing else decides (docs/dependencies.md).
"""

from __future__ import annotations

from datetime import date
from functools import cache

from pmark_tui.store import shipped


def is_closed(day: date) -> bool:
    """Whether offices are closed on this day: a period ending on it ends on the next open one."""
    weekdays, year_end, new_year = _rule()
    month_day = day.isoformat()[-5:]
    if day.isoweekday() in weekdays or month_day >= year_end or month_day <= new_year:
        return True
    return _is_public_holiday(day)


@cache
def _rule() -> tuple[tuple[int, ...], str, str]:
    """Closed weekdays (ISO), and first and last month-day of the closure over New Year."""
    weekdays, year_end, new_year, *_ = shipped.load("closed_days", "ClosedDaysFile", list)
    return tuple(weekdays), year_end, new_year


@cache
def _is_public_holiday(day: date) -> bool:
    from jpholiday import is_holiday

    return bool(is_holiday(day))
