"""The full screen. The only package that imports Textual, and only `run` is for others to call.

Textual 8.2.7 and later ask terminals on Linux and macOS for a keyboard protocol under which an input
method's commits of five or more characters arrive as rubbish, digits among it, which would answer
questions. Textual reads the switch below once, when it is first imported. On Windows the switch would
make its driver mistake Esc for three keys, so it stays unset there.
"""

from __future__ import annotations

import os
import sys

if sys.platform != "win32":
    os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")


def run(
    path: str, lang: str, mouse: bool = True, first: str = "", record: str = "", theme: int = 0
) -> int:
    """Open a folder of client files or one client file in full screen; the exit code.

    Args:
        path: a folder or a client file; a folder that is not there is made when needed.
        lang: ja or en; can be switched while running.
        mouse: False leaves the mouse to the terminal, so that its own selection works.
        first: the screen to begin with, "" for the usual one.
        record: the record of an incident that is open on its screen.
        theme: which of the colours to begin with: dark, light, the terminal's own (dark, light).
    """
    from pmark_tui.tui.app import PmarkApp

    app = PmarkApp(path, lang, theme=theme)
    app.first, app.record = first, record
    app.run(mouse=mouse)
    return app.return_code or 0
