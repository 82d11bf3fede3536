"""Windows that take away themselves and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.await_complete import AwaitComplete

if TYPE_CHECKING:
    from textual.screen import Screen

    _Window = Screen[Any]
else:  # Textual takes the styles of the first base that is one of its own
    _Window = object


class ClosesOnce(_Window):
    """A window that two keys at once close only once."""

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close while on top: Textual takes away whatever is there, the screen beneath as well."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
