"""Finding one's way in the interview: search, routes, outline, marks, reasons, paper."""

from __future__ import annotations

from datetime import timedelta

from pmark_tui.domain.client import NO_ANSWER
from pmark_tui.domain.keying import sheet_numbers
from pmark_tui.domain.routes import Route
from tests.tui.screen_driver import KEEPS, NOW, QUICK, Screen, answered, new_client, opened, write


async def to(s: Screen, words: str) -> None:
    """Go to the row of the list of routes that begins with these words."""
    rows = s.widget("routes")
    shown = [row.prompt.plain[4:] for row in rows.options if not row.disabled]
    at = next(n for n, row in enumerate(shown) if row.startswith(words))
    await s.press("home", *["down"] * at)


async def choose(s: Screen, words: str) -> None:
    """Take the row of the list of routes that begins with these words."""
    await to(s, words)
    await s.press("enter")


async def test_search_folds_width_case_and_kana(fresh: str) -> None:
    async with opened(fresh) as s:
        for words in (
            "J.9.2-24",
            "ｊ．９．２－２４",
            "アクセス権",
            "ｱｸｾｽ権",
            "あくせす権",
            "見直して アクセス",
        ):
            await s.press("home", "slash")
            assert s.question == QUICK[0]
            await s.type(words)
            await s.until(lambda: "J.9.2-24" in s.frame.split("J.9.2、台帳")[1].splitlines()[4])
            await s.press("enter")
            assert (s.name, s.question) == ("InterviewScreen", "J.9.2-24"), words


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


async def test_parts_of_a_route_combine_and_esc_leaves_them_all() -> None:
    """The president's five of the quick pass: yes, no, partly and flagged, no, none."""
    async with opened(write(answered(new_client()))) as s:
        await s.press("p")
        await to(s, "代表者に聞く（5問）")
        await s.press("space")
        assert s.name == "RoutesScreen"
        assert "(x) 代表者に聞く（5問）" in s.frame
        assert "(x) 簡易版（14問）" in s.frame  # of which these are
        assert "( ) 未回答（1問）" in s.frame
        assert "( ) あとで確認（1問）" in s.frame
        assert "( ) 一部・いいえ（3問）" in s.frame
        assert "( ) わからない（0問）" in s.frame
        await to(s, "いいえ（2問）")
        assert "Enter で聞く：簡易版、いいえ、代表者に聞く（2問）" in s.frame
        await to(s, "一部・いいえ（3問）")
        await s.press("enter")
        assert s.frame.splitlines()[1].split() == [
            "絞り込み：簡易版、一部・いいえ、代表者に聞く",
            "Esc",
            "解く",
        ]
        assert [q.id for q in s.app.screen.questions] == ["E.3-3", "J.2.2-1", "J.6.3-2"]
        assert "1/3" in s.frame.splitlines()[0]
        await s.press("right", "escape")
        assert "絞り込みを解きました：簡易版" in s.frame
        assert (s.question, len(s.app.screen.questions)) == ("J.2.2-1", 14)
        assert "絞り込み：" not in s.frame
        await s.press("escape")  # there is nothing to leave any more
        assert (s.name, s.question) == ("InterviewScreen", "J.2.2-1")


async def test_a_part_of_a_route_is_given_back_or_takes_another_one_s_place() -> None:
    async with opened(write(answered(new_client()))) as s:
        await s.press("p")
        await to(s, "あとで確認（1問）")
        await s.press("f6")
        await to(s, "代表者に聞く（1問）")
        await s.press("f6", "f6")
        assert "( ) 代表者に聞く（1問）" in s.frame
        assert "Enter で聞く：簡易版、あとで確認（1問）" in s.frame  # not what was just given back
        await to(s, "手順：PMSの構築（1問）")
        await s.press("enter")
        assert s.app.session.route == Route(quick=True, mark="flagged", step="build")
        await s.press("p")
        await to(s, "手順：文書審査（1問）")
        await s.press("space")
        assert "( ) 手順：PMSの構築（1問）" in s.frame
        await to(s, "簡易版（14問）")
        await s.press("space", "enter")
        assert s.app.session.route == Route(quick=True)


async def test_an_unanswered_route_stays_while_one_answers_and_undoes(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("p")
        await to(s, "代表者に聞く（5問）")
        await s.press("space")
        await choose(s, "未回答（5問）")
        await s.press("1", "1", "u")
        assert (s.question, len(s.app.screen.questions)) == (QUICK[1], 5)
        await s.press("1", "1", "1", "1")
        assert "絞り込みの中に未回答はもうありません" in s.frame
        await s.press("f7")
        assert s.question == QUICK[4]
        await s.press("slash")
        await s.type(QUICK[6])
        await s.press("enter")  # the filter would hide it
        assert s.question == QUICK[6]
        assert s.app.session.route == Route(quick=True)


async def test_a_route_that_runs_empty_says_so(fresh: str) -> None:
    async with opened(fresh) as s:
        await s.press("f", "p")
        await choose(s, "あとで確認（1問）")
        await s.press("f", "p")
        assert s.name == "RoutesScreen"
        await s.press("escape", "1")
        assert s.client.answer(QUICK[0]).value == "yes"


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
        assert "[あとで確認、課題]" in s.frame.replace("\n ", "")
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
