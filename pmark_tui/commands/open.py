"""`pmark [PATH]`: the full screen. The only way from the command line into `pmark_tui.tui`."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace

from pmark_tui.commands.output import tell
from pmark_tui.errors import BadInput, FileTrouble
from pmark_tui.store import paths
from pmark_tui.texts import text
from pmark_tui.texts.screens import SCREENS

THEMES = ("dark", "light", "terminal-dark", "terminal-light")
"""The colours that one may begin with; those of the terminal itself on dark or light ground."""
ON_OFF = ("on", "off")


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark`."""
    parser.add_argument("path", nargs="?")
    parser.add_argument("--no-mouse", action="store_true", help=text(SCREENS, "help_mouse", lang))
    parser.add_argument("--theme", metavar="|".join(THEMES), help=text(SCREENS, "help_theme", lang))


def run(args: Namespace) -> int:
    """Open a folder or a client file in full screen."""
    place = a_place(args.path)
    return open_screen(place, args.lang, mouse=not args.no_mouse, theme=args.theme or "")


def a_place(path: str | None) -> str:
    """The folder or client file to open; where none is named the user's folder, made if need be.

    Raises:
        FileTrouble: it is not there, or cannot be made.
        BadInput: it is no client file by its name.
    """
    if path is None:
        path = paths.clients()
        _make_folder(path)
    elif not os.path.exists(path):
        raise FileTrouble("file_unreadable", file=path, why=os.strerror(2))
    elif os.path.isfile(path) and not path.endswith(paths.CLIENT_SUFFIX):
        raise BadInput("not_a_client_file", file=path, found="-", allowed=f"*{paths.CLIENT_SUFFIX}")
    return path


def has_screen() -> bool:
    """Whether there is a terminal to draw on (by standard error), or a browser that stands for one."""
    if "TEXTUAL_DRIVER" in os.environ:
        return True
    usable = os.environ.get("TERM") != "dumb" or sys.platform == "win32"
    return sys.stdin.isatty() and sys.stderr.isatty() and usable


def open_screen(
    path: str, lang: str, mouse: bool = True, first: str = "", record: str = "", theme: str = ""
) -> int:
    """Open the full screen, unless there is no terminal to open it on (see `pmark_tui.tui.run`).

    What no option says, the environment may: `PMARK_MOUSE=off`, `PMARK_THEME=light`.

    Raises:
        BadInput: there is no such theme, or the mouse is neither on nor off.
    """
    chosen = _one_of("--theme", theme, THEMES) or _one_of(
        "PMARK_THEME", os.environ.get("PMARK_THEME", ""), THEMES
    )
    mouse = mouse and _one_of("PMARK_MOUSE", os.environ.get("PMARK_MOUSE", ""), ON_OFF) != "off"
    if not has_screen():
        tell(text(SCREENS, "no_terminal", lang))
        return 2
    from pmark_tui.tui import run as run_screen

    return run_screen(path, lang, mouse, first, record, THEMES.index(chosen or THEMES[0]))


def _one_of(key: str, found: str, allowed: tuple[str, ...]) -> str:
    if found and found not in allowed:
        raise BadInput("option_bad", key=key, found=found, allowed=", ".join(allowed))
    return found


def _make_folder(path: str) -> None:
    try:
        os.makedirs(path, mode=0o700, exist_ok=True)
    except OSError as error:
        raise FileTrouble("file_unwritable", file=path, why=error.strerror) from None
