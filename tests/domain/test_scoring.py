"""Scores of the shipped pack and of a tiny one; every number worked out by hand."""

from dataclasses import replace
from datetime import date

import pytest

from pmark_tui.domain.client import Client, Finding
from pmark_tui.domain.narrow import narrow_most
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.scoring import BLOCKED, OPEN, READY, gate_state, score, worth
from tests.domain.small import TODAY, all_yes, client, shipped, small

PACKS = pytest.mark.parametrize("pack", [small(), shipped()], ids=["small", "shipped"])
EVERY_FLAG = {"flags": tuple(flag.id for flag in shipped().flags)}


@PACKS
@pytest.mark.parametrize("kind", ["new", "renewal"])
def test_all_yes_is_whole_and_ready(pack: Pack, kind: str) -> None:
    scored = score(pack, all_yes(pack, kind=kind, flags=tuple(f.id for f in pack.flags)))
    for step in scored.steps:
        assert (step.low, step.high, step.blockers, step.status) == (1.0, 1.0, (), READY)
        assert step.answered == step.asked


@PACKS
def test_nothing_asked_is_nothing_known(pack: Pack) -> None:
    for step in score(pack, client({}, pack)).steps:
        assert (step.low, step.high, step.blockers, step.status) == (0.0, 1.0, (), OPEN)
        assert (step.answered, step.width) == (0, 1.0)


def test_every_gate_of_the_shipped_pack_blocks_its_steps_whatever_the_rest() -> None:
    pack = shipped()
    gates = 0
    for kind in ("new", "renewal"):
        best = all_yes(pack, kind=kind, **EVERY_FLAG)
        for question in pack.questions:
            if question.gates and question.id in best.answers:
                answer = replace(best.answer(question.id), value="no")
                scored = score(pack, best.with_answer(question.id, answer))
                blocked = {s.step.id for s in scored.steps if s.status == BLOCKED}
                assert blocked == set(question.gates), question.id
                assert all(
                    [b.question for b in scored.step(s).blockers] == [question.id] for s in blocked
                )
                gates += 1
    assert gates > 60, "about forty gates, most of them in both kinds of application"


def test_every_step_of_the_shipped_pack_can_be_blocked() -> None:
    gates = {gate for question in shipped().questions for gate in question.gates}
    gates |= {gate.step for gate in shipped().profile_gates} | {shipped().findings_step}
    assert gates == set(shipped().step)


def test_range_of_a_step_by_hand() -> None:
    # plan, new, no flags: 1.1-1 (3), 1.2-1 (2), 1.2-2 (3), 2.2-1 (1) = 9
    scored = score(small(), client({"1.1-1": "yes", "1.2-1": "partial", "1.2-2": "maybe"}))
    plan = scored.step("plan")
    assert plan.low == pytest.approx((3 + 1 + 0.6 + 0) / 9)
    assert plan.high == pytest.approx((3 + 1 + 2.1 + 1) / 9)
    assert (plan.answered, plan.asked, plan.excluded, plan.weight) == (3, 4, 0, 9)


def test_written_and_practised_are_scored_apart() -> None:
    plan = score(small(), client({"1.1-1": "yes", "1.2-1": "no", "1.2-2": "no"})).step("plan")
    assert (plan.written.low, plan.written.high) == (3 / 6, 4 / 6)
    assert (plan.practised.low, plan.practised.high) == (0.0, 0.0)
    assert (plan.written.asked, plan.practised.asked) == (3, 1)


def test_an_exclusion_is_out_of_the_count_and_counted_aloud() -> None:
    # do, no flags: 1.1-2 (2), 1.1-3 (1), 1.2-2 (3), 2.1-1 (3), 2.1-2 (1); without the last 9
    do = score(small(), client({"2.1-2": "na", "1.1-2": "yes"})).step("do")
    assert (do.low, do.high, do.weight) == (2 / 9, 1.0, 9)
    assert (do.answered, do.asked, do.excluded) == (2, 5, 1)


def results(pack: Pack, who: Client) -> list[object]:
    """All that a score says, without the answers that it was worked out from."""
    scored = score(pack, who)
    by_step = [
        (s.whole, s.written, s.practised, s.certainty, s.blockers, s.open_gates, s.status)
        for s in scored.steps
    ]
    return [scored.answered, scored.asked, scored.excluded, scored.certainty, by_step]


@pytest.mark.parametrize(
    ("question", "value", "why"),
    [("2.1-2", "na?", "no reason"), ("1.1-2", "na", "not allowed"), ("1.1-2", "never", "unknown")],
)
def test_what_does_not_stand_counts_as_no_answer(question: str, value: str, why: str) -> None:
    pack = small()
    assert results(pack, client({question: value})) == results(pack, client({})), why


