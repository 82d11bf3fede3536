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


async def test_keys_wait_for_the_screen_that_a_key_before_them_opens(fresh: str) -> None:
    async with opened(fresh) as screen:
        for _ in range(3):
            await _at_once(screen, "f4", "pagedown", "down", "f5", "down", "f3", "f4", "end", "f5")
            await screen.until(lambda: screen.name == "ReportScreen")
            await _at_once(screen, "f3", "f4", "pagedown", "f3")
            await screen.until(lambda: screen.name == "InterviewScreen")
        assert screen.app._exception is None
