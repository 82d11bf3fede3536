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
from pmark_tui.errors import BadInput, FileTrouble
from pmark_tui.store.client_file import ClientFile
from pmark_tui.texts import text
from pmark_tui.texts.handover import HANDOVER

MOST_BYTES = 64_000_000
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

    found = changes(args.workbook, _read(args.workbook), pack, file.client, args.lang)
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


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileTrouble("file_unreadable", file=path, why=error.strerror) from None
    if len(data) > MOST_BYTES:
        raise BadInput("file_too_large", file=path, allowed=MOST_BYTES)
    return data
