"""Application papers: which are needed, how far each is, and which of their dates clash."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from pmark_tui.domain.asking import is_asked
from pmark_tui.domain.client import Client, Kind
from pmark_tui.domain.months import add_months
from pmark_tui.domain.notes import Certainty, Note, Source
from pmark_tui.domain.pack import Pack, Text
from pmark_tui.domain.points import gate_state, worth
from pmark_tui.domain.values import frozen
from pmark_tui.errors import BadInput

State = Literal["ready", "not-ready", "open"]


@frozen
class Paper:
    """A form (with its number) or an attachment; `who` is an id of the pack's people."""

    id: str
    form: str
    kinds: tuple[Kind, ...]
    who: str
    questions: tuple[str, ...]
    title: Text
    about: Text
    from_where: Text
    certainty: Certainty
    source: tuple[Source, ...]


@frozen
class PaperDate:
    """A date on a paper; `question`: whose evidence date it is, where the pack has that one."""

    id: str
    title: Text
    question: str = ""


@frozen
class Match:
    """Two dates that must agree: in order, the same, or the first at most `months` before."""

    rule: Literal["order", "same", "age"]
    first: str
    second: str
    certainty: Certainty
    months: int = 0


@frozen
class Body:
    """What one certifying body does its own way."""

    id: str
    title: Text
    text: Text
    certainty: Certainty
    source: tuple[Source, ...]


@frozen
class PaperRules:
    """The whole of papers.toml."""

    checked_on: date
    paper: tuple[Paper, ...]
    paper_date: tuple[PaperDate, ...]
    match: tuple[Match, ...]
    body: tuple[Body, ...] = ()


@frozen
class PaperState:
    """A paper and how far it is by the answers given."""

    paper: Paper
    state: State
    questions: tuple[str, ...]


def papers(rules: PaperRules, pack: Pack, client: Client) -> tuple[PaperState, ...]:
    """The papers for this client's kind of application, forms first, in the order of the rules."""
    return tuple(
        _state(paper, pack, client) for paper in rules.paper if client.profile.kind in paper.kinds
    )


def _state(paper: Paper, pack: Pack, client: Client) -> PaperState:
    asked = tuple(
        q
        for q in paper.questions
        if q in pack.question and is_asked(pack.question[q], client.profile)
    )
    found = {gate_state(pack, pack.question[q], worth(pack, client.answer(q))) for q in asked}
    state: State = "open"
    if "shut" in found:
        state = "not-ready"
    elif asked and "open" not in found:
        state = "ready"
    return PaperState(paper, state, asked)


def dates_of(rules: PaperRules, client: Client) -> Mapping[str, date]:
    """The dates that the client's answers carry as dates of their evidence."""
    found: dict[str, date] = {}
    for one in rules.paper_date:
        day = client.answer(one.question).evidence_date if one.question else None
        if day is not None:
            found[one.id] = day
    return found


def date_clashes(rules: PaperRules, dates: Mapping[str, date]) -> Iterator[Note]:
    """Dates that do not agree; a date that is not known clashes with nothing.

    Raises:
        BadInput: a date that the rules do not have.
    """
    titles = {one.id: one.title for one in rules.paper_date}
    for found in dates:
        if found not in titles:
            raise BadInput("paper_date_unknown", found=found, allowed=", ".join(titles))
    for match in rules.match:
        first, second = dates.get(match.first), dates.get(match.second)
        if first is None or second is None or _agree(match, first, second):
            continue
        values = {
            "first": titles[match.first],
            "first_day": first,
            "second": titles[match.second],
            "second_day": second,
            "months": match.months,
        }
        yield Note(f"papers_{match.rule}", values)


def _agree(match: Match, first: date, second: date) -> bool:
    if match.rule == "order":
        return first <= second
    if match.rule == "same":
        return first == second
    return first <= second <= add_months(first, match.months)
