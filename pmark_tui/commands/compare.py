"""`pmark compare OLD NEW`: what moved, what was closed, what opened."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date

from pmark_tui.commands.opening import open_client, today
from pmark_tui.commands.output import emit, say
from pmark_tui.domain.compare import (
    CLOSED,
    GAP_NOW,
    Comparison,
    State,
    compare,
)
from pmark_tui.domain.scoring import StepScore
from pmark_tui.report.comparison import comparison_lines
from pmark_tui.store import snapshots
from pmark_tui.texts import text
from pmark_tui.texts.results import RESULTS


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark compare`."""
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--json", action="store_true")


def run(args: Namespace) -> int:
    """Print what differs between two client files or snapshots."""
    old, new = _state(args.old), _state(args.new)
    found = compare(old, new)
    if args.json:
        emit("compare", _json(args, old, new, found))
    else:
        sides = {"old": f"{args.old} ({old.on})", "new": f"{args.new} ({new.on})"}
        say(text(RESULTS, "compare_head", args.lang, **sides))
        for line in comparison_lines(old, new, found, args.lang):
            say(line)
    return 0


def _state(path: str) -> State:
    """A client on the day of its snapshot; a client file is as it is today."""
    file, pack = open_client(path)
    return State(pack, file.client, snapshots.taken_on(path) or today())


def _json(args: Namespace, old: State, new: State, found: Comparison) -> dict[str, object]:
    return {
        "old": _side_json(args.old, old),
        "new": _side_json(args.new, new),
        "steps": [
            {
                "id": move.step.id,
                "old": _step_json(move.old),
                "new": _step_json(move.new),
                "blockers_gone": move.gone,
                "blockers_new": move.come,
            }
            for move in found.steps
        ],
        "closed": [move.question for move in found.of_kind(CLOSED)],
        "opened": [move.question for move in found.of_kind(*GAP_NOW)],
        "changes": [
            {"question": m.question, "old": m.old, "new": m.new, "kind": m.kind}
            for m in found.answers
        ],
        "profile": [
            {"field": m.field, "old": _plain(m.old), "new": _plain(m.new)} for m in found.profile
        ],
        "findings_closed": found.findings_closed,
        "findings_new": found.findings_new,
    }


def _side_json(path: str, state: State) -> dict[str, object]:
    return {
        "path": path,
        "name": state.client.profile.name,
        "date": str(state.on),
        "pack": state.client.pack,
        "version": state.client.pack_version,
        "scored_by": state.pack.version,
    }


def _step_json(step: StepScore | None) -> dict[str, object] | None:
    if step is None:
        return None
    return {
        "low": step.low,
        "high": step.high,
        "status": step.status,
        "answered": step.answered,
        "asked": step.asked,
    }


def _plain(value: object) -> object:
    return str(value) if isinstance(value, date) else value
