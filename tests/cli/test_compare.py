"""`pmark compare` on two real files whose differences were written down beforehand, and snapshots."""

import json
import shutil
import tomllib
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.domain.text import ambiguous
from pmark_tui.texts.results import RESULTS

FILES = Path(__file__).parent / "compare"
WRITTEN = tomllib.loads((FILES / "differences.toml").read_text(encoding="utf-8"))
LISTS = ("profile", "findings_new", "findings_closed")


@pytest.fixture
def june(tmp_path: Path) -> Path:
    return Path(shutil.copy(FILES / "june.toml", tmp_path / "ことりや.2026-06-01.snapshot.toml"))


@pytest.fixture
def november(tmp_path: Path) -> Path:
    return Path(shutil.copy(FILES / "november.toml", tmp_path / "ことりや.pmark.toml"))


def test_the_differences_are_those_written_down(
    june: Path, november: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", str(june), str(november), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["schema"] == "pmark.compare/1"
    assert told["old"]["date"] == "2026-06-01"
    by_kind: dict[str, set[str]] = {}
    for change in told["changes"]:
        by_kind.setdefault(change["kind"], set()).add(change["question"])
    lists = {k: set(v) for k, v in WRITTEN.items() if isinstance(v, list) and k not in LISTS}
    assert by_kind == lists
    assert set(told["closed"]) == lists["closed"]
    assert set(told["opened"]) == lists["opened"] | lists["found"]
    assert [change["field"] for change in told["profile"]] == WRITTEN["profile"]
    assert told["findings_new"] == WRITTEN["findings_new"]
    assert told["findings_closed"] == WRITTEN["findings_closed"]
    for key in ("blockers_gone", "blockers_new"):
        moved = {step["id"]: step[key] for step in told["steps"] if step[key]}
        assert moved == WRITTEN[key]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_difference_is_told_in_words(
    lang: str, june: Path, november: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", str(june), str(november), "--lang", lang]) == 0
    told = capsys.readouterr().out
    for kind in (key for key in WRITTEN if f"kind_{key}" in RESULTS):
        for question in WRITTEN[kind]:
            assert question in told
    assert "F1" in told and "F2" in told
    assert not ambiguous(told)


def test_a_file_differs_from_itself_in_nothing(
    november: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", str(november), str(november), "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "Nothing differs" in told
    assert told.count("unchanged") == 7


def test_other_packs_are_compared_by_id(
    november: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = str(tmp_path / "other.pmark.toml")
    new = ["new", other, "--name", "N", "--industry", "retail", "--workers", "3", "--no-capital"]
    assert main([*new, "--pack", "incident-response"]) == 0
    capsys.readouterr()
    assert main(["compare", str(november), other, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert {step["id"]: step["new"] is None for step in told["steps"]}["build"]
    assert told["new"]["pack"] == "incident-response"
    assert main(["compare", str(november), other]) == 0


def test_the_version_of_the_pack_may_differ(
    november: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    older = tmp_path / "older.pmark.toml"
    text = november.read_text(encoding="utf-8")
    older.write_text(text.replace('pack_version = "1.0.0"', 'pack_version = "0.9.0"'), "utf-8")
    assert main(["compare", str(older), str(november), "--lang", "en"]) == 0
    told = capsys.readouterr().out
    assert "0.9.0" in told
    assert "Questions of the same id are compared" in told


def test_a_file_that_is_not_there(
    november: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", str(tmp_path / "none.toml"), str(november)]) == 3
    assert capsys.readouterr().err.startswith("pmark: ")
