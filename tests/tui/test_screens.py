"""Language, theme, palette, help, size, results and clients, by keys alone."""

from __future__ import annotations

import os
from datetime import date
from unicodedata import east_asian_width

import pytest

from pmark_tui.domain.text import ambiguous
from tests.tui.scenes import stopped
from tests.tui.screen_driver import Screen, answered, new_client, opened, write


def japanese(text: str) -> str:
    """The Japanese characters of a text."""
    return "".join(c for c in text if east_asian_width(c) in "WF")


# --- language ---------------------------------------------------------------------------------


async def test_a_form_half_filled_in_survives_the_change_of_language() -> None:
    async with opened("clients") as s:
        await s.press("n")
        await s.type("Midori")
        await s.press("enter", "down", "down", "enter")
        await s.type("12x")
        await s.press("ctrl+l")
        assert s.name == "ProfileScreen"
        assert (s.widget("name").value, s.widget("workers").value) == ("Midori", "12x")
        assert "(x) Retail" in s.frame or "(x) Wholesale" in s.frame
        assert s.focus == "workers"
        # and it is the same form: mended, it starts the client
        await s.press("end", "backspace", "enter")
        await s.type("10,000,000")
        await s.press("f3")
        assert s.name == "InterviewScreen"
        assert s.client.profile.name == "Midori"


