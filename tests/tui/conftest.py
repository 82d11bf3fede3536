"""Every test of the full screen has its own folders, a pack that does not move, and may be a coroutine."""

from __future__ import annotations

import asyncio
import inspect
import os
import shutil

import pytest

from tests.tui.screen_driver import new_client, write
from tests.tui.styles_once import parse_once

HERE = os.path.dirname(os.path.abspath(__file__))

parse_once()


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool | None:
    """Run a test that is a coroutine function."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = inspect.signature(pyfuncitem.obj).parameters
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in names}))
    return True


@pytest.fixture(scope="session")
def held_still(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A data folder with the pack of these tests, and a cache for its compiled copy."""
    base = tmp_path_factory.mktemp("pmark")
    shutil.copytree(os.path.join(HERE, "pack"), base / "data" / "packs" / "held-still")
    return {"PMARK_DATA": str(base / "data"), "PMARK_CACHE": str(base / "cache")}


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch: pytest.MonkeyPatch, held_still: dict[str, str]) -> None:
    """Work in the test's own folder, so that paths on the screen are short and always the same."""
    monkeypatch.chdir(tmp_path)
    for name, value in held_still.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "clients").mkdir()
    monkeypatch.setenv("PMARK_CLIENTS", str(tmp_path / "clients"))
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def fresh() -> str:
    """A client file without any answer."""
    return write(new_client())
