"""What to know before a leak, as lines of text: statistics, causes, drills, reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pmark_tui.domain.causes import CauseProfile, Causes, Standing
from pmark_tui.domain.drill import Cover, Drill, Walk, uncovered
from pmark_tui.domain.incident_figures import Figures, Share, Survey, bars, change
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.reading import Era, Reading, ReadingList
from pmark_tui.domain.text import cell_width, pad, wrap
from pmark_tui.report.incident_guide import WIDTH, labelled, source_lines
from pmark_tui.texts import text
from pmark_tui.texts.figures import large_yen
from pmark_tui.texts.incidents import INCIDENTS

_BAR, _FULL = 30, 50.0
"""Cells of a bar, and the per cent that fill it: one scale for every chart."""


def figure_lines(figures: Figures, lang: str) -> Iterator[str]:
    """All statistics, oldest first within a series; breaks are marked, never bridged."""
    yield _say("figures_head", lang)
    yield from _wrapped(figures.notice.of(lang))
    yield ""
    yield f"== {figures.change.title.of(lang)}"
    yield from _wrapped(figures.change.said.of(lang))
    for step, survey, percent in change(figures):
        named = labelled(step.label.of(lang), survey.title.of(lang), lang)
        yield from _wrapped(f"{percent:>6}%  {named}", " " * 9)
    for series in figures.series:
        yield ""
        yield f"== {series.title.of(lang)}"
        yield from _wrapped(_say("figures_counts", lang, counts=series.counts.of(lang)))
        yield from _wrapped(_say("figures_break", lang, breaks=series.breaks.of(lang)))
        for survey in figures.surveys(series.id):
            yield from _survey(figures, survey, lang)
    yield ""
    yield f"== {_say('figures_costs', lang)}"
    for cost in figures.cost:
        amount = large_yen(cost.yen, lang)
        if cost.yen_high:
            amount = f"{amount} - {large_yen(cost.yen_high, lang)}"
        cost_of = labelled(cost.title.of(lang), amount, lang)
        yield from _wrapped(f"- {cost_of} [{_say(cost.certainty, lang)}]", "  ")
    yield ""
    yield f"== {_say('rest_sources', lang)}"
    yield from source_lines(figures.source, lang)


def _survey(figures: Figures, survey: Survey, lang: str) -> Iterator[str]:
    yield ""
    if survey.break_before:
        yield _say("figures_break_here", lang)
    yield f"-- {survey.title.of(lang)}"
    for figure in survey.figure:
        shown = (
            large_yen(int(figure.value), lang)
            if figure.unit == "yen"
            else _say(f"unit_{figure.unit}", lang, value=figure.value)
        )
        sure = "" if figure.certainty == "confirmed" else f" [{_say(figure.certainty, lang)}]"
        counted = labelled(figure.label.of(lang), shown, lang)
        yield from _wrapped(f"   {counted}{sure}", "     ")
    if survey.note:
        yield from _wrapped(f"   {survey.note.of(lang)}", "   ")
    for share in survey.share:
        yield f"   {share.title.of(lang)}"
        yield from _chart(figures, share, lang)


def _chart(figures: Figures, share: Share, lang: str) -> Iterator[str]:
    """A share as bars, what is disputed below it."""
    width = max(cell_width(p.label.of(lang)) for p in share.part)
    for bar in bars(share, _BAR, _FULL):
        part = bar.part
        sure = "*" if part.disputed is not None else "?" if part.certainty != "confirmed" else " "
        label = pad(part.label.of(lang), width)
        yield f"   {label} {part.percent:>5}%{sure} {'#' * bar.cells}".rstrip()
    key = "figures_sum" if share.complete else "figures_listed"
    yield f"   {_say(key, lang, listed=f'{share.listed:g}')}"
    if any(p.certainty == "one-source" for p in share.part):
        yield f"   ? {_say('one-source', lang)}"
    for part in share.part:
        if part.disputed is not None:
            source = next(s.title.of(lang) for s in figures.source if s.id == part.disputed_source)
            note = part.note.of(lang) if part.note else ""
            said = _say("figures_disputed", lang, source=source, percent=part.disputed, note=note)
            yield from _wrapped(f"   {said}", "     ")


def cause_lines(
    causes: Causes, profile: CauseProfile, standings: Sequence[Standing], pack: Pack, lang: str
) -> Iterator[str]:
    """Each cause with its share, what of this client bears on it, and what is missing."""
    yield from _wrapped(_say("causes_head", lang, profile=profile.title.of(lang)))
    for line in (profile.basis, causes.label, causes.caution):
        yield from _wrapped(line.of(lang))
    yield from _wrapped(_say("causes_rank", lang))
    for found in standings:
        cause = found.cause
        imputed = _say("causes_imputed", lang) if cause.imputed else ""
        title = cause.title.of(lang)
        yield ""
        yield _say("causes_line", lang, percent=f"{cause.percent:g}", cause=title, imputed=imputed)
        if not found.bearings:
            yield f"   {_say('causes_nothing', lang)}"
            continue
        counts = {"asked": found.asked, "yes": found.yes, "partial": found.partial, "no": found.no}
        yield f"   {_say('causes_standing', lang, **counts, open=found.open)}"
        clauses = _say("separator", lang).join(
            f"{_clause(pack, b.clause, b.facet, lang)} {b.share:.0%}" for b in found.bearings
        )
        yield from _wrapped(f"   {_say('causes_clauses', lang, clauses=clauses)}", "     ")
        for question in found.missing[:3]:
            yield from _wrapped(f"   - {question} {pack.question[question].text.of(lang)}", "     ")


def _clause(pack: Pack, clause: str, facet: str, lang: str) -> str:
    named = next((f.title.of(lang) for f in pack.facets if f.id == facet), facet)
    return f"{clause} {named}" if facet else clause


def drill_lines(
    drill: Drill,
    walk: Sequence[Walk],
    covers: tuple[Cover, ...],
    others: Sequence[Drill],
    lang: str,
) -> Iterator[str]:
    """The scenario step by step; with a client also how its rules cover each duty."""
    yield from _wrapped(_say("drill_head", lang, title=drill.title.of(lang)))
    yield from _wrapped(drill.story.of(lang))
    for place, played in enumerate(walk, 1):
        yield ""
        yield from _wrapped(
            f"{place:>2} {played.step.at.of(lang)}  {played.step.happens.of(lang)}", "   "
        )
        yield from _wrapped(f"   {played.step.ask.of(lang)}", "   ")
        about = played.duty.title.of(lang)
        if played.cover:
            state = _say(f"drill_{played.cover.state}", lang)
            about += f" | {_say('drill_cover', lang, state=state)}"
            if played.cover.failing:
                about += f" ({', '.join(played.cover.failing)})"
        yield from _wrapped(f"   [{about}]", "   ")
    if covers:
        yield ""
        for line in uncovered_lines(covers, lang):
            yield from _wrapped(line)
    if others:
        yield ""
        named = _say("separator", lang).join(f"{d.id} ({d.title.of(lang)})" for d in others)
        yield from _wrapped(_say("drill_others", lang, others=named))


def uncovered_lines(covers: tuple[Cover, ...], lang: str) -> Iterator[str]:
    """What the rules do not cover: of the nine of 2005, then of those added since."""
    missing = uncovered(covers)
    nine = [f"{c.duty.number} {c.duty.title.of(lang)}" for c in missing if c.duty.number]
    added = [c.duty.title.of(lang) for c in missing if not c.duty.number]
    if nine:
        yield _say("drill_uncovered", lang, duties=_say("separator", lang).join(nine))
    else:
        yield _say("drill_all_covered", lang)
    if added:
        yield _say("drill_uncovered_added", lang, duties=_say("separator", lang).join(added))


def reading_lines(reading: ReadingList, lang: str) -> Iterator[str]:
    """Official sources of today, then what was recommended in 2005, with what to say of each."""
    eras: tuple[Era, Era] = ("today", "2005")
    for era in eras:
        yield f"== {_say(f'reading_{era}', lang)}"
        yield from _wrapped(reading.said(era).of(lang))
        for entry in reading.of(era):
            yield from _wrapped(f"- {reading_title(entry, lang)}", "  ")
            if entry.url:
                yield f"  {entry.url}"
        yield ""


def reading_title(entry: Reading, lang: str) -> str:
    """A title with its authors and publisher, or with what it is about."""
    more = [part for part in (entry.by, entry.publisher) if part]
    shown = entry.title.of(lang)
    if lang == "en" and entry.kind == "book":
        shown = f"{shown}: {entry.title.ja}"
    shown += f" ({', '.join(more)})" if more else ""
    return f"{shown} - {entry.about.of(lang)}" if entry.about else shown


def _wrapped(line: str, indent: str = "") -> Iterator[str]:
    first, *others = wrap(line, WIDTH - len(indent))
    yield first
    yield from (indent + other for other in others)


def _say(key: str, lang: str, **values: object) -> str:
    return text(INCIDENTS, key, lang, **values)
