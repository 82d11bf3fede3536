"""Size of the applicant (事業者規模): small, medium, large, or none where too few people work.

Order of the rule: too few workers; within the small limit whatever the capital; large only over
both limits (without registered capital: over that of workers); medium otherwise. Limits are data.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Literal

from pmark_tui.domain.notes import Certainty, Note, Size, Source
from pmark_tui.domain.pack import Text
from pmark_tui.domain.values import frozen
from pmark_tui.errors import BadInput


@frozen
class Industry:
    """A trade of the size table: people up to which it is small and medium, capital in yen."""

    id: str
    title: Text
    small_max_workers: int
    medium_max_workers: int
    medium_max_capital: int


@frozen
class WorkerKind:
    """A kind of people, and whether they count as workers; `ask`: the sources disagree."""

    id: str
    title: Text
    about: Text
    counts: Literal["yes", "no", "ask"]
    certainty: Certainty
    source: tuple[Source, ...]


@frozen
class Advice:
    """What to know before choosing trade, workers or capital."""

    id: str
    text: Text
    certainty: Certainty
    source: tuple[Source, ...]


@frozen
class SizeRules:
    """The whole of size.toml."""

    checked_on: date
    minimum_workers: int
    certainty: Certainty
    order_certainty: Certainty
    source: tuple[Source, ...]
    industry: tuple[Industry, ...]
    worker: tuple[WorkerKind, ...] = ()
    advice: tuple[Advice, ...] = ()

    @cached_property
    def industries(self) -> Mapping[str, Industry]:
        """Trades by id, in the order of the table."""
        return {i.id: i for i in self.industry}


@frozen
class SizeDecision:
    """The size, the id of the rule that decided, why, and what would change it."""

    size: Size | None
    eligible: bool
    rule: str
    reasons: tuple[Note, ...]
    changes: tuple[Note, ...]


def decide(rules: SizeRules, industry: str, workers: int, capital: int | None) -> SizeDecision:
    """The size of an applicant. `capital` is registered capital in yen, None where there is none.

    Raises:
        BadInput: the trade is not in the table, or a number is negative.
    """
    if industry not in rules.industries:
        allowed = ", ".join(rules.industries)
        raise BadInput("industry_unknown", found=industry, allowed=allowed)
    for key, number in (("workers", workers), ("capital", capital)):
        if number is not None and number < 0:
            raise BadInput("number_bad", key=key, found=number)
    trade = rules.industries[industry]
    size, rule = _size(rules, trade, workers, capital)
    return SizeDecision(
        size=size,
        eligible=size is not None,
        rule=rule,
        reasons=_reasons(rules, trade, workers, capital, rule),
        changes=_changes(rules, trade, workers, capital),
    )


def _size(
    rules: SizeRules, trade: Industry, workers: int, capital: int | None
) -> tuple[Size | None, str]:
    if workers < rules.minimum_workers:
        return None, "too-few-workers"
    if workers <= trade.small_max_workers:
        return "small", "small-by-workers"
    if workers <= trade.medium_max_workers:
        return "medium", "medium-by-workers"
    if capital is None:
        return "large", "large-no-capital"
    if capital <= trade.medium_max_capital:
        return "medium", "medium-by-capital"
    return "large", "large-by-both"


def _reasons(
    rules: SizeRules, trade: Industry, workers: int, capital: int | None, rule: str
) -> tuple[Note, ...]:
    values = {
        "trade": trade.title,
        "workers": workers,
        "minimum": rules.minimum_workers,
        "small": trade.small_max_workers,
        "small_over": trade.small_max_workers + 1,
        "medium": trade.medium_max_workers,
        "capital": capital or 0,
        "limit": trade.medium_max_capital,
    }
    return (Note(f"size_{rule}", values),)


def _changes(
    rules: SizeRules, trade: Industry, workers: int, capital: int | None
) -> tuple[Note, ...]:
    """The nearest numbers of workers (fewer, more) and of capital at which the size is another."""
    now = _size(rules, trade, workers, capital)[0]
    edges = (rules.minimum_workers, trade.small_max_workers + 1, trade.medium_max_workers + 1)
    near_edges = {n for edge in edges for n in (edge - 1, edge)}
    found: dict[str, Note] = {}
    for near in sorted(near_edges, key=lambda n: abs(n - workers)):
        then = _size(rules, trade, near, capital)[0]
        direction = "more" if near > workers else "fewer"
        if then == now or direction in found:
            continue
        values = {"by": abs(near - workers), "workers": near, "size": _name(then)}
        found[direction] = Note(f"size_change_{direction if then else 'none'}", values)
    if capital is not None:
        limit = trade.medium_max_capital
        other = limit + 1 if capital <= limit else limit
        then = _size(rules, trade, workers, other)[0]
        if then != now:
            key = "size_change_over" if other > limit else "size_change_within"
            found["capital"] = Note(key, {"limit": limit, "size": _name(then)})
    return tuple(found.values())


def _name(size: Size | None) -> Note:
    return Note(f"size_{size}" if size else "size_none")


@frozen
class Headcount:
    """Workers by kind: those that surely count, all that might, and the kinds to ask about."""

    workers: int
    workers_at_most: int
    ask: tuple[WorkerKind, ...]


def count_workers(rules: SizeRules, people: Mapping[str, int]) -> Headcount:
    """Workers of an organisation from the numbers of people of each kind.

    Raises:
        BadInput: a kind that the rules do not have.
    """
    kinds = {kind.id: kind for kind in rules.worker}
    for found in people:
        if found not in kinds:
            raise BadInput("worker_kind_unknown", found=found, allowed=", ".join(kinds))
    surely = sum(n for kind, n in people.items() if kinds[kind].counts == "yes")
    ask = tuple(kind for kind in rules.worker if kind.counts == "ask" and people.get(kind.id))
    return Headcount(surely, surely + sum(people[kind.id] for kind in ask), ask)
