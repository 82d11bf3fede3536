"""Japanese text in cells: widths, line breaks, folding."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pmark_tui.domain.text import (
    ambiguous,
    break_offsets,
    cell_width,
    clip,
    flow,
    fold,
    pad,
    wrap,
)

JAPANESE = st.text(alphabet="個人情報をまもる、。「」（）ーっゃ abcJIS15001 A.1\n", max_size=200)


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("abc", 3),
        ("個人", 4),
        ("ｱｲ", 2),
        ("１２", 4),
        ("か\u3099", 2),  # a combining mark takes no cell
        ("「はい」の目安", 14),
        ("", 0),
    ],
)
def test_width_in_cells(text: str, cells: int) -> None:
    assert cell_width(text) == cells


def test_width_agrees_with_the_screen_for_all_of_jis_x_0208() -> None:
    from rich.cells import cell_len

    rows = [bytes([a, b]) for a in range(0xA1, 0xF5) for b in range(0xA1, 0xFF)]
    characters = []
    for row in rows:
        try:
            characters.append(row.decode("euc_jp"))
        except UnicodeDecodeError:
            continue
    assert len(characters) > 6000
    wrong = [c for c in characters if cell_width(c) != cell_len(c)]
    assert wrong == []


@given(JAPANESE, st.integers(2, 60))
def test_wrapped_lines_fit_and_lose_nothing_but_spaces(text: str, width: int) -> None:
    lines = wrap(text, width)
    joined = "".join(lines).replace(" ", "").replace("\n", "")
    assert joined == text.replace(" ", "").replace("\n", "")
    # only what may not be broken at all may stick out: closing marks after a full line
    for line in lines:
        assert cell_width(line.rstrip()) <= width or width < 8


@given(JAPANESE, st.integers(8, 60))
@example("0、、、、まま 、", 8)
def test_no_line_begins_with_a_closing_mark(text: str, width: int) -> None:
    for paragraph in text.split("\n"):
        for offset in break_offsets(paragraph, width):
            before, after = paragraph[offset - 1], paragraph[offset]
            if after in "、。」）ーっゃ":
                # allowed only where the whole line up to here offered no place to break
                assert not any(
                    _breakable(paragraph, i) for i in range(max(0, offset - width // 2 + 2), offset)
                )
            assert before not in "「（" or width < 12


def _breakable(text: str, index: int) -> bool:
    if index <= 0:
        return False
    before, after = text[index - 1], text[index]
    plain = "個人情報をまもる"
    return before in plain and after in plain


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("これは「はい」の場合です。", 12, ["これは「は", "い」の場合で", "す。"]),
        ("規格 JIS Q 15001 の話", 10, ["規格 JIS Q", "15001 の話"]),
        ("改善している", 8, ["改善して", "いる"]),
        ("abcdefgh", 4, ["abcd", "efgh"]),
        ("", 10, [""]),
    ],
)
def test_where_lines_break(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@given(st.text(max_size=60), st.integers(0, 30))
def test_clipped_text_fits(text: str, cells: int) -> None:
    assert cell_width(clip(text, cells)) <= max(cells, 0)


def test_padding_counts_cells() -> None:
    assert pad("申請", 6) == "申請  "
    assert pad("長い見出し", 4) == "長い見出し"


def test_parts_flow_without_being_broken() -> None:
    assert flow(["申請 10%", "文書審査 20%", "付与 0%"], 22) == [
        "申請 10%  文書審査 20%",
        "付与 0%",
    ]
    assert flow([], 10) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("ダイチョウ", "だいちょう"), ("Ｊ．９．２", "j.9.2"), ("個人 情報", "個人情報"), ("ｶﾞ", "が")],
)
def test_search_folds_kana_width_case_and_spaces(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_ambiguous_characters_are_named_once() -> None:
    assert ambiguous("①と※と①、はい") == "①※"
    assert ambiguous("「はい」・ー〜") == ""
    assert unicodedata.east_asian_width("①") == "A"
