"""What is due after the audit and after the decision, counted from the day of each event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from pmark_tui.domain.calendar_rules import CalendarRules, DeadlineRule
from pmark_tui.domain.client import Client
from pmark_tui.domain.months import add_months
from pmark_tui.domain.values import frozen
from pmark_tui.domain.window import IsClosed
from pmark_tui.errors import BadInput


@frozen
class Deadline:
    """A deadline with its last day. `month_end`: the month's last day stands in for a missing one.

    `on_closed_day`: offices are closed on it; no source says that it moves, so it does not.
    """

    rule: DeadlineRule
    since: date
    due: date
    month_end: bool
    on_closed_day: bool


def deadlines(
    rules: CalendarRules, events: Mapping[str, date], is_closed: IsClosed
) -> tuple[Deadline, ...]:
    """The deadlines that the events so far have set running, soonest first.

    Raises:
        BadInput: an event that no deadline knows.
    """
    known = {rule.event for rule in rules.deadline}
    for found in events:
        if found not in known:
            raise BadInput("event_unknown", found=found, allowed=", ".join(sorted(known)))
    running = (
        _deadline(rule, events[rule.event], is_closed)
        for rule in rules.deadline
        if rule.event in events
    )
    return tuple(sorted(running, key=lambda deadline: deadline.due))


def _deadline(rule: DeadlineRule, since: date, is_closed: IsClosed) -> Deadline:
    due = add_months(since, rule.months)
    return Deadline(rule, since, due, due.day != since.day, is_closed(due))


def events_of(client: Client, event: str = "findings") -> Mapping[str, date]:
    """The event that the client's open findings set running: the earliest day of one of them."""
    days: Iterable[date] = (
        finding.found_on
        for finding in client.findings
        if finding.found_on is not None and finding.closed is None
    )
    first = min(days, default=None)
    return {} if first is None else {event: first}
