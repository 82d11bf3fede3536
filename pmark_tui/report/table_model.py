"""What a workbook consists of: sheets of fields and rows."""

from __future__ import annotations

from datetime import date

from pmark_tui.domain.values import frozen

Value = str | int | float | date | None


@frozen
class Field:
    """A column: its id, heading, width in characters, and whether it is to be filled in."""

    id: str
    title: str
    width: int
    fill: bool = False
    share: bool = False


@frozen
class Sheet:
    """A sheet with a heading row; `choices` are the values allowed in the column `state`."""

    id: str
    title: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Value, ...], ...]
    choices: tuple[str, ...] = ()


FORMULA = tuple("=+-@＝＋－＠\t")
"""First characters that a spreadsheet may take for the beginning of a formula."""

PLAN = "plan"
"""The id of the sheet that can be filled in and read back."""


def day(text: str) -> date | None:
    """An ISO date of the view as a date; None where there is none."""
    return date.fromisoformat(text) if text else None
