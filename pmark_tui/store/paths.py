"""Where pmark's own data, the user's packs, clients and the cache lie."""

from __future__ import annotations

import os
import sys

from pmark_tui.errors import FileTrouble

CLIENT_SUFFIX = ".pmark.toml"
"""How every client file is named."""
OWN = ".pmark"
"""The folder beside client files that holds locks and earlier states."""

_HERE = os.path.dirname(os.path.abspath(__file__))


def shipped() -> str:
    """The folder of the shipped questionnaires: inside the wheel, else at the top of the checkout."""
    package = os.path.dirname(_HERE)
    inside = os.path.join(package, "questionnaires")
    return (
        inside
        if os.path.isdir(inside)
        else os.path.join(os.path.dirname(package), "questionnaires")
    )


def _home() -> str:
    """The user's home; where there is none a place under which nothing is and nothing can be made."""
    home = os.path.expanduser("~")
    return home if os.path.isabs(home) else os.path.abspath(os.devnull)


def _base(variable: str, windows: str, mac: str, other: str) -> str:
    chosen = os.environ.get(variable, "")
    if os.path.isabs(chosen):
        return chosen
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA") or os.path.join(_home(), windows)
    return os.path.join(_home(), *(mac if sys.platform == "darwin" else other).split("/"))


def user_data() -> str:
    """The user's folder for packs, templates and shared fee files (`PMARK_DATA` overrides it)."""
    if own := os.environ.get("PMARK_DATA"):
        return own
    return os.path.join(
        _base("XDG_DATA_HOME", "AppData/Local", "Library/Application Support", ".local/share"),
        "pmark",
    )


def user_packs() -> str:
    """Packs of the user's own."""
    return os.path.join(user_data(), "packs")


def clients() -> str:
    """The folder of client files where none is named (`PMARK_CLIENTS` overrides it).

    Raises:
        FileTrouble: it would lie in the user's home, and there is none.
    """
    if own := os.environ.get("PMARK_CLIENTS"):
        return own
    home = _home()
    if home == os.path.abspath(os.devnull):
        raise FileTrouble("no_home", key="PMARK_CLIENTS")
    return os.path.join(home, "pmark")


def cache() -> str:
    """The folder for compiled packs; it may be deleted at any time (`PMARK_CACHE` overrides it)."""
    if own := os.environ.get("PMARK_CACHE"):
        return own
    return os.path.join(
        _base("XDG_CACHE_HOME", "AppData/Local", "Library/Caches", ".cache"), "pmark"
    )


def beside(path: str, ending: str = "") -> str:
    """Where pmark keeps what belongs to a client file: `.pmark/NAME` beside the file itself.

    Beside the file, not beside a link to it, so that all who open it meet at one place.
    """
    folder, name = os.path.split(os.path.realpath(path))
    return os.path.join(folder, OWN, name.removesuffix(CLIENT_SUFFIX) + ending)


def own_folder(path: str) -> None:
    """Make a folder of pmark's own beside a client file, for its user alone, where it is missing.

    The folder that the client file lies in is never made.

    Raises:
        OSError: it cannot be made.
    """
    try:
        os.mkdir(path, 0o700)
    except FileExistsError:
        return
    except FileNotFoundError:
        above = os.path.dirname(path)
        if os.path.basename(above) != OWN:
            raise
        own_folder(above)
        own_folder(path)
