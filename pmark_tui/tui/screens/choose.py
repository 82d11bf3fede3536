"""Choose one of several, in a small window."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import OptionList

from pmark_tui.tui.screens.dialog import Dialog
from pmark_tui.tui.widgets.choices import Choices
from pmark_tui.tui.widgets.japanese import TextBlock


class ChooseScreen(Dialog[str]):
    """A list; Enter takes the highlighted one and gives its id."""

    tall = True
    hint_key = "hint_choose"

    def __init__(self, title: str, entries: list[tuple[str, str]], chosen: str = "") -> None:
        super().__init__()
        self._title = title
        self._entries = entries
        self._chosen = chosen

    def body(self) -> ComposeResult:
        """The list."""
        yield Choices(id="entries")

    def on_mount(self) -> None:
        """Fill the list, the cursor at the present one."""
        self.query_one("#dialog-title", TextBlock).show(self._title)
        keys = [key for key, _ in self._entries]
        at = keys.index(self._chosen) if self._chosen in keys else 0
        entries = self.query_one("#entries", Choices)
        entries.show([(key, label, True) for key, label in self._entries], at=at)
        entries.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Give the one chosen."""
        self.dismiss(str(event.option.id))
