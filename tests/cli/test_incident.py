"""`pmark incident` as scripts and people in a crisis use it."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from pmark_tui.cli import main
from tests.cli.running import as_json, said

NEW = ["--name", "例", "--industry", "service", "--workers", "12", "--no-capital"]


run = partial(said, "incident")
loads = partial(as_json, "incident")


def test_json_as_documented(capsys):
    found = loads(capsys, "--known-on", "2026-11-23")
    assert found["known_on"] == "2026-11-23"
    deadlines = {d["id"]: d for d in found["deadlines"]}
    first, final = deadlines["appi_preliminary"], deadlines["appi_final"]
    assert (first["from"], first["to"]) == ("2026-11-25", "2026-11-27")
    assert (final["due"], final["days"], final["moved"]) == ("2026-12-22", 30, False)
    assert deadlines["appi_principal"]["promptly"] is True
    assert "mynumber" not in deadlines
    assert sorted(d["number"] for d in found["duties"] if d["number"]) == list(range(1, 10))
    for duty in found["duties"]:
        assert duty["valid_from"]
        assert duty["sources"]
    assert found["coming"][0]["in_force"] is False


def test_malice_and_closed_days_and_my_number(capsys):
    found = loads(capsys, "--known-on", "2026-12-01", "--malicious", "--my-number")
    deadlines = {d["id"]: d for d in found["deadlines"]}
    assert deadlines["appi_final"]["due"] == "2027-01-29"
    assert deadlines["mynumber"]["from"] == "2026-12-03"
    assert len(found["my_number_grounds"]) == 4
    plain = loads(capsys, "--known-on", "2026-12-01")
    final = next(d for d in plain["deadlines"] if d["id"] == "pmark_final")
    assert (final["day"], final["due"], final["moved"]) == ("2026-12-30", "2027-01-04", True)
    assert final["counting"]["certainty"] == "inferred"


def test_without_a_date_today_is_day_1(capsys, monkeypatch):
    monkeypatch.setattr("pmark_tui.commands.incident.local_today", lambda: date(2027, 4, 1))
    assert loads(capsys)["known_on"] == "2027-04-01"


def test_a_pipe_gets_everything_the_hour_first(capsys):
    code, out, _ = run(capsys, "--known-on", "2026-11-23")
    lines = out.splitlines()
    assert code == 0
    assert "この1時間" in lines[3]
    assert "2026-12-22 火" in "\n".join(lines[:24])
    assert len(lines) > 150


def test_a_small_terminal_keeps_the_first_page(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("COLUMNS", "80")
    _, out, _ = run(capsys, "--known-on", "2026-11-23")
    lines = out.splitlines()
    assert len(lines) <= 23
    assert "pmark incident --all" in lines[-1]
    _, everything, _ = run(capsys, "--known-on", "2026-11-23", "--all")
    assert len(everything.splitlines()) > 150


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--known-on", "2026-13-01"), "2026-13-01"),
        (("--known-on", "9999-12-31"), "9999-12-31"),
        (("--did", "contain"), "--record"),
        (("--profile", "x"), "--causes"),
        (("--scenario", "x"), "--drill"),
        (("--drill", "--scenario", "nothing"), "wrong-list, ransomware"),
    ],
)
def test_bad_words_are_one_line_and_exit_2(capsys, words, said):
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert err.startswith("pmark: ")
    assert err.count("\n") == 1
    assert said in err


def test_figures_are_plain_numbers(capsys):
    found = loads(capsys, "--figures")["figures"]
    jnsa = next(s for s in found["series"] if s["id"] == "jnsa")["surveys"][0]
    assert jnsa["figures"] == {
        "incidents": 366,
        "people": 10435061,
        "known_size": 336,
        "known_size_percent": 91.8,
        "average_people": 31057,
        "total_yen": 466692500000,
        "average_yen": 1388970000,
        "total_per_person": 44724,
    }
    causes = {p["id"]: p["percent"] for p in jnsa["shares"]["cause"]["parts"]}
    assert (causes["theft"], sum(causes.values())) == (33, 100)
    assert jnsa["shares"]["cause"]["parts"][0]["disputed"]["percent"] == 35
    assert sum(p["percent"] for p in jnsa["shares"]["route"]["parts"]) == 100
    code, out, _ = run(capsys, "--figures", "--lang", "en")
    assert code == 0
    assert "10,435,061" in out


def test_reading(capsys):
    found = loads(capsys, "--reading")
    assert {r["era"] for r in found["reading"]} == {"today", "2005"}
    code, out, _ = run(capsys, "--reading")
    assert code == 0
    assert "にわか管理者奮闘記" in out


@pytest.fixture
def client(tmp_path: Path, capsys) -> str:
    path = str(tmp_path / "例.pmark.toml")
    assert main(["new", path, *NEW]) == 0
    assert main(["answer", path, "J.9.3-1=no", "J.4.4.2-12=no"]) == 0
    capsys.readouterr()
    return path


def test_causes_of_a_client(capsys, client):
    found = loads(capsys, "--causes", client)
    assert (found["profile"], found["causes"][0]["id"]) == ("pmark-2024", "mis_delivery")
    first = found["causes"][0]
    assert first["percent"] == 41.4
    assert (first["no"], first["missing"]) == (1, ["J.9.3-1"])
    assert first["open"] > 0
    listed = loads(capsys, "--causes", client, "--profile", "listed-2025")
    assert listed["causes"][0]["percent"] == 64.4
    code, out, _ = run(capsys, "--causes", client, "--lang", "en")
    assert code == 0
    assert "own judgement" in out


def test_drill_with_a_client(capsys, client):
    found = loads(capsys, "--drill", client)
    states = {c["number"]: c["state"] for c in found["coverage"]}
    assert states[2] == "missing"
    assert found["uncovered"] == list(range(1, 10))
    assert loads(capsys, "--drill")["coverage"] == []
    code, out, _ = run(capsys, "--drill", client, "--scenario", "ransomware")
    assert code == 0
    assert "J.4.4.2-12" in out


def test_a_record_from_first_note_to_report(capsys, tmp_path):
    path = str(tmp_path / "事故")
    code, _, err = run(
        capsys,
        "--record",
        path,
        "--known-on",
        "2026-11-18",
        "--title",
        "誤送信",
        "--persons",
        "1,200",
    )
    assert (code, err) == (0, "")
    written = Path(path + ".incident.toml")
    words = ("--did", "contain", "--who", "山田", "--note", "共有を | 止めた", "--malicious")
    found = loads(capsys, "--record", path, *words)
    assert found["malicious"] is True
    assert [d["what"] for d in found["record"]["done"]] == ["contain"]
    held = tomllib.loads(written.read_text("utf-8"))
    assert (held["known_on"], held["persons"]) == (date(2026, 11, 18), 1200)
    code, out, _ = run(capsys, "--record", path, "--report")
    assert code == 0
    assert out.startswith("# 事故の記録：誤送信\n")
    assert "共有を \\| 止めた" in out
    before = written.read_bytes()
    code, _, err = run(capsys, "--record", path, "--did", "dance")
    assert code == 2
    assert "contain" in err
    assert written.read_bytes() == before


def test_a_damaged_record_is_refused(capsys, tmp_path):
    path = tmp_path / "x.incident.toml"
    path.write_text("format = 1\n", "utf-8")
    code, _, err = run(capsys, "--record", str(path), "--did", "contain")
    assert code == 2
    assert "x.incident.toml" in err
    code, _, err = run(capsys, "--record", str(tmp_path / "no" / "such"))
    assert code == 3


def test_a_line_of_the_log_and_the_report_in_each_format(capsys, tmp_path):
    path = str(tmp_path / "事故")
    words = ("--record", path, "--did", "log", "--note", "警察に相談した")
    assert loads(capsys, *words)["record"]["done"][0]["what"] == "log"
    for form, begins in (("md", b"# "), ("html", b"<!DOCTYPE"), ("docx", b"PK")):
        out = tmp_path / f"事故.{form}"
        code, text, err = run(capsys, "--record", path, "--report", "-o", str(out))
        assert (code, text, err) == (0, "", "")
        assert out.read_bytes().startswith(begins)
    assert "警察に相談した" in (tmp_path / "事故.html").read_text("utf-8")
    code, _, err = run(capsys, "--record", path, "--report", "-o", str(tmp_path / "事故.md"))
    assert (code, err.count("\n")) == (3, 1)
    code, _, err = run(capsys, "--record", path, "--report", "-o", str(tmp_path / "事故.pdf"))
    assert (code, ".docx" in err) == (2, True)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_first_three_actions_and_the_dates_need_no_key(capsys, monkeypatch, lang):
    """A terminal of 80x24: nothing scrolls away, and the word that was typed is the only key there is."""
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    monkeypatch.setattr("pmark_tui.commands.incident.local_today", lambda: date(2026, 11, 23))
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("COLUMNS", "80")
    code, out, _ = run(capsys, "--lang", lang)
    lines = out.splitlines()
    assert (code, len(lines) < 24) == (0, True)
    for number in "123":
        assert sum(line.startswith(f" {number} ") for line in lines) == 1
    for day in ("2026-11-23", "2026-11-25", "2026-11-27", "2026-12-22", "2027-01-21"):
        assert day in out


def test_open_needs_a_terminal_and_a_record_that_can_be_read(capsys, tmp_path, monkeypatch):
    monkeypatch.setenv("PMARK_CLIENTS", str(tmp_path / "clients"))
    code, out, err = run(capsys, "--open")
    assert (code, out, err.count("\n")) == (2, "", 1)
    code, _, err = run(capsys, "--open", "--record", str(tmp_path / "nothing"))
    assert (code, "nothing.incident.toml" in err) == (3, True)
    monkeypatch.setattr("pmark_tui.commands.open.has_screen", lambda: True)
    shown = []
    monkeypatch.setattr("pmark_tui.tui.run", lambda *words: shown.append(words) or 0)
    assert run(capsys, "--open")[0] == 0
    assert shown[0][3:5] == ("incident", "")


def test_each_duty_names_its_law_its_day_and_its_sources(capsys):
    _, out, _ = run(capsys, "--known-on", "2026-11-23", "--my-number", "--all")
    duties = out[out.index("== すること") :].replace("\n    ", "")
    assert duties.count("  根拠：") == 13
    assert duties.count("から有効") == 13
    assert duties.count("  出典：") == 13
    assert "成立済み、まだ始まっていない" in out
