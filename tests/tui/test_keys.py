"""Every key of every table is pressed on its screen, each of its forms, and does what the help says."""

from __future__ import annotations

import pytest

from pmark_tui.texts.keys import KEYS
from pmark_tui.tui import keys
from tests.tui.keys_do import CLIENTS, EVERYWHERE, TABLES
from tests.tui.screen_driver import answered, new_client, opened, write

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


PRESSES = [
    (table, key.label, form)
    for table in TABLES
    for key in getattr(keys, table)
    for form in _pressed(table, key)
]


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


@pytest.mark.parametrize(("table", "label", "form"), PRESSES)
async def test_a_key_does_what_the_help_says(table: str, label: str, form: str) -> None:
    way, effects = TABLES[table]
    before, check = effects[label]
    async with opened(write(answered(new_client()))) as screen:
        await screen.press(*way)
        if before:
            await screen.press(*before)
        await screen.press(form)
        done = check(screen)
        if done is not None:
            await done


@pytest.mark.parametrize(
    ("label", "form"), [(k.label, f) for k in keys.CLIENTS for f in k.keys.split(",")]
)
async def test_a_key_of_the_list_does_what_the_help_says(label: str, form: str) -> None:
    write(new_client(), "clients")
    before, check = CLIENTS[label]
    async with opened("clients") as screen:
        await screen.until(lambda: "0/19" in screen.frame)
        await screen.until(lambda: "Esc" not in screen.frame.splitlines()[0])
        if label == "reload":
            write(new_client("みどり商店"), "clients")
        await screen.press(*before, form)
        done = check(screen)
        if done is not None:
            await done
