"""What `pmark doctor` says about the terminal, its widths, the input method and the locale."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from pmark_tui.commands.doctor_check import Check, Checks
from pmark_tui.terminal import cells_of_ambiguous

GOOD = (80, 24)
LEAST = (40, 12)
"""Columns and lines: for everything at once, and without which the screen cannot be used."""

_KITTY = "TEXTUAL_DISABLE_KITTY_KEY"
_PLACES = (
    ("TERM_PROGRAM", "iTerm.app", "where_iterm"),
    ("TERM_PROGRAM", "WezTerm", "where_wezterm"),
    ("TERM_PROGRAM", "mintty", "where_mintty"),
    ("WT_SESSION", "", "where_windows"),
    ("VTE_VERSION", "", "where_vte"),
)
"""How a terminal is known by its environment, and the text that names its setting."""


def check_terminal(env: Mapping[str, str], lang: str) -> list[Check]:
    """Everything about the terminal that this process runs on."""
    on_terminal = sys.stdin.isatty() and sys.stderr.isatty()
    made = Checks(lang)
    _kind(made, env, on_terminal)
    if on_terminal:
        _size(made)
        _colours(made, env)
    _width(made, env)
    check_input_method(made, env)
    check_locale(made, env)
    return made.found


def _kind(made: Checks, env: Mapping[str, str], on_terminal: bool) -> None:
    term = env.get("TERM", "")
    if not on_terminal:
        made.add("terminal", "note", "terminal_none")
    elif sys.platform != "win32" and term in ("", "dumb"):
        made.add("terminal", "note", "terminal_dumb", term=term or "-")
    else:
        program = env.get("TERM_PROGRAM", "")
        shown = f", {program}" if program else ""
        made.add("terminal", "ok", "terminal_ok", term=term or sys.platform, program=shown)


def _size(made: Checks) -> None:
    try:
        columns, lines = os.get_terminal_size(sys.stderr.fileno())
    except (OSError, ValueError):
        columns, lines = 0, 0
    check_size(made, columns, lines)


def check_size(made: Checks, columns: int, lines: int) -> None:
    """Whether the full screen fits so many columns and lines; 0 where a terminal does not tell."""
    size = {"columns": columns, "lines": lines}
    if not (columns and lines):
        made.add("size", "note", "size_unknown")
    elif columns < LEAST[0] or lines < LEAST[1]:
        made.add("size", "wrong", "size_ok", "size_tiny_advice", **size)
    elif columns < GOOD[0] or lines < GOOD[1]:
        made.add("size", "note", "size_ok", "size_small_advice", **size)
    else:
        made.add("size", "ok", "size_ok", **size)


def _colours(made: Checks, env: Mapping[str, str]) -> None:
    if env.get("NO_COLOR"):
        made.add("colours", "note", "colours_off")
    elif env.get("COLORTERM", "") in ("truecolor", "24bit") or sys.platform == "win32":
        made.add("colours", "ok", "colours_ok", kind=made.t("colours_true"))
    elif "256" in env.get("TERM", ""):
        made.add("colours", "ok", "colours_ok", kind=made.t("colours_256"))
    else:
        made.add("colours", "note", "colours_few")


def _width(made: Checks, env: Mapping[str, str]) -> None:
    where = made.t(_setting(env))
    if sys.platform == "win32":
        made.add("width", "note", "width_windows", "width_check_advice", where=where)
        return
    if not (sys.stdin.isatty() and sys.stderr.isatty()) or env.get("TERM") == "dumb":
        made.add("width", "note", "width_none")
        return
    cells = cells_of_ambiguous(sys.stdin.fileno(), sys.stderr.fileno())
    if cells is None:
        made.add("width", "note", "width_silent", "width_check_advice", where=where)
    elif cells == 1:
        made.add("width", "ok", "width_ok")
    else:
        made.add("width", "wrong", "width_wide", "width_wide_advice", where=where)


def _setting(env: Mapping[str, str]) -> str:
    """The text that names the setting of this terminal."""
    for variable, value, key in _PLACES:
        held = env.get(variable, "")
        if held and value in ("", held):
            return key
    return "where_any"


def check_input_method(made: Checks, env: Mapping[str, str]) -> None:
    """Whether long commits of an input method arrive whole (see `pmark_tui.tui`)."""
    value = env.get(_KITTY)
    if sys.platform == "win32":
        made.add("input_method", "ok", "input_windows")
    elif value in (None, "1"):
        made.add("input_method", "ok", "input_ok")
    else:
        made.add("input_method", "wrong", "input_on", value=value)


def check_locale(made: Checks, env: Mapping[str, str]) -> None:
    """Whether text and file names are UTF-8."""
    locale = next((v for k in ("LC_ALL", "LC_CTYPE", "LANG") if (v := env.get(k))), "")
    plain = locale.lower().replace("-", "")
    if sys.platform == "win32" or "utf8" in plain:
        made.add("locale", "ok", "locale_ok", locale=locale or sys.platform)
    elif plain in ("", "c", "posix"):
        made.add("locale", "note", "locale_none")
    else:
        made.add("locale", "wrong", "locale_other", locale=locale)
    encoding = sys.getfilesystemencoding()
    if encoding.lower() in ("utf-8", "utf8"):
        made.add("file_names", "ok", "files_ok", encoding=encoding)
    else:
        made.add("file_names", "wrong", "files_ok", "files_other_advice", encoding=encoding)
