"""Fee lists, cell by cell from the published tables, and every day of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pmark_tui.domain import fees
from pmark_tui.domain.budget import assume, over_years, years_after
from pmark_tui.domain.client import OfficialFee
from pmark_tui.errors import BadInput
from pmark_tui.store.scheme import charges, fee_book
from pmark_tui.texts import money

# list, kind, size: application, audit, registration, total. Typed by hand from the tables.
CELLS = [
    ("2004-12", "new", "small", 50_000, 200_000, 50_000, 300_000),
    ("2004-12", "new", "medium", 50_000, 450_000, 100_000, 600_000),
    ("2004-12", "new", "large", 50_000, 950_000, 200_000, 1_200_000),
    ("2004-12", "renewal", "small", 50_000, 120_000, 50_000, 220_000),
    ("2004-12", "renewal", "medium", 50_000, 300_000, 100_000, 450_000),
    ("2004-12", "renewal", "large", 50_000, 650_000, 200_000, 900_000),
    ("2014-04", "new", "small", 51_429, 205_715, 51_429, 308_573),
    ("2014-04", "new", "medium", 51_429, 462_857, 102_858, 617_144),
    ("2014-04", "new", "large", 51_429, 977_142, 205_715, 1_234_286),
    ("2014-04", "renewal", "small", 51_429, 123_428, 51_429, 226_286),
    ("2014-04", "renewal", "medium", 51_429, 308_572, 102_858, 462_859),
    ("2014-04", "renewal", "large", 51_429, 668_571, 205_715, 925_715),
    ("2019-10", "new", "small", 52_382, 209_524, 52_382, 314_288),
    ("2019-10", "new", "medium", 52_382, 471_429, 104_762, 628_573),
    ("2019-10", "new", "large", 52_382, 995_238, 209_524, 1_257_144),
    ("2019-10", "renewal", "small", 52_382, 125_714, 52_382, 230_478),
    ("2019-10", "renewal", "medium", 52_382, 314_286, 104_762, 471_430),
    ("2019-10", "renewal", "large", 52_382, 680_952, 209_524, 942_858),
]
DAYS = {
    "2004-12": (date(2004, 12, 1), date(2014, 3, 31)),
    "2014-04": (date(2014, 4, 1), date(2019, 9, 30)),
    "2019-10": (date(2019, 10, 1), date(2026, 9, 30)),
}
CELL = [(kind, size) for kind in ("new", "renewal") for size in ("small", "medium", "large")]


@pytest.mark.parametrize(("listed", "kind", "size", "apply", "audit", "register", "total"), CELLS)
def test_every_cell_on_first_and_last_day(listed, kind, size, apply, audit, register, total):
    for on in DAYS[listed]:
        found = fees.quote(fee_book(), kind, size, on)
        assert found.schedule.id == listed
        assert found.status == "confirmed"
        assert found.lines == {"application": apply, "audit": audit, "registration": register}
        assert (found.total, found.total_low, found.total_high) == (total, total, total)
        assert found.sources


@pytest.mark.parametrize(
    ("on", "listed"),
    [
        (date(2004, 11, 30), "pre-2004-12"),
        (date(2004, 12, 1), "2004-12"),
        (date(2014, 3, 31), "2004-12"),
        (date(2014, 4, 1), "2014-04"),
        (date(2019, 9, 30), "2014-04"),
        (date(2019, 10, 1), "2019-10"),
        (date(2026, 9, 30), "2019-10"),
        (date(2026, 10, 1), "2026-10"),
        (date(2050, 1, 1), "2026-10"),
    ],
)
def test_list_in_force_on_the_day_and_the_day_outside(on, listed):
    assert fees.in_force(fee_book(), on).id == listed


@pytest.mark.parametrize(
    ("kind", "size", "low", "high"),
    [
        ("new", "small", 335_000, 346_000),
        ("new", "medium", 691_000, 691_000),
        ("new", "large", 1_383_000, 1_383_000),
        ("renewal", "small", 246_000, 254_000),
        ("renewal", "medium", 519_000, 519_000),
        ("renewal", "large", 1_037_000, 1_037_000),
    ],
)
def test_the_list_without_a_table_gives_a_range_called_an_estimate(kind, size, low, high):
    found = fees.quote(fee_book(), kind, size, date(2026, 10, 1))
    assert (found.status, found.lines, found.total) == ("estimate", None, None)
    assert (found.total_low, found.total_high) == (low, high)
    assert "概算" in money.say(found.notes[0], "ja")
    assert "estimate" in money.say(found.notes[0], "en")
    assert found.previous is not None
    assert found.previous.id == "2019-10"


def test_before_december_2004_only_the_large_new_applicant_has_lines():
    large = fees.quote(fee_book(), "new", "large", date(2004, 11, 30))
    assert large.lines == {"application": 300_000, "audit": 100_000, "registration": 200_000}
    assert (large.status, large.total) == ("partial", 600_000)
    for kind, size, total in [
        ("new", "small", 150_000),
        ("new", "medium", 300_000),
        ("renewal", "small", 150_000),
        ("renewal", "medium", 300_000),
        ("renewal", "large", 600_000),
    ]:
        found = fees.quote(fee_book(), kind, size, date(2004, 11, 30))
        assert (found.status, found.lines, found.total) == ("partial", None, None)
        assert (found.total_low, found.total_high) == (total, total)


def test_every_day_has_one_list_and_totals_are_sums():
    """From the first day of the 2005 material's list to 2030: no gap, no unlabelled estimate."""
    book = fee_book()
    day = date(2004, 12, 1)
    while day <= date(2030, 12, 31):
        holding = [s for s in book.schedule if s.first <= day and (not s.last or day <= s.last)]
        assert len(holding) == 1
        for kind, size in CELL:
            found = fees.quote(book, kind, size, day)
            assert found.schedule is holding[0]
            assert found.status == ("confirmed" if day < date(2026, 10, 1) else "estimate")
            if found.lines is None:
                assert found.total is None
                assert 0 < found.total_low <= found.total_high
            else:
                assert found.total == sum(found.lines.values())
                assert found.total_low == found.total_high == found.total
        day += timedelta(days=1)


