"""`pmark finding FILE add|close|list`: findings of a mock or real audit, with their clock."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from pmark_tui.commands.opening import editing, open_client, today
from pmark_tui.commands.output import emit, say
from pmark_tui.commands.words import a_day
from pmark_tui.domain.client import Client, Finding
from pmark_tui.domain.findings import FindingState, finding_states, next_id, with_finding
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.values import replace
from pmark_tui.errors import BadInput
from pmark_tui.texts import text
from pmark_tui.texts.results import RESULTS

TEXTS = ("cause", "correction", "evidence")
"""What may be told when a finding is added and again when it is closed."""


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark finding`."""
    parser.add_argument("file")
    parser.add_argument("action", choices=("add", "close", "list"))
    parser.add_argument("id", nargs="?", default="")
    parser.add_argument("--clause", default="")
    parser.add_argument("--text", default="")
    parser.add_argument("--grade", default="")
    parser.add_argument("--on", metavar="DATE", default="")
    for name in TEXTS:
        parser.add_argument(f"--{name}", default="", metavar="TEXT")
    parser.add_argument("--json", action="store_true")


def run(args: Namespace) -> int:
    """Add a finding, close one, or list them all with their last day."""
    if args.action == "list":
        file, pack = open_client(args.file)
        _list(pack, file.client, args)
        return 0
    with editing(args.file, "finding") as (file, pack, save):
        client = file.client
        found = _new(pack, client, args) if args.action == "add" else _closed(client, args)
        save(with_finding(client, found))
    say(text(RESULTS, "finding_saved", args.lang, id=found.id, path=file.path))
    return 0


def _new(pack: Pack, client: Client, args: Namespace) -> Finding:
    """The finding to be added.

    Raises:
        BadInput: clause or text is missing, the clause is unknown, or the id is taken.
    """
    for key in ("clause", "text"):
        if not getattr(args, key).strip():
            raise BadInput("finding_needs", key=f"--{key}")
    if args.clause not in pack.clause:
        raise BadInput("clause_unknown", found=args.clause)
    if any(f.id == args.id for f in client.findings):
        raise BadInput("id_twice", where=args.file, key="findings", id=args.id)
    return Finding(
        id=args.id or next_id(client),
        clause=args.clause,
        text=args.text,
        grade=args.grade,
        found_on=a_day("--on", args.on) if args.on else today(),
        **{name: getattr(args, name) for name in TEXTS},
    )


def _closed(client: Client, args: Namespace) -> Finding:
    """The finding with its last day of work.

    Raises:
        BadInput: there is none of this id.
    """
    finding = next((f for f in client.findings if f.id == args.id), None)
    if finding is None:
        known = ", ".join(f.id for f in client.findings)
        raise BadInput("finding_unknown", found=args.id, allowed=known or "-")
    told = {name: getattr(args, name) for name in TEXTS if getattr(args, name)}
    return replace(finding, closed=a_day("--on", args.on) if args.on else today(), **told)


def _list(pack: Pack, client: Client, args: Namespace) -> None:
    states = finding_states(pack, client, today())
    if args.json:
        emit("finding", {"findings": [_json(state) for state in states]})
        return
    if not states:
        say(text(RESULTS, "finding_none", args.lang))
    for state in states:
        f = state.finding
        status = text(RESULTS, f"finding_{state.status}", args.lang)
        say(
            text(
                RESULTS,
                "finding_line",
                args.lang,
                id=f.id,
                status=status,
                clause=f.clause,
                text=f.text,
            )
        )
        if state.due and f.closed is None:
            say(text(RESULTS, "finding_due", args.lang, due=state.due))


def _json(state: FindingState) -> dict[str, object]:
    f = state.finding
    return {
        "id": f.id,
        "clause": f.clause,
        "text": f.text,
        "grade": f.grade,
        "found_on": f.found_on and str(f.found_on),
        "due": state.due and str(state.due),
        "status": state.status,
        "closed": f.closed and str(f.closed),
        "cause": f.cause,
        "correction": f.correction,
        "evidence": f.evidence,
    }
