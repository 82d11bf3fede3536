"""`pmark serve`: on this machine alone, to whoever knows the address, for as long as it runs."""

import asyncio
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from pmark_tui.cli import main

aiohttp = pytest.importorskip("aiohttp")
from aiohttp import web  # noqa: E402

from pmark_tui.web.server import LOOPBACK, GuardedServer  # noqa: E402

PAGE = Path(__file__).resolve().parents[2] / "pmark_tui" / "web" / "app_index.html"


def ask(*requests):
    """The status of each request (path after the token or whole, headers) to one server, and its pages."""

    async def all_of_them():
        with socket.create_server((LOOPBACK, 0)) as listening:
            port = listening.getsockname()[1]
            server = GuardedServer("no-such-command", port, "pmark")
            runner = web.AppRunner(await server.application())
            await runner.setup()
            await web.SockSite(runner, listening).start()
            found = []
            async with aiohttp.ClientSession() as session:
                for path, headers in requests:
                    url = server.address + path if path[:1] != "/" else f"{server.public_url}{path}"
                    filled = {k: v.format(port=port) for k, v in headers.items()}
                    async with session.get(url, headers=filled) as answer:
                        found.append((answer.status, await answer.text(), answer.headers))
            await runner.cleanup()
            return found

    return asyncio.run(all_of_them())


OWN = "http://127.0.0.1:{port}"
ASKS_FOR_SOCKET = {
    "Upgrade": "websocket",
    "Connection": "Upgrade",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
}


@pytest.mark.parametrize(
    "request_",
    [
        ("/", {}),
        ("/ws", {}),
        ("/static/js/textual.js", {}),
        ("/wrong-token/", {}),
        ("/wrong-token/ws", {**ASKS_FOR_SOCKET, "Origin": OWN}),
        ("", {"Host": "example.test"}),
        ("", {"Host": "example.test:{port}"}),
        ("", {"Host": "127.0.0.1"}),
        ("", {"Origin": "http://example.test"}),
        ("", {"Origin": "null"}),
        ("", {"Origin": "http://localhost:{port}"}),
        ("ws", {**ASKS_FOR_SOCKET, "Origin": "http://example.test"}),
        ("ws", {**ASKS_FOR_SOCKET, "Origin": "https://127.0.0.1:{port}"}),
        ("ws", ASKS_FOR_SOCKET),
    ],
    ids=str,
)
def test_anybody_else_is_refused(request_):
    ((status, body, _),) = ask(request_)
    assert (status, body) == (403, "refused\n")


def test_the_page_is_ours_and_loads_nothing_from_elsewhere():
    (page, script, by_name) = ask(
        ("", {}), ("static/js/textual.js", {"Origin": OWN}), ("", {"Host": "localhost:{port}"})
    )
    assert [page[0], script[0], by_name[0]] == [200, 200, 200]
    addresses = set(re.findall(r"\w+://[^/\"]+", page[1]))
    assert {a.partition("://")[2].partition(":")[0] for a in addresses} == {LOOPBACK}
    rules = page[2]["Content-Security-Policy"]
    assert rules.startswith("default-src 'none'")
    assert page[2]["Referrer-Policy"] == "no-referrer"
    assert "://" not in PAGE.read_text(encoding="utf-8")


def test_each_server_has_a_token_of_its_own():
    first, second = (GuardedServer("x", 1, "x").address for _ in range(2))
    assert first != second
    assert len(first.split("/")[3]) >= 32


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl+C is sent otherwise there")
def test_a_page_shows_pmark_and_ctrl_c_ends_everything(tmp_path):
    words = [
        sys.executable,
        "-m",
        "pmark_tui",
        "--lang",
        "en",
        "serve",
        str(tmp_path),
        "--port",
        "0",
    ]
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        address = re.search(r"http://\S+", process.stdout.readline())[0]

        async def look():
            origin = "/".join(address.split("/")[:3])
            url = f"{address.replace('http', 'ws', 1)}ws?width=80&height=24"
            seen = b""
            async with (
                aiohttp.ClientSession() as session,
                session.ws_connect(url, headers={"Origin": origin}) as page,
            ):
                while b"pmark" not in seen:
                    message = await page.receive(timeout=60)
                    seen += message.data if isinstance(message.data, bytes) else b""
                process.send_signal(signal.SIGINT)
                async for _ in page:
                    pass

        asyncio.run(look())
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (0, "", "")


def test_a_port_that_is_taken_is_one_line(tmp_path, capsys):
    with socket.create_server((LOOPBACK, 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", str(tmp_path), "--port", str(port)]) == 3
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and str(port) in err


@pytest.mark.parametrize("port", ["70000", "-1", "x"])
def test_a_port_that_is_none(tmp_path, capsys, port):
    assert main(["serve", str(tmp_path), f"--port={port}"]) == 2
    assert "--port" in capsys.readouterr().err


def test_without_the_extra_it_says_what_to_install(tmp_path, capsys, monkeypatch):
    monkeypatch.delitem(sys.modules, "pmark_tui.web.server")
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    assert main(["serve", str(tmp_path)]) == 2
    assert '"pmark-tui[serve]"' in capsys.readouterr().err


def test_a_folder_that_is_not_there(tmp_path, capsys):
    assert main(["serve", str(tmp_path / "none")]) == 3
    assert capsys.readouterr().err.count("\n") == 1
