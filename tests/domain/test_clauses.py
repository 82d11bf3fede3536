"""Status by the worst answer, sides apart, chapters; certainty and progress beside it."""

from dataclasses import replace

import pytest

from pmark_tui.domain.clauses import ClauseState, chapter_states, clause_states
from pmark_tui.domain.client import Client
from tests.domain.small import all_yes, client, shipped, small


def state(held: Client, clause: str) -> ClauseState:
    (one,) = (s for s in clause_states(small(), held) if s.clause.id == clause)
    return one


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({}, "check"),
        ({"1.1-1": "yes", "1.1-2": "yes", "1.1-3": "yes"}, "fit"),
        ({"1.1-1": "yes", "1.1-2": "partial", "1.1-3": "yes"}, "partial"),
        ({"1.1-1": "yes", "1.1-2": "partial"}, "check"),
        ({"1.1-1": "yes", "1.1-2": "partial", "1.1-3": "maybe"}, "check"),
        ({"1.1-1": "no"}, "unfit"),
        ({"1.1-1": "unknown", "1.1-2": "yes", "1.1-3": "yes"}, "check"),
    ],
)
def test_the_worst_answer_decides(values: dict[str, str], status: str) -> None:
    assert state(client(values), "1.1").whole.status == status


def test_the_sides_have_a_status_of_their_own() -> None:
    one = state(client({"1.1-1": "no", "1.1-2": "yes", "1.1-3": "yes"}), "1.1")
    assert one.written and one.practised
    assert (one.written.status, one.practised.status) == ("unfit", "fit")
    assert (one.written.tally.low, one.practised.tally.low) == (0.0, 1.0)
    assert (one.whole.tally.answered, one.whole.tally.asked) == (3, 3)


def test_a_side_that_is_not_looked_at_has_none() -> None:
    assert state(client({}), "2.1").written is None


def test_excluded_and_left_out_clauses_are_out() -> None:
    excluded = state(client({"2.2-1": "na"}), "2.2")
    assert (excluded.whole.status, excluded.left_out) == ("out", False)
    assert excluded.whole.tally.excluded == 1
    left_out = state(client({}), "2.3")
    assert (left_out.whole.status, left_out.left_out) == ("out", True)


def test_an_exclusion_does_not_hide_a_worse_answer() -> None:
    both = {"2.2-1": "na", "2.2-2": "no"}
    assert state(client(both, flags=("cameras",)), "2.2").whole.status == "unfit"


def test_certainty_stands_beside_the_status() -> None:
    held = client({"1.1-1": "yes", "1.1-2": "yes"})
    held = held.with_answer("1.1-1", replace(held.answer("1.1-1"), certainty="document"))
    one = state(held, "1.1")
    assert one.whole.certainty == {"": 1, "said": 0, "document": 1, "record": 0, "seen": 0}
    assert one.written is not None
    assert one.written.certainty["document"] == 1


def test_a_chapter_counts_its_clauses_by_status() -> None:
    states = clause_states(small(), client({"2.1-1": "yes", "2.1-2": "yes", "2.2-1": "no"}))
    first, second = chapter_states(small(), states)
    assert first.statuses == {"fit": 0, "partial": 0, "unfit": 0, "check": 2, "out": 0}
    assert second.statuses == {"fit": 1, "partial": 0, "unfit": 1, "check": 0, "out": 1}
    # 2.1-1 (3), 2.1-2 (1) held, 2.2-1 (1) not
    assert (second.whole.tally.low, second.whole.tally.high) == (4 / 5, 4 / 5)
    assert second.whole.status == "unfit"
    assert second.written is not None and second.written.tally.low == 0.0


def test_every_clause_of_the_shipped_pack_holds_where_all_is_yes() -> None:
    pack = shipped()
    held = all_yes(pack, kind="renewal", flags=tuple(flag.id for flag in pack.flags))
    assert {s.whole.status for s in clause_states(pack, held)} == {"fit"}
    bare = clause_states(pack, all_yes(pack))
    left_out = {s.clause.id for s in bare if s.left_out}
    assert {s.clause.id for s in bare if s.whole.status == "out"} == left_out
    assert "J.8.7" in left_out
