# ruff: noqa: N999 - a command is found by its name, and this one is called import
"""`pmark import`: take back an action plan that was filled in in Excel, each change shown first."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from pmark_tui.commands.opening import editing, now
from pmark_tui.commands.output import say, tell
from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack
from pmark_tui.store.client_file import ClientFile
from pmark_tui.store.reading import read_bytes
from pmark_tui.texts import text
from pmark_tui.texts.handover import HANDOVER

MOST_BYTES = 16_000_000
"""Most bytes of a workbook."""
_NOT_TAKEN = 1
_YES = ("y", "yes", "はい")


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark import`."""
    parser.add_argument("workbook", metavar="FILE.xlsx")
    parser.add_argument("--into", metavar="FILE", required=True)
    parser.add_argument("--yes", action="store_true", help=text(HANDOVER, "help_yes", lang))


def run(args: Namespace) -> int:
    """Show every change, ask, then write once; without a terminal only `--yes` takes anything."""
    with editing(args.into, "import") as (file, pack, save):
        return _import(args, file, pack, save)


def _import(args: Namespace, file: ClientFile, pack: Pack, save: Callable[[Client], None]) -> int:
    from pmark_tui.report.plan_sheet import changes, take

    data, _ = read_bytes(args.workbook, MOST_BYTES)
    found = changes(args.workbook, data, pack, file.client, args.lang)
    client = take(pack, file.client, found, now())
    for change in found:
        field = text(HANDOVER, f"import_{change.field}", args.lang)
        empty = text(HANDOVER, "import_empty", args.lang)
        before, after = change.before or empty, change.after or empty
        values = {"question": change.question, "field": field, "before": before, "after": after}
        say(text(HANDOVER, "import_change", args.lang, **values))
    if not found:
        say(text(HANDOVER, "import_nothing", args.lang))
        return 0
    if not args.yes and not _agreed(len(found), args.lang):
        tell(text(HANDOVER, "import_not_taken", args.lang))
        return _NOT_TAKEN
    save(client)
    say(text(HANDOVER, "import_taken", args.lang, count=len(found), path=file.path))
    return 0


def _agreed(count: int, lang: str) -> bool:
    if not sys.stdin.isatty():
        return False
    tell(text(HANDOVER, "import_ask", lang, count=count))
    return sys.stdin.readline().strip().lower() in _YES
