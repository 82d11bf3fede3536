"""A disk that loses its power: stands in for `os` where files are written, and tells what may be left.

Everything is done for real, and written down. What a file may hold after a power cut: what was forced to
disk, that and all that was written since, or any part of it in between. Which names are there: those
that were there when their folder was last forced to disk, with any of the changes since, in order, each
of which may have reached the disk or not. That is less than any file system promises.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from typing import Any


class Contents:
    """What was written into one file, and how much of it is on disk for good."""

    def __init__(self, data: bytes = b"") -> None:
        self.written = data
        self.synced = data

    def possible(self) -> set[bytes]:
        """What may be left of it."""
        half = (len(self.synced) + len(self.written)) // 2
        return {self.synced, self.written, self.written[:half]}


class Disk:
    """`os` on a disk; `cut` is called after each change, when the power may fail."""

    def __init__(self, cut: Callable[[Disk], None]) -> None:
        self._cut = cut
        self._files: dict[str, Contents] = {}
        self._open: dict[int, str] = {}
        self._old_names: dict[str, Contents] = {}
        self._pending: list[tuple[str, str, Contents]] = []
        self.changes = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(os, name)

    def outcomes(self, path: str) -> Iterator[bytes | None]:
        """What may stand at a path after a power cut now; None for nothing."""
        path = os.path.abspath(path)
        for reached in itertools.product((True, False), repeat=len(self._pending)):
            names = dict(self._old_names)
            for done, (source, target, contents) in zip(reached, self._pending, strict=True):
                if done and target:
                    names[target] = contents
                if done and source:
                    names.pop(source, None)
            if path in names:
                yield from names[path].possible()
            else:
                yield None

    # --- what is done, and written down ------------------------------------------------------------

    def open(self, path: str, flags: int, mode: int = 0o777) -> int:
        """A file that is made or emptied is a new one; a folder is opened to be forced to disk."""
        where = os.path.abspath(path)
        descriptor = os.open(path, flags, mode)
        self._open[descriptor] = where
        if flags & os.O_CREAT:
            self._files[where] = Contents()
            self._change("", where)
        return descriptor

    def write(self, descriptor: int, data: bytes) -> int:
        """Half of it at a time, as a disk may."""
        some = bytes(data)[: max(len(data) // 2, 1)]
        written = os.write(descriptor, some)
        self._files[self._open[descriptor]].written += some[:written]
        self._done()
        return written

    def fsync(self, descriptor: int) -> None:
        """What was written is there for good; of a folder, its names."""
        os.fsync(descriptor)
        where = self._open[descriptor]
        if where in self._files:
            self._files[where].synced = self._files[where].written
        else:
            still = []
            for source, target, contents in self._pending:
                if os.path.dirname(target or source) == where:
                    if target:
                        self._old_names[target] = contents
                    self._old_names.pop(source, None)
                else:
                    still.append((source, target, contents))
            self._pending = still
        self._done()

    def close(self, descriptor: int) -> None:
        """The number may be given out again."""
        self._open.pop(descriptor, None)
        os.close(descriptor)

    def replace(self, source: str, target: str) -> None:
        """One name for another."""
        os.replace(source, target)
        source, target = os.path.abspath(source), os.path.abspath(target)
        self._files[target] = self._files.pop(source)
        self._change(source, target)

    def link(self, source: str, target: str) -> None:
        """A second name."""
        os.link(source, target)
        source, target = os.path.abspath(source), os.path.abspath(target)
        if source not in self._files:  # written before this disk was looked at
            with open(source, "rb") as stream:
                self._files[source] = Contents(stream.read())
        self._files[target] = self._files[source]
        if os.path.dirname(source) == os.path.dirname(target):
            self._change("", target)
        else:  # a kept state: whether its name is there changes nothing for the file itself
            self._done()

    def unlink(self, path: str) -> None:
        """A name less."""
        os.unlink(path)
        where = os.path.abspath(path)
        self._files.pop(where, None)
        self._change(where, "")

    def _change(self, source: str, target: str) -> None:
        self._pending.append((source, target, self._files.get(target, Contents())))
        self._done()

    def _done(self) -> None:
        self.changes += 1
        self._cut(self)
