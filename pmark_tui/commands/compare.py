"""`pmark compare OLD NEW`: what moved, what was closed, what opened."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date

from pmark_tui.commands.opening import open_client, today
from pmark_tui.commands.output import emit, say
from pmark_tui.domain.compare import (
    BETTER,
    CLOSED,
    GAP_NOW,
    AnswerMove,
    Comparison,
    State,
    StepMove,
    compare,
)
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.scoring import StepScore
from pmark_tui.domain.text import pad
from pmark_tui.store import snapshots
from pmark_tui.texts import text
from pmark_tui.texts.cli import CLI
from pmark_tui.texts.figures import percent
from pmark_tui.texts.results import RESULTS

ORDER = (
    CLOSED,
    BETTER,
    "confirmed",
    "opened",
    "found",
    "worse",
    "reopened",
    "excluded",
    "counted",
    "added",
    "dropped",
)
"""The kinds of change in the order in which they are told: good news, bad news, the rest."""


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
        _print(args, old, new, found)
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


def _print(args: Namespace, old: State, new: State, found: Comparison) -> None:
    lang = args.lang

    def line(key: str, **values: object) -> None:
        say(text(RESULTS, key, lang, **values))

    line("compare_head", old=f"{args.old} ({old.on})", new=f"{args.new} ({new.on})")
    versions = [f"{s.client.pack} {s.client.pack_version}" for s in (old, new)]
    if versions[0] != versions[1]:
        line("compare_packs", old=versions[0], new=versions[1])
    for move in found.steps:
        _print_step(move, lang)
    for kind in ORDER:
        moved = found.of_kind(kind)
        if moved:
            line(f"kind_{kind}")
        for one in moved:
            _print_answer(old.pack, new.pack, one, lang)
    if found.profile:
        line("compare_profile")
    for change in found.profile:
        line("compare_field", field=change.field, old=_words(change.old), new=_words(change.new))
    if found.findings_closed:
        line("compare_findings_closed", ids=", ".join(found.findings_closed))
    if found.findings_new:
        line("compare_findings_new", ids=", ".join(found.findings_new))
    if not (found.answers or found.profile or found.findings_closed or found.findings_new):
        line("compare_nothing")


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "-"
    return "-" if value in (None, "") else str(value)


def _print_step(move: StepMove, lang: str) -> None:
    title = pad(move.step.title.of(lang), 20)
    old, new = move.old, move.new
    if old is None or new is None:
        say(
            text(
                RESULTS,
                "compare_step_new" if old is None else "compare_step_gone",
                lang,
                title=title,
            )
        )
        return
    if (old.low, old.high, old.status) == (new.low, new.high, new.status):
        low, high = f"{percent(new.low):>4}", f"{percent(new.high):>4}"
        status = text(CLI, new.status, lang)
        say(text(RESULTS, "compare_same", lang, title=title, low=low, high=high, status=status))
    else:
        say(
            text(
                RESULTS,
                "compare_step",
                lang,
                title=title,
                old_low=f"{percent(old.low):>4}",
                old_high=f"{percent(old.high):>4}",
                old_status=text(CLI, old.status, lang),
                new_low=f"{percent(new.low):>4}",
                new_high=f"{percent(new.high):>4}",
                new_status=text(CLI, new.status, lang),
            )
        )
    if move.gone:
        say(text(RESULTS, "compare_gone", lang, ids=", ".join(move.gone)))
    if move.come:
        say(text(RESULTS, "compare_come", lang, ids=", ".join(move.come)))


def _print_answer(old: Pack, new: Pack, move: AnswerMove, lang: str) -> None:
    say(
        text(
            RESULTS,
            "compare_answer",
            lang,
            question=move.question,
            old=_label(old, move.old, lang),
            new=_label(new, move.new, lang),
        )
    )


def _label(pack: Pack, value: str, lang: str) -> str:
    return pack.answer[value].label.of(lang) if value else text(CLI, "no_answer", lang)
