"""The scheme's facts about money and time (`questionnaires/privacymark/`), and the user's fee file.

Each file is validated once and kept compiled (`pmark_tui.store.cache`), so that no command that
finds everything in order reads TOML or imports pydantic.
"""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any

from pmark_tui.domain.notes import Source
from pmark_tui.errors import BadInput
from pmark_tui.store import cache as compiled
from pmark_tui.store import paths
from pmark_tui.store.rows import Thaw, day, freeze, many, row, text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pmark_tui.domain.budget import Charges
    from pmark_tui.domain.calendar_rules import CalendarRules
    from pmark_tui.domain.client import OfficialFee
    from pmark_tui.domain.eligibility import EligibilityRules
    from pmark_tui.domain.fees import FeeBook
    from pmark_tui.domain.notes import Note
    from pmark_tui.domain.papers import PaperRules
    from pmark_tui.domain.size import SizeRules

SHARED_FEES = "fees.toml"
"""The user's file of official figures for all clients, in the user's data folder."""

_sources = many(row(Source))


@cache
def fee_book() -> FeeBook:
    """All fee lists and what goes with them.

    Raises:
        BadInput: the file is damaged or contradicts itself.
    """
    from pmark_tui.domain import fees

    line = row(
        fees.Line,
        title=text,
        former=text,
        paid_to=text,
        paid_when=text,
        not_returned=text,
        source=_sources,
    )
    schedule = row(
        fees.Schedule,
        title=text,
        first=day,
        last=day,
        source=_sources,
        note=many(row(fees.ScheduleNote, text=text)),
        fee=many(row(fees.Fee)),
        total=many(row(fees.TotalRange)),
    )
    book: FeeBook = _load(
        "fees",
        row(
            fees.FeeBook,
            checked_on=day,
            line=many(line),
            schedule=many(schedule),
            base=row(fees.BasePrices, source=_sources, fee=many(row(fees.Fee))),
        ),
        fees.problems,
    )
    return book


@cache
def charges() -> Charges:
    """What comes on top of the fees, time on site, and how bodies bill.

    Raises:
        BadInput: the file is damaged.
    """
    from pmark_tui.domain import budget

    found: Charges = _load(
        "charges",
        row(
            budget.Charges,
            checked_on=day,
            extra=many(row(budget.Extra, title=text, rule=text, source=_sources)),
            on_site=many(row(budget.OnSiteHours, source=_sources)),
            practice=many(row(budget.Practice, body=text, text=text, source=_sources)),
        ),
    )
    return found


@cache
def size_rules() -> SizeRules:
    """The size table, who counts as a worker, and what to know.

    Raises:
        BadInput: the file is damaged.
    """
    from pmark_tui.domain import size

    rules: SizeRules = _load(
        "size",
        row(
            size.SizeRules,
            checked_on=day,
            source=_sources,
            industry=many(row(size.Industry, title=text)),
            worker=many(row(size.WorkerKind, title=text, about=text, source=_sources)),
            advice=many(row(size.Advice, text=text, source=_sources)),
        ),
    )
    return rules


@cache
def calendar_rules() -> CalendarRules:
    """Lengths of the stages, the renewal window, and deadlines after the audit.

    Raises:
        BadInput: the file is damaged or contradicts itself.
    """
    from pmark_tui.domain import calendar_rules as calendar

    whole = row(calendar.Whole, text=text, source=_sources)
    deadline = row(calendar.DeadlineRule, title=text, about=text, source=_sources)
    rules: CalendarRules = _load(
        "calendar",
        row(
            calendar.CalendarRules,
            checked_on=day,
            window=row(
                calendar.WindowRule,
                basis=text,
                late=text,
                outlasts=text,
                runs_on=text,
                source=_sources,
            ),
            aim=many(row(calendar.Aim)),
            phase=many(row(calendar.Phase, title=text, basis=text, source=_sources)),
            whole=many(whole),
            deadline=many(deadline),
            report=many(row(calendar.ReportDuty, title=text, about=text, source=_sources)),
        ),
        calendar.problems,
    )
    return rules


@cache
def eligibility_rules() -> EligibilityRules:
    """The points that decide who may apply, and the cases that the sources leave open.

    Raises:
        BadInput: the file is damaged.
    """
    from pmark_tui.domain import eligibility

    rules: EligibilityRules = _load(
        "eligibility",
        row(
            eligibility.EligibilityRules,
            checked_on=day,
            point=many(row(eligibility.PointRule, title=text, reason=text, source=_sources)),
            case=many(row(eligibility.Case, title=text, text=text, source=_sources)),
        ),
    )
    return rules


@cache
def paper_rules() -> PaperRules:
    """The application papers, the dates that must agree, and how bodies differ.

    Raises:
        BadInput: the file is damaged.
    """
    from pmark_tui.domain import papers

    paper = row(papers.Paper, title=text, about=text, from_where=text, source=_sources)
    rules: PaperRules = _load(
        "papers",
        row(
            papers.PaperRules,
            checked_on=day,
            paper=many(paper),
            paper_date=many(row(papers.PaperDate, title=text)),
            match=many(row(papers.Match)),
            body=many(row(papers.Body, title=text, text=text, source=_sources)),
        ),
    )
    return rules


def shared_fees() -> tuple[OfficialFee, ...]:
    """Official figures that the user keeps for all clients; none where there is no such file.

    Raises:
        FileTrouble, BadInput: the file cannot be read or holds something that does not fit.
    """
    path = os.path.join(paths.user_data(), SHARED_FEES)
    if not os.path.isfile(path):
        return ()
    from pmark_tui.domain.client import OfficialFee

    state = compiled.signature((path,))
    name = f"shared-fees-{compiled.crc(os.path.abspath(path))}"
    held = compiled.read(name, state)
    if held is None:
        from pmark_tui.store.pack_sources import read_toml
        from pmark_tui.store.schema import validate
        from pmark_tui.store.schema_scheme import SharedFeesFile

        source, data = read_toml(path, path)
        held = freeze(validate(SharedFeesFile, data, path, source).official_fees)
        compiled.write(name, state, held)
    return tuple(map(row(OfficialFee, entered_on=day), held))


def official_fees(of_client: tuple[OfficialFee, ...] = ()) -> tuple[OfficialFee, ...]:
    """A client's own official figures, then those for all clients: the first that fits wins."""
    return (*of_client, *shared_fees())


def _load(name: str, thaw: Thaw, problems: Callable[[Any], Iterable[Note]] | None = None) -> Any:
    """A file of the scheme: the compiled copy where it is good, else validated and checked."""
    path = os.path.join(paths.shipped(), "privacymark", f"{name}.toml")
    state = compiled.signature((path,))
    kept = f"scheme-{name}-{compiled.crc(path)}"
    held = compiled.read(kept, state)
    if held is not None:
        return thaw(held)
    from pmark_tui.store.pack_sources import read_toml
    from pmark_tui.store.schema import validate
    from pmark_tui.store.schema_scheme import SCHEME_FILES

    label = f"privacymark/{name}.toml"
    source, data = read_toml(path, label)
    held = freeze(validate(SCHEME_FILES[name], data, label, source))
    found = thaw(held)
    for problem in problems(found) if problems else ():
        raise BadInput(problem.key, file=label, **problem.values)
    compiled.write(kept, state, held)
    return found
