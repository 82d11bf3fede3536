"""Nothing in the tests touches the user's own folders or depends on his locale."""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("pmark", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("pmark")  # how quick the machine is says nothing about the program

# Where this is set, every program that a test starts compiles all of pmark anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_finish() -> None:
    """Search seldom for cycles, as the program does, and never among the tests: a fifth of a screen's time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)


@pytest.fixture(scope="session")
def compiled_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One cache of compiled data for a whole worker: compiling costs a second."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def _own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, compiled_cache: Path) -> None:
    monkeypatch.setenv("PMARK_CACHE", str(compiled_cache))
    monkeypatch.setenv("PMARK_DATA", str(tmp_path / "pmark-data"))
    monkeypatch.setenv("PMARK_CLIENTS", str(tmp_path / "pmark-clients"))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
