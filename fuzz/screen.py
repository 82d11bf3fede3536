"""Key bytes: read as Textual reads a terminal's, given to the full screen, which runs on between inputs."""

from __future__ import annotations

import asyncio
import os
import shutil
from contextlib import AsyncExitStack
from datetime import datetime
from typing import Any

from pmark_tui.tui.app import PmarkApp

_NOW = datetime(2026, 11, 23, 10, 0)  # noqa: DTZ001 - an interview happens in local time
_INPUTS = 150
"""After so many inputs the app begins anew with a fresh client file."""


class _Running:
    """One app that is being typed into."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()
        self.stack: AsyncExitStack | None = None
        self.app: PmarkApp | None = None
        self.pilot: Any = None
        self.inputs = 0

    def press(self, data: bytes) -> None:
        self.loop.run_until_complete(asyncio.wait_for(self._press(data), 30))

    async def _press(self, data: bytes) -> None:
        from textual._xterm_parser import XTermParser

        if self.inputs >= _INPUTS or self.app is None or not self.app.is_running:
            await self._begin()
        app = self.app
        assert app is not None
        self.inputs += 1
        parser = XTermParser()
        text = data.decode("utf-8", "replace")
        for message in (*parser.feed(text), *parser.tick()) if text else ():
            message.set_sender(app)
            app.post_message(message)
        await self._quiet()
        if app._exception is not None:
            error, self.app = app._exception, None
            raise error

    async def _quiet(self) -> None:
        app = self.app
        assert app is not None
        still = 0
        for _ in range(3000):
            await asyncio.sleep(0.0005)
            screens = app.screen_stack if app.is_running else ()
            if not screens or app._exception is not None:
                return
            pumps = [app, *screens[-1].walk_children(with_self=True)]
            still = still + 1 if not any(p.message_queue_size for p in pumps) else 0
            if still == 3:
                return

    async def _begin(self) -> None:
        if self.stack is not None:
            stack, self.stack = self.stack, None
            try:
                await stack.aclose()
            except Exception as error:
                del error
        shutil.rmtree("clients", ignore_errors=True)
        os.makedirs("clients", exist_ok=True)
        path = os.path.join("clients", "a.pmark.toml")
        shutil.copyfile("seed.pmark.toml", path)
        self.inputs = 0
        self.app = PmarkApp(path, "ja", now=lambda: _NOW)
        self.stack = AsyncExitStack()
        await self.stack.enter_async_context(self.app.run_test(size=(80, 24), notifications=True))
        for _ in range(1000):
            await asyncio.sleep(0.002)
            if len(self.app.screen_stack) > 1:
                break
        await self._quiet()


_running: _Running | None = None


def press(data: bytes) -> None:
    """Give these bytes to the full screen as if a terminal had sent them.

    Raises:
        Exception: whatever the app could not cope with.
    """
    global _running
    if _running is None:
        _running = _Running()
    _running.press(data)
