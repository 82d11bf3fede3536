"""The open client: taken, saved in a thread, saved under another name, closed; when it was last saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from textual.app import App

from pmark_tui.texts import text
from pmark_tui.texts.screens import SCREENS
from pmark_tui.tui.messages import Saved

if TYPE_CHECKING:
    from pmark_tui.domain.client import Client
    from pmark_tui.errors import PmarkError
    from pmark_tui.session import Session
    from pmark_tui.store.saver import BackgroundSaver

NOT_YET = ("", "")


class SavingApp(App[None]):
    """An app with at most one client open, whose every change goes to disk without anybody waiting."""

    def __init__(self, lang: str, now: Callable[[], datetime]) -> None:
        super().__init__()
        self.lang = lang
        self.now = now
        self.session: Session | None = None
        self._saved: tuple[str, str] = NOT_YET
        """What became of the latest answer: a word of `texts.screens`, and the time."""
        self.left = ""
        """The file of the client that was open last."""
        self._saver: BackgroundSaver | None = None
        self._ending = False

    @property
    def saved(self) -> str:
        """When the latest answer reached the disk, or why it did not, as the top line says it."""
        key, at = self._saved
        return text(SCREENS, key, self.lang, at=at) if key else ""

    def take(self, session: Session) -> None:
        """Make this session the open one and save it in a thread from now on."""
        from pmark_tui.store.saver import BackgroundSaver

        self.leave_client()
        self.session = session
        self._saver = BackgroundSaver(session.file.path, session.save_now, self._told)
        session.save_with(self._saver.save)
        if session.read_only is not None:
            self._saved = "read_only", ""

    def leave_client(self) -> None:
        """Write what is left of the open client and close it."""
        if self.session is not None:
            self._keep_what_is_being_written()
            self.session.keep_place()
            self.left = self.session.file.path
        if self._saver is not None:
            self._saver.close()
        if self.session is not None:
            self.session.close()
        self._saver, self._saved = None, NOT_YET
        if not self._ending:  # at the end the screens are still there for a moment
            self.session = None

    def _keep_what_is_being_written(self) -> None:
        for screen in self.screen_stack:
            keep = getattr(screen, "keep", None)
            if keep is not None and screen.is_mounted:  # one only opening has nothing yet
                keep()

    def flush(self) -> None:
        """Wait until everything is on disk."""
        if self.session is not None:
            self.session.keep_place()
        if self._saver is not None:
            self._saver.flush()

    def save_elsewhere(self, path: str) -> None:
        """Go on in another file, with everything that is not saved yet.

        Raises:
            FileTrouble: it cannot be written either.
        """
        from pmark_tui.store.saver import BackgroundSaver

        session = self.session
        assert session is not None
        if self._saver is not None:
            self._saver.flush()
        session.save_elsewhere(path)
        if (
            self._saver is not None
        ):  # only now: where the new name fails too, saving goes on as before
            self._saver.close()
        self._saver = BackgroundSaver(session.file.path, session.save_now, self._told)
        session.save_with(self._saver.save)
        self._saved = "saved_at", f"{self.now():%H:%M:%S}"
        self._show_saved()

    def _told(self, client: Client | None, error: PmarkError | None) -> None:
        """From the saving thread: hand the result to the interface's own thread."""
        self.post_message(Saved(client, error))

    def on_saved(self, message: Saved) -> None:
        """Show when the latest answer reached the disk, or that it did not."""
        if self.session is None:
            return
        if message.error is not None:
            self._saved = "not_saved", ""
            self.show_save_trouble(message.error)
        elif self.session.is_saved_by(message.client):
            self._saved = "saved_at", f"{self.now():%H:%M:%S}"
        self._show_saved()

    def _show_saved(self) -> None:
        """On the screen itself, also while a window stands over it."""
        for screen in self.screen_stack:
            show_top = getattr(screen, "show_top", None)
            if show_top is not None:
                show_top()

    def show_save_trouble(self, error: PmarkError) -> None:
        """Say why nothing could be saved, and offer another name."""
        from pmark_tui.tui.screens.save_elsewhere import SaveElsewhere

        if not isinstance(self.screen, SaveElsewhere):
            self.push_screen(SaveElsewhere(error))
