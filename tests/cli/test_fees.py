"""`pmark fees`: the JSON that scripts rely on, the text, and official figures of the user."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial

import pytest

from pmark_tui.cli import main
from tests.cli.running import as_json, said

OFFICIAL = """
[[official_fees]]
schedule = "2026-10"
kind = "new"
size = "small"
application = 55000
audit = 230000
registration = 55000
entered_by = "山田"
entered_on = 2026-11-01
"""


run = partial(said, "fees")
loads = partial(as_json, "fees")


@pytest.fixture
def shared():
    """The user's own fee file."""
    folder = os.environ["PMARK_DATA"]
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, "fees.toml")

    def write(content):
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(content)

    return write


@pytest.mark.parametrize(
    ("size", "lines"),
    [
        ("small", (50_000, 200_000, 50_000, 300_000)),
        ("medium", (50_000, 450_000, 100_000, 600_000)),
        ("large", (50_000, 950_000, 200_000, 1_200_000)),
    ],
)
def test_the_fees_of_the_2005_material(capsys, size, lines):
    found = loads(capsys, "--size", size, "--kind", "new", "--on", "2005-04-01")
    application, audit, registration, total = lines
    assert found["schema"] == "pmark.fees/1"
    assert found["lines"] == {
        "application": application,
        "audit": audit,
        "registration": registration,
    }
    assert found["total"] == found["total_low"] == found["total_high"] == total
    assert (found["schedule"], found["status"]) == ("2004-12", "confirmed")


def test_the_last_confirmed_day_and_the_first_estimated_one(capsys):
    last = loads(capsys, "--size", "small", "--on", "2026-09-30")
    assert (last["schedule"], last["status"], last["total"]) == ("2019-10", "confirmed", 314_288)
    assert last["next"]["status"] == "estimate"
    first = loads(capsys, "--size", "small", "--on", "2026-10-01")
    assert (first["schedule"], first["status"]) == ("2026-10", "estimate")
    assert (first["lines"], first["total"]) == (None, None)
    assert (first["total_low"], first["total_high"]) == (335_000, 346_000)
    assert first["previous"]["total"] == 314_288
    assert "概算" in first["notes"][0]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_text_calls_an_estimate_one(capsys, lang):
    code, out, _ = run(capsys, "--size", "large", "--on", "2026-10-01", "--lang", lang)
    assert code == 0
    assert out.count("概算" if lang == "ja" else "estimate") >= 3
    assert "1,257,144" in out
    assert "~1,383,000" in out


def test_from_the_organisation_or_from_its_file(capsys, tmp_path):
    words = ("--industry", "service", "--workers", "12", "--capital", "10000000")
    assert loads(capsys, *words, "--on", "2020-01-01")["total"] == 628_573
    path = str(tmp_path / "a.pmark.toml")
    kind = ("--kind", "renewal", "--expires", "2027-01-31")
    assert main(["new", path, "--name", "x", *words, *kind]) == 0
    capsys.readouterr()
    assert loads(capsys, path, "--on", "2020-01-01")["total"] == 471_430
    assert loads(capsys, path, "--on", "2020-01-01", "--kind", "new")["total"] == 628_573


def test_official_figures_of_the_client_file_come_before_the_shared_ones(capsys, tmp_path, shared):
    path = str(tmp_path / "a.pmark.toml")
    words = ("--industry", "service", "--workers", "5", "--no-capital")
    assert main(["new", path, "--name", "x", *words]) == 0
    capsys.readouterr()
    assert loads(capsys, path, "--on", "2026-12-01")["status"] == "estimate"
    shared(OFFICIAL)
    found = loads(capsys, path, "--on", "2026-12-01")
    assert (found["status"], found["total"]) == ("official", 340_000)
    assert found["entered"] == {"by": "山田", "on": "2026-11-01"}
    assert loads(capsys, "--size", "small", "--on", "2026-12-01")["total"] == 340_000
    own = OFFICIAL.replace("230000", "231000").replace("山田", "鈴木")
    with open(path, encoding="utf-8") as stream:
        body = stream.read()
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(body + own)
    found = loads(capsys, path, "--on", "2026-12-01")
    assert (found["total"], found["entered"]["by"]) == (341_000, "鈴木")


