"""Lists to choose from, with marks that do not need colour."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from pmark_tui.tui.widgets.japanese import JapaneseText


class Choices(OptionList):
    """A list whose rows are plain text that wraps well; Enter chooses, arrows only move."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, classes=classes, markup=False, compact=True)

    def show(self, rows: list[tuple[str, str | Content, bool]], at: int | None = None) -> None:
        """Show rows of (id, text, enabled), with the cursor at one of them.

        Rows of the same ids are changed in place, which is several times quicker than new ones.
        """
        if [option.id for option in self.options] == [row[0] for row in rows]:
            for index, (_, prompt, enabled) in enumerate(rows):
                option = self.get_option_at_index(index)
                shown = option.prompt
                if not isinstance(shown, JapaneseText) or not shown.says(prompt):
                    self.replace_option_prompt_at_index(index, visual(prompt))
                if option.disabled == enabled:
                    if enabled:
                        self.enable_option_at_index(index)
                    else:
                        self.disable_option_at_index(index)
        else:
            self.set_options(
                [Option(visual(prompt), id=key, disabled=not on) for key, prompt, on in rows]
            )
        if at is not None and self.highlighted != at:
            self.highlighted = at

    def action_select(self) -> None:
        """Take the row under the cursor; where there is none yet, Enter shows it on the first row."""
        if self.highlighted is None:
            self.action_first()
        else:
            super().action_select()

    def action_page_up(self) -> None:
        """A page up, where the list has a place on the screen: without one it has no pages."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]

    def action_page_down(self) -> None:
        """A page down, where the list has a place on the screen."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]

    def page(self, by: int) -> None:
        """A page down (positive) or up."""
        self.action_page_down() if by > 0 else self.action_page_up()


class FieldChoices(Choices):
    """A list among the entries of a form: at its ends the arrows leave it, by `past`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,ideographic_space", "select", show=False)
    ]

    def __init__(self, past: Callable[[int], None], *, id: str) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._past = past

    def come_from(self, by: int) -> None:
        """The arrows come in: downwards (1) to the first row, upwards to the last."""
        self.action_first() if by > 0 else self.action_last()

    def action_cursor_down(self) -> None:
        """The row below; behind the last one the entry below."""
        if self.highlighted == self.option_count - 1 or not self.option_count:
            self._past(1)
        else:
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """The row above; before the first one, and where no cursor is shown yet, the entry above."""
        if self.highlighted:
            super().action_cursor_up()
        else:
            self._past(-1)


def visual(prompt: str | Content) -> JapaneseText:
    """A row's text as something to draw."""
    return JapaneseText(Content(prompt) if isinstance(prompt, str) else prompt)
