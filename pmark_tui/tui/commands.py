"""The command palette's commands: what the keys of the screen do, and a word where nothing fits."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from textual import command, work
from textual.command import Hit, Hits
from textual.css.query import NoMatches
from textual.system_commands import SystemCommandsProvider

from pmark_tui.texts import text
from pmark_tui.texts.screens import SCREENS
from pmark_tui.tui.widgets.closes_once import ClosesOnce


class CommandPalette(ClosesOnce, command.CommandPalette):
    """Textual's palette, closed once, and without pages as long as its list has no place on the screen."""

    def _action_command_list(self, action: str) -> None:
        rows = self.query_one(command.CommandList)
        if rows.scrollable_content_region or not action.startswith("page"):
            super()._action_command_list(action)

    @work(exclusive=True, group=command.CommandPalette._GATHER_COMMANDS_GROUP)
    async def _gather_commands(self, search_value: str) -> None:
        """Look for commands; a palette that is closed before or meanwhile has no list to show them in."""
        look: Any = command.CommandPalette._gather_commands
        with suppress(NoMatches):
            await look.__wrapped__(self, search_value)


class KeyCommands(SystemCommandsProvider):
    """The app's own commands; Textual itself would say in English that nothing was found."""

    async def search(self, query: str) -> Hits:
        """The commands that fit, or one line that says that none does."""
        found = False
        async for hit in super().search(query):
            found = True
            yield hit
        if not found:
            lang = getattr(self.app, "lang", "ja")
            yield Hit(1.0, text(SCREENS, "search_none", lang), _nothing)


def _nothing() -> None:
    """Taken, the line that says that nothing was found does nothing."""
