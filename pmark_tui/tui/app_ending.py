"""The end: the user leaves, a signal comes, the terminal is gone, or pmark itself fails."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any

from textual import events
from textual.message_pump import MessagePump

from pmark_tui.errors import PmarkError
from pmark_tui.texts import text
from pmark_tui.texts.screens import SCREENS
from pmark_tui.tui.app_saving import SavingApp

HANG_UP = 129  # the exit code of an end because the terminal is gone
_SETTLES = 2.0
"""Seconds in which what was typed must be taken in: an end that nobody asked for cannot wait for ever."""
_WAYS_UP = 3
"""How often a key's consequences may go from what has the focus up to the app."""


async def _taken_in(node: MessagePump) -> None:
    """Wait until all that waits for a part of the screen now has been taken in."""
    done = asyncio.Event()
    if node.call_later(done.set):
        await done.wait()


class EndingApp(SavingApp):
    """An app that, however it ends, first writes what is left and gives the terminal back."""

    def __init__(self, lang: str, now: Callable[[], datetime]) -> None:
        super().__init__(lang, now)
        self._listening = True
        self._one_end = asyncio.Lock()

    def run(self, *args: Any, **named: Any) -> None:
        """Run until the user leaves, a signal comes, the terminal is gone or pmark itself fails."""
        from pmark_tui.tui.lost_terminal import outlasting

        with outlasting(lambda: self.call_later(self._end, HANG_UP)):
            try:
                super().run(*args, **named)
            finally:
                if self._saver is not None:  # it failed: what was answered is kept all the same
                    self._saver.flush()

    def action_leave(self) -> None:
        """Write what is left and end; what is typed after the key that leaves is for nobody."""
        self._listening = False
        self.run_worker(self._take_end(self._leave))

    def _end(self, code: int) -> None:
        """The end comes unasked."""
        self.run_worker(self._take_end(partial(self._go_unasked, code)))

    async def _take_end(self, way: Callable[[], None]) -> None:
        """End this way, unless another has ended it meanwhile: a closed window is told of twice."""
        async with self._one_end:
            if self._ending:
                return
            try:
                async with asyncio.timeout(_SETTLES):
                    await self._settle()
            except TimeoutError:
                pass
            finally:  # also where the app goes down meanwhile
                way()

    async def _settle(self) -> None:
        """Wait until all that was typed has been taken in; what comes later is for nobody.

        A key goes through the app's queue into that of what has the focus, and from there up again to
        the app; what it leads to, such as a line chosen, goes the same way behind it.
        """
        await _taken_in(self)
        self._listening = False
        for _ in range(_WAYS_UP):
            screen = self.screen
            for node in (screen.focused or screen).ancestors_with_self:
                await _taken_in(node)

    def _leave(self) -> None:
        if self._may_leave():
            self._write_and_exit(0)
        else:
            self._listening = True

    def _may_leave(self) -> bool:
        """Whether everything is on disk. If not, offer another name once; asked again, obey."""
        from pmark_tui.tui.screens.save_elsewhere import SaveElsewhere

        self._keep_what_is_being_written()
        self.flush()
        trouble = self._saver.trouble if self._saver is not None else None
        if trouble is None or isinstance(self.screen, SaveElsewhere):
            return True
        self.show_save_trouble(trouble)
        return False

    def _go_unasked(self, code: int) -> None:
        """What the file would not take goes into a new one beside it."""
        from pmark_tui.store import folder

        self._keep_what_is_being_written()
        self.flush()
        session = self.session
        if session is not None and self._saver is not None and self._saver.trouble is not None:
            place = os.path.dirname(os.path.abspath(session.file.path))
            with suppress(PmarkError):
                self.save_elsewhere(folder.new_path(place, session.client.profile.name))
        self._write_and_exit(code)

    def _write_and_exit(self, code: int) -> None:
        self._ending = True
        self.leave_client()
        self.exit(return_code=code)

    async def on_event(self, event: events.Event) -> None:
        """Nothing more is typed into an app that ends; what has come back from a screen was typed before."""
        typed = isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded
        if self._listening or not typed:
            await super().on_event(event)

    def _end_on_signals(self) -> None:
        """End cleanly on SIGTERM and SIGHUP: left alone, the terminal would stay in our screen."""
        loop = asyncio.get_running_loop()
        for name, code in (("SIGTERM", 143), ("SIGHUP", HANG_UP)):
            number = getattr(signal, name, None)
            if number is None:
                continue
            try:
                loop.add_signal_handler(number, self._end, code)
            except (NotImplementedError, RuntimeError):
                return

    def _fatal_error(self) -> None:
        """Instead of Textual's traceback, which prints local variables and so the client's answers."""
        from rich.text import Text

        from pmark_tui.store.crash import write_report

        error = sys.exc_info()[1]
        path = write_report(error)
        self.panic(Text(text(SCREENS, "crash", self.lang, path=path)))
