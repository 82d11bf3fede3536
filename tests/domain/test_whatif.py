"""What if: other answers, nothing saved."""

import pytest

from pmark_tui.domain.gaps import gaps
from pmark_tui.domain.scoring import score
from pmark_tui.domain.whatif import close, moves, suppose
from pmark_tui.errors import BadInput
from tests.domain.small import client, shipped, small


def test_supposed_answers_move_the_steps_and_leave_the_client_alone() -> None:
    held = client({"1.1-1": "no", "1.2-1": "yes", "1.2-2": "yes", "2.2-1": "yes"})
    after = suppose(small(), held, {"1.1-1": "yes"})
    assert held.answer("1.1-1").value == "no"
    plan = moves(small(), held, after)[0]
    assert (plan.before.status, plan.after.status) == ("blocked", "ready")
    assert (plan.before.low, plan.after.low) == (6 / 9, 1.0)
    assert plan.freed


def test_taking_an_answer_back_and_excluding_are_supposed_too() -> None:
    held = client({"2.1-2": "no"})
    assert score(small(), suppose(small(), held, {"2.1-2": ""})).step("do").low == 0.0
    assert score(small(), suppose(small(), held, {"2.1-2": "na"})).step("do").excluded == 1


@pytest.mark.parametrize("values", [{"9.9-9": "yes"}, {"1.1-1": "na"}, {"1.1-1": "never"}])
def test_what_cannot_be_is_refused(values: dict[str, str]) -> None:
    with pytest.raises(BadInput):
        suppose(small(), client({}), values)


def test_closing_the_first_gaps_closes_just_these() -> None:
    held = client({q.id: "no" for q in shipped().questions}, shipped())
    found = gaps(shipped(), held, {})
    after = close(shipped(), held, found[:10])
    left = gaps(shipped(), after, {})
    closed = {gap.question.id for gap in found[:10]}
    assert {gap.question.id for gap in left} == {g.question.id for g in found} - closed
    for move in moves(shipped(), held, after):
        assert move.after.low >= move.before.low
        assert len(move.after.blockers) <= len(move.before.blockers)


def test_closing_every_gap_frees_every_step() -> None:
    held = client({q.id: "no" for q in shipped().questions}, shipped())
    after = close(shipped(), held, gaps(shipped(), held, {}))
    assert all(move.after.low == 1.0 and move.freed for move in moves(shipped(), held, after))