async def test_a_wrong_entry_of_an_open_client_survives_it_too(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("f2", "tab", "tab", "end")
        await s.type("x")
        await s.press("ctrl+l")
        assert s.widget("workers").value == "12x"
        assert "Workers: write a number" in s.frame
        assert s.client.profile.workers == 12


async def test_every_screen_keeps_its_place_in_the_other_language() -> None:
    async with opened(write(answered(new_client("Sakura")))) as s:
        await s.press("f4", "down", "down", "ctrl+l")
        assert s.widget("steps-list").highlighted == 2
        assert s.focus == "steps-list"
        await s.press("f7", "f6", "ctrl+l")
        assert s.name == "WhatIfScreen"
        assert s.frame.count("[x]") == 3
        await s.press("f5", "right", "right", "f7", "f6")
        page = s.app.screen.page
        await s.press("ctrl+l")
        assert s.app.screen.page == page
        assert "Sakura.summary.html" in s.frame
        await s.press("f12", "f7", "right", "ctrl+l")
        assert s.app.screen.page == "duties"
        assert "不正の目的" in s.frame


async def test_the_language_does_not_change_while_a_window_is_open(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("m")
        await s.type("途中")
        await s.press("ctrl+l")
        assert s.name == "NoteScreen"
        assert s.app.lang == "ja"
        await s.press("escape", "ctrl+l", "m")
        assert "Note" in s.frame
        assert s.widget("note").text == "途中"


async def test_english_screens_hold_no_japanese_but_the_way_back(fresh: str) -> None:
    async with opened(write(answered(new_client("Sakura"))), "en", (120, 40)) as s:
        for keys in (
            ("f2",),
            ("f3", "p"),
            ("escape", "slash"),
            ("escape", "f4"),
            ("e",),
            ("escape", "f5"),
        ):
            await s.press(*keys)
            held = s.frame.replace("日本語", "")
            # the words of the client himself are Japanese
            for words in (
                "方針は社長室の額にある。",
                "日付が古いので、改めて定める。",
                "代表者",
                "総務",
            ):
                held = held.replace(words, "")
            assert not japanese(held), (s.name, japanese(held))


# --- theme, palette, help ------------------------------------------------------------------------


async def test_the_theme_goes_round_to_the_terminal_s_own_colours(fresh: str) -> None:
    async with opened(fresh) as s:
        seen = []
        for _ in range(4):
            seen.append(s.app.theme)
            await s.press("ctrl+t")
        assert seen == ["textual-dark", "textual-light", "ansi-dark", "ansi-light"]
        assert s.app.theme == "textual-dark"
        assert "( ) 1 はい" in s.frame


@pytest.mark.parametrize(
    ("lang", "words", "shown", "placeholder"),
    [("ja", "結果", "結果", "コマンドを探す"), ("en", "results", "results", "Find a command")],
)
async def test_the_palette_finds_and_runs_by_name(
    fresh: str, lang: str, words: str, shown: str, placeholder: str
) -> None:
    async with opened(fresh, lang) as s:
        await s.press("ctrl+p")
        assert placeholder in s.frame
        assert not ambiguous(s.frame)
        await s.type(words)
        rows = s.app.screen.query_one("CommandList")
        await s.until(lambda: rows.option_count == 1 and shown in s.frame)
        await s.press("enter")
        await s.until(lambda: s.name == "ResultsScreen")


async def test_the_palette_says_in_japanese_that_there_is_nothing(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("ctrl+p")
        await s.type("ヒマワリ")
        await s.until(lambda: "見つかりません" in s.frame)
        assert "No matches" not in s.frame


async def test_the_palette_can_answer_and_closes_without_a_trace(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("ctrl+p", "escape")
        assert s.name == "InterviewScreen"
        await s.press("1")
        assert s.client.answer("E.2-1").value == "yes"


@pytest.mark.parametrize("key", ["escape", "f1", "enter", "q"])
async def test_help_opens_and_closes(fresh: str, key: str) -> None:
    async with opened(fresh) as s:
        await s.press("f1")
        assert "検索" in s.frame
        await s.press(key)
        assert s.name == "InterviewScreen"


@pytest.mark.parametrize("where", ["f2", "f3", "f4", "f5"])
async def test_help_names_every_key_that_works_there(fresh: str, where: str) -> None:
    async with opened(fresh, size=(80, 60)) as s:
        await s.press(where)
        table = s.app.screen.KEYS
        await s.press("f1")
        for key in table:
            for form in key.shown.split():
                assert form in s.frame
        if where == "f3":
            for letter in ("n", "m", "f", "g", "b"):
                assert any(letter in line.split()[:4] for line in s.frame.splitlines()), letter


async def test_a_passing_word_has_no_character_of_uncertain_width(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("5")
        assert "対象外にできません" in s.frame
        assert not ambiguous(s.frame)


# --- size -----------------------------------------------------------------------------------------


async def test_any_size_shows_something_and_loses_nothing() -> None:
    async with opened(write(answered(new_client()))) as s:
        for keys in (("f3",), ("f4",), ("f5",), ("f2",), ("f3", "m")):
            await s.press(*keys)
            for size in ((20, 6), (40, 12), (200, 60), (80, 24)):
                await s.pilot.resize_terminal(*size)
                await s.pilot.pause()
                assert s.frame.strip()
        await s.type("続き")
        await s.press("escape")
        assert s.on_disk.answer("J.2.2-1").note.endswith("続き")


# --- results ----------------------------------------------------------------------------------------


async def test_each_step_shows_what_blocks_it() -> None:
    async with opened(write(answered(new_client())), size=(120, 40)) as s:
        await s.press("f4")
        assert "- J.2.2-1 [一部]" in s.frame
        await s.press("down")
        assert "止めているものはありません" in s.frame
        await s.press("down")
        assert "- J.6.3-2 [いいえ]" in s.frame
        assert "まだわからない関門：1問（J.6.2-3）" in s.frame


async def test_enter_on_a_gap_goes_to_its_question() -> None:
    async with opened(write(answered(new_client()))) as s:
        await s.press("f4", "tab", "down", "enter")
        assert s.name == "InterviewScreen"
        assert s.question == "J.6.3-2"


async def test_the_reasons_of_a_step_add_up_and_close_again() -> None:
    async with opened(write(answered(new_client()))) as s:
        await s.press("f4", "down", "down", "enter")
        assert s.name == "ExplainScreen"
        assert "見直し・改善" in s.frame
        await s.press("e")
        assert s.name == "ResultsScreen"
        assert s.widget("steps-list").highlighted == 2


async def test_results_follow_an_answer_given_meanwhile(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("f4")
        assert "0-100%" in s.frame.splitlines()[5]
        await s.press("f3", "3", "f4")
        assert "停止" in s.frame.splitlines()[5]


# --- clients ----------------------------------------------------------------------------------------


async def test_the_list_opens_what_is_highlighted_and_is_come_back_to() -> None:
    write(new_client("A"), "clients")
    write(new_client("B"), "clients")
    async with opened("clients") as s:
        await s.until(lambda: s.frame.count("0/19") == 2)
        await s.press("down", "enter")
        assert s.client.profile.name == "B"
        await s.press("1", "ctrl+o")
        await s.until(lambda: " 1/19" in s.frame)
        assert s.name == "ClientsScreen"
        assert s.widget("clients").at == "B.pmark.toml"


async def test_without_a_client_there_is_no_way_to_its_screens() -> None:
    async with opened("clients") as s:
        await s.press("f4", "f3", "1", "m")
        assert s.name == "ClientsScreen"
        await s.press("n", "f4")
        assert s.name == "ProfileScreen"
        await s.press("ctrl+o")
        assert s.name == "ClientsScreen"
        assert os.listdir("clients") == []


async def test_esc_leads_out_of_what_one_only_looks_at(fresh: str) -> None:
    async with opened("clients") as s:
        await s.press("f12", "escape")
        assert s.name == "ClientsScreen"
        # but not out of a form that is nowhere else
        await s.press("n")
        await s.type("みどり")
        await s.press("escape", "escape")
        assert s.widget("name").value == "みどり"


async def test_a_client_whose_name_is_no_file_name_gets_a_file() -> None:
    async with opened("clients") as s:
        await s.press("n")
        await s.type("株式会社A/B: 東京")
        await s.press("enter", "down", "enter")
        await s.type("3")
        await s.press("enter")
        await s.type("なし")
        await s.press("f3")
        assert s.name == "InterviewScreen"
        assert s.client.profile.name == "株式会社A/B: 東京"
    assert os.listdir("clients") == ["株式会社A_B_ 東京.pmark.toml"]


async def focus_on(s: Screen, name: str) -> None:
    """Tab to a field of the form."""
    for _ in range(12):
        if s.focus == name:
            return
        await s.press("tab")
    raise AssertionError(name)


async def written_into(s: Screen, field: str, written: str) -> None:
    """Write into a field of the form, in place of what is there."""
    await focus_on(s, field)
    s.widget(field).value = ""
    await s.type(written)


async def test_numbers_and_dates_as_people_write_them(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("f2")
        for field, written, read in (
            ("capital", "３００万円", 3_000_000),
            ("capital", "1億5,000万", 150_000_000),
            ("capital", "なし", None),
            ("capital", "10000000", 10_000_000),
            ("workers", "１０１", 101),
            ("target", "２０２７／０３／３１", date(2027, 3, 31)),
        ):
            await written_into(s, field, written)
            assert getattr(s.on_disk.profile, field) == read, written


async def test_what_no_firm_can_have_is_refused_in_place(fresh: str) -> None:
    async with opened(fresh) as s:
        before = s.client.profile
        await s.press("f2")
        for field, written, said in (
            ("workers", "-3", "従業者数は数で"),
            ("workers", "99999999999", "大きすぎます"),
            ("capital", "たくさん", "は数で書いて"),
            ("capital", "", "あと必要な項目"),
            ("name", "", "あと必要な項目"),
            ("target", "来年", "2026-04-01 の形で"),
        ):
            good = s.widget(field).value
            assert said not in s.frame
            await written_into(s, field, written)
            assert said in s.frame, written
            assert s.on_disk.profile == before
            s.widget(field).value = good
            await s.pilot.pause()


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


async def test_markup_in_a_clients_words_is_only_text() -> None:
    client = new_client("[red]A {x}")
    path = write(client)
    async with opened(path) as s:
        s.app.session.annotate(s.question, note="[bold]太字[/bold] [@click=app.quit]x[/]")
        await s.press("right", "left")
        shown = await s.at_rest()  # a note follows a frame later
        assert "[red]A {x}" in shown
        assert "[bold]太字[/bold] [@click=app.quit]x[/]" in shown


@pytest.mark.parametrize("lang", ["ja", "en"])
async def test_all_seven_steps_can_be_read_where_all_are_blocked(lang: str) -> None:
    async with opened(stopped(lang), lang) as s:
        steps = s.app.session.score().steps
        word = {"ja": "停止", "en": "blocked"}[lang]
        for width in (120, 80, 60, 40):
            await s.resize(width, 24)
            lines, strip = (await s.at_rest()).splitlines(), s.widget("steps").region
            shown = " ".join(lines[strip.y : strip.bottom])
            assert shown.count(word) == len(steps) == 7, s.frame
            for step in steps:
                assert step.step.title.of(lang) in shown or step.step.short.of(lang) in shown


async def test_who_has_just_begun_goes_from_the_results_to_what_to_ask_next(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("f4", "tab")
        first = s.widget("gaps-list").highlighted_option.id
        assert "build" in s.app.session.pack.question[first].steps
        await s.press("down", "up", "enter")
        assert (s.name, s.question) == ("InterviewScreen", first)
