"""What only a report about the mark has: size and fees, eligibility, calendar and papers.

Whether a pack is about the mark is seen from what it asks: the scheme's own rules rest on some of its
questions. A pack about something else gets none of this, and its report none of these sections.
"""

from __future__ import annotations

from datetime import date

from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.values import frozen
from pmark_tui.report.inputs import Inputs
from pmark_tui.report.model import Fact, Money
from pmark_tui.report.model_plan import Calendar, Eligibility, Papers
from pmark_tui.report.money import entered, money
from pmark_tui.report.plain import plain_values
from pmark_tui.report.schedule import application_papers, calendar, eligibility
from pmark_tui.report.words import Words
from pmark_tui.texts.money import cite


@frozen
class Scheme:
    """The parts, empty where the pack is not about the mark (`applies` is false)."""

    applies: bool
    money: Money
    eligibility: Eligibility | None
    calendar: Calendar
    papers: Papers
    sources: tuple[Fact, ...]


def scheme(pack: Pack, client: Client, inputs: Inputs, on: date, words: Words) -> Scheme:
    """Everything about the scheme for this client."""
    if not about_the_mark(pack, inputs):
        costs = Money("", "", (), (), None, (), (), "", "", (), entered(client, words))
        empty = Calendar((), (), (), (), "", "", ())
        return Scheme(False, costs, None, empty, Papers((), (), (), ()), ())
    official = plain_values(inputs.official)
    costs = money(inputs.book, inputs.rules, client, official, on, words)
    planned = calendar(client, inputs, on, words)
    return Scheme(
        applies=True,
        money=costs,
        eligibility=eligibility(pack, client, inputs, on, words),
        calendar=planned,
        papers=application_papers(pack, client, inputs.papers, words),
        sources=tuple(_sources(inputs, costs, planned, words)),
    )


def about_the_mark(pack: Pack, inputs: Inputs) -> bool:
    """Whether the pack asks anything on which the scheme's eligibility or papers rest."""
    points = (rule.questions for rule in inputs.eligibility.point)
    papers = (paper.questions for paper in inputs.papers.paper)
    return any(key in pack.question for keys in (*points, *papers) for key in keys)


def _sources(inputs: Inputs, costs: Money, planned: Calendar, words: Words) -> list[Fact]:
    said = [
        Fact("size", words("source_size"), cite(source, words.lang))
        for source in inputs.rules.source
    ]
    tables = [costs.current, *costs.others] if costs.current else []
    urls = dict.fromkeys(url for table in tables for url in table.sources)
    said += [Fact("fees", words("source_lists"), url) for url in urls]
    return [*said, *(Fact("calendar", words("source_calendar"), url) for url in planned.sources)]
