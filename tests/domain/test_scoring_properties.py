"""What holds for every profile and every set of answers (docs/scoring.md, section 3)."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Answer, Client
from pmark_tui.domain.explain import explain
from pmark_tui.domain.narrow import narrow_step, narrowings
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.points import gate_state, point, points
from pmark_tui.domain.scoring import BLOCKED, READY, score
from tests.domain.small import REASON, clients, shipped, small

TINY = 1e-12


@st.composite
def cases(draw: st.DrawFn) -> tuple[Pack, Client]:
    """Mostly the tiny pack, where everything meets; now and then the shipped one."""
    pack = draw(st.sampled_from([small()] * 9 + [shipped()]))
    return pack, draw(clients(pack))


@st.composite
def cases_with_question(draw: st.DrawFn) -> tuple[Pack, Client, str]:
    """A case with one question that is asked of the client."""
    pack, client = draw(cases())
    return pack, client, draw(st.sampled_from([q.id for q in asked(pack, client.profile)]))


many = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@many
@given(cases())
def test_ranges_stay_between_nothing_and_everything(case: tuple[Pack, Client]) -> None:
    for step in score(*case).steps:
        for tally in (step.whole, step.written, step.practised):
            assert 0.0 <= tally.low <= tally.high <= 1.0
            assert 0 <= tally.excluded <= tally.answered <= tally.asked


@many
@given(cases_with_question(), st.data())
def test_a_better_answer_never_lowers_a_step(
    case: tuple[Pack, Client, str], data: st.DataObject
) -> None:
    pack, client, question = case
    kinds = [kind for kind in pack.answers if kind.counts]
    worse = data.draw(st.sampled_from(kinds))
    better = data.draw(
        st.sampled_from([k for k in kinds if k.low >= worse.low and k.high >= worse.high])
    )
    before = score(pack, client.with_answer(question, Answer(worse.id)))
    after = score(pack, client.with_answer(question, Answer(better.id)))
    for old, new in zip(before.steps, after.steps, strict=True):
        assert new.low >= old.low
        assert new.high >= old.high
        assert {b.question for b in new.blockers} <= {b.question for b in old.blockers}


@many
@given(cases_with_question(), st.data())
def test_answering_an_open_question_never_widens_a_range(
    case: tuple[Pack, Client, str], data: st.DataObject
) -> None:
    pack, client, question = case
    client = client.with_answer(question, Answer())
    value = data.draw(st.sampled_from(list(pack.answer)))
    before = score(pack, client)
    after = score(pack, client.with_answer(question, Answer(value, reason=REASON)))
    for old, new in zip(before.steps, after.steps, strict=True):
        assert new.width <= old.width + TINY


@many
@given(cases_with_question())
def test_an_exclusion_equals_removing_the_question(case: tuple[Pack, Client, str]) -> None:
    pack, client, question = case
    allowed = replace(pack.question[question], may_be_na=True)
    rest = tuple(q for q in pack.questions if q.id != question)
    excluded = score(
        replace(pack, questions=tuple(allowed if q.id == question else q for q in pack.questions)),
        client.with_answer(question, Answer("na", reason=REASON)),
    )
    removed = score(replace(pack, questions=rest), client)
    for one, other in zip(excluded.steps, removed.steps, strict=True):
        assert (one.low, one.high, one.weight) == (other.low, other.high, other.weight)
        assert (one.blockers, one.open_gates, one.status) == (
            other.blockers,
            other.open_gates,
            other.status,
        )


@many
@given(cases(), st.randoms())
def test_the_order_of_answering_does_not_matter(case: tuple[Pack, Client], random: object) -> None:
    pack, client = case
    keys = list(client.answers)
    random.shuffle(keys)  # type: ignore[attr-defined]
    shuffled = replace(client, answers={key: client.answers[key] for key in keys})
    assert score(pack, shuffled) == score(pack, client)


@many
@given(cases())
def test_a_blocker_blocks_and_nothing_else_does(case: tuple[Pack, Client]) -> None:
    pack, client = case
    scored = score(pack, client)
    shut: dict[str, set[str]] = {step.id: set() for step in pack.steps}
    for p in points(pack, client):
        if gate_state(pack, p.question, p.kind) == "shut":
            for gate in p.question.gates:
                shut[gate].add(p.question.id)
    for gate in pack.profile_gates:
        if getattr(client.profile, gate.field) < gate.at_least:
            shut[gate.step].add(f"profile.{gate.field}")
    for step in scored.steps:
        assert {b.question for b in step.blockers} == shut[step.step.id]
        assert (step.status == BLOCKED) == bool(shut[step.step.id])
        if step.status == READY:
            assert not step.open_gates
            assert step.low >= step.step.ready_from - 1e-9


@many
@given(cases())
def test_shares_add_up_to_the_score_to_the_last_digit(case: tuple[Pack, Client]) -> None:
    pack, client = case
    for step in score(pack, client).steps:
        found = explain(pack, client, step.step.id)
        assert abs(found.low / 1000 - step.low) <= 0.0005 + TINY
        assert abs(found.high / 1000 - step.high) <= 0.0005 + TINY
        if not found.clauses:
            assert (step.weight, found.low, found.high) == (0, 0, 1000)
            continue
        assert sum(share.low for share in found.clauses) == found.low
        assert sum(share.high for share in found.clauses) == found.high
        assert sum(share.weight for share in found.clauses) == 1000
        for share in found.clauses:
            assert min(share.earned, share.open, share.lost) >= 0
            own = sum(p.question.weight * p.kind.low for p in share.points) / step.weight
            assert abs(share.low / 1000 - own) < 0.001 + TINY
            assert (share.open == 0) or any(p.open for p in share.points)


@many
@given(cases())
def test_a_definite_answer_narrows_by_what_was_said(case: tuple[Pack, Client]) -> None:
    pack, client = case
    before = score(pack, client)
    found = narrowings(pack, points(pack, client))
    assert {n.question.id for n in found} == {
        q.id for q in asked(pack, client.profile) if point(pack, client, q).open
    }
    for one in found[:3]:
        after = score(pack, client.with_answer(one.question.id, Answer("no")))
        for old, new in zip(before.steps, after.steps, strict=True):
            expected = one.by.get(old.step.id, 0.0)
            assert old.width - new.width == pytest.approx(expected, abs=TINY)
    for step in pack.steps:
        ranked = [n.by[step.id] for n in narrow_step(found, step.id, 99)]
        assert ranked == sorted(ranked, reverse=True)
