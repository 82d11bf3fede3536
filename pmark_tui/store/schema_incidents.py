"""What each TOML file about leaks may hold: the domain's own classes, with unknown keys refused."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field, with_config

from pmark_tui.domain.causes import Causes
from pmark_tui.domain.drill import Drill
from pmark_tui.domain.incident_duties import Duties
from pmark_tui.domain.incident_figures import Figures
from pmark_tui.domain.jo_model import JoModel
from pmark_tui.domain.notes import Certainty
from pmark_tui.domain.pack import Text
from pmark_tui.domain.reading import ReadingList
from pmark_tui.domain.values import frozen

_STRICT = ConfigDict(extra="forbid", strict=False)

MonthDay = Annotated[str, Field(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]


@with_config(_STRICT)
@frozen
class ClosedDaysFile:
    """closed_days.toml."""

    weekdays: tuple[Annotated[int, Field(ge=1, le=7)], ...]
    year_end: MonthDay
    new_year: MonthDay
    certainty: Certainty
    source: Text


@with_config(_STRICT)
class DutiesFile(Duties):
    """incident_duties.toml."""


@with_config(_STRICT)
class FiguresFile(Figures):
    """incident_figures.toml."""


@with_config(_STRICT)
class JoModelFile(JoModel):
    """jo_model.toml."""


@with_config(_STRICT)
class CausesFile(Causes):
    """incident_causes.toml."""


@with_config(_STRICT)
class ReadingFile(ReadingList):
    """reading_list.toml."""


@with_config(_STRICT)
@frozen
class DrillsFile:
    """drills.toml."""

    drill: tuple[Drill, ...]
