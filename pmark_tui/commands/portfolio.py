"""`pmark portfolio`: all clients of a folder, as a list, a table, or every one's report."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from typing import TYPE_CHECKING

from pmark_tui.commands.opening import open_client, today
from pmark_tui.commands.output import emit, say, tell
from pmark_tui.commands.progress import counted
from pmark_tui.commands.words import a_day
from pmark_tui.domain.scoring import BLOCKED
from pmark_tui.domain.text import flow
from pmark_tui.errors import FileTrouble, PmarkError
from pmark_tui.store import paths
from pmark_tui.store.portfolio import Portfolio, Row
from pmark_tui.texts import text
from pmark_tui.texts.figures import percent
from pmark_tui.texts.portfolio import PORTFOLIO

if TYPE_CHECKING:
    from pmark_tui.domain.pack import Pack
    from pmark_tui.domain.summary import Due, Summary

STANDARD_OUTPUT = "-"
SOMETHING_BROKEN = 1
_SORTS = ("name", "due")
_WIDTH = 76
"""Cells of a line of steps; with its indent it fits 80."""


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark portfolio`."""

    def t(key: str) -> str:
        return text(PORTFOLIO, key, lang)

    parser.add_argument("dir", metavar="DIR", nargs="?", help=t("help_dir"))
    parser.add_argument("--on", metavar="DATE", help=t("help_on"))
    parser.add_argument("--sort", choices=_SORTS, default=_SORTS[0], help=t("help_sort"))
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--csv", metavar="OUT", help=t("help_csv"))
    parser.add_argument("--parquet", metavar="OUT", help=t("help_parquet"))
    parser.add_argument("--reports", metavar="DIR", help=t("help_reports"))
    parser.add_argument("--format", metavar="FORMAT", default="docx", help=t("help_format"))
    parser.add_argument("--kind", metavar="KIND", default="full", help=t("help_kind"))
    parser.add_argument("--redact", action="store_true", help=t("help_redact"))
    parser.add_argument("--force", action="store_true", help=t("help_force"))


def run(args: Namespace) -> int:
    """Show every client; or write the table, or every report. Exit 1: a file could not be read."""
    on = a_day("--on", args.on) if args.on else today()
    portfolio = Portfolio(args.dir or paths.clients(), on)
    try:
        found = dict(counted(portfolio.rows(), len(portfolio.names)))
    finally:
        portfolio.keep()
    rows = [found[name] for name in portfolio.names]
    if args.sort == "due":
        rows.sort(key=_first_due)
    if args.csv or args.parquet:
        _tables(args, rows)
    elif args.reports:
        _reports(args, rows, on)
    elif args.json:
        emit("portfolio", _as_json(portfolio, rows, args.lang))
    else:
        _print(portfolio, rows, args.lang)
    broken = [row for row in rows if row.error]
    if args.csv or args.parquet or args.reports:
        for row in broken:
            tell(_reason(row, args.lang))
    return SOMETHING_BROKEN if broken else 0


def _first_due(row: Row) -> tuple[date, str]:
    """What is overdue longest, then what comes next, then those with nothing planned."""
    due = row.summary.due if row.summary else ()
    return (due[0].on if due else date.max), row.path


def _tables(args: Namespace, rows: list[Row]) -> None:
    from pmark_tui.report import portfolio_table
    from pmark_tui.store import output_file

    talk = tell if args.csv == STANDARD_OUTPUT else say
    if args.csv == STANDARD_OUTPUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(portfolio_table.csv(rows, args.lang))
    elif args.csv:
        output_file.write(args.csv, portfolio_table.csv(rows, args.lang), args.force)
        talk(text(PORTFOLIO, "written", args.lang, path=args.csv))
    if args.parquet:
        portfolio_table.write_parquet(args.parquet, rows, args.lang, args.force)
        talk(text(PORTFOLIO, "written", args.lang, path=args.parquet))


