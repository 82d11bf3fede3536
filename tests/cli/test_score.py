"""`pmark score`: the steps, one explained, by clause, and supposed."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.commands.opening import today
from pmark_tui.domain.text import ambiguous

NEW = ["--name", "株式会社テスト", "--industry", "service", "--workers", "12", "--capital", "1000"]
STEPS = ["build", "operate", "review", "apply", "document", "onsite", "grant"]


@pytest.fixture
def path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    file = str(tmp_path / "a.pmark.toml")
    assert main(["new", file, *NEW]) == 0
    capsys.readouterr()
    return file


def told(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    assert main([*words, "--json"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    return json.loads(captured.out)


def test_json_of_an_empty_client(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    score = told(capsys, "score", path)
    assert score["schema"] == "pmark.score/1"
    assert score["pack"] == "jisq15001-2023"
    assert score["answered"] == 0
    assert [step["id"] for step in score["steps"]] == STEPS
    for step in score["steps"]:
        assert (step["low"], step["high"], step["status"], step["blockers"]) == (
            0.0,
            1.0,
            "open",
            [],
        )
        assert step["answered"] == 0 < step["asked"]
    assert len(score["narrow_most"]) == 5
    of_first = {n["question"] for n in score["steps"][0]["narrow"]}
    assert set(score["ask_next"]) == of_first
    assert main(["score", path]) == 0
    assert ", ".join(score["ask_next"]) in capsys.readouterr().out


def test_a_blocker_names_question_answer_and_reason(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["answer", path, "J.2.2-1=no"]) == 0
    capsys.readouterr()
    build = told(capsys, "score", path, "--lang", "en")["steps"][0]
    assert build["status"] == "blocked"
    (blocker,) = build["blockers"]
    assert (blocker["question"], blocker["answer"]) == ("J.2.2-1", "no")
    assert "policy" in blocker["why"]
    assert main(["score", path]) == 0
    assert "J.2.2-1 [いいえ]" in capsys.readouterr().out


def test_result_progress_and_certainty_stand_apart(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["J.2.2-1=yes", "J.2.2-2=no", "J.2.2-3=unknown", "J.7.1-2=na"]
    reasons = ["--reason", "J.7.1-2=なし", "--certainty", "J.2.2-1=document"]
    assert main(["answer", path, *words, *reasons]) == 0
    capsys.readouterr()
    score = told(capsys, "score", path)
    assert (score["answered"], score["excluded"]) == (4, 1)
    assert score["certainty"] == {
        "not_told": 2,
        "said": 0,
        "document": 1,
        "record": 0,
        "seen": 0,
    }
    build = score["steps"][0]
    assert build["written"]["answered"] == 2
    assert build["practised"]["answered"] == 0
    assert main(["score", path, "--lang", "en"]) == 0
    assert "document seen 1" in capsys.readouterr().out


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("step", STEPS)
def test_every_step_can_be_explained(
    step: str, lang: str, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", path, "--explain", step, "--lang", lang]) == 0
    out = capsys.readouterr().out
    assert "0.0% - 100.0%" in out
    assert not ambiguous(out)


def test_the_shares_of_an_explanation_add_up_to_its_score(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["J.6.1-2=yes", "J.6.2-3=partial", "J.6.3-2=unknown", "J.7.1-2=no", "J.7.2-1=yes"]
    assert main(["answer", path, *words]) == 0
    capsys.readouterr()
    score = told(capsys, "score", path, "--explain", "review")
    found = score["explain"]
    (step,) = (s for s in score["steps"] if s["id"] == "review")
    for key in ("low", "high"):
        assert sum(c[f"{key}_permille"] for c in found["clauses"]) == found[f"{key}_permille"]
        assert found[f"{key}_permille"] == pytest.approx(step[key] * 1000, abs=0.5)
    assert sum(c["weight_permille"] for c in found["clauses"]) == 1000
    questions = [q["question"] for c in found["clauses"] for q in c["questions"]]
    assert len(questions) == len(set(questions)) == step["asked"]
    # both gates first: the open one adds 3 of the weights, the partial one 1.5
    assert [c["question"] for c in found["change_most"]][:3] == ["J.6.3-2", "J.6.2-3", "J.7.1-2"]
    assert [c["gate"] for c in found["change_most"]][:3] == [True, True, False]


def test_an_unknown_step_is_refused(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", path, "--explain", "nowhere", "--lang", "en"]) == 2
    assert "allowed: build, operate" in capsys.readouterr().err


def test_by_clause(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["answer", path, "J.2.2-1=no", "J.1.1-1=yes", "J.1.1-2=partial"]) == 0
    capsys.readouterr()
    score = told(capsys, "score", path, "--clauses")
    by_id = {clause["clause"]: clause for clause in score["clauses"]}
    assert by_id["J.2.2"]["status"] == "unfit"
    assert by_id["J.1.1"]["status"] == "partial"
    assert by_id["J.1.1"]["written"]["status"] == "fit"
    assert by_id["J.8.7"]["left_out"] is True
    assert sum(sum(c["statuses"].values()) for c in score["chapters"]) == len(by_id)
    assert main(["score", path, "--clauses"]) == 0
    assert "不適合" in capsys.readouterr().out


def test_what_if_shows_and_saves_nothing(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["answer", path, "J.2.2-1=no", "J.6.2-3=no", "J.4.3-3=no"]) == 0
    before = Path(path).read_bytes()
    capsys.readouterr()
    score = told(capsys, "score", path, "--if", "J.2.2-2=yes", "--close", "2")
    assert score["what_if"] == {"J.2.2-2": "yes", "J.2.2-1": "yes", "J.4.3-3": "yes"}
    status = {s["id"]: s["status"] for s in score["steps"]}
    now = {s["id"]: s["status"] for s in score["now"]}
    assert (now["build"], status["build"]) == ("blocked", "open")
    assert (now["review"], status["review"]) == ("blocked", "blocked")
    assert main(["score", path, "--close", "1", "--lang", "en"]) == 0
    assert "nothing is saved" in capsys.readouterr().out
    assert Path(path).read_bytes() == before
    assert main(["score", path, "--if", "J.2.2-1=na"]) == 2


def test_findings_run_out_and_block_the_last_step(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    long_ago = (today() - timedelta(days=100)).isoformat()
    new = ["finding", path, "add", "--clause", "J.9.2", "--text", "鍵", "--on", long_ago]
    assert main(new) == 0
    assert main([*new[:-1], today().isoformat()]) == 0
    capsys.readouterr()
    grant = told(capsys, "score", path)["steps"][-1]
    assert [b["question"] for b in grant["blockers"]] == ["finding.F1"]
    assert grant["open_findings"] == ["F2"]
    listed = told(capsys, "finding", path, "list")["findings"]
    assert [(f["id"], f["status"]) for f in listed] == [("F1", "overdue"), ("F2", "open")]
    assert main(["finding", path, "close", "F1", "--correction", "鍵を付けた"]) == 0
    capsys.readouterr()
    assert told(capsys, "score", path)["steps"][-1]["blockers"] == []
    (first, _) = told(capsys, "finding", path, "list")["findings"]
    assert (first["status"], first["correction"], first["text"]) == ("closed", "鍵を付けた", "鍵")
    assert main(["finding", path, "list"]) == 0


@pytest.mark.parametrize(
    "words",
    [
        ["add", "--text", "x"],
        ["add", "--clause", "J.9.2"],
        ["add", "--clause", "J.99", "--text", "x"],
        ["add", "--clause", "J.9.2", "--text", "x", "--on", "2026-2-1"],
        ["close", "F9"],
        ["close"],
    ],
)
def test_a_finding_that_lacks_something_is_refused(
    words: list[str], path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(path).read_bytes()
    assert main(["finding", path, *words]) == 2
    assert capsys.readouterr().err.startswith("pmark: ")
    assert Path(path).read_bytes() == before
