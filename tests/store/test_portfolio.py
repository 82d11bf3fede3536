"""A folder as rows: read once, kept until something changes; a broken file is a row of its own."""

import os
import subprocess
import sys
from datetime import date, timedelta

import pytest

from pmark_tui.domain.client import Answer, Client, Finding, Profile
from pmark_tui.domain.summary import summarise
from pmark_tui.errors import FileTrouble
from pmark_tui.store import client_file, packs, side_by_side
from pmark_tui.store.portfolio import Portfolio

TODAY = date(2026, 11, 25)


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "clients"
    place.mkdir()
    return place


def write(folder, name, **fields):
    who = Profile(**{"name": name, "industry": "service", "workers": 5, **fields})
    held = Client(who, packs.DEFAULT, "1", TODAY, {"J.2.2-1": Answer("yes")})
    return client_file.create(str(folder / f"{name}.pmark.toml"), held)


def rows(folder, on=TODAY):
    portfolio = Portfolio(str(folder), on)
    found = [portfolio.row(name) for name in portfolio.names]
    portfolio.keep()
    return found


def forbid_reading(monkeypatch):
    def refuse(path):
        raise AssertionError(f"{path} was read again")

    monkeypatch.setattr(client_file, "read", refuse)


def test_a_row_is_the_summary_of_its_file(folder):
    file = write(folder, "あ")
    (row,) = rows(folder)
    assert row.summary == summarise(packs.load(), file.client, TODAY)
    assert row.path == file.path
    assert row.touched is not None


def test_a_broken_file_is_named_and_the_rest_still_shown(folder):
    write(folder, "a")
    (folder / "b.pmark.toml").write_text("[half", encoding="utf-8")
    write(folder, "c")
    first, broken, last = rows(folder)
    assert first.summary is not None and last.summary is not None
    assert broken.summary is None
    assert "b.pmark.toml" in broken.error.message("en")


def test_the_second_look_reads_no_client_and_says_the_same(folder, monkeypatch):
    write(folder, "a", kind="renewal", expires=date(2027, 3, 31), target=date(2026, 11, 30))
    first = rows(folder)
    forbid_reading(monkeypatch)
    assert rows(folder) == first


def test_a_changed_file_is_read_again(folder):
    file = write(folder, "a")
    before = rows(folder)[0].summary
    client_file.save(file, file.client.with_answer("J.2.2-1", Answer("no")))
    after = rows(folder)[0].summary
    assert after.blocked > before.blocked  # a policy that is not there blocks steps


def test_another_day_is_another_look(folder):
    write(folder, "a", target=TODAY)
    assert rows(folder)[0].summary.overdue == ()
    assert len(rows(folder, TODAY + timedelta(days=1))[0].summary.overdue) == 1


def test_the_next_morning_reads_no_client_again(folder, monkeypatch):
    write(folder, "a", target=TODAY)
    rows(folder)
    forbid_reading(monkeypatch)
    (row,) = rows(folder, TODAY + timedelta(days=1))
    assert row.summary.on == TODAY + timedelta(days=1)
    assert [due.on for due in row.summary.overdue] == [TODAY]


def test_a_day_that_matters_to_a_client_and_one_gone_by_are_looked_at_anew(folder):
    file = write(folder, "a")
    finding = Finding("F1", "J.9.2", "x", found_on=TODAY)
    client_file.save(file, file.client.changed(findings=(finding,)))
    before = rows(folder)[0].summary.blocked
    # the clock of a finding runs three months
    assert rows(folder, date(2027, 2, 25))[0].summary.blocked == before
    assert rows(folder, date(2027, 2, 26))[0].summary.blocked == before + 1
    assert rows(folder)[0].summary.blocked == before


@pytest.fixture
def many(folder):
    """As many files as are read side by side; one is broken, one a renewal."""
    for number in range(side_by_side.FROM):
        write(folder, f"{number:03d}社", workers=number)
    write(folder, "renewal", kind="renewal", expires=date(2027, 3, 31))
    (folder / "broken.pmark.toml").write_text("[half", encoding="utf-8")
    return folder


def all_rows(folder):
    portfolio = Portfolio(str(folder), TODAY)
    found = dict(portfolio.rows())
    portfolio.keep()
    return found


def one_by_one(folder):
    portfolio = Portfolio(str(folder), TODAY)
    return {name: portfolio.row(name) for name in portfolio.names}


def same(these, those):
    """Whether two looks say the same; an error is a value by its message."""
    told = [
        {name: (row.path, row.summary, row.error and str(row.error)) for name, row in rows_.items()}
        for rows_ in (these, those)
    ]
    return told[0] == told[1]


def test_many_files_read_side_by_side_say_what_each_says_alone(many, monkeypatch):
    monkeypatch.setattr(side_by_side, "_cores", lambda: 2)
    alone = one_by_one(many)
    together = all_rows(many)
    assert same(together, alone)
    assert len(together) == side_by_side.FROM + 2
    assert together["broken.pmark.toml"].error is not None
    forbid_reading(monkeypatch)  # what the processes found is kept
    os.unlink(many / "broken.pmark.toml")
    assert len(all_rows(many)) == side_by_side.FROM + 1


@pytest.mark.parametrize("program", ["", "/nowhere/python", "/bin/false", "/bin/echo"])
def test_without_processes_the_files_are_read_all_the_same(many, monkeypatch, program):
    monkeypatch.setattr(side_by_side, "_cores", lambda: 2)
    monkeypatch.setattr(sys, "executable", program)
    assert same(all_rows(many), one_by_one(many))


def test_a_look_that_is_broken_off_leaves_no_process(many, monkeypatch):
    started = []
    begin = subprocess.Popen

    def watched(*args, **named):
        started.append(begin(*args, **named))
        return started[-1]

    monkeypatch.setattr(side_by_side, "_cores", lambda: 3)
    monkeypatch.setattr(subprocess, "Popen", watched)
    looking = Portfolio(str(many), TODAY).rows()
    next(looking), next(looking)  # the first is read here, the second there
    looking.close()
    assert len(started) == 3
    assert all(process.poll() is not None for process in started)


def test_the_modules_of_a_process_are_ours_not_the_folders(many, monkeypatch):
    (many / "json.py").write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.chdir(many)
    monkeypatch.setattr(side_by_side, "_cores", lambda: 2)
    monkeypatch.setattr(client_file, "read", lambda path: pytest.fail(f"{path} was read here"))
    names = sorted(os.listdir(many))[:4]
    assert {name for name, _ in side_by_side.kept(str(many), names, TODAY)} == set(names)


def test_a_window_is_worked_out_for_renewals(folder):
    write(folder, "a", kind="renewal", expires=date(2027, 3, 31))
    days = {due.kind: due.on for due in rows(folder)[0].summary.due}
    # eight months back plus a day is 1 August 2026, which has passed; four months back is 30 November
    assert days == {"window_closes": date(2026, 11, 30), "expires": date(2027, 3, 31)}


def test_what_is_gone_is_forgotten(folder):
    file = write(folder, "a")
    write(folder, "b")
    rows(folder)
    os.unlink(file.path)
    assert [row.summary.name for row in rows(folder)] == ["b"]


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(folder, monkeypatch, tmp_path):
    (tmp_path / "no-folder").write_text("")
    monkeypatch.setenv("PMARK_CACHE", str(tmp_path / "no-folder"))
    write(folder, "a")
    assert rows(folder) == rows(folder)


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(FileTrouble):
        Portfolio(str(tmp_path / "none"), TODAY)
