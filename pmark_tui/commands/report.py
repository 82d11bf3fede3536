"""`pmark report`: write the report of a client, or tell whether a report belongs to it."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from datetime import date

from pmark_tui.commands.opening import open_client, today
from pmark_tui.commands.output import say, tell
from pmark_tui.commands.words import a_day
from pmark_tui.domain.client import Client
from pmark_tui.errors import BadInput
from pmark_tui.report.output import FORMATS, KINDS, path_beside, render, write
from pmark_tui.store import paths
from pmark_tui.store.reading import read_bytes
from pmark_tui.texts import text
from pmark_tui.texts.handover import HANDOVER

STANDARD_OUTPUT = "-"
MOST_BYTES = 256_000_000
"""Most bytes of a report that is verified."""
_NOT_OURS = 1


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark report`."""

    def t(key: str) -> str:
        return text(HANDOVER, key, lang)

    parser.add_argument("file", metavar="FILE")
    parser.add_argument("-o", "--output", metavar="OUT", help=t("help_output"))
    parser.add_argument("--format", metavar="|".join(FORMATS))
    parser.add_argument("--kind", metavar="|".join(KINDS), default=KINDS[0])
    parser.add_argument("--template", metavar="PATH", default="", help=t("help_template"))
    parser.add_argument("--redact", action="store_true", help=t("help_redact"))
    parser.add_argument("--force", action="store_true", help=t("help_force"))
    parser.add_argument("--on", metavar="DATE", help=t("help_on"))
    parser.add_argument("--verify", metavar="REPORT", help=t("help_verify"))
    parser.add_argument("--bundle", metavar="OUT.zip", help=t("help_bundle"))


def run(args: Namespace) -> int:
    """Write one report or the bundle and say where; or compare a report with the client file."""
    if args.verify:
        return _verify(args)
    on = a_day("--on", args.on) if args.on else today()
    return _bundle(args, on) if args.bundle else _report(args, on)


def _report(args: Namespace, on: date) -> int:
    file, pack = open_client(args.file)
    form, kind = _format(args), one_of("--kind", args.kind, KINDS)
    template = _template(args.template)
    data = render(pack, file.client, form, kind, args.lang, on, template, args.redact)
    if args.output == STANDARD_OUTPUT:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    else:
        path = args.output or path_beside(args.file, kind, form)
        write(path, data, args.force)
        say(text(HANDOVER, "written", args.lang, path=path))
    if not args.redact:
        _warn(file.client, args.lang)
    return 0


def _bundle(args: Namespace, on: date) -> int:
    from pmark_tui.report.bundle import bundle

    file, pack = open_client(args.file)
    data = bundle(pack, file.client, _read(args.file), args.lang, on, args.redact)
    write(args.bundle, data, args.force)
    say(text(HANDOVER, "written", args.lang, path=args.bundle))
    if not args.redact:
        _warn(file.client, args.lang)
    return 0


def _verify(args: Namespace) -> int:
    from pmark_tui.report.verify import verify

    file, pack = open_client(args.file)
    verdict, found, held = verify(_read(args.verify), pack, file.client)
    say(text(HANDOVER, f"verify_{verdict}", args.lang, found=found, held=held))
    return 0 if verdict in ("yes", "redacted") else _NOT_OURS


def _warn(client: Client, lang: str) -> None:
    """Tell where the report seems to hold personal data, before it is handed over."""
    from pmark_tui.report.personal import warnings

    for sentence in warnings(client, lang):
        tell(sentence)


def _read(path: str) -> bytes:
    return read_bytes(path, MOST_BYTES)[0]


def _format(args: Namespace) -> str:
    """The format asked for, else the one that the name of the output ends in, else Markdown."""
    if args.format:
        return one_of("--format", args.format, FORMATS)
    ending = (args.output or "").rpartition(".")[2].lower()
    return ending if ending in FORMATS else FORMATS[0]


def one_of(key: str, found: str, allowed: tuple[str, ...]) -> str:
    """A word that must be one of a few.

    Raises:
        BadInput: it is none of them.
    """
    if found not in allowed:
        raise BadInput("option_bad", key=key, found=found, allowed=", ".join(allowed))
    return found


def _template(word: str) -> str:
    """The path of a template: as given, else of that name in the user's template folder."""
    if not word or os.path.isfile(word) or os.path.dirname(word):
        return word
    return os.path.join(paths.user_data(), "templates", word)
