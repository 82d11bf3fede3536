"""The cost over the years as an SVG picture for the HTML report: the same bytes for the same budget."""

from __future__ import annotations

from pmark_tui.domain.budget import Budget, YearCost
from pmark_tui.texts import text
from pmark_tui.texts.money import MONEY

_ROW, _BAR, _LABEL, _FIGURE = 28, 360, 110, 190
"""Height of a row, longest bar, room for the year and for the figure, in pixels."""


def to_svg(budget: Budget, lang: str) -> str:
    """A bar for each year; the part between lowest and highest is hatched, so colour tells nothing.

    Args:
        budget: the cost of some years.
        lang: ja or en.
    """
    title = text(MONEY, "years_head", lang, years=budget.years)
    status = text(MONEY, f"status_{budget.status}", lang)
    most = max(_high(year) for year in budget.by_year) or 1
    width, height = _LABEL + _BAR + _FIGURE, _ROW * (len(budget.by_year) + 1)
    rows = [_row(year, place, most) for place, year in enumerate(budget.by_year)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {width} {height}"'
            ' font-family="sans-serif" font-size="13" fill="currentColor">',
            f"<title>{_escape(title)}</title>",
            f"<desc>{_escape(status)}</desc>",
            '<defs><pattern id="range" width="6" height="6" patternUnits="userSpaceOnUse">'
            '<path d="M0 6L6 0" stroke="currentColor" stroke-width="1.5"/></pattern></defs>',
            *rows,
            f'<text x="0" y="{height - 9}">{_escape(status)}</text>',
            "</svg>",
        ]
    )


def _row(year: YearCost, place: int, most: int) -> str:
    low, high = year.fees_low + year.extras, _high(year)
    solid, whole = low * _BAR // most, high * _BAR // most
    top, base = place * _ROW + 5, place * _ROW + 18
    figure = f"{low:,}" if low == high else f"{low:,} - {high:,}"
    return (
        f'<text x="0" y="{base}">{year.first.isoformat()}</text>'
        f'<rect x="{_LABEL}" y="{top}" width="{solid}" height="16" opacity="0.75"/>'
        f'<rect x="{_LABEL + solid}" y="{top}" width="{whole - solid}" height="16"'
        ' fill="url(#range)"/>'
        f'<text x="{_LABEL + whole + 8}" y="{base}">{figure}</text>'
    )


def _high(year: YearCost) -> int:
    return year.fees_high + year.extras


def _escape(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")
