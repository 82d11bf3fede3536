"""Every limit of docs/limits.md is kept, refused in one line, and stands in that table as it is here."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

from pmark_tui.cli import main
from pmark_tui.commands import report as report_command
from pmark_tui.domain import client as client_module
from pmark_tui.errors import BadInput, FileTrouble, PmarkError
from pmark_tui.report import plan_sheet, template, template_limits, word, zipped
from pmark_tui.store import client_file, incident_file, pack_sources, reading, shapes
from pmark_tui.tui.widgets import japanese

ROOT = Path(__file__).parents[1]
SEAL = b'# checksum = "crc32:00000000"\n'


@pytest.fixture
def client(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "c.pmark.toml"
    words = (
        f"new {path} --name A --industry service --workers 12 --no-capital --pack incident-response"
    )
    assert main(words.split()) == 0
    capsys.readouterr()
    return path


def refused(work: Callable[[], object], *parts: str) -> PmarkError:
    """What `work` is refused with: one line in both languages, naming these parts."""
    with pytest.raises(PmarkError) as caught:
        work()
    for lang in ("ja", "en"):
        line = caught.value.message(lang)
        assert "\n" not in line
        for part in parts:
            assert part in line
    return caught.value


def shown(number: float) -> str:
    return f"{number:,g}" if number < 1e5 else f"{number:,.0f}"


def test_the_table_says_what_the_code_does() -> None:
    table = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
    from importlib import import_module

    workbook = import_module("pmark_tui.commands.import").MOST_BYTES
    for number in (
        client_file.MAX_BYTES,
        incident_file.MAX_BYTES,
        pack_sources.MAX_BYTES,
        pack_sources.MOST_FILES,
        reading.DEEPEST,
        client_module.LONGEST_TEXT,
        japanese.LONGEST_LINE,
        template.MOST_BYTES,
        template_limits.MOST_SECONDS,
        template_limits.LONGEST_TEXT,
        template_limits.LONGEST_OUTPUT,
        template_limits.LARGEST_NUMBER,
        word.MOST_TEMPLATE,
        workbook,
        report_command.MOST_BYTES,
        zipped.LARGEST,
        zipped.MOST_PARTS,
        zipped.HIGHEST_RATIO,
        plan_sheet.MOST_ROWS,
    ):
        assert re.search(rf"(?<![\d,]){shown(number)}(?![\d,])", table), number


# --- files of text ----------------------------------------------------------------------


def test_a_client_file_that_is_too_large_is_not_parsed(tmp_path: Path) -> None:
    path = tmp_path / "c.pmark.toml"
    with open(path, "wb") as stream:
        stream.truncate(client_file.MAX_BYTES + 1)
    refused(lambda: client_file.read(str(path)), "c.pmark.toml", str(client_file.MAX_BYTES))


def test_no_client_file_is_written_that_could_not_be_read_again(
    client: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = client_file.read(str(client))
    before = client.read_bytes()
    monkeypatch.setattr(client_file, "MAX_BYTES", len(before) + 100)
    grown = held.client.with_answer("x", client_module.Answer("yes", note="あ" * 100))
    error = refused(lambda: client_file.save(held, grown), "c.pmark.toml")
    assert isinstance(error, FileTrouble)
    assert client.read_bytes() == before


@pytest.mark.parametrize(
    "deep",
    [
        "x = " + "[" * 100 + "]" * 100,
        "x = " + "[" * 100_000,
        ".".join("abcdefghij" * 10) + " = 1",
        "x = " + "{y = " * 100 + "1" + "}" * 100,
    ],
)
def test_tables_within_tables_within_tables(deep: str, client: Path, tmp_path: Path) -> None:
    client.write_text(deep + "\n" + client.read_text(encoding="utf-8"), encoding="utf-8")
    refused(lambda: client_file.read(str(client)), "c.pmark.toml", "32")
    pack = tmp_path / "pack.toml"
    pack.write_text(deep, encoding="utf-8")
    refused(lambda: pack_sources.read_toml(str(pack), "pack.toml"), "pack.toml", "32")
    incident = tmp_path / "i.incident.toml"
    incident.write_text(f'format = "{incident_file.FORMAT}"\n{deep}\n', encoding="utf-8")
    refused(lambda: incident_file.read(str(incident)), "i.incident.toml", "32")


def test_thirty_levels_of_keys_of_a_later_version_are_kept(client: Path) -> None:
    later = "[" * 30 + "]" * 30
    held = client.read_text(encoding="utf-8").replace("format =", f"later = {later}\nformat =")
    client.write_text(held, encoding="utf-8")
    file = client_file.read(str(client))
    client_file.save(file, file.client)
    assert client_file.read(str(client)).document["later"] == file.document["later"]


def test_a_number_of_ten_thousand_digits(client: Path) -> None:
    client.write_text("x = " + "9" * 10_000 + "\n" + client.read_text(encoding="utf-8"))
    refused(lambda: client_file.read(str(client)), "c.pmark.toml")


@pytest.mark.skipif(os.name != "posix", reason="pipes and devices with names are of POSIX")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "c.pmark.toml"
    os.mkfifo(pipe)
    for path in (str(pipe), "/dev/zero", str(tmp_path)):
        error = refused(lambda path=path: client_file.read(path), path)  # type: ignore[misc]
        assert isinstance(error, FileTrouble)


def test_a_pack_of_too_many_files(tmp_path: Path) -> None:
    (tmp_path / "questions").mkdir()
    for number in range(pack_sources.MOST_FILES + 1):
        (tmp_path / "questions" / f"{number}.toml").write_text("")
    refused(lambda: pack_sources.read_sources(str(tmp_path)), tmp_path.name, "200")


def test_a_pack_file_that_is_too_large(tmp_path: Path) -> None:
    path = tmp_path / "pack.toml"
    with open(path, "wb") as stream:
        stream.truncate(pack_sources.MAX_BYTES + 1)
    refused(lambda: pack_sources.read_toml(str(path), "pack.toml"), "pack.toml", "4000000")


def test_a_note_that_is_too_long_is_refused_and_one_that_is_there_may_stay(client: Path) -> None:
    held = client_file.read(str(client)).client
    note = "あ" * (client_module.LONGEST_TEXT + 1)
    for field in client_module.TEXTS:
        answer = client_module.Answer("yes", **{field: note})
        refused(lambda answer=answer: held.with_answer("A", answer), field, "131072")  # type: ignore[misc]
    long = client_module.Answer("yes", note=note)
    there = held.changed(answers={"A": long})
    changed = there.with_answer("A", client_module.Answer("no", note=note))
    assert changed.answer("A").value == "no"


# --- a checksum is no pass --------------------------------------------------------------


def test_a_file_with_a_checksum_of_its_own_is_still_looked_at(client: Path) -> None:
    from zlib import crc32

    text = client.read_text(encoding="utf-8").rpartition("# checksum")[0]
    spoiled = (
        text.replace('name = "A"', "name = 5"),
        text.replace("workers = 12", 'workers = "12x"'),
        text.replace("workers = 12", "workers = -1"),
        text.replace('industry = "service"', 'industry = "service"\nkind = "other"'),
        text.replace('industry = "service"', 'industry = "service"\nflags = [1]'),
        text.replace("[answers]", "") + '[answers."A"]\nvalue = {a = 1}\n',
        text.replace("[answers]", "") + '[answers."A"]\ncertainty = "sure"\n',
    )
    for body in spoiled:
        assert body != text
        data = body.encode()
        client.write_bytes(data + f'# checksum = "crc32:{crc32(data):08x}"\n'.encode())
        refused(lambda: client_file.read(str(client)), "c.pmark.toml")


def test_a_checksum_over_a_value_of_another_type_leaves_it_to_validation(client: Path) -> None:
    from zlib import crc32

    text = client.read_text(encoding="utf-8").rpartition("# checksum")[0]
    data = text.replace("workers = 12", "workers = true").encode()
    client.write_bytes(data + f'# checksum = "crc32:{crc32(data):08x}"\n'.encode())
    assert type(client_file.read(str(client)).client.profile.workers) is int


def test_every_field_of_a_client_file_has_a_known_shape() -> None:
    own = ("profile", "answers", *client_file._TABLES)
    kinds = (client_module.Profile, client_module.Answer, *client_file._TABLES.values())
    for kind in kinds:
        assert set(kind.__annotations__.values()) <= shapes.KNOWN.keys()
    scalars = {k: v for k, v in client_module.Client.__annotations__.items() if k not in own}
    assert set(scalars.values()) <= shapes.KNOWN.keys()


# --- archives ---------------------------------------------------------------------------


def archive(parts: dict[str, bytes] | list[tuple[str, bytes]], method: int = ZIP_DEFLATED) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", method) as out:
        for name, data in parts.items() if isinstance(parts, dict) else parts:
            out.writestr(name, data)
    return made.getvalue()


def office(extra: dict[str, bytes]) -> bytes:
    """A sound Word document with parts of somebody's own."""
    made = BytesIO()
    Document().save(made)
    return archive(zipped.unpack(made.getvalue()) | extra)


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><l>&b;</l>'
BAD_ARCHIVES = {
    "no archive": lambda: b"PK\3\4nothing",
    "empty": lambda: b"",
    "bomb": lambda: office({"word/x.xml": b"<a>" + b" " * 60_000_000}),
    "many parts": lambda: archive({f"{n}.xml": b"<a/>" for n in range(1_001)}),
    "entities": lambda: office({"word/styles.xml": LAUGHS}),
    "utf-16": lambda: office({"word/styles.xml": LAUGHS.decode().encode("utf-16")}),
    "other coding": lambda: office(
        {"word/styles.xml": b'<?xml version="1.0" encoding="cp037"?><a/>'}
    ),
    "zip slip": lambda: office({"../../evil.xml": b"<a/>"}),
    "absolute": lambda: office({"/etc/evil.xml": b"<a/>"}),
    "drive": lambda: office({"C:\\evil.xml": b"<a/>"}),
    "stands twice": lambda: archive([("a.xml", b"<a/>"), ("A.xml", b"<a/>"), ("a.xml", b"<b/>")]),
    "other compression": lambda: archive({"a.xml": b"<a/>"}, 14),
}


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", BAD_ARCHIVES)
def test_archives_that_are_bombs_or_lead_outside(
    name: str, client: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = BAD_ARCHIVES[name]()  # made here: some take time, and each worker reads this file
    for number, words in enumerate(
        (
            f"report {client} --template {tmp_path}/t.docx -o {tmp_path}/out.docx",
            f"import {tmp_path}/t.docx --into {client} --yes",
        )
    ):
        (tmp_path / "t.docx").write_bytes(bad)
        begun = time.process_time()
        assert main(words.split()) == 2, number
        assert time.process_time() - begun < 5
        said = capsys.readouterr().err
        assert said.startswith("pmark: ") and "t.docx" in said and said.count("\n") == 1
    assert not (tmp_path / "out.docx").exists()


def test_a_part_that_lies_about_its_size_is_damaged() -> None:
    data = bytearray(archive({"a.xml": b"<a>" + b" " * 5_000_000 + b"</a>"}))
    at = data.rindex(b"PK\1\2") + 24
    data[at : at + 4] = (100).to_bytes(4, "little")
    with pytest.raises(BadInput):
        zipped.checked(bytes(data), "x.xlsx")


def test_a_sound_document_is_taken() -> None:
    parts = zipped.checked(office({}), "x.docx")
    assert "word/document.xml" in parts


def test_a_sheet_that_claims_to_fill_every_cell(client: Path, tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["question", *plan_sheet.FIELDS])
    made = BytesIO()
    book.save(made)
    parts = zipped.unpack(made.getvalue())
    sheet = parts["xl/worksheets/sheet1.xml"]
    sheet = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:XFD1048576"', sheet)
    far = b'<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>nowhere</t></is></c></row></sheetData>'
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"</sheetData>", far)
    (tmp_path / "w.xlsx").write_bytes(archive(parts))
    begun = time.process_time()
    assert main(["import", str(tmp_path / "w.xlsx"), "--into", str(client), "--yes"]) == 0
    assert time.process_time() - begun < 10
