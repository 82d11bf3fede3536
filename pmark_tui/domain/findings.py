"""Own findings (指摘事項): their clock, and what is still open."""

from __future__ import annotations

from datetime import date

from pmark_tui.domain.client import Client, Finding
from pmark_tui.domain.months import add_months
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.values import frozen

OPEN, OVERDUE, CLOSED = "open", "overdue", "closed"


@frozen
class FindingState:
    """A finding with its last day, None where it bears no date or the pack sets no clock."""

    finding: Finding
    due: date | None
    status: str


def finding_states(pack: Pack, client: Client, on: date | None) -> tuple[FindingState, ...]:
    """Every finding as it stands on a day, in the order of the file.

    The clock runs `findings_months` of the pack from the day of the finding; the last day itself is
    still in time. Without a day nothing is overdue.
    """
    return tuple(_state(pack, finding, on) for finding in client.findings)


def _state(pack: Pack, finding: Finding, on: date | None) -> FindingState:
    due = None
    if finding.found_on is not None and pack.findings_months:
        due = add_months(finding.found_on, pack.findings_months)
    if finding.closed is not None:
        return FindingState(finding, due, CLOSED)
    late = due is not None and on is not None and on > due
    return FindingState(finding, due, OVERDUE if late else OPEN)


def next_id(client: Client) -> str:
    """An id for one more finding: `F` and the number behind the highest one in use."""
    numbers = [int(f.id[1:]) for f in client.findings if f.id[:1] == "F" and f.id[1:].isdecimal()]
    return f"F{max(numbers, default=0) + 1}"


def with_finding(client: Client, finding: Finding) -> Client:
    """The client with this finding, in place of the one of its id where there is one."""
    rows = {f.id: f for f in client.findings} | {finding.id: finding}
    return client.changed(findings=tuple(rows.values()))
