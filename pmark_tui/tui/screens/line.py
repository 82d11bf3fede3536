"""One line of text, asked for in a small window."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from pmark_tui.tui.screens.dialog import Dialog
from pmark_tui.tui.widgets.japanese import LineInput, TextBlock


class LineScreen(Dialog[str]):
    """Ask for one line; Enter gives it."""

    def __init__(self, title: str, value: str = "") -> None:
        super().__init__()
        self._title = title
        self._value = value

    def compose(self) -> ComposeResult:
        """The title and the line."""
        with Vertical(classes="dialog"):
            yield TextBlock(id="dialog-title")
            yield LineInput(self._value, id="line")

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one("#dialog-title", TextBlock).show(self._title)
        self.query_one("#line", LineInput).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Give the line."""
        self.dismiss(event.value)
