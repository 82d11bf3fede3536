"""Keys that arrive all at once, quicker than screens open and close: none of them ends the app."""

from __future__ import annotations

from tests.tui.screen_driver import Screen, key_event, opened


async def _at_once(screen: Screen, *keys: str) -> None:
    """Keys as a fast typist or a paste sends them, without a look at the screen in between."""
    for key in keys:
        screen.app.post_message(key_event(key))
    await screen.pilot.pause(0.3)


async def test_what_is_typed_after_the_key_that_leaves_is_for_nobody(fresh: str) -> None:
    async with opened(fresh) as screen:
        first = screen.client
        await _at_once(screen, "ctrl+q", "home", "1", "down", "enter", "n", "ctrl+p", "x")
        await screen.pilot.pause()
        assert screen.app._exception is None
        assert not screen.app.is_running
        assert screen.client.answers == first.answers


async def test_keys_that_follow_the_way_back_to_the_list(fresh: str) -> None:
    async with opened(fresh) as screen:
        await _at_once(screen, "f2", "1", "home", "end", "enter", "escape", "down", "f3", "2")
        await screen.pilot.pause()
        assert screen.app._exception is None


async def test_a_screen_is_left_while_a_window_over_it_is_only_just_opening(fresh: str) -> None:
    async with opened(fresh) as screen:
        for _ in range(3):
            await screen.press("f4")
            await _at_once(screen, "enter", "f5")
            await screen.until(lambda: screen.name in ("ReportScreen", "ExplainScreen"))
            await screen.press("escape", "f3")
            await screen.until(lambda: screen.name == "InterviewScreen")
        assert screen.app._exception is None


async def test_what_follows_a_frame_later_finds_the_screen_gone(fresh: str) -> None:
    async with opened(fresh) as screen:
        for _ in range(4):
            await _at_once(screen, "1", "down", "2", "ctrl+l", "1", "f4", "f3")
        await screen.until(lambda: screen.name == "InterviewScreen")
        interview = screen.app.screen
        await screen.press("f4")
        interview._show_steps()
        interview._show_rest(interview.current, ())
        assert screen.app._exception is None
