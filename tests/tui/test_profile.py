"""The form of a client: what it decides is shown at once, and kept."""

from __future__ import annotations

import os

from pmark_tui.store import client_file
from tests.tui.screen_driver import Screen, new_client, opened, write


async def _fill(s: Screen, workers: str = "12", capital: str = "1,000万") -> None:
    await s.press("n")
    await s.type("みどり")
    await s.press("enter", "down", "down", "down", "down", "enter")
    await s.type(workers)
    await s.press("enter")
    await s.type(capital)


async def test_a_profile_shows_at_once_what_it_decides() -> None:
    async with opened("clients") as s:
        await _fill(s, workers="５")
        assert "規模：小規模" in s.frame
        assert "概算" in s.frame
        await s.press("shift+tab", "end", "backspace")
        await s.type("6")
        assert "規模：中規模" in s.frame
        await s.press("end", "backspace")
        await s.type("x")
        assert "従業者数は数で" in s.frame
        await s.press("f3")
        assert s.name == "ProfileScreen"
        assert os.listdir("clients") == []


async def test_a_new_client_gets_a_file_of_its_own_and_never_another_ones() -> None:
    write(new_client("みどり"), "clients")
    async with opened("clients") as s:
        await _fill(s, capital="なし")
        await s.press("f3")
        assert s.name == "InterviewScreen"
        assert s.app.session.route.quick
        s.app.flush()
    names = sorted(name for name in os.listdir("clients") if name != ".pmark")
    assert names == ["みどり-2.pmark.toml", "みどり.pmark.toml"]
    made = client_file.read("clients/みどり-2.pmark.toml").client
    assert (made.profile.name, made.profile.workers, made.profile.capital) == ("みどり", 12, None)


async def test_a_flag_changes_how_many_questions_are_asked() -> None:
    async with opened(write(new_client())) as s:
        before = len(s.app.session.questions())
        await s.press("f2")
        s.widget("flags").focus()
        await s.press("home", "enter", "down", "enter")
        assert s.client.profile.flags == ("sensitive-data", "my-number")
        assert len(s.app.session.questions()) >= before
        assert s.on_disk.profile.flags == ("sensitive-data", "my-number")


async def test_each_entry_says_what_it_changes() -> None:
    async with opened(write(new_client()), size=(120, 40)) as s:
        await s.press("f2", "tab", "tab", "end", "backspace", "backspace")
        await s.type("5")  # 12 people, then 5: a service firm is small up to there
        assert "この欄の変更：規模 中規模 > 小規模、費用 " in s.widget("effect").plain
        await s.press("tab")
        await s.type("1")
        await s.press("backspace")
        assert "この欄の変更" not in s.widget("effect").plain


async def test_a_flag_tells_how_many_questions_it_adds_before_and_after() -> None:
    async with opened(write(new_client()), size=(120, 60)) as s:
        await s.press("f2")
        s.widget("flags").focus()
        asked = len(s.app.session.questions())
        at = [flag.id for flag in s.app.session.pack.flags].index("cloud")
        await s.press("home", *["down"] * at, "enter")
        more = len(s.app.session.questions()) - asked
        assert more > 0
        assert f"この欄の変更：設問 +{more} -0" in s.widget("effect").plain
        assert f"（+{more}問）" in s.frame


async def test_the_form_keeps_what_it_does_not_show() -> None:
    client = new_client(privacy_manager="鈴木", audit_manager="佐藤", head="山田")
    async with opened(write(client)) as s:
        await s.press("f2", "end")
        await s.type("2")
        held = s.on_disk.profile
        assert held.name.endswith("2")
        assert (held.privacy_manager, held.audit_manager, held.head) == ("鈴木", "佐藤", "山田")


async def test_enter_in_a_list_without_a_cursor_shows_it_and_the_next_one_takes() -> None:
    async with opened("clients") as s:
        await s.press("n", "tab")
        assert s.focus == "industry"
        await s.press("enter")
        assert "(x) 製造業" not in s.frame
        assert s.widget("industry").highlighted == 0
        await s.press("enter")
        assert "(x) 製造業" in s.frame
