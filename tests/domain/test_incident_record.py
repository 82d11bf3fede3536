"""What was done when, and what is late."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from pmark_tui.domain.incident_duties import guide
from pmark_tui.domain.incident_record import (
    Done,
    IncidentRecord,
    check_what,
    due_states,
    duty_states,
)
from pmark_tui.errors import BadInput
from pmark_tui.store.closed_days import is_closed
from pmark_tui.store.incidents import duties

KNOWN = date(2026, 11, 23)
GUIDE = guide(duties(), KNOWN, is_closed)


def late(record: IncidentRecord, on: date) -> set[str]:
    return {s.due.deadline.id for s in due_states(record, GUIDE, on) if s.late}


def test_late_only_after_the_last_day_and_never_once_done() -> None:
    record = IncidentRecord("試験", KNOWN)
    first = {"appi_preliminary", "pmark_preliminary", "appi_contractor"}
    assert late(record, date(2026, 11, 27)) == set()
    assert late(record, date(2026, 11, 28)) == first
    assert late(record, date(2026, 12, 22)) == first
    assert late(record, date(2026, 12, 23)) == first | {"appi_final", "pmark_final"}
    done = record.with_done(Done("appi_preliminary", datetime.fromisoformat("2026-11-25T09:00")))
    assert late(done, date(2026, 11, 28)) == first - {"appi_preliminary"}


def test_entries_stand_in_the_order_of_time() -> None:
    record = IncidentRecord("試験", KNOWN)
    for hour, what in ((12, "facts"), (9, "contain"), (15, "facts")):
        record = record.with_done(Done(what, datetime.fromisoformat(f"2026-11-23T{hour:02}:00")))
    assert [d.what for d in record.done] == ["contain", "facts", "facts"]
    done = {s.duty.id: len(s.done) for s in duty_states(record, GUIDE)}
    assert (done["contain"], done["facts"], done["ppc"]) == (1, 2, 0)


def test_only_duties_and_deadlines_can_be_done() -> None:
    assert check_what(GUIDE, "pmark_final") == "pmark_final"
    assert check_what(GUIDE, "litigation") == "litigation"
    for nothing in ("mynumber", "", "J.4.4.2"):
        with pytest.raises(BadInput):
            check_what(GUIDE, nothing)
