"""May apply, not yet, ask the body: from the profile and the pack's questions on eligibility."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pmark_tui.domain.client import Answer, Client, Profile
from pmark_tui.domain.eligibility import judge
from pmark_tui.domain.size import decide
from pmark_tui.domain.window import Window
from pmark_tui.store import packs
from pmark_tui.store.scheme import eligibility_rules, size_rules

ON = date(2026, 11, 23)
ALL_NEW = ["E.1-2", "E.1-3", "E.2-1", "E.2-2", "E.3-1", "E.3-2", "E.3-3", "E.3-4", "E.3-5"]


def client(kind="new", workers=5, **values):
    answers = {
        q: Answer(value=values.get(q.replace(".", "_").replace("-", "_"), "yes")) for q in ALL_NEW
    }
    profile = Profile("x", "service", workers, kind=kind)
    return Client(
        profile,
        "jisq15001-2023",
        "1.0.0",
        ON,
        answers={q: a for q, a in answers.items() if a.value},
    )


def verdict(of, window=None):
    size = decide(size_rules(), of.profile.industry, of.profile.workers, of.profile.capital)
    return judge(eligibility_rules(), size, window, packs.load(), of, ON)


def test_all_points_met():
    found = verdict(client())
    assert found.verdict == "may-apply"
    assert {point.state for point in found.points} == {"met"}
    assert len(found.points) == 9


@pytest.mark.parametrize(
    ("answers", "expected", "point"),
    [
        ({"E_1_2": "no"}, "not-yet", "two-posts"),
        ({"E_2_1": "no"}, "not-yet", "refusal"),
        ({"E_2_2": "partial"}, "not-yet", "incidents"),
        ({"E_3_1": "no"}, "not-yet", "pdca"),
        ({"E_1_3": "no"}, "ask", "entity"),
        ({"E_3_2": "no"}, "ask", "month"),
        ({"E_3_4": "no"}, "ask", "body"),
        ({"E_3_5": "no"}, "ask", "medical"),
        ({"E_2_1": "unknown"}, "open", "refusal"),
        ({"E_3_1": ""}, "open", "pdca"),
    ],
)
def test_one_point_decides(answers, expected, point):
    found = verdict(client(**answers))
    assert found.verdict == expected
    assert [p.rule.id for p in found.standing(expected)] == [point]


def test_a_condition_that_fails_outweighs_what_is_open_or_to_be_asked():
    found = verdict(client(E_3_1="no", E_3_4="no", E_2_1=""))
    assert found.verdict == "not-yet"
    assert verdict(client(E_3_4="no", E_2_1="")).verdict == "ask"


def test_one_person_may_not_apply():
    found = verdict(client(workers=1))
    assert found.verdict == "not-yet"
    assert found.standing("not-yet")[0].rule.id == "workers"
    assert found.standing("not-yet")[0].because


@pytest.mark.parametrize(
    ("first", "last", "state"),
    [
        (date(2026, 11, 24), date(2027, 3, 1), "not-yet"),
        (date(2026, 11, 23), date(2027, 3, 1), "met"),
        (date(2026, 7, 1), date(2026, 11, 23), "met"),
        (date(2026, 7, 1), date(2026, 11, 22), "ask"),
    ],
)
def test_a_renewal_must_be_within_its_window(first, last, state):
    of = client("renewal")
    found = verdict(of, Window(first, last, last, month_end=False))
    assert {p.rule.id: p.state for p in found.points}["window"] == state
    assert "month" not in {p.rule.id for p in found.points}


def test_a_renewal_without_its_end_date_stays_open():
    assert verdict(client("renewal")).verdict == "open"


def test_every_point_has_reason_source_and_questions_of_the_pack():
    rules, pack = eligibility_rules(), packs.load()
    for point in rules.point:
        assert point.source
        assert point.reason.ja
        assert point.reason.en.isascii()
        assert bool(point.profile) != bool(point.questions)
        assert all(question in pack.question for question in point.questions)
    assert all(case.source and case.text.en.isascii() for case in rules.case)


def test_a_pack_without_these_questions_leaves_the_points_out():
    pack = replace(packs.load(), questions=())
    size = decide(size_rules(), "service", 5, None)
    found = judge(eligibility_rules(), size, None, pack, client(), ON)
    assert [point.rule.id for point in found.points] == ["workers"]
