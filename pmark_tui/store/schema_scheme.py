"""What each TOML file about money and time may hold; checked through `pmark_tui.store.schema`.

Each file is a class of the domain. It is named here once more only because pydantic refuses unknown
keys where the outermost class says so, and then in everything below it.
"""

from __future__ import annotations

from pydantic import ConfigDict, with_config

from pmark_tui.domain.budget import Charges
from pmark_tui.domain.calendar_rules import CalendarRules
from pmark_tui.domain.client import OfficialFee
from pmark_tui.domain.eligibility import EligibilityRules
from pmark_tui.domain.fees import FeeBook
from pmark_tui.domain.papers import PaperRules
from pmark_tui.domain.size import SizeRules
from pmark_tui.domain.values import frozen

_STRICT = ConfigDict(extra="forbid", strict=False)


@with_config(_STRICT)
class FeesFile(FeeBook):
    """fees.toml."""


@with_config(_STRICT)
class ChargesFile(Charges):
    """charges.toml."""


@with_config(_STRICT)
class SizeFile(SizeRules):
    """size.toml."""


@with_config(_STRICT)
class CalendarFile(CalendarRules):
    """calendar.toml."""


@with_config(_STRICT)
class EligibilityFile(EligibilityRules):
    """eligibility.toml."""


@with_config(_STRICT)
class PapersFile(PaperRules):
    """papers.toml."""


@with_config(_STRICT)
@frozen
class SharedFeesFile:
    """The user's own fees.toml: official figures for all clients."""

    official_fees: tuple[OfficialFee, ...] = ()


SCHEME_FILES: dict[str, type[object]] = {
    "fees": FeesFile,
    "charges": ChargesFile,
    "size": SizeFile,
    "calendar": CalendarFile,
    "eligibility": EligibilityFile,
    "papers": PapersFile,
}
