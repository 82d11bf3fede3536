"""When the file cannot be written: why, and another name."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import Input

from pmark_tui.errors import PmarkError
from pmark_tui.store import client_file
from pmark_tui.tui.screens.dialog import Dialog
from pmark_tui.tui.widgets.japanese import LineInput, TextBlock


class SaveElsewhere(Dialog[str]):
    """Nothing is lost: everything is still in memory and goes into the new file."""

    hint_key = "hint_save"

    def __init__(self, error: PmarkError) -> None:
        super().__init__()
        self._error = error

    def body(self) -> ComposeResult:
        """A line for the new name."""
        yield TextBlock(id="dialog-label")
        yield LineInput(id="path")

    def on_mount(self) -> None:
        """Propose a name beside the old one."""
        why = self.t("save_failed", why=self._error.message(self.lang))
        self.query_one("#dialog-title", TextBlock).show(why)
        self.query_one("#dialog-label", TextBlock).show(self.t("save_elsewhere"))
        session = self.pmark.session
        if session is not None:
            stem = session.file.path.removesuffix(client_file.SUFFIX)
            self.query_one("#path", LineInput).value = client_file.with_suffix(f"{stem}-2")
        self.query_one("#path", LineInput).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Save there; where that fails too, say why and stay."""
        try:
            self.pmark.save_elsewhere(client_file.with_suffix(event.value.strip()))
        except PmarkError as error:
            self.query_one("#dialog-title", TextBlock).show(error.message(self.lang))
            return
        self.dismiss(event.value)
