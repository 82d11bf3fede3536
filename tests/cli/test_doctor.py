"""`pmark doctor`: what it measures, what it calls wrong, and that it leaves nothing behind."""

import json
import os
import shutil
import subprocess
import sys
import threading
from datetime import date
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.commands.doctor_check import Checks
from pmark_tui.commands.doctor_files import check_fees, check_packs
from pmark_tui.commands.doctor_terminal import check_input_method, check_locale, check_size
from pmark_tui.domain.text import ambiguous
from pmark_tui.store import paths
from pmark_tui.terminal import cells_of_ambiguous, column_of
from pmark_tui.texts.doctor import DOCTOR

posix = pytest.mark.skipif(os.name != "posix", reason="a pseudo-terminal is needed")
ASK = b"\x1b[6n"


@pytest.fixture(autouse=True)
def _ordinary_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("TEXTUAL_DISABLE_KITTY_KEY", "LC_CTYPE", "TERM_PROGRAM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    os.makedirs(paths.clients())


def doctor(capsys: pytest.CaptureFixture[str], code: int = 0) -> dict[str, list[dict[str, str]]]:
    """The checks by id."""
    assert main(["doctor", "--json"]) == code
    whole = json.loads(capsys.readouterr().out)
    assert whole["schema"] == "pmark.doctor/1"
    assert whole["ok"] == (code == 0)
    found: dict[str, list[dict[str, str]]] = {}
    for check in whole["checks"]:
        assert set(check) == {"id", "status", "what", "advice"}
        found.setdefault(check["id"], []).append(check)
    return found


def statuses(made: Checks) -> list[str]:
    return [check.status for check in made.found]


# --- the whole ---------------------------------------------------------------------------


def test_a_sound_machine(capsys: pytest.CaptureFixture[str]) -> None:
    found = doctor(capsys)
    assert {c["id"] for checks in found.values() for c in checks if c["status"] == "wrong"} == set()
    assert {"terminal", "width", "input_method", "locale", "file_names"} <= found.keys()
    assert {"clients", "pack", "fees", "cache", "python", "pmark"} <= found.keys()
    assert len(found["pack"]) >= 2


def test_what_is_not_ok_says_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    Path(paths.clients(), "a.pmark.toml").write_text("x = [", encoding="utf-8")
    for checks in doctor(capsys, 1).values():
        for check in checks:
            assert check["advice"] or check["status"] == "ok" or check["id"] in ("width", "cache")


@pytest.mark.parametrize(
    ("lang", "well"), [("ja", "直すところはありません。"), ("en", "Nothing has")]
)
def test_in_words(capsys: pytest.CaptureFixture[str], lang: str, well: str) -> None:
    assert main(["doctor", "--lang", lang]) == 0
    said = capsys.readouterr().out
    assert said.split("\n")[-2].startswith(well)
    assert ambiguous(said) == ""
    assert "\x1b" not in said


def test_nothing_is_left_behind(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    doctor(capsys)
    assert os.listdir(paths.clients()) == []
    assert not os.path.exists(paths.user_data())


# --- client files ------------------------------------------------------------------------


def test_client_files_are_counted_and_broken_ones_named(capsys: pytest.CaptureFixture[str]) -> None:
    folder = paths.clients()
    new = ["--industry", "service", "--workers", "12", "--no-capital"]
    assert main(["new", os.path.join(folder, "良い"), "--name", "A", *new]) == 0
    capsys.readouterr()
    assert "1" in doctor(capsys)["clients"][0]["what"]
    for number in range(7):
        Path(folder, f"壊れた{number}.pmark.toml").write_text("x = [", encoding="utf-8")
    broken = doctor(capsys, 1)["client_file"]
    assert len(broken) == 6
    assert all(check["status"] == "wrong" for check in broken)
    assert "壊れた0.pmark.toml" in broken[0]["what"]
    assert "2" in broken[-1]["what"]


def test_a_folder_that_is_not_there_yet_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    os.rmdir(paths.clients())
    (check,) = doctor(capsys)["clients"]
    assert check["status"] == "note"
    assert "PMARK_CLIENTS" in check["advice"]
    assert not os.path.exists(paths.clients())


@posix
def test_a_folder_that_cannot_be_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # The kernel's own folder: nobody can write there, not even the administrator.
    if not os.path.isdir("/proc/self"):
        pytest.skip("no /proc")
    monkeypatch.setenv("PMARK_CLIENTS", "/proc/self")
    (check,) = doctor(capsys, 1)["clients"]
    assert "/proc/self" in check["what"]


# --- packs and fees ----------------------------------------------------------------------


def test_a_damaged_pack_of_the_user_is_wrong(capsys: pytest.CaptureFixture[str]) -> None:
    mine = Path(paths.user_packs(), "mine")
    shutil.copytree(Path(paths.shipped(), "incident-response"), mine)
    head = (mine / "pack.toml").read_text(encoding="utf-8")
    renamed = head.replace('id = "incident-response"', 'id = "mine"', 1)
    (mine / "pack.toml").write_text(renamed, encoding="utf-8")
    assert [check["status"] for check in doctor(capsys)["pack"]] == ["ok"] * 3
    (mine / "pack.toml").write_text(renamed + "\nunheard_of = 1\n", encoding="utf-8")
    wrong = [check for check in doctor(capsys, 1)["pack"] if check["status"] == "wrong"]
    assert len(wrong) == 1
    assert str(mine) in wrong[0]["what"]
    assert "pack check" in wrong[0]["advice"]


def test_the_same_pack_twice_is_wrong() -> None:
    shutil.copytree(Path(paths.shipped(), "incident-response"), Path(paths.user_packs(), "b"))
    made = Checks("en")
    check_packs(made)
    assert statuses(made).count("wrong") == 1
    assert "incident-response" in made.found[-1].what


def test_an_estimated_fee_list_is_a_note_and_its_age_is_told() -> None:
    now, then = Checks("en"), Checks("en")
    check_fees(now, date(2026, 12, 3))
    check_fees(then, date(2026, 9, 30))
    assert (statuses(now), statuses(then)) == (["note"], ["ok"])
    assert "estimate" in now.found[0].what
    assert "checked 2026-11-23, 10 days ago" in now.found[0].what
    assert "fees.toml" in now.found[0].advice


def test_a_damaged_fee_file_of_the_user_is_wrong() -> None:
    os.makedirs(paths.user_data())
    Path(paths.user_data(), "fees.toml").write_text("x = 1", encoding="utf-8")
    made = Checks("ja")
    check_fees(made, date(2026, 12, 3))
    assert statuses(made) == ["wrong"]
    assert "fees.toml" in made.found[0].what


# --- settings ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("env", "status"),
    [
        ({"LANG": "ja_JP.UTF-8"}, "ok"),
        ({"LANG": "ja_JP.utf8"}, "ok"),
        ({"LANG": "ja_JP.eucJP"}, "wrong"),
        ({"LANG": "ja_JP.UTF-8", "LC_ALL": "ja_JP.SJIS"}, "wrong"),
        ({"LANG": "ja_JP.SJIS", "LC_CTYPE": "C.UTF-8"}, "ok"),
        ({}, "note"),
        ({"LANG": "C"}, "note"),
        ({"LC_ALL": "POSIX"}, "note"),
    ],
)
@posix
def test_the_locale(env: dict[str, str], status: str) -> None:
    made = Checks("ja")
    check_locale(made, env)
    assert statuses(made)[0] == status


@posix
@pytest.mark.parametrize(
    ("value", "status"), [(None, "ok"), ("1", "ok"), ("0", "wrong"), ("", "wrong")]
)
def test_the_keyboard_protocol_that_spoils_input_methods(value: str | None, status: str) -> None:
    made = Checks("ja")
    check_input_method(made, {} if value is None else {"TEXTUAL_DISABLE_KITTY_KEY": value})
    assert statuses(made) == [status]


@pytest.mark.parametrize(
    ("columns", "lines", "status"),
    [
        (120, 40, "ok"),
        (80, 24, "ok"),
        (79, 24, "note"),
        (80, 23, "note"),
        (40, 12, "note"),
        (39, 24, "wrong"),
        (80, 11, "wrong"),
        (0, 0, "note"),
    ],
)
def test_the_size(columns: int, lines: int, status: str) -> None:
    made = Checks("ja")
    check_size(made, columns, lines)
    assert statuses(made) == [status]


# --- the width of ambiguous characters ---------------------------------------------------


@pytest.mark.parametrize(
    ("reply", "column"),
    [
        (b"\x1b[1;2R", 2),
        (b"\x1b[24;3R", 3),
        (b"ab\x1b[A\x1b[7;2R", 2),
        (b"\x1b[1;2Rxyz", 2),
        (b"", None),
        (b"\x1b[1;2", None),
        (b"\x1b[1R", None),
        (b"\x1b[;R", None),
        (b"1;2R", None),
    ],
)
def test_a_reply_of_the_terminal(reply: bytes, column: int | None) -> None:
    assert column_of(reply) == column


class Terminal:
    """One side of a pseudo-terminal that answers where the cursor is."""

    def __init__(self, reply: bytes) -> None:
        self.master, self.slave = os.openpty()
        self.shown = b""
        self._reply = reply
        self._thread = threading.Thread(target=self._work, daemon=True)
        self._thread.start()

    def _work(self) -> None:
        asked = False
        while True:
            try:
                more = os.read(self.master, 1024)
            except OSError:
                return
            if not more:
                return
            self.shown += more
            if ASK in self.shown and not asked:
                asked = True
                os.write(self.master, self._reply)

    def close(self) -> None:
        os.close(self.slave)
        self._thread.join(5)
        os.close(self.master)


@posix
@pytest.mark.parametrize(
    ("reply", "cells"), [(b"\x1b[5;2R", 1), (b"\x1b[5;3R", 2), (b"\x1b[5;9R", None), (b"", None)]
)
def test_the_width_is_measured_and_the_line_restored(reply: bytes, cells: int | None) -> None:
    import termios

    terminal = Terminal(reply)
    before = termios.tcgetattr(terminal.slave)
    try:
        assert cells_of_ambiguous(terminal.slave, terminal.slave, 0.3) == cells
        assert termios.tcgetattr(terminal.slave) == before
    finally:
        terminal.close()
    assert terminal.shown == b"\r\xe2\x94\x80" + ASK + b"\r    \r"


@posix
def test_what_is_no_terminal_is_never_asked(tmp_path: Path) -> None:
    with open(tmp_path / "a", "w+b") as stream:
        assert cells_of_ambiguous(stream.fileno(), stream.fileno()) is None
        assert stream.seek(0, os.SEEK_END) == 0


@posix
@pytest.mark.parametrize(("column", "code", "status"), [(2, 0, "ok"), (3, 1, "wrong")])
def test_the_command_on_a_terminal(tmp_path: Path, column: int, code: int, status: str) -> None:
    import fcntl
    import struct
    import termios

    terminal = Terminal(f"\x1b[1;{column}R".encode())
    fcntl.ioctl(terminal.slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    done = subprocess.run(
        [sys.executable, "-m", "pmark_tui", "doctor", "--json", "--lang", "en"],
        stdin=terminal.slave,
        stderr=terminal.slave,
        stdout=subprocess.PIPE,
        cwd=tmp_path,
        env={**os.environ, "TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"},
        check=False,
    )
    terminal.close()
    checks = {check["id"]: check for check in json.loads(done.stdout)["checks"]}
    assert (done.returncode, checks["width"]["status"]) == (code, status)
    assert ("double width" in checks["width"]["advice"]) == (status == "wrong")
    assert checks["size"]["status"] == "ok"
    assert terminal.shown.endswith(b"\r    \r")


def test_texts_are_there_in_both_languages_and_of_known_width() -> None:
    for ja, en in DOCTOR.values():
        assert ja
        assert en
        assert ambiguous(ja + en) == ""
