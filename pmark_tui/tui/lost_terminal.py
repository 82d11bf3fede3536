"""A terminal that is suddenly gone: a closed window, a line that was cut.

Textual writes in a thread. Where a write fails that thread ends, and after thirty more writes the app
waits for it for ever, with the file locked and whatever was being written unsaved. So what is written
to a terminal that is gone goes nowhere, and the app is told once.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO


class _Outlet:
    """The terminal to write to, as long as there is one."""

    def __init__(self, stream: TextIO, gone: Callable[[], object]) -> None:
        self._stream = stream
        self._gone: Callable[[], object] | None = gone

    def write(self, text: str) -> int:
        """Write where there is still a terminal."""
        return self._try(self._stream.write, text) or 0

    def flush(self) -> None:
        """Force out what is written."""
        self._try(self._stream.flush)

    def _try(self, do: Callable[..., Any], *what: str) -> Any:
        if self._gone is None:
            return None
        try:
            return do(*what)
        except OSError:
            gone, self._gone = self._gone, None
            gone()
            return None

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def outlasting(gone: Callable[[], object]) -> Iterator[None]:
    """Meanwhile a lost terminal is no error of writing; `gone` is called, in the thread that wrote."""
    stream = sys.__stderr__  # what Textual's driver writes to
    if stream is None or sys.platform == "win32":
        yield
        return
    sys.__stderr__ = _Outlet(stream, gone)  # type: ignore[misc,assignment]
    try:
        yield
    finally:
        sys.__stderr__ = stream  # type: ignore[misc]
