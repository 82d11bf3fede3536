"""Renewal windows, planning forward and back, deadlines after the audit, .ics and Mermaid."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from pmark_tui.domain.after import deadlines, events_of
from pmark_tui.domain.client import Client, Finding, Profile
from pmark_tui.domain.plan import NEXT_WINDOW, plan_back, plan_forward
from pmark_tui.domain.window import renewal_window
from pmark_tui.errors import BadInput
from pmark_tui.report.calendar_gantt import to_gantt
from pmark_tui.report.calendar_ics import to_ics
from pmark_tui.store.closed_days import is_closed
from pmark_tui.store.scheme import calendar_rules
from pmark_tui.texts import money

# Days by hand: the end date, then first and last day for filing.
WINDOWS = [
    (date(2024, 12, 1), date(2024, 4, 2), date(2024, 8, 1)),  # JIPDEC's own example
    (date(2025, 1, 14), date(2024, 5, 15), date(2024, 9, 17)),  # Sat 14, holiday Mon 16
    (date(2027, 8, 31), date(2027, 1, 1), date(2027, 4, 30)),  # no 31 April
    (date(2026, 6, 30), date(2025, 10, 31), date(2026, 3, 2)),  # 28 February is a Saturday
    (date(2028, 6, 29), date(2027, 10, 30), date(2028, 2, 29)),  # leap year
    (date(2027, 6, 29), date(2026, 10, 30), date(2027, 3, 1)),  # 28 February is a Sunday
    (date(2026, 10, 31), date(2026, 3, 1), date(2026, 6, 30)),  # no 31 February, no 31 June
    (date(2027, 4, 30), date(2026, 8, 31), date(2027, 1, 4)),  # New Year closure
    (date(2026, 9, 4), date(2026, 1, 5), date(2026, 5, 7)),  # Golden Week
]


def weekends(day):
    return day.weekday() >= 5


def never(day):
    return False


@pytest.mark.parametrize(("expires", "first", "last"), WINDOWS)
def test_renewal_window(expires, first, last):
    window = renewal_window(calendar_rules().window, expires, is_closed)
    assert (window.first, window.last) == (first, last)


def test_a_window_says_when_it_moved_or_met_a_month_end():
    rule = calendar_rules().window
    plain = renewal_window(rule, date(2024, 12, 1), is_closed)
    assert (plain.moved, plain.month_end) == (False, False)
    moved = renewal_window(rule, date(2025, 1, 14), is_closed)
    assert (moved.moved, moved.by_rule) == (True, date(2024, 9, 14))
    assert renewal_window(rule, date(2026, 6, 30), never).month_end
    assert not renewal_window(rule, date(2028, 6, 29), never).month_end


@pytest.mark.parametrize("kind", ["new", "renewal"])
@settings(max_examples=60, deadline=None)
@given(
    target=st.dates(date(2026, 1, 1), date(2031, 12, 31)), closed=st.sampled_from([weekends, never])
)
def test_back_and_forward_agree(kind, target, closed):
    """Starting on the day found reaches the target; starting a day later would miss it."""
    rules = calendar_rules()
    back = plan_back(rules, closed, target, kind)
    assert back.reaches <= target
    forward = plan_forward(rules, closed, back.start_by, kind)
    assert forward.milestones == back.milestones
    assert forward.target == back.reaches
    late = plan_forward(rules, closed, back.start_by + timedelta(days=1), kind)
    assert late.reaches > target
    assert back.start_if_long <= back.start_by <= back.start_if_short


@pytest.mark.parametrize("kind", ["new", "renewal"])
@settings(max_examples=60, deadline=None)
@given(start=st.dates(date(2026, 1, 1), date(2031, 12, 31)))
def test_no_milestone_before_the_one_it_needs(kind, start):
    rules = calendar_rules()
    plan = plan_forward(rules, weekends, start, kind)
    days = {one.id: one for one in plan.milestones}
    for phase in rules.phases(kind):
        one = days[phase.id]
        assert start <= one.first <= one.last
        assert one.earliest <= one.last <= one.latest
        for need in phase.needs:
            if need in days:
                assert one.first >= days[need].last
        if phase.open_day:
            assert not weekends(one.last)


def test_a_plan_by_hand():
    """Usual lengths from Thursday 2026-01-01, no day closed."""
    plan = plan_forward(calendar_rules(), never, date(2026, 1, 1), "new")
    got = {one.id: (one.first, one.last) for one in plan.milestones}
    assert got == {
        "build": (date(2026, 1, 1), date(2026, 4, 1)),
        "operate": (date(2026, 4, 1), date(2026, 5, 1)),
        "train": (date(2026, 4, 1), date(2026, 4, 15)),
        "audit": (date(2026, 5, 1), date(2026, 5, 15)),
        "review": (date(2026, 5, 15), date(2026, 5, 22)),
        "papers": (date(2026, 5, 22), date(2026, 5, 29)),
        "apply": (date(2026, 5, 29), date(2026, 5, 29)),
        "document": (date(2026, 5, 29), date(2026, 7, 29)),
        "onsite": (date(2026, 7, 29), date(2026, 8, 29)),
        "findings": (date(2026, 8, 29), date(2026, 9, 29)),
        "decide": (date(2026, 9, 29), date(2026, 10, 29)),
        "grant": (date(2026, 10, 29), date(2026, 11, 12)),
        # granted 2026-11-12, so it ends on 2028-11-11
        NEXT_WINDOW: (date(2028, 3, 12), date(2028, 7, 11)),
    }
    assert plan.reaches == plan.target == date(2026, 11, 12)
    grant = plan.milestones[-2]
    assert (grant.earliest, grant.latest) == (date(2026, 7, 20), date(2027, 6, 30))


def test_a_renewal_counts_back_from_the_last_day_of_its_window():
    plan = plan_back(calendar_rules(), is_closed, None, "renewal", date(2024, 12, 1))
    assert plan.window is not None
    assert plan.target == date(2024, 8, 1)
    apply = next(one for one in plan.milestones if one.id == "apply")
    assert apply.last == plan.reaches <= date(2024, 8, 1)
    following = plan.milestones[-1]
    assert (following.first, following.last) == (
        date(2026, 4, 2),
        date(2026, 8, 3),
    )  # 1st: Saturday
    assert "build" not in {one.id for one in plan.milestones}


def test_notes_say_what_is_late_or_outside():
    rules = calendar_rules()

    def said(plan):
        return "\n".join(money.say(note, "en") for note in plan.notes)

    late = plan_back(rules, never, date(2026, 12, 1), "new", today=date(2026, 11, 23))
    assert "days ago" in said(late)
    early = plan_back(rules, never, date(2024, 3, 1), "renewal", date(2024, 12, 1))
    assert "outside the renewal window" in said(early)
    over = plan_back(rules, never, None, "renewal", date(2024, 12, 1), today=date(2024, 9, 1))
    assert rules.window.late.en in said(over)
    assert "no official lengths" in said(over)
    month_end = plan_back(rules, never, None, "renewal", date(2026, 6, 30))
    assert "last day is used" in said(month_end)


def test_refuses_what_cannot_be_planned():
    rules = calendar_rules()
    with pytest.raises(BadInput, match="count back"):
        plan_back(rules, never, None, "new")
    with pytest.raises(BadInput, match="9999"):
        plan_back(rules, never, date(9999, 12, 31), "new")
    with pytest.raises(BadInput, match="0001"):
        plan_forward(rules, never, date(1, 1, 1), "new")
    with pytest.raises(BadInput, match="first"):
        plan_forward(rules, never, date(2026, 1, 1), "first")


def test_deadlines_after_the_audit():
    """Three months for the findings, one for further ones and the fee, three for the contract."""
    events = {
        "findings": date(2026, 11, 30),
        "further-findings": date(2027, 1, 31),
        "contract-papers": date(2027, 4, 9),
        "decision": date(2027, 4, 1),
    }
    found = {d.rule.id: d for d in deadlines(calendar_rules(), events, weekends)}
    assert {key: d.due for key, d in found.items()} == {
        "findings": date(2027, 2, 28),
        "further-findings": date(2027, 2, 28),
        "fee": date(2027, 5, 9),
        "contract": date(2027, 7, 1),
    }
    assert found["findings"].month_end
    assert found["findings"].on_closed_day
    assert not found["contract"].month_end
    with pytest.raises(BadInput, match="party"):
        deadlines(calendar_rules(), {"party": date(2026, 1, 1)}, never)


def test_open_findings_start_the_clock_at_the_earliest():
    findings = (
        Finding("F1", "", "", found_on=date(2026, 5, 1), closed=date(2026, 6, 1)),
        Finding("F2", "", "", found_on=date(2026, 5, 20)),
        Finding("F3", "", "", found_on=date(2026, 5, 10)),
        Finding("F4", "", ""),
    )
    client = Client(Profile("x", "service", 5), "p", "1.0.0", date(2026, 1, 1), findings=findings)
    assert events_of(client) == {"findings": date(2026, 5, 10)}
    assert events_of(client.changed(findings=())) == {}


NAMES = ["株式会社見本", "A; B, C\\D\nE:F", "長い名前" * 30]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_ics_is_read_back_by_another_library(name, lang):
    plan = plan_back(calendar_rules(), weekends, None, "renewal", date(2027, 8, 31))
    written = to_ics(plan, name, date(2026, 11, 23), lang)
    assert written == to_ics(plan, name, date(2026, 11, 23), lang)
    for line in written.split("\r\n"):
        assert len(line.encode()) <= 75
        assert "\n" not in line
    calendar = Calendar.from_ical(written)
    assert plan.window is not None
    events = {str(e["UID"]).rsplit("-", 1)[0]: e for e in calendar.walk("VEVENT")}
    assert events["window"]["DTSTART"].dt == plan.window.first
    assert events["window"]["DTEND"].dt == plan.window.last + timedelta(days=1)
    for one in plan.milestones:
        event = events[one.id]
        assert event["DTSTART"].dt == one.first
        assert event["DTEND"].dt == one.last + timedelta(days=1)
        assert event["SUMMARY"] == f"{name}: {money.say(one.title, lang)}"
    assert len(events) == len(plan.milestones) + 1


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_gantt_has_a_line_for_each_milestone(lang):
    plan = plan_back(calendar_rules(), weekends, None, "renewal", date(2027, 8, 31))
    lines = to_gantt(plan, lang).splitlines()
    assert lines[0] == "gantt"
    tasks = [line for line in lines if " :" in line]
    assert len(tasks) == len(plan.milestones) + 1
    assert all(line.count(":") == 1 for line in tasks)
    assert any(":milestone, apply, " in line for line in tasks)
