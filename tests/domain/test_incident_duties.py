"""The clock after a leak, against the facts and against a count with holidays of its own.

The holidays are worked out here from the rules of the Act on National Holidays, not by the library that
the program uses, and held against the days that the Cabinet Office announces.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from pmark_tui.domain.incident_duties import guide, state
from pmark_tui.errors import BadInput
from pmark_tui.store.closed_days import is_closed
from pmark_tui.store.incidents import duties

# Public holidays as the Cabinet Office announces them, by hand.
HOLIDAYS = {
    2026: "0101 0112 0211 0223 0320 0429 0503 0504 0505 0506 0720 0811 0921 0922 0923 1012 1103 "
    "1123",
    2027: "0101 0111 0211 0223 0321 0322 0429 0503 0504 0505 0719 0811 0920 0923 1011 1103 1123",
    2028: "0101 0110 0211 0223 0320 0429 0503 0504 0505 0717 0811 0918 0922 1009 1103 1123",
}


def holidays_by_law(year: int) -> set[date]:
    """The Act's art. 2 (days), art. 3(2) (a Sunday moves on) and art. 3(3) (a day between two)."""

    def monday(month: int, place: int) -> date:
        first = date(year, month, 1)
        return date(year, month, 1 + (-first.weekday()) % 7 + 7 * (place - 1))

    leaps = (year - 1980) // 4  # the usual formula for the equinoxes of 1980 to 2099
    spring = int(20.8431 + 0.242194 * (year - 1980) - leaps)
    autumn = int(23.2488 + 0.242194 * (year - 1980) - leaps)
    fixed = ((1, 1), (2, 11), (2, 23), (3, spring), (4, 29), (5, 3), (5, 4), (5, 5), (8, 11))
    days = {date(year, month, day) for month, day in (*fixed, (9, autumn), (11, 3), (11, 23))}
    days |= {monday(1, 2), monday(7, 3), monday(9, 3), monday(10, 2)}
    one = timedelta(days=1)
    moved = set()
    for sunday in (d for d in days if d.weekday() == 6):
        later = sunday + one
        while later in days:
            later += one
        moved.add(later)
    between = {d + one for d in days if d + 2 * one in days and d + one not in days}
    return days | moved | between


YEAR_END = {"1229", "1230", "1231", "0101", "0102", "0103"}


def closed_by_hand(day: date) -> bool:
    month_day = f"{day.month:02}{day.day:02}"
    return day.weekday() >= 5 or month_day in YEAR_END or day in BY_LAW[day.year]


BY_LAW = {year: holidays_by_law(year) for year in range(2026, 2030)}


@pytest.mark.parametrize("year", HOLIDAYS)
def test_the_rules_of_the_act_give_the_days_announced(year: int) -> None:
    assert {f"{d.month:02}{d.day:02}" for d in BY_LAW[year]} == set(HOLIDAYS[year].split())


def last_day_by_hand(known: date, days: int) -> date:
    """Count off the days one by one, the day of knowing being 1, then walk over closed days."""
    number, ordinal = 1, known.toordinal()
    while number < days:
        number, ordinal = number + 1, ordinal + 1
    while closed_by_hand(date.fromordinal(ordinal)):
        ordinal += 1
    return date.fromordinal(ordinal)


def every_day(first: date, last: date) -> list[date]:
    return [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1)]


THREE_YEARS = every_day(date(2026, 1, 1), date(2028, 12, 31))


def dates(known: str, **case: bool) -> dict[str, tuple[str, ...]]:
    """The dates of every deadline by id."""
    found = guide(duties(), date.fromisoformat(known), is_closed, **case)
    return {
        d.deadline.id: tuple(day.isoformat() for day in (d.start, d.end, d.due) if day)
        for d in found.dues
    }


@pytest.mark.parametrize(
    ("known", "final_30", "final_60"),
    [
        # the date tests of the facts
        ("2026-11-23", "2026-12-22", "2027-01-21"),
        ("2026-12-01", "2027-01-04", "2027-01-29"),
        # day 30 is Saturday 2 May; then Sunday, three holidays and the holiday for 3 May
        ("2026-04-03", "2026-05-07", "2026-06-01"),
        # day 30 is Sunday 20 September; Monday to Wednesday are holidays
        ("2026-08-22", "2026-09-24", "2026-10-20"),
        # day 60 is 29 February 2028, a Tuesday
        ("2028-01-01", "2028-01-31", "2028-02-29"),
    ],
)
def test_final_reports(known: str, final_30: str, final_60: str) -> None:
    for case, due in (({}, final_30), ({"malicious": True}, final_60)):
        found = dates(known, **case)
        assert found["appi_final"] == found["pmark_final"] == (due,)


