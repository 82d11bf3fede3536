"""The interview by keys alone: answering, going about, what stands beside an answer, finding one's way."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from pmark_tui.domain.client import NO_ANSWER
from pmark_tui.domain.keying import sheet_numbers
from pmark_tui.store import client_file
from tests.tui.screen_driver import NOW, Screen, answered, new_client, opened, write

# the quick pass of a client without flags, in the order in which people are asked
QUICK = [
    "E.2-1", "E.3-3", "J.2.2-1", "J.6.3-2", "G.2-1",
    "J.1.3-1", "J.3.1.1-3", "J.7.1-2", "P.1-1",
    "J.6.2-3", "J.4.3-3", "J.9.2-24", "J.8.5-2", "J.9.2-6",
]  # fmt: skip
KEEPS = "J.7.1-2"
"""The one that may be excluded."""


async def go_to(s: Screen, question: str) -> None:
    """Walk to a question by the arrow keys."""
    await s.press("home", *["right"] * QUICK.index(question))
    assert s.question == question


async def choose(s: Screen, words: str) -> None:
    """Take the row of a list in a window that holds these words."""
    rows = [row for row in s.frame.splitlines() if "( )" in row or "(x)" in row]
    at = next(n for n, row in enumerate(rows) if words in row)
    await s.press("home", *["down"] * at, "enter")


# --- answering --------------------------------------------------------------------------------


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


# --- going about --------------------------------------------------------------------------------


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


# --- undo ---------------------------------------------------------------------------------------


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


# --- beside the answer ------------------------------------------------------------------------------


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


# --- the guidance ------------------------------------------------------------------------------------


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


# --- search and routes --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    ["J.9.2-24", "ｊ．９．２－２４", "アクセス権", "ｱｸｾｽ権", "あくせす権", "見直して アクセス"],
)
async def test_search_folds_width_case_and_kana(fresh: str, words: str) -> None:
    async with opened(fresh) as s:
        await s.press("slash")
        await s.type(words)
        await s.until(lambda: "J.9.2-24" in s.frame.split("J.9.2、台帳")[1].splitlines()[4])
        await s.press("enter")
        assert s.name == "InterviewScreen"
        assert s.question == "J.9.2-24"


async def test_search_walks_down_its_list(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("ctrl+f")
        await s.type("J.9.2")
        await s.press("down", "down", "up", "enter")
        assert s.question == "J.9.2-29"


async def test_search_reads_one_s_own_notes(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("m")
        await s.type("ひまわり")
        await s.press("escape", "end", "slash")
        await s.type("ヒマワリ")
        await s.press("enter")
        assert s.question == QUICK[0]


async def test_search_without_a_hit_says_so_and_goes_nowhere(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("slash")
        await s.type("ヒマワリ")
        assert "見つかりません" in s.frame
        await s.press("enter")
        assert s.name == "SearchScreen"
        await s.press("escape")
        assert s.question == QUICK[0]


async def test_a_question_found_outside_the_pass_opens_the_full_one(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("slash")
        await s.type("J.2.4-1")
        await s.press("enter")
        assert s.question == "J.2.4-1"
        assert "/19" in s.frame.splitlines()[0]


async def test_a_route_is_walked_and_left_again(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("p")
        await choose(s, "代表者に聞く（5問）")
        assert "1/5" in s.frame.splitlines()[0]
        await s.press("end", "right")
        assert s.question == "G.2-1"
        await s.press("p", "home", "enter")  # the full pass
        assert "/19" in s.frame.splitlines()[0]
        assert not s.on_disk.quick


async def test_the_flagged_are_a_route_once_there_are_some(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("p")
        assert "あとで確認" not in s.frame
        await s.press("escape", "right", "f", "p")
        assert "あとで確認（1問）" in s.frame


async def test_a_route_that_runs_empty_says_so(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("f", "p")
        await choose(s, "あとで確認（1問）")
        await s.press("f", "p")
        assert s.name == "RoutesScreen"
        await s.press("escape", "1")
        assert s.client.answer(QUICK[0]).value == "yes"


# --- outline, marks, reasons, paper -------------------------------------------------------------------


async def test_the_outline_shows_progress_and_leads_to_a_clause(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("1", "o")  # E.2-1 is answered
        assert "E.2 欠格事由と事故  1/1  適合" in s.frame
        assert "E.3 PDCAの一巡と審査機関  0/1" in s.frame
        await s.press("home", "down", "down", "down", "enter")
        assert s.question == "J.2.2-1"
        # the cursor stands where the interview does
        await s.press("ctrl+g", "down", "enter")
        assert s.question == "J.2.4-1"


async def test_what_is_flagged_or_parked_is_one_key_away(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("l")
        assert "印の付いた設問はありません" in s.frame
        await s.press("right", "k", "right", "f", "m", "a", "escape", "home", "ctrl+b")
        assert "あとで確認・保留（2問）" in s.frame
        rows = [row.strip() for row in s.frame.splitlines() if "J.2.2-1" in row or "E.3-3" in row]
        assert [row[:7] for row in rows] == ["[あとで確認]"[:7], "[保留] E.3"[:7]]
        await s.press("home", "down", "enter")
        assert s.question == "E.3-3"


async def test_the_reasons_are_a_key_away_and_lead_back() -> None:
    async with opened(write(answered(new_client()))) as s:
        await s.press("e")
        assert "PMSの構築 の根拠" in s.frame
        await s.press("right")
        assert "試行運用 の根拠" in s.frame
        await s.press("left", "left")
        assert "付与と維持 の根拠" in s.frame or "付与" in s.frame.splitlines()[1]
        await s.press("escape")
        assert (s.name, s.question) == ("InterviewScreen", "J.2.2-1")


async def test_the_time_left_follows_one_s_own_pace(fresh: str) -> None:
    clock = [NOW]
    async with opened(fresh, now=lambda: clock[0]) as s:
        for _ in range(5):
            await s.press("1")
            clock[0] += timedelta(seconds=40)
        assert "約" not in s.frame.splitlines()[0]
        await s.press("1")
        # 8 of 14 are left, 40 seconds each
        assert "残り 8問  約5分" in s.frame.splitlines()[0]


async def test_answers_from_paper_are_echoed_and_taken_whole_or_not_at_all(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("i")
        await s.type("1y ２ｎ 99y")
        assert "99y" in s.widget("dialog-trouble").plain
        await s.press("enter")
        assert s.client.answers == {}
        await s.press("backspace", "backspace", "backspace")
        assert "E.3-3  いいえ" in s.frame
        await s.press("enter")
        assert "2問を記録しました" in s.frame
        assert (s.on_disk.answer("E.2-1").value, s.on_disk.answer("E.3-3").value) == ("yes", "no")
        # an exclusion needs its reason
        number = sheet_numbers(s.app.session.pack)[KEEPS]
        await s.type(f"{number}a")
        await s.press("enter")
        assert "理由が要ります" in s.frame
        await s.press("backspace")
        await s.type("a(監査前)")
        await s.press("enter", "escape", "u")
        assert s.question == KEEPS
        assert s.client.answer(KEEPS) == NO_ANSWER


async def test_papers_of_a_visit_are_read_and_written(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("v")
        assert "宿題はありません" in s.frame
        await s.press("f3", "f", "3", "v")
        assert "E.2-1" in s.frame
        assert "[あとで確認、課題]" in s.frame.replace("\n", "")
        await s.press("f9")
        with open("さくら事務所.homework.md", encoding="utf-8") as stream:
            assert "E.2-1" in stream.read()
        await s.press("right", "f9", "right", "f9")
        assert "面談の練習：代表者" in s.frame
        for name in ("walk", "rehearse-president"):
            with open(f"さくら事務所.{name}.md", encoding="utf-8") as stream:
                assert stream.read().startswith("# ")
        await s.press("left", "left", "f9")
        assert "もう一度 F9 で上書き" in s.frame
        await s.press("f3")
        assert s.question == QUICK[1]


async def test_the_end_of_a_route_says_what_is_still_open(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("end", "1")
        assert "最後の設問でした。F7 で未回答へ" in s.frame
