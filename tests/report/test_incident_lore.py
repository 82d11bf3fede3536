"""Statistics, causes, drills, reading and damages as lines: complete, and fit for the screen."""

from __future__ import annotations

import re
from datetime import date

import pytest

from pmark_tui.domain.causes import standing
from pmark_tui.domain.client import DataSet
from pmark_tui.domain.drill import coverage, walk
from pmark_tui.domain.incident_figures import plain
from pmark_tui.domain.jo_model import assess
from pmark_tui.domain.text import ambiguous, cell_width
from pmark_tui.report.exposure import exposure_lines, item_lines
from pmark_tui.report.html import html
from pmark_tui.report.incident_lore import (
    cause_lines,
    drill_lines,
    figure_lines,
    reading_lines,
)
from pmark_tui.report.markdown import markdown
from pmark_tui.report.output import make
from pmark_tui.store import incidents
from pmark_tui.texts.figures import large_yen
from tests.domain.small import client, shipped

LANGUAGES = pytest.mark.parametrize("lang", ["ja", "en"])


def fits(lines: list[str]) -> str:
    wide = [line for line in lines if cell_width(line) > 78 and "http" not in line]
    assert wide == []
    text = "\n".join(lines)
    assert not ambiguous(text)
    return text


def test_large_amounts_of_yen_are_read_aloud_in_japanese() -> None:
    assert large_yen(466_692_500_000, "ja") == "466,692,500,000円（4,666億9,250万円）"
    assert large_yen(1_388_970_000, "ja") == "1,388,970,000円（13億8,897万円）"
    assert large_yen(200_000_000, "ja") == "200,000,000円（2億円）"
    assert large_yen(570_648_000, "ja") == "570,648,000円"
    assert large_yen(78_000, "en") == "JPY 78,000"


# The block of 2004, every number of it, by hand from the facts: id, label, shown in Japanese, in English.
NUMBERS_2004 = (
    ("incidents", 366, "漏えいの件数：366件", "Leaks: 366"),
    ("people", 10435061, "漏えいした人数：10,435,061人", "People affected: 10,435,061 people"),
    ("average_people", 31057, "1件あたりの人数：31,057人", "People per leak: 31,057 people"),
    (
        "total_yen",
        466692500000,
        "想定損害賠償額の合計：466,692,500,000円（4,666億9,250万円）",
        "Assumed damages in all: JPY 466,692,500,000",
    ),
    (
        "average_yen",
        1388970000,
        "1件あたりの想定損害賠償額：1,388,970,000円（13億8,897万円）",
        "Assumed damages per leak: JPY 1,388,970,000",
    ),
    ("known_size", 336, "336件 [推定]", ": 336 [inferred]"),
    ("known_size_percent", 91.8, "人数が分かる件数の割合：91.8% [推定]", ": 91.8% [inferred]"),
    ("total_per_person", 44724, "44,724円 [推定]", "JPY 44,724 [inferred]"),
)
SHARES_2004 = {
    "cause": "盗難 33 紛失・置忘れ 21 誤操作 11 管理ミス 10 内部犯罪・内部不正行為 10 "
    "不正な情報持ち出し 3 目的外使用 3 不正アクセス 2 設定ミス 2 不明 2 バグ・セキュリティホール 1 "
    "ワーム・ウイルス 1 その他 1",
    "route": "紙媒体 46 PC本体 20 FD等可搬記録媒体 9 Web・Net 7 Email 7 その他 7 不明 4 FTP 0",
}


def pairs(written: str) -> list[tuple[str, int]]:
    words = written.split()
    return list(zip(words[::2], map(int, words[1::2]), strict=True))


@LANGUAGES
def test_every_figure_of_2004_is_on_screen_and_in_json(lang: str) -> None:
    whole = fits(list(figure_lines(incidents.figures(), lang)))
    begin = whole.index("-- 2004")
    lines = whole[begin : whole.index("-- 2018")].splitlines()
    block = "".join(line.strip() if line.startswith("     ") else f"\n{line}" for line in lines)
    (jnsa, *_) = plain(incidents.figures(), lang)["series"]
    survey = next(s for s in jnsa["surveys"] if s["id"] == "jnsa-2004")
    assert survey["figures"] == {key: value for key, value, _, _ in NUMBERS_2004}
    for _, _, ja, en in NUMBERS_2004:
        assert (ja if lang == "ja" else en) in block
    for of, written in SHARES_2004.items():
        parts = survey["shares"][of]["parts"]
        assert [p["percent"] for p in parts] == [percent for _, percent in pairs(written)]
        assert sum(percent for _, percent in pairs(written)) == 100
        for part in parts:
            shown = [line for line in lines if line.strip().startswith(f"{part['label']} ")]
            assert any(f" {part['percent']}%" in line for line in shown), part
        if lang == "ja":
            assert [(p["label"], p["percent"]) for p in parts] == pairs(written)
    (theft, *others) = survey["shares"]["cause"]["parts"]
    assert theft["disputed"] == {"percent": 35, "source": "press2005"}
    assert not any("disputed" in part for part in others)
    assert ("INTERNET Watch" in block, "35" in block, "33%*" in block) == (True, True, True)


def test_what_nobody_published_is_nowhere() -> None:
    """The total divided by 366 would be 1,275 million yen."""
    text = "\n".join(figure_lines(incidents.figures(), "ja"))
    assert not any(word in text for word in ("12億7", "1,275,1"))


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


def test_the_report_shows_2004_beside_the_newest_with_each_break_between() -> None:
    """Bars of text in Markdown, pictures in HTML; every share of 2004 stands in both."""
    pack = shipped()
    who = client({}, pack)
    view = make(pack, who, "full", "ja", date(2026, 11, 23))
    text, page = markdown(view), html(view)
    for of, written in SHARES_2004.items():
        (picture,) = re.findall(rf'<svg[^>]*"leaks-jnsa-2004-{of}-t .*?</svg>', page)
        for label, percent in pairs(written):
            row = rf"\| {re.escape(label)} +\| +{percent}%\\?[*?]? +\| `[#-]+`"
            assert re.search(row, text), label
            assert re.search(rf">{re.escape(label)}</text>.*?>{percent}%[*?]?</text>", picture)
    assert 'stroke-dasharray="3 2"' in page  # the disputed 35 beside the 33
    broken = "ここで数え方が変わりました。前の年と比べません"
    assert text.count(broken) == page.count(f'<p class="lead">{broken}') == 2
    assert text.index("事故報告：3,048件") < text.index(broken) < text.index("事故報告：7,009件")
    assert "盗難と紙の時代から、誤った相手への交付・送信と、ネットからの侵入の時代へ" in text
    last = page[page.rindex("<section ") :]
    assert 'id="reading" class="new-page"' in last
    assert "にわか管理者奮闘記" in last


def test_the_report_shows_assumed_damages_with_the_limits_and_whose_model_it_is() -> None:
    pack = shipped()
    sets = (
        DataSet(7316, ("氏名", "住所", "クレジットカード番号と有効期限"), name="会員"),
        DataSet(3, ("マイナンバー",), name="従業者"),
    )
    who = client({}, pack).changed(data_sets=sets)
    text = markdown(make(pack, who, "full", "ja", date(2026, 11, 23)))
    assert re.search(r"\| 会員 +\| 7,316 \| +78,000円 \| +570,648,000円 \|", text)
    assert "570,648,000円（2件のうち1件の合計" in text
    assert "推測しません）：マイナンバー" in text
    assert "0.02%" in text
    assert "日本ネットワークセキュリティ協会（JNSA）" in text
