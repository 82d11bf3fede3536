"""What earlier versions wrote is read by this one, changed by it, and loses no key (`old_files/README.md`)."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from pmark_tui.cli import main
from pmark_tui.domain.incident_record import Done
from pmark_tui.session import Session
from pmark_tui.store import client_file, incident_file, versions

HERE = Path(__file__).parent / "old_files"
RELEASES = sorted(folder.name for folder in HERE.iterdir() if folder.is_dir())
FUTURE = "from-the-future"
NOW = datetime(2026, 11, 25, 9)


def copied(release: str, name: str, into: Path) -> str:
    return str(shutil.copy(HERE / release / name, into / name))


def holds(release: str) -> dict[str, Any]:
    return tomllib.loads((HERE / release / "holds.toml").read_text("utf-8"))


def leaves(value: Any, where: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Every value of a document with the keys that lead to it; of a table of rows, its rows in order."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield from leaves(held, (*where, key))
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for number, held in enumerate(value):
            yield from leaves(held, (*where, number))
    else:
        yield where, value


def unknown(path: str) -> dict[tuple[Any, ...], Any]:
    """Every value of a file that stands under a key of the future."""
    names = {"mood", "weather", "seen_at", "photo", "where", "colour", "voice", "future", "later"}
    document = tomllib.loads(Path(path).read_text("utf-8"))
    return {where: held for where, held in leaves(document) if names & {*where}}


@pytest.mark.parametrize("release", RELEASES)
def test_a_client_file_holds_what_it_held(release: str) -> None:
    client = client_file.read(str(HERE / release / "client.pmark.toml")).client
    expected = holds(release)
    profile = client.profile
    for key in ("name", "workers", "kind"):
        assert getattr(profile, key) == expected[key]
    for key in ("capital", "expires", "target"):
        assert getattr(profile, key) == expected.get(key)
    assert list(profile.flags) == expected["flags"]
    assert [f"{f.id} {f.clause} {f.text}" for f in client.findings] == expected["findings"]
    assert [f"{s.name} {s.persons}" for s in client.data_sets] == expected["data_sets"]
    assert {q: a.value for q, a in client.answers.items()} == expected["answers"]
    assert {q: a.note for q, a in client.answers.items() if a.note} == expected["notes"]
    assert {q: a.reason for q, a in client.answers.items() if a.reason} == expected["reasons"]


@pytest.mark.parametrize("release", RELEASES)
def test_an_incident_file_holds_what_it_held(release: str) -> None:
    record = incident_file.read(str(HERE / release / "leak.incident.toml")).record
    (done,) = record.done
    shown = f"{record.title} {record.known_on} {done.what} {done.who} {done.note}"
    assert shown == holds(release)["incident"]


@pytest.mark.parametrize("release", RELEASES)
def test_nothing_is_lost_when_it_is_saved_and_read_again(release: str, tmp_path: Path) -> None:
    path = copied(release, "client.pmark.toml", tmp_path)
    before = dict(leaves(tomllib.loads(Path(path).read_text("utf-8"))))
    file = client_file.read(path)
    client_file.save(file, file.client.changed(position="J.2.2-2"))
    after = dict(leaves(tomllib.loads(Path(path).read_text("utf-8"))))
    assert after.items() >= before.items()
    assert client_file.read(path).client == file.client.changed(position="J.2.2-2")


def test_there_is_something_unknown() -> None:
    assert len(unknown(str(HERE / FUTURE / "client.pmark.toml"))) == 14
    assert len(unknown(str(HERE / FUTURE / "leak.incident.toml"))) == 3


@pytest.fixture
def path(tmp_path: Path) -> str:
    return copied(FUTURE, "client.pmark.toml", tmp_path)


def test_unknown_keys_outlive_a_session_also_of_answers_taken_away(path: str) -> None:
    before = unknown(path)
    session = Session.open(path, lambda: NOW)
    session.answer("J.2.2-1", "no")
    session.answer("J.2.2-2", "")  # the answer is gone, and with it what stood beside it
    assert ("answers", "J.2.2-2", "voice") not in unknown(path)
    session.undo()
    assert unknown(path) == before
    session.set_profile(replace(session.client.profile, workers=4))
    session.annotate("J.2.2-1", note="メモ")
    session.undo()
    session.undo()
    session.close()
    assert unknown(path) == before


def test_unknown_keys_outlive_commands_going_back_and_another_name(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = unknown(path)
    assert main(["answer", path, "J.2.2-3=yes", "--note", "J.2.2-1=x"]) == 0
    assert main(["finding", path, "add", "--clause", "J.9.2", "--text", "新しい"]) == 0
    assert main(["finding", path, "close", "F1"]) == 0
    assert main(["exposure", path, "--add", "会員", "--persons", "9", "--items", "氏名"]) == 0
    assert unknown(path) == before
    assert main(["restore", path]) == 0
    assert main(["restore", path, "--at", str(versions.listing(path)[0].number)]) == 0
    assert unknown(path) == before
    session = Session.open(path, lambda: NOW)
    session.save_elsewhere(str(tmp_path / "other.pmark.toml"))
    session.close()
    assert unknown(str(tmp_path / "other.pmark.toml")) == before


def test_unknown_keys_outlive_what_comes_back_from_excel(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = unknown(path)
    book = str(tmp_path / "plan.xlsx")
    assert main(["report", path, "--format", "xlsx", "-o", book]) == 0
    filled = load_workbook(BytesIO(Path(book).read_bytes()))
    page = next(page for page in filled if "state" in [cell.value for cell in page[1]])
    places = {cell.value: cell.column for cell in page[1]}
    page.cell(3, places["owner"]).value = "高橋"
    filled.save(book)
    assert main(["import", book, "--into", path, "--yes"]) == 0
    owners = [a.owner for a in client_file.read(path).client.answers.values() if a.owner]
    assert owners == ["高橋"]
    assert unknown(path) == before


def test_unknown_keys_of_an_incident_outlive_what_is_noted(tmp_path: Path) -> None:
    path = copied(FUTURE, "leak.incident.toml", tmp_path)
    before = unknown(path)
    file = incident_file.read(path)
    record = file.record.with_done(Done("facts", datetime(2026, 11, 24, 8)))
    incident_file.save(file, replace(record, closed=date(2026, 12, 1)))
    assert unknown(path) == before
