"""No command and no screen opens a socket. `serve`, which listens on the loopback address, is the exception.

Every command that exists is run, so a new one cannot be forgotten. Each process has one unnamed pair of
sockets of its own by which asyncio wakes itself; nothing else passes.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

from pmark_tui.cli import main
from pmark_tui.texts.commands import COMMANDS
from tests.tui.screen_driver import answered, new_client, opened, write

FILE = "a.pmark.toml"
WORDS = {
    "demo": ["--to", "demo", "--no-open"],
    "new": "b --name B --industry retail --workers 3 --no-capital".split(),
    "questions": [FILE, "--json"],
    "interview": [FILE, "--plain"],
    "answer": [FILE, "J.2.2-1=yes"],
    "score": [FILE],
    "gaps": [FILE],
    "check": [FILE],
    "snapshot": [FILE],
    "restore": [FILE, "--list"],
    "compare": [FILE, FILE],
    "finding": [FILE, "list"],
    "sheet": [FILE, "-o", "sheet.md"],
    "homework": [FILE],
    "rehearse": [FILE],
    "size": "--industry retail --workers 3 --no-capital".split(),
    "fees": ["--size", "small"],
    "plan": [FILE],
    "incident": ["--known-on", "2026-11-24"],
    "exposure": "--persons 9 --items 氏名,住所".split(),
    "report": [FILE, "-o", "r.xlsx"],
    "import": ["r.xlsx", "--into", FILE, "--yes"],
    "oscal": [FILE, "-o", "o.json"],
    "portfolio": [".", "--json"],
    "pack": ["list"],
    "doctor": ["--json"],
    "completion": ["bash"],
}
ELSEWHERE = {"open": "the screens below", "serve": "tests of its own: loopback only"}

_watching: list[str] | None = None


def _watch(event: str, args: tuple[object, ...]) -> None:
    """An audit hook stays for the life of the process, so it looks whether anybody asks."""
    if _watching is None or not event.startswith(
        ("socket.", "urllib.", "http.", "ftplib.", "smtplib.")
    ):
        return
    if event in ("socket.__new__", "socket.gethostname"):
        family = args[1] if len(args) > 1 else 0
        if event == "socket.gethostname" or int(family) == _unix():  # type: ignore[call-overload]
            return
    _watching.append(f"{event} {args!r}")


def _unix() -> int:
    import socket

    return int(getattr(socket, "AF_UNIX", socket.AF_INET))


sys.addaudithook(_watch)


@pytest.fixture
def sockets() -> Iterator[list[str]]:
    """What was asked of the network meanwhile."""
    global _watching
    _watching = []
    yield _watching
    _watching = None


def test_the_watch_sees_a_socket(sockets: list[str]) -> None:
    import socket

    with socket.socket(socket.AF_INET):
        pass
    with pytest.raises(OSError), socket.socket(_unix()) as one:
        one.connect("nowhere")
    assert [seen.split()[0] for seen in sockets] == ["socket.__new__", "socket.connect"]


def test_no_command_reaches_the_network(
    sockets: list[str], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert WORDS.keys() | ELSEWHERE.keys() == COMMANDS.keys()
    import io
    import os

    os.rename(write(answered(new_client())), FILE)
    monkeypatch.setattr("sys.stdin", io.StringIO("1\nq\n"))
    for name, words in WORDS.items():
        assert main([name, *words]) in (0, 1), (name, capsys.readouterr().err)
        assert sockets == [], name


async def test_no_screen_reaches_the_network(sockets: list[str], fresh: str) -> None:
    async with opened(fresh) as screen:
        for key in (
            "1",
            "f4",
            "f5",
            "f6",
            "f7",
            "f8",
            "f9",
            "f12",
            "f2",
            "f3",
            "f1",
            "escape",
            "ctrl+p",
        ):
            await screen.press(key)
        assert screen.app._exception is None
    assert sockets == []
