"""Gaps as a report shows them, and the first things to do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pmark_tui.domain.ask_next import ask_next
from pmark_tui.domain.client import Client
from pmark_tui.domain.gaps import Gap, gaps
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.scoring import Score
from pmark_tui.report.model import Action, GapRow
from pmark_tui.report.words import Words, iso
from pmark_tui.texts.gaps import because

FIRST = 3
"""How many things to do on Monday: more would not be begun."""


def gap_rows(
    pack: Pack, client: Client, shares: Mapping[str, float], on: date, words: Words
) -> tuple[GapRow, ...]:
    """Every gap in the order in which to close it."""
    return tuple(_gap(pack, client, gap, words) for gap in gaps(pack, client, shares, on))


def _gap(pack: Pack, client: Client, gap: Gap, words: Words) -> GapRow:
    lang = words.lang
    question = gap.question
    answer = client.answer(question.id)
    return GapRow(
        rank=gap.rank,
        question=question.id,
        clause=question.clause,
        clause_title=pack.clause[question.clause].title.of(lang),
        text=question.text.of(lang),
        answer=gap.answer,
        answer_label=pack.answer[gap.answer].label.of(lang),
        blocks=tuple(pack.step[s].title.of(lang) for s in gap.blocks),
        steps=tuple(pack.step[s].title.of(lang) for s in question.steps),
        frees=tuple(pack.step[s].title.of(lang) for s in gap.frees),
        because=because(pack, gap, lang),
        actions=pack.guides[question.id].of(lang).fix,
        evidence=pack.evidence(question, lang),
        person=pack.person[question.ask].title.of(lang),
        effort=words.effort(question.hours, question.hours_with_template),
        hours=question.hours,
        hours_with_template=question.hours_with_template,
        owner=answer.owner,
        due=iso(answer.due),
        note=answer.note,
    )


def first_actions(
    pack: Pack, scored: Score, rows: tuple[GapRow, ...], words: Words
) -> tuple[Action, ...]:
    """What to begin with: the first gaps, then open questions of the steps that come next."""
    actions = [
        Action(g.question, g.actions[0], g.owner or g.person, g.effort, g.because, g.due)
        for g in rows[:FIRST]
    ]
    missing = FIRST - len(actions)
    for question in ask_next(pack, scored, missing) if missing else ():
        who = pack.person[question.ask].title.of(words.lang)
        what = words("m_ask", who=who, text=question.text.of(words.lang))
        actions.append(Action(question.id, what, who, words("m_ask_effort"), words("m_ask_why")))
    return tuple(actions)