def test_an_exclusion_that_is_not_allowed_cannot_open_a_gate() -> None:
    do = score(small(), client({"1.2-2": "na"})).step("do")
    assert "1.2-2" in do.open_gates
    assert do.answered == 0


def test_answers_to_questions_that_are_not_asked_count_nowhere() -> None:
    pack = small()
    assert score(pack, client({"2.2-2": "no", "1.2-3": "no"})) == score(pack, client({}))


@pytest.mark.parametrize(
    ("value", "state", "status"),
    [
        ("yes", "passed", READY),
        ("partial", "passed", READY),
        ("maybe", "open", OPEN),
        ("unknown", "open", OPEN),
        ("no", "shut", BLOCKED),
    ],
)
def test_a_gate_that_a_partial_answer_opens(value: str, state: str, status: str) -> None:
    pack = small()
    held = all_yes(pack)
    held = held.with_answer("1.2-2", replace(held.answer("1.2-2"), value=value))
    gate = pack.question["1.2-2"]
    assert gate_state(pack, gate, worth(pack, held.answer("1.2-2"))) == state
    # 1.2-2 weighs 3 of 10 in do: a partial answer leaves 0.85, over the line of 0.8
    assert score(pack, held).step("do").status == status


def test_a_number_of_the_profile_blocks_a_step() -> None:
    do = score(small(), all_yes(small(), workers=1)).step("do")
    assert (do.low, do.status) == (1.0, BLOCKED)
    assert [(b.question, b.answer) for b in do.blockers] == [("profile.workers", "1")]


def test_a_step_at_its_line_is_ready_and_below_it_is_not() -> None:
    pack = small()
    plan = replace(pack.step["plan"], ready_from=7 / 9)
    pack = replace(pack, steps=(plan, *pack.steps[1:]))
    held = all_yes(pack)
    at_line = held.with_answer("1.2-1", replace(held.answer("1.2-1"), value="no"))
    assert score(pack, at_line).step("plan").status == READY
    below = at_line.with_answer("2.2-1", replace(held.answer("2.2-1"), value="partial"))
    assert score(pack, below).step("plan").status == OPEN


def test_nothing_to_count_is_nothing_known() -> None:
    pack = small()
    empty = replace(pack, questions=tuple(q for q in pack.questions if "keep" not in q.steps))
    keep = score(empty, client({})).step("keep")
    assert (keep.low, keep.high, keep.asked, keep.status) == (0.0, 1.0, 0, OPEN)


def test_certainty_counts_what_is_known() -> None:
    held = client({"1.1-1": "yes", "1.2-1": "no", "1.2-2": "unknown", "2.2-1": "na"})
    for question, certainty in (("1.1-1", "document"), ("1.2-1", "said"), ("1.2-2", "seen")):
        held = held.with_answer(question, replace(held.answer(question), certainty=certainty))
    plan = score(small(), held).step("plan")
    assert plan.certainty == {"": 1, "said": 1, "document": 1, "record": 0, "seen": 0}


@pytest.mark.parametrize(
    ("closed", "on", "status", "blockers", "still_open"),
    [
        (None, date(2026, 11, 23), OPEN, [], ("F1",)),
        (None, date(2026, 11, 24), BLOCKED, ["finding.F1"], ()),
        (None, None, OPEN, [], ("F1",)),
        (date(2026, 10, 1), date(2026, 11, 24), READY, [], ()),
    ],
)
def test_an_open_finding_waits_and_then_blocks(
    closed: date | None,
    on: date | None,
    status: str,
    blockers: list[str],
    still_open: tuple[str, ...],
) -> None:
    finding = Finding("F1", "1.1", "方針が古い", found_on=date(2026, 8, 23), closed=closed)
    held = replace(all_yes(small()), findings=(finding,))
    keep = score(small(), held, on).step("keep")
    assert [b.question for b in keep.blockers] == blockers
    assert (keep.status, keep.open_findings) == (status, still_open)
    assert score(small(), held, on).step("do").status == READY


def test_a_finding_blocks_the_last_step_of_the_shipped_pack_after_three_months() -> None:
    finding = Finding("F1", "J.9.2", "施錠", found_on=date(2026, 8, 22))
    held = replace(all_yes(shipped()), findings=(finding,))
    blocked = [s.step.id for s in score(shipped(), held, TODAY).steps if s.blockers]
    assert blocked == ["grant"]


def test_narrow_most_is_by_weight_and_in_order_of_the_interview() -> None:
    # shares of the steps: plan 9, do 10, keep 4 (1.1-3 and 2.1-1)
    # 2.1-1: 3/10 + 3/4, 1.2-2: 3/9 + 3/10, 1.1-1: 3/9, 1.1-3: 1/10 + 1/4
    assert narrow_most(small(), client({}), 4) == ("2.1-1", "1.2-2", "1.1-3", "1.1-1")
    assert narrow_most(small(), all_yes(small())) == ()
