"""`pmark report` and `pmark import` from the command line."""

import json
import os
import re
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pmark_tui.cli import main
from pmark_tui.report.output import FORMATS
from pmark_tui.store import client_file

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """A command with its exit code, standard output and standard error."""

    def run(*words: str | Path) -> tuple[int, str, str]:
        code = main([str(word) for word in words])
        out, err = capfd.readouterr()
        return code, out, err

    return run


@pytest.fixture
def path(tmp_path: Path, run: Run) -> Path:
    """A client file with a few answers."""
    file = tmp_path / "例.pmark.toml"
    assert (
        run(*f"new {file} --name 例社 --industry service --workers 12 --capital 10000000".split())[
            0
        ]
        == 0
    )
    answers = ("J.2.2-1=no", "J.3.1.1-1=yes", "J.3.1.1-3=partial", "E.1-2=unknown")
    assert run("answer", file, *answers, "--note", "J.2.2-1=案がある")[0] == 0
    return file


def test_the_default_is_markdown_beside_the_client_file(path: Path, run: Run) -> None:
    code, out, err = run("report", path)
    assert (code, err) == (0, "")
    made = path.parent / "例.report.md"
    assert str(made) in out
    assert "案がある" in made.read_text(encoding="utf-8")
    assert oct(made.stat().st_mode & 0o777) == "0o600"


def test_nothing_is_overwritten_unasked(path: Path, run: Run) -> None:
    made = path.parent / "例.report.md"
    made.write_text("von Hand", encoding="utf-8")
    code, out, err = run("report", path)
    assert (code, out) == (3, "") and "--force" in err and str(made) in err
    assert made.read_text(encoding="utf-8") == "von Hand"
    assert run("report", path, "--force")[0] == 0
    assert "結論" in made.read_text(encoding="utf-8")


def test_a_client_file_is_never_overwritten(path: Path, run: Run) -> None:
    before = path.read_bytes()
    assert run("report", path, "-o", path, "--force")[0] == 2
    assert path.read_bytes() == before


@pytest.mark.parametrize("form", FORMATS)
def test_the_format_follows_option_or_ending(
    form: str, path: Path, tmp_path: Path, run: Run
) -> None:
    asked, named = tmp_path / "asked", tmp_path / f"named.{form}"
    assert run("report", path, "--format", form, "-o", asked)[0] == 0
    assert run("report", path, "-o", named)[0] == 0
    assert asked.read_bytes() == named.read_bytes()


def test_standard_output_is_the_report_and_nothing_else(path: Path, run: Run) -> None:
    code, out, err = run("report", path, "-o", "-", "--format", "json", "--lang", "en")
    assert (code, err) == (0, "")
    report = json.loads(out)
    assert report["schema"] == "pmark.report/1" and report["lang"] == "en"
    assert [step["id"] for step in report["steps"]][:2] == ["build", "operate"]


@pytest.mark.parametrize("kind", ["full", "summary", "auditor"])
def test_each_kind_has_a_file_of_its_own(kind: str, path: Path, run: Run) -> None:
    assert run("report", path, "--kind", kind)[0] == 0
    assert (path.parent / f"例.{'report' if kind == 'full' else kind}.md").is_file()


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["--format", "pdf"], 2, "md, html, docx, xlsx, csv, json"),
        (["--kind", "short"], 2, "full, summary, auditor"),
        (["--on", "tomorrow"], 2, "tomorrow"),
        (["--template", "none.md.j2"], 3, "none.md.j2"),
        (["--template", "x", "--format", "csv"], 2, "csv"),
        (["-o", "/nowhere/at/all/x.md"], 3, "/nowhere/at/all/x.md"),
        (["--verify", "/nowhere/x.md"], 3, "/nowhere/x.md"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    words: list[str], code: int, said: str, path: Path, run: Run
) -> None:
    found, out, err = run("report", path, *words)
    assert (found, out) == (code, "")
    assert said in err and err.startswith("pmark: ") and err.count("\n") == 1


def test_the_day_decides_the_fee_list(path: Path, run: Run) -> None:
    before = run("report", path, "-o", "-", "--on", "2026-09-30")[1]
    after = run("report", path, "-o", "-", "--on", "2026-10-01")[1]
    assert "628,573円" in before and "確認済みの料金表" in before
    assert "691,000円（概算）" in after


