"""When a renewal may be filed: from eight months before the end date to four months before it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from pmark_tui.domain.calendar_rules import WindowRule
from pmark_tui.domain.months import add_months
from pmark_tui.domain.values import frozen

IsClosed = Callable[[date], bool]
"""Whether offices are closed on a day."""


@frozen
class Window:
    """First and last day for filing; `by_rule` is the last day before it moved off a closed day.

    `month_end`: a month had no such day, so that its last day stands in; no source says what holds.
    """

    first: date
    last: date
    by_rule: date
    month_end: bool

    @property
    def moved(self) -> bool:
        """Whether the last day moved to the next open day."""
        return self.last != self.by_rule


def renewal_window(rule: WindowRule, expires: date, is_closed: IsClosed) -> Window:
    """The window of a mark that ends on `expires` (its last valid day)."""
    opens = add_months(expires, -rule.opens_months)
    by_rule = add_months(expires, -rule.closes_months)
    return Window(
        first=opens + timedelta(days=rule.opens_days),
        last=next_open(by_rule, is_closed),
        by_rule=by_rule,
        month_end=opens.day != expires.day or by_rule.day != expires.day,
    )


def next_open(day: date, is_closed: IsClosed) -> date:
    """The day itself if offices are open, else the next one on which they are."""
    while is_closed(day):
        day += timedelta(days=1)
    return day
