"""A folder as rows: read once, kept until something changes; a broken file is a row of its own."""

import os
from datetime import date, timedelta

import pytest

from pmark_tui.domain.client import Answer, Client, Profile
from pmark_tui.domain.summary import summarise
from pmark_tui.errors import FileTrouble
from pmark_tui.store import client_file, packs
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
