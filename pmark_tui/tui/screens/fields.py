"""What every form has: Up and Down go from entry to entry, through the rows of a list on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding, BindingType

from pmark_tui.tui.widgets.choices import Choices, FieldChoices

if TYPE_CHECKING:
    from textual.screen import Screen

    _Form = Screen[Any]
else:  # Textual takes the styles of the first base that is one of its own
    _Form = object

ARROWS: list[BindingType] = [
    Binding("down", "move(1)", show=False, priority=True),
    Binding("up", "move(-1)", show=False, priority=True),
]
"""They go ahead of the line itself: what is typed next belongs to the next entry at once."""


class Fields(_Form):
    """A form; its lists are `FieldChoices`, which hand the arrows on at their ends."""

    def action_move(self, by: int) -> None:
        """To the entry below (1) or above (-1); the form has ends."""
        entries = self.focus_chain
        if self.focused not in entries:
            return
        at = entries.index(self.focused) + by
        if 0 <= at < len(entries):
            entry = entries[at]
            self.set_focus(entry)  # at once: `focus` alone would let the next key come first
            if isinstance(entry, FieldChoices):
                entry.come_from(by)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a list the arrows move its cursor, and keep their place among the keys before them."""
        if action == "move" and isinstance(self.focused, Choices):
            return False
        return super().check_action(action, parameters)
