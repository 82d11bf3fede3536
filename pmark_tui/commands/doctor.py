"""`pmark doctor`: what the terminal, the folders and the packs look like, and what is wrong."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace

from pmark_tui.commands.doctor_check import Check, Checks
from pmark_tui.commands.doctor_files import check_files
from pmark_tui.commands.doctor_terminal import check_terminal
from pmark_tui.commands.opening import today
from pmark_tui.commands.output import emit, say
from pmark_tui.domain.text import cell_width

FOUND = 1
WRONG = "wrong"


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark doctor`."""
    parser.add_argument("--json", action="store_true")


def run(args: Namespace) -> int:
    """Look at everything; exit 1 where something has to be mended."""
    found = check_terminal(os.environ, args.lang) + check_files(today(), args.lang)
    wrong = sum(check.status == WRONG for check in found)
    if args.json:
        emit("doctor", {"ok": not wrong, "checks": [check._asdict() for check in found]})
    else:
        _print(found, wrong, args.lang)
    return FOUND if wrong else 0


def _print(found: list[Check], wrong: int, lang: str) -> None:
    t = Checks(lang).t
    marks = {status: f"[{t(f'status_{status}')}]" for status in ("ok", "note", WRONG)}
    widest = max(map(cell_width, marks.values()))
    for check in found:
        mark = marks[check.status]
        say(f"{mark}{' ' * (widest - cell_width(mark))} {check.what}")
        if check.advice:
            say(t(f"advice_{check.status}", advice=check.advice))
    say(t("some_wrong", count=wrong) if wrong else t("all_well"))
