"""The parser of each command. Every command goes through here, so it imports next to nothing."""

from __future__ import annotations

import os
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from importlib import import_module
from typing import NoReturn

from pmark_tui.errors import BadInput
from pmark_tui.texts import LANGUAGES, text
from pmark_tui.texts.commands import COMMANDS

OPEN = "open"
"""The command that is meant where none is named."""


class Parser(ArgumentParser):
    """A parser that refuses a command line in one line, like everything else that is refused.

    argparse itself prints the words as they were typed; a file's name, which a shell may have put there,
    could act on the terminal.
    """

    def error(self, message: str) -> NoReturn:
        """Refuse.

        Raises:
            BadInput: always.
        """
        raise BadInput("usage", why=message, command=self.prog)


def parser_of(command: str, lang: str) -> Parser:
    """The parser of a command; only that command's module is imported."""
    parser = Parser(
        prog=f"pmark {command}" if command != OPEN else "pmark",
        description=text(COMMANDS, command, lang),
        formatter_class=_Help,
    )
    parser.add_argument("--lang", choices=LANGUAGES, default=None, help="ja | en")
    import_module(f"pmark_tui.commands.{command}").add_arguments(parser, lang)
    return parser


class _Help(RawDescriptionHelpFormatter):
    """Help as wide as the terminal; left alone, argparse imports `shutil` to know it, help or not."""

    def __init__(self, prog: str) -> None:
        try:
            columns = os.get_terminal_size().columns
        except OSError:
            columns = 80
        super().__init__(prog, width=columns - 2)
