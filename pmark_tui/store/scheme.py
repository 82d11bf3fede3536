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
    from pmark_tui.domain.budget import Charges
    from pmark_tui.domain.client import OfficialFee
    from pmark_tui.domain.fees import FeeBook
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
        fees.FeeBook,
        row(
            fees.FeeBook,
            checked_on=day,
            line=many(line),
            schedule=many(schedule),
            base=row(fees.BasePrices, source=_sources, fee=many(row(fees.Fee))),
        ),
        _refuse_contradictions,
    )
    return book


def _refuse_contradictions(book: FeeBook) -> None:
    from pmark_tui.domain.fees import problems

    for problem in problems(book):
        raise BadInput(problem.key, file="privacymark/fees.toml", **problem.values)


@cache
def charges() -> Charges:
    """What comes on top of the fees, time on site, and how bodies bill.

    Raises:
        BadInput: the file is damaged.
    """
    from pmark_tui.domain import budget

    found: Charges = _load(
        "charges",
        budget.Charges,
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
        size.SizeRules,
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


def _load(name: str, kind: type[Any], thaw: Thaw, check: Any = None) -> Any:
    path = os.path.join(paths.shipped(), "privacymark", f"{name}.toml")
    state = compiled.signature((path,))
    held = compiled.read(f"scheme-{name}-{compiled.crc(path)}", state)
    if held is not None:
        return thaw(held)
    from pmark_tui.store.pack_sources import read_toml
    from pmark_tui.store.schema import validate

    label = f"privacymark/{name}.toml"
    source, data = read_toml(path, label)
    found = validate(kind, data, label, source)
    if check is not None:
        check(found)
    compiled.write(f"scheme-{name}-{compiled.crc(path)}", state, freeze(found))
    return found
