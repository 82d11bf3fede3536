"""What stands beside an answer: notes, marks, certainty, evidence; and the guidance."""

from __future__ import annotations

from datetime import date

import pytest

from pmark_tui.store import client_file
from tests.tui.screen_driver import QUICK, opened


async def test_a_note_of_several_lines_is_saved_at_a_pause_and_at_the_end(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("m")
        await s.type("社長に確認\n規程は、第3章")
        await s.until(lambda: s.on_disk.answer(QUICK[0]).note == "社長に確認\n規程は、第3章")
        await s.type("。")
        await s.press("escape")
        assert s.on_disk.answer(QUICK[0]).note == "社長に確認\n規程は、第3章。"
        assert s.question == QUICK[0]
        assert "メモ：社長に確認" in s.frame
        # digits in a note are no answers
        assert s.client.answer(QUICK[0]).value == ""


@pytest.mark.parametrize("key", ["escape", "ctrl+s", "f6"])
async def test_every_way_out_of_a_note_keeps_it(fresh: str, key: str) -> None:
    async with opened(fresh) as s:
        await s.press("f6")
        await s.type("残す")
        await s.press(key)
        assert s.name == "InterviewScreen"
        assert s.on_disk.answer(QUICK[0]).note == "残す"


async def test_a_note_can_be_gone_on_with_and_emptied(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("m", "a", "escape", "m", "b", "escape")
        assert s.on_disk.answer(QUICK[0]).note == "ab"
        await s.press("m", "backspace", "backspace", "escape")
        assert s.on_disk.answers == {}


async def test_quitting_out_of_a_note_loses_no_word(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("m")
        await s.type("途中")
        await s.press("ctrl+q")
    assert client_file.read(fresh).client.answer(QUICK[0]).note == "途中"


async def test_a_decomposed_note_is_kept_composed(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("m")
        await s.type(
            "か\u3099"
        )  # か and the mark that voices it, as some programs put them on the clipboard
        await s.press("escape")
        assert s.on_disk.answer(QUICK[0]).note == "が"


async def test_flag_and_park_are_marks_in_words_and_switch_off_again(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("f8")
        assert "[あとで確認]" in s.frame
        await s.press("k")
        assert "[あとで確認]  [保留]" in s.frame
        await s.press("f", "k")
        assert "[あとで確認]" not in s.frame
        assert s.on_disk.answers == {}


async def test_certainty_goes_through_its_degrees_and_back_to_none(fresh: str) -> None:
    async with opened(fresh) as s:
        seen = []
        for _ in range(5):
            await s.press("c")
            seen.append(s.on_disk.answer(QUICK[0]).certainty)
        assert seen == ["said", "document", "record", "seen", ""]


async def test_details_are_taken_together(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("d")
        for words in ("方針 第2版", "２０２６／０４／０１", "社長", "総務部"):
            await s.type(words)
            await s.press("enter")
        await s.type("2027-01-31")
        await s.press("enter")
        assert s.name == "InterviewScreen"
        held = s.on_disk.answer(QUICK[0])
        assert (held.evidence, held.evidence_date) == ("方針 第2版", date(2026, 4, 1))
        assert (held.who, held.owner, held.due) == ("社長", "総務部", date(2027, 1, 31))
        assert "期限：2027-01-31" in s.frame or "方針 第2版" in s.frame


async def test_a_bad_date_keeps_the_window_open_and_says_how(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("d")
        await s.type("台帳")
        await s.press(*["tab"] * 4)
        await s.type("来月")
        await s.press("ctrl+s")
        assert s.name == "DetailsScreen"
        assert "2026-04-01" in s.frame
        assert s.client.answers == {}
        await s.press(*["backspace"] * 2)
        await s.type("2027/01/31")
        await s.press("ctrl+s")
        held = s.on_disk.answer(QUICK[0])
        assert (held.evidence, held.due) == ("台帳", date(2027, 1, 31))


async def test_guidance_opens_closes_and_scrolls(fresh: str) -> None:
    async with opened(fresh) as s:
        assert "直すには" not in s.frame
        await s.press("f9")
        assert "直すには" in s.frame
        assert "( ) 1 はい" not in s.frame
        # an answer can be given all the same, and the guidance stays open
        await s.press("1")
        assert s.client.answer(QUICK[0]).value == "yes"
        assert "直すには" in s.frame
        await s.press("g")
        assert "( ) 1 はい" in s.frame
        await s.press("pagedown", "pagedown")
        assert "直すには" in s.frame
        assert s.widget("answers").highlighted == 0
        await s.press("pageup", "pageup")
        assert "「はい」の目安" in s.frame


async def test_each_question_shows_its_guidance_from_the_top(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("pagedown", "right")
        assert s.widget("guide").scroll_y == 0
