"""`pmark sheet`: a blank interview sheet for paper."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from pmark_tui.commands.opening import open_client
from pmark_tui.commands.papers import add_output, put_paper
from pmark_tui.errors import BadInput
from pmark_tui.report.sheet import build, markdown
from pmark_tui.store import packs
from pmark_tui.store.client_file import SUFFIX
from pmark_tui.texts import text
from pmark_tui.texts.visits import VISITS

FORMATS = ("md", "docx")


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark sheet`."""

    def t(key: str) -> str:
        return text(VISITS, key, lang)

    parser.add_argument("file", nargs="?", metavar="FILE")
    parser.add_argument("--pack", metavar="ID", help=t("help_pack"))
    parser.add_argument("--quick", action="store_true", help=t("help_quick"))
    parser.add_argument("--places", action="store_true", help=t("help_places"))
    parser.add_argument("--format", metavar="|".join(FORMATS))
    add_output(parser, lang)


def run(args: Namespace) -> int:
    """Print the sheet of a client, or of a whole pack; Word goes to a file."""
    form = _format(args)
    if args.file and args.pack:
        raise BadInput("option_bad", key="--pack", found=args.pack, allowed="FILE | --pack ID")
    if not args.file and not args.pack:
        raise BadInput("option_missing", key="FILE", allowed="FILE | --pack ID")
    client = None
    if args.file:
        file, pack = open_client(args.file)
        client = file.client
    else:
        pack = packs.load(args.pack)
    sheet = build(pack, client, args.lang, args.quick, args.places)
    if form == "docx":
        from pmark_tui.report.sheet_word import docx

        stem = args.file.removesuffix(SUFFIX) if args.file else pack.id
        what = "walk" if args.places else "sheet"
        put_paper(args, docx(sheet, args.lang), args.output or f"{stem}.{what}.docx")
    else:
        put_paper(args, markdown(sheet, args.lang).encode(), args.output or "-")
    return 0


def _format(args: Namespace) -> str:
    """The format asked for, else the one that the name of the output ends in, else Markdown."""
    form: str = args.format or (args.output or "").rpartition(".")[2].lower()
    if args.format and form not in FORMATS:
        raise BadInput("option_bad", key="--format", found=form, allowed=", ".join(FORMATS))
    return form if form in FORMATS else FORMATS[0]
