"""The installed program with its shipped pack, each test in a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from pmark_tui.domain.client import Client, Profile
from pmark_tui.store import client_file, packs


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
