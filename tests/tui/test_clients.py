"""The list of clients by keys alone: looking, finding, keeping house."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, datetime

from pmark_tui.domain.client import Answer
from pmark_tui.store import client_file, snapshots
from pmark_tui.store.lock import take
from pmark_tui.tui.screens import clients as clients_screen
from tests.tui.screen_driver import Screen, answered, new_client, opened, write


async def ready(s: Screen, count: int) -> None:
    """Wait until everything is read."""
    await s.until(lambda: s.frame.splitlines()[0].split()[-1] == str(count))
    await s.until(lambda: s.app.screen._rows.keys() == set(s.app.screen._names))


def rows(s: Screen) -> list[str]:
    """The names in the list as it stands."""
    return [name.removesuffix(".pmark.toml") for name in s.widget("clients").keys]


def listed(*names: str) -> None:
    """Fresh clients of these names."""
    for name in names:
        write(new_client(name), "clients")


async def test_each_row_says_who_stands_where_and_what_is_due() -> None:
    late = answered(new_client("おそい", target=date(2027, 4, 1)))
    late = late.with_answer("J.6.3-2", replace(late.answer("J.6.3-2"), due=date(2026, 11, 1)))
    write(late, "clients", datetime(2026, 11, 22, 18, 5))
    async with opened("clients", size=(100, 30)) as s:
        await ready(s, 1)
        row = next(line for line in s.frame.splitlines() if line.startswith(" おそい"))
        assert row.split()[1:] == ["8/19", "4", "-", "2026-11-01", "超過", "2026-11-22"]
        about = s.widget("about").plain
        assert "期日を過ぎたもの 1件、最も古いものは 2026-11-01 対応 J.6.3-2" in about
        assert "次： 2026-12-15 対応 J.2.2-1" in about
        assert "あとで確認 1" in about
        assert "見直し・改善" in about
        assert "停止" in about


async def test_a_broken_file_is_named_with_its_reason_and_harms_no_other() -> None:
    listed("A")
    with open("clients/B.pmark.toml", "w") as stream:
        stream.write('format = "pmark-client/1"\nprofile = \n')
    async with opened("clients") as s:
        await ready(s, 2)
        assert "0/19" in s.frame
        await s.press("down")
        assert "読めません" in s.widget("about").plain
        assert "B.pmark.toml" in s.widget("about").plain
        await s.press("enter")
        await s.until(lambda: "TOML" in s.frame)
        assert s.name == "ClientsScreen"


async def test_a_name_is_found_by_a_part_of_it_in_any_width() -> None:
    listed("ABC商事", "みどり商店", "さくら")
    async with opened("clients") as s:
        await ready(s, 3)
        await s.press("slash")
        await s.type("ａｂｃ")
        assert rows(s) == ["ABC商事"]
        await s.press(*["backspace"] * 3)
        await s.type("ミドリ")
        assert rows(s) == ["みどり商店"]
        assert "1/3" in s.frame.splitlines()[0]
        await s.press("enter", "enter")
        assert s.client.profile.name == "みどり商店"
        await s.press("ctrl+o")
        await ready(s, 3)
        await s.press("f6")
        await s.type("どこにもない")
        assert "この名前の顧客はありません" in s.frame
        await s.press("escape")
        assert len(rows(s)) == 3
        assert s.focus == "clients"


async def test_the_list_is_sorted_by_what_one_asks_for() -> None:
    soon = replace(new_client("C").profile, target=date(2027, 1, 1))
    write(new_client("A"), "clients", datetime(2026, 11, 1))
    write(answered(new_client("B")), "clients", datetime(2026, 11, 3))
    write(new_client("C").changed(profile=soon), "clients", datetime(2026, 11, 2))
    async with opened("clients") as s:
        await ready(s, 3)
        seen = []
        for _ in range(5):
            seen.append("".join(rows(s)))
            await s.press("s")
        # by name, next due (B has 2026-12-15), latest change, most answered, most blocked
        assert seen == ["ABC", "BCA", "BCA", "BAC", "BAC"]
        assert rows(s) == ["A", "B", "C"]


async def test_a_template_takes_the_ways_of_working_and_no_word_of_the_client() -> None:
    old = answered(new_client("もと", flags=("cloud",), head="山田", target=date(2027, 4, 1)))
    write(old, "clients")
    async with opened("clients") as s:
        await ready(s, 1)
        await s.press("c")
        await s.type("新しい会社")
        await s.press("enter")
        await ready(s, 2)
        assert s.widget("clients").at == "新しい会社.pmark.toml"
    made = client_file.read("clients/新しい会社.pmark.toml").client
    assert made.answers == {}
    assert made.profile == replace(old.profile, name="新しい会社", head="", target=None)
    assert (made.pack, made.quick) == (old.pack, old.quick)


async def test_a_client_is_renamed_with_what_belongs_to_it() -> None:
    path = write(answered(new_client("まえ")), "clients")
    snapshots.take(path, date(2026, 11, 20))
    os.makedirs("clients/.pmark/まえ")
    listed("あと")
    async with opened("clients") as s:
        await ready(s, 2)
        await s.press("end", "m")
        assert s.widget("line").value == "まえ"
        await s.press("end", "backspace", "backspace")
        await s.type("あと")
        await s.press("enter")
        await s.until(lambda: "名前を変えました" in s.frame)
    assert sorted(os.listdir("clients")) == [
        ".pmark",
        "あと-2.2026-11-20.snapshot.toml",
        "あと-2.pmark.toml",
        "あと.pmark.toml",
    ]
    assert os.listdir("clients/.pmark") == ["あと-2"]
    renamed = client_file.read("clients/あと-2.pmark.toml").client
    assert renamed.profile.name == "あと"
    assert renamed.answer("J.2.2-1").note


async def test_what_another_program_has_open_stays_where_it_is() -> None:
    path = write(new_client("A"), "clients")
    lock = take(path, "pmark interview")
    async with opened("clients") as s:
        await ready(s, 1)
        await s.press("a")
        await s.until(lambda: "pmark interview" in s.frame)
        assert rows(s) == ["A"]
        lock.release()
        await s.press("a")
        await s.until(lambda: "アーカイブに移しました" in s.frame)
    assert os.listdir("clients/archive") == ["A.pmark.toml"]


async def test_the_archive_takes_and_gives_back_and_replaces_nothing() -> None:
    listed("A", "B")
    os.mkdir("clients/archive")
    write(new_client("B"), "clients/archive")
    async with opened("clients") as s:
        await ready(s, 2)
        await s.press("end", "a")
        await ready(s, 1)
        assert rows(s) == ["A"]
        await s.press("v")
        await ready(s, 2)
        assert rows(s) == ["B", "B-2"]
        await s.press("end", "a")
        await ready(s, 1)
        await s.press("escape")
        await ready(s, 2)
        assert rows(s) == ["A", "B-2"]
    assert os.listdir("clients/archive") == ["B.pmark.toml"]


async def test_a_file_is_brought_in_from_wherever_it_lies(tmp_path, monkeypatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "from here").mkdir()
    source = write(answered(new_client("よそ")), "from here")
    listed("A")
    async with opened("clients") as s:
        for number, written in enumerate(
            (
                '"~/from here/よそ.pmark.toml"',
                f"  {tmp_path}/from\\ here/よそ.pmark.toml ",
                f"file://{tmp_path}/from%20here/よそ.pmark.toml",
            ),
            2,
        ):
            await s.press("i")
            await s.type(written)
            await s.press("enter")
            await ready(s, number)
        await s.press("i")
        await s.type("nowhere.pmark.toml")
        await s.press("enter")
        await s.until(lambda: "nowhere.pmark.toml" in s.frame)
    assert sorted(os.listdir("clients")) == [
        "A.pmark.toml",
        "よそ-2.pmark.toml",
        "よそ-3.pmark.toml",
        "よそ.pmark.toml",
    ]
    theirs = client_file.read(source).client
    assert client_file.read("clients/よそ.pmark.toml").client == theirs


async def test_reading_says_how_far_it_is_and_stops_at_esc(monkeypatch) -> None:
    listed(*"ABCDEF")
    real, waiting = clients_screen.Portfolio.row, []

    def row(self, name):
        while name[0] in waiting:
            clients_screen.monotonic()
        return real(self, name)

    monkeypatch.setattr(clients_screen.Portfolio, "row", row)
    monkeypatch.setattr(clients_screen, "EVERY", 0.0)
    waiting.append("D")
    async with opened("clients") as s:
        await s.until(lambda: "3/6 件を読み込みました" in s.frame.splitlines()[0])
        # the list is usable meanwhile
        await s.press("end")
        assert s.widget("clients").at == "F.pmark.toml"
        await s.press("escape")
        waiting.clear()
        assert "3/6 件で止めました" in s.frame.splitlines()[0]
        assert s.frame.count("0/19") == 3
        await s.press("f5")
        await ready(s, 6)
        assert s.frame.count("0/19") == 6


async def test_a_folder_that_is_not_there_any_more_is_said() -> None:
    listed("A")
    async with opened("clients") as s:
        await ready(s, 1)
        os.rename("clients", "elsewhere")
        await s.press("f5")
        assert "clients" in s.frame
        assert "読めません" in s.frame


async def test_the_first_start_says_what_to_do_in_three_lines() -> None:
    async with opened("clients") as s:
        steps = [line.strip()[:2] for line in s.frame.splitlines() if line.strip()[1:2] == "."]
        assert steps == ["1.", "2.", "3."]


async def test_a_click_opens_the_client_under_it() -> None:
    listed("A", "B")
    async with opened("clients") as s:
        await ready(s, 2)
        await s.pilot.click("#clients", offset=(4, 1))
        await s.until(lambda: s.name == "InterviewScreen")
        assert s.client.profile.name == "B"


async def test_a_note_of_days_is_no_answer() -> None:
    held = new_client("A").with_answer("J.2.2-1", Answer(due=date(2026, 12, 1)))
    write(held, "clients")
    async with opened("clients") as s:
        await ready(s, 1)
        assert "0/19" in s.frame


async def test_the_last_of_more_clients_than_lines_stands_on_the_screen() -> None:
    listed(*(f"{number:02d}" for number in range(40)))
    async with opened("clients", size=(80, 24)) as s:
        await s.press("end")
        await ready(s, 40)
        assert any(line.split()[:2] == ["39", "0/19"] for line in s.frame.splitlines())
        await s.press("up")
        assert any(line.split()[:2] == ["39", "0/19"] for line in s.frame.splitlines())
