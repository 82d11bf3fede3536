"""Which days are closed: weekend, public holiday, or the closure over New Year.

The rule is data (`questionnaires/privacymark/closed_days.toml`); public holidays come from `jpholiday`,
imported only for a day on which nothing else is decided (docs/dependencies-calendar.md).
"""

from __future__ import annotations

import os
from datetime import date
from functools import cache
from typing import Any

from pmark_tui.store import cache as compiled
from pmark_tui.store import paths


def is_closed(day: date) -> bool:
    """Whether offices are closed on this day, so that a period ending on it ends on the next open day."""
    weekdays, year_end, new_year = _rule()
    month_day = day.isoformat()[-5:]
    if day.isoweekday() in weekdays or month_day >= year_end or month_day <= new_year:
        return True
    return _is_public_holiday(day)


@cache
def _rule() -> tuple[tuple[int, ...], str, str]:
    """Closed weekdays (ISO), and first and last month-day of the closure over New Year."""
    path = os.path.join(paths.shipped(), "privacymark", "closed_days.toml")
    state = compiled.signature((path,))
    held: dict[str, Any] | None = compiled.read("closed-days", state)
    if held is None:
        held = _from_source(path)
        compiled.write("closed-days", state, held)
    return tuple(held["weekdays"]), held["year_end"], held["new_year"]


def _from_source(path: str) -> dict[str, Any]:
    from pmark_tui.store.pack_sources import read_toml
    from pmark_tui.store.schema import validate
    from pmark_tui.store.schema_incidents import ClosedDaysFile

    text, data = read_toml(path, "privacymark/closed_days.toml")
    file = validate(ClosedDaysFile, data, "privacymark/closed_days.toml", text)
    return {"weekdays": file.weekdays, "year_end": file.year_end, "new_year": file.new_year}


@cache
def _is_public_holiday(day: date) -> bool:
    from jpholiday import is_holiday

    return bool(is_holiday(day))
