"""`pmark restore`, and commands that meet a file which another program holds."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.store import client_file, versions
from pmark_tui.store.lock import take

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*words: str, lang: str = "en") -> tuple[int, str, str]:
        code = main([*words, "--lang", lang])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


@pytest.fixture
def path(tmp_path: Path, run: Run) -> str:
    """A client that was saved with none, one, two and three answers, a minute each from 10:00."""
    where = str(tmp_path / "a.pmark.toml")
    words = ["--name", "A", "--industry", "service", "--workers", "12", "--no-capital"]
    assert run("new", where, *words)[0] == 0
    for minute in range(4):
        if minute:
            assert run("answer", where, f"J.2.2-{minute}=yes")[0] == 0
        at = datetime(2026, 11, 23, 10, minute).timestamp()
        os.utime(where, (at, at))
    return where


def answered(path: str) -> int:
    return len(client_file.read(path).client.answers)


def test_the_list_says_when_how_much_and_what_changed_after(path: str, run: Run) -> None:
    before = Path(path).read_bytes()
    code, out, _ = run("restore", path, "--list")
    assert code == 0
    assert out.splitlines() == [
        "3  2026-11-23 10:02:00  answered 2  changed after it: J.2.2-3",
        "2  2026-11-23 10:01:00  answered 1  changed after it: J.2.2-2",
        "1  2026-11-23 10:00:00  answered 0  changed after it: J.2.2-1",
    ]
    assert Path(path).read_bytes() == before
    listed = json.loads(run("restore", path, "--list", "--json")[1])
    assert listed["schema"] == "pmark.restore/1"
    newest = listed["versions"][0]
    assert (newest["number"], newest["saved"]) == (3, "2026-11-23T10:02:00")
    assert (newest["answered"], newest["changed"]) == (2, ["J.2.2-3"])
    assert newest["error"] is None


def test_it_goes_back_and_going_back_can_be_undone(path: str, run: Run) -> None:
    assert run("restore", path)[0] == 0
    assert answered(path) == 2
    code, out, _ = run("restore", path, lang="ja")
    assert code == 0
    assert "もう一度 pmark restore" in out
    assert answered(path) == 3


@pytest.mark.parametrize(
    ("at", "left"),
    [
        ("1", 0),
        ("2", 1),
        ("2026-11-23T10:01", 1),
        ("2026-11-23 10:01:59", 1),
        ("2026-11-23T10:02:00", 2),
    ],
)
def test_it_goes_back_to_a_number_or_a_time(at: str, left: int, path: str, run: Run) -> None:
    code, out, _ = run("restore", path, "--at", at, "--json")
    assert code == 0
    assert json.loads(out)["restored"]["answered"] == left
    assert answered(path) == left


@pytest.mark.parametrize(
    ("at", "says"),
    [
        ("9", "numbers are 3, 2, 1"),
        ("2026-11-22", "no such state"),
        ("2026-11-23", "is the present one"),
        ("yesterday", "2026-04-01 10:03"),
        ("2026-11-23T10", "2026-04-01 10:03"),
        ("9999-12-31", "2026-04-01 10:03"),
    ],
)
def test_what_is_not_there_is_said_and_nothing_changes(
    at: str, says: str, path: str, run: Run
) -> None:
    code, out, err = run("restore", path, "--at", at)
    assert (code, out) == (2, "")
    assert says in err
    assert answered(path) == 3


def test_a_broken_or_removed_file_comes_back(path: str, run: Run) -> None:
    Path(path).write_text("format = ", "utf-8")
    assert run("restore", path)[0] == 0
    assert answered(path) == 2
    # what was broken is kept too, named in the list, and refused
    code, out, _ = run("restore", path, "--list")
    assert (code, "cannot be read" in out.splitlines()[0]) == (0, True)
    code, _, err = run("restore", path, "--at", "4")
    assert code == 2
    assert "not TOML" in err
    os.unlink(path)
    assert run("restore", path)[0] == 0
    assert answered(path) == 2


def test_without_earlier_states_there_is_one_line(tmp_path: Path, path: str, run: Run) -> None:
    new = str(tmp_path / "b.pmark.toml")
    client_file.create(new, client_file.read(path).client)
    assert run("restore", new)[0] == 2
    assert "no earlier state" in run("restore", new)[2]
    assert run("restore", new, "--list")[:2] == (
        0,
        "There is no earlier state yet (each change keeps one).\n",
    )
    assert run("restore", str(tmp_path / "none.pmark.toml"))[0] == 3


@pytest.mark.parametrize(
    "words",
    [
        ["answer", "{}", "J.2.2-1=no"],
        ["finding", "{}", "add", "--clause", "J.9.2", "--text", "x"],
        ["import", "x.xlsx", "--into", "{}", "--yes"],
        ["restore", "{}"],
    ],
)
def test_what_writes_is_refused_while_another_program_holds_the_file(
    words: list[str], path: str, run: Run
) -> None:
    before = Path(path).read_bytes()
    held = take(path, "pmark")
    code, out, err = run(*(word.format(path) for word in words))
    assert (code, out) == (3, "")
    assert f"open in another program (pmark, process {os.getpid()}, since " in err
    assert run("score", path)[0] == 0  # reading goes on
    assert run("finding", path, "list")[0] == 0
    held.release()
    assert Path(path).read_bytes() == before
    assert [v.number for v in versions.listing(path)] == [1, 2, 3]


def test_line_by_line_one_may_read_and_save_elsewhere(
    path: str, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import io
    import sys

    other = tmp_path / "b"
    held = take(path, "pmark")
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"1\nsave {other}\n2\nq\n"))
    code, out, _ = run("interview", path, "--plain")
    held.release()
    assert code == 0
    assert "open in another program" in out
    assert answered(path) == 3
    assert answered(f"{other}.pmark.toml") == 5