def _reports(args: Namespace, rows: list[Row], on: date) -> None:
    """Every readable client's report; what is there already is found before the first is written."""
    from pmark_tui.commands.report import one_of
    from pmark_tui.report.output import FORMATS, KINDS, path_beside, render, write

    form, kind = one_of("--format", args.format, FORMATS), one_of("--kind", args.kind, KINDS)
    targets = {
        path_beside(os.path.join(args.reports, os.path.basename(row.path)), kind, form): row.path
        for row in rows
        if row.summary
    }
    if not args.force:
        for target in targets:
            if os.path.lexists(target):
                raise FileTrouble("output_exists", file=target)
    try:
        os.makedirs(args.reports, mode=0o700, exist_ok=True)
    except OSError as error:
        raise FileTrouble("file_unwritable", file=args.reports, why=error.strerror) from None
    for target, path in counted(targets.items(), len(targets)):
        file, pack = open_client(path)
        data = render(pack, file.client, form, kind, args.lang, on, redacted=args.redact)
        write(target, data, args.force)
    say(text(PORTFOLIO, "reports_written", args.lang, count=len(targets), path=args.reports))


def _print(portfolio: Portfolio, rows: list[Row], lang: str) -> None:
    if not rows:
        say(text(PORTFOLIO, "none", lang, path=portfolio.path))
        return
    for row in rows:
        pack = portfolio.pack(row.summary.pack) if row.summary else None
        say("\n".join(_lines(row, pack, lang)))
    late = sum(bool(row.summary and row.summary.overdue) for row in rows)
    good = sum(row.summary is not None for row in rows)
    say(text(PORTFOLIO, "total", lang, count=good, broken=len(rows) - good, late=late))


def _lines(row: Row, pack: Pack | None, lang: str) -> list[str]:
    found = row.summary
    if found is None or pack is None:
        return [os.path.basename(row.path), f"  {_reason(row, lang)}"]
    touched = text(PORTFOLIO, "touched", lang, day=f"{row.touched:%Y-%m-%d}") if row.touched else ""
    head = text(
        PORTFOLIO,
        "client",
        lang,
        name=found.name or os.path.basename(row.path),
        kind=text(PORTFOLIO, found.kind, lang),
        answered=found.answered,
        asked=found.asked,
        blocked=found.blocked,
        ready=found.ready,
        touched=touched,
    )
    lines = [head.rstrip(), *(f"  {line}" for line in flow(_steps(pack, found, lang), _WIDTH))]
    if found.next:
        lines.append("  " + text(PORTFOLIO, "next", lang, due=due_words(found.next, lang)))
    if late := found.overdue:
        oldest = due_words(late[0], lang)
        lines.append("  " + text(PORTFOLIO, "overdue", lang, count=len(late), due=oldest))
    return lines


def _steps(pack: Pack, found: Summary, lang: str) -> list[str]:
    return [
        text(
            PORTFOLIO,
            "step_blocked" if step.status == BLOCKED else "step",
            lang,
            title=pack.step[step.id].title.of(lang),
            low=percent(step.low).removesuffix("%"),
            high=percent(step.high),
            count=step.blockers,
        )
        for step in found.steps
    ]


def due_words(due: Due, lang: str) -> str:
    """A day with what it is the day of."""
    return text(PORTFOLIO, f"due_{due.kind}", lang, on=due.on, subject=due.subject)


def _reason(row: Row, lang: str) -> str:
    return text(PORTFOLIO, "broken", lang, why=row.error.message(lang) if row.error else "")


def _as_json(portfolio: Portfolio, rows: list[Row], lang: str) -> dict[str, object]:
    return {
        "folder": portfolio.path,
        "on": str(portfolio.on),
        "clients": [_client(row, row.summary) for row in rows if row.summary],
        "broken": [
            {"file": os.path.basename(row.path), "what": row.error.message(lang)}
            for row in rows
            if isinstance(row.error, PmarkError)
        ],
    }


def _client(row: Row, found: Summary) -> dict[str, object]:
    return {
        "file": os.path.basename(row.path),
        "name": found.name,
        "kind": found.kind,
        "industry": found.industry,
        "workers": found.workers,
        "pack": found.pack,
        "answered": found.answered,
        "asked": found.asked,
        "blocked": found.blocked,
        "ready": found.ready,
        "flagged": found.flagged,
        "parked": found.parked,
        "steps": [
            {
                "id": step.id,
                "low": step.low,
                "high": step.high,
                "status": step.status,
                "blockers": step.blockers,
            }
            for step in found.steps
        ],
        "next": _due(found.next) if found.next else None,
        "overdue": [_due(due) for due in found.overdue],
        "due": [_due(due) for due in found.due],
        "answered_at": found.answered_at and found.answered_at.isoformat(),
        "touched": row.touched and row.touched.isoformat(timespec="seconds"),
    }


def _due(due: Due) -> dict[str, str]:
    return {"on": str(due.on), "kind": due.kind, "subject": due.subject}
