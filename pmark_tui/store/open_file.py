"""A client file that is open for writing: its lock, what is known of it, where it is saved."""

from __future__ import annotations

from pmark_tui.domain.client import Client
from pmark_tui.errors import FileTrouble
from pmark_tui.store import client_file, versions
from pmark_tui.store.client_file import ClientFile
from pmark_tui.store.lock import Lock, take


class OpenFile:
    """A client file that nobody else writes meanwhile.

    Where it could not be had, it is open for reading only and `trouble` says why; every save tries
    again, so that one can go on as soon as the other program has ended.
    """

    def __init__(self, path: str, program: str) -> None:
        """Hold and read the file at `path`.

        Raises:
            FileTrouble, BadInput: it cannot be read or is no sound client file.
        """
        self._path = path
        self._program = program
        self._lock: Lock | None = None
        self.trouble: FileTrouble | None = None
        try:
            self._lock = take(path, program)
            versions.prune(path)
        except FileTrouble as trouble:
            self.trouble = trouble
        try:
            self.file: ClientFile = client_file.read(path)
        except BaseException:
            self.close()
            raise

    def save(self, client: Client) -> None:
        """Write the client to its file.

        Raises:
            FileTrouble: another program holds the file or changed it, or it cannot be written; what
                is on disk stays as it was.
        """
        if self._lock is None:
            self._lock = take(self._path, self._program)
        self.file = client_file.save(self.file, client)
        self.trouble = None

    def save_as(self, path: str, client: Client) -> None:
        """Write the client to another file, with all the keys we do not know, and go on there.

        Raises:
            FileTrouble: something is already there, or it cannot be written; nothing changes.
        """
        lock = take(path, self._program)
        try:
            self.file = client_file.save_as(path, self.file, client)
        except BaseException:
            lock.release()
            raise
        self.close()
        self._path, self._lock, self.trouble = path, lock, None

    def close(self) -> None:
        """Let others have the file."""
        if self._lock is not None:
            versions.prune(self._path)
            self._lock.release()
            self._lock = None
