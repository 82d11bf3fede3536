"""What every small window over a screen has."""

from __future__ import annotations

import re
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, TextArea

from pmark_tui.tui.screens.base import Speaking
from pmark_tui.tui.widgets.closes_once import ClosesOnce
from pmark_tui.tui.widgets.japanese import Flow, TextBlock

_Result = TypeVar("_Result")
_BETWEEN = re.compile("  |　")
"""What stands between two keys in a hint; each stays whole where a line ends."""


class Dialog(ClosesOnce, Speaking, ModalScreen[_Result | None]):
    """A window over a screen; Esc closes it and answers nothing.

    `tall` ones take the whole screen. `hint_key` names, in `texts.screens`, the keys that work here.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]
    tall: ClassVar[bool] = False
    hint_key: ClassVar[str] = "hint_close"

    def __init__(self) -> None:
        super().__init__()
        self._open = False
        self._early = ""

    def compose(self) -> ComposeResult:
        """The title, the window's own body, the keys."""
        with Vertical(classes="dialog -tall" if self.tall else "dialog"):
            yield TextBlock(id="dialog-title")
            yield from self.body()
            yield Flow(1, id="dialog-keys")

    def body(self) -> ComposeResult:
        """What stands between title and keys."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Textual runs the subclass's own first; then what was typed too early follows."""
        self.query_one("#dialog-keys", Flow).show(_BETWEEN.split(self.t(self.hint_key)))
        self._open = True
        self.write_early(self._early)

    def write_early(self, words: str) -> None:
        """What was typed after the key that opens this window and before its line had the keys.

        What a list does not take is for nobody: it must not turn up in a line that is somewhere else.
        """
        if not self._open:
            self._early += words
            return
        at = self.focused
        if at is None:  # it has just opened: the first line is about to have the keys
            at = next(iter(self.query("Input, TextArea")), None)
        if isinstance(at, Input):
            at.insert_text_at_cursor(words)
        elif isinstance(at, TextArea):
            at.insert(words)

    def keep(self) -> None:
        """Hand over what is being written: the app is about to end."""

    def action_cancel(self) -> None:
        """Close without a result."""
        self.dismiss(None)