def test_the_report_names_what_it_was_made_from(path: Path, run: Run) -> None:
    made, reading = run("report", path, "-o", "-")[1].split("\n## ")[-2:]
    assert reading.startswith("読むもの")
    assert re.search(r"jisq15001-2023 \d+\.\d+\.\d+ （[0-9a-f]{64}）", made)
    assert "料金表：20" in made and "pmark 0" in made and re.search(r"sha256:[0-9a-f]{64}", made)


def test_a_template_by_name_comes_from_the_users_folder(
    path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PMARK_DATA", str(tmp_path))
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "kurz.md.j2").write_text("Kunde {{ view.client }}", encoding="utf-8")
    assert run("report", path, "--template", "kurz.md.j2", "-o", "-")[1] == "Kunde 例社\n"


def test_redaction_and_verification(path: Path, tmp_path: Path, run: Run) -> None:
    plain, hidden = tmp_path / "a.docx", tmp_path / "b.docx"
    run("report", path, "-o", plain)
    run("report", path, "-o", hidden, "--redact")
    assert run("report", "--verify", plain, path)[0] == 0
    code, out, _ = run("report", path, "--verify", hidden)
    assert code == 0 and "匿名化" in out
    run("answer", path, "J.2.2-1=yes")
    assert run("report", "--verify", plain, path)[0] == 1
    assert "案がある" not in run("report", path, "-o", "-", "--redact")[1]


def test_personal_data_in_a_note_is_told_without_its_content(path: Path, run: Run) -> None:
    run("answer", path, "J.2.2-1=no", "--note", "J.2.2-1=山田 090-1234-5678")
    code, _, err = run("report", path, "--force")
    assert code == 0 and "J.2.2-1" in err and "電話番号" in err and "1234" not in err
    assert run("report", path, "-o", "-", "--redact")[2] == ""


def test_the_bundle(path: Path, tmp_path: Path, run: Run) -> None:
    out = tmp_path / "渡すもの.zip"
    assert run("report", path, "--bundle", out)[0] == 0
    assert run("report", path, "--bundle", out)[0] == 3
    assert run("report", path, "--verify", out)[0] == 0


def test_a_plan_filled_in_excel_is_shown_then_taken(path: Path, tmp_path: Path, run: Run) -> None:
    sheet = tmp_path / "plan.xlsx"
    run("report", path, "-o", sheet)
    book = load_workbook(BytesIO(sheet.read_bytes()))
    page = book["課題と対応計画"]
    places = {cell.value: cell.column for cell in page[1]}
    row = next(r for r in (3, 4) if page.cell(r, places["question"]).value == "J.2.2-1")
    page.cell(row, places["owner"]).value = "高橋"
    page.cell(row, places["state"]).value = "はい"
    book.save(sheet)
    code, out, err = run("import", sheet, "--into", path)
    assert code == 1 and "いいえ > はい" in out and "（空） > 高橋" in out and "--yes" in err
    assert client_file.read(str(path)).client.answer("J.2.2-1").value == "no"
    code, out, _ = run("import", sheet, "--into", path, "--yes")
    assert code == 0 and "2件" in out
    answer = client_file.read(str(path)).client.answer("J.2.2-1")
    assert (answer.value, answer.owner, answer.note) == ("yes", "高橋", "案がある")
    code, out, _ = run("import", sheet, "--into", path)
    assert code == 0 and "違いはありません" in out


def test_what_is_no_plan_is_refused(path: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"nonsense")
    for words, code in (((tmp_path / "x.xlsx",), 2), ((tmp_path / "none.xlsx",), 3)):
        found, out, err = run("import", *words, "--into", path)
        assert (found, out) == (code, "") and err.count("\n") == 1


def test_markdown_loads_neither_templates_nor_office_libraries(path: Path) -> None:
    import subprocess

    script = (
        "import sys; from pmark_tui.cli import main\n"
        "main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
    )
    words = [sys.executable, "-c", script, "report", str(path), "-o", "-"]
    for _ in range(2):  # the first one compiles what this cache does not hold yet
        done = subprocess.run(
            words, env=dict(os.environ), capture_output=True, encoding="utf-8", check=True
        )
    loaded = set(done.stderr.split())
    assert not loaded & {
        "jinja2",
        "docx",
        "openpyxl",
        "lxml",
        "markdown_it",
        "textual",
        "rich",
        "pydantic",
    }
