"""The part of a report's content about statistics of leaks and assumed damages (see `report.model`)."""

from __future__ import annotations

from pmark_tui.domain.values import frozen

Pair = tuple[str, str]
"""A label and its value."""


@frozen
class LeakPart:
    """One share (0..1) of a survey, its bar of text, and what another source prints (0..1)."""

    id: str
    label: str
    share: float
    share_text: str
    bar: str
    disputed: float | None


@frozen
class LeakShare:
    """How a survey splits; `id` is that of its table and picture."""

    id: str
    title: str
    of: str
    parts: tuple[LeakPart, ...]
    notes: tuple[str, ...]


@frozen
class LeakSurvey:
    """One year of a series; `broken` says that it must not be compared with the year before."""

    id: str
    title: str
    broken: str
    facts: tuple[Pair, ...]
    shares: tuple[LeakShare, ...]
    note: str


@frozen
class LeakSeries:
    """Surveys that count the same thing, oldest first."""

    id: str
    title: str
    counts: str
    breaks: str
    surveys: tuple[LeakSurvey, ...]


@frozen
class LeakChange:
    """One figure of the change since 2004, with the survey that it is from."""

    label: str
    survey: str
    share: float
    share_text: str


@frozen
class Leaks:
    """The statistics of leaks."""

    notice: str
    change_title: str
    change_said: str
    change: tuple[LeakChange, ...]
    series: tuple[LeakSeries, ...]
    costs: tuple[Pair, ...]
    sources: tuple[Pair, ...]

    def share(self, table: str) -> LeakShare | None:
        """The share of this id."""
        every = (s for series in self.series for survey in series.surveys for s in survey.shares)
        return next((share for share in every if share.id == table), None)


@frozen
class DamageRow:
    """Assumed damages of one data set, yen; `open` says why there are none."""

    name: str
    persons: int
    per_person: int | None
    per_person_text: str
    total: int | None
    total_text: str
    open: str
    items: tuple[str, ...]
    factors: tuple[str, ...]


@frozen
class Damages:
    """Assumed damages of all data sets, with the model's limits and whose model it is."""

    title: str
    rows: tuple[DamageRow, ...]
    total: int
    total_text: str
    limits: tuple[str, ...]
    credit: str
