"""The installed program in a real terminal: the main job, input methods, keys, sizes."""

from __future__ import annotations

import re
import sys
import time
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from pmark_tui.store import client_file, packs
from tests.tui.terminal import Interview, Terminal, answered, question_shown

LABELS = {"yes": "はい", "partial": "一部", "no": "いいえ", "unknown": "わからない"}

ASKED = 40
"""In the quick pass of a new applicant with a cloud; one without it is not asked J.9.4-4."""

NOTE = "方針は社長室の額にある。改訂日が古いので来月に直す。"


def test_from_an_empty_folder_to_a_report_in_hand(tmp_path: Path) -> None:
    folder = tmp_path / "clients"
    folder.mkdir()
    given: dict[str, str] = {}
    with Terminal(["--lang", "ja", str(folder)], str(tmp_path)) as t:
        t.see("1. n（または F2）を押し")
        t.commit("n")
        t.see("従業者数")
        t.commit("試験会社")
        t.press("enter", "down", "down", "down", "down", "enter")
        t.commit("12")
        t.press("enter")
        t.commit("10,000,000")
        t.see("規模：中規模", "新規の費用", "概算", f"簡易版 {ASKED - 1}問")
        cloud = [flag.id for flag in packs.load().flags].index("cloud")
        t.press(*["tab"] * 7, *["down"] * (cloud + 1), "enter")
        t.see(f"簡易版 {ASKED}問")
        t.press("f3")
        t.see("試験会社", "聞き取り", f"1/{ASKED}")
        begun = time.monotonic()
        for number in range(ASKED):
            question = question_shown(t)
            value = list(LABELS)[number % 4]
            if number == 3:
                t.commit("m")
                t.see("メモ")
                t.commit(NOTE)
                t.press("escape")
                t.see("メモ：方針は社長室")
            given[question] = value
            t.commit(str(number % 4 + 1))
            if number < ASKED - 1:
                t.until(lambda asked=question: question_shown(t) != asked, "the next question")
        # one key a question; a key and the next question take no time beside a talk of 20 minutes
        assert time.monotonic() - begun < 300
        t.see("残り 0問")
        last = question_shown(t)
        t.press("ctrl+q")
        assert t.ended() == 0
    with Terminal(["--lang", "ja", str(folder)], str(tmp_path)) as t:
        t.see("試験会社", f" {len(given)}/")
        t.press("enter")
        t.until(lambda: question_shown(t) == last, "the place where it was left")
        for question, value in list(reversed(given.items()))[:8]:
            t.until(lambda asked=question: question_shown(t) == asked, question)
            t.see(f"(x) {list(LABELS).index(value) + 1} {LABELS[value]}")
            t.press("left")
        t.press("f5")
        t.see("報告書", "結論")
        t.press("f9")
        t.see("書き出しました")
        t.press("ctrl+q")
        assert t.ended() == 0
    held = client_file.read(str(folder / "試験会社.pmark.toml")).client
    assert {q: a.value for q, a in held.answers.items()} == given
    report = (folder / "試験会社.report.md").read_text(encoding="utf-8")
    answers = report.split("\n## 章ごとの回答\n")[1].split("\n## ")[0]
    named = re.findall(r"^- \*\*(\S+)\*\* .*（(.+?)）$", answers, re.MULTILINE)
    assert dict(named) == {question: LABELS[value] for question, value in given.items()}
    assert NOTE in answers.replace("\\", "")


@pytest.mark.parametrize(
    "words", ["個", "個人情報保", "個人情報保護方針を定める", "あいうえお" * 8]
)
@pytest.mark.parametrize("where", ["note", "list"])
def test_what_an_input_method_commits_is_neither_lost_nor_an_answer(
    words: str, where: str, client_path: str, interview: Interview
) -> None:
    with interview() as t:
        if where == "note":
            t.commit("m")
            t.see("メモ")
        t.commit(words)
        if where == "note":
            t.press("escape")
            t.until(lambda: words[:10] in t.text, "the note")
        t.press("ctrl+q")
        assert t.ended() == 0
    answers = client_file.read(client_path).client.answers
    notes = [a.note for a in answers.values()]
    assert notes == ([words] if where == "note" else [])
    assert all(not a.value for a in answers.values())
    # the protocol under which commits arrive as rubbish is never asked for
    assert not re.search(rb"\x1b\[>\d+u", t.written)


def test_full_width_digits_answer(client_path: str, interview: Interview) -> None:
    with interview() as t:
        first = answered(t, "３")
        t.press("ctrl+q")
        assert t.ended() == 0
    assert client_file.read(client_path).client.answer(first).value == "no"


def test_a_dumb_terminal_is_told_of_the_plain_interview(client_path: str, tmp_path: Path) -> None:
    with Terminal(["--lang", "ja", client_path], str(tmp_path), TERM="dumb") as t:
        assert t.ended() == 2
        t.read()
        assert "--plain" in t.text


