"""From causes to clauses to one client."""

from __future__ import annotations

import pytest

from pmark_tui.domain.causes import Cause, CauseProfile, bearings, clause_shares, standing
from pmark_tui.domain.pack import Text
from pmark_tui.errors import BadInput
from pmark_tui.store import incidents
from tests.domain.small import client, shipped, small

# Percentage points of incidents by clause, by hand from the facts.
COVERAGE = {
    "pmark-2024": {
        "J.9.2": 43.4,
        "J.9.3": 18.5,
        "J.4.3": 14.3,
        "J.9.4": 10.7,
        "J.9.1": 10.1,
        "J.3.1.1": 1.1,
        "J.3.1.3": 1.0,
        "J.3.4": 0.7,
        "J.6.2": 0.0,
    },
    "deck-2004": {
        "J.9.2": 50.9,
        "J.9.3": 18.8,
        "J.9.4": 10.1,
        "J.4.3": 5.1,
        "J.3.1.1": 3.6,
        "J.9.1": 2.6,
        "J.5.1": 1.5,
        "J.8.6": 1.5,
        "J.6.2": 1.0,
        "J.3.1.3": 0.7,
        "J.8.1": 0.4,
        "J.8.8": 0.4,
        "J.3.4": 0.4,
    },
    "listed-2025": {
        "J.9.2": 54.9,
        "J.9.4": 16.3,
        "J.3.1.3": 9.7,
        "J.4.3": 6.8,
        "J.9.3": 6.6,
        "J.9.1": 2.0,
        "J.3.4": 1.0,
        "J.3.1.1": 1.0,
        "J.6.2": 0.4,
    },
}
FACETS = {"organisational": 15.4, "human": 7.0, "physical": 6.5, "technical": 14.5}


def points(profile: str) -> dict[str, float]:
    """Percentage points; the facts print one decimal."""
    return {k: v * 100 for k, v in incidents.clause_shares(profile).items()}


@pytest.mark.parametrize("profile", COVERAGE)
def test_shares_by_clause(profile: str) -> None:
    whole = {k: v for k, v in points(profile).items() if "/" not in k}
    assert whole == pytest.approx(COVERAGE[profile], abs=0.0501)


def test_the_default_is_what_holders_report_and_splits_by_facet() -> None:
    assert incidents.clause_shares() == incidents.clause_shares("pmark-2024")
    split = {k.split("/")[1]: v for k, v in points("pmark-2024").items() if "/" in k}
    assert split == pytest.approx(FACETS, abs=0.0501)


@pytest.mark.parametrize("profile", COVERAGE)
def test_facets_add_up_to_their_clause(profile: str) -> None:
    shares = incidents.clause_shares(profile)
    facets = sum(v for k, v in shares.items() if k.startswith("J.9.2/"))
    assert facets == pytest.approx(shares["J.9.2"])


def test_an_unknown_profile_is_refused_with_the_known_ones() -> None:
    with pytest.raises(BadInput) as refused:
        incidents.clause_shares("2003")
    assert "pmark-2024, deck-2004, listed-2025" in refused.value.message("en")


def test_rows_sum_to_one_and_name_clauses_and_facets_of_the_pack() -> None:
    pack, known = shipped(), incidents.causes()
    facets = {f.id for f in pack.facets}
    for profile in known.profile:
        for cause in profile.cause:
            if not cause.clauses:
                assert cause.id in ("unknown", "other")
                continue
            assert sum(cause.clauses.values()) == pytest.approx(1)
            assert sum(b.share for b in bearings(cause)) == pytest.approx(1)
            assert set(cause.clauses) <= set(pack.clause)
            for split in cause.facets.values():
                assert sum(split.values()) == pytest.approx(1)
                assert set(split) <= facets
    assert set(known.every_cause) <= set(pack.clause)


def test_printed_shares_are_the_figures_and_the_rest_is_imputed() -> None:
    figures = incidents.figures()
    for profile in incidents.causes().profile:
        survey = figures.of(profile.survey)
        printed = {p.id: p.percent for share in survey.share[:1] for p in share.part}
        for cause in profile.cause:
            assert cause.imputed == (cause.id not in printed)
            assert cause.imputed or cause.percent == printed[cause.id]


def profile_of(**clauses: float) -> CauseProfile:
    named = {key.replace("_", "."): share for key, share in clauses.items()}
    cause = Cause("mix", Text("", ""), 40.0, named, {"2.2": {"technical": 1.0}})
    nothing = Cause("unknown", Text("", ""), 60.0)
    return CauseProfile("p", Text("", ""), "s", Text("", ""), (cause, nothing))


def test_a_client_stands_by_its_answers() -> None:
    """Clause 1.1 has three questions; 2.2 one without the facet and one with it (cameras)."""
    answers = {"1.1-1": "yes", "1.1-2": "partial", "2.2-1": "no", "2.2-2": "no", "1.2-1": "no"}
    who = client(answers, flags=("cameras",))
    profile = profile_of(**{"1_1": 0.4, "2_2": 0.6})
    found, nothing = standing(profile, small(), who)
    assert (found.yes, found.partial, found.no, found.open, found.asked) == (1, 1, 1, 1, 4)
    assert found.missing == ("2.2-2", "1.1-2")
    assert (nothing.asked, nothing.missing) == (0, ())


def test_what_is_excluded_or_not_asked_is_in_no_count() -> None:
    profile = profile_of(**{"2_2": 1.0})
    assert standing(profile, small(), client({}))[0].asked == 0
    asked = client({}, flags=("cameras",))
    assert standing(profile, small(), asked)[0].open == 1
    excluded = client({"2.2-2": "na"}, flags=("cameras",))
    assert standing(profile, small(), excluded)[0].asked == 0


def test_shares_of_a_profile_by_hand() -> None:
    assert clause_shares(profile_of(**{"1_1": 0.5, "2_2": 0.5})) == pytest.approx(
        {"1.1": 0.2, "2.2": 0.2, "2.2/technical": 0.2}
    )
