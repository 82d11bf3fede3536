"""A list of any length: rows of one line, of which only those on the screen are ever drawn."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from pmark_tui.domain.text import clip, pad


class Rows(ScrollView, can_focus=True):
    """Rows by their keys; `draw` gives the text of one for a width in cells."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor"}

    class Highlighted(Message):
        """The cursor stands on another row; `key` is "" where there is none."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Taken(Message):
        """A row was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, draw: Callable[[str, int], str], *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._draw = draw
        self.keys: list[str] = []
        self._cursor = 0

    @property
    def at(self) -> str:
        """The key of the row that the cursor stands on; "" where there is none."""
        return self.keys[self._cursor] if self.keys else ""

    def show(self, keys: list[str], at: str = "") -> None:
        """Show these rows, the cursor on `at` if it is among them, else at the same height."""
        self.keys = keys
        self.virtual_size = Size(self.size.width, len(keys))
        self._go(keys.index(at) if at in keys else self._cursor)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        index = y + self.scroll_offset.y
        width = self.scrollable_content_region.width
        here = index == self._cursor
        style = self.get_component_rich_style("rows--cursor") if here else self.rich_style
        text = self._draw(self.keys[index], width) if index < len(self.keys) else ""
        return Strip([Segment(pad(clip(text, width), width), style)], width)

    def on_click(self, event: events.Click) -> None:
        """Take the row under the mouse."""
        index = event.y + self.scroll_offset.y
        if index < len(self.keys):
            self._go(index)
            self.post_message(self.Taken(self.at))

    def on_resize(self) -> None:
        """Keep the cursor in view, once the new height is known."""
        self.call_after_refresh(lambda: self._go(self._cursor))

    def action_move(self, by: int) -> None:
        """Up or down; the list has ends."""
        self._go(self._cursor + by)

    def action_page(self, by: int) -> None:
        """A screen up or down."""
        self._go(self._cursor + by * max(self.size.height - 1, 1))

    def action_first(self) -> None:
        """The first row."""
        self._go(0)

    def action_last(self) -> None:
        """The last row."""
        self._go(len(self.keys) - 1)

    def _go(self, index: int) -> None:
        before, height = self._cursor, self.size.height
        self._cursor = min(max(index, 0), max(len(self.keys) - 1, 0))
        top = self.scroll_offset.y
        if self._cursor < top:
            self.scroll_to(y=self._cursor, animate=False, force=True, immediate=True)
        elif height and self._cursor >= top + height:
            bottom = self._cursor - height + 1
            self.scroll_to(y=bottom, animate=False, force=True, immediate=True)
        if before != self._cursor or top != self.scroll_offset.y:
            self.refresh()
        self.post_message(self.Highlighted(self.at))
