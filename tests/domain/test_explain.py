"""Where a step's figures come from; the worked example stands in docs/scoring.md."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_tui.domain.explain import apportion, explain, half_up
from pmark_tui.domain.scoring import score
from tests.domain.small import all_yes, client, shipped, small

SHARES = st.lists(st.fractions(min_value=0, max_value=1000), min_size=1, max_size=12)


@given(SHARES, st.booleans())
def test_apportioned_parts_add_up_and_are_never_a_whole_off(
    shares: list[Fraction], up: bool
) -> None:
    exact = sum(shares, Fraction())
    total = -int(-exact // 1) if up else int(exact // 1)
    parts = apportion(shares, total)
    assert sum(parts) == total
    assert all(abs(part - share) < 1 for part, share in zip(parts, shares, strict=True))
    assert all(part == 0 for part, share in zip(parts, shares, strict=True) if share == 0)


def test_the_largest_remainder_gets_what_is_missing_and_ties_go_to_the_first() -> None:
    thirds = [Fraction(100, 3)] * 3
    assert apportion(thirds, 100) == [34, 33, 33]
    assert apportion([Fraction("1.2"), Fraction("1.9"), Fraction("1.9")], 5) == [1, 2, 2]
    assert apportion([Fraction("0.5"), Fraction("0.5")], 1) == [1, 0]


@pytest.mark.parametrize(("number", "rounded"), [("0.5", 1), ("1.5", 2), ("1.49", 1), ("2", 2)])
def test_a_half_goes_up(number: str, rounded: int) -> None:
    assert half_up(Fraction(number)) == rounded


def test_the_answers_behind_each_share_are_all_there() -> None:
    found = explain(small(), client({"1.1-2": "yes", "2.1-2": "na"}), "do")
    assert [share.clause.id for share in found.clauses] == ["1.1", "1.2", "2.1"]
    assert [[p.question.id for p in share.points] for share in found.clauses] == [
        ["1.1-2", "1.1-3"],
        ["1.2-2"],
        ["2.1-1"],
    ]
    assert [p.question.id for p in found.excluded] == ["2.1-2"]


def test_what_blocks_comes_first_then_what_adds_most() -> None:
    # do, no flags, without 2.1-2: 1.1-2 (2), 1.1-3 (1), 1.2-2 (3), 2.1-1 (3) = 9
    held = client({"1.1-2": "no", "1.1-3": "yes", "1.2-2": "no", "2.1-1": "yes", "2.1-2": "na"})
    changes = explain(small(), held, "do").changes
    assert [(c.question.id, c.unblocks) for c in changes] == [("1.2-2", True), ("1.1-2", False)]
    assert [c.adds for c in changes] == [3 / 9, 2 / 9]
    before = score(small(), held).step("do").low
    for change in changes:
        better = client({k: a.value for k, a in held.answers.items()} | {change.question.id: "yes"})
        assert score(small(), better).step("do").low == pytest.approx(before + change.adds)


def test_nothing_to_change_where_all_is_well() -> None:
    for step in shipped().steps:
        found = explain(shipped(), all_yes(shipped()), step.id)
        assert (found.low, found.high, found.changes, found.excluded) == (1000, 1000, (), ())


def test_a_step_without_questions_has_no_shares() -> None:
    excluded = {"1.2-3": "na", "2.2-1": "na", "2.1-2": "na"}
    found = explain(small(), client(excluded), "plan")
    assert [share.clause.id for share in found.clauses] == ["1.1", "1.2"]
    only = [q for q in small().questions if q.id == "2.2-1"]
    found = explain(replace(small(), questions=tuple(only)), client(excluded), "plan")
    assert (found.low, found.high, found.clauses) == (0, 1000, ())
    assert [p.question.id for p in found.excluded] == ["2.2-1"]
