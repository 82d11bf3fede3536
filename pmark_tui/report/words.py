"""The report's sentences in one language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cache

from pmark_tui.report.blocks import in_one_line
from pmark_tui.report.model import Fact
from pmark_tui.texts import text
from pmark_tui.texts.figures import hours, percent
from pmark_tui.texts.report import REPORT
from pmark_tui.texts.report_plan import REPORT_PLAN

BAR_CELLS = 20


@cache
def _said(lang: str) -> dict[str, str]:
    """Every sentence of a report in one language: one report asks for thousands."""
    return {key: text(area, key, lang) for area in (REPORT, REPORT_PLAN) for key in area}


class Words:
    """The texts of a report in one language, and figures as a report shows them."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self._said = _said(lang)

    def __call__(self, key: str, /, **values: object) -> str:
        """The sentence `key` with its places filled, as `texts.text` does."""
        sentence = self._said[key]
        return sentence.format(**values) if values else sentence

    def join(self, parts: Iterable[str]) -> str:
        """A list in one line."""
        return self("separator").join(parts)

    def brief(self, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
        """Facts with short neighbours in one line."""
        return in_one_line(facts, self("colon"), self("slash"))

    def range(self, low: float, high: float) -> str:
        """A range of 0..1 in per cent; one figure where nothing is open."""
        shown = percent(low), percent(high)
        return shown[0] if shown[0] == shown[1] else self("range", low=shown[0], high=shown[1])

    def effort(self, needed: float, with_template: float) -> str:
        """Hours to close a gap, without and with a template at hand."""
        return self("hours", hours=hours(needed), template=hours(with_template))


def bar(low: float, high: float, cells: int = BAR_CELLS) -> str:
    """A range as a bar: `=` what is certain, `-` what is open, `.` what is missing."""
    certain = _cells(low, cells)
    reached = max(certain, _cells(high, cells))
    return "=" * certain + "-" * (reached - certain) + "." * (cells - reached)


def _cells(share: float, cells: int) -> int:
    """Cells of a share, rounded; only a whole fills the bar."""
    return cells if share >= 1.0 else min(round(share * cells), cells - 1)


def iso(day: date | None) -> str:
    """A date as YYYY-MM-DD, or nothing."""
    return day.isoformat() if day else ""
