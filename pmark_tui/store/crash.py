"""What is written when pmark itself fails: where in the code, and nothing of the client."""

from __future__ import annotations

import os
import traceback

from pmark_tui import __version__
from pmark_tui.store import paths


def write_report(error: BaseException | None) -> str:
    """Write the traceback without values (no local variables, no message) and return its path."""
    lines = [f"pmark {__version__}", type(error).__name__ if error else "unknown"]
    if error is not None:
        lines += [
            f"{frame.filename}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(error.__traceback__)
        ]
    folder = paths.cache()
    path = os.path.join(folder, "crash.txt")
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        with open(path, "w", encoding="utf-8") as stream:
            stream.write("\n".join(lines) + "\n")
    except OSError:
        return "-"
    return path
