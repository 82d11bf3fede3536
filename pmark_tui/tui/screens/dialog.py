"""What every small window over a screen has."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from pmark_tui.tui.screens.base import Speaking

_Result = TypeVar("_Result")


class Dialog(Speaking, ModalScreen[_Result | None]):
    """A small window; Esc closes it and answers nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "cancel", show=False)]

    def action_cancel(self) -> None:
        """Close without a result."""
        self.dismiss(None)
