"""What a report needs besides pack and client: the shipped facts, read once.

The only module of the report that reads anything; the view is built from these values alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pmark_tui.domain.client import Client, OfficialFee
from pmark_tui.domain.fees import FeeBook
from pmark_tui.domain.size import SizeRules


@dataclass(frozen=True)
class Inputs:
    """Fee lists, size rules, official figures for all clients, and shares of incidents by clause."""

    book: FeeBook
    rules: SizeRules
    official: tuple[OfficialFee, ...]
    shares: Mapping[str, float]


def gather(client: Client) -> Inputs:
    """Everything that a report about this client is built from.

    Raises:
        FileTrouble, BadInput: shipped data or the user's fee file cannot be used.
    """
    from pmark_tui.store import scheme

    return Inputs(
        book=scheme.fee_book(),
        rules=scheme.size_rules(),
        official=scheme.official_fees(client.official_fees),
        shares=_shares(),
    )


def _shares() -> Mapping[str, float]:
    from pmark_tui.store.incidents import clause_shares

    return clause_shares(None)
