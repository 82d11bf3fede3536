"""`pmark check`: exit code, JSON, and dates given on the command line."""

import json
from pathlib import Path

import pytest

from pmark_tui.cli import main

NEW = ["--name", "株式会社テスト", "--industry", "service", "--workers", "12", "--capital", "1000"]


@pytest.fixture
def path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    file = str(tmp_path / "a.pmark.toml")
    assert main(["new", file, *NEW]) == 0
    capsys.readouterr()
    return file


def check(path: str, capsys: pytest.CaptureFixture[str], code: int) -> dict[str, object]:
    capsys.readouterr()
    assert main(["check", path, "--json"]) == code
    told: dict[str, object] = json.loads(capsys.readouterr().out)
    assert told["schema"] == "pmark.check/1"
    return told


def test_a_new_client_is_sound(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = check(path, capsys, 0)
    assert (told["ok"], told["findings"]) == (True, [])
    assert main(["check", path, "--lang", "en"]) == 0
    assert "Nothing was found" in capsys.readouterr().out


def test_dates_in_the_wrong_order_are_found(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    answers = ["J.6.2-3=yes", "J.6.3-2=yes"]
    dates = ["--evidence-date", "J.6.2-3=2026-10-02", "--evidence-date", "J.6.3-2=2026-10-01"]
    assert main(["answer", path, *answers, *dates]) == 0
    told = check(path, capsys, 1)
    assert told["ok"] is False
    (finding,) = told["findings"]
    assert {k: finding[k] for k in ("rule", "severity", "where")} == {
        "rule": "audit-before-review",
        "severity": "error",
        "where": "J.6.3-2",
    }
    assert "2026-10-02" in finding["what"]
    assert main(["check", path]) == 1
    assert capsys.readouterr().out.startswith("[誤り] J.6.3-2: ")
    assert main(["answer", path, "--evidence-date", "J.6.2-3="]) == 0
    assert check(path, capsys, 0)["ok"] is True


def test_a_bad_date_is_refused_and_nothing_written(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(path).read_bytes()
    for word in ("J.6.2-3=yesterday", "J.6.2-3", "J.99=2026-10-01"):
        assert main(["answer", path, "--evidence-date", word]) == 2
        assert capsys.readouterr().err.startswith("pmark: ")
    assert Path(path).read_bytes() == before


def test_a_hint_alone_is_no_failure(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["answer", path, "J.3.1.1-3=yes"]) == 0
    told = check(path, capsys, 0)
    assert told["ok"] is True
    assert {f["severity"] for f in told["findings"]} == {"note"}


def test_a_renewal_looks_at_its_window(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = str(tmp_path / "r.pmark.toml")
    assert main(["new", path, *NEW, "--kind", "renewal", "--expires", "2020-01-31"]) == 0
    told = check(path, capsys, 1)
    assert {f["rule"] for f in told["findings"]} == {"mark-expired", "renewal-window-passed"}


def test_what_a_hand_has_broken_is_found(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = Path(path).read_text(encoding="utf-8")
    by_hand = (
        '\n[answers."J.2.2-1"]\nvalue = "na"\nreason = "x"\n[answers."J.0-0"]\nvalue = "yes"\n'
    )
    Path(path).write_text(text.split("[answers]")[0] + by_hand, encoding="utf-8")
    told = check(path, capsys, 1)
    assert [f["rule"] for f in told["findings"]] == ["exclusion-refused", "question-unknown"]


def test_a_damaged_file_is_told_in_one_line(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(path).write_text("profile = [", encoding="utf-8")
    assert main(["check", path]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    assert captured.err.startswith("pmark: ")
