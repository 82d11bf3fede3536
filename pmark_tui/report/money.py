"""Size and fees as a report shows them. An estimate is called one wherever it stands."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pmark_tui.domain.client import Client, OfficialFee
from pmark_tui.domain.fees import FeeBook, Quote, quote, quote_from
from pmark_tui.domain.notes import Size
from pmark_tui.domain.size import SizeRules, decide
from pmark_tui.errors import BadInput
from pmark_tui.report.model import Fact, FeeLine, FeeTable, FeeYear, Money
from pmark_tui.report.words import Words, iso
from pmark_tui.texts.figures import yen, yen_range
from pmark_tui.texts.money import cite, say

YEARS = 6
"""Three terms of registration: the first, and two renewals."""


def money(
    book: FeeBook,
    rules: SizeRules,
    client: Client,
    official: tuple[OfficialFee, ...],
    on: date,
    words: Words,
) -> Money:
    """Size, the list in force on the day of the report, its neighbours, and some years of payments."""
    lang, profile = words.lang, client.profile
    try:
        decision = decide(rules, profile.industry, profile.workers, profile.capital)
    except BadInput as error:
        return _nothing(error.message(lang), client, words)
    reasons = tuple(say(note, lang) for note in decision.reasons)
    changes = tuple(say(note, lang) for note in decision.changes)
    label = words(f"size_{decision.size or 'none'}")
    own = entered(client, words)
    if decision.size is None:
        return Money("", label, reasons, changes, None, (), (), "", "", (words("fee_none"),), own)
    try:
        found = quote(book, profile.kind, decision.size, on, official)
    except BadInput as error:
        notes = (error.message(lang), words("c_no_fee"))
        return Money(decision.size, label, reasons, changes, None, (), (), "", "", notes, own)
    years, total, status = _years(book, client, decision.size, on, official, words)
    return Money(
        size=decision.size,
        size_label=label,
        reasons=reasons,
        changes=changes,
        current=table(book, found, words),
        others=tuple(_others(book, found, official, words)),
        years=years,
        years_total=total,
        years_status=status,
        notes=(words("fee_excludes"), *_assumed(book, on, years, words)),
        entered=own,
    )


def _assumed(book: FeeBook, on: date, years: tuple[FeeYear, ...], words: Words) -> tuple[str, ...]:
    """What the payments over the years rest on, where there are any."""
    covers = book.registration_covers_years
    return (words("years_note", on=iso(on), covers=covers),) if years else ()


def _nothing(why: str, client: Client, words: Words) -> Money:
    notes = (words("fee_none"),)
    own = entered(client, words)
    return Money("", words("size_none"), (why,), (), None, (), (), "", "", notes, own)


def table(book: FeeBook, found: Quote, words: Words) -> FeeTable:
    """What one list says."""
    lang = words.lang
    lines = []
    for line in book.line:
        amount = found.lines[line.id] if found.lines else None
        lines.append(
            FeeLine(
                id=line.id,
                title=(line.former if found.schedule.former_names else line.title).of(lang),
                yen=amount,
                amount=words("not_known") if amount is None else yen(amount, lang),
                paid_to=line.paid_to.of(lang),
                paid_when=line.paid_when.of(lang),
                not_returned=line.not_returned.of(lang),
            )
        )
    return FeeTable(
        schedule=found.schedule.id,
        title=found.schedule.title.of(lang),
        status=found.status,
        status_label=words(f"fee_{found.status}"),
        lines=tuple(lines),
        total_low=found.total_low,
        total_high=found.total_high,
        total=yen_range(found.total_low, found.total_high, lang),
        notes=tuple(say(note, lang) for note in found.notes),
        sources=tuple(cite(source, lang) for source in found.sources),
    )


def _others(
    book: FeeBook, found: Quote, official: tuple[OfficialFee, ...], words: Words
) -> Iterable[FeeTable]:
    """The last confirmed list where the current one is none, and the next one where it is known."""
    place = book.schedule.index(found.schedule)
    confirmed = [s for s in book.schedule[:place] if s.status == "confirmed"]
    if found.status not in ("confirmed", "official") and confirmed:
        before = confirmed[-1]
        held = quote_from(book, before, found.kind, found.size, found.on, official)
        yield table(book, held, words)
    if found.next:
        held = quote_from(book, found.next, found.kind, found.size, found.on, official)
        yield table(book, held, words)


def _years(
    book: FeeBook,
    client: Client,
    size: Size,
    on: date,
    official: tuple[OfficialFee, ...],
    words: Words,
) -> tuple[tuple[FeeYear, ...], str, str]:
    from pmark_tui.domain.budget import over_years

    try:
        budget = over_years(book, client.profile.kind, size, on, YEARS, (), official)
    except BadInput:  # the calendar ends before that
        return (), "", ""
    rows = tuple(
        FeeYear(
            number=year.number,
            first=iso(year.first),
            low=year.fees_low,
            high=year.fees_high,
            amount=yen_range(year.fees_low, year.fees_high, words.lang),
        )
        for year in budget.by_year
    )
    total = yen_range(budget.fees_low, budget.fees_high, words.lang)
    return rows, total, words(f"fee_{budget.status}")


def entered(client: Client, words: Words) -> tuple[Fact, ...]:
    """The official figures that somebody entered for this client, a line each."""
    return tuple(_entered(fee, words) for fee in client.official_fees)


def _entered(fee: OfficialFee, words: Words) -> Fact:
    lang = words.lang
    lines = (fee.application, fee.audit, fee.registration)
    amounts = [yen(line, lang) for line in lines]
    size = f"size_{fee.size}" if fee.size in ("small", "medium", "large") else "size_none"
    return Fact(
        fee.schedule,
        words("entered_fee"),
        words(
            "entered_line",
            schedule=fee.schedule,
            kind=words(f"kind_{fee.kind}") if fee.kind in ("new", "renewal") else fee.kind,
            size=words(size),
            application=amounts[0],
            audit=amounts[1],
            registration=amounts[2],
            total=yen(sum(lines), lang),
            who=fee.entered_by,
            when=iso(fee.entered_on),
        ),
    )
