"""The statistics, every figure of 2004 and the newest ones by hand."""

from __future__ import annotations

from pmark_tui.domain.incident_figures import bars, change, plain
from pmark_tui.store.incidents import figures

CAUSES_2004 = {
    "theft": 33,
    "loss": 21,
    "mis_operation": 11,
    "mgmt_error": 10,
    "insider": 10,
    "carry_out": 3,
    "off_purpose": 3,
    "unauthorised_access": 2,
    "misconfiguration": 2,
    "unknown": 2,
    "bug": 1,
    "malware": 1,
    "other": 1,
}
ROUTES_2004 = {
    "paper": 46,
    "pc": 20,
    "removable": 9,
    "web": 7,
    "email": 7,
    "other": 7,
    "unknown": 4,
    "ftp": 0,
}
EVENTS_2022 = {
    "mis_delivery": 43.0,
    "mis_send": 24.7,
    "loss": 11.2,
    "unauthorised_access": 6.2,
    "mis_display": 5.8,
    "mis_registration": 4.7,
    "malware": 1.8,
    "mis_disposal": 1.6,
    "theft": 0.5,
    "insider": 0.5,
}
EVENTS_2024 = {
    "mis_delivery": (41.4, 3172),
    "mis_send": (29.4, 2250),
    "loss": (11.3, 866),
    "mis_registration": (5.6, 425),
    "unauthorised_access": (4.5, 346),
}
CAUSES_LISTED = {
    "cyber": 64.4,
    "mis_display_send": 20.5,
    "loss_disposal": 10.0,
    "carry_out_theft": 3.8,
}


def shares(survey: str, of: str) -> dict[str, float]:
    return {p.id: p.percent for p in figures().of(survey).split(of).part}


def values(survey: str) -> dict[str, float]:
    return {f.id: f.value for f in figures().of(survey).figure}


def test_2004_exactly() -> None:
    assert values("jnsa-2004") == {
        "incidents": 366,
        "people": 10_435_061,
        "known_size": 336,
        "known_size_percent": 91.8,
        "average_people": 31_057,
        "total_yen": 466_692_500_000,
        "average_yen": 1_388_970_000,
        "total_per_person": 44_724,
    }
    assert shares("jnsa-2004", "cause") == CAUSES_2004
    assert shares("jnsa-2004", "route") == ROUTES_2004


def test_the_averages_of_2004_are_over_336() -> None:
    found = values("jnsa-2004")
    assert round(found["people"] / found["average_people"]) == 336
    assert round(found["total_yen"] / found["average_yen"]) == 336
    assert found["known_size_percent"] == round(336 / 366 * 100, 1)
    assert found["total_per_person"] == round(466_692_500_000 / 10_435_061)
    inferred = [f.id for f in figures().of("jnsa-2004").figure if f.certainty == "inferred"]
    assert inferred == ["known_size", "known_size_percent", "total_per_person"]


def test_only_theft_is_disputed() -> None:
    disputed = [
        (survey.id, part.id, part.percent, part.disputed, part.certainty)
        for survey in figures().survey
        for share in survey.share
        for part in share.part
        if part.disputed is not None
    ]
    assert disputed == [("jnsa-2004", "theft", 33, 35, "conflicting")]


def test_the_newest_ones() -> None:
    assert shares("jipdec-2022", "event") == EVENTS_2022
    newest = figures().of("jipdec-2024").split("event").part
    assert {p.id: (p.percent, p.count) for p in newest} == EVENTS_2024
    assert values("jipdec-2024") == {
        "holders_total": 17_793,
        "holders": 1_866,
        "holders_share": 10.5,
        "reports": 9_322,
        "preliminary": 3_120,
    }
    assert shares("tsr-2025", "cause") == CAUSES_LISTED
    assert values("tsr-2025")["people"] == 30_636_910
    reports = {s.year: values(s.id)["reports"] for s in figures().surveys("ppc")}
    assert reports == {"2022": 7685, "2023": 12120, "2024": 19056, "2025": 17139, "2026Q1": 5451}
    assert {s.year: values(s.id)["reports"] for s in figures().surveys("jipdec")} == {
        "2021": 3048,
        "2022": 7009,
        "2023": 9208,
        "2024": 9322,
    }


def test_shares_that_should_sum_to_100_do_and_no_other_claims_to() -> None:
    complete = {}
    for survey in figures().survey:
        for share in survey.share:
            assert share.listed <= 100
            complete[survey.id, share.of] = share.complete
            assert share.complete == (share.listed == 100), (survey.id, share.of)
    assert complete["jnsa-2004", "cause"]
    assert complete["jnsa-2004", "route"]
    assert complete["jipdec-2022", "event"]
    assert not complete["jipdec-2024", "event"]


def test_breaks_are_marked() -> None:
    assert [s.id for s in figures().survey if s.break_before] == ["jipdec-2022", "ppc-2026q1"]
    assert all(series.breaks.ja and series.breaks.en for series in figures().series)


def test_the_change_in_words_rests_on_these_shares() -> None:
    assert [percent for _, _, percent in change(figures())] == [54, 70.8, 64.4, 46, 29.8, 48.8]


def test_bars_are_on_one_scale() -> None:
    cells = {
        b.part.id: b.cells for b in bars(figures().of("jnsa-2004").split("route"), 50, full=50.0)
    }
    assert cells == ROUTES_2004
    narrow = bars(figures().of("jnsa-2004").split("cause"), 10, full=50.0)
    assert {b.part.id: b.cells for b in narrow if b.part.id in ("theft", "loss", "other")} == {
        "theft": 7,
        "loss": 4,
        "other": 1,
    }
    assert max(b.cells for b in bars(figures().of("tsr-2025").split("cause"), 20, full=50.0)) == 20


def test_plain_numbers() -> None:
    found = plain(figures(), "ja")
    jnsa = next(s for s in found["series"] if s["id"] == "jnsa")
    first = jnsa["surveys"][0]
    assert first["figures"] == values("jnsa-2004")
    assert {p["id"]: p["percent"] for p in first["shares"]["cause"]["parts"]} == CAUSES_2004
    assert first["shares"]["cause"]["parts"][0]["disputed"]["percent"] == 35


def test_every_source_named_is_listed() -> None:
    known = {s.id for s in figures().source}
    used = {source for survey in figures().survey for source in survey.sources}
    used |= {s for survey in figures().survey for share in survey.share for s in share.sources}
    used |= {source for cost in figures().cost for source in cost.sources}
    assert used == known
