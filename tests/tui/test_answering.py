"""Answering by keys alone: the answers, going from question to question, taking back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from pmark_tui.domain.client import NO_ANSWER
from tests.tui.screen_driver import KEEPS, NOW, QUICK, Screen, answered, new_client, opened, write


async def go_to(s: Screen, question: str) -> None:
    """Walk to a question by the arrow keys."""
    await s.press("home", *["right"] * QUICK.index(question))
    assert s.question == question


async def test_twenty_keys_answer_and_each_is_on_disk_before_the_next_is_asked(fresh: str) -> None:
    values = ["yes", "partial", "no", "unknown"]
    async with opened(fresh) as s:
        for number, question in enumerate(QUICK):
            assert s.question == question
            await s.press(str(number % 4 + 1))
            assert s.on_disk.answer(question).value == values[number % 4]
        # after the last one the interview stays there and says where to go
        assert "簡易版は終わりです" in s.frame
        assert s.question == QUICK[-1]
        await s.until(lambda: "残り 0問" in s.frame)


@pytest.mark.parametrize(
    ("key", "value"), [("１", "yes"), ("２", "partial"), ("３", "no"), ("４", "unknown")]
)
async def test_full_width_digits_answer(fresh: str, key: str, value: str) -> None:
    async with opened(fresh) as s:
        await s.press(key)
        assert s.client.answer(QUICK[0]).value == value


async def test_arrows_only_move_and_enter_answers(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("down", "down", "up", "down")
        assert s.client.answers == {}
        await s.press("enter")
        assert s.client.answer(QUICK[0]).value == "no"
        assert s.question == QUICK[1]
        # the cursor begins at the first answer again
        await s.press("enter")
        assert s.client.answer(QUICK[1]).value == "yes"


async def test_the_cursor_stands_on_the_answer_given_before(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("3", "left", "enter")
        assert s.client.answer(QUICK[0]).value == "no"


async def test_an_answer_is_stamped_with_the_time_it_was_given(fresh: str) -> None:
    clock = [NOW]
    async with opened(fresh, now=lambda: clock[0]) as s:
        await s.press("1")
        clock[0] += timedelta(minutes=3)
        await s.press("2")
        assert s.on_disk.answer(QUICK[0]).at == NOW
        assert s.on_disk.answer(QUICK[1]).at == datetime(2026, 11, 23, 10, 3)
        await s.until(lambda: "保存 10:03:00" in s.frame)


async def test_exclusion_is_refused_where_the_scheme_allows_none(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("5")
        assert "対象外にできません" in s.frame
        assert s.client.answers == {}
        assert s.question == QUICK[0]
        assert "(-) 5 対象外" in s.frame


async def test_exclusion_asks_for_its_reason_and_takes_none_without(fresh: str) -> None:
    async with opened(fresh) as s:
        await go_to(s, KEEPS)
        await s.press("5")
        assert s.name == "LineScreen"
        await s.press("enter")  # nothing written
        assert s.name == "LineScreen"
        assert "理由" in s.frame
        await s.press("escape")
        assert s.client.answer(KEEPS) == NO_ANSWER
        await s.press("５")
        await s.type("まだ監査をしていない")
        await s.press("enter")
        assert s.question == QUICK[QUICK.index(KEEPS) + 1]
        held = s.on_disk.answer(KEEPS)
        assert (held.value, held.reason) == ("na", "まだ監査をしていない")


async def test_a_reason_given_once_is_not_asked_again(fresh: str) -> None:
    async with opened(fresh) as s:
        await go_to(s, KEEPS)
        await s.press("5")
        await s.type("x")
        await s.press("enter", "left", "1", "left", "5")
        assert s.name == "InterviewScreen"
        assert s.client.answer(KEEPS).value == "na"


async def test_taking_an_answer_back_leaves_the_note() -> None:
    async with opened(write(answered(new_client()))) as s:
        await s.press("0")
        assert s.on_disk.answer("J.2.2-1").value == ""
        assert s.on_disk.answer("J.2.2-1").note.startswith("方針は")
        assert s.question == "J.2.2-1"
        assert "(x)" not in s.frame


async def test_back_and_forth_stop_at_the_ends(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("left")
        assert s.question == QUICK[0]
        await s.press("end", "right")
        assert s.question == QUICK[-1]
        await s.press("b", "left")
        assert s.question == QUICK[-3]
        await s.press("home", "space")
        assert s.question == QUICK[1]
        assert s.client.answers == {}


async def test_next_unanswered_goes_round(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("right", "1", "1", "n")
        assert s.question == QUICK[4]
        await s.press("end", "f7")
        assert s.question == QUICK[0]
        await s.press(*["1"] * 14)
        await s.press("ctrl+n")
        assert "未回答はもうありません" in s.frame


async def test_leaving_and_coming_back_finds_the_place_and_every_word() -> None:
    path = write(answered(new_client()))
    async with opened(path) as s:
        await s.press("right", "right", "2")
        await s.press("ctrl+q")
    async with opened(path) as s:
        assert s.question == "J.1.3-1"
        assert s.client.answer("G.2-1").value == "partial"
        assert s.client.answer("J.2.2-1").owner == "総務"


async def test_moving_about_alone_is_remembered_too(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("right", "right")
        await s.press("ctrl+q")
    async with opened(fresh) as s:
        assert s.question == QUICK[2]


async def test_undo_and_redo_have_no_limit_and_show_where(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press(*["1", "2"] * 7)
        assert len(s.client.answers) == 14
        await s.press(*["u"] * 14)
        assert s.on_disk.answers == {}
        assert s.question == QUICK[0]
        await s.press("u")
        assert "取り消すものはありません" in s.frame
        await s.press(*["r"] * 14)
        assert [s.on_disk.answer(q).value for q in QUICK] == ["yes", "partial"] * 7
        await s.press("ctrl+y")
        assert "やり直すものはありません" in s.frame


async def test_a_new_answer_ends_what_could_be_redone(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("1", "1", "u", "3", "r")
        assert s.client.answer(QUICK[1]).value == "no"


async def test_undo_takes_back_notes_and_marks_too(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("f", "k", "c")
        held = s.client.answer(QUICK[0])
        assert (held.flagged, held.parked, held.certainty) == (True, True, "said")
        await s.press("ctrl+z", "ctrl+z")
        held = s.on_disk.answer(QUICK[0])
        assert (held.flagged, held.parked, held.certainty) == (True, False, "")
