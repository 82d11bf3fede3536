"""The end: the user leaves, a signal comes, the terminal is gone, or pmark itself fails."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress
from typing import Any

from textual import events

from pmark_tui.errors import PmarkError
from pmark_tui.texts import text
from pmark_tui.texts.screens import SCREENS
from pmark_tui.tui.app_saving import SavingApp

HANG_UP = 129  # the exit code of an end because the terminal is gone


class EndingApp(SavingApp):
    """An app that, however it ends, first writes what is left and gives the terminal back."""

    def run(self, *args: Any, **named: Any) -> None:
        """Run until the user leaves, a signal comes or the terminal is gone."""
        from pmark_tui.tui.lost_terminal import outlasting

        with outlasting(lambda: self.call_later(self._end, HANG_UP)):
            super().run(*args, **named)

    def action_leave(self) -> None:
        """Write what is left and end."""
        if self._may_leave():
            self._ending = True
            self.leave_client()
            self.exit()

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

    async def on_event(self, event: events.Event) -> None:
        """What is typed after the key that leaves is for nobody."""
        if not (self._ending and isinstance(event, events.InputEvent | events.Paste)):
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

    def _end(self, code: int) -> None:
        """The end comes unasked: what the file would not take goes into a new one beside it."""
        from pmark_tui.store import folder

        self._keep_what_is_being_written()
        self.flush()
        session = self.session
        if session is not None and self._saver is not None and self._saver.trouble is not None:
            place = os.path.dirname(os.path.abspath(session.file.path))
            with suppress(PmarkError):
                self.save_elsewhere(folder.new_path(place, session.client.profile.name))
        self._ending = True
        self.leave_client()
        self.exit(return_code=code)

    def _fatal_error(self) -> None:
        """Instead of Textual's traceback, which prints local variables and so the client's answers."""
        from rich.text import Text

        from pmark_tui.store.crash import write_report

        error = sys.exc_info()[1]
        path = write_report(error)
        self.panic(Text(text(SCREENS, "crash", self.lang, path=path)))
