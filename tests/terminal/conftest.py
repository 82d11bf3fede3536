"""The installed program with its shipped pack, each test in a folder of its own."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from pmark_tui.domain.client import Client, Profile
from pmark_tui.store import client_file, packs

if TYPE_CHECKING or sys.platform != "win32":
    from tests.tui.terminal import Interview, Terminal


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, compiled_cache: Path) -> None:
    """Here the shipped pack is what is tested, not the one that is held still."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PMARK_CACHE", str(compiled_cache))
    monkeypatch.setenv("PMARK_DATA", str(tmp_path / "data"))
    packs.load()  # compiled once, so that no test waits for it


@pytest.fixture
def client_path(tmp_path: Path) -> str:
    from datetime import date

    path = str(tmp_path / "A.pmark.toml")
    pack = packs.load()
    profile = Profile("試験会社", "service", 12, 10_000_000)
    client_file.create(path, Client(profile, pack.id, pack.version, date(2026, 11, 23)))
    return path


@pytest.fixture
def interview(client_path: str, tmp_path: Path) -> Interview:
    """Opens the client in a terminal, in Japanese, and waits for the interview.

    `at` begins the place of the question that must be shown; the rest goes to `Terminal`.
    """

    @contextmanager
    def opened(at: str = "1/", **more: object) -> Iterator[Terminal]:
        with Terminal(["--lang", "ja", client_path], str(tmp_path), **more) as t:
            t.see("聞き取り", at)
            yield t

    return opened