def test_the_printed_lines_follow_from_the_prices_before_tax():
    """47,620 yen and 8 or 10 %, floored line by line; 190,477 and not 190,476 for the audit."""
    assert [fees.with_tax(47_620, p) for p in (8, 10)] == [51_429, 52_382]
    assert [fees.with_tax(190_477, p) for p in (8, 10)] == [205_715, 209_524]
    assert fees.with_tax(190_476, 10) == 209_523
    assert list(fees.problems(fee_book())) == []


def official(**changes):
    held = {
        "schedule": "2026-10",
        "kind": "new",
        "size": "small",
        "application": 55_000,
        "audit": 230_000,
        "registration": 55_000,
        "entered_by": "山田",
        "entered_on": date(2026, 11, 1),
    }
    return OfficialFee(**(held | changes))


def test_official_figures_replace_the_estimate_and_say_who_entered_them():
    found = fees.quote(fee_book(), "new", "small", date(2026, 12, 1), [official()])
    assert found.status == "official"
    assert found.lines == {"application": 55_000, "audit": 230_000, "registration": 55_000}
    assert (found.total, found.total_low, found.total_high) == (340_000, 340_000, 340_000)
    said = money.say(found.notes[0], "ja")
    assert "山田" in said
    assert "2026-11-01" in said
    assert found.sources == ()


def test_the_first_official_figure_wins_and_others_are_left_alone():
    mine, shared = official(audit=1), official(audit=2)
    found = fees.quote(fee_book(), "new", "small", date(2026, 12, 1), [mine, shared])
    assert found.lines is not None
    assert found.lines["audit"] == 1
    assert fees.quote(fee_book(), "renewal", "small", date(2026, 12, 1), [mine]).lines is None


def test_a_confirmed_list_stands_against_other_figures_and_says_so():
    entered = official(schedule="2019-10")
    found = fees.quote(fee_book(), "new", "small", date(2020, 1, 1), [entered])
    assert (found.status, found.total) == ("confirmed", 314_288)
    assert "340,000" in money.say(found.notes[0], "en")
    same = official(schedule="2019-10", application=52_382, audit=209_524, registration=52_382)
    quiet = fees.quote(fee_book(), "new", "small", date(2020, 1, 1), [same])
    assert quiet.notes == fees.quote(fee_book(), "new", "small", date(2020, 1, 1)).notes


