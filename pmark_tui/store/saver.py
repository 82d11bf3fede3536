"""Saving off the interface's thread: the newest state wins, and every result is told."""

from __future__ import annotations

import threading
from collections.abc import Callable

from pmark_tui.domain.client import Client
from pmark_tui.errors import FileTrouble, PmarkError

BREATH = 0.02
"""Seconds before a write begins, so that the next question is painted first."""


class BackgroundSaver:
    """Writes clients in a thread of its own, each by `write`, which raises what keeps it from that.

    `path` is the file that is named where something goes wrong that nobody foresaw.

    States that come while a write is under way are coalesced: only the newest is written next.
    `told` is called in that thread, with the client that is now on disk, or with the error; after an
    error nothing is written until the next `save`. `trouble` is the error of the latest write, None
    where it went well.
    """

    def __init__(
        self,
        path: str,
        write: Callable[[Client], None],
        told: Callable[[Client | None, PmarkError | None], None],
    ) -> None:
        self._path = path
        self._put = write
        self.trouble: PmarkError | None = None
        self._told = told
        self._waiting: Client | None = None
        self._busy = False
        self._condition = threading.Condition()
        self._closed = False
        self._hurry = False
        self._thread = threading.Thread(target=self._work, name="pmark-save", daemon=True)
        self._thread.start()

    def save(self, client: Client) -> None:
        """Put this state on disk as soon as the write under way is done."""
        with self._condition:
            self._waiting = client
            self._condition.notify_all()

    def flush(self, timeout: float = 10.0) -> bool:
        """Wait until nothing is left to write, at most `timeout` seconds; whether that was reached."""
        with self._condition:
            self._hurry = True
            self._condition.notify_all()
            done = self._condition.wait_for(
                lambda: self._waiting is None and not self._busy, timeout
            )
            self._hurry = False
            return done

    def close(self) -> None:
        """Write what is left and end the thread."""
        self.flush()
        with self._condition:
            self._closed = True
            self._condition.notify_all()

    def _work(self) -> None:
        while True:
            with self._condition:
                self._condition.wait_for(lambda: self._waiting is not None or self._closed)
                if not (self._hurry or self._closed):
                    self._condition.wait_for(lambda: self._hurry or self._closed, BREATH)
                client, self._waiting = self._waiting, None
                if client is None:
                    return
                self._busy = True
            self.trouble = self._write(client)
            try:
                self._told(None if self.trouble else client, self.trouble)
            finally:
                with self._condition:
                    self._busy = False
                    self._condition.notify_all()

    def _write(self, client: Client) -> PmarkError | None:
        """Write one state. Whatever goes wrong is told: a thread that died would lose every later answer."""
        try:
            self._put(client)
        except PmarkError as error:
            return error
        except Exception as error:
            return FileTrouble("file_unwritable", file=self._path, why=type(error).__name__)
        return None