def test_the_yardstick_is_day_3_to_5_and_stays_where_it_is() -> None:
    found = dates("2026-11-23", my_number=True)
    for name in ("appi_preliminary", "pmark_preliminary", "appi_contractor", "mynumber"):
        assert found[name] == ("2026-11-25", "2026-11-27")
    saturday = guide(duties(), date(2026, 12, 1), is_closed).due("appi_preliminary")
    assert saturday is not None
    assert (saturday.end, saturday.closed) == (date(2026, 12, 5), True)


def test_people_are_told_promptly_without_a_day() -> None:
    assert dates("2026-11-23")["appi_principal"] == ()


@pytest.mark.parametrize("days", [30, 60])
def test_every_day_of_three_years(days: int) -> None:
    for known in THREE_YEARS:
        found = guide(duties(), known, is_closed, malicious=days == 60)
        due = last_day_by_hand(known, days)
        for name in ("appi_final", "pmark_final"):
            one = found.due(name)
            assert one is not None
            assert one.due == due, known
            assert one.counted == date.fromordinal(known.toordinal() + days - 1)
            assert one.moved == closed_by_hand(one.counted)


def test_closed_days_of_three_years() -> None:
    wrong = [day for day in THREE_YEARS if is_closed(day) != closed_by_hand(day)]
    assert wrong == []


def test_nine_duties_and_four_more_each_with_law_day_and_source() -> None:
    known = duties()
    assert sorted(d.number for d in known.duty if d.number) == list(range(1, 10))
    assert {d.id for d in known.duty if not d.number} == {"contain", "ppc", "body", "mynumber"}
    titles = {d.number: d.title.ja for d in known.duty if d.number}
    assert titles == {
        1: "事実関係の確認",
        2: "本人への通知",
        3: "事件の公表",
        4: "利害関係者への説明と謝罪",
        5: "原因調査",
        6: "事故再発防止策",
        7: "クレーム対応・マスコミ対応",
        8: "終結宣言",
        9: "訴訟への準備",
    }
    sources = {s.id for s in known.source}
    deadlines = {d.id for d in known.deadline}
    for duty in known.duty:
        assert duty.sources, duty.id
        assert sources.issuperset(duty.sources), duty.id
        assert deadlines.issuperset(duty.deadlines), duty.id
        assert duty.valid_from >= date(2022, 4, 1)


def test_what_is_mandatory() -> None:
    status = {d.number: d.status for d in duties().duty if d.number}
    assert status == {
        1: "must",
        2: "must",
        3: "should",
        4: "partly",
        5: "must",
        6: "must",
        7: "effort",
        8: "none",
        9: "none",
    }


def test_my_number_only_where_it_is_concerned() -> None:
    without = guide(duties(), date(2026, 11, 23), is_closed)
    with_it = guide(duties(), date(2026, 11, 23), is_closed, my_number=True)
    assert {d.id for d in with_it.duties} - {d.id for d in without.duties} == {"mynumber"}
    assert without.my_number_grounds == ()
    assert len(with_it.my_number_grounds) == 4


def test_four_grounds_of_which_one_is_malice() -> None:
    found = guide(duties(), date(2026, 11, 23), is_closed)
    assert [g.id for g in found.grounds] == ["sensitive", "financial", "wrongful", "over_1000"]
    assert [g.id for g in found.grounds if g.malicious] == ["wrongful"]


def test_nothing_holds_before_its_day() -> None:
    before = guide(duties(), date(2022, 3, 31), is_closed)
    assert (before.dues, before.duties, before.grounds) == ((), (), ())
    assert len(before.not_yet) == 12
    assert len(guide(duties(), date(2022, 4, 1), is_closed).duties) == 12


def test_the_amendment_of_2026_is_passed_and_not_in_force() -> None:
    (law,) = duties().coming
    assert (law.passed, law.promulgated) == (date(2026, 7, 10), date(2026, 7, 17))
    assert state(law, date(2026, 7, 9)) == "unknown"
    assert state(law, date(2026, 11, 23)) == "passed"
    assert state(law, date(2027, 1, 17)) == "partly"
    assert state(law, date(2028, 7, 17)) == "check"


def test_contents_of_report_and_notice() -> None:
    known = duties()
    assert [e.id for e in known.report.item] == [
        "outline",
        "data",
        "persons",
        "cause",
        "secondary",
        "people",
        "public",
        "prevention",
        "other",
    ]
    assert [e.id for e in known.notice_to_people.item] == [
        "outline",
        "data",
        "cause",
        "secondary",
        "other",
    ]


def test_a_day_beyond_the_calendar_is_refused() -> None:
    assert guide(duties(), date(9999, 1, 1), is_closed, malicious=True).dues
    with pytest.raises(BadInput):
        guide(duties(), date(9999, 1, 2), is_closed)
