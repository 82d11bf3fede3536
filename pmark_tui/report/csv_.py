"""The report as one CSV table (for UTF-8 with BOM, everything quoted) that Excel opens as it is.

All content stands in the same columns, and the first names the part of the report, so that a filter
shows the answers, the gaps or the fees alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import StringIO

from pmark_tui.report.model import ReportView
from pmark_tui.report.table_model import FORMULA, Sheet, Value
from pmark_tui.report.tables import sheets
from pmark_tui.report.words import Words

COLUMNS = (
    "part",
    "number",
    "clause",
    "side",
    "item",
    "value",
    "low",
    "high",
    "certainty",
    "note",
    "reason",
    "evidence",
    "evidence_date",
    "who",
    "owner",
    "due",
    "on",
    "marks",
)

_MEANS: dict[str, dict[str, str]] = {
    "summary": {
        "item": "item",
        "value": "value",
        "low": "low",
        "high": "high",
        "status": "certainty",
    },
    "answers": {
        "question": "number",
        "clause": "clause",
        "side": "side",
        "text": "item",
        "answer": "value",
        "certainty": "certainty",
        "note": "note",
        "reason": "reason",
        "evidence": "evidence",
        "evidence_date": "evidence_date",
        "who": "who",
        "owner": "owner",
        "due": "due",
        "on": "on",
        "marks": "marks",
    },
    "plan": {
        "question": "number",
        "text": "item",
        "state": "value",
        "actions": "note",
        "because": "reason",
        "evidence": "evidence",
        "person": "who",
        "owner": "owner",
        "due": "due",
    },
    "fees": {
        "list": "number",
        "item": "item",
        "status": "value",
        "low": "low",
        "high": "high",
        "paid_to": "who",
        "paid_when": "note",
    },
    "calendar": {"item": "item", "about": "note", "first": "on", "last": "due"},
    "papers": {
        "form": "number",
        "title": "item",
        "state": "value",
        "who": "owner",
        "where": "evidence",
        "about": "note",
    },
}
"""Which column of the table each column of a sheet goes to; sheets not named are part of others."""


def csv(view: ReportView) -> str:
    """The table with its heading row; lines end in CR LF."""
    from csv import QUOTE_ALL, writer

    words = Words(view.lang)
    made = StringIO(newline="")
    out = writer(made, quoting=QUOTE_ALL, lineterminator="\r\n")
    out.writerow([words(f"csv_{column}") for column in COLUMNS])
    for sheet in sheets(view):
        if sheet.id in _MEANS:
            out.writerows(_rows(sheet))
    return made.getvalue()


def _rows(sheet: Sheet) -> Iterator[list[str]]:
    means = _MEANS[sheet.id]
    places = {
        COLUMNS.index(means[field.id]): number
        for number, field in enumerate(sheet.fields)
        if field.id in means
    }
    part = next((n for n, field in enumerate(sheet.fields) if field.id == "part"), None)
    for row in sheet.rows:
        cells = [_cell(row[places[n]]) if n in places else "" for n in range(len(COLUMNS))]
        cells[0] = _cell(row[part]) if part is not None else sheet.title
        yield cells


def _cell(value: Value) -> str:
    """A value as text; what looks like a formula begins with an apostrophe, as spreadsheets mark text."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.4g}"
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text
