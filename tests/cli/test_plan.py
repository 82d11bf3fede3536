"""`pmark plan`: dates that scripts rely on, calendar files, papers and deadlines."""

from __future__ import annotations

from functools import partial

import pytest
from icalendar import Calendar

from pmark_tui.cli import main
from tests.cli.running import as_json, said

ORGANISATION = ("--industry", "service", "--workers", "5", "--no-capital")


@pytest.fixture
def new(tmp_path, capsys):
    path = str(tmp_path / "new.pmark.toml")
    assert main(["new", path, "--name", "株式会社見本", *ORGANISATION]) == 0
    capsys.readouterr()
    return path


@pytest.fixture
def renewal(tmp_path, capsys):
    path = str(tmp_path / "renewal.pmark.toml")
    kind = ("--kind", "renewal", "--expires", "2024-12-01")
    assert main(["new", path, "--name", "株式会社更新", *ORGANISATION, *kind]) == 0
    capsys.readouterr()
    return path


run = partial(said, "plan")
loads = partial(as_json, "plan")


def test_json_as_documented(capsys, renewal):
    found = loads(capsys, renewal, "--on", "2024-01-05")
    assert found["schema"] == "pmark.plan/1"
    assert found["window"]["from"] == "2024-04-02"
    assert found["window"]["to"] == "2024-08-01"
    assert found["target"] == "2024-08-01"
    assert found["start_by"] < found["target"]
    for one in found["milestones"]:
        assert {"id", "from", "to", "earliest", "latest", "certainty"} <= one.keys()
        assert one["from"] <= one["to"]


def test_back_from_a_target_and_forward_from_its_start(capsys, new):
    back = loads(capsys, new, "--target", "2027-12-01", "--on", "2026-11-23")
    assert back["window"] is None
    forward = loads(capsys, new, "--start", back["start_by"], "--on", "2026-11-23")
    assert forward["target"] == back["reaches"] <= "2027-12-01"
    assert forward["milestones"] == back["milestones"]


def test_without_a_target_it_plans_from_the_day(capsys, new):
    found = loads(capsys, new, "--on", "2026-11-23")
    assert found["start_by"] == "2026-11-23"


def test_eligibility_and_papers_come_with_it(capsys, new):
    found = loads(capsys, new, "--on", "2026-11-23")
    assert found["eligibility"]["verdict"] == "open"
    assert found["papers"][0]["form"] == "0"
    assert found["papers"][0]["who"]
    assert main(["answer", new, "E.1-2=no"]) == 0
    capsys.readouterr()
    assert loads(capsys, new)["eligibility"]["verdict"] == "not-yet"


def test_events_and_dates(capsys, new):
    words = ("--event", "findings=2026-11-30", "--date", "training=2026-06-02")
    found = loads(capsys, new, *words, "--date", "audit=2026-06-01")
    assert found["after"][0]["due"] == "2027-02-28"
    assert found["after"][0]["month_end"] is True
    assert len(found["clashes"]) == 1


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_text_holds_every_part(capsys, renewal, lang):
    words = ("--papers", "--cases", "--event", "decision=2025-01-10", "--on", "2024-01-05")
    code, out, err = run(capsys, renewal, *words, "--lang", lang)
    assert (code, err) == (0, "")
    for part in ("2024-04-02 - 2024-08-01", "2025-04-10", "JIPDEC", "pmark incident"):
        assert part in out


def test_writes_a_calendar_and_never_over_another_file(capsys, renewal, tmp_path):
    path = str(tmp_path / "plan.ics")
    assert run(capsys, renewal, "--ics", path)[0] == 0
    with open(path, "rb") as stream:
        data = stream.read()
    assert b"\r\n" in data
    assert len(Calendar.from_ical(data).walk("VEVENT")) == 13
    code, _, err = run(capsys, renewal, "--ics", path)
    assert code == 3
    assert "plan.ics" in err
    assert run(capsys, renewal, "--ics", path, "--force")[0] == 0
    code, out, _ = run(capsys, renewal, "--ics", "-")
    assert (code, out[:15]) == (0, "BEGIN:VCALENDAR")


def test_gantt_is_text_for_mermaid(capsys, renewal):
    code, out, _ = run(capsys, renewal, "--gantt")
    assert (code, out[:6]) == (0, "gantt\n")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--target", "2027-12-01", "--start", "2027-01-01"), "--start"),
        (("--target", "tomorrow"), "tomorrow"),
        (("--target", "9999-12-31"), "9999-12-31"),
        (("--start", "0001-01-01"), "0001-01-01"),
        (("--event", "party=2026-01-01"), "party"),
        (("--event", "findings=soon"), "soon"),
        (("--event", "findings"), "findings"),
        (("--date", "birthday=2026-01-01"), "birthday"),
    ],
)
def test_one_line_for_bad_input(capsys, new, words, named):
    for lang in ("ja", "en"):
        code, out, err = run(capsys, new, *words, "--lang", lang)
        assert (code, out) == (2, "")
        assert err.startswith("pmark: ")
        assert err.count("\n") == 1
        assert named in err
