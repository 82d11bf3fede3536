"""A client in a row: the figures are the score's, the days are those still of interest."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from pmark_tui.domain.client import Finding
from pmark_tui.domain.scoring import score
from pmark_tui.domain.summary import Due, good_until, summarise
from pmark_tui.domain.window import Window
from tests.domain.small import TODAY, all_yes, client, small


def with_due(held, **days):
    """The client with a last day beside answers that are there."""
    answers = {key: replace(a, due=days.get(key, a.due)) for key, a in held.answers.items()}
    return held.changed(answers=answers)


def test_the_figures_are_those_of_the_score():
    pack, held = small(), all_yes(small())
    row, scored = summarise(pack, held, TODAY), score(pack, held, TODAY)
    assert (row.name, row.answered, row.asked) == ("例", scored.answered, scored.asked)
    assert [(s.id, s.low, s.high, s.status) for s in row.steps] == [
        (s.step.id, s.low, s.high, s.status) for s in scored.steps
    ]
    assert row.blocked == 0
    assert row.ready == sum(s.status == "ready" for s in scored.steps)


def test_a_task_is_due_until_its_answer_holds():
    pack = small()
    first, second = (q.id for q in pack.questions[:2])
    held = client({first: "no", second: "yes"})
    held = with_due(held, **{first: date(2026, 12, 1), second: date(2026, 12, 2)})
    assert summarise(pack, held, TODAY).due == (Due(date(2026, 12, 1), "task", first),)


def test_overdue_comes_apart_from_what_is_next():
    pack = small()
    first, second = (q.id for q in pack.questions[:2])
    held = client({first: "no", second: "partial"}, target=date(2027, 4, 1))
    held = with_due(held, **{first: date(2026, 11, 22), second: TODAY})
    row = summarise(pack, held, TODAY)
    assert row.overdue == (Due(date(2026, 11, 22), "task", first),)
    assert row.next == Due(TODAY, "task", second)
    assert row.due[-1] == Due(date(2027, 4, 1), "target")


def test_a_renewal_has_its_window_and_its_end():
    window = Window(date(2026, 8, 1), date(2026, 11, 30), date(2026, 11, 30), month_end=False)
    held = client({}, kind="renewal", expires=date(2027, 3, 31))
    open_now = summarise(small(), held, TODAY, window)
    assert [(d.kind, str(d.on)) for d in open_now.due] == [
        ("window_closes", "2026-11-30"),
        ("expires", "2027-03-31"),
    ]
    before = summarise(small(), held, date(2026, 7, 1), window)
    assert before.next == Due(date(2026, 8, 1), "window_opens")


def test_a_finding_is_due_until_it_is_closed():
    pack = small()
    clause = pack.clauses[0].id
    findings = (
        Finding("F1", clause, "a", found_on=date(2026, 10, 1)),
        Finding("F2", clause, "b", found_on=date(2026, 10, 1), closed=date(2026, 10, 9)),
        Finding("F3", clause, "c"),
    )
    row = summarise(pack, client({}).changed(findings=findings), TODAY)
    assert [d.subject for d in row.due] == (["F1"] if pack.findings_months else [])


def test_the_latest_answer_is_the_one_that_counts():
    pack = small()
    first, second = (q.id for q in pack.questions[:2])
    held = client({first: "no", second: "yes"})
    answers = dict(held.answers)
    answers[first] = replace(answers[first], at=datetime(2026, 11, 1, 9), flagged=True)
    answers[second] = replace(answers[second], at=datetime(2026, 11, 2, 9), parked=True)
    row = summarise(pack, held.changed(answers=answers), TODAY)
    assert row.answered_at == datetime(2026, 11, 2, 9)
    assert (row.flagged, row.parked) == (1, 1)
    assert summarise(pack, client({}), TODAY).answered_at is None


def test_a_summary_holds_until_a_finding_is_overdue_or_a_window_opens():
    pack = small()  # findings are to be closed within three months
    window = Window(date(2027, 1, 1), date(2027, 4, 30), date(2027, 4, 30), month_end=False)
    assert good_until(pack, client({}), TODAY) == date.max
    assert good_until(pack, client({}), TODAY, window) == date(2027, 1, 1)
    found = client({}).changed(findings=(Finding("F1", "1.1", "x", found_on=date(2026, 9, 30)),))
    assert good_until(pack, found, TODAY, window) == date(2026, 12, 30)
    closed = replace(found.findings[0], closed=TODAY)
    assert good_until(pack, found.changed(findings=(closed,)), TODAY) == date.max


_days = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(
    found=st.lists(st.tuples(_days, st.booleans()), max_size=3),
    first=st.none() | _days,
    on=_days,
    later=st.integers(0, 400),
)
def test_what_still_holds_on_a_later_day_is_what_that_day_would_say(found, first, on, later):
    pack, held = small(), all_yes(small())
    findings = (
        Finding(f"F{n}", "1.1", "x", found_on=day, closed=day if closed else None)
        for n, (day, closed) in enumerate(found)
    )
    held = held.changed(findings=tuple(findings))
    window = first and Window(first, first + timedelta(120), first + timedelta(120), False)
    day = min(on + timedelta(later), good_until(pack, held, on, window))
    assert summarise(pack, held, day, window) == replace(summarise(pack, held, on, window), on=day)
