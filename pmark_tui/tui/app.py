"""The app: which screen is shown, in which language. The open client: `app_saving`; the end: `app_ending`."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import partial
from importlib import import_module
from time import monotonic
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.dom import NoScreen
from textual.screen import Screen
from textual.widgets import Static

from pmark_tui.domain.text import wrap
from pmark_tui.errors import PmarkError
from pmark_tui.store.paths import CLIENT_SUFFIX
from pmark_tui.texts import text
from pmark_tui.texts.screens import SCREENS
from pmark_tui.tui.app_ending import EndingApp
from pmark_tui.tui.widgets.scrollbar import use_plain_scrollbars

if TYPE_CHECKING:
    from textual.actions import ActionParseResult
    from textual.command import Provider
    from textual.dom import DOMNode

    from pmark_tui.domain.incident_record import IncidentRecord
    from pmark_tui.tui.screens.base import PmarkScreen

BY_NAME = {
    "clients": "ClientsScreen",
    "profile": "ProfileScreen",
    "interview": "InterviewScreen",
    "results": "ResultsScreen",
    "what_if": "WhatIfScreen",
    "history": "HistoryScreen",
    "report": "ReportScreen",
    "visit": "VisitScreen",
    "findings": "FindingsScreen",
    "incident": "IncidentScreen",
    "record": "RecordScreen",
    "exposure": "ExposureScreen",
    "drill": "DrillScreen",
}
"""The full screens: each module of `screens/` by name, with its class."""

WITHOUT_CLIENT = ("clients", "profile", "incident", "record", "drill")
"""Screens that need no open client."""

BY_PALETTE = ("incident", "record", "exposure", "drill")
"""Screens about leaks: the palette leads to them from everywhere."""

_BESIDE = 4
"""Cells beside the text of a passing word."""

_READ = 20.0
"""Seconds that a warning stays: four lines are read in that time."""

THEMES = ("textual-dark", "textual-light", "ansi-dark", "ansi-light")


def local_now() -> datetime:
    """The local time, as answers are stamped."""
    return datetime.now()  # noqa: DTZ005 - an interview happens in local time


def key_commands() -> type[Provider]:
    """The command palette's commands, imported when it is opened."""
    from pmark_tui.tui.commands import KeyCommands

    return KeyCommands


