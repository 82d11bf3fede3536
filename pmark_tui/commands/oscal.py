"""`pmark oscal`: a pack as an OSCAL catalogue, a client's answers as OSCAL assessment results."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from pmark_tui.commands.opening import open_client, today
from pmark_tui.commands.papers import add_output, put_paper
from pmark_tui.commands.words import a_day
from pmark_tui.errors import BadInput
from pmark_tui.report.oscal import catalogue, rendered, results
from pmark_tui.store import packs
from pmark_tui.texts import text
from pmark_tui.texts.oscal import OSCAL

_EITHER = "FILE | --pack ID"


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark oscal`."""
    parser.add_argument("file", nargs="?", metavar="FILE", help=text(OSCAL, "help_file", lang))
    parser.add_argument("--pack", metavar="ID", help=text(OSCAL, "help_pack", lang))
    parser.add_argument("--redact", action="store_true")
    parser.add_argument("--on", metavar="DATE")
    add_output(parser, lang)


def run(args: Namespace) -> int:
    """Write one document, to standard output where no place is named."""
    if args.file and args.pack:
        raise BadInput("option_bad", key="--pack", found=args.pack, allowed=_EITHER)
    if not args.file and not args.pack:
        raise BadInput("option_missing", key="FILE", allowed=_EITHER)
    on = a_day("--on", args.on) if args.on else today()
    if args.pack:
        made = catalogue(packs.load(args.pack), args.lang, on)
    else:
        file, pack = open_client(args.file)
        client = file.client
        if args.redact:
            from pmark_tui.report.redact import redact

            client = redact(pack, client, args.lang)
        made = results(pack, client, args.lang, on)
    put_paper(args, rendered(made), args.output or "-")
    return 0
