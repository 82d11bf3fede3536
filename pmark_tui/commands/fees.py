"""`pmark fees`: the list in force on a day, beside the one before and after it, and over years."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from pmark_tui.commands.output import emit, say
from pmark_tui.commands.words import a_day, add_organisation, an_amount, local_today
from pmark_tui.domain.client import KINDS, Kind, OfficialFee
from pmark_tui.domain.fees import FeeBook, Quote, quote, quote_from
from pmark_tui.domain.notes import SIZES, Size
from pmark_tui.domain.text import cell_width, pad
from pmark_tui.domain.values import frozen
from pmark_tui.errors import BadInput
from pmark_tui.store import scheme
from pmark_tui.texts import money, text
from pmark_tui.texts.money import MONEY

if TYPE_CHECKING:
    from pmark_tui.domain.budget import Assumed, Budget, Charges

_BAR = 40
"""Cells of the longest bar of the picture over the years."""


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark fees`."""
    parser.add_argument("file", nargs="?", metavar="FILE")
    parser.add_argument("--size", metavar="|".join(SIZES))
    add_organisation(parser)
    parser.add_argument("--kind", metavar="|".join(KINDS))
    parser.add_argument("--on", metavar="DATE")
    parser.add_argument("--years", metavar="N")
    parser.add_argument(
        "--extra", action="append", default=[], metavar="ID=N", help=text(MONEY, "help_extra", lang)
    )
    parser.add_argument("--details", action="store_true", help=text(MONEY, "help_details", lang))
    parser.add_argument("--json", action="store_true")


@frozen
class _Asked:
    """Whose fees are asked for, and the official figures that the user has entered."""

    kind: Kind
    size: Size
    official: tuple[OfficialFee, ...]


def run(args: Namespace) -> int:
    """Quote the list in force; with `--years` or extras also the cost over the years."""
    book = scheme.fee_book()
    asked = _asked(args)
    on = a_day("--on", args.on) if args.on else local_today()
    found = quote(book, asked.kind, asked.size, on, asked.official)
    budget = _budget(book, args, asked, on)
    if args.json:
        result = _quote_json(found, args.lang)
        result["previous"] = _neighbour_json(book, found, -1, asked, args.lang)
        result["next"] = _neighbour_json(book, found, 1, asked, args.lang)
        if budget:
            result["years"] = _budget_json(budget, args.lang)
        emit("fees", result)
        return 0
    for line in _quote_lines(book, found, asked, args.lang):
        say(line)
    if budget:
        for line in _budget_lines(budget, args.lang):
            say(line)
    if args.details:
        for line in _detail_lines(scheme.charges(), asked.size, args.lang):
            say(line)
    return 0


def _asked(args: Namespace) -> _Asked:
    """Kind and size from the file, the size, or the description of the organisation."""
    described = args.industry is not None or args.workers is not None
    if sum((args.file is not None, args.size is not None, described)) != 1:
        allowed = "FILE, --size S, --industry I --workers N --capital YEN"
        raise BadInput("fees_of_what", allowed=allowed)
    kind = args.kind or "new"
    if args.file is not None:
        from pmark_tui.domain.size import decide
        from pmark_tui.store.client_file import read

        client = read(args.file).client
        profile = client.profile
        kind = args.kind or profile.kind
        size = decide(scheme.size_rules(), profile.industry, profile.workers, profile.capital).size
        official = scheme.official_fees(client.official_fees)
    elif args.size is not None:
        size, official = args.size, scheme.official_fees()
    else:
        if args.workers is None:
            raise BadInput("option_missing", key="--workers", allowed="--workers N")
        workers = an_amount("--workers", args.workers)
        from pmark_tui.commands.size import decide_from

        size = decide_from(scheme.size_rules(), args, workers).size
        official = scheme.official_fees()
    if size is None:
        raise BadInput("fees_no_size", minimum=scheme.size_rules().minimum_workers)
    return _Asked(cast("Kind", kind), size, official)


