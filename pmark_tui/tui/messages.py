"""Messages that are not any one widget's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.message import Message

if TYPE_CHECKING:
    from pmark_tui.domain.client import Client
    from pmark_tui.errors import PmarkError


class Saved(Message):
    """The saving thread wrote a client, or could not."""

    def __init__(self, client: Client | None, error: PmarkError | None) -> None:
        super().__init__()
        self.client = client
        self.error = error

    def can_replace(self, message: Message) -> bool:
        """A newer success makes an older one pointless; an error is never dropped."""
        return isinstance(message, Saved) and message.error is None
