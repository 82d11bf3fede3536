"""Statistics, causes, drills, reading and damages as lines: complete, and fit for the screen."""

from __future__ import annotations

import pytest

from pmark_tui.domain.causes import standing
from pmark_tui.domain.drill import coverage, walk
from pmark_tui.domain.jo_model import DataSet, assess
from pmark_tui.domain.text import ambiguous, cell_width
from pmark_tui.report.exposure import exposure_lines, item_lines
from pmark_tui.report.incident_lore import (
    cause_lines,
    drill_lines,
    figure_lines,
    reading_lines,
    yen,
)
from pmark_tui.store import incidents
from tests.domain.small import client, shipped

LANGUAGES = pytest.mark.parametrize("lang", ["ja", "en"])


def fits(lines: list[str]) -> str:
    wide = [line for line in lines if cell_width(line) > 80 and "http" not in line]
    assert wide == []
    text = "\n".join(lines)
    assert not ambiguous(text)
    return text


def test_large_amounts_of_yen_are_read_aloud_in_japanese() -> None:
    assert yen(466_692_500_000, "ja") == "466,692,500,000円（4,666億9,250万円）"
    assert yen(1_388_970_000, "ja") == "1,388,970,000円（13億8,897万円）"
    assert yen(200_000_000, "ja") == "200,000,000円（2億円）"
    assert yen(570_648_000, "ja") == "570,648,000円"
    assert yen(78_000, "en") == "JPY 78,000"


@LANGUAGES
def test_figures_of_2004_are_on_screen(lang: str) -> None:
    text = fits(list(figure_lines(incidents.figures(), lang)))
    for number in ("366", "10,435,061", "336", "31,057", "466,692,500,000", "1,388,970,000"):
        assert number in text
    for percent in (33, 21, 11, 10, 46, 20, 9):
        assert f" {percent}%" in text
    assert "35" in text
    assert ("4,666億9,250万円" in text, "13億8,897万円" in text) == ((lang == "ja",) * 2)


@LANGUAGES
def test_a_break_stands_between_the_years_it_divides(lang: str) -> None:
    text = fits(list(figure_lines(incidents.figures(), lang)))
    mark = text.index("---- ")
    assert (
        text.index("3,048")
        < mark
        < text.index("-- " + incidents.figures().of("jipdec-2022").title.of(lang))
    )


@LANGUAGES
def test_causes_tell_this_clients_state_and_whose_judgement_it_is(lang: str) -> None:
    causes, profile = incidents.causes(), incidents.cause_profile()
    who = client({"J.9.3-1": "no"}, shipped())
    found = standing(profile, shipped(), who)
    text = fits(list(cause_lines(causes, profile, found, shipped(), lang)))
    assert "41.4" in text
    assert "J.9.3-1" in text
    assert causes.label.of(lang)[:20] in text.replace("\n", "")


@LANGUAGES
def test_a_drill_with_and_without_a_client(lang: str) -> None:
    duties, (drill, other) = incidents.duties(), incidents.drills()
    bare = fits(list(drill_lines(drill, walk(drill, duties), (), (other,), lang)))
    assert other.id in bare
    covers = coverage(duties, shipped(), client({"J.4.4.2-12": "no"}, shipped()))
    full = fits(list(drill_lines(drill, walk(drill, duties, covers), covers, (), lang)))
    assert "J.4.4.2-12" in full
    assert len(full) > len(bare) - len(other.title.of(lang)) - 80


@LANGUAGES
def test_today_is_read_before_2005(lang: str) -> None:
    text = fits(list(reading_lines(incidents.reading_list(), lang)))
    assert text.index("www.ppc.go.jp") < text.index("www.atmarkit.co.jp")
    assert "これだけは知っておきたい個人情報保護" in text


@LANGUAGES
def test_damages_come_with_factors_limits_and_credit(lang: str) -> None:
    model = incidents.jo_model()
    found = assess(model, DataSet(7316, ("氏名", "住所", "クレジットカード番号")))
    text = fits(list(exposure_lines(model, found, lang)))
    assert "570,648,000" in text
    assert "500 x (10^(1-1) + 5^(3-1)) x 6 x 1 x 1" in text
    for limit in model.limit:
        assert limit.text.of(lang)[:12] in text
    assert "JNSA" in text
    assert ("高いほう" if lang == "ja" else "the higher") in text


@LANGUAGES
def test_the_list_names_every_item(lang: str) -> None:
    model = incidents.jo_model()
    text = "\n".join(item_lines(model, lang))
    for item in model.item:
        assert item.id in text
    for kind in model.unrated:
        assert kind.title.of(lang) in text
