"""Find a question by its number, its words, its evidence or one's own note."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, OptionList

from pmark_tui.domain.routes import search
from pmark_tui.tui.screens.dialog import Dialog
from pmark_tui.tui.widgets.choices import Choices
from pmark_tui.tui.widgets.japanese import LineInput, TextBlock

SHOWN = 50


class SearchScreen(Dialog[str]):
    """Results follow each key; down goes into the list, Enter goes to the question."""

    tall = True
    hint_key = "hint_choose"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "down", show=False),
        Binding("up", "up", show=False),
    ]

    def body(self) -> ComposeResult:
        """The line and what fits it."""
        yield LineInput(id="words")
        yield Choices(id="found")

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one("#dialog-title", TextBlock).show(self.t("search_title"))
        self.query_one("#words", LineInput).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show what fits."""
        session = self.session
        found = search(session.pack, session.client, event.value, self.lang)[:SHOWN]
        rows = [(q.id, f"{q.id}  {q.text.of(self.lang)}", True) for q in found]
        if not rows and event.value.strip():
            rows = [("", self.t("search_none"), False)]
        self.query_one("#found", Choices).show(list(rows), at=0 if found else None)

    def on_input_submitted(self) -> None:
        """Enter takes the highlighted one."""
        self.query_one("#found", Choices).action_select()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go there."""
        if event.option.id:
            self.dismiss(event.option.id)

    def action_down(self) -> None:
        """Move down in the list while typing goes on."""
        self.query_one("#found", Choices).action_cursor_down()

    def action_up(self) -> None:
        """Move up in the list while typing goes on."""
        self.query_one("#found", Choices).action_cursor_up()
