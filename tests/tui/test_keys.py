"""Every key of every table is pressed on its screen, each of its forms, and does what the help says.

The keys of a table are pressed one after the other in one app; each meets the same screen (`home.py`).
A failure names the key and the form.
"""

from __future__ import annotations

import pytest

from pmark_tui.texts.keys import KEYS
from pmark_tui.tui import keys
from tests.tui.home import Home
from tests.tui.keys_do import CLIENTS, EVERYWHERE, TABLES, Check
from tests.tui.screen_driver import Screen, answered, new_client, opened, write

WALKED = ("RECORD", "EXPOSURE", "DRILL")
"""Screens on which one walk presses every key: `test_leaks.py`."""


def _pressed(table: str, key: keys.Key) -> list[str]:
    """Which forms of a key are pressed on a screen: each once somewhere, and the shared ones not everywhere.

    What works everywhere is pressed in the interview, and in the profile, where lines have the focus;
    what turns pages, in the report. Of the full-width twins only those are pressed that no rule makes.
    """
    if key.label in EVERYWHERE and table not in ("INTERVIEW", "PROFILE"):
        return []
    forms = key.keys.split(",")
    if (key.label in EVERYWHERE and table == "PROFILE") or (
        key in keys.READER and table != "REPORT"
    ):
        return forms[:1]
    return [f for f in forms if f.isascii() or not f.isalpha()]


def test_no_key_is_left_out() -> None:
    for table, (_, effects) in TABLES.items():
        assert {k.label for k in getattr(keys, table)} == set(effects), table
    assert {k.label for k in keys.CLIENTS} == set(CLIENTS)
    tables = {n for n in dir(keys) if n.isupper() and isinstance(getattr(keys, n), tuple)}
    assert tables == {*TABLES, *WALKED, "CLIENTS", "EVERYWHERE", "READER"}
    labels = {k.label for n in tables for k in getattr(keys, n)}
    assert labels == set(KEYS)


def test_every_screen_has_the_keys_that_work_everywhere() -> None:
    for table in (*TABLES, *WALKED):
        shared = keys.EVERYWHERE[1:] if table == "PROFILE" else keys.EVERYWHERE
        assert getattr(keys, table)[-len(shared) :] == shared, table


def test_letters_and_digits_work_in_full_width_too() -> None:
    for table in (*TABLES, *WALKED, "CLIENTS"):
        for key in getattr(keys, table):
            forms = key.keys.split(",")
            twins = {chr(ord(f) + 0xFEE0) for f in forms if len(f) == 1 and f.isascii()}
            assert twins <= set(forms), (table, key.label)


def test_no_key_means_two_things_on_one_screen() -> None:
    for table in (*TABLES, *WALKED, "CLIENTS"):
        forms = [form for k in getattr(keys, table) for form in k.keys.split(",")]
        assert len(forms) == len(set(forms)), table


def a_client() -> str:
    """A client after a first talk."""
    return write(answered(new_client()))


def a_list() -> str:
    """A folder with one client."""
    write(new_client(), "clients")
    return "clients"


@pytest.mark.parametrize("table", TABLES)
async def test_each_key_does_what_the_help_says(table: str, subtests: pytest.Subtests) -> None:
    way, effects = TABLES[table]
    async with opened(a_client()) as screen:
        home = await Home.reached(screen, a_client, way)
        for key in getattr(keys, table):
            for form in _pressed(table, key):
                with subtests.test(key=key.label, form=form):
                    await _does(home, screen, *effects[key.label], form)


async def test_each_key_of_the_list_does_what_the_help_says(subtests: pytest.Subtests) -> None:
    async with opened(a_list()) as screen:
        home = await Home.reached(screen, a_list, shows="0/19")
        for key in keys.CLIENTS:
            for form in key.keys.split(","):
                with subtests.test(key=key.label, form=form):
                    if key.label == "reload":
                        write(new_client("みどり商店"), "clients")
                    await _does(home, screen, *CLIENTS[key.label], form)


async def _does(
    home: Home, screen: Screen, before: tuple[str, ...], check: Check, form: str
) -> None:
    """Press a key, look what it did, and put everything back for the next one."""
    try:
        await screen.press(*before, form)
        done = check(screen)
        if done is not None:
            await done
    finally:
        await home.back()
