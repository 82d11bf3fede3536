"""One program at a time: who holds a file is said, and a lock whose holder died holds nobody up."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from pmark_tui.errors import FileTrouble
from pmark_tui.store import lock
from pmark_tui.store.lock import take


@pytest.fixture
def path(tmp_path: Path) -> str:
    (tmp_path / "a.pmark.toml").write_text("", "utf-8")
    return str(tmp_path / "a.pmark.toml")


@pytest.fixture
def place(path: str) -> Path:
    return Path(path).parent / ".pmark" / "a.lock"


def refused(path: str) -> FileTrouble:
    with pytest.raises(FileTrouble) as caught:
        take(path, "pmark answer").release()
    return caught.value


def test_who_holds_the_file_is_said(path: str) -> None:
    first = take(path, "pmark interview")
    trouble = refused(path)
    assert (trouble.key, trouble.exit_code) == ("file_held", 3)
    for lang in ("ja", "en"):
        line = trouble.message(lang)
        assert path in line
        assert "pmark interview" in line
        assert str(os.getpid()) in line
    first.release()
    take(path, "pmark").release()


def test_nothing_is_left_behind(path: str) -> None:
    held = take(path, "pmark")
    held.release()
    held.release()  # giving back twice is harmless
    assert os.listdir(os.path.dirname(path)) == ["a.pmark.toml"]


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_the_lock_is_its_users_alone_and_names_neither_user_nor_computer(
    path: str, place: Path
) -> None:
    held = take(path, "pmark")
    assert place.stat().st_mode & 0o777 == 0o600
    assert place.parent.stat().st_mode & 0o777 == 0o700
    words = place.read_text("utf-8")
    assert os.uname().nodename not in words
    held.release()


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_the_lock_of_a_killed_program_is_free_at_once(path: str, place: Path) -> None:
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        take(path, "pmark")
        os.write(tell, b"held")
        signal.pause()
    os.read(told, 4)
    assert refused(path).values["pid"] == child
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    assert place.exists()  # as a kill leaves it
    take(path, "pmark").release()
    assert not place.exists()


def test_a_lock_of_another_computer_counts_and_the_way_out_is_named(path: str, place: Path) -> None:
    place.parent.mkdir()
    place.write_text("pmark\n1\n2026-11-23 10:00:00\n00000000\n", "utf-8")
    trouble = refused(path)
    assert trouble.key == "file_held_elsewhere"
    assert str(place) in trouble.message("ja")
    place.unlink()
    take(path, "pmark").release()


@pytest.mark.parametrize("words", ["", "pmark\n", "a\nb\nc\nd\n", "\x00\xff" * 300])
def test_a_lock_that_says_nothing_sound_holds_nobody_up(words: str, path: str, place: Path) -> None:
    place.parent.mkdir()
    place.write_text(words, "utf-8")
    take(path, "pmark").release()


@pytest.mark.skipif(sys.platform == "win32", reason="there are always locks there")
def test_where_a_folder_has_no_locks_the_process_decides(
    path: str, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "_lock", lambda descriptor: None)
    living = take(path, "pmark")
    assert refused(path).values["pid"] == os.getpid()
    dead = os.fork()
    if dead == 0:
        os._exit(0)
    os.waitpid(dead, 0)
    lines = place.read_text("utf-8").split("\n")
    place.write_text("\n".join([lines[0], str(dead), *lines[2:]]), "utf-8")
    take(path, "pmark").release()
    living.release()


def test_what_a_lock_says_is_shown_without_its_control_characters(path: str, place: Path) -> None:
    place.parent.mkdir()
    place.write_text("\x1b[2Jpmark\n1\n2026\n00000000\n", "utf-8")
    assert "\x1b" not in refused(path).message("en")


def test_a_folder_that_cannot_be_written_is_said(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError(30, os.strerror(30))

    monkeypatch.setattr(os, "mkdir", fails)
    assert refused(path).key == "file_unwritable"


def test_the_folder_of_a_client_file_is_never_made(tmp_path: Path) -> None:
    assert refused(str(tmp_path / "none" / "a.pmark.toml")).key == "file_unwritable"
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_two_ways_to_one_file_meet_at_one_lock(path: str, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    link = tmp_path / "other" / "link.pmark.toml"
    link.symlink_to(path)
    held = take(path, "pmark")
    assert refused(str(link)).key == "file_held"
    held.release()
