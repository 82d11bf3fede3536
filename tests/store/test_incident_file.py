"""The record of an incident on disk: whole or not at all, unknown keys kept, damage named."""

from __future__ import annotations

import os
import tomllib
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from pmark_tui.domain.incident_record import Done, IncidentRecord
from pmark_tui.errors import BadInput, FileTrouble
from pmark_tui.store import incident_file

RECORD = IncidentRecord(
    "誤送信「A社」", date(2026, 11, 23), malicious=True, persons=12, items=("氏名",)
)
ENTRY = Done("contain", datetime.fromisoformat("2026-11-23T09:30"), "山田", '改行\nと "引用"')


@pytest.fixture
def path(tmp_path: Path) -> str:
    return str(tmp_path / "a.incident.toml")


def test_what_is_written_is_read(path: str) -> None:
    record = RECORD.with_done(ENTRY)
    incident_file.create(path, record)
    assert incident_file.read(path).record == record


def test_the_extension_may_be_left_out() -> None:
    assert incident_file.with_suffix("x") == "x.incident.toml"
    assert incident_file.with_suffix("x.incident.toml") == "x.incident.toml"


def test_nothing_is_overwritten_by_a_new_record(path: str) -> None:
    incident_file.create(path, RECORD)
    with pytest.raises(FileTrouble):
        incident_file.create(path, RECORD)


def test_unknown_keys_are_kept(path: str) -> None:
    incident_file.create(path, RECORD.with_done(ENTRY))
    text = Path(path).read_text("utf-8").replace("what = ", "place = '本社', what = ")
    Path(path).write_text(text + '[later]\nkey = "値"\n', "utf-8")
    file = incident_file.read(path)
    more = file.record.with_done(Done("facts", datetime.fromisoformat("2026-11-23T08:00")))
    incident_file.save(file, replace(more, closed=date(2026, 12, 1)))
    written = tomllib.loads(Path(path).read_text("utf-8"))
    assert written["later"] == {"key": "値"}
    assert [row.get("place") for row in written["done"]] == [None, "本社"]
    assert written["closed"] == date(2026, 12, 1)


def test_a_file_changed_by_somebody_else_is_not_overwritten(path: str) -> None:
    file = incident_file.create(path, RECORD)
    Path(path).write_text(Path(path).read_text("utf-8") + "# 手で直した\n", "utf-8")
    with pytest.raises(FileTrouble) as refused:
        incident_file.save(file, RECORD)
    assert refused.value.key == "file_changed"
    os.unlink(path)
    with pytest.raises(FileTrouble) as refused:
        incident_file.save(file, RECORD)
    assert refused.value.key == "file_gone"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"\xff", "file_not_utf8"),
        (b"title = ", "file_not_toml"),
        (b'title = "x"\n', "not_an_incident_file"),
        (b'format = "pmark-client/1"\n', "not_an_incident_file"),
        (b'format = "pmark-incident/2"\n', "not_an_incident_file"),
        (b'format = "pmark-incident/1"\ntitle = "x"\n', "key_missing"),
        (b'format = "pmark-incident/1"\ntitle = "x"\nknown_on = "soon"\n', "value_not_date"),
        (
            b'format = "pmark-incident/1"\ntitle = "x"\nknown_on = 2026-11-23\ndone = 3\n',
            "value_not_list",
        ),
    ],
)
def test_damage_is_named_and_left_alone(path: str, content: bytes, key: str) -> None:
    Path(path).write_bytes(content)
    with pytest.raises(BadInput) as refused:
        incident_file.read(path)
    assert refused.value.key == key
    assert Path(path).read_bytes() == content


def test_no_file_is_a_trouble_not_a_traceback(path: str) -> None:
    with pytest.raises(FileTrouble):
        incident_file.read(path)
