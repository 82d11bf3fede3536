"""Keys that arrive all at once, quicker than screens open and close: none of them ends the app."""

from __future__ import annotations

import asyncio
import os

import pytest
from textual.command import CommandList

from pmark_tui.store import client_file
from pmark_tui.store.client_file import SUFFIX
from pmark_tui.tui.app_ending import HANG_UP
from pmark_tui.tui.commands import CommandPalette
from pmark_tui.tui.screens.report import ReportScreen
from pmark_tui.tui.widgets.choices import Choices
from tests.tui.screen_driver import key_event, opened


async def test_what_is_typed_after_the_key_that_leaves_is_for_nobody(fresh: str) -> None:
    async with opened(fresh) as screen:
        first = screen.client
        await screen.at_once("ctrl+q", "home", "1", "down", "enter", "n", "ctrl+p", "x")
        await screen.pilot.pause()
        assert screen.app._exception is None
        assert not screen.app.is_running
        assert screen.client.answers == first.answers


async def test_an_end_that_comes_twice_keeps_what_was_typed_before_the_first(fresh: str) -> None:
    """A closed window: the signal comes, and then the terminal cannot be written to."""
    async with opened(fresh) as screen:
        await screen.press("1", "m", "a")
        screen.app._end(HANG_UP)
        for key in ("b", "c"):
            screen.app.screen.focused.post_message(key_event(key))
        screen.app._end(HANG_UP)
        await screen.until(lambda: not screen.app.is_running)
    answers = [(a.value, a.note) for a in client_file.read(fresh).client.answers.values()]
    assert answers == [("yes", ""), ("", "abc")]


@pytest.mark.parametrize("turns", [0, 4, 8, 14, 20, 30, 45, 100, 400])
async def test_a_note_keeps_what_is_typed_at_once_before_the_key_that_closes_it(
    turns: int, fresh: str
) -> None:
    """However far the window has come up: so many turns of the loop after the key that opens it."""
    async with opened(fresh) as screen:
        screen.app.post_message(key_event("m"))
        for _ in range(turns):
            await asyncio.sleep(0)
        await screen.at_once("a", "1", "b", "escape")
        await screen.until(lambda: bool(screen.client.answers))
        assert [(a.value, a.note) for a in screen.client.answers.values()] == [("", "a1b")]


async def test_the_app_ends_while_a_screen_or_a_window_is_only_just_coming_up(fresh: str) -> None:
    async with opened(fresh) as screen:
        screen.app.show("results")
        screen.app.exit()
    assert screen.app._exception is None
    async with opened(fresh) as screen:
        await screen.press("slash")
        screen.app.show("interview")  # and here the end comes with the test
    assert screen.app._exception is None
    async with opened(fresh) as screen:
        screen.app.screen.action_search()
        screen.app.exit()
    assert screen.app._exception is None


async def test_keys_that_follow_the_way_back_to_the_list(fresh: str) -> None:
    async with opened(fresh) as screen:
        await screen.at_once("f2", "1", "home", "end", "enter", "escape", "down", "f3", "2")
        await screen.pilot.pause()
        assert screen.app._exception is None


async def test_a_screen_is_left_while_a_window_over_it_is_only_just_opening(fresh: str) -> None:
    async with opened(fresh) as screen:
        for _ in range(3):
            await screen.press("f4")
            await screen.at_once("enter", "f5")
            await screen.until(lambda: screen.name in ("ReportScreen", "ExplainScreen"))
            await screen.press("escape", "f3")
            await screen.until(lambda: screen.name == "InterviewScreen")
        assert screen.app._exception is None


async def test_what_follows_a_frame_later_finds_the_screen_gone(fresh: str) -> None:
    async with opened(fresh) as screen:
        for _ in range(4):
            await screen.at_once("1", "down", "2", "ctrl+l", "1", "f4", "f3")
        await screen.until(lambda: screen.name == "InterviewScreen")
        interview = screen.app.screen
        await screen.press("f4")
        interview._show_steps()
        interview._show_rest(interview.current, ())
        assert screen.app._exception is None


async def test_a_paper_is_written_before_its_page_was_ever_drawn(fresh: str) -> None:
    async with opened(fresh) as screen:
        await screen.press("f4")
        screen.app.action_go("visit")
        await screen.at_once("f9")
        await screen.until(lambda: os.path.exists(fresh.replace(SUFFIX, ".homework.md")))
        assert screen.app._exception is None


async def test_paging_a_list_that_has_no_place_on_the_screen(fresh: str) -> None:
    async with opened(fresh) as screen:
        answers = screen.widget("answers")
        assert isinstance(answers, Choices)
        answers.highlighted = 2
        answers.display = False
        await screen.pilot.pause()
        for by in (1, -1):
            answers._clear_caches()
            answers.page(by)
        assert answers.highlighted == 2


async def test_what_comes_late_to_a_screen_of_a_closed_client_is_about_that_client(
    fresh: str,
) -> None:
    async with opened(fresh) as screen:
        await screen.press("f5")
        report, session = screen.app.screen, screen.app.session
        assert isinstance(report, ReportScreen)
        screen.app.action_go("clients")
        report.turn_to("")  # the frame that was still to come
        assert screen.app.session is None
        assert report.session is session
        await screen.until(lambda: screen.name == "ClientsScreen")
        assert await screen.app.run_action("write", report)
        assert not [name for name in os.listdir(os.path.dirname(fresh) or ".") if ".report" in name]


async def test_two_choices_at_once_close_the_palette_and_not_the_screen_beneath(fresh: str) -> None:
    async with opened(fresh) as screen:
        await screen.press("ctrl+p")
        palette = screen.app.screen
        assert isinstance(palette, CommandPalette)
        palette.dismiss()
        palette.dismiss()
        await screen.until(lambda: screen.name == "InterviewScreen")
        assert len(screen.app.screen_stack) == 2


async def test_paging_the_palette_before_its_list_has_a_place(fresh: str) -> None:
    async with opened(fresh) as screen:
        await screen.press("ctrl+p")
        palette = screen.app.screen
        rows = palette.query_one(CommandList)
        await screen.until(lambda: rows.option_count > 0)
        rows.display = False
        rows.highlighted = 0
        await screen.pilot.pause()
        rows._clear_caches()
        await palette.run_action("command_list('page_down')")
        assert rows.highlighted == 0


async def test_a_letter_reaches_a_palette_that_is_closed_already(fresh: str) -> None:
    async with opened(fresh) as screen:
        await screen.press("ctrl+p")
        await screen.until(lambda: isinstance(screen.app.screen, CommandPalette))
        palette = screen.app.screen
        await screen.press("escape")
        await screen.until(lambda: not palette.is_running)
        await palette._gather_commands("x").wait()
        assert screen.app._exception is None


async def test_a_word_is_said_once_while_it_stands_there(fresh: str) -> None:
    async with opened(fresh) as screen:
        await screen.press("5", "5", "5")  # this question may not be excluded
        assert screen.frame.count("対象外にできません") == 1
        await screen.press("u")
        assert "取り消すものはありません" in screen.frame
