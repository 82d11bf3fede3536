"""The record of one incident: what was done when, beside what is still to do."""

from __future__ import annotations

from datetime import date, datetime

from pmark_tui.domain.incident_duties import Due, Duty, Guide
from pmark_tui.domain.values import frozen, replace
from pmark_tui.errors import BadInput

LOG = "log"
"""What a line of the log is noted under that belongs to no duty and no deadline."""


@frozen
class Done:
    """Something that was done: `what` is the id of a duty or of a deadline, or LOG; `at` is local time."""

    what: str
    at: datetime
    who: str = ""
    note: str = ""


@frozen
class IncidentRecord:
    """One incident. The fields are the keys of its file (NAME.incident.toml)."""

    title: str
    known_on: date
    malicious: bool = False
    my_number: bool = False
    persons: int | None = None
    items: tuple[str, ...] = ()
    closed: date | None = None
    done: tuple[Done, ...] = ()

    def with_done(self, entry: Done) -> IncidentRecord:
        """The record with one more entry, in the order of time."""
        return replace(self, done=tuple(sorted((*self.done, entry), key=lambda d: d.at)))

    def without(self, entry: Done) -> IncidentRecord:
        """The record without an entry."""
        return replace(self, done=tuple(d for d in self.done if d is not entry))

    def entries(self, what: str) -> tuple[Done, ...]:
        """What was noted under a duty or a deadline."""
        return tuple(d for d in self.done if d.what == what)


@frozen
class DueState:
    """A deadline, when it was met, and whether its last day or yardstick passed without that."""

    due: Due
    done: tuple[Done, ...]
    late: bool


@frozen
class DutyState:
    """A duty and what was noted under it."""

    duty: Duty
    done: tuple[Done, ...]


def due_states(record: IncidentRecord, guide: Guide, on: date) -> tuple[DueState, ...]:
    """Every deadline of the incident as it stands on a day."""
    out = []
    for due in guide.dues:
        done = record.entries(due.deadline.id)
        last = due.due or due.end
        out.append(DueState(due, done, late=not done and last is not None and last < on))
    return tuple(out)


def duty_states(record: IncidentRecord, guide: Guide) -> tuple[DutyState, ...]:
    """Every duty of the incident with what was noted under it."""
    return tuple(DutyState(duty, record.entries(duty.id)) for duty in guide.duties)


def check_what(guide: Guide, what: str) -> str:
    """`what` itself if it names a duty or a deadline of this incident, or is LOG.

    Raises:
        BadInput: it names neither.
    """
    known = [d.id for d in guide.duties] + [d.deadline.id for d in guide.dues] + [LOG]
    if what not in known:
        raise BadInput("incident_step_unknown", found=what, allowed=", ".join(known))
    return what
