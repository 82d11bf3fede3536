"""The rank of gaps, key by key; the worked example stands in docs/scoring.md."""

from datetime import date

from pmark_tui.domain.client import Client, Finding
from pmark_tui.domain.gaps import gaps, open_points
from tests.domain.small import all_yes, client, small


def ranked(held: Client, shares: dict[str, float] | None = None) -> list[str]:
    return [gap.question.id for gap in gaps(small(), held, shares or {})]


def test_open_points_are_no_gaps() -> None:
    held = client({"1.1-2": "unknown", "1.1-3": "maybe", "2.1-2": "na"})
    assert ranked(held) == ["1.1-3"], "at best 0.7: it falls short whatever it turns out to be"
    assert "1.1-2" in [q.id for q in open_points(small(), held)]


def test_what_blocks_a_near_step_comes_first() -> None:
    # 2.1-1 blocks do and keep, 1.1-1 blocks plan, 1.2-2 blocks do and counts for plan
    held = client({"2.1-1": "no", "1.1-1": "partial", "1.2-2": "no", "1.2-1": "no"})
    assert ranked(held) == ["1.1-1", "1.2-2", "2.1-1", "1.2-1"]


def test_a_gap_that_blocks_says_what_it_frees() -> None:
    both = gaps(small(), client({"2.1-1": "no", "1.2-2": "no"}), {})
    assert [(g.blocks, g.frees) for g in both] == [(("do",), ()), (("do", "keep"), ("keep",))]
    (alone,) = gaps(small(), client({"2.1-1": "no"}), {})
    assert alone.frees == ("do", "keep")
    (too_few,) = gaps(small(), client({"2.1-1": "no"}, workers=1), {})
    assert too_few.frees == ("keep",), "the profile blocks do as well"


def test_an_overdue_finding_keeps_a_step_from_being_freed() -> None:
    held = client({"2.1-1": "no"})
    held = held.changed(findings=(Finding("F1", "2.1", "x", found_on=date(2026, 1, 1)),))
    (gap,) = gaps(small(), held, {}, date(2026, 11, 23))
    assert gap.frees == ("do",)


def test_incidents_then_loss_then_effort_then_the_pack_decide() -> None:
    flags = {"flags": ("cameras",)}
    # all count for do and block nothing: 1.1-2 (weight 2, 8 h), 1.1-3 (1, 1 h), 2.1-2 (1, 2 h),
    # 2.2-2 (2, 1 h, facet technical)
    held = client({"1.1-2": "no", "1.1-3": "no", "2.1-2": "no", "2.2-2": "no"}, **flags)
    assert ranked(held) == ["2.2-2", "1.1-2", "1.1-3", "2.1-2"]
    shares = {"2.1": 0.4, "2.2": 0.9, "2.2/technical": 0.1}
    assert ranked(held, shares) == ["2.1-2", "2.2-2", "1.1-2", "1.1-3"]


def test_the_order_is_the_same_however_the_answers_came() -> None:
    held = client({q.id: "no" for q in small().questions}, flags=("cloud", "cameras"))
    turned = client({q.id: "no" for q in reversed(small().questions)}, flags=("cloud", "cameras"))
    first, second = gaps(small(), held, {}), gaps(small(), turned, {})
    assert first == second
    assert [g.rank for g in first] == list(range(1, len(first) + 1))


def test_no_gaps_where_all_is_yes() -> None:
    assert ranked(all_yes(small())) == []
