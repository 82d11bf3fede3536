"""Folders that cannot do everything: full, read-only, on a network. Nothing is lost, and it is said."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from pmark_tui.domain.client import Answer, Client, Profile
from pmark_tui.errors import FileTrouble
from pmark_tui.store import client_file, incident_file, output_file, versions
from pmark_tui.store.open_file import OpenFile

CLIENT = Client(Profile("試験会社", "service", 12), "p", "1.0.0", date(2026, 11, 23))
NEXT = CLIENT.with_answer("J.1-1", Answer("yes"))
Spoil = Callable[[str, int], None]


@pytest.fixture
def path(tmp_path: Path) -> str:
    where = str(tmp_path / "a.pmark.toml")
    client_file.create(where, CLIENT)
    return where


@pytest.fixture
def spoil(monkeypatch: pytest.MonkeyPatch) -> Spoil:
    """Make one call of the system fail with an error number."""

    def spoil(call: str, number: int) -> None:
        def fails(*_: object, **__: object) -> None:
            raise OSError(number, os.strerror(number))

        monkeypatch.setattr(os, call, fails)

    return spoil


@pytest.mark.parametrize(
    ("call", "number"),
    [
        ("write", errno.ENOSPC),
        ("write", errno.EDQUOT),
        ("fsync", errno.EIO),
        ("fsync", errno.ENOSPC),
        ("open", errno.EROFS),
        ("open", errno.EACCES),
        ("replace", errno.EACCES),
        ("replace", errno.EBUSY),
    ],
)
def test_what_cannot_be_written_is_said_and_the_file_stays(
    call: str, number: int, path: str, spoil: Spoil, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Path(path).read_bytes()
    opened = OpenFile(path, "test")
    with monkeypatch.context():
        spoil(call, number)
        with pytest.raises(FileTrouble) as caught:
            opened.save(NEXT)
    assert caught.value.key == "file_unwritable"
    said = os.strerror(number)  # always in English: its meaning stands before it
    assert said in caught.value.message("ja")
    assert f"({said})" in caught.value.message("en")
    assert f"（{said}）" not in caught.value.message("ja")
    monkeypatch.undo()
    assert Path(path).read_bytes() == before
    opened.save(NEXT)  # and goes on as soon as it can
    opened.close()
    assert client_file.read(path).client == NEXT
    assert {n for n in os.listdir(os.path.dirname(path)) if n.startswith(".")} == {".pmark"}


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOSYS, errno.ENOTSUP])
def test_a_folder_that_forces_nothing_to_disk_is_written_all_the_same(
    number: int, path: str, spoil: Spoil
) -> None:
    spoil("fsync", number)
    client_file.save(client_file.read(path), NEXT)
    assert client_file.read(path).client == NEXT


def test_a_write_that_takes_a_piece_at_a_time_is_finished(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: whole(descriptor, data[:7]))
    client_file.save(client_file.read(path), NEXT)
    assert client_file.read(path).client == NEXT


def test_what_comes_back_other_than_it_was_written_is_not_put_in_place(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Path(path).read_bytes()
    whole = os.write

    def lying(descriptor: int, data: memoryview) -> int:
        whole(descriptor, bytes(data).replace(b"yes", b"no "))
        return len(data)

    monkeypatch.setattr(os, "write", lying)
    with pytest.raises(FileTrouble, match="read back differs"):
        client_file.save(client_file.read(path), NEXT)
    assert Path(path).read_bytes() == before


@pytest.mark.parametrize("rounded", [0, 1_700_000_000_000_000_000])
def test_a_folder_that_rounds_times_or_a_copy_with_another_time_is_no_change(
    rounded: int, path: str
) -> None:
    file = client_file.read(path)
    os.utime(path, ns=(rounded, rounded))
    client_file.save(file, NEXT)
    assert client_file.read(path).client == NEXT


def test_a_change_of_the_same_length_is_a_change(path: str) -> None:
    file = client_file.read(path)
    theirs = Path(path).read_text("utf-8").replace("workers = 12", "workers = 21")
    Path(path).write_text(theirs, "utf-8")
    with pytest.raises(FileTrouble) as caught:
        client_file.save(file, NEXT)
    assert caught.value.key == "file_changed"
    assert Path(path).read_text("utf-8") == theirs


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_a_link_to_the_file_stays_a_link(path: str, tmp_path: Path) -> None:
    link = tmp_path / "link.pmark.toml"
    link.symlink_to(path)
    opened = OpenFile(str(link), "test")
    opened.save(NEXT)
    opened.close()
    assert link.is_symlink()
    assert client_file.read(path).client == NEXT
    assert len(versions.listing(path)) == 1


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_what_is_handed_over_belongs_to_its_user_alone(tmp_path: Path) -> None:
    from pmark_tui.domain.incident_record import IncidentRecord

    incident = str(tmp_path / "a.incident.toml")
    incident_file.create(incident, IncidentRecord("誤送信", date(2026, 11, 23)))
    report = str(tmp_path / "report.md")
    output_file.write(report, b"x")
    output_file.write(report, b"y", force=True)
    assert {os.stat(p).st_mode & 0o777 for p in (incident, report)} == {0o600}


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_a_mode_that_the_user_chose_stays(path: str) -> None:
    os.chmod(path, 0o640)
    client_file.save(client_file.read(path), NEXT)
    assert os.stat(path).st_mode & 0o777 == 0o640
    # what is kept of it lies in a folder that is the user's alone
    assert os.stat(os.path.dirname(versions.listing(path)[0].path)).st_mode & 0o777 == 0o700


def test_two_who_make_the_same_file_at_once_do_not_overwrite_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = str(tmp_path / "new.pmark.toml")
    theirs = b"theirs"

    def late(where: str) -> bool:
        Path(where).write_bytes(theirs)  # the other one comes just behind the look
        return False

    monkeypatch.setattr(os.path, "lexists", late)
    with pytest.raises(FileTrouble) as caught:
        client_file.create(path, CLIENT)
    monkeypatch.undo()
    assert caught.value.key == "file_exists"
    assert Path(path).read_bytes() == theirs


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with room for a few small files, where the system lets us have one."""
    place = tmp_path / "disk"
    place.mkdir()
    made = (
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=64k", "pmark-test", str(place)],
            capture_output=True,
            check=False,
        )
        if sys.platform == "linux"
        else None
    )
    if made is None or made.returncode:
        pytest.skip("no disk can be made here")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_on_a_disk_that_is_really_full_nothing_is_lost(small_disk: Path) -> None:
    path = str(small_disk / "a.pmark.toml")
    client_file.create(path, CLIENT)
    before = Path(path).read_bytes()
    opened = OpenFile(path, "test")
    junk = small_disk / "junk"
    with pytest.raises(OSError, match="No space"):
        junk.write_bytes(b"x" * 100_000)
    with pytest.raises(FileTrouble, match="No space left"):
        opened.save(NEXT)
    assert Path(path).read_bytes() == before
    junk.unlink()
    opened.save(NEXT)
    opened.close()
    assert client_file.read(path).client == NEXT
    assert sorted(os.listdir(small_disk)) == [".pmark", "a.pmark.toml"]


def test_on_a_disk_that_may_only_be_read_a_file_is_open_for_reading(small_disk: Path) -> None:
    path = str(small_disk / "a.pmark.toml")
    client_file.create(path, CLIENT)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    opened = OpenFile(path, "test")
    assert opened.trouble is not None
    assert "Read-only file system" in opened.trouble.message("en")
    with pytest.raises(FileTrouble, match="Read-only file system"):
        opened.save(NEXT)
    elsewhere = str(small_disk.parent / "b.pmark.toml")
    opened.save_as(elsewhere, NEXT)
    opened.close()
    assert client_file.read(elsewhere).client == NEXT
    assert client_file.read(path).client == CLIENT
