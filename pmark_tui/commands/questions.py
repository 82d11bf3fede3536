"""`pmark questions`: what is asked of a client, in the order asked."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from pmark_tui.commands.opening import open_client
from pmark_tui.commands.output import emit, say
from pmark_tui.domain.asking import asked, in_order_of_people
from pmark_tui.domain.pack import LANGUAGES, Pack, Question
from pmark_tui.store import packs

EDITIONS = ("jis2023", "jis2017", "jis2006", "jis1999")


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark questions`."""
    parser.add_argument("file", nargs="?")
    parser.add_argument("--pack", default=None, metavar="ID")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--edition", choices=EDITIONS)
    parser.add_argument("--json", action="store_true")


def run(args: Namespace) -> int:
    """Print the questions as JSON, or one line each with the person asked as a heading."""
    if args.file:
        file, pack = open_client(args.file)
        pack = packs.load(args.pack) if args.pack else pack
        chosen = asked(pack, file.client.profile, args.quick)
    else:
        pack = packs.load(args.pack or packs.DEFAULT)
        chosen = in_order_of_people(pack, pack.questions)
    if args.all:
        chosen = in_order_of_people(pack, pack.questions)
    if args.quick:
        chosen = tuple(q for q in chosen if q.quick)
    if args.json:
        rows = [_row(pack, q, args.lang, args.edition) for q in chosen]
        emit("questions", {"pack": pack.id, "version": pack.version, "questions": rows})
        return 0
    person = ""
    for q in chosen:
        if q.ask != person:
            person = q.ask
            say(f"\n# {pack.person[person].title.of(args.lang)}\n")
        older = f" ({getattr(pack.clause[q.clause], args.edition) or '-'})" if args.edition else ""
        say(f"{q.id:<12}{older} {q.text.of(args.lang)}")
    return 0


def _row(pack: Pack, q: Question, lang: str, edition: str | None) -> dict[str, object]:
    row: dict[str, object] = {
        "id": q.id,
        "clause": q.clause,
        "side": q.side,
        "steps": q.steps,
        "gates": q.gates,
        "quick": q.quick,
        "may_be_na": q.may_be_na,
        "ask": q.ask,
        "text": q.text.of(lang),
        "texts": {each: q.text.of(each) for each in LANGUAGES},
        "weight": q.weight,
        "when": q.when,
        "when_all": q.when_all,
        "unless": q.unless,
        "kinds": q.kinds,
        "evidence": pack.evidence(q, lang),
    }
    if edition:
        row[edition] = getattr(pack.clause[q.clause], edition)
    return row
