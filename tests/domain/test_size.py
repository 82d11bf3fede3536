"""The size table, every threshold and one off it on both sides, with and without capital."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_tui.domain.size import count_workers, decide
from pmark_tui.errors import BadInput
from pmark_tui.store.scheme import size_rules
from pmark_tui.texts import money

OKU = 100_000_000

# Written by hand from the published table: trade, workers, capital in yen, size.
CASES = [
    # manufacturing and other: small to 20, medium to 300 people or 300 million yen
    ("manufacturing-other", 0, None, None),
    ("manufacturing-other", 1, 1_000, None),
    ("manufacturing-other", 2, 500 * OKU, "small"),
    ("manufacturing-other", 19, None, "small"),
    ("manufacturing-other", 20, 500 * OKU, "small"),
    ("manufacturing-other", 21, 500 * OKU, "medium"),
    ("manufacturing-other", 21, None, "medium"),
    ("manufacturing-other", 299, 3 * OKU + 1, "medium"),
    ("manufacturing-other", 300, 3 * OKU + 1, "medium"),
    ("manufacturing-other", 300, None, "medium"),
    ("manufacturing-other", 301, 3 * OKU - 1, "medium"),
    ("manufacturing-other", 301, 3 * OKU, "medium"),
    ("manufacturing-other", 301, 3 * OKU + 1, "large"),
    ("manufacturing-other", 301, None, "large"),
    ("manufacturing-other", 302, 3 * OKU + 1, "large"),
    # wholesale: small to 5, medium to 100 people or 100 million yen
    ("wholesale", 1, None, None),
    ("wholesale", 2, None, "small"),
    ("wholesale", 4, OKU + 1, "small"),
    ("wholesale", 5, OKU + 1, "small"),
    ("wholesale", 6, OKU + 1, "medium"),
    ("wholesale", 6, None, "medium"),
    ("wholesale", 100, OKU + 1, "medium"),
    ("wholesale", 101, OKU - 1, "medium"),
    ("wholesale", 101, OKU, "medium"),
    ("wholesale", 101, OKU + 1, "large"),
    ("wholesale", 101, None, "large"),
    ("wholesale", 2_000, OKU, "medium"),
    # retail: small to 5, medium to 50 people or 50 million yen
    ("retail", 1, 10_000_000, None),
    ("retail", 5, None, "small"),
    ("retail", 6, 1_000_000, "medium"),
    ("retail", 49, 50_000_001, "medium"),
    ("retail", 50, 50_000_001, "medium"),
    ("retail", 50, None, "medium"),
    ("retail", 51, 49_999_999, "medium"),
    ("retail", 51, 50_000_000, "medium"),
    ("retail", 51, 50_000_001, "large"),
    ("retail", 51, None, "large"),
    # service: small to 5, medium to 100 people or 50 million yen
    ("service", 1, None, None),
    ("service", 5, 5 * OKU, "small"),
    ("service", 6, 5 * OKU, "medium"),
    ("service", 99, 50_000_001, "medium"),
    ("service", 100, 50_000_001, "medium"),
    ("service", 101, 50_000_000, "medium"),
    ("service", 101, 50_000_001, "large"),
    ("service", 101, 49_999_999, "medium"),
    ("service", 101, None, "large"),
    ("service", 100, None, "medium"),
    ("service", 400, 10_000_000, "medium"),
    ("service", 101, 0, "medium"),
]


@pytest.mark.parametrize(("trade", "workers", "capital", "size"), CASES)
def test_size_of_each_threshold(trade, workers, capital, size):
    decision = decide(size_rules(), trade, workers, capital)
    assert decision.size == size
    assert decision.eligible == (size is not None)


@pytest.mark.parametrize("trade", ["manufacturing-other", "wholesale", "retail", "service"])
@given(workers=st.integers(0, 2_000), capital=st.none() | st.integers(0, 10 * OKU))
def test_more_workers_never_make_it_smaller(trade, workers, capital):
    order = [None, "small", "medium", "large"]
    now = decide(size_rules(), trade, workers, capital).size
    more = decide(size_rules(), trade, workers + 1, capital).size
    assert order.index(more) >= order.index(now)


@pytest.mark.parametrize("trade", ["manufacturing-other", "wholesale", "retail", "service"])
@given(workers=st.integers(0, 400), capital=st.none() | st.integers(0, 10 * OKU))
def test_each_change_named_is_one(trade, workers, capital):
    """What is said to change the size changes it, and one person less would not."""
    rules = size_rules()
    now = decide(rules, trade, workers, capital)
    for note in now.changes:
        if "workers" not in note.values:
            continue
        there = note.values["workers"]
        nearer = there - 1 if there > workers else there + 1
        assert decide(rules, trade, there, capital).size != now.size
        assert decide(rules, trade, nearer, capital).size == now.size


def test_says_what_would_change_the_size():
    decision = decide(size_rules(), "service", 5, 10_000_000)
    said = [money.say(note, "en") for note in decision.changes]
    assert said == [
        "With 1 more (workers: 6) it would be medium.",
        "With 4 fewer (workers: 1) you may not apply.",
    ]
    large = decide(size_rules(), "service", 101, 50_000_001)
    assert [money.say(note, "ja") for note in large.changes] == [
        "1人減って100人になると中規模です。",
        "資本金が50,000,000円以下なら中規模です。",
    ]


def test_names_the_rule_that_decided():
    rules = size_rules()
    cases = {
        "too-few-workers": ("retail", 1, None),
        "small-by-workers": ("retail", 5, 100 * OKU),
        "medium-by-workers": ("retail", 50, 100 * OKU),
        "medium-by-capital": ("retail", 51, 50_000_000),
        "large-by-both": ("retail", 51, 50_000_001),
        "large-no-capital": ("retail", 51, None),
    }
    for rule, (trade, workers, capital) in cases.items():
        decision = decide(rules, trade, workers, capital)
        assert decision.rule == rule
        assert all(money.say(note, lang) for note in decision.reasons for lang in ("ja", "en"))


@pytest.mark.parametrize(
    ("trade", "workers", "capital"), [("it", 5, None), ("service", -1, None), ("service", 5, -1)]
)
def test_refuses_what_cannot_be(trade, workers, capital):
    with pytest.raises(BadInput):
        decide(size_rules(), trade, workers, capital)


def test_counts_officers_and_agency_staff_and_asks_about_contractors():
    people = {"employees": 3, "officers": 2, "agency": 1, "contractors": 4}
    heads = count_workers(size_rules(), people)
    assert (heads.workers, heads.workers_at_most) == (6, 10)
    assert [kind.id for kind in heads.ask] == ["contractors"]


def test_refuses_an_unknown_kind_of_worker():
    with pytest.raises(BadInput, match="robots"):
        count_workers(size_rules(), {"robots": 1})


def test_every_text_is_there_in_both_languages():
    rules = size_rules()
    texts = [w.title for w in rules.worker] + [w.about for w in rules.worker]
    texts += [a.text for a in rules.advice] + [i.title for i in rules.industry]
    assert all(t.ja and t.en.isascii() and t.en for t in texts)
    assert all(w.source for w in rules.worker)
    assert all(a.source for a in rules.advice)
