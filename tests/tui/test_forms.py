"""Forms: Up and Down go from entry to entry, through lists on the way; what is typed next belongs there."""

from __future__ import annotations

from tests.tui.screen_driver import Screen, answered, new_client, opened, write


async def _walk(s: Screen, key: str) -> list[tuple[str, int | None]]:
    """Where the arrows lead until they lead no further: the entry, and the row where it is a list."""
    been: list[tuple[str, int | None]] = []
    while not been or (s.focus, getattr(s.app.focused, "highlighted", None)) != been[-1]:
        been.append((s.focus, getattr(s.app.focused, "highlighted", None)))
        await s.press(key)
    return been


async def test_the_arrows_walk_through_a_profile_and_back() -> None:
    lines = ["expires", "target", "head", "privacy_manager", "audit_manager"]
    async with opened(write(new_client())) as s:
        flags = len(s.app.session.pack.flags)
        await s.press("f2")
        down = await _walk(s, "down")
        assert down == [
            ("name", None),
            *[("industry", row) for row in range(4)],
            ("workers", None),
            ("capital", None),
            *[("kind", row) for row in range(2)],
            *[(line, None) for line in lines],
            *[("flags", row) for row in range(flags)],
        ]
        assert await _walk(s, "up") == down[::-1]
        assert s.client.profile == new_client().profile


async def test_the_arrows_walk_through_the_lines_of_a_window() -> None:
    lines = ["evidence", "evidence_date", "who", "owner", "due"]
    async with opened(write(answered(new_client()))) as s:
        await s.press("d")
        assert [name for name, _ in await _walk(s, "down")] == lines
        assert [name for name, _ in await _walk(s, "up")] == lines[::-1]
        await s.press("escape", "f12", "r", "enter", "x", "enter", "f8")
        assert s.name == "FactsScreen"
        lines = ["title", "known_on", "malicious", "my_number", "persons", "items", "closed"]
        assert [name for name, _ in await _walk(s, "down")] == lines


async def test_what_is_typed_behind_an_arrow_belongs_to_the_next_line() -> None:
    async with opened(write(new_client())) as s:
        await s.press("d")
        await s.at_once(*"ab", "down", "down", *"cd", "down", *"ef", "ctrl+s")
        held = s.client.answer(s.question)
        assert (held.evidence, held.who, held.owner) == ("ab", "cd", "ef")


async def test_the_arrows_walk_through_a_data_set_and_its_kinds() -> None:
    async with opened(write(new_client())) as s:
        await s.press("f12", "e", "n")
        assert s.name == "DataSetScreen"
        kinds = s.widget("kinds")
        down = await _walk(s, "down")
        factors = [("factors", row) for row in range(3)]
        assert down == [("name", None), ("persons", None), *factors, ("words", None)]
        assert kinds.highlighted == 1  # the line that finds kinds moves in their list
        await s.press("up", "up")
        assert (s.focus, s.widget("factors").highlighted) == ("factors", 2)
        await s.type("x")  # no list takes a letter, nor does it turn up in a line elsewhere
        assert [s.widget(line).value for line in ("name", "persons", "words")] == ["", "", ""]
        await s.press("down", "tab")
        assert s.focus == "kinds"
        await s.press("home", "up")
        assert s.focus == "words"
