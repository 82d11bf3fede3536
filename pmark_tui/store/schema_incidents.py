"""What each TOML file about leaks may hold; checked through `pmark_tui.store.schema`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import ConfigDict, Field, with_config

from pmark_tui.domain.pack import Text

_STRICT = ConfigDict(extra="forbid", strict=False)

MonthDay = Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]


@with_config(_STRICT)
@dataclass(frozen=True)
class ClosedDaysFile:
    """closed_days.toml."""

    weekdays: tuple[Annotated[int, Field(ge=1, le=7)], ...]
    year_end: MonthDay
    new_year: MonthDay
    certainty: str
    source: Text
