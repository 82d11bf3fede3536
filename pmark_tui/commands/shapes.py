"""What can be read off the commands' parsers: for completion and for the manual page."""

from __future__ import annotations

from argparse import SUPPRESS, Action

from pmark_tui.commands.parsers import parser_of
from pmark_tui.domain.values import frozen
from pmark_tui.texts import text
from pmark_tui.texts.commands import COMMANDS

_PATHS = ("OUT", "FILE", "PATH", "REPORT")
_FOLDERS = ("DIR",)


@frozen
class Word:
    """One option or place of a command line.

    `names` are the option's spellings, none for a place; `value` is what its value is called, "" for
    a switch; `choices` the values allowed where they are few; `holds` is `file`, `folder` or "".
    """

    names: tuple[str, ...]
    value: str
    choices: tuple[str, ...]
    holds: str
    help: str
    required: bool
    many: bool


@frozen
class Shape:
    """A command with everything that may follow it; the options in their order, then the places."""

    name: str
    about: str
    options: tuple[Word, ...]
    places: tuple[Word, ...]


def shapes(lang: str) -> tuple[Shape, ...]:
    """Every command, `pmark` alone first. It imports them all: not for a command that must start fast."""
    return tuple(_shape(command, lang) for command in COMMANDS)


def _shape(command: str, lang: str) -> Shape:
    parser = parser_of(command, lang)
    words = [_word(a) for a in parser._actions if a.dest != "help" and a.help != SUPPRESS]
    return Shape(
        name=command,
        about=text(COMMANDS, command, lang),
        options=tuple(word for word in words if word.names),
        places=tuple(word for word in words if not word.names),
    )


def _word(action: Action) -> Word:
    is_switch = action.nargs == 0
    called = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    choices = tuple(map(str, action.choices or ()))
    if not choices and "|" in called:
        choices = tuple(called.split("|"))
    kind = called.partition(".")[0]
    is_path = kind in _PATHS or (not action.option_strings and not choices and "=" not in called)
    return Word(
        names=tuple(action.option_strings),
        value="" if is_switch else "|".join(choices) or called,
        choices=choices,
        holds="folder" if kind in _FOLDERS else "file" if is_path and not is_switch else "",
        help=action.help or "",
        required=action.nargs not in ("?", "*") and not action.option_strings,
        many=action.nargs == "*" or type(action).__name__ == "_AppendAction",
    )
