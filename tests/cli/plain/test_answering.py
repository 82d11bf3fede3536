"""Answering line by line: each way of saying it, taking back, keys from paper."""

import io
import sys

import pytest

from pmark_tui.cli import main
from pmark_tui.domain.keying import sheet_numbers
from pmark_tui.store import packs
from tests.cli.plain.talking import Talk, held, questions, values


def test_each_way_of_answering(path: str, talk: Talk) -> None:
    lines = [
        "1",
        "２",
        "n",
        "Ｕ",
        "はい",
        "わからない",
        "一部",
        "no",
        "Yes",
        "y",
        "ｐ",
        "don't know",
    ]
    talk(*lines)
    given = list(values(path).values())
    assert given == [
        "yes", "partial", "no", "unknown", "yes", "unknown", "partial", "no", "yes", "yes",
        "partial", "unknown",
    ]  # fmt: skip
    assert list(values(path)) == [q.id for q in questions(path)[: len(lines)]]


def test_a_question_is_a_few_lines(path: str, talk: Talk) -> None:
    first = questions(path)[0]
    said = talk().split("\n")
    start = said.index("") + 1
    head, body, choices = said[start : start + 3]
    assert head == f"1/{len(questions(path))}  {first.id}  紙の番号 1  聞く相手：代表者"
    assert body == first.text.ja
    assert choices.startswith("1 はい  2 一部  3 いいえ  4 わからない")
    assert ("5 対象外" in choices) == first.may_be_na


def test_it_says_what_it_understood(path: str, talk: Talk) -> None:
    first = questions(path)[0].id
    assert f"{first}：「いいえ」と記録しました。" in talk("３")
    assert f"{first}: recorded 'Yes'." in talk("b", "y", options=("--lang", "en"))


def test_the_end_of_the_input_answers_nothing(path: str, talk: Talk) -> None:
    said = talk()
    assert values(path) == {}
    assert "すべて保存済みです" in said


def test_enter_alone_goes_on_without_an_answer(path: str, talk: Talk) -> None:
    talk("", "", "1", "")
    assert list(values(path)) == [questions(path)[2].id]


@pytest.mark.parametrize(
    "line", ["6", "99", "x", "1 2", "yy", "はい！", "\x1b[A", "-1", "1.", "11"]
)
def test_what_is_no_answer_is_none(path: str, talk: Talk, line: str) -> None:
    said = talk(line)
    assert values(path) == {}
    assert "わかりませんでした" in said


def test_answers_are_on_disk_before_the_next_question(
    path: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ids = [q.id for q in questions(path)]
    seen: list[list[str]] = []

    class Typing(io.StringIO):
        def readline(self, size: int = -1) -> str:  # type: ignore[override]
            seen.append(list(values(path)))
            return super().readline(size)

    monkeypatch.setattr(sys, "stdin", Typing("1\n2\n3\n"))
    assert main(["interview", path, "--plain"]) == 0
    assert seen == [[], ids[:1], ids[:2], ids[:3]]


def test_undo_redo_and_taking_back(path: str, talk: Talk) -> None:
    ids = [q.id for q in questions(path)]
    talk("1", "2", "z", "z", "z", "r", "j " + ids[0], "0", "0")
    assert values(path) == {}
    talk("j " + ids[0], "1", "n", "取り消す", "やり直す", "j " + ids[0], "0", "z")
    assert values(path) == {ids[0]: "yes", ids[1]: "no"}


def test_keys_from_paper(path: str, talk: Talk) -> None:
    pack = packs.load()
    one, two = questions(path)[:2]
    loose = next(q for q in questions(path) if q.may_be_na)
    numbers = sheet_numbers(pack)
    said = talk(f"{numbers[one.id]}y {two.id}ｎ {numbers[loose.id]}a", "扱わない")
    assert values(path) == {one.id: "yes", two.id: "no", loose.id: "na"}
    assert f"{numbers[one.id]}  {one.id}  はい  {one.text.ja}" in said
    assert held(path).answer(loose.id).reason == "扱わない"


@pytest.mark.parametrize("line", ["1y 99999n", "1y 1n", "1y ?", "1a 2y"])
def test_keys_are_taken_whole_or_not_at_all(path: str, talk: Talk, line: str) -> None:
    said = talk(line)
    assert values(path) == {}
    assert "この行は何も記録しませんでした" in said


def test_keys_without_the_reason_take_nothing(path: str, talk: Talk) -> None:
    loose = next(q for q in questions(path) if q.may_be_na)
    talk(f"1y {loose.id}a", "")
    assert values(path) == {}
