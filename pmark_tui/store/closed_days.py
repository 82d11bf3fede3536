"""Which days are closed: weekend, public holiday, or the closure over New Year.

The rule is data (`questionnaires/privacymark/closed_days.toml`); public holidays come from
`jpholiday`, imported once for each year that is asked for (docs/dependencies.md).
"""

from __future__ import annotations

import os
import sys
from datetime import date
from functools import cache

from pmark_tui.store import cache as compiled
from pmark_tui.store import shipped

_LIBRARY = ("jpholiday", "__init__.py")


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


def _is_public_holiday(day: date) -> bool:
    return day.isoformat() in _public_holidays(day.year)


@cache
def _public_holidays(year: int) -> frozenset[str]:
    """The holidays of a year, kept compiled while the library that knows them stays the same."""
    library = next(filter(os.path.isfile, (os.path.join(p, *_LIBRARY) for p in sys.path)), None)
    if library is None:
        return frozenset(_from_library(year))
    state, entry = compiled.signature((library,)), f"holidays-{year}"
    held = compiled.read(entry, state)
    if held is None:
        held = _from_library(year)
        compiled.write(entry, state, held)
    return frozenset(held)


def _from_library(year: int) -> list[str]:
    from jpholiday import is_holiday

    first, after = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1
    after = min(after, date.max.toordinal() - 1)  # it looks at the days that follow, too
    days = map(date.fromordinal, range(first, after))
    return [day.isoformat() for day in days if is_holiday(day)]
