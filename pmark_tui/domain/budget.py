"""What the mark costs over some years: fees with their renewals, and what the user assumes on top.

A renewal is assumed each time the registration fee runs out, counted from the day of application;
each payment follows the list in force on its own day. Amounts in yen.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Literal

from pmark_tui.domain.client import Kind, OfficialFee
from pmark_tui.domain.fees import FeeBook, Quote, Status, quote
from pmark_tui.domain.notes import Certainty, Note, Size, Source
from pmark_tui.domain.pack import Text
from pmark_tui.domain.values import frozen
from pmark_tui.errors import BadInput

MOST_YEARS = 20

_WEAKEST: tuple[Status, ...] = ("estimate", "partial", "official", "confirmed")


@frozen
class Extra:
    """What may come on top: `fixed` + `rate` x the numbers asked for, yen, per audit, year or once.

    `asks` names the numbers the user gives (hours, auditors, yen); `era` the list of that rate.
    """

    id: str
    title: Text
    rule: Text
    times: Literal["audit", "once", "year"]
    rate: int
    asks: tuple[str, ...]
    certainty: Certainty
    source: tuple[Source, ...]
    fixed: int = 0
    usual_auditors: int = 0
    era: str = ""


@frozen
class OnSiteHours:
    """Standard time of the on-site audit, hours."""

    size: Size
    hours: int
    certainty: Certainty
    source: tuple[Source, ...]


@frozen
class Practice:
    """How one certifying body bills."""

    body: Text
    text: Text
    certainty: Certainty
    source: tuple[Source, ...]


@frozen
class Charges:
    """The whole of charges.toml."""

    checked_on: date
    extra: tuple[Extra, ...]
    on_site: tuple[OnSiteHours, ...]
    practice: tuple[Practice, ...]

    @cached_property
    def extras(self) -> Mapping[str, Extra]:
        """Extras by id, in their order."""
        return {e.id: e for e in self.extra}


@frozen
class Assumed:
    """An extra as the user assumes it: the numbers in the order of `Extra.asks`."""

    extra: Extra
    numbers: tuple[int, ...]

    @property
    def amount(self) -> int:
        """What it costs each time, yen."""
        product = 1
        for number in self.numbers:
            product *= number
        return self.extra.fixed + self.extra.rate * product


@frozen
class ExtraCost:
    """An assumed extra over all years: how often it falls due, yen each time and in all."""

    assumed: Assumed
    times: int
    total: int


@frozen
class YearCost:
    """One year from the day of application: fees lowest and highest, extras on top, yen."""

    number: int
    first: date
    fees_low: int
    fees_high: int
    extras: int


@frozen
class Budget:
    """The cost of some years. `status` is the least certain of the quotes."""

    years: int
    quotes: tuple[Quote, ...]
    extras: tuple[ExtraCost, ...]
    by_year: tuple[YearCost, ...]
    status: Status
    fees_low: int
    fees_high: int
    total_low: int
    total_high: int
    notes: tuple[Note, ...]


def assume(charges: Charges, extra_id: str, numbers: Sequence[int]) -> Assumed:
    """An extra with the user's numbers; the usual number of auditors stands in where none is given.

    Raises:
        BadInput: there is no such extra, or it asks for other numbers.
    """
    if extra_id not in charges.extras:
        raise BadInput("extra_unknown", found=extra_id, allowed=", ".join(charges.extras))
    extra = charges.extras[extra_id]
    given = list(numbers)
    if len(given) == len(extra.asks) - 1 and extra.asks[-1] == "auditors":
        given.append(extra.usual_auditors)
    if len(given) != len(extra.asks) or any(number < 0 for number in given):
        found = "x".join(map(str, numbers))
        raise BadInput("extra_numbers", extra=extra_id, found=found, allowed="x".join(extra.asks))
    return Assumed(extra, tuple(given))


def over_years(
    book: FeeBook,
    kind: Kind,
    size: Size,
    on: date,
    years: int,
    assumed: Sequence[Assumed] = (),
    official: Sequence[OfficialFee] = (),
) -> Budget:
    """Fees and assumed extras of so many years from the day of application.

    Raises:
        BadInput: no list is known for the day, or the number of years is out of range.
    """
    if not 1 <= years <= MOST_YEARS:
        raise BadInput("option_bad", key="--years", found=years, allowed=f"1-{MOST_YEARS}")
    covers = book.registration_covers_years
    starts = tuple(years_after(on, n) for n in range(years))
    quotes = tuple(
        quote(book, "renewal" if n else kind, size, starts[n], official)
        for n in range(0, years, covers)
    )
    by_year = []
    for n, first in enumerate(starts):
        paid = quotes[n // covers] if n % covers == 0 else None
        by_year.append(
            YearCost(
                number=n + 1,
                first=first,
                fees_low=paid.total_low if paid else 0,
                fees_high=paid.total_high if paid else 0,
                extras=sum(a.amount for a in assumed if _falls_due(a.extra, n, covers)),
            )
        )
    costs = tuple(
        _cost(a, sum(_falls_due(a.extra, n, covers) for n in range(years))) for a in assumed
    )
    low, high = sum(y.fees_low for y in by_year), sum(y.fees_high for y in by_year)
    extras = sum(cost.total for cost in costs)
    return Budget(
        years=years,
        quotes=quotes,
        extras=costs,
        by_year=tuple(by_year),
        status=min((q.status for q in quotes), key=_WEAKEST.index),
        fees_low=low,
        fees_high=high,
        total_low=low + extras,
        total_high=high + extras,
        notes=tuple(_notes(book, quotes, assumed)),
    )


def _notes(book: FeeBook, quotes: Sequence[Quote], assumed: Sequence[Assumed]) -> Iterator[Note]:
    """What was assumed, and rates that belong to another list than the one paid by."""
    yield Note("years_assumed", {"years": book.registration_covers_years})
    lists = {quote.schedule.id for quote in quotes}
    for one in assumed:
        if one.extra.era and lists != {one.extra.era}:
            yield Note("extra_era", {"extra": one.extra.title, "list": one.extra.era})


def _falls_due(extra: Extra, year: int, covers: int) -> bool:
    """Whether an extra is paid in this year, counted from 0."""
    due: Mapping[str, bool] = {"once": year == 0, "audit": year % covers == 0, "year": True}
    return due[extra.times]


def _cost(assumed: Assumed, times: int) -> ExtraCost:
    return ExtraCost(assumed, times, assumed.amount * times)


def years_after(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes the 28th where there is none.

    Raises:
        BadInput: the calendar ends before that.
    """
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        if day.year + years > date.max.year:
            raise BadInput("date_too_late", found=day, years=years) from None
        return day.replace(year=day.year + years, day=28)