def test_refuses_a_day_before_any_list_and_unknown_cells():
    with pytest.raises(BadInput, match="1998-03-31"):
        fees.quote(fee_book(), "new", "small", date(1998, 3, 31))
    with pytest.raises(BadInput, match="tiny"):
        fees.quote(fee_book(), "new", "tiny", date(2020, 1, 1))
    with pytest.raises(BadInput, match="first"):
        fees.quote(fee_book(), "first", "small", date(2020, 1, 1))


def test_renewals_fall_every_two_years_under_the_list_of_their_own_day():
    budget = over_years(fee_book(), "new", "small", date(2022, 4, 1), 6)
    assert [(q.on, q.kind, q.schedule.id) for q in budget.quotes] == [
        (date(2022, 4, 1), "new", "2019-10"),
        (date(2024, 4, 1), "renewal", "2019-10"),
        (date(2026, 4, 1), "renewal", "2019-10"),
    ]
    assert budget.status == "confirmed"
    assert budget.total_low == budget.total_high == 314_288 + 230_478 + 230_478


def test_one_estimated_renewal_makes_the_whole_an_estimate():
    budget = over_years(fee_book(), "renewal", "medium", date(2026, 9, 30), 4)
    assert budget.status == "estimate"
    assert (budget.fees_low, budget.fees_high) == (471_430 + 519_000, 471_430 + 519_000)
    assert len(over_years(fee_book(), "new", "small", date(2020, 1, 1), 2).quotes) == 1


def test_extras_by_their_rule():
    """41,904 an hour; 52,382 + 20,952 x hours x auditors, two where none is given."""
    held = charges()
    assert assume(held, "overtime", [2]).amount == 83_808
    assert assume(held, "repeat-audit", [3, 1]).amount == 115_238
    assert assume(held, "repeat-audit", [3]).amount == 178_094
    assert assume(held, "own-work", [120, 3_000]).amount == 360_000
    assumed = [assume(held, "travel", [40_000]), assume(held, "dues", [10_000])]
    budget = over_years(fee_book(), "new", "small", date(2020, 1, 1), 4, assumed)
    assert [(c.times, c.total) for c in budget.extras] == [(2, 80_000), (4, 40_000)]
    assert budget.total_low == 314_288 + 230_478 + 80_000 + 40_000
    assert [y.extras for y in budget.by_year] == [50_000, 10_000, 50_000, 10_000]
    assert sum(y.fees_low + y.extras for y in budget.by_year) == budget.total_low


def test_rates_of_another_time_are_marked():
    overtime = [assume(charges(), "overtime", [1])]
    then = over_years(fee_book(), "new", "small", date(2020, 1, 1), 2, overtime)
    assert [note.key for note in then.notes] == ["years_assumed"]
    now = over_years(fee_book(), "new", "small", date(2026, 11, 1), 2, overtime)
    assert [note.key for note in now.notes] == ["years_assumed", "extra_era"]
    assert "2019-10" in money.say(now.notes[1], "ja")


@pytest.mark.parametrize(("size", "hours"), [("small", 5), ("medium", 6), ("large", 8)])
def test_standard_time_on_site(size, hours):
    assert [one.hours for one in charges().on_site if one.size == size] == [hours]


@pytest.mark.parametrize(("extra", "numbers"), [("gift", [1]), ("overtime", [1, 2]), ("dues", [])])
def test_refuses_extras_it_does_not_know(extra, numbers):
    with pytest.raises(BadInput):
        assume(charges(), extra, numbers)


def test_years_after_the_29th_of_february():
    assert years_after(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert years_after(date(2024, 2, 29), 4) == date(2028, 2, 29)
    for years in (0, 21):
        with pytest.raises(BadInput):
            over_years(fee_book(), "new", "small", date(2024, 1, 1), years)
    with pytest.raises(BadInput):
        over_years(fee_book(), "new", "small", date(9999, 1, 1), 2)
