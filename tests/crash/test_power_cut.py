"""The power fails between any two calls of a write: the file is the state before or the one being written."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from pmark_tui.domain.client import Answer, Client, Profile
from pmark_tui.errors import PmarkError
from pmark_tui.store import client_file, versions, whole_file
from pmark_tui.store.open_file import OpenFile
from tests.crash.disk import Disk

CLIENT = Client(Profile("試験会社", "service", 12), "p", "1.0.0", date(2026, 11, 23))
STATES = [
    CLIENT.changed(
        answers={f"J.1-{n}": Answer("yes", note="確かめた" * n) for n in range(1, count)}
    )
    for count in (1, 2, 9, 3, 40, 40, 1)
]


class Witness:
    """Looks at what each power cut may leave at a path; `at_least` is the state called saved."""

    def __init__(self, path: str, scrap: Path, *, may_be_missing: bool = False) -> None:
        self.path = path
        self.at_least = 0
        self.newest = 0
        self.may_be_missing = may_be_missing
        self.cuts = 0
        self.lost: set[str] = set()
        self._scrap = scrap
        self._seen: dict[bytes, Client | None] = {}

    def __call__(self, disk: Disk) -> None:
        allowed = STATES[self.at_least : self.newest + 1]
        for left in disk.outcomes(self.path):
            self.cuts += 1
            if left is None:
                if not self.may_be_missing:
                    self.lost.add("nothing is left")
            elif self._read(left) not in allowed:
                self.lost.add("it is unsound or too old")

    def _read(self, data: bytes) -> Client | None:
        if data not in self._seen:
            self._scrap.write_bytes(data)
            try:
                self._seen[data] = client_file.read(str(self._scrap)).client
            except PmarkError:
                self._seen[data] = None
        return self._seen[data]


Plug = Callable[[Witness], Disk]


@pytest.fixture
def plug(monkeypatch: pytest.MonkeyPatch) -> Plug:
    def plug(witness: Witness) -> Disk:
        disk = Disk(witness)
        for module in (whole_file, versions):
            monkeypatch.setattr(module, "os", disk)
        return disk

    return plug


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "a.pmark.toml")


def save_all(path: str, witness: Witness, states: list[Client] = STATES) -> None:
    """Make the file and save each state, each called saved once `save` comes back."""
    client_file.create(path, states[0])
    witness.may_be_missing = False
    opened = OpenFile(path, "test")
    for number in range(1, len(states)):
        witness.newest = number
        opened.save(states[number])
        witness.at_least = number
    opened.close()


def test_no_power_cut_leaves_half_a_file_or_takes_back_what_was_called_saved(
    path: str, tmp_path: Path, plug: Plug
) -> None:
    witness = Witness(path, tmp_path / "scrap", may_be_missing=True)
    disk = plug(witness)
    save_all(path, witness)
    assert not witness.lost
    assert disk.changes > 70
    assert witness.cuts > 200
    assert client_file.read(path).client == STATES[-1]


def test_going_back_is_as_safe(path: str, tmp_path: Path, plug: Plug) -> None:
    witness = Witness(path, tmp_path / "scrap", may_be_missing=True)
    plug(witness)
    save_all(path, witness)
    witness.at_least = 0  # any state may be the one gone back to
    versions.restore(path, versions.listing(path)[2])
    assert not witness.lost
    assert client_file.read(path).client == STATES[2]


@pytest.mark.parametrize("forgotten", ["_sync", "_sync_folder"])
def test_this_test_notices_what_is_not_forced_to_disk(
    forgotten: str, path: str, tmp_path: Path, plug: Plug, monkeypatch: pytest.MonkeyPatch
) -> None:
    witness = Witness(path, tmp_path / "scrap", may_be_missing=True)
    plug(witness)
    monkeypatch.setattr(whole_file, forgotten, lambda _: None)
    save_all(path, witness, STATES[:4])  # what is never forced to disk doubles the cuts each time
    assert "it is unsound or too old" in witness.lost


def test_this_test_notices_a_file_written_in_place(
    path: str, tmp_path: Path, plug: Plug, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_place(path: str, data: bytes, **_: object) -> os.stat_result:
        whole_file._write(path, data, 0o600)
        return os.stat(path)

    witness = Witness(path, tmp_path / "scrap", may_be_missing=True)
    plug(witness)
    monkeypatch.setattr(whole_file, "put", in_place)
    save_all(path, witness)
    assert "it is unsound or too old" in witness.lost
