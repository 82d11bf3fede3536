"""`pmark questions`: what is asked of a client, in the order asked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from pmark_tui.commands.output import put, rendered, say
from pmark_tui.domain.plain import plain
from pmark_tui.errors import BadInput
from pmark_tui.store import packs
from pmark_tui.texts import LANGUAGES, text
from pmark_tui.texts.packs import PACKS

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable

    from pmark_tui.domain.migration import Differences
    from pmark_tui.domain.pack import Pack, Question

EDITIONS = ("jis2023", "jis2017", "jis2006", "jis1999")


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark questions`."""
    add = parser.add_argument
    add("file", nargs="?", help=text(PACKS, "help_questions_file", lang))
    add("--pack", default=None, metavar="ID", help=text(PACKS, "help_pack_id", lang))
    add("--all", action="store_true", help=text(PACKS, "help_all", lang))
    add("--quick", action="store_true", help=text(PACKS, "help_quick", lang))
    add("--edition", choices=EDITIONS, help=text(PACKS, "help_edition", lang))
    add("--changed", action="store_true", help=text(PACKS, "help_changed", lang))
    add("--json", action="store_true")


def run(args: Namespace) -> int:
    """Print the questions as JSON, or one line each with the person asked as a heading."""
    if args.changed:
        if not args.file:
            raise BadInput("option_missing", key="FILE", allowed="--changed")
        return _changed(args)
    if args.file:
        put(_of_client(args))
        return 0
    variant = (args.lang, args.edition or "", "quick" if args.quick else "full", args.json)
    what = "-".join(map(str, ("questions", *variant)))
    put(packs.kept(packs.find(args.pack or packs.DEFAULT), what, partial(_of_pack, args), __file__))
    return 0


def _of_client(args: Namespace) -> str:
    """The questions asked of a client, or with --all every one of its pack."""
    from pmark_tui.domain.asking import asked
    from pmark_tui.store import client_file

    client = client_file.read(args.file).client
    pack = packs.load(args.pack or client.pack)
    if args.all:
        return _of_pack(args, pack)
    return _shown(args, pack, asked(pack, client.profile, args.quick))


def _of_pack(args: Namespace, pack: Pack) -> str:
    """All questions of a pack."""
    from pmark_tui.domain.asking import in_order_of_people

    chosen = (q for q in pack.questions if q.quick or not args.quick)
    return _shown(args, pack, in_order_of_people(pack, chosen))


def _shown(args: Namespace, pack: Pack, questions: Iterable[Question]) -> str:
    if args.json:
        return _json(args, pack, questions)
    lines = []
    person = ""
    for q in questions:
        if q.ask != person:
            person = q.ask
            lines.append(f"\n# {pack.person[person].title.of(args.lang)}\n")
        lines.append(_line(args, pack, q))
    return "".join(f"{plain(line)}\n" for line in lines)


def _changed(args: Namespace) -> int:
    """What another version of the pack makes one ask again, and answers that it no longer asks for."""
    from pmark_tui.commands.opening import open_client
    from pmark_tui.domain.migration import differences

    file, pack = open_client(args.file)
    found = differences(pack, file.client)
    if args.json:
        put(_json(args, pack, found.to_ask, changed=_plain(found)))
        return 0
    values = {"old": found.old_version, "version": found.version}
    if found.to_ask:
        counts = {"again": len(found.again), "new": len(found.new)}
        say(text(PACKS, "changed_head", args.lang, **values, **counts))
    else:
        say(text(PACKS, "changed_none", args.lang, **values))
    for word, questions in (("changed_again", found.again), ("changed_new", found.new)):
        for q in questions:
            say(f"[{text(PACKS, word, args.lang)}] {_line(args, pack, q)}")
    if found.gone:
        say(text(PACKS, "changed_gone", args.lang, ids=", ".join(found.gone)))
    return 0


def _plain(found: Differences) -> dict[str, object]:
    return {
        "from": found.old_version,
        "to": found.version,
        "again": [q.id for q in found.again],
        "new": [q.id for q in found.new],
        "gone": found.gone,
    }


def _line(args: Namespace, pack: Pack, q: Question) -> str:
    older = f" ({getattr(pack.clause[q.clause], args.edition) or '-'})" if args.edition else ""
    return f"{q.id:<12}{older} {q.text.of(args.lang)}"


def _json(args: Namespace, pack: Pack, questions: Iterable[Question], **more: Any) -> str:
    rows = [_row(pack, q, args.lang, args.edition) for q in questions]
    whole = {"pack": pack.id, "version": pack.version, "questions": rows, **more}
    return rendered("questions", whole)


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
