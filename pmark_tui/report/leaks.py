"""The statistics of leaks, as a report shows them."""

from __future__ import annotations

from collections.abc import Iterator

from pmark_tui.domain.incident_figures import (
    Figure,
    Figures,
    Share,
    Survey,
    bars,
    change,
)
from pmark_tui.report.model_leaks import (
    LeakChange,
    LeakPart,
    Leaks,
    LeakSeries,
    LeakShare,
    LeakSurvey,
    Pair,
)
from pmark_tui.report.words import Words
from pmark_tui.texts import text
from pmark_tui.texts.figures import large_yen
from pmark_tui.texts.incidents import INCIDENTS

BAR, FULL = 20, 50.0
"""Cells of a bar of text and the per cent that fill it: one scale for every chart."""


def leaks(figures: Figures, words: Words) -> Leaks:
    """All statistics: what has changed, then each series with its breaks, then what victims paid."""
    lang = words.lang
    series = tuple(
        LeakSeries(
            id=one.id,
            title=one.title.of(lang),
            counts=_say("figures_counts", lang, counts=one.counts.of(lang)),
            breaks=_say("figures_break", lang, breaks=one.breaks.of(lang)),
            surveys=tuple(_survey(figures, s, lang) for s in figures.surveys(one.id)),
        )
        for one in figures.series
    )
    steps = tuple(
        LeakChange(step.label.of(lang), survey.title.of(lang), percent / 100, f"{percent:g}%")
        for step, survey, percent in change(figures)
    )
    return Leaks(
        notice=figures.notice.of(lang),
        change_title=figures.change.title.of(lang),
        change_said=figures.change.said.of(lang),
        change=steps,
        series=series,
        costs=tuple(_costs(figures, lang)),
        sources=tuple(
            (s.title.of(lang), " ".join(filter(None, (s.dated, s.url)))) for s in figures.source
        ),
    )


def _survey(figures: Figures, survey: Survey, lang: str) -> LeakSurvey:
    return LeakSurvey(
        id=survey.id,
        title=survey.title.of(lang),
        broken=_say("figures_break_here", lang).strip("- ") if survey.break_before else "",
        facts=tuple(_fact(figure, lang) for figure in survey.figure),
        shares=tuple(_share(figures, survey, share, lang) for share in survey.share),
        note=survey.note.of(lang) if survey.note else "",
    )


def _fact(figure: Figure, lang: str) -> Pair:
    if figure.unit == "yen":
        shown = large_yen(int(figure.value), lang)
    else:
        shown = _say(f"unit_{figure.unit}", lang, value=figure.value)
    sure = "" if figure.certainty == "confirmed" else f" [{_say(figure.certainty, lang)}]"
    return figure.label.of(lang), f"{shown}{sure}"


def _share(figures: Figures, survey: Survey, share: Share, lang: str) -> LeakShare:
    """A share with its bars; below it what it sums to, what is disputed, what one source alone says."""
    notes = [
        _say(
            "figures_sum" if share.complete else "figures_listed", lang, listed=f"{share.listed:g}"
        )
    ]
    if any(p.certainty == "one-source" for p in share.part):
        notes.append(f"? {_say('one-source', lang)}")
    titles = {s.id: s.title.of(lang) for s in figures.source}
    for part in share.part:
        if part.disputed is not None:
            note = part.note.of(lang) if part.note else ""
            source = titles[part.disputed_source]
            notes.append(
                _say("figures_disputed", lang, source=source, percent=part.disputed, note=note)
            )
    parts = []
    for bar in bars(share, BAR, FULL):
        part = bar.part
        mark = "*" if part.disputed is not None else "" if part.certainty == "confirmed" else "?"
        parts.append(
            LeakPart(
                id=part.id,
                label=part.label.of(lang),
                share=part.percent / 100,
                share_text=f"{part.percent}%{mark}",
                bar="#" * bar.cells or "-",
                disputed=None if part.disputed is None else part.disputed / 100,
            )
        )
    return LeakShare(
        id=f"leaks-{survey.id}-{share.of}",
        title=f"{survey.title.of(lang)} {share.title.of(lang)}",
        of=share.title.of(lang),
        parts=tuple(parts),
        notes=tuple(notes),
    )


def _costs(figures: Figures, lang: str) -> Iterator[Pair]:
    for cost in figures.cost:
        amount = large_yen(cost.yen, lang)
        if cost.yen_high:
            amount = f"{amount} - {large_yen(cost.yen_high, lang)}"
        yield cost.title.of(lang), f"{amount} [{_say(cost.certainty, lang)}]"


def _say(key: str, lang: str, **values: object) -> str:
    return text(INCIDENTS, key, lang, **values)
