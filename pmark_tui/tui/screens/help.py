"""The keys that work on the screen one came from."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from pmark_tui.domain.text import pad
from pmark_tui.texts import text
from pmark_tui.texts.keys import KEYS
from pmark_tui.tui.keys import Key, all_names
from pmark_tui.tui.screens.dialog import Dialog
from pmark_tui.tui.widgets.japanese import TextBlock


class HelpScreen(Dialog[None]):
    """Each key and what it does; Esc, Enter or F1 closes."""

    tall = True
    hint_key = "hint_scroll"

    BINDINGS = [Binding("f1,enter,q", "cancel", show=False)]

    def __init__(self, keys: tuple[Key, ...], name_key: str) -> None:
        super().__init__()
        self._keys = keys
        self._name_key = name_key

    def body(self) -> ComposeResult:
        """A line a key."""
        with VerticalScroll():
            yield TextBlock(id="keys")

    def on_mount(self) -> None:
        """Fill in the keys."""
        title = f"{self.t('title_help')}{self.t('colon')}{self.t(self._name_key)}"
        self.query_one("#dialog-title", TextBlock).show(title)
        lines = [f"{pad(all_names(k), 14)} {text(KEYS, k.label, self.lang)}" for k in self._keys]
        self.query_one("#keys", TextBlock).show("\n".join(lines))
        self.query_one(VerticalScroll).focus()
