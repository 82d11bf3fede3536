"""What moved between two states; two real files are compared in tests/cli/test_compare.py."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_tui.domain.checks import check
from pmark_tui.domain.client import Client, Finding
from pmark_tui.domain.compare import Comparison, State, compare, trend
from pmark_tui.domain.points import point
from pmark_tui.domain.scoring import score
from tests.domain.small import TODAY, clients, small
from tests.domain.small import client as answered

CLIENTS = clients(small())


def between(old: Client, new: Client) -> Comparison:
    return compare(State(small(), old, TODAY), State(small(), new, TODAY))


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("no", "yes", "closed"),
        ("partial", "yes", "closed"),
        ("maybe", "yes", "closed"),
        ("no", "partial", "better"),
        ("partial", "no", "worse"),
        ("", "yes", "confirmed"),
        ("unknown", "yes", "confirmed"),
        ("", "no", "found"),
        ("unknown", "partial", "found"),
        ("yes", "partial", "opened"),
        ("na", "no", "opened"),
        ("yes", "unknown", "reopened"),
        ("no", "", "reopened"),
        ("na", "", "reopened"),
        ("yes", "na", "excluded"),
        ("", "na", "excluded"),
        ("na", "yes", "counted"),
        ("", "unknown", ""),
        ("yes", "yes", ""),
        ("na", "na", ""),
    ],
)
def test_how_an_answer_moved(old: str, new: str, kind: str) -> None:
    moved = between(answered({"2.1-2": old}), answered({"2.1-2": new})).answers
    assert [(m.question, m.old, m.new, m.kind) for m in moved] == (
        [("2.1-2", old, new, kind)] if kind else []
    )


def test_questions_that_only_one_of_them_is_asked() -> None:
    old = answered({"2.2-2": "no"}, flags=("cameras",))
    new = answered({"2.3-1": "no"}, flags=("cloud",))
    assert [(m.question, m.kind) for m in between(old, new).answers] == [
        ("2.3-1", "opened"),
        ("2.2-2", "dropped"),
    ]
    assert [(m.question, m.kind) for m in between(new, old).answers] == [
        ("2.2-2", "opened"),
        ("2.3-1", "dropped"),
    ]
    asked = between(answered({}), answered({}, flags=("cloud",)))
    assert [(m.question, m.kind) for m in asked.answers] == [("2.3-1", "added")]
    assert [(m.field, m.old, m.new) for m in asked.profile] == [("flags", (), ("cloud",))]


def test_blockers_that_came_and_went_stand_at_their_steps() -> None:
    found = between(answered({"1.2-2": "no"}), answered({"2.1-1": "no"}, workers=1))
    moved = {m.step.id: (m.gone, m.come) for m in found.steps}
    assert moved == {
        "plan": ((), ()),
        "do": (("1.2-2",), ("profile.workers", "2.1-1")),
        "keep": ((), ("2.1-1",)),
    }


def test_each_state_is_seen_on_its_own_day() -> None:
    finding = Finding("F1", "1.1", "x", found_on=date(2026, 8, 23))
    held = answered({}).changed(findings=(finding,))
    old, new = State(small(), held, date(2026, 11, 23)), State(small(), held, date(2026, 11, 24))
    keep = compare(old, new).steps[-1]
    assert (keep.gone, keep.come) == ((), ("finding.F1",))
    assert [score.steps[-1].status for _, score in trend([old, new])] == ["open", "blocked"]


def test_another_version_of_the_pack_is_compared_by_id() -> None:
    pack = small()
    changed = tuple(
        replace(
            q,
            text=replace(q.text, en="Other words?"),
            steps=tuple(step for step in q.steps if step != "plan"),
        )
        for q in pack.questions
        if q.steps != ("plan",)
    )
    newer = replace(pack, version="2.0.0", questions=changed, steps=pack.steps[1:])
    held = answered({"1.1-1": "no", "1.1-2": "no", "1.2-2": "yes"})
    found = compare(State(pack, held, TODAY), State(newer, held, TODAY))
    # the three questions that counted for the step that is gone; other words change nothing
    assert {(m.question, m.kind) for m in found.answers} == {
        (question, "dropped") for question in ("1.1-1", "1.2-1", "2.2-1")
    }
    gone = found.steps[-1]
    assert (gone.step.id, gone.new, gone.gone) == ("plan", None, ("1.1-1",))


@given(CLIENTS)
def test_nothing_moves_between_a_client_and_itself(client: Client) -> None:
    found = between(client, client)
    assert (found.answers, found.profile, found.findings_new, found.findings_closed) == ((),) * 4
    assert all(m.old == m.new and not m.gone and not m.come for m in found.steps)


@given(CLIENTS, CLIENTS)
def test_every_move_is_told_from_both_ends(old: Client, new: Client) -> None:
    found, back = between(old, new), between(new, old)
    assert {m.question for m in found.answers} == {m.question for m in back.answers}
    assert {m.field for m in found.profile} == {m.field for m in back.profile}
    assert found.old_score == score(small(), old, TODAY)
    gaps_now = {m.question for m in found.answers if m.kind in ("opened", "found")}
    for question in gaps_now:
        assert point(small(), new, small().question[question]).short


@given(CLIENTS, st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_any_client_can_be_checked(client: Client, on: date) -> None:
    assert all(remark.where and remark.rule for remark in check(small(), client, on))
