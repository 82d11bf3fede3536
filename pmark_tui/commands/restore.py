"""`pmark restore FILE`: go back to an earlier saved state; the present one is kept as well."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from datetime import date, datetime, timedelta

from pmark_tui.commands.output import emit, say
from pmark_tui.domain.client import Client
from pmark_tui.errors import BadInput, PmarkError
from pmark_tui.report.earlier import Earlier, earlier_states, line
from pmark_tui.store import client_file, versions
from pmark_tui.texts import text
from pmark_tui.texts.results import RESULTS

_DAY = len("YYYY-MM-DD")
_TIMES = {len("YYYY-MM-DDTHH:MM"): "minutes", len("YYYY-MM-DDTHH:MM:SS"): "seconds"}


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark restore`."""
    parser.add_argument("file")
    parser.add_argument("--list", action="store_true", help=text(RESULTS, "help_versions", lang))
    parser.add_argument("--at", metavar="N|DATE|DATETIME", help=text(RESULTS, "help_at", lang))
    parser.add_argument("--json", action="store_true")


def run(args: Namespace) -> int:
    """List the earlier states, or put one in place of the file."""
    if args.list:
        present = _present(args.file)
        states = earlier_states(args.file, present)
        if args.json:
            emit("restore", {"file": args.file, "versions": [_json(s) for s in states]})
            return 0
        for state in states:
            say(line(state, args.lang))
        if not states:
            say(text(RESULTS, "version_none", args.lang))
        return 0
    chosen = _restore(args.file, args.at)
    if args.json:
        emit("restore", {"file": args.file, "restored": _json(chosen)})
    else:
        saved = chosen.version.saved.isoformat(" ", "seconds")
        values = {"saved": saved, "answered": chosen.answered, "path": args.file}
        say(text(RESULTS, "version_restored", args.lang, **values))
    return 0


def _present(path: str) -> Client | None:
    """What the file holds now; None where it is gone or broken, which is when one goes back."""
    try:
        return client_file.read(path).client
    except PmarkError:
        return None


def _restore(path: str, at: str | None) -> Earlier:
    """Put the state asked for in place of the file.

    Raises:
        BadInput: there is no such state, or it was damaged since.
        FileTrouble: another program holds the file, or it cannot be written.
    """
    from pmark_tui.store.lock import take

    if not versions.listing(path):
        present = _present(path)
        if present is None:
            client_file.read(path)  # says what is wrong with the path
        raise BadInput("version_none", file=path)
    lock = take(path, "pmark restore")
    try:
        present = _present(path)
        chosen = _choose(path, present, at)
        if chosen.error is not None:
            raise chosen.error
        versions.restore(path, chosen.version)
        versions.prune(path)
    finally:
        lock.release()
    return chosen


def _choose(path: str, present: Client | None, at: str | None) -> Earlier:
    """The state asked for: by its number or by a time; without either the latest that differs.

    Raises:
        BadInput: there is none, or it is the present one.
    """
    states = earlier_states(path, present)
    if at is None:
        found = next((s for s in states if s.client and s.client != present), None)
    elif at.isascii() and at.isdecimal():
        found = next((s for s in states if s.version.number == int(at)), None)
    else:
        until = _until(at)
        if present and datetime.fromtimestamp(os.stat(path).st_mtime) < until:  # noqa: DTZ006 - local
            raise BadInput("version_is_present", found=at)
        found = next((s for s in states if s.version.saved < until), None)
    if found is None:
        known = ", ".join(str(s.version.number) for s in states[:10])
        raise BadInput("version_unknown", found=at or "-", allowed=known)
    return found


def _until(word: str) -> datetime:
    """The first moment behind a day, minute or second.

    Raises:
        BadInput: it is none of them.
    """
    try:
        if len(word) == _DAY:
            midnight = datetime.min.time()
            return datetime.combine(date.fromisoformat(word) + timedelta(days=1), midnight)
        return datetime.fromisoformat(word) + timedelta(**{_TIMES[len(word)]: 1})
    except (ValueError, KeyError, OverflowError):
        raise BadInput("version_at_bad", found=word) from None


def _json(state: Earlier) -> dict[str, object]:
    return {
        "number": state.version.number,
        "saved": state.version.saved.isoformat(timespec="seconds"),
        "path": state.version.path,
        "answered": state.answered if state.client else None,
        "changed": list(state.changed),
        "error": state.error.message("en") if state.error else None,
    }
