"""Going through the questions line by line: back and forth, jumps, passes, what is asked in between."""

import itertools
from datetime import datetime, timedelta

import pytest

from pmark_tui.domain.keying import sheet_numbers
from pmark_tui.store import packs
from tests.cli.plain.talking import Talk, held, questions, values


def test_back_and_forth(path: str, talk: Talk) -> None:
    ids = [q.id for q in questions(path)]
    said = talk("b", "1", "2", "b", "3", "次", "戻る", "4")
    assert "最初の設問です。" in said
    assert values(path) == {ids[0]: "yes", ids[1]: "no", ids[2]: "unknown"}


def test_it_resumes_where_it_was_left(path: str, talk: Talk) -> None:
    ids = [q.id for q in questions(path)]
    talk("1", "1", "")
    said = talk("n")
    assert said.split("\n")[3].startswith(f"4/{len(ids)}  {ids[3]} ")
    assert values(path)[ids[3]] == "no"


def test_jump_by_id_clause_and_sheet_number(path: str, talk: Talk) -> None:
    number = sheet_numbers(packs.load())["J.4.3-1"]
    talk("j J.2.2-1", "1", "移動 ｊ．３．２", "2", f"j {number}", "3", "J.9.2", "1")
    found = values(path)
    first_of_clause = next(q.id for q in questions(path) if q.clause == "J.9.2")
    assert found == {
        "J.2.2-1": "yes",
        "J.3.2-1": "partial",
        "J.4.3-1": "no",
        first_of_clause: "yes",
    }


@pytest.mark.parametrize("where", ["X.1", "9999", "0", "J"])
def test_a_jump_to_nowhere_stays(path: str, talk: Talk, where: str) -> None:
    said = talk(f"j {where}", "1")
    assert list(values(path)) == [questions(path)[0].id]
    assert "という設問はないか" in said


def test_next_open_skips_what_is_answered(path: str, talk: Talk) -> None:
    ids = [q.id for q in questions(path)]
    talk("1", "1", "j " + ids[0], "o", "2")
    assert values(path) == {ids[0]: "yes", ids[1]: "yes", ids[2]: "partial"}


def test_hidden_questions_are_skipped_and_unreachable(path: str, talk: Talk) -> None:
    pack = packs.load()
    visible = {q.id for q in questions(path)}
    hidden = next(q for q in pack.questions if q.id not in visible)
    said = talk(*[""] * (len(visible) - 1), f"j {hidden.id}", f"{hidden.id}y")
    assert f"  {hidden.id}  " not in said
    assert said.count("聞く相手：") == len(visible)
    assert "この顧客には聞きません" in said
    assert values(path) == {}


def test_at_the_end_it_says_what_is_left(path: str, talk: Talk) -> None:
    last = questions(path)[-1].id
    said = talk(f"j {last}", "1", "", "")
    assert said.count("最後の設問です。") == 3
    assert values(path) == {last: "yes"}


def test_the_quick_pass_is_walked_and_remembered(path: str, talk: Talk) -> None:
    quick = questions(path, quick=True)
    said = talk(*["1"] * len(quick), options=("--quick",))
    assert list(values(path)) == [q.id for q in quick]
    assert "未回答はもうありません。" in said
    assert held(path).quick
    assert "簡易版" in talk()
    assert "詳細版" in talk(options=("--full",))


def test_a_jump_beyond_the_quick_pass_widens_it(path: str, talk: Talk) -> None:
    outside = next(q for q in questions(path) if not q.quick)
    said = talk(f"j {outside.id}", "1", options=("--quick",))
    assert "詳細版に切り替えました" in said
    assert values(path) == {outside.id: "yes"}


def test_search_guide_standing_and_help_answer_nothing(path: str, talk: Talk) -> None:
    first = questions(path)[0]
    guide = packs.load().guides[first.id].ja
    said = talk("/ 台帳", "／ 存在しない言葉", "検索 J.2.2", "g", "s", "?", "ヘルプ", "w", "/", "j")
    assert values(path) == {}
    assert "台帳：" in said
    assert "存在しない言葉 は見つかりません。" in said
    assert "J.2.2-1  " in said
    assert guide.yes in said
    assert guide.fix[0] in said
    assert all(step.title.ja in said for step in packs.load().steps)
    assert "0%から" in said
    assert said.count("q 終了") == 2


def test_the_standing_tells_the_time_that_is_left_once_the_pace_is_known(
    path: str, talk: Talk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "いままでの速さ" not in talk("1", "s")
    ticks = itertools.count()

    def clock() -> datetime:
        return datetime(2026, 11, 23, 10) + timedelta(seconds=30 * next(ticks))

    monkeypatch.setattr("pmark_tui.commands.interview.now", clock)
    said = talk(*["1"] * 6, "s", options=("--quick",))
    left = len(questions(path, quick=True)) - 6
    assert f"残り{left}問、いままでの速さで約" in said


def test_quit_ends_it(path: str, talk: Talk) -> None:
    talk("1", "q", "1", "1")
    assert len(values(path)) == 1
