"""How far a longer piece of work is: one line on standard error, where that is a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import TypeVar

AFTER = 1.0
"""Seconds of work before anything is shown."""

EVERY = 0.1
"""Seconds between two figures."""

T = TypeVar("T")


def counted(items: Iterable[T], total: int) -> Iterator[T]:
    """The items, with `done/total` on the terminal while they are worked on and nothing afterwards."""
    if not sys.stderr.isatty():
        yield from items
        return
    due, shown = monotonic() + AFTER, False
    try:
        for done, item in enumerate(items):
            if monotonic() >= due:
                sys.stderr.write(f"\r{done}/{total}")
                sys.stderr.flush()
                due, shown = monotonic() + EVERY, True
            yield item
    finally:
        if shown:
            sys.stderr.write(f"\r{' ' * (2 * len(str(total)) + 1)}\r")
            sys.stderr.flush()
