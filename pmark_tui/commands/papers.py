"""What the commands that print a paper share: where it goes."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from pmark_tui.commands.output import say
from pmark_tui.store import output_file
from pmark_tui.texts import text
from pmark_tui.texts.visits import VISITS


def add_output(parser: ArgumentParser, lang: str) -> None:
    """The options that say where a paper goes."""
    parser.add_argument("-o", "--output", metavar="OUT", help=text(VISITS, "help_output", lang))
    parser.add_argument("--force", action="store_true", help=text(VISITS, "help_force", lang))


def put_paper(args: Namespace, data: bytes, path: str) -> None:
    """Write a paper to `path`, or to standard output where that is `-`.

    Raises:
        FileTrouble, BadInput: it cannot be written, or something is there already.
    """
    if path == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return
    output_file.write(path, data, args.force)
    say(text(VISITS, "written", args.lang, path=path))
