"""Causes of leaks with this client's controls against each, and what to read, as a report shows them."""

from __future__ import annotations

from pmark_tui.domain.causes import Bearing, CauseProfile, standing
from pmark_tui.domain.causes import Causes as CauseBook
from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.reading import ReadingList
from pmark_tui.report.model_plan import CauseRow, Causes, ReadingGroup, ReadingRow
from pmark_tui.report.words import Words

MOST_MISSING = 5
"""So many missing controls are named beside a cause; the gaps name all."""


def causes(
    pack: Pack, client: Client, book: CauseBook, profile: CauseProfile, words: Words
) -> Causes | None:
    """Each cause with its share and this client's standing; None where the pack has none of its clauses."""
    rows = []
    for found in standing(profile, pack, client):
        if not found.asked:
            continue
        rows.append(
            CauseRow(
                id=found.cause.id,
                title=found.cause.title.of(words.lang),
                share=found.cause.percent / 100,
                share_text=f"{found.cause.percent:g}%{'*' if found.cause.imputed else ''}",
                clauses=words.join(_clause(pack, one, words) for one in found.bearings),
                standing=words(
                    "cause_standing",
                    yes=found.yes,
                    partial=found.partial,
                    no=found.no,
                    open=found.open,
                ),
                missing=found.missing[:MOST_MISSING],
                yes=found.yes,
                partial=found.partial,
                no=found.no,
                open=found.open,
            )
        )
    if not rows:
        return None
    return Causes(
        title=profile.title.of(words.lang),
        label=book.label.of(words.lang),
        notes=(profile.basis.of(words.lang), book.caution.of(words.lang), words("cause_imputed")),
        rows=tuple(rows),
    )


def _clause(pack: Pack, bearing: Bearing, words: Words) -> str:
    facet = next((f.title.of(words.lang) for f in pack.facets if f.id == bearing.facet), "")
    return f"{bearing.clause}{words('bracketed', text=facet)}" if facet else bearing.clause


def reading(held: ReadingList, words: Words) -> tuple[ReadingGroup, ...]:
    """What to read today, then what was recommended in 2005."""
    lang = words.lang
    groups = []
    for era in ("today", "2005"):
        entries = held.of("today" if era == "today" else "2005")
        rows = tuple(
            ReadingRow(
                id=one.id,
                title=one.title.of(lang),
                by=words.join(filter(None, (one.by, one.publisher))),
                about=one.about.of(lang) if one.about else "",
                url=one.url,
            )
            for one in entries
        )
        said = held.said("today" if era == "today" else "2005").of(lang)
        groups.append(ReadingGroup(era, words(f"reading_{era}"), said, rows))
    return tuple(groups)
