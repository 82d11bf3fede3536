"""What a report needs besides pack and client: the shipped facts, read once.

The only module of the report that reads anything; the view is built from these values alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pmark_tui.domain.calendar_rules import CalendarRules
from pmark_tui.domain.causes import CauseProfile, Causes, clause_shares
from pmark_tui.domain.client import Client, OfficialFee
from pmark_tui.domain.eligibility import EligibilityRules
from pmark_tui.domain.fees import FeeBook
from pmark_tui.domain.papers import PaperRules
from pmark_tui.domain.reading import ReadingList
from pmark_tui.domain.size import SizeRules
from pmark_tui.domain.values import frozen
from pmark_tui.domain.window import IsClosed

if TYPE_CHECKING:
    from pmark_tui.domain.incident_figures import Figures
    from pmark_tui.domain.jo_model import JoModel


@frozen
class Inputs:
    """The shipped rules and figures, the user's own fee file, and which days are closed."""

    book: FeeBook
    rules: SizeRules
    official: tuple[OfficialFee, ...]
    eligibility: EligibilityRules
    calendar: CalendarRules
    is_closed: IsClosed
    papers: PaperRules
    causes: Causes
    cause_profile: CauseProfile
    reading: ReadingList
    figures: Figures | None
    jo_model: JoModel | None

    @property
    def shares(self) -> Mapping[str, float]:
        """The share of reported incidents (0..1) that each clause bears on."""
        return clause_shares(self.cause_profile)


WITH_FIGURES = ("full",)
"""The kinds of report that show the statistics of leaks."""


def gather(client: Client, kind: str = "full") -> Inputs:
    """Everything that a report of this kind about this client is built from.

    Raises:
        FileTrouble, BadInput: shipped data or the user's fee file cannot be used.
    """
    from pmark_tui.store import incidents, scheme
    from pmark_tui.store.closed_days import is_closed

    return Inputs(
        book=scheme.fee_book(),
        rules=scheme.size_rules(),
        official=scheme.official_fees(client.official_fees),
        eligibility=scheme.eligibility_rules(),
        calendar=scheme.calendar_rules(),
        is_closed=is_closed,
        papers=scheme.paper_rules(),
        causes=incidents.causes(),
        cause_profile=incidents.profile_of(client),
        reading=incidents.reading_list(),
        figures=incidents.figures() if kind in WITH_FIGURES else None,
        jo_model=incidents.jo_model() if client.data_sets else None,
    )


def own_words(client: Client) -> frozenset[str]:
    """What stands among the client's data and is pmark's own word: kinds of data, a set of incidents."""
    from pmark_tui.store import incidents

    found = set[str]()
    if client.data_sets:
        model = incidents.jo_model()
        named = {name for held in client.data_sets for name in (*held.items, *held.levels)}
        found |= {name for name in named if model.knows(name)}
    if client.incident_profile:
        found |= {p.id for p in incidents.causes().profile} & {client.incident_profile}
    return frozenset(found)
