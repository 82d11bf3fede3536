"""The command line: finds the command, imports it alone, and turns every error into one line.

Each command is a module under `pmark_tui.commands` with `add_arguments(parser)` and
`run(args) -> int`. Only the chosen one is imported, so no command pays for another.
"""

from __future__ import annotations

import gc
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from importlib import import_module

from pmark_tui import __version__
from pmark_tui.commands.output import tell
from pmark_tui.commands.parsers import OPEN, Parser, parser_of
from pmark_tui.errors import BadInput, FileTrouble, PmarkError
from pmark_tui.texts import LANGUAGES, language, text
from pmark_tui.texts.cli import CLI
from pmark_tui.texts.commands import COMMANDS

_FEW_COLLECTIONS = 1 << 14
"""New objects between two searches for cycles: data is read by the ten thousand, and makes none."""

INTERRUPTED = 130
FAILED = 70
"""pmark itself failed; never for anything that a user or a file can cause."""


def main(argv: list[str] | None = None) -> int:
    """Run pmark; the exit code: 0 done, 1 a check found something, 2 bad usage or input, 3 a file."""
    args = sys.argv[1:] if argv is None else argv
    gc.set_threshold(_FEW_COLLECTIONS)
    _utf8()
    lang = language(_asked_language(args))
    try:
        return _run(args, lang)
    except PmarkError as error:
        tell(error.message(lang))
        return error.exit_code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except UnicodeEncodeError as error:
        trouble = _no_text(error, args)
        tell(trouble.message(lang))
        return trouble.exit_code
    except Exception as error:
        from pmark_tui.store.crash import write_report

        tell(text(CLI, "crash", lang, path=write_report(error)))
        return FAILED


def _run(args: list[str], lang: str) -> int:
    command = next((a for a in args if a in COMMANDS), None) if _names_command(args) else None
    if command is None:
        if any(a in ("-h", "--help", "--version") for a in args):
            _top_parser(lang).parse_args(args)
        command, args = OPEN, [OPEN, *args]
    parser = parser_of(command, lang)
    rest = list(args)
    rest.remove(command)
    parsed = parser.parse_intermixed_args(rest)
    parsed.lang = lang
    return int(import_module(f"pmark_tui.commands.{command}").run(parsed))


def _no_text(error: UnicodeEncodeError, args: list[str]) -> PmarkError:
    """Why something cannot be written: pmark writes UTF-8 always, names of files are the locale's."""
    if error.encoding != "utf-8":
        return FileTrouble("name_unwritable", name=error.object, found=error.encoding)
    broken = (word for word in args if any("\ud800" <= c <= "\udfff" for c in word))
    return BadInput("word_not_utf8", found=next(broken, "?"))


def _names_command(args: list[str]) -> bool:
    """Whether the first word that is not an option (or the value of --lang) is a command."""
    words = iter(args)
    for word in words:
        if word == "--lang":
            next(words, None)
        elif not word.startswith("-"):
            return word in COMMANDS and word != OPEN
    return False


def _asked_language(args: list[str]) -> str | None:
    for word, following in zip(args, [*args[1:], ""], strict=False):
        if word == "--lang" and following in LANGUAGES:
            return following
        if word.startswith("--lang=") and word[7:] in LANGUAGES:
            return word[7:]
    return None


def _top_parser(lang: str) -> ArgumentParser:
    names = [name for name in COMMANDS if name != OPEN]
    lines = [f"  {name:<10} {text(COMMANDS, name, lang)}" for name in names]
    parser = Parser(
        prog="pmark",
        usage="pmark [PATH] | pmark COMMAND ... ",
        description=text(COMMANDS, OPEN, lang),
        epilog="\n".join(lines),
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"pmark {__version__}")
    parser.add_argument("--lang", choices=LANGUAGES, help="ja | en")
    return parser


def _utf8() -> None:
    """Write UTF-8 whatever the locale says: a report is the same file everywhere."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
