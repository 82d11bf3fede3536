"""`pmark new`: start a client file."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import cast

from pmark_tui.commands.opening import today
from pmark_tui.commands.output import say
from pmark_tui.commands.words import a_day, an_amount
from pmark_tui.domain.client import KINDS, Client, Kind, Profile
from pmark_tui.errors import BadInput
from pmark_tui.store import client_file, packs
from pmark_tui.store.scheme import size_rules


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark new`."""
    parser.add_argument("file")
    parser.add_argument("--name", required=True)
    parser.add_argument("--industry", required=True)
    parser.add_argument("--workers", required=True)
    capital = parser.add_mutually_exclusive_group(required=True)
    capital.add_argument("--capital", metavar="YEN")
    capital.add_argument("--no-capital", action="store_true")
    parser.add_argument("--kind", choices=KINDS, default="new")
    parser.add_argument("--expires", metavar="DATE")
    parser.add_argument("--target", metavar="DATE")
    parser.add_argument("--pack", default=packs.DEFAULT, metavar="ID")
    parser.add_argument("--flag", action="append", default=[], metavar="NAME")


def run(args: Namespace) -> int:
    """Write a new client file; refuse to overwrite one."""
    pack = packs.load(args.pack)
    flags = tuple(flag.id for flag in pack.flags)
    for flag in args.flag:
        if flag not in flags:
            raise BadInput("flag_unknown", found=flag, allowed=", ".join(flags))
    profile = Profile(
        name=args.name,
        industry=known_industry(args.industry),
        workers=an_amount("--workers", args.workers),
        capital=None if args.no_capital else an_amount("--capital", args.capital),
        kind=cast(Kind, args.kind),
        flags=tuple(flag for flag in flags if flag in args.flag),
        expires=a_day("--expires", args.expires) if args.expires else None,
        target=a_day("--target", args.target) if args.target else None,
    )
    path = client_file.with_suffix(args.file)
    client_file.create(path, Client(profile, pack.id, pack.version, today()))
    say(path)
    return 0


def known_industry(word: str) -> str:
    """An industry that the size table has.

    Raises:
        BadInput: it has not.
    """
    known = size_rules().industries
    if word not in known:
        raise BadInput("industry_unknown", found=word, allowed=", ".join(known))
    return word
