"""The judge of the kills: what it must call lost. (The kills themselves: `.ci/run`.)"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from pmark_tui.domain.client import Answer, Client, Profile
from pmark_tui.store import client_file
from pmark_tui.store.lock import take
from tests.crash.kill import State, content, judge

CLIENT = Client(Profile("試験会社", "service", 12), "p", "1.0.0", date(2026, 11, 23))
CLIENTS = [
    CLIENT.changed(answers={f"J.1-{n}": Answer("yes") for n in range(count)}) for count in range(4)
]


@pytest.fixture
def states() -> list[State]:
    return [content(client) for client in CLIENTS]


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A file that holds the third of four states."""
    where = str(tmp_path / "a.pmark.toml")
    client_file.create(where, CLIENTS[2])
    return where


@pytest.mark.parametrize(("saved", "found"), [(0, 0), (1, 1), (2, 2)])
def test_a_killed_program_may_lose_only_what_was_not_called_saved(
    saved: int, found: int, path: str, states: list[State]
) -> None:
    tally = judge(path, "SIGKILL", True, states, saved)
    assert (tally.sound, tally.called_saved, tally.found, tally.lost) == (1, found, found, [])


def test_an_answer_called_saved_that_is_not_there_is_lost(path: str, states: list[State]) -> None:
    tally = judge(path, "SIGKILL", True, states, 3)
    assert (tally.sound, tally.called_saved, tally.found) == (1, 3, 2)
    assert len(tally.lost) == 1


def test_a_program_that_was_asked_to_end_may_lose_nothing_at_all(
    path: str, states: list[State]
) -> None:
    assert judge(path, "SIGTERM", True, states, 2).lost
    assert judge(path, "SIGTERM", True, states[:3], 2).lost == []


def test_a_state_that_nobody_said_is_no_sound_one(path: str, states: list[State]) -> None:
    client_file.save(client_file.read(path), CLIENT.with_answer("J.9-9", Answer("no")))
    assert judge(path, "SIGKILL", True, states, 0).lost


def test_a_broken_file_is_not_sound(path: str, states: list[State]) -> None:
    Path(path).write_bytes(Path(path).read_bytes()[:-30])
    Path(path).write_text("format = ", "utf-8")
    assert judge(path, "SIGKILL", True, states, 0).sound == 0


def test_a_lock_that_stays_or_an_end_that_does_not_come_is_told(
    path: str, states: list[State]
) -> None:
    assert "did not end" in judge(path, "SIGHUP", False, states[:3], 0).lost[0]
    held = take(path, "pmark")
    assert "another program" in judge(path, "SIGKILL", True, states, 0).lost[0]
    held.release()