@pytest.mark.parametrize(
    "content",
    [
        OFFICIAL.replace("55000", '"many"', 1),
        OFFICIAL.replace("entered_by", "enterd_by"),
        OFFICIAL.replace("audit = 230000\n", ""),
        "official_fees = [",
        "[fees]\n",
    ],
)
def test_a_damaged_shared_file_is_named_in_one_line(capsys, shared, content):
    shared(content)
    code, out, err = run(capsys, "--size", "small", "--on", "2026-12-01")
    assert (code, out) == (2, "")
    assert "fees.toml" in err
    assert err.count("\n") == 1


def test_details_name_extras_time_on_site_and_how_bodies_bill(capsys):
    words = ("--size", "medium", "--on", "2020-01-01", "--details", "--lang", "en")
    code, out, _ = run(capsys, *words)
    assert code == 0
    for part in ("6 hours", "repeat-audit=hoursxauditors", "41,904 yen", "JADAC"):
        assert part in out


def test_years_and_extras(capsys):
    words = ("--size", "small", "--on", "2020-01-01", "--years", "4", "--extra", "travel=40000")
    found = loads(capsys, *words, "--extra", "repeat-audit=3x2")["years"]
    assert (found["status"], found["fees_low"]) == ("confirmed", 314_288 + 230_478)
    assert found["total_high"] == 314_288 + 230_478 + 80_000 + 178_094
    assert [p["kind"] for p in found["payments"]] == ["new", "renewal"]
    assert [e["total"] for e in found["extras"]] == [80_000, 178_094]
    code, out, _ = run(capsys, *words, "--lang", "en")
    assert code == 0
    assert "#" * 40 in out


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ((), "FILE"),
        (("--size", "tiny"), "tiny"),
        (("--size", "small", "--workers", "5"), "FILE"),
        (("--size", "small", "--on", "1990-01-01"), "1990-01-01"),
        (("--size", "small", "--on", "2026-02-30"), "2026-02-30"),
        (("--size", "small", "--on", "20260401"), "20260401"),
        (("--size", "small", "--on", "２０２６-04-01"), "２０２６-04-01"),
        (("--size", "small", "--kind", "first"), "first"),
        (("--size", "small", "--years", "0"), "0"),
        (("--size", "small", "--years", "99"), "99"),
        (("--size", "small", "--extra", "gift=1"), "gift"),
        (("--size", "small", "--extra", "travel=1x2"), "travel"),
        (("--size", "small", "--extra", "travel"), "travel"),
        (("--industry", "retail", "--workers", "1", "--no-capital"), "2"),
        (("--industry", "retail", "--no-capital"), "--workers"),
    ],
)
def test_one_line_for_bad_input(capsys, words, named):
    for lang in ("ja", "en"):
        code, out, err = run(capsys, *words, "--lang", lang)
        assert (code, out) == (2, "")
        assert err.startswith("pmark: ")
        assert err.count("\n") == 1
        assert named in err


def test_a_missing_file_is_exit_3(capsys):
    code, out, err = run(capsys, "nowhere.pmark.toml")
    assert (code, out) == (3, "")
    assert "nowhere.pmark.toml" in err


def test_imports_neither_the_full_screen_nor_pydantic_once_compiled():
    words = ["fees", "--size", "small", "--on", "2026-09-30", "--json"]
    code = (
        "import sys\nfrom pmark_tui.cli import main\n"
        f"main({words})\n"
        "bad = {'textual', 'pydantic', 'jinja2', 'tomli', 'jpholiday'} & set(sys.modules)\n"
        "sys.exit(str(sorted(bad)) if bad else 0)"
    )
    command = [sys.executable, "-c", code]
    subprocess.run(command, capture_output=True, check=False)  # the first run compiles
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