def _budget(book: FeeBook, args: Namespace, asked: _Asked, on: date) -> Budget | None:
    if args.years is None and not args.extra:
        return None
    from pmark_tui.domain.budget import over_years

    years = an_amount("--years", args.years) if args.years else book.registration_covers_years
    assumed = [_assumed(scheme.charges(), word) for word in args.extra]
    return over_years(book, asked.kind, asked.size, on, years, assumed, asked.official)


def _assumed(charges: Charges, word: str) -> Assumed:
    """An extra from `ID=N` or, where it asks for several numbers, `ID=NxN`."""
    from pmark_tui.domain.budget import assume

    extra, separator, numbers = word.partition("=")
    if not separator:
        raise BadInput("pair_bad", option="--extra", found=word)
    return assume(charges, extra, [an_amount(f"--extra {extra}", n) for n in numbers.split("x")])


def _quote_json(found: Quote, lang: str) -> dict[str, Any]:
    entered = found.official
    return {
        "schedule": found.schedule.id,
        "on": found.on.isoformat(),
        "status": found.status,
        "kind": found.kind,
        "size": found.size,
        "lines": found.lines,
        "total": found.total,
        "total_low": found.total_low,
        "total_high": found.total_high,
        "certainty": found.schedule.certainty,
        "first": found.schedule.first.isoformat(),
        "last": found.schedule.last.isoformat() if found.schedule.last else None,
        "entered": entered
        and {
            "by": entered.entered_by,
            "on": entered.entered_on.isoformat() if entered.entered_on else None,
        },
        "sources": [money.cite(source, lang) for source in found.sources],
        "notes": [money.say(note, lang) for note in found.notes],
    }


def _neighbour(book: FeeBook, found: Quote, step: int, asked: _Asked) -> Quote | None:
    schedule = found.previous if step < 0 else found.next
    if schedule is None:
        return None
    return quote_from(book, schedule, asked.kind, asked.size, found.on, asked.official)


def _neighbour_json(
    book: FeeBook, found: Quote, step: int, asked: _Asked, lang: str
) -> dict[str, Any] | None:
    other = _neighbour(book, found, step, asked)
    if other is None:
        return None
    wanted = ("schedule", "status", "lines", "total", "total_low", "total_high", "first", "last")
    whole = _quote_json(other, lang)
    return {key: whole[key] for key in wanted}


def _budget_json(budget: Budget, lang: str) -> dict[str, Any]:
    return {
        "years": budget.years,
        "status": budget.status,
        "fees_low": budget.fees_low,
        "fees_high": budget.fees_high,
        "total_low": budget.total_low,
        "total_high": budget.total_high,
        "payments": [_quote_json(q, lang) for q in budget.quotes],
        "extras": [
            {
                "id": cost.assumed.extra.id,
                "amount": cost.assumed.amount,
                "times": cost.times,
                "total": cost.total,
                "rule": cost.assumed.extra.rule.of(lang),
            }
            for cost in budget.extras
        ],
        "by_year": [
            {
                "year": year.number,
                "from": year.first.isoformat(),
                "fees_low": year.fees_low,
                "fees_high": year.fees_high,
                "extras": year.extras,
            }
            for year in budget.by_year
        ],
        "notes": [money.say(note, lang) for note in budget.notes],
    }


