"""What one does at the screen, by keys alone: the form, language and size, trouble, the report."""

from __future__ import annotations

import os
import shutil

from pmark_tui.store import client_file
from tests.tui.screen_driver import Screen, answered, new_client, opened, write

HERE = "J.2.2-1"


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
    assert sorted(os.listdir("clients")) == ["みどり-2.pmark.toml", "みどり.pmark.toml"]
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


async def test_the_form_keeps_what_it_does_not_show() -> None:
    client = new_client(privacy_manager="鈴木", audit_manager="佐藤", head="山田")
    async with opened(write(client)) as s:
        await s.press("f2", "end")
        await s.type("2")
        held = s.on_disk.profile
        assert held.name.endswith("2")
        assert (held.privacy_manager, held.audit_manager, held.head) == ("鈴木", "佐藤", "山田")


async def test_language_and_size_keep_the_place() -> None:
    async with opened(write(answered(new_client()))) as s:
        await s.press("right", "right")
        there = s.question
        await s.press("ctrl+l")
        assert s.question == there
        assert "Interview" in s.frame
        for size in ((120, 40), (40, 12), (80, 24)):
            await s.pilot.resize_terminal(*size)
            await s.pilot.pause()
            assert s.question == there
            assert there in s.frame


async def test_a_file_changed_underneath_is_never_overwritten_and_nothing_is_lost() -> None:
    path = write(new_client())
    async with opened(path) as s:
        first = s.question
        with open(path, "a") as stream:
            stream.write("# by hand\n")
        theirs = open(path, "rb").read()
        await s.press("3")
        await s.until(lambda: s.name == "SaveElsewhere")
        assert "未保存" in s.app.saved
        await s.press("enter")
        await s.until(lambda: s.name == "InterviewScreen")
        other = s.app.session.file.path
    assert open(path, "rb").read() == theirs
    assert other != path
    assert client_file.read(other).client.answer(first).value == "no"


async def test_a_folder_that_is_gone_is_said_and_nothing_is_lost(tmp_path) -> None:
    (tmp_path / "stick").mkdir()
    path = write(new_client(), "stick")
    async with opened(path) as s:
        first = s.question
        shutil.rmtree("stick")
        await s.press("1")
        await s.until(lambda: s.name == "SaveElsewhere")
        box = s.widget("path")
        box.value = "safe"
        await s.press("enter")
        await s.until(lambda: s.name == "InterviewScreen")
    assert client_file.read("safe.pmark.toml").client.answer(first).value == "yes"


async def test_a_report_is_overwritten_only_by_a_second_press() -> None:
    async with opened(write(answered(new_client()))) as s:
        name = f"{s.client.profile.name}.report.md"
        with open(name, "w") as stream:
            stream.write("mine")
        await s.press("f5", "f9")
        assert open(name).read() == "mine"
        await s.press("f9")
        assert "J.2.2-1" in open(name, encoding="utf-8").read()


async def test_markup_in_a_clients_words_is_only_text() -> None:
    client = new_client("[red]A {x}")
    path = write(client)
    async with opened(path) as s:
        s.app.session.annotate(s.question, note="[bold]太字[/bold] [@click=app.quit]x[/]")
        await s.press("right", "left")
        assert "[red]A {x}" in s.frame
        assert "[bold]太字[/bold] [@click=app.quit]x[/]" in s.frame
