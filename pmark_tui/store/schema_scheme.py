"""What each TOML file about money and time may hold; checked through `pmark_tui.store.schema`."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ConfigDict, with_config

from pmark_tui.domain.client import OfficialFee

_STRICT = ConfigDict(extra="forbid", strict=False)


@with_config(_STRICT)
@dataclass(frozen=True)
class SharedFeesFile:
    """The user's own fees.toml: official figures for all clients."""

    official_fees: tuple[OfficialFee, ...] = ()
