"""`pmark gaps`: the order, its reasons, and the same order every time."""

import json
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.domain.text import ambiguous

NEW = ["--name", "株式会社テスト", "--industry", "service", "--workers", "12", "--capital", "1000"]
KEYS = {
    "rank",
    "question",
    "clause",
    "answer",
    "blocks",
    "weight",
    "incident_share",
    "effort",
    "because",
    "action",
}


@pytest.fixture
def path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    file = str(tmp_path / "a.pmark.toml")
    assert main(["new", file, *NEW]) == 0
    answers = ["J.9.2-6=no", "J.1.1-1=partial", "J.2.2-1=no", "J.6.2-3=no", "J.2.2-3=unknown"]
    assert main(["answer", file, *answers]) == 0
    capsys.readouterr()
    return file


def gaps(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, object]]:
    assert main(["gaps", *words, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["schema"] == "pmark.gaps/1"
    assert told["rule"]
    found: list[dict[str, object]] = told["gaps"]
    return found


def test_blocking_gaps_first_then_the_nearest_step(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = gaps(capsys, path)
    assert [gap["question"] for gap in found] == ["J.2.2-1", "J.6.2-3", "J.1.1-1", "J.9.2-6"]
    assert [gap["rank"] for gap in found] == [1, 2, 3, 4]
    assert [gap["blocks"] for gap in found] == [["build"], ["review", "apply", "onsite"], [], []]
    assert all(set(gap) >= KEYS for gap in found)
    assert all(gap["action"] and gap["evidence"] for gap in found)


def test_the_reason_names_steps_incidents_and_effort(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    first, *_, last = gaps(capsys, path, "--lang", "en")
    assert first["because"].startswith("It alone blocks: Build the PMS.")
    assert "reported incidents (our own mapping)" in last["because"]
    assert last["incident_share"] > 0


def test_top_and_other_profiles_of_incidents(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(gaps(capsys, path, "--top", "2")) == 2
    assert gaps(capsys, path, "--top", "0") == []
    assert main(["gaps", path, "--incidents", "nowhere"]) == 2
    assert "nowhere" in capsys.readouterr().err


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_two_runs_say_the_same(lang: str, path: str, capsys: pytest.CaptureFixture[str]) -> None:
    runs = []
    for _ in range(2):
        assert main(["gaps", path, "--lang", lang]) == 0
        runs.append(capsys.readouterr().out)
    assert runs[0] == runs[1]
    assert not ambiguous(runs[0])
    assert runs[0].splitlines()[0].startswith("1. J.2.2-1 [")


def test_a_client_without_gaps(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(tmp_path / "b.pmark.toml")
    assert main(["new", file, *NEW]) == 0
    capsys.readouterr()
    assert gaps(capsys, file) == []
    assert main(["gaps", file, "--lang", "en"]) == 0
    assert "questions are still open" in capsys.readouterr().out
