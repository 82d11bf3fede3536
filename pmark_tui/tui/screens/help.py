"""The keys that work on the screen one came from."""

from __future__ import annotations

from itertools import zip_longest

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll

from pmark_tui.domain.text import cell_width, pad
from pmark_tui.texts import text
from pmark_tui.texts.keys import KEYS
from pmark_tui.tui.keys import Key, all_names
from pmark_tui.tui.screens.dialog import Dialog
from pmark_tui.tui.widgets.japanese import TextBlock

GAP = 4
"""Cells between two columns of keys."""


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
        """A line a key, in two columns where one would have to be scrolled."""
        with VerticalScroll(id="key-lines"):
            yield TextBlock(id="keys")

    def on_mount(self) -> None:
        """Fill in the keys."""
        title = f"{self.t('title_help')}{self.t('colon')}{self.t(self._name_key)}"
        self.query_one("#dialog-title", TextBlock).show(title)
        self.query_one("#key-lines", VerticalScroll).focus()
        self.call_after_refresh(self.on_resize)

    def on_resize(self) -> None:
        """Lay the keys out in the room there is."""
        room = self.query_one("#key-lines", VerticalScroll).size
        lines = [f"{pad(all_names(k), 14)} {text(KEYS, k.label, self.lang)}" for k in self._keys]
        widest = max(map(cell_width, lines))
        if len(lines) > room.height and 2 * widest + GAP <= room.width:
            half = (len(lines) + 1) // 2
            left, right = lines[:half], lines[half:]
            lines = [pad(a, widest + GAP) + b for a, b in zip_longest(left, right, fillvalue="")]
        self.query_one("#keys", TextBlock).show("\n".join(lines))
