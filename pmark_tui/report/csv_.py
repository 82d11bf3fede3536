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

CLAUSE_COLUMNS = ("written", "practised", "editions")
"""Columns that come after these for an auditor: how a clause stands by side, its older numbers."""

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

_FOR_AUDITOR: dict[str, dict[str, str]] = {
    "exclusions": {"question": "number", "clause": "clause", "text": "item", "reason": "reason"},
    "evidence": {
        "name": "item",
        "clauses": "clause",
        "questions": "number",
        "person": "who",
        "seen": "evidence",
    },
}
"""The same for sheets that an auditor filters by; elsewhere the rows of the answers say it."""


def csv(view: ReportView) -> str:
    """The table with its heading row; lines end in CR LF."""
    from csv import QUOTE_ALL, writer

    words, auditor = Words(view.lang), view.kind == "auditor"
    columns = COLUMNS + CLAUSE_COLUMNS if auditor else COLUMNS
    means = _MEANS | _FOR_AUDITOR if auditor else _MEANS
    made = StringIO(newline="")
    out = writer(made, quoting=QUOTE_ALL, lineterminator="\r\n")
    out.writerow([words(f"csv_{column}") for column in columns])
    for sheet in sheets(view):
        if sheet.id == "clauses":
            out.writerows(_clauses(view, sheet.title, columns, words))
        elif sheet.id in means:
            out.writerows(_rows(sheet, means[sheet.id], columns))
    return made.getvalue()


def _rows(sheet: Sheet, means: dict[str, str], columns: tuple[str, ...]) -> Iterator[list[str]]:
    places = {
        columns.index(means[field.id]): number
        for number, field in enumerate(sheet.fields)
        if field.id in means
    }
    part = next((n for n, field in enumerate(sheet.fields) if field.id == "part"), None)
    for row in sheet.rows:
        cells = [_cell(row[places[n]]) if n in places else "" for n in range(len(columns))]
        cells[0] = _cell(row[part]) if part is not None else sheet.title
        yield cells


def _clauses(
    view: ReportView, title: str, columns: tuple[str, ...], words: Words
) -> Iterator[list[str]]:
    """A row a clause: its standing as a whole and by side, how much is answered, its older numbers."""
    colon, blank = words("colon"), words("clause_not_looked_at")
    for chapter in view.chapters:
        for clause in chapter.clauses:
            progress = words("progress", answered=clause.answered, asked=clause.asked)
            held = {
                "part": title,
                "clause": clause.id,
                "item": clause.title,
                "value": clause.status_label,
                "certainty": clause.certainty,
                "note": f"{words('t_progress')}{colon}{progress}",
                "written": clause.written,
                "practised": clause.practised,
                "editions": words.join(f"{e.label}{colon}{e.value}" for e in clause.editions),
            }
            looked_at = {key: "" if value == blank else value for key, value in held.items()}
            yield [_cell(looked_at.get(column)) for column in columns]


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
