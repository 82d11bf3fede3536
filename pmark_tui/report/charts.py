"""The report's pictures as SVG: plain text, no library, one colour (the reader's own), any width.

Each has a title and a description for those who do not see it, and its figures stand in the table of
the same id.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from html import escape
from math import cos, pi, sin

from pmark_tui.domain.text import cell_width, clip
from pmark_tui.report.bars import bounds, stages
from pmark_tui.report.model import ReportView
from pmark_tui.report.model_leaks import LeakShare
from pmark_tui.report.words import Words

_WIDTH, _ROW, _SIZE = 720, 30, 13
_CELL = _SIZE * 0.56
"""About how wide one terminal cell of text is in a picture."""


def picture(table: str, view: ReportView) -> str:
    """The picture that goes with a table; "" where it has none."""
    words = Words(view.lang)
    if draw := _PICTURES.get(table):
        return draw(view, words)
    if view.leaks and (share := view.leaks.share(table)):
        return _leaks(share, words)
    return ""


def _svg(name: str, height: float, parts: list[str], words: Words) -> str:
    return _titled(name, words(f"chart_{name}"), words(f"chart_{name}_desc"), height, parts)


def _titled(name: str, title: str, described: str, height: float, parts: list[str]) -> str:
    return (
        f'<svg role="img" aria-labelledby="{name}-t {name}-d" '
        f'viewBox="0 0 {_WIDTH} {_number(height)}" '
        f'xmlns="http://www.w3.org/2000/svg" font-family="sans-serif" font-size="{_SIZE}" '
        'fill="currentColor">'
        f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-d">{escape(described)}</desc>'
        f"{''.join(parts)}</svg>"
    )


def _number(value: float) -> str:
    """A coordinate with at most two decimals, so that pictures are the same everywhere."""
    return f"{round(value, 2):g}"


def _rect(x: float, y: float, width: float, height: float, opacity: float) -> str:
    return (
        f'<rect x="{_number(x)}" y="{_number(y)}" width="{_number(max(width, 0))}" '
        f'height="{_number(height)}" fill-opacity="{_number(opacity)}"/>'
    )


def _line(x1: float, y1: float, x2: float, y2: float, width: float = 1) -> str:
    return (
        f'<line x1="{_number(x1)}" y1="{_number(y1)}" x2="{_number(x2)}" y2="{_number(y2)}" '
        f'stroke="currentColor" stroke-width="{_number(width)}" stroke-opacity="0.5"/>'
    )


def _text(x: float, y: float, text: str, anchor: str = "start", bold: bool = False) -> str:
    weight = ' font-weight="bold"' if bold else ""
    return f'<text x="{_number(x)}" y="{_number(y)}" text-anchor="{anchor}"{weight}>{escape(text)}</text>'


def _fitted(text: str, width: float) -> str:
    """The text, cut where it is too wide; a Japanese letter is as wide as it is high."""
    return text if _wide(text) <= width else clip(text, int(width / _CELL))


def _wide(text: str) -> float:
    """How wide the text is at the most."""
    return sum(_SIZE if cell_width(c) == 2 else _CELL for c in text)


def _steps(view: ReportView, words: Words) -> str:
    left, span = 170.0, 300.0
    parts = []
    for place, step in enumerate(view.steps):
        y = place * _ROW + 6
        parts += [
            _text(0, y + 15, _fitted(step.title, left - 8)),
            _rect(left, y, span, 20, 0.08),
            _rect(left, y, span * step.high, 20, 0.3),
            _rect(left, y, span * step.low, 20, 0.75),
            _text(left + span + 10, y + 15, step.range),
        ]
        status = step.status_label
        if step.blockers:
            status = f"{status} {len(step.blockers)}"
            x = left + span + 128
            parts.append(
                f'<path d="M{_number(x)} {y + 4}l12 12m0-12l-12 12" stroke="currentColor" '
                'stroke-width="2.5"/>'
            )
        parts.append(_text(left + span + 146, y + 15, status, bold=bool(step.blockers)))
    height = len(view.steps) * _ROW + 22
    for share in (0.0, 0.5, 1.0):
        x = left + span * share
        parts.append(_line(x, 2, x, height - 18))
        parts.append(_text(x, height - 4, f"{share:.0%}", "middle"))
    return _svg("steps", height, parts, words)


def _chapters(view: ReportView, words: Words) -> str:
    count = len(view.chapters)
    if count < 3:
        return ""
    radius, middle_x, middle_y = 150.0, _WIDTH / 2, 185.0

    def point(place: int, share: float) -> tuple[float, float]:
        angle = 2 * pi * place / count - pi / 2
        return middle_x + radius * share * cos(angle), middle_y + radius * share * sin(angle)

    def ring(shares: list[float], looks: str) -> str:
        points = " ".join(
            f"{_number(x)},{_number(y)}" for x, y in (point(n, s) for n, s in enumerate(shares))
        )
        return f'<polygon points="{points}" {looks}/>'

    outline = 'fill="none" stroke="currentColor" stroke-opacity="0.3"'
    parts = [ring([share] * count, outline) for share in (0.25, 0.5, 0.75, 1.0)]
    parts += [_line(middle_x, middle_y, *point(n, 1.0), width=0.5) for n in range(count)]
    edge = 'stroke="currentColor"'
    highs, lows = [c.high for c in view.chapters], [c.low for c in view.chapters]
    parts.append(ring(highs, f'fill-opacity="0.15" {edge} stroke-dasharray="4 3"'))
    parts.append(ring(lows, f'fill-opacity="0.45" {edge}'))
    for place, chapter in enumerate(view.chapters):
        x, y = point(place, 1.1)
        anchor = "middle" if abs(x - middle_x) < 12 else "start" if x > middle_x else "end"
        parts.append(_text(x, y + 5, f"{chapter.id} {chapter.range}", anchor))
    parts.append(_text(middle_x + 4, middle_y - radius * 0.5, "50%"))
    return _svg("chapters", 2 * middle_y, parts, words)


def _years(view: ReportView, words: Words) -> str:
    years = view.money.years
    most = max((year.high for year in years), default=0)
    if not most:
        return ""
    top, floor = 26.0, 206.0
    step = (_WIDTH - 20) / len(years)
    parts = [_line(10, floor, _WIDTH - 10, floor)]
    for place, year in enumerate(years):
        x, width = 10 + place * step + step * 0.2, step * 0.6
        high = (floor - top) * year.high / most
        low = (floor - top) * year.low / most
        if year.high:
            parts += [
                _rect(x, floor - high, width, high, 0.3),
                _rect(x, floor - low, width, low, 0.45),
                _text(x + width / 2, floor - high - 6, _short(year.amount, step), "middle"),
            ]
        parts.append(_text(x + width / 2, floor + 18, words("year_n", n=year.number), "middle"))
    return _svg("years", floor + 26, parts, words)


def _short(amount: str, width: float) -> str:
    """An amount where it fits, else without its unit."""
    return (
        amount
        if cell_width(amount) * _CELL < width
        else amount.removeprefix("JPY ").removesuffix("円")
    )


def _calendar(view: ReportView, words: Words) -> str:
    shown = stages(view.calendar.milestones)
    if not shown:
        return ""
    left = min(max(_wide(stage.title) for stage in shown) + 10, _WIDTH * 0.55)
    span = _WIDTH - left - 10
    begin, end = bounds(shown)
    scale = span / max(end - begin, 1)
    parts = []
    for place, stage in enumerate(shown):
        first, last, earliest, latest = (
            left + (day - begin) * scale
            for day in (stage.first, stage.last, stage.earliest, stage.latest)
        )
        y = place * 24 + 4
        parts += [
            _text(0, y + 13, _fitted(stage.title, left - 8)),
            _line(earliest, y + 9, latest, y + 9),
            _rect(first, y + 2, max(last - first, 4), 14, 0.65),
        ]
    height = len(shown) * 24 + 24
    for share, anchor in ((0.0, "start"), (0.5, "middle"), (1.0, "end")):
        x = left + span * share
        at = date.fromordinal(round(begin + (end - begin) * share)).isoformat()
        parts += [_line(x, 0, x, height - 20), _text(x, height - 4, at, anchor)]
    return _svg("calendar", height, parts, words)


def _causes(view: ReportView, words: Words) -> str:
    if view.causes is None:
        return ""
    left, span = 210.0, 320.0
    most = max(row.share for row in view.causes.rows) or 1.0
    parts = []
    for place, row in enumerate(view.causes.rows):
        y = place * 26 + 4
        parts += [
            _text(0, y + 14, _fitted(row.title, left - 8)),
            _rect(left, y, span * row.share / most, 18, 0.65),
            _text(left + span * row.share / most + 8, y + 14, row.share_text),
        ]
    return _svg("causes", len(view.causes.rows) * 26 + 8, parts, words)


def _leaks(share: LeakShare, words: Words) -> str:
    parts: list[str] = []
    for place, part in enumerate(share.parts):
        parts += _bar(place, part.label, part.share, part.share_text)
        if part.disputed is not None:
            x, y = _LEFT + _SPAN * part.share / _FULL, place * 26 + 4
            width = _SPAN * (part.disputed - part.share) / _FULL
            parts.append(
                f'<rect x="{_number(min(x, x + width))}" y="{y}" width="{_number(abs(width))}" '
                'height="18" fill="none" stroke="currentColor" stroke-dasharray="3 2"/>'
            )
    height = len(share.parts) * 26 + 8
    return _titled(share.id, share.title, words("chart_leaks_desc"), height, parts)


def _change(view: ReportView, words: Words) -> str:
    if view.leaks is None:
        return ""
    parts: list[str] = []
    before = ""
    for place, step in enumerate(view.leaks.change):
        if place and step.survey != before:
            parts.append(_break(place * 26 + 0.5))
        parts += _bar(place, step.label, step.share, step.share_text)
        before = step.survey
    return _svg("leaks-change", len(view.leaks.change) * 26 + 8, parts, words)


_LEFT, _SPAN, _FULL = 280.0, 350.0, 0.8
"""Where bars of leaks begin, how wide they may be, and the share that is so wide: one scale for all."""


def _break(y: float) -> str:
    """Between two surveys that count differently."""
    return (
        f'<path d="M0 {_number(y)}H{_WIDTH}" stroke="currentColor" stroke-opacity="0.5" '
        'stroke-dasharray="2 4"/>'
    )


def _bar(place: int, label: str, share: float, said: str) -> tuple[str, str, str]:
    y, width = place * 26 + 4, _SPAN * share / _FULL
    return (
        _text(0, y + 14, _fitted(label, _LEFT - 8)),
        _rect(_LEFT, y, width, 18, 0.65),
        _text(_LEFT + width + 18, y + 14, said),
    )


_PICTURES: dict[str, Callable[[ReportView, Words], str]] = {
    "steps": _steps,
    "chapters": _chapters,
    "fee-years": _years,
    "calendar": _calendar,
    "causes": _causes,
    "leaks-change": _change,
}