def _quote_lines(book: FeeBook, found: Quote, asked: _Asked, lang: str) -> list[str]:
    columns = [
        other
        for other in (_neighbour(book, found, -1, asked), found, _neighbour(book, found, 1, asked))
        if other
    ]
    head = text(
        MONEY,
        "fees_head",
        lang,
        kind=text(MONEY, f"kind_{found.kind}", lang),
        size=text(MONEY, f"size_{found.size}", lang),
        on=found.on.isoformat(),
    )
    former = found.schedule.former_names
    names = {line.id: (line.former if former else line.title).of(lang) for line in book.line}
    rows = [[""] + [("> " if q is found else "") + q.schedule.id for q in columns]]
    for line, name in names.items():
        rows.append([name] + [f"{q.lines[line]:,}" if q.lines else "-" for q in columns])
    rows.append([text(MONEY, "total", lang)] + [total(q) for q in columns])
    standing = [text(MONEY, f"short_{q.status}", lang) for q in columns]
    rows.append([text(MONEY, "standing", lang), *standing])
    lines = [head, *_table(rows), ""]
    status = text(MONEY, f"status_{found.status}", lang)
    lines.append(f"{found.schedule.id}: {found.schedule.title.of(lang)}  [{status}]")
    lines += [f"- {money.say(note, lang)}" for note in found.notes]
    for line_of in book.line:
        lines.append(
            "- "
            + text(
                MONEY,
                "paid",
                lang,
                line=names[line_of.id],
                to=line_of.paid_to.of(lang),
                when=line_of.paid_when.of(lang),
                back=line_of.not_returned.of(lang),
            )
        )
    if found.sources:
        cited = ", ".join(money.cite(source, lang) for source in found.sources)
        lines.append(text(MONEY, "sources", lang, list=cited))
    return lines


def total(found: Quote) -> str:
    """The total as shown: one figure, or the range with an `about` sign where it is an estimate."""
    if found.total is not None:
        return f"{found.total:,}"
    if found.total_low != found.total_high:
        return f"{found.total_low:,}-{found.total_high:,}"
    return f"{'~' if found.status == 'estimate' else ''}{found.total_low:,}"


def _table(rows: list[list[str]]) -> list[str]:
    widths = [max(cell_width(row[i]) for row in rows) for i in range(len(rows[0]))]
    return [
        "  ".join(
            pad(cell, width) if i == 0 else " " * (width - cell_width(cell)) + cell
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]


def _budget_lines(budget: Budget, lang: str) -> list[str]:
    lines = ["", text(MONEY, "years_head", lang, years=budget.years)]
    for q in budget.quotes:
        status = text(MONEY, f"short_{q.status}", lang)
        kind = text(MONEY, f"kind_{q.kind}", lang)
        lines.append(f"  {q.on.isoformat()}  {kind}  {total(q)}  {q.schedule.id}  {status}")
    for cost in budget.extras:
        extra = cost.assumed.extra
        values = {"amount": cost.assumed.amount, "times": cost.times, "total": cost.total}
        lines.append("  " + text(MONEY, "extra_line", lang, title=extra.title.of(lang), **values))
        lines.append("    " + extra.rule.of(lang))
    span = _span(budget.total_low, budget.total_high)
    status = text(MONEY, f"status_{budget.status}", lang)
    lines.append("  " + text(MONEY, "years_total", lang, total=span, status=status))
    most = max(year.fees_high + year.extras for year in budget.by_year) or 1
    for year in budget.by_year:
        high = year.fees_high + year.extras
        bar = "#" * -(-high * _BAR // most)
        span = _span(year.fees_low + year.extras, high)
        lines.append(f"  {year.first.isoformat()}  {bar}{' ' if bar else ''}{span}")
    return [*lines, *(f"- {money.say(note, lang)}" for note in budget.notes)]


def _detail_lines(charges: Charges, size: Size, lang: str) -> list[str]:
    """Time on site, extras with their rules, and how bodies bill."""
    lines = [""]
    for one in charges.on_site:
        if one.size == size:
            certainty = text(MONEY, one.certainty, lang)
            lines.append(text(MONEY, "on_site_hours", lang, hours=one.hours, certainty=certainty))
    lines.append(text(MONEY, "extras_head", lang))
    for extra in charges.extra:
        numbers = "x".join(extra.asks)
        lines.append(f"  {extra.id}={numbers}  {extra.title.of(lang)}")
        lines.append(f"      {extra.rule.of(lang)} ({text(MONEY, extra.certainty, lang)})")
    lines.append(text(MONEY, "practice_head", lang))
    return lines + [f"  {p.body.of(lang)}: {p.text.of(lang)}" for p in charges.practice]


def _span(low: int, high: int) -> str:
    return f"{low:,}" if low == high else f"{low:,}-{high:,}"
