"""`pmark snapshot`: dated copies beside the file, and how the steps moved over all of them."""

import json
import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.commands.opening import today
from pmark_tui.store import client_file, snapshots

SOURCE = Path(__file__).parent / "compare" / "november.toml"


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(shutil.copy(SOURCE, tmp_path / "ことりや.pmark.toml"))


def test_a_copy_lies_beside_the_file_and_holds_the_same(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["snapshot", path]) == 0
    copy = path.removesuffix(".pmark.toml") + f".{today()}.snapshot.toml"
    assert copy in capsys.readouterr().out
    assert client_file.read(copy).client == client_file.read(path).client
    assert not copy.endswith(client_file.SUFFIX), "a copy is no client of a folder"
    if os.name == "posix":
        assert os.stat(copy).st_mode & 0o777 == 0o600


def test_an_unchanged_file_is_not_copied_twice(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["snapshot", path, "--json"]) == 0
    first = json.loads(capsys.readouterr().out)
    assert main(["snapshot", path, "--json"]) == 0
    again = json.loads(capsys.readouterr().out)
    assert (first["new"], again["new"]) == (True, False)
    assert first["path"] == again["path"]


def test_two_copies_of_one_day_keep_their_order(path: str) -> None:
    day = date(2026, 11, 23)
    paths = []
    for value in ("yes", "no", "partial"):
        assert main(["answer", path, f"J.2.1-1={value}", "--note", f"J.2.1-1={value}"]) == 0
        paths.append(snapshots.take(path, day).path)
    earlier = snapshots.take(path, day)
    assert earlier.path == paths[-1]
    assert [s.path for s in snapshots.listing(path)] == paths
    assert [s.number for s in snapshots.listing(path)] == [1, 2, 3]
    assert [snapshots.taken_on(p) for p in paths] == [day] * 3
    values = [client_file.read(p).client.answer("J.2.1-1").value for p in paths]
    assert values == ["yes", "no", "partial"]


def test_only_copies_of_this_client_are_listed(path: str, tmp_path: Path) -> None:
    for name in (
        "ことりや2.2026-01-01.snapshot.toml",
        "ことりや.2026-13-01.snapshot.toml",
        "ことりや.2026-01-01.x.snapshot.toml",
        "ことりや.2026-01-01.toml",
    ):
        shutil.copy(path, tmp_path / name)
    assert snapshots.listing(path) == ()
    assert snapshots.taken_on(path) is None


def test_the_trend_is_listed_oldest_first_and_ends_now(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    june = tmp_path / "ことりや.2026-06-01.snapshot.toml"
    shutil.copy(SOURCE.parent / "june.toml", june)
    (tmp_path / "ことりや.2026-07-01.snapshot.toml").write_text("broken", encoding="utf-8")
    assert main(["snapshot", path, "--list", "--json"]) == 0
    told = capsys.readouterr()
    rows = json.loads(told.out)["trend"]
    assert [row["path"] for row in rows] == [str(june), path]
    assert [row["now"] for row in rows] == [False, True]
    assert rows[0]["date"] == "2026-06-01"
    statuses = [{s["id"]: s["status"] for s in row["steps"]} for row in rows]
    assert (statuses[0]["operate"], statuses[1]["operate"]) == ("blocked", "open")
    assert told.err.count("pmark: ") == 1, "the broken copy is named and the rest is shown"
    assert main(["snapshot", path, "--list", "--lang", "en"]) == 0
    assert "2026-06-01" in capsys.readouterr().out


def test_a_broken_file_is_not_frozen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "a.pmark.toml"
    broken.write_text("format = 1", encoding="utf-8")
    assert main(["snapshot", str(broken)]) == 2
    assert os.listdir(tmp_path) == ["a.pmark.toml"]
    assert main(["snapshot", str(tmp_path / "none" / "b.pmark.toml")]) == 3
    assert capsys.readouterr().err.count("pmark: ") == 2
