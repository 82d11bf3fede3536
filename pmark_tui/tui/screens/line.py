"""One line of text, asked for in a small window."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Input

from pmark_tui.tui.screens.dialog import Dialog
from pmark_tui.tui.widgets.japanese import LineInput, TextBlock


class LineScreen(Dialog[str]):
    """Ask for one line; Enter gives it."""

    hint_key = "hint_line"

    def __init__(self, title: str, value: str = "") -> None:
        super().__init__()
        self._title = title
        self._value = value

    def body(self) -> ComposeResult:
        """The line."""
        yield LineInput(self._value, id="line")

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one("#dialog-title", TextBlock).show(self._title)
        self.query_one("#line", LineInput).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the line; an empty one is none."""
        if event.value.strip():
            self.dismiss(event.value)
