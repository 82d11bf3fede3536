"""When the file cannot be written: said at once, asked before one leaves, and not a word lost."""

from __future__ import annotations

import os
import shutil

import pytest

from pmark_tui.store import client_file, whole_file
from pmark_tui.store.lock import take
from pmark_tui.tui.screens.note import NoteScreen
from tests.tui.screen_driver import Screen, new_client, opened, write

FIRST, SECOND = "E.2-1", "E.3-3"


async def spoil(s: Screen) -> None:
    """Another program writes into the file; then a question is answered."""
    with open(s.app.session.file.path, "a") as stream:
        stream.write("# by hand\n")
    await s.press("3")
    await s.until(lambda: s.name == "SaveElsewhere")


async def test_one_may_go_on_and_is_told_again_at_the_next_answer(fresh: str) -> None:
    async with opened(fresh) as s:
        await spoil(s)
        await s.press("escape")
        assert "未保存" in s.frame
        await s.press("1")
        await s.until(lambda: s.name == "SaveElsewhere")
        await s.press("enter")
        await s.until(lambda: "保存 10:00:00" in s.frame)
        held = s.on_disk
        assert (held.answer(FIRST).value, held.answer(SECOND).value) == ("no", "yes")
        assert s.app.session.file.path.endswith("さくら事務所-2.pmark.toml")
        # from here on the new file is the one that is written
        await s.press("2")
        assert s.on_disk.answer("J.2.2-1").value == "partial"


async def test_quitting_with_something_unsaved_asks_first(fresh: str) -> None:
    async with opened(fresh) as s:
        await spoil(s)
        await s.press("escape", "ctrl+q")
        assert s.name == "SaveElsewhere"
        await s.press("enter")
        await s.until(lambda: s.name == "InterviewScreen")
        await s.press("ctrl+q")
        assert s.app.return_code == 0
    assert client_file.read("さくら事務所-2.pmark.toml").client.answer(FIRST).value == "no"


async def test_quitting_twice_is_obeyed(fresh: str) -> None:
    async with opened(fresh) as s:
        await spoil(s)
        await s.press("ctrl+q")
        assert s.app.return_code == 0
    assert sorted(n for n in os.listdir() if n.endswith(".toml")) == ["さくら事務所.pmark.toml"]


async def test_going_to_the_list_with_something_unsaved_asks_first(fresh: str) -> None:
    async with opened(fresh) as s:
        await spoil(s)
        await s.press("escape", "ctrl+o")
        assert s.name == "SaveElsewhere"
        await s.press("escape")
        assert s.client.answer(FIRST).value == "no"


async def test_a_name_that_is_taken_is_refused_and_asked_again(fresh: str) -> None:
    with open("taken.pmark.toml", "w") as stream:
        stream.write("mine")
    async with opened(fresh) as s:
        await spoil(s)
        s.widget("path").value = ""
        await s.type("taken")
        await s.press("enter")
        assert s.name == "SaveElsewhere"
        assert "taken.pmark.toml" in s.frame
        s.widget("path").value = ""
        await s.type("free")
        await s.press("enter")
        await s.until(lambda: s.name == "InterviewScreen")
    with open("taken.pmark.toml") as stream:
        assert stream.read() == "mine"
    assert client_file.read("free.pmark.toml").client.answer(FIRST).value == "no"


async def test_a_note_is_kept_while_the_window_over_it_says_that_it_is_not_saved(
    fresh: str,
) -> None:
    async with opened(fresh) as s:
        with open(fresh, "a") as stream:
            stream.write("# by hand\n")
        await s.press("m")
        await s.type("大事なこと")
        await s.until(lambda: s.name == "SaveElsewhere")
        await s.press("enter")
        await s.until(lambda: s.name == "NoteScreen")
        await s.type("の続き")
        await s.press("escape")
        assert s.on_disk.answer(FIRST).note == "大事なことの続き"


async def test_once_the_folder_is_back_the_next_answer_saves_all(tmp_path) -> None:
    (tmp_path / "stick").mkdir()
    path = write(new_client(), "stick")
    async with opened(path) as s:
        shutil.move("stick", "elsewhere")
        await s.press("1")
        await s.until(lambda: s.name == "SaveElsewhere")
        await s.press("escape")
        shutil.move("elsewhere", "stick")
        await s.press("2")
        await s.until(lambda: "保存 10:00:00" in s.frame)
        assert (s.on_disk.answer(FIRST).value, s.on_disk.answer(SECOND).value) == ("yes", "partial")


async def test_what_no_file_can_hold_is_said_and_ends_nothing(fresh: str) -> None:
    async with opened(fresh) as s:
        s.app.session.annotate(FIRST, note="\ud800")  # half a character
        await s.until(lambda: s.name == "SaveElsewhere")
        await s.press("escape")
        s.app.session.annotate(FIRST, note="ok")
        await s.until(lambda: s.on_disk.answer(FIRST).note == "ok")