class PmarkApp(EndingApp):
    """pmark in full screen, on a folder of client files or on one file."""

    CSS_PATH: ClassVar[str] = "pmark.tcss"
    TITLE = "pmark"
    ENABLE_COMMAND_PALETTE = True
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {key_commands}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", show=False, priority=True, id="quit"),
        Binding("ctrl+l", "language", show=False, id="language"),
        Binding("ctrl+t", "theme", show=False, id="theme"),
    ]

    def __init__(
        self, path: str, lang: str, now: Callable[[], datetime] = local_now, theme: int = 0
    ) -> None:
        super().__init__(lang, now)
        use_plain_scrollbars()
        self._first_theme = theme
        self.first = ""
        """The screen to begin with, where it is not the usual one."""
        self.record = ""
        """The record of an incident that was open last."""
        self.asked: IncidentRecord | None = None
        self._last_word: tuple[str, float] = ("", 0.0)
        is_file = path.endswith(CLIENT_SUFFIX) or os.path.isfile(path)
        self._first_file = path if is_file else ""
        self.folder = os.path.dirname(os.path.abspath(path)) if is_file else path

    def compose(self) -> ComposeResult:
        """A first line to look at while the rest is imported and read."""
        name = os.path.basename(self._first_file or self.folder.rstrip(os.sep))
        yield Static(f" pmark  {name}  {text(SCREENS, 'loading', self.lang)}", markup=False)

    def on_mount(self) -> None:
        """Paint first; what takes time follows."""
        self.theme = THEMES[self._first_theme]
        self._end_on_signals()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if self._first_file:
            self.open_client(self._first_file, self.first or "interview")
        else:
            self.show(self.first or "clients")

    def open_client(self, path: str, screen: str = "interview") -> None:
        """Open a client file, or say in one line why not."""
        from pmark_tui.session import Session

        self.leave_client()
        try:
            session = Session.open(path, self.now)
        except PmarkError as error:
            self.show("clients")
            self.call_after_refresh(self.tell, error.message(self.lang), "error")
            return
        self.take(session)
        self.show(screen)
        if session.read_only is not None:
            self.call_after_refresh(self.tell, session.read_only.message(self.lang), "error")

    def on_key(self, event: events.Key) -> None:
        """A character that nothing took: perhaps the window it is meant for is only just opening."""
        write = getattr(self.screen, "write_early", None)
        if write is not None and event.character and event.is_printable:
            write(event.character)

    def show(self, name: str, like: PmarkScreen | None = None) -> None:
        """Go to a screen by its name; the one before it is dropped, for it holds no state.

        `like` is the same screen in another language: what was chosen and written there stays.
        """
        if not self.screen.is_mounted:  # a window that is only just opening may not be taken away
            self.set_timer(0.01, partial(self.show, name, like))
            return
        while len(self.screen_stack) > 2:
            self.pop_screen()
        screen = self._screen(name)
        if like is not None:
            screen.be_like(like)
        if len(self.screen_stack) == 1:
            self.push_screen(screen)
        else:
            self.switch_screen(screen)

    def _screen(self, name: str) -> PmarkScreen:
        """A new screen, its module imported only now."""
        made: PmarkScreen = getattr(import_module(f"pmark_tui.tui.screens.{name}"), BY_NAME[name])()
        made.opened = self.session
        return made

    async def run_action(
        self,
        action: str | ActionParseResult,
        default_namespace: DOMNode | None = None,
        namespaces: Mapping[str, DOMNode] | None = None,
    ) -> bool:
        """An action waits for a screen only just opening; where its own has gone, it is for nobody."""
        if self._ending or not self.screen_stack:
            return True
        if not self.screen.is_mounted:
            again = partial(self.run_action, action, default_namespace, namespaces)
            self.screen.call_later(self.call_later, again)
            return True
        if default_namespace is not None and not self._shows(default_namespace):
            return True
        return await super().run_action(action, default_namespace, namespaces)

    def _shows(self, node: DOMNode) -> bool:
        """Whether this, or what it stands on, is among the screens there are."""
        try:
            return node.screen in self.screen_stack
        except NoScreen:
            return False

    def action_go(self, name: str) -> None:
        """Go to a screen; without an open client there are only the list and a new profile."""
        if name == "clients":
            if not self._may_leave():
                return
            self.leave_client()
        if self.session is None and name not in WITHOUT_CLIENT:
            self.tell(text(SCREENS, "needs_client", self.lang))
            return
        self.show(name)

    def action_go_up(self) -> None:
        """To the screen above this one; without an open client that may be the list."""
        above = getattr(self.screen, "above", "interview")
        self.show(above if self.session or above in WITHOUT_CLIENT else "clients")

    def action_help(self) -> None:
        """The keys that work here."""
        from pmark_tui.tui.screens.base import PmarkScreen
        from pmark_tui.tui.screens.help import HelpScreen

        if isinstance(self.screen, PmarkScreen):
            self.push_screen(HelpScreen(self.screen.keys_now, self.screen.name_key))

    def action_language(self) -> None:
        """Switch between Japanese and English, here and now; not while a window is open."""
        from pmark_tui.tui.screens.base import PmarkScreen

        screen = self.screen
        if not isinstance(screen, PmarkScreen):
            return
        self.lang = "en" if self.lang == "ja" else "ja"
        self.show(screen.name_key.removeprefix("title_"), like=screen)
        self.tell(text(SCREENS, "language_now", self.lang))

    def action_theme(self) -> None:
        """Dark, light, and the terminal's own colours."""
        index = THEMES.index(self.theme) if self.theme in THEMES else -1
        self.theme = THEMES[(index + 1) % len(THEMES)]

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Everything the keys of this screen do, by name, for the command palette."""
        from pmark_tui.texts.keys import KEYS

        for key in getattr(screen, "keys_now", ()):
            if key.shown.isdecimal():
                continue
            name = text(KEYS, key.label, self.lang)
            yield SystemCommand(name, key.shown, partial(self._run_key, screen, key.action))
        named = {key.label for key in getattr(screen, "keys_now", ())}
        for go in BY_PALETTE:
            if go not in named:
                title = text(SCREENS, f"title_{go}", self.lang)
                yield SystemCommand(title, "F12", partial(self.action_go, go))

    async def _run_key(self, screen: Screen[object], action: str) -> None:
        await screen.run_action(action)

    def action_command_palette(self) -> None:
        """Find a command by its name, in the language shown."""
        from pmark_tui.tui.commands import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            placeholder = text(SCREENS, "palette_placeholder", self.lang)
            self.push_screen(CommandPalette(placeholder=placeholder, id="--command-palette"))

    def action_help_quit(self) -> None:
        """Ctrl+C copies; say how to quit, in the language shown."""
        self.tell(text(SCREENS, "ctrl_c", self.lang))

    def tell(self, sentence: str, severity: str = "information") -> None:
        """A passing word, a `warning` for long enough to be read; never markup.

        Said once while it still stands there. Broken into lines here: Textual gives what is a cell too
        wide a line too few.
        """
        shown = "\n".join(wrap(sentence, max(self.size.width - _BESIDE, 10)))
        before, since = self._last_word
        if shown == before and monotonic() - since < self.NOTIFICATION_TIMEOUT:
            return
        self._last_word = shown, monotonic()
        if severity == "warning":
            self.notify(shown, severity="warning", timeout=_READ, markup=False)
            return
        self.notify(shown, severity="error" if severity == "error" else "information", markup=False)
