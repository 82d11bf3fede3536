"""Many clients as one table: a row for each client and step (docs/portfolio.md).

The shape is the same for every pack, however many steps it has; a file that cannot be read is a row
with its error and nothing else.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import StringIO
from typing import Any

from pmark_tui.errors import BadInput, FileTrouble
from pmark_tui.report.table_model import FORMULA
from pmark_tui.store import output_file
from pmark_tui.store.portfolio import Row

COLUMNS = {
    "file": "VARCHAR",
    "name": "VARCHAR",
    "kind": "VARCHAR",
    "industry": "VARCHAR",
    "workers": "BIGINT",
    "pack": "VARCHAR",
    "seen_on": "DATE",
    "answered": "BIGINT",
    "asked": "BIGINT",
    "flagged": "BIGINT",
    "parked": "BIGINT",
    "answered_at": "TIMESTAMP",
    "touched": "TIMESTAMP",
    "overdue": "BIGINT",
    "next_on": "DATE",
    "next_kind": "VARCHAR",
    "next_subject": "VARCHAR",
    "step_number": "BIGINT",
    "step": "VARCHAR",
    "low": "DOUBLE",
    "high": "DOUBLE",
    "status": "VARCHAR",
    "blockers": "BIGINT",
    "error": "VARCHAR",
}
"""The columns in their order, each with its SQL type."""


def csv(rows: Iterable[Row], lang: str) -> bytes:
    """The table as CSV: UTF-8 with a mark, so that spreadsheets take it as such; nothing is empty text."""
    return ("\ufeff" + _csv(rows, lang, _safe)).encode("utf-8")


def write_parquet(path: str, rows: Iterable[Row], lang: str, force: bool = False) -> None:
    """Write the table as Parquet, by way of DuckDB reading the CSV with the types of `COLUMNS`.

    Raises:
        BadInput: DuckDB is not installed.
        FileTrouble: the file is there already, or cannot be written.
    """
    try:
        import duckdb
    except ImportError:
        raise BadInput("extra_missing", what="Parquet", extra="parquet") from None
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="pmark-") as folder:
        table, made = os.path.join(folder, "table.csv"), os.path.join(folder, "table.parquet")
        try:
            with open(table, "w", encoding="utf-8", newline="") as stream:
                stream.write(_csv(rows, lang, str))
            # Nothing may be fetched: what DuckDB lacks it would look for on the network.
            with duckdb.connect(config={"autoinstall_known_extensions": False}) as connection:
                connection.read_csv(
                    table,
                    header=True,
                    columns=COLUMNS,
                    delimiter=",",
                    quotechar='"',
                    escapechar='"',
                ).write_parquet(made)
            with open(made, "rb") as stream_of_bytes:
                data = stream_of_bytes.read()
        except OSError as error:
            raise FileTrouble("file_unwritable", file=folder, why=error.strerror) from None
    output_file.write(path, data, force)


def _csv(rows: Iterable[Row], lang: str, text: Any) -> str:
    from csv import QUOTE_MINIMAL, writer

    made = StringIO(newline="")
    out = writer(made, quoting=QUOTE_MINIMAL, lineterminator="\r\n")
    out.writerow(COLUMNS)
    for row in rows:
        for cells in _lines(row, lang):
            out.writerow([_cell(cells.get(column), text) for column in COLUMNS])
    return made.getvalue()


def _lines(row: Row, lang: str) -> Iterator[dict[str, Any]]:
    file = os.path.basename(row.path)
    found = row.summary
    if found is None:
        yield {"file": file, "touched": row.touched, "error": row.error and row.error.message(lang)}
        return
    following = found.next
    whole = {
        "file": file,
        "name": found.name,
        "kind": found.kind,
        "industry": found.industry,
        "workers": found.workers,
        "pack": found.pack,
        "seen_on": found.on,
        "answered": found.answered,
        "asked": found.asked,
        "flagged": found.flagged,
        "parked": found.parked,
        "answered_at": found.answered_at,
        "touched": row.touched,
        "overdue": len(found.overdue),
        "next_on": following and following.on,
        "next_kind": following and following.kind,
        "next_subject": following and following.subject,
    }
    for number, step in enumerate(found.steps, 1):
        yield whole | {
            "step_number": number,
            "step": step.id,
            "low": step.low,
            "high": step.high,
            "status": step.status,
            "blockers": step.blockers,
        }


def _cell(value: Any, text: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M:%S}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.6g}"
    return str(value) if isinstance(value, int) else str(text(value))


def _safe(text: str) -> str:
    """A text of which no spreadsheet makes a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text