async def test_a_broken_file_is_told_in_one_line_and_left_as_it_is() -> None:
    with open("clients/broken.pmark.toml", "w") as stream:
        stream.write("format = \n")
    write(new_client(), "clients")
    async with opened("clients") as s:
        await s.until(lambda: "読めません" in s.frame and "0/19" in s.frame)
        await s.press("home", "enter")
        assert s.name == "ClientsScreen"
        assert s.app.session is None
        await s.press("down", "enter")
        await s.until(lambda: s.name == "InterviewScreen")
    with open("clients/broken.pmark.toml") as stream:
        assert stream.read() == "format = \n"


async def test_a_broken_file_named_at_the_start_leads_to_the_list() -> None:
    with open("clients/broken.pmark.toml", "w") as stream:
        stream.write("format = \n")
    async with opened("clients/broken.pmark.toml") as s:
        await s.until(lambda: s.name == "ClientsScreen" and "broken" in s.frame)
        assert s.app.session is None


async def test_a_file_that_another_program_holds_can_be_read_and_goes_elsewhere(fresh: str) -> None:
    held = take(fresh, "pmark answer")
    before = open(fresh, "rb").read()
    async with opened(fresh) as s:
        await s.until(lambda: "pmark answer" in s.frame and str(os.getpid()) in s.frame)
        assert "読み取り専用" in s.frame.splitlines()[0]
        await s.press("ctrl+l")
        assert "READ ONLY" in s.frame.splitlines()[0]  # the other language keeps the warning
        await s.press("ctrl+l")
        await s.press("right", "left", "f4", "f3")  # looking about asks nothing
        assert s.name == "InterviewScreen"
        await s.press("3")
        await s.until(lambda: s.name == "SaveElsewhere")
        assert "pmark answer" in s.frame
        await s.press("enter")
        await s.until(lambda: "保存 10:00:00" in s.frame)
        assert s.app.session.file.path.endswith("さくら事務所-2.pmark.toml")
        assert s.on_disk.answer(FIRST).value == "no"
    held.release()
    assert open(fresh, "rb").read() == before


async def test_looking_at_a_file_that_is_held_and_leaving_asks_nothing(fresh: str) -> None:
    held = take(fresh, "pmark")
    async with opened(fresh) as s:
        await s.press("right", "ctrl+q")
        assert s.app.return_code == 0
    held.release()


async def test_once_the_other_program_has_ended_the_next_answer_saves_all(fresh: str) -> None:
    held = take(fresh, "pmark")
    async with opened(fresh) as s:
        await s.press("1")
        await s.until(lambda: s.name == "SaveElsewhere")
        held.release()
        await s.press("escape", "2")
        await s.until(lambda: "保存 10:00:00" in s.frame)
        assert (s.on_disk.answer(FIRST).value, s.on_disk.answer(SECOND).value) == ("yes", "partial")


async def test_a_folder_that_cannot_be_written_is_said_at_once(
    fresh: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.mkdir

    def fails(path: str, *rest: int) -> None:
        if path.endswith(".pmark"):
            raise OSError(30, "Read-only file system")
        real(path, *rest)

    monkeypatch.setattr(os, "mkdir", fails)
    async with opened(fresh) as s:
        await s.until(lambda: "書き込めない場所です" in s.frame)
        assert "読み取り専用" in s.frame.splitlines()[0]


async def test_a_full_disk_is_said_and_once_there_is_room_all_is_saved(
    fresh: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = open(fresh, "rb").read()
    async with opened(fresh) as s:
        with monkeypatch.context() as full:
            full.setattr(whole_file.os, "write", _no_room)
            await s.press("1")
            await s.until(lambda: s.name == "SaveElsewhere")
            assert "空きがありません" in s.frame
            await s.press("enter")  # there is no room for another name either
            assert s.name == "SaveElsewhere"
            assert open(fresh, "rb").read() == before
        await s.press("escape", "2")
        await s.until(lambda: "保存 10:00:00" in s.frame)
        assert (s.on_disk.answer(FIRST).value, s.on_disk.answer(SECOND).value) == ("yes", "partial")
    assert sorted(os.listdir()) == [".pmark", "clients", "さくら事務所.pmark.toml"]


def _no_room(*_: object) -> int:
    raise OSError(28, "No space left on device")


async def test_an_earlier_state_is_chosen_and_taken_back_again(fresh: str) -> None:
    async with opened(fresh) as s:
        for answer in ("1", "2", "3"):
            await s.press(answer)
            s.app.flush()
        await s.press("f4", "f8", "f7")
        assert s.name == "ChooseScreen"
        assert s.widget("entries").option_count == 3
        await s.press("down", "enter")
        assert {q: a.value for q, a in s.on_disk.answers.items()} == {FIRST: "yes"}
        await s.press("f3", "u")
        assert len(s.on_disk.answers) == 3


async def test_without_earlier_states_one_is_told_so(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("f4", "f8", "f7")
        assert s.name == "HistoryScreen"
        assert "以前の状態はまだありません" in s.frame


async def test_a_window_that_is_only_opening_holds_no_end_up(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("1")
        s.app.push_screen(NoteScreen("", "", lambda written: None))
        s.app._keep_what_is_being_written()  # nothing of it is there yet
        await s.press("escape")
        assert s.name == "InterviewScreen"


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
