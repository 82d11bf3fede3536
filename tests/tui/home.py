"""Many keys pressed in one app, each on the same screen: a start of the app costs more than most keys."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable

from tests.tui.screen_driver import Screen


class Home:
    """A screen to come back to, as it looked at first.

    Args:
        make: writes the files that there are at first, and says what is opened: a client, or a folder.
    """

    def __init__(self, screen: Screen, make: Callable[[], str]) -> None:
        self._s = screen
        self._make = make
        self._lang, self._theme = screen.app.lang, screen.app.theme
        self._looks: tuple[object, ...] = ()
        self._screen = ""

    @classmethod
    async def reached(
        cls, screen: Screen, make: Callable[[], str], way: tuple[str, ...] = (), shows: str = ""
    ) -> Home:
        """Press the keys that lead there, and remember how it looks once these words are shown."""
        home = cls(screen, make)
        await screen.press(*way)
        await screen.until(lambda: shows in screen.frame)
        await screen.at_rest()
        home._looks = home._now()
        home._screen = screen.app.screen.name_key.removeprefix("title_")
        return home

    async def back(self) -> None:
        """Close the windows, and where anything is not as it was at first, open everything anew.

        An app that has ended stays so.
        """
        app = self._s.app
        if not app.is_running:
            return
        app.lang, app.theme = self._lang, self._theme
        app.clear_notifications()
        while len(app.screen_stack) > 2:
            app.pop_screen()
        await self._s.pilot.pause()
        if self._now() != self._looks:
            await self._anew()
            await self._s.until(lambda: self._now() == self._looks)

    def _now(self) -> tuple[object, ...]:
        """All that a key could have changed: what is shown, what has the keys, what is held and on disk."""
        session = self._s.app.session
        held = (session.client, session.route) if session is not None else None
        files = sorted(os.path.join(at, n) for at, _, names in os.walk(".") for n in names)
        return self._s.frame, self._s.name, self._s.focus, held, files

    async def _anew(self) -> None:
        app = self._s.app
        app.leave_client()
        await self._s.pilot.pause()
        for name in os.listdir("."):
            shutil.rmtree(name) if os.path.isdir(name) else os.remove(name)
        os.mkdir("clients")
        app.asked, app.record = None, ""
        path = self._make()
        if os.path.isfile(path):
            app.open_client(path, self._screen)
        else:
            app.show(self._screen)
        await self._s.pilot.pause()
