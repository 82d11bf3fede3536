"""The picture of the cost over the years."""

from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

import pytest

from pmark_tui.domain.budget import assume, over_years
from pmark_tui.report.cost_svg import to_svg
from pmark_tui.store.scheme import charges, fee_book

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_bar_a_year_with_the_range_marked(lang):
    dues = [assume(charges(), "dues", [10_000])]
    budget = over_years(fee_book(), "new", "small", date(2026, 11, 1), 4, dues)
    drawn = to_svg(budget, lang)
    picture = ElementTree.fromstring(drawn)
    bars = picture.findall(f"{SVG}rect")
    assert len(bars) == 8
    # highest year: 346,000 + 10,000 yen over the whole 360 pixels, 345,000 of them solid
    assert [int(bar.attrib["width"]) for bar in bars[:4]] == [348, 12, 10, 0]
    figures = [text.text for text in picture.findall(f"{SVG}text")]
    assert figures[:4] == ["2026-11-01", "345,000 - 356,000", "2027-11-01", "10,000"]
    assert ("概算" if lang == "ja" else "estimate") in (picture.findtext(f"{SVG}desc") or "")
    assert drawn == to_svg(budget, lang)
