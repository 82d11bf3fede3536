"""Earlier states: what is kept, how it is kept, and that one can go back to it."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from pmark_tui.domain.client import Answer, Client, Profile
from pmark_tui.store import client_file, versions
from pmark_tui.store.open_file import OpenFile
from pmark_tui.store.versions import DAYS, NEWEST, Version, superfluous

CLIENT = Client(Profile("会社", "service", 12), "p", "1.0.0", date(2026, 11, 23))


def with_answers(count: int) -> Client:
    return CLIENT.changed(answers={f"J.1-{n}": Answer("yes") for n in range(1, count + 1)})


@pytest.fixture
def path(tmp_path: Path) -> str:
    where = str(tmp_path / "a.pmark.toml")
    client_file.create(where, CLIENT)
    return where


def saved(path: str, *counts: int) -> None:
    """Save states of so many answers, one after the other, as a program does that is then closed."""
    opened = OpenFile(path, "test")
    for count in counts:
        opened.save(with_answers(count))
    opened.close()


def kept(path: str) -> list[int]:
    """How many answers each earlier state has, the oldest first."""
    return [len(client_file.read(v.path).client.answers) for v in versions.listing(path)]


def test_each_save_keeps_the_state_before_it(path: str) -> None:
    saved(path, 1, 2, 3)
    assert kept(path) == [0, 1, 2]
    assert len(client_file.read(path).client.answers) == 3
    assert [v.number for v in versions.listing(path)] == [1, 2, 3]


def test_the_place_of_the_interview_alone_is_no_state(path: str) -> None:
    opened = OpenFile(path, "test")
    opened.save(CLIENT.changed(position="J.1-1"))
    opened.save(CLIENT.changed(position="J.1-2", quick=True))
    opened.close()
    assert versions.listing(path) == ()


def test_when_it_is_closed_the_newest_twenty_are_kept_and_the_last_of_an_earlier_day(
    path: str,
) -> None:
    yesterday = (datetime.now() - timedelta(days=1)).timestamp()
    saved(path, 1)
    for version in versions.listing(path):  # the state without an answer, as if saved yesterday
        day = datetime.fromtimestamp(yesterday)
        os.rename(
            version.path, version.path.replace(f"{version.saved:%Y-%m-%d}", f"{day:%Y-%m-%d}")
        )
    saved(path, *range(2, 32))
    # 31 states before the present one: 0 of yesterday, 1 to 30 of today; 1 to 10 are neither new nor
    # the last of a day but for 10
    assert kept(path) == [0, 10, *range(11, 31)]
    assert NEWEST == 20


def test_while_it_is_open_more_are_kept_but_not_without_end(path: str) -> None:
    opened = OpenFile(path, "test")
    for count in range(1, 60):
        opened.save(with_answers(count))
    assert len(versions.listing(path)) == 59
    for count in range(60, 200):
        opened.save(with_answers(count))
    assert len(versions.listing(path)) <= versions.MOST + DAYS + 1
    opened.close()


def test_of_each_of_many_days_the_last_state_is_kept() -> None:
    start = datetime(2026, 1, 1, 9)
    every = tuple(
        Version("", number, start + timedelta(hours=number * 12)) for number in range(1, 201)
    )  # two a day: at 21 and, the day after, at 9
    dropped = {v.number for v in superfluous(every)}
    older = every[:-20]
    # the odd ones are at 21 o'clock, the last of their day; the last of the older ones is 180, at 9
    assert {v.number for v in older} - dropped == {180, *range(180 - 2 * (DAYS - 1) + 1, 180, 2)}


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_earlier_states_belong_to_their_user_alone(path: str) -> None:
    saved(path, 1, 2)
    folder = Path(path).parent / ".pmark"
    for place in (folder, folder / "a"):
        assert place.stat().st_mode & 0o777 == 0o700
    assert {p.stat().st_mode & 0o777 for p in (folder / "a").iterdir()} == {0o600}


def test_keeping_copies_nothing_where_a_file_may_have_two_names(path: str) -> None:
    before = os.stat(path)
    saved(path, 1)
    (version,) = versions.listing(path)
    assert os.path.samestat(os.stat(version.path), before)


def test_where_a_file_has_one_name_only_it_is_copied(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError(1, os.strerror(1))

    monkeypatch.setattr(os, "link", fails)
    saved(path, 1, 2)
    assert kept(path) == [0, 1]
    assert {os.stat(v.path).st_mode & 0o777 for v in versions.listing(path)} <= {0o600, 0o666}
    # and a new file is still never written over one that is there
    client_file.create(path.replace("a.pmark", "b.pmark"), CLIENT)


def test_what_cannot_be_kept_stops_no_save(path: str) -> None:
    Path(path).parent.joinpath(".pmark").write_text("mine", "utf-8")
    file = client_file.read(path)
    client_file.save(file, with_answers(1))
    assert len(client_file.read(path).client.answers) == 1


def test_going_back_keeps_the_present_state_and_every_byte(path: str) -> None:
    saved(path, 1)
    text = Path(path).read_text("utf-8").replace("[profile]", 'mood = "good"\n\n[profile]', 1)
    Path(path).write_text(text, "utf-8")
    saved(path, 2)
    versions.restore(path, versions.listing(path)[-1])
    assert Path(path).read_text("utf-8") == text
    assert kept(path) == [0, 1, 2]


def test_a_name_used_again_does_not_mix_two_clients(path: str) -> None:
    saved(path, 1, 2)
    os.unlink(path)
    client_file.create(path, replace(CLIENT, profile=Profile("別の会社", "retail", 3)))
    assert versions.listing(path) == ()
    aside = Path(path).parent / ".pmark" / "a.2"
    assert len(list(aside.iterdir())) == 2


def test_foreign_files_among_them_are_left_alone(path: str) -> None:
    saved(path, 1)
    folder = Path(path).parent / ".pmark" / "a"
    for name in ("notes.txt", "1.toml", "x.2026-11-23T100000.toml", "000009.soon.toml"):
        (folder / name).write_text("", "utf-8")
    saved(path, *range(2, 30))
    assert {"notes.txt", "1.toml", "x.2026-11-23T100000.toml"} <= set(os.listdir(folder))
    assert len(versions.listing(path)) == 21
