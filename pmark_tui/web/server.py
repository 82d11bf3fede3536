"""The server behind `pmark serve`: textual-serve, behind a guard.

Whoever can reach the page can read and change client files. So it listens on the loopback address
alone, every path begins with a random token, and a request is refused that names another host (a name
that somebody else bound to this address) or comes from another site's page. The page that textual-serve
ships loads a font from another machine; ours loads nothing from elsewhere, and forbids it to the browser.
"""

from __future__ import annotations

import asyncio
import logging
import os
import secrets
import socket
from hmac import compare_digest

from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.app_service import AppService
from textual_serve.server import Server

LOOPBACK = "127.0.0.1"
_NAMES = (LOOPBACK, "localhost")
_CLOSE_WITHIN = 5.0
"""Seconds that open pages have to save and end after Ctrl+C."""

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "connect-src 'self' ws://{host}",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class GuardedServer(Server):
    """One address on this machine; each page that is opened there is a pmark of its own."""

    def __init__(self, command: str, port: int, title: str) -> None:
        """Prepare a server.

        Args:
            command: the command of the full screen, as the shell takes it.
            port: the port of the loopback address that is listened on.
            title: what the page is called.
        """
        here = os.path.dirname(os.path.abspath(__file__))
        super().__init__(command, LOOPBACK, port, title, templates_path=here)
        self._token = secrets.token_urlsafe(24)
        self._hosts = tuple(f"{name}:{port}" for name in _NAMES)
        self._pages: set[asyncio.Task[object]] = set()

    @property
    def address(self) -> str:
        """The address to open in a browser."""
        return f"{self.public_url}/{self._token}/"

    def run(self, listening: socket.socket) -> None:
        """Answer requests on a socket until Ctrl+C or SIGTERM; then every open page is closed."""
        for name in ("textual-serve", "aiohttp.server"):
            logging.getLogger(name).addHandler(logging.NullHandler())
        web.run_app(
            self.application(),
            sock=listening,
            print=None,
            access_log=None,
            shutdown_timeout=_CLOSE_WITHIN,
        )

    async def application(self) -> web.Application:
        """What textual-serve serves, under the token's path and behind the guard."""
        whole = web.Application(middlewares=[self._guard])
        whole.add_subapp(f"/{self._token}", await self._make_app())
        return whole

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: the command has told the address."""

    async def on_shutdown(self, app: web.Application) -> None:
        """End every open page, so that each saves and its process ends."""
        for page in self._pages:
            page.cancel()
        if self._pages:
            await asyncio.wait(self._pages, timeout=_CLOSE_WITHIN)

    async def _process_messages(
        self, websocket: web.WebSocketResponse, app_service: AppService
    ) -> None:
        """Serve one page until its process has ended.

        Not only until it has said its last word: it may still be saving, and what asyncio holds of it
        would outlive the loop and complain.
        """
        try:
            await super()._process_messages(websocket, app_service)
        finally:
            await app_service.stop()
            process = app_service._process
            if process is not None:
                await process.wait()

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if not self._may(request):
            return web.Response(status=403, text="refused\n")
        headers = {key: value.format(host=request.host) for key, value in _HEADERS.items()}
        if not _is_socket(request):
            response = await handler(request)
            response.headers.update(headers)
            return response
        page = asyncio.current_task()
        assert page is not None
        self._pages.add(page)
        try:
            return await handler(request)
        finally:
            self._pages.discard(page)

    def _may(self, request: web.Request) -> bool:
        """Whether it names us, comes from our own page or the address line, and knows the token."""
        if request.headers.getall("Host", []) not in ([host] for host in self._hosts):
            return False
        origins = request.headers.getall("Origin", [])
        if (origins or _is_socket(request)) and origins != [f"http://{request.headers['Host']}"]:
            return False
        given = request.path.split("/")[1]
        return compare_digest(given.encode(), self._token.encode())


def _is_socket(request: web.Request) -> bool:
    return request.headers.get("Upgrade", "").lower() == "websocket"
