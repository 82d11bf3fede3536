"""`pmark snapshot`: freeze a dated copy; `--list`: how the steps moved over all copies."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from pmark_tui.commands.opening import today
from pmark_tui.commands.output import emit, say, tell
from pmark_tui.domain.compare import State, trend
from pmark_tui.domain.scoring import Score
from pmark_tui.errors import PmarkError
from pmark_tui.store import client_file, packs, snapshots
from pmark_tui.texts import text
from pmark_tui.texts.cli import CLI
from pmark_tui.texts.figures import percent
from pmark_tui.texts.results import RESULTS


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark snapshot`."""
    parser.add_argument("file")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--json", action="store_true")


def run(args: Namespace) -> int:
    """Write a copy and name it, or list all copies and the file as it is now with their steps."""
    if args.list:
        return _list(args.file, args.lang, args.json)
    before = {s.path for s in snapshots.listing(args.file)}
    taken = snapshots.take(args.file, today())
    new = taken.path not in before
    if args.json:
        emit("snapshot", {"path": taken.path, "date": str(taken.on), "new": new})
    else:
        key = "snapshot_taken" if new else "snapshot_unchanged"
        say(text(RESULTS, key, args.lang, path=taken.path))
    return 0


def _list(path: str, lang: str, as_json: bool) -> int:
    """The trend; a copy that cannot be read is named on standard error and left out."""
    states, paths = [], []
    for snapshot in snapshots.listing(path):
        try:
            client = client_file.read(snapshot.path).client
            states.append(State(packs.load(client.pack), client, snapshot.on))
        except PmarkError as error:
            tell(error.message(lang))
            continue
        paths.append(snapshot.path)
    client = client_file.read(path).client
    states.append(State(packs.load(client.pack), client, today()))
    paths.append(path)
    rows = [
        (where, state, score) for where, (state, score) in zip(paths, trend(states), strict=True)
    ]
    if as_json:
        emit(
            "snapshot",
            {
                "trend": [
                    {
                        "path": where,
                        "date": str(state.on),
                        "now": where == path,
                        "answered": score.answered,
                        "asked": score.asked,
                        "steps": [
                            {"id": s.step.id, "low": s.low, "high": s.high, "status": s.status}
                            for s in score.steps
                        ],
                    }
                    for where, state, score in rows
                ]
            },
        )
        return 0
    if len(rows) == 1:
        say(text(RESULTS, "snapshot_none", lang))
    for where, state, score in rows:
        day = text(RESULTS, "trend_now", lang) if where == path else str(state.on)
        _print(day, score, lang)
    return 0


def _print(day: str, score: Score, lang: str) -> None:
    steps = "  ".join(
        f"{s.step.id} {percent(s.low)}-{percent(s.high)} {text(CLI, s.status, lang)}"
        for s in score.steps
    )
    say(
        text(
            RESULTS,
            "trend_line",
            lang,
            date=day,
            steps=steps,
            answered=score.answered,
            asked=score.asked,
        )
    )
