"""Drives the full screen in tests: opens it on made-up clients, presses keys, reads the screen as text."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import date, datetime

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget

from pmark_tui.domain import answering
from pmark_tui.domain.client import Client, Profile
from pmark_tui.store import client_file, packs
from pmark_tui.tui.app import PmarkApp

NOW = datetime(2026, 11, 23, 10, 0, 0)
# the quick pass of a client without flags, in the order in which people are asked
QUICK = [
    "E.2-1", "E.3-3", "J.2.2-1", "J.6.3-2", "G.2-1",
    "J.1.3-1", "J.3.1.1-3", "J.7.1-2", "P.1-1",
    "J.6.2-3", "J.4.3-3", "J.9.2-24", "J.8.5-2", "J.9.2-6",
]  # fmt: skip
KEEPS = "J.7.1-2"
"""The one that may be excluded."""


def key_event(key: str) -> events.Key:
    """The event of a key by its name or its character, as Textual's reader of terminals makes it."""
    if key == "\n":
        return events.Key("enter", "\r")
    return events.Key(_character_to_key(key), key) if len(key) == 1 else events.Key(key, None)


def frame(app: PmarkApp) -> str:
    """The screen as text. The only place that reaches for the compositor, which Textual keeps private."""
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in strips)


class Screen:
    """One running app: keys in, text out."""

    def __init__(self, app: PmarkApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def frame(self) -> str:
        """What stands on the screen."""
        return frame(self.app)

    @property
    def name(self) -> str:
        """The class of the screen on top."""
        return type(self.app.screen).__name__

    @property
    def client(self) -> Client:
        """The open client as the app holds it."""
        assert self.app.session is not None
        return self.app.session.client

    @property
    def on_disk(self) -> Client:
        """The open client as its file holds it."""
        assert self.app.session is not None
        self.app.flush()
        return client_file.read(self.app.session.file.path).client

    @property
    def question(self) -> str:
        """The id of the question shown."""
        return self.client.position

    @property
    def focus(self) -> str:
        """The id of the widget that has the keys."""
        return str(self.app.focused.id) if self.app.focused else ""

    def widget(self, name: str) -> Widget:
        """A widget of the screen on top, by id."""
        return self.app.screen.query_one(f"#{name}")

    async def at_once(self, *keys: str) -> None:
        """Keys as a fast typist or a paste sends them, without a look at the screen in between."""
        for key in keys:
            self.app.post_message(key_event(key))
        await self.pilot.pause(0.3)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other and wait until the screen is drawn.

        Textual's own `press` sleeps for a tenth of a second a key, whatever the key does.
        """
        for key in keys:
            before = self.app.screen_stack[-1]
            self.app.post_message(key_event(key))
            await self._taken()
            if not (self.app.is_running and self.app.screen_stack):
                return  # it was the key that quits
            if self.app.screen_stack[-1] is not before or self.app.focused is None:
                await self.pilot.pause()
        await self.pilot.pause()

    async def resize(self, columns: int, lines: int) -> None:
        """Give the terminal another size and wait until the screen is drawn anew."""
        await self.pilot.resize_terminal(columns, lines)
        await self.pilot.pause()

    async def at_rest(self) -> str:
        """The screen as text once it has stood still for three looks: guidance follows a frame later."""
        shown, still = self.frame, 0
        for _ in range(100):
            await self.pilot.pause(0.01)
            before, shown = shown, self.frame
            still = still + 1 if shown == before else 0
            if still == 3:
                break
        return shown

    async def _taken(self) -> None:
        """Wait until no message is on its way, at most a second."""
        quiet = 0
        for _ in range(1000):
            await asyncio.sleep(0.001)
            screens = self.app.screen_stack
            if not (self.app.is_running and screens):
                return
            pumps = [self.app, *screens[-1].walk_children(with_self=True)]
            quiet = quiet + 1 if not any(p.message_queue_size for p in pumps) else 0
            if quiet == 3:
                return

    async def type(self, words: str) -> None:
        """Type words, a key for each character, as quickly as they are taken."""
        for c in words:
            self.app.post_message(key_event(c))
        await self.pilot.pause()

    async def until(self, holds: Callable[[], bool], seconds: float = 5.0) -> None:
        """Wait until something holds; fail with the screen as it is where it never does."""
        loop = asyncio.get_running_loop()
        end = loop.time() + seconds
        while not holds():
            assert loop.time() < end, f"still not after {seconds} s\n{self.frame}"
            await self.pilot.pause(0.01)
        await self.pilot.pause()


@asynccontextmanager
async def opened(
    path: str,
    lang: str = "ja",
    size: tuple[int, int] = (80, 24),
    now: Callable[[], datetime] = lambda: NOW,
) -> AsyncIterator[Screen]:
    """The full screen on a folder or a client file, with the clock stopped."""
    app = PmarkApp(path, lang, now=now)
    async with app.run_test(size=size, notifications=True) as pilot:
        screen = Screen(app, pilot)
        await screen.until(lambda: len(app.screen_stack) > 1)
        yield screen
    if app.session is not None:
        app.session.close()


def new_client(name: str = "さくら事務所", **fields: object) -> Client:
    """A service firm of 12 people with ten million yen of capital, wanting its first mark."""
    pack = packs.load()
    profile = replace(Profile(name, "service", 12, 10_000_000), **fields)  # type: ignore[arg-type]
    return Client(profile, pack.id, pack.version, date(2026, 11, 1), quick=True)


def answered(client: Client) -> Client:
    """The client after a first talk: some of everything."""
    pack = packs.load()
    given = {
        "E.2-1": "yes",
        "E.3-3": "no",
        "J.2.2-1": "partial",
        "J.6.3-2": "no",
        "J.1.3-1": "yes",
        "J.3.1.1-3": "unknown",
        "J.9.2-24": "yes",
    }
    for question, value in given.items():
        client = answering.record(pack, client, question, value, NOW)
    client = answering.record(
        pack, client, "J.7.1-2", "na", NOW, "監査がまだなので、不適合も出ていない"
    )
    noted = replace(
        client.answer("J.2.2-1"),
        note="方針は社長室の額にある。\n日付が古いので、改めて定める。",
        certainty="document",
        who="代表者",
        evidence="個人情報保護方針（2019年版）",
        owner="総務",
        due=date(2026, 12, 15),
        flagged=True,
    )
    return client.with_answer("J.2.2-1", noted).changed(position="J.2.2-1")


def write(
    client: Client, folder: str = ".", touched: datetime = datetime(2026, 11, 20, 9, 30)
) -> str:
    """Write a client file and say where it is."""
    path = os.path.join(folder, f"{client.profile.name}{client_file.SUFFIX}")
    client_file.create(path, client)
    os.utime(path, (touched.timestamp(), touched.timestamp()))
    return path
