"""A note of several lines. What is written is handed over at every pause, not only at the end."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar
from unicodedata import normalize

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.timer import Timer
from textual.widgets import TextArea

from pmark_tui.domain.client import LONGEST_TEXT
from pmark_tui.tui.screens.dialog import Dialog
from pmark_tui.tui.widgets.japanese import TextBlock

PAUSE = 0.4
"""Seconds without a key after which what is written is saved."""


class NoteScreen(Dialog[str]):
    """Write a note; Esc and Ctrl+S both close and keep it."""

    hint_key = "hint_note"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s,f6", "close", show=False, priority=True)
    ]

    def __init__(self, title: str, note: str, save: Callable[[str], None]) -> None:
        super().__init__()
        self._title = title
        self._note = note
        self._save = save
        self._pause: Timer | None = None

    def body(self) -> ComposeResult:
        """The note."""
        yield TextArea(self._note, id="note", compact=True)

    def on_mount(self) -> None:
        """Ready to go on writing at the end."""
        self.query_one("#dialog-title", TextBlock).show(self._title)
        area = self.query_one("#note", TextArea)
        area.focus()
        area.move_cursor(area.document.end)

    def on_text_area_changed(self) -> None:
        """Save after a short pause; what is pasted beyond the limit is cut, and that is said."""
        area = self.query_one("#note", TextArea)
        if len(area.text) > max(LONGEST_TEXT, len(self._note)):
            area.load_text(area.text[:LONGEST_TEXT])
            area.move_cursor(area.document.end)
            self.pmark.tell(self.t("note_cut", allowed=LONGEST_TEXT), "error")
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self.keep)

    def keep(self) -> None:
        """Hand over what is written, in composed form, as far as it is new."""
        written = normalize("NFC", self.query_one("#note", TextArea).text)
        if written != self._note:
            self._note = written
            self._save(written)

    def action_close(self) -> None:
        """Close, behind all that was typed before: this key goes ahead of what waits for the area.

        What was typed while the window was opening comes by this screen and the app.
        """
        area = self.query_one("#note", TextArea)
        self.call_later(self.app.call_later, area.call_later, self._close)

    def _close(self) -> None:
        if self.is_active:
            self.keep()
            self.dismiss(self._note)
