"""`pmark interview FILE`: the interview alone, in full screen or line by line."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from pmark_tui.commands.open import has_screen, open_screen
from pmark_tui.commands.opening import now
from pmark_tui.commands.output import say
from pmark_tui.domain.values import replace
from pmark_tui.session import Session


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark interview`."""
    parser.add_argument("file")
    parser.add_argument("--plain", action="store_true")
    walked = parser.add_mutually_exclusive_group()
    walked.add_argument("--quick", action="store_true")
    walked.add_argument("--full", action="store_true")


def run(args: Namespace) -> int:
    """Interview in full screen; line by line where that is asked for or there is no terminal."""
    session = Session.open(args.file, now, "pmark interview")
    try:
        if args.quick or args.full:
            session.walk(replace(session.route, quick=args.quick))
        if args.plain or not has_screen():
            return _line_by_line(session, args.lang)
    finally:
        session.close()
    return open_screen(args.file, args.lang)


def _line_by_line(session: Session, lang: str) -> int:
    from pmark_tui.plain import PlainInterview

    _utf8_in()
    if trouble := PlainInterview(session, lang, _read, _said).run():
        raise trouble
    return 0


def _read() -> str:
    """The next line of standard input.

    Raises:
        EOFError: there is none.
    """
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\r\n").removeprefix("\ufeff")


def _said(line: str) -> None:
    """Print a line at once: whoever reads it is waiting for it."""
    say(line)
    sys.stdout.flush()


def _utf8_in() -> None:
    """Read UTF-8 from a file or pipe whatever the locale says; a terminal knows its own encoding."""
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding=None if sys.stdin.isatty() else "utf-8", errors="replace")
