"""One running pmark on a terminal of its own, to be killed: what it says, what its screen calls saved."""

from __future__ import annotations

import faulthandler
import fcntl
import gc
import os
import pickle
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
import traceback
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pmark_tui.domain.client import Client
    from pmark_tui.session import Session

State = dict[str, Any]
COLUMNS, LINES = 80, 24
ENDS_WITHIN = 20.0
"""Seconds within which the program must end when it is asked to."""
EPOCH = datetime(2026, 1, 1)
SAVED = re.compile(r"保存 (\d\d):(\d\d):(\d\d)")


def content(client: Client) -> State:
    """All that a client file holds but where the interview stands, as plain values."""
    from pmark_tui.store.client_file import to_document

    document = to_document(client, {})
    return {k: v for k, v in document.items() if k not in ("position", "quick")}


def play(path: str, journal: int) -> None:
    """The app on this terminal, writing into the journal each state that is said."""
    from pmark_tui.session import Session
    from pmark_tui.tui.app import PmarkApp

    said = 0
    save_with = Session.save_with

    def watched(session: Session, save: Callable[..., None]) -> None:
        def note_and_save(client: Client) -> None:
            nonlocal said
            said += 1
            held = pickle.dumps(content(client))
            os.write(journal, struct.pack("I", len(held)) + held)
            save(client)

        save_with(session, note_and_save)

    Session.save_with = watched  # type: ignore[method-assign]
    app = PmarkApp(path, "ja", now=lambda: EPOCH + timedelta(seconds=said))
    app.run()
    os._exit(app.return_code or 0)


def warm_up() -> None:
    """Import and compile what every run needs, once."""
    import pmark_tui.tui
    from pmark_tui.store import lock, open_file, packs, schema, versions, whole_file
    from pmark_tui.tui import app
    from pmark_tui.tui.screens import dialog, interview, note, report, save_elsewhere

    assert all((pmark_tui.tui, app, schema, lock, open_file, versions, whole_file))
    assert all((dialog, interview, note, report, save_elsewhere))
    packs.load()
    gc.freeze()


class Victim:
    """One running program and what its terminal showed."""

    def __init__(self, path: str, journal: str) -> None:
        import pyte

        sys.stdout.flush()
        self._journal = journal
        for kept in (journal, f"{journal}.stacks"):  # one that is killed at once has said nothing
            with open(kept, "wb"):
                pass
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        self._unread = b""
        self.saved = 0
        self.status: int | None = None
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            faulthandler.register(signal.SIGUSR1, file=os.open(f"{journal}.stacks", os.O_WRONLY))
            signal.signal(signal.SIGHUP, signal.SIG_DFL)  # whoever started this may ignore it
            written = os.open(journal, os.O_WRONLY)
            try:
                play(path, written)
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(70)
        size = struct.pack("HHHH", LINES, COLUMNS, 0, 0)
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, size)

    def type(self, keys: str) -> None:
        """Type, unless the program has just ended."""
        try:
            os.write(self._master, keys.encode())
        except OSError:
            pass

    def read(self, seconds: float) -> bool:
        """Take in what the program writes for so long; whether the terminal is still there."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0:
            if select.select([self._master], [], [], left)[0]:
                try:
                    data = os.read(self._master, 1 << 16)
                except OSError:
                    return False
                if not data:
                    return False
                self._unread += data
        return True

    def look(self) -> str:
        """The screen now; what it calls saved is remembered."""
        self._stream.feed(self._unread)
        self._unread = b""
        rows = self._screen.buffer
        lines = ["".join(rows[y][x].data for x in range(COLUMNS)) for y in range(LINES)]
        if found := SAVED.search(lines[0]):
            hours, minutes, seconds = map(int, found.groups())
            self.saved = max(self.saved, (hours * 60 + minutes) * 60 + seconds)
        return "\n".join(lines)

    def until(self, words: str) -> bool:
        """Wait until words stand on the screen."""
        end = time.monotonic() + ENDS_WITHIN
        while words not in self.look():
            if time.monotonic() > end or not self.read(0.01):
                return False
        return True

    def end(self, how: str) -> bool:
        """Kill it; whether it ended, which a killed one always does."""
        if how == "closed":
            self.look()
            os.close(self._master)
        else:
            os.kill(self.pid, getattr(signal, how))
        ended = self._wait()
        if how != "closed":
            while self.read(0.02):
                if not select.select([self._master], [], [], 0)[0]:
                    break
            self.look()
            os.close(self._master)
        return ended

    def _wait(self) -> bool:
        end = time.monotonic() + ENDS_WITHIN
        while True:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            if pid:
                self.status = os.waitstatus_to_exitcode(status)
                return True
            if time.monotonic() > end:
                os.kill(self.pid, signal.SIGUSR1)  # where it stands
                time.sleep(1)
                os.kill(self.pid, signal.SIGKILL)
                os.waitpid(self.pid, 0)
                return False
            try:  # a terminal that nobody reads would hold the program up
                if select.select([self._master], [], [], 0.005)[0]:
                    self._unread += os.read(self._master, 1 << 16)
            except (OSError, ValueError):
                time.sleep(0.005)

    def stacks(self) -> str:
        """Where each thread stood when it did not end."""
        with open(f"{self._journal}.stacks", encoding="utf-8") as stream:
            return stream.read()

    def said(self) -> list[State]:
        """Every state that was said, in order."""
        with open(self._journal, "rb") as stream:
            data = stream.read()
        states, at = [], 0
        while at + 4 <= len(data):
            (size,) = struct.unpack_from("I", data, at)
            states.append(pickle.loads(data[at + 4 : at + 4 + size]))
            at += 4 + size
        return states
