"""`pmark check`: is the file sound, and can all of its answers be true together?"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date

from pmark_tui.commands.opening import open_client, today
from pmark_tui.commands.output import emit, say
from pmark_tui.domain.checks import Remark, check
from pmark_tui.domain.client import Profile
from pmark_tui.texts import text
from pmark_tui.texts.checks import SEVERITY, what
from pmark_tui.texts.cli import CLI

FOUND = 1


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark check`."""
    parser.add_argument("file")
    parser.add_argument("--json", action="store_true")


def run(args: Namespace) -> int:
    """Print what does not fit; exit 1 for an error or a warning, not for a mere note."""
    file, pack = open_client(args.file)
    found = check(pack, file.client, today(), _window(file.client.profile))
    ok = all(remark.severity == "note" for remark in found)
    if args.json:
        emit("check", {"ok": ok, "findings": [as_json(remark, args.lang) for remark in found]})
    else:
        for remark in found:
            severity = text(SEVERITY, remark.severity, args.lang)
            say(f"[{severity}] {remark.where}: {what(remark, args.lang)} ({remark.rule})")
        if not found:
            say(text(CLI, "check_ok", args.lang))
    return 0 if ok else FOUND


def _window(profile: Profile) -> tuple[date, date] | None:
    """First and last day on which this client's renewal may be applied for."""
    if profile.kind != "renewal" or profile.expires is None:
        return None
    from pmark_tui.domain.window import renewal_window
    from pmark_tui.store.closed_days import is_closed
    from pmark_tui.store.scheme import calendar_rules

    window = renewal_window(calendar_rules().window, profile.expires, is_closed)
    return window.first, window.last


def as_json(remark: Remark, lang: str) -> dict[str, str]:
    """One remark as `pmark check --json` prints it."""
    return {
        "rule": remark.rule,
        "severity": remark.severity,
        "where": remark.where,
        "what": what(remark, lang),
    }