def test_without_colour_everything_still_shows(interview: Interview) -> None:
    with interview(NO_COLOR="1") as t:
        t.see("( ) 1 はい")
        answered(t, "1")
        t.press("left")
        t.see("(x) 1 はい")
        t.press("ctrl+q")
        assert t.ended() == 0
    colours = re.findall(rb"38;2;(\d+);(\d+);(\d+)", t.written)
    assert all(len(set(rgb)) == 1 for rgb in colours)


@pytest.mark.parametrize("kitty", [False, True])
def test_the_protocol_that_spoils_commits_is_never_asked_for(
    kitty: bool, client_path: str, interview: Interview
) -> None:
    with interview(kitty=kitty) as t:
        first = question_shown(t)
        t.commit(
            "日本語です。個人情報保護"
        )  # five and more: what arrived as rubbish, digits among it
        t.commit("m")
        t.see("メモ")
        t.commit("日本語です")
        t.press("escape")
        t.see("メモ：日本語です")
        t.press("ctrl+q")
        assert t.ended() == 0
    assert not re.search(rb"\x1b\[>\d+u", t.written)
    answers = client_file.read(client_path).client.answers
    assert {q: (a.value, a.note) for q, a in answers.items()} == {first: ("", "日本語です")}


def test_escape_in_the_midst_of_writing_answers_nothing(
    client_path: str, interview: Interview
) -> None:
    with interview() as t:
        first = question_shown(t)
        t.press("escape")
        t.commit("へんかん")
        t.press("escape", "escape")
        t.commit("m")
        t.see("メモ")
        t.commit("確かめる")
        t.press("escape")
        t.see("メモ：確かめる")
        assert question_shown(t) == first
        t.press("ctrl+q")
        assert t.ended() == 0
    answers = client_file.read(client_path).client.answers
    assert {q: (a.value, a.note) for q, a in answers.items()} == {first: ("", "確かめる")}


def test_a_pasted_text_with_digits_answers_nothing(client_path: str, interview: Interview) -> None:
    with interview() as t:
        first = question_shown(t)
        t.commit("\x1b[200~2026年11月23日\n1234\x1b[201~")
        t.commit("m")
        t.see("メモ")
        t.commit("\x1b[200~一行目 12\n二行目\x1b[201~")
        t.press("escape")
        t.see("メモ：一行目 12")
        t.press("ctrl+q")
        assert t.ended() == 0
    answers = client_file.read(client_path).client.answers
    assert {q: (a.value, a.note) for q, a in answers.items()} == {first: ("", "一行目 12\n二行目")}


def test_what_is_typed_while_a_window_opens_is_not_lost(
    client_path: str, interview: Interview
) -> None:
    with interview() as t:
        first = question_shown(t)
        t.commit("m12人、確かめる")  # as fast as a terminal can
        t.see("12人、確かめる")
        t.press("escape")
        t.see("メモ：12人、確かめる")
        t.commit("/個人情報")
        t.see("検索", " 個人情報")
        t.press("escape", "ctrl+q")
        assert t.ended() == 0
    answers = client_file.read(client_path).client.answers
    assert {q: (a.value, a.note) for q, a in answers.items()} == {first: ("", "12人、確かめる")}


def test_what_was_answered_before_a_restart_is_taken_back(
    client_path: str, interview: Interview
) -> None:
    given = []
    with interview() as t:
        for value in "123":
            given.append(answered(t, value))
            t.see("保存 ")
            t.until(
                lambda: len(client_file.read(client_path).client.answers) == len(given), "saved"
            )
        assert not re.search(rb"\x1b\][012];", t.written)  # no title of a window tells anything
        t.press("ctrl+q")
        assert t.ended() == 0
    with interview("4/") as t:
        for question in reversed(given):
            t.commit("u")
            t.see(f"取り消しました：{question}")
            t.until(lambda asked=question: question_shown(t) == asked, question)
        t.commit("u")
        t.see("取り消すものはありません")
        t.commit("r")
        t.see(f"やり直しました：{given[0]}")
        t.press("ctrl+q")
        assert t.ended() == 0
    held = client_file.read(client_path).client.answers
    assert {q: a.value for q, a in held.items()} == {given[0]: "yes"}


WATCH = """
import sys
def watch(event, args):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"):
        open("network.txt", "a").write(event)
sys.addaudithook(watch)
"""


def test_nothing_goes_over_the_network(tmp_path: Path, interview: Interview) -> None:
    with interview(before=WATCH) as t:
        t.commit("1")
        t.press("f4")
        t.see("結果")
        t.press("f5")
        t.see("報告書")
        t.press("f9")
        t.see("書き出しました")
        t.press("f2")
        t.see("会社名")
        t.press("ctrl+q")
        assert t.ended() == 0
    assert not (tmp_path / "network.txt").exists()


def test_the_terminal_may_change_its_size(interview: Interview) -> None:
    with interview() as t:
        first = question_shown(t)
        for columns, lines in ((120, 40), (40, 12), (80, 24)):
            t.resize(columns, lines)
            t.see(first, "( ) 1 はい")
        t.press("ctrl+q")
        assert t.ended() == 0
