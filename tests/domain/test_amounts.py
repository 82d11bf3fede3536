"""Whole numbers as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmark_tui.domain.amounts import parse_amount


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("12", 12),
        ("１２", 12),
        ("10,000,000", 10_000_000),
        ("1,000万", 10_000_000),
        ("１０００万円", 10_000_000),
        ("1億2,000万", 120_000_000),
        ("３億", 300_000_000),
        ("5千万", None),  # 千 before 万 is not a number of 万: write 5,000万
        ("5千", 5_000),
        ("12人", 12),
        ("0", 0),
        ("", None),
        ("なし", None),
        ("-5", None),
        ("1.5", None),
        ("万", None),
        ("1万億", None),
        ("9" * 16, None),
        ("②", 2),  # NFKC: what an input method may commit for a circled digit
    ],
)
def test_amounts(written: str, number: int | None) -> None:
    assert parse_amount(written) == number


@given(st.integers(0, 10**14))
def test_what_is_printed_with_commas_is_read_back(number: int) -> None:
    assert parse_amount(f"{number:,}") == number


@given(st.text(max_size=30))
def test_anything_at_all_is_a_number_or_none(written: str) -> None:
    found = parse_amount(written)
    assert found is None or found >= 0
