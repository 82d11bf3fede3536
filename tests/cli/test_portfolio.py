"""`pmark portfolio`: every client of a folder, the broken ones named, one table, every report."""

import csv
import json
import re
import sys
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.commands import progress

DOC = Path(__file__).resolve().parents[2] / "docs" / "portfolio.md"
ORGANISATION = ("--industry", "service", "--workers", "5", "--no-capital")


@pytest.fixture
def folder(tmp_path, monkeypatch, capsys):
    """A new client, one up for renewal, and a file that is none."""
    monkeypatch.chdir(tmp_path)
    place = tmp_path / "clients"
    place.mkdir()
    first, second = str(place / "a.pmark.toml"), str(place / "b.pmark.toml")
    main(["new", first, "--name", "=一番", *ORGANISATION])
    main(["answer", first, "J.2.2-1=no"])
    renewal = ("--kind", "renewal", "--expires", "2027-03-31")
    main(["new", second, "--name", "二番", *ORGANISATION, *renewal])
    (place / "c.pmark.toml").write_text("[half", encoding="utf-8")
    capsys.readouterr()
    return place


def run(capsys, *words):
    code = main(["portfolio", *words, "--on", "2026-11-25"])
    out = capsys.readouterr()
    return code, out.out, out.err


def test_everyone_is_shown_and_the_broken_one_named(capsys, folder):
    code, out, _ = run(capsys, str(folder), "--lang", "en")
    assert code == 1
    assert "=一番 (new)" in out and "二番 (renewal)" in out
    assert "c.pmark.toml\n  cannot be read:" in out
    assert "next: 2026-11-30 last day to file the renewal" in out
    assert max(map(len, out.splitlines())) < 200


def test_json_as_documented(capsys, folder):
    code, out, err = run(capsys, str(folder), "--json")
    assert (code, err) == (1, "")
    found = json.loads(out)
    assert found["schema"] == "pmark.portfolio/1"
    assert [c["file"] for c in found["clients"]] == ["a.pmark.toml", "b.pmark.toml"]
    assert [b["file"] for b in found["broken"]] == ["c.pmark.toml"]
    first, second = found["clients"]
    assert (first["answered"], second["answered"]) == (1, 0)
    assert first["blocked"] > 0
    assert second["next"] == {"on": "2026-11-30", "kind": "window_closes", "subject": ""}
    documented = set(re.findall(r"`(\w+)`", DOC.read_text(encoding="utf-8").split("A client:")[1]))
    assert set(first) <= documented


def test_a_folder_that_is_in_order_ends_with_zero(capsys, folder):
    (folder / "c.pmark.toml").unlink()
    assert run(capsys, str(folder))[0] == 0


def test_who_is_due_first_comes_first(capsys, folder):
    out = run(capsys, str(folder), "--sort", "due")[1]
    assert out.index("二番") < out.index("=一番")


def test_an_empty_folder_and_none(capsys, tmp_path):
    assert run(capsys, str(tmp_path), "--lang", "en")[:2] == (0, f"no client file in {tmp_path}\n")
    assert run(capsys, str(tmp_path / "none"))[0] == 3


def test_the_table_is_a_row_a_client_and_step(capsys, folder):
    assert run(capsys, str(folder), "--csv", "t.csv")[0] == 1
    text = Path("t.csv").read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(text.splitlines()))
    assert [r["file"] for r in rows] == ["a.pmark.toml"] * 7 + ["b.pmark.toml"] * 7 + [
        "c.pmark.toml"
    ]
    assert rows[0]["name"] == "'=一番"  # no formula
    assert rows[7]["next_on"] == "2026-11-30"
    assert rows[-1]["error"] and not rows[-1]["step"]
    assert run(capsys, str(folder), "--csv", "t.csv")[0] == 3  # it is there already
    assert run(capsys, str(folder), "--csv", "t.csv", "--force")[0] == 1
    documented = DOC.read_text(encoding="utf-8")
    assert all(f"`{column}`" in documented for column in rows[0])


def test_the_queries_of_the_page_run(capsys, folder):
    duckdb = pytest.importorskip("duckdb")
    words = (str(folder), "--csv", "clients.csv", "--parquet", "clients.parquet")
    assert run(capsys, *words)[0] == 1
    main(["answer", str(folder / "a.pmark.toml"), "J.2.2-1="])
    Path("clients.parquet").rename("earlier.parquet")
    run(capsys, *words, "--force")
    page = DOC.read_text(encoding="utf-8")
    blocked, due, progress_, moved = re.findall(r"```sql\n(.*?)```", page, re.DOTALL)
    # the policy that one client did not have no longer blocks anything, and nobody else is blocked
    assert duckdb.sql(blocked).fetchall() == []
    assert [row[0] for row in duckdb.sql(due).fetchall()] == ["二番"]
    assert duckdb.sql(progress_).fetchall() == [("service", 2, 0.0)]
    assert duckdb.sql(moved).fetchall() == []  # not known is not better than no at its lowest
    (spark,) = re.findall(r'spark.sql\("""(.*?)"""', page, re.DOTALL)
    duckdb.sql("CREATE OR REPLACE VIEW clients AS FROM 'clients.parquet'")
    assert len(duckdb.sql(spark).fetchall()) == 7
    types = duckdb.sql("DESCRIBE FROM 'clients.parquet'").fetchall()
    assert {"low": "DOUBLE", "next_on": "DATE", "touched": "TIMESTAMP"}.items() <= {
        (name, kind) for name, kind, *_ in types
    }
    assert duckdb.sql("SELECT name FROM 'clients.parquet' LIMIT 1").fetchall() == [("=一番",)]


def test_parquet_without_its_extra_says_what_to_install(capsys, folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    code, _, err = run(capsys, str(folder), "--parquet", "t.parquet")
    assert code == 2
    assert err.count("\n") == 1 and '"pmark-tui[parquet]"' in err
    assert not Path("t.parquet").exists()


def test_every_report(capsys, folder):
    code, _, err = run(capsys, str(folder), "--reports", "out", "--format", "md")
    assert code == 1 and "c.pmark.toml" in err
    assert sorted(p.name for p in Path("out").iterdir()) == ["a.report.md", "b.report.md"]
    assert "二番" in Path("out/b.report.md").read_text(encoding="utf-8")
    Path("out/a.report.md").unlink()
    assert run(capsys, str(folder), "--reports", "out", "--format", "md")[0] == 3
    assert not Path("out/a.report.md").exists()  # all or nothing
    assert run(capsys, str(folder), "--reports", "out", "--format", "pdf")[0] == 2


def test_progress_is_for_terminals(capsys, monkeypatch):
    monkeypatch.setattr(progress, "AFTER", 0.0)
    monkeypatch.setattr(progress, "EVERY", 0.0)
    assert list(progress.counted("ab", 2)) == ["a", "b"]
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    assert list(progress.counted("ab", 2)) == ["a", "b"]
    err = capsys.readouterr().err
    assert "0/2" in err and "1/2" in err
    assert err.endswith("   \r")
