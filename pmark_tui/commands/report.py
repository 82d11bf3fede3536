"""`pmark report`: write the report of a client, or tell whether a report belongs to it."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace

from pmark_tui.commands.opening import a_date, open_client, today
from pmark_tui.commands.output import say
from pmark_tui.errors import BadInput
from pmark_tui.report.output import FORMATS, KINDS, path_beside, render, write
from pmark_tui.store import paths
from pmark_tui.texts import text
from pmark_tui.texts.report import REPORT


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark report`."""

    def t(key: str) -> str:
        return text(REPORT, key, lang)

    parser.add_argument("file", metavar="FILE")
    parser.add_argument("-o", "--output", metavar="OUT", help=t("help_output"))
    parser.add_argument("--format", metavar="|".join(FORMATS))
    parser.add_argument("--kind", metavar="|".join(KINDS), default="full")
    parser.add_argument("--template", metavar="PATH", default="", help=t("help_template"))
    parser.add_argument("--redact", action="store_true", help=t("help_redact"))
    parser.add_argument("--force", action="store_true", help=t("help_force"))
    parser.add_argument("--on", metavar="DATE", help=t("help_on"))


def run(args: Namespace) -> int:
    """Write one report, and say where."""
    file, pack = open_client(args.file)
    client = file.client
    form, kind = _format(args), _one_of("--kind", args.kind, KINDS)
    on = a_date("--on", args.on) if args.on else today()
    template = _template(args.template)
    data = render(pack, client, form, kind, args.lang, on, template, args.redact)
    if args.output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return 0
    path = args.output or path_beside(args.file, kind, form)
    write(path, data, args.force)
    say(text(REPORT, "written", args.lang, path=path))
    return 0


def _format(args: Namespace) -> str:
    """The format asked for, else the one that the name of the output ends in, else Markdown."""
    if args.format:
        return _one_of("--format", args.format, FORMATS)
    ending = (args.output or "").rpartition(".")[2].lower()
    return ending if ending in FORMATS else FORMATS[0]


def _one_of(key: str, found: str, allowed: tuple[str, ...]) -> str:
    if found not in allowed:
        raise BadInput("option_bad", key=key, found=found, allowed=", ".join(allowed))
    return found


def _template(word: str) -> str:
    """The path of a template: as given, else of that name in the user's template folder."""
    if not word or os.path.isfile(word) or os.path.dirname(word):
        return word
    return os.path.join(paths.user_data(), "templates", word)
