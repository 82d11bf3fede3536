"""The statistics of leaks: 2004 as in the source material, and the newest comparable ones.

Every figure is data (`questionnaires/privacymark/incident_figures.toml`). Nothing here joins
figures of surveys that count different things.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from pmark_tui.domain.notes import Certainty
from pmark_tui.domain.pack import Text
from pmark_tui.domain.sourced import Source, plain_sources
from pmark_tui.domain.values import frozen


@frozen
class Figure:
    """One number of a survey; `unit`: cases, people, yen, percent, reports, holders, companies."""

    id: str
    label: Text
    value: int | float
    unit: str
    certainty: Certainty


@frozen
class Part:
    """One share, per cent of its survey; `disputed` (per cent) is what another source prints."""

    id: str
    label: Text
    percent: int | float
    certainty: Certainty
    count: int | None = None
    disputed: int | float | None = None
    disputed_source: str = ""
    note: Text | None = None


@frozen
class Share:
    """A survey split `of` something (cause, route, event, medium); `complete` ones sum to 100."""

    of: str
    title: Text
    part: tuple[Part, ...]
    sources: tuple[str, ...]
    complete: bool = False

    @property
    def listed(self) -> float:
        """The sum of what is listed, per cent, to one decimal."""
        return round(sum(p.percent for p in self.part), 1)

    def of_parts(self, ids: tuple[str, ...]) -> float:
        """The sum of some parts, per cent, to one decimal."""
        return round(sum(p.percent for p in self.part if p.id in ids), 1)


@frozen
class Survey:
    """One year of a series; with `break_before` it must not be compared with the year before it."""

    id: str
    series: str
    year: str
    title: Text
    certainty: Certainty
    sources: tuple[str, ...]
    figure: tuple[Figure, ...] = ()
    share: tuple[Share, ...] = ()
    break_before: bool = False
    note: Text | None = None

    def split(self, of: str) -> Share:
        """The share of this survey `of` something."""
        return next(s for s in self.share if s.of == of)


@frozen
class Series:
    """Surveys that count the same thing: what, and where they break."""

    id: str
    title: Text
    counts: Text
    breaks: Text


@frozen
class ChangeStep:
    """One line of the change: some parts of a share of a survey, added up."""

    survey: str
    of: str
    parts: tuple[str, ...]
    label: Text


@frozen
class Change:
    """What has changed since 2004, in words and with the shares behind the words."""

    title: Text
    said: Text
    step: tuple[ChangeStep, ...]


@frozen
class Cost:
    """What answering a leak cost victims, whole yen; up to `yen_high` where a range is known."""

    id: str
    title: Text
    yen: int
    certainty: Certainty
    sources: tuple[str, ...]
    yen_high: int | None = None


@frozen
class Figures:
    """All statistics of leaks that pmark shows."""

    checked_on: date
    notice: Text
    source: tuple[Source, ...]
    series: tuple[Series, ...]
    survey: tuple[Survey, ...]
    change: Change
    cost: tuple[Cost, ...]

    def of(self, survey: str) -> Survey:
        """The survey of this id."""
        return next(s for s in self.survey if s.id == survey)

    def surveys(self, series: str) -> tuple[Survey, ...]:
        """The surveys of a series, oldest first."""
        return tuple(s for s in self.survey if s.series == series)


@frozen
class Bar:
    """One row of a bar chart: `cells` of the width asked for stand for `percent`."""

    part: Part
    cells: int


def bars(share: Share, width: int, full: float = 50.0) -> tuple[Bar, ...]:
    """The rows of a share as bars; `full` per cent fill `width` cells.

    One scale for several charts lets the eye compare them. What is not nothing shows a cell.
    """
    return tuple(
        Bar(p, min(width, max(1 if p.percent else 0, round(p.percent * width / full))))
        for p in share.part
    )


def change(figures: Figures) -> tuple[tuple[ChangeStep, Survey, float], ...]:
    """Each step of the change with its survey and its share, per cent."""
    out = []
    for step in figures.change.step:
        survey = figures.of(step.survey)
        out.append((step, survey, survey.split(step.of).of_parts(step.parts)))
    return tuple(out)


def plain(figures: Figures, lang: str) -> dict[str, Any]:
    """All figures as plain numbers under their ids, with labels in `lang`."""
    return {
        "checked_on": figures.checked_on.isoformat(),
        "notice": figures.notice.of(lang),
        "series": [
            {
                "id": series.id,
                "title": series.title.of(lang),
                "counts": series.counts.of(lang),
                "breaks": series.breaks.of(lang),
                "surveys": [_survey(s, lang) for s in figures.surveys(series.id)],
            }
            for series in figures.series
        ],
        "change": {
            "said": figures.change.said.of(lang),
            "steps": [
                {"label": step.label.of(lang), "survey": survey.id, "of": step.of, "percent": share}
                for step, survey, share in change(figures)
            ],
        },
        "costs": [
            {
                "id": cost.id,
                "title": cost.title.of(lang),
                "yen": cost.yen,
                "yen_high": cost.yen_high,
                "certainty": cost.certainty,
                "sources": list(cost.sources),
            }
            for cost in figures.cost
        ],
        "sources": plain_sources(figures.source, lang),
    }


def _survey(survey: Survey, lang: str) -> Mapping[str, Any]:
    return {
        "id": survey.id,
        "year": survey.year,
        "title": survey.title.of(lang),
        "break_before": survey.break_before,
        "certainty": survey.certainty,
        "figures": {f.id: f.value for f in survey.figure},
        "labels": {f.id: f.label.of(lang) for f in survey.figure},
        "units": {f.id: f.unit for f in survey.figure},
        "inferred": [f.id for f in survey.figure if f.certainty == "inferred"],
        "shares": {
            share.of: {
                "title": share.title.of(lang),
                "complete": share.complete,
                "listed": share.listed,
                "parts": [_part(p, lang) for p in share.part],
            }
            for share in survey.share
        },
        "note": survey.note.of(lang) if survey.note else "",
        "sources": list(survey.sources),
    }


def _part(part: Part, lang: str) -> dict[str, Any]:
    row: dict[str, Any] = {
        "id": part.id,
        "label": part.label.of(lang),
        "percent": part.percent,
        "certainty": part.certainty,
    }
    if part.count is not None:
        row["count"] = part.count
    if part.disputed is not None:
        row["disputed"] = {"percent": part.disputed, "source": part.disputed_source}
    if part.note is not None:
        row["note"] = part.note.of(lang)
    return row
