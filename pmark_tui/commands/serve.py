"""`pmark serve`: the full screen in a browser on this machine."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace

from pmark_tui.commands.open import a_place
from pmark_tui.commands.output import say
from pmark_tui.commands.words import an_amount
from pmark_tui.errors import BadInput, FileTrouble
from pmark_tui.texts import text
from pmark_tui.texts.cli import CLI

PORT = 8765
_ANY, _LAST = 0, 65535


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark serve`."""
    parser.add_argument("path", metavar="PATH", nargs="?")
    parser.add_argument("--port", metavar="N", help=text(CLI, "help_port", lang, port=PORT))


def run(args: Namespace) -> int:
    """Tell the address and serve it until Ctrl+C."""
    path = a_place(args.path)
    port = PORT if args.port is None else an_amount("--port", args.port)
    if not _ANY <= port <= _LAST:
        raise BadInput("option_bad", key="--port", found=port, allowed=f"{_ANY}-{_LAST}")
    try:
        from pmark_tui.web.server import LOOPBACK, GuardedServer
    except ImportError as error:
        if error.name and error.name.startswith("pmark_tui"):
            raise
        raise BadInput("extra_missing", what="pmark serve", extra="serve") from None
    from socket import create_server

    try:
        listening = create_server((LOOPBACK, port))
    except OSError as error:
        raise FileTrouble("port_taken", found=port, why=error.strerror) from None
    with listening:
        server = GuardedServer(_command(path, args.lang), listening.getsockname()[1], "pmark")
        say(text(CLI, "serving", args.lang, address=server.address))
        sys.stdout.flush()
        server.run(listening)
    return 0


def _command(path: str, lang: str) -> str:
    """The full screen as the shell starts it: this Python, this pmark, whatever the folder holds."""
    words = [sys.executable, "-P", "-m", "pmark_tui", "--lang", lang, os.path.abspath(path)]
    if sys.platform == "win32":
        from subprocess import list2cmdline

        return list2cmdline(words)
    from shlex import join

    return join(words)
