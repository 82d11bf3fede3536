"""The interview line by line: plain text in, plain text out, the client file as the judge."""

import io
import itertools
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Client
from pmark_tui.domain.keying import sheet_numbers
from pmark_tui.domain.pack import Question
from pmark_tui.domain.text import ambiguous
from pmark_tui.errors import FileTrouble
from pmark_tui.store import client_file, packs
from pmark_tui.texts.plain import KEYS, PLAIN, WORDS

NEW = ["--name", "例", "--industry", "service", "--workers", "12", "--no-capital"]
Talk = Callable[..., str]


@pytest.fixture
def path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    file = str(tmp_path / "例.pmark.toml")
    assert main(["new", file, *NEW]) == 0
    capsys.readouterr()
    return file


@pytest.fixture
def talk(path: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Talk:
    """Interview with these lines; what was said. The end of the lines is the end of the input."""

    def run(*lines: str, options: tuple[str, ...] = (), code: int = 0) -> str:
        typed = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), "ascii"))
        assert main(["interview", path, "--plain", *options]) == code
        return capsys.readouterr().out

    return run


def held(path: str) -> Client:
    return client_file.read(path).client


def values(path: str) -> dict[str, str]:
    return {key: answer.value for key, answer in held(path).answers.items() if answer.value}


def questions(path: str, quick: bool = False) -> tuple[Question, ...]:
    return asked(packs.load(), held(path).profile, quick)


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


def test_a_note_of_several_lines(path: str, talk: Talk) -> None:
    first = questions(path)[0].id
    talk("m", "棚に鍵", "", "  二行目: y", ".", "1")
    assert held(path).answer(first).note == "棚に鍵\n\n  二行目: y"
    talk("b", "m 三行目", "メモ", "n", "。")
    assert held(path).answer(first).note == "棚に鍵\n\n  二行目: y\n三行目\nn"
    assert values(path) == {first: "yes"}


def test_a_note_is_kept_when_the_input_ends(path: str, talk: Talk) -> None:
    talk("m", "途中まで", "書いた")
    assert held(path).answer(questions(path)[0].id).note == "途中まで\n書いた"


def test_a_note_is_kept_when_ctrl_c_comes(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Typing(io.StringIO):
        def readline(self, size: int = -1) -> str:  # type: ignore[override]
            if line := super().readline(size):
                return line
            raise KeyboardInterrupt

    monkeypatch.setattr(sys, "stdin", Typing("m\n大事な話\n"))
    assert main(["interview", path, "--plain"]) == 130
    assert held(path).answer(questions(path)[0].id).note == "大事な話"


def test_an_empty_note_changes_nothing(path: str, talk: Talk) -> None:
    assert "メモは変えませんでした。" in talk("m", ".")
    assert held(path).answers == {}


def test_an_exclusion_needs_a_reason(path: str, talk: Talk) -> None:
    loose = next(q for q in questions(path) if q.may_be_na)
    said = talk(f"j {loose.id}", "5", "", "対象外")
    assert values(path) == {}
    assert "理由がないので" in said
    talk(f"j {loose.id}", "a", "取り扱いがないため")
    answer = held(path).answer(loose.id)
    assert (answer.value, answer.reason) == ("na", "取り扱いがないため")


def test_an_exclusion_may_be_refused(path: str, talk: Talk) -> None:
    fixed = next(q for q in questions(path) if not q.may_be_na)
    said = talk(f"j {fixed.id}", "5", "理由")
    assert values(path) == {}
    assert "対象外にできません" in said


def test_marks_certainty_and_details(path: str, talk: Talk) -> None:
    first = questions(path)[0].id
    talk("f", "k", "c", "2", "d", "契約書", "2026/4/1", "社長", "", "きのう", "f")
    answer = held(path).answer(first)
    assert (answer.flagged, answer.parked, answer.certainty) == (False, True, "document")
    assert (answer.evidence, str(answer.evidence_date)) == ("契約書", "2026-04-01")
    assert (answer.who, answer.owner, answer.due) == ("社長", "", None)
    talk("c 0", "確かさ 現場で見た", "d", "-", "-", "", "総務", "２０２６－０５－０１")
    answer = held(path).answer(first)
    assert (answer.certainty, answer.evidence, answer.evidence_date) == ("seen", "", None)
    assert (answer.who, answer.owner, str(answer.due)) == ("社長", "総務", "2026-05-01")


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


def test_nothing_but_lines_in_both_languages(path: str, talk: Talk) -> None:
    lines = ["1", "m", "x", ".", "g", "s", "?", "/ a", "c 1", "f", "9y", "zz", "5", "z"]
    for lang in ("ja", "en"):
        said = talk(*lines, options=("--lang", lang))
        assert all(c == "\n" or c.isprintable() or c == "\u3000" for c in said)
        assert ambiguous(said) == ""


def test_what_a_client_file_holds_cannot_act_on_the_terminal(path: str, talk: Talk) -> None:
    assert main(["answer", path, "--note", f"{questions(path)[0].id}=\x1b[2J\u202eabc"]) == 0
    said = talk()
    assert "\x1b" not in said
    assert "\u202e" not in said


def test_bytes_that_are_no_utf_8_end_nothing(path: str, talk: Talk) -> None:
    talk("\udcff\udcfe", "1")
    assert list(values(path)) == [questions(path)[0].id]


def test_where_there_is_no_terminal_it_is_plain_anyway(
    path: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("\ufeff1\r\n"))
    assert main(["interview", path]) == 0
    assert "聞く相手" in capsys.readouterr().out
    assert len(values(path)) == 1


def test_with_a_terminal_the_full_screen_opens_on_the_pass(
    path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, str]] = []
    module = "pmark_tui.commands.interview"
    monkeypatch.setattr(f"{module}.has_screen", lambda: True)
    monkeypatch.setattr(f"{module}.open_screen", lambda p, lang: opened.append((p, lang)) or 0)
    assert main(["interview", path, "--quick", "--lang", "en"]) == 0
    assert opened == [(path, "en")]
    assert held(path).quick


def test_a_file_changed_underneath_is_not_overwritten(
    path: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    elsewhere = str(tmp_path / "控え")

    class Typing(io.StringIO):
        def readline(self, size: int = -1) -> str:  # type: ignore[override]
            if self.tell() == 0:
                with open(path, "a", encoding="utf-8") as stream:
                    stream.write("# by hand\n")
            return super().readline(size)

    monkeypatch.setattr(sys, "stdin", Typing("1\n2\n"))
    assert main(["interview", path, "--plain"]) == 3
    told = capsys.readouterr()
    assert "まだ保存できていません" in told.out
    assert "保存できていない回答があります" in told.out
    assert told.err.startswith("pmark: ")
    assert values(path) == {}

    monkeypatch.setattr(sys, "stdin", Typing(f"1\nsave {path}\nsave {elsewhere}\n2\n"))
    assert main(["interview", path, "--plain"]) == 0
    assert values(path) == {}
    assert list(values(f"{elsewhere}.pmark.toml").values()) == ["yes", "partial"]


def test_looking_at_a_file_that_cannot_be_written_is_no_loss(
    path: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fails(file: object, client: object) -> None:
        raise FileTrouble("file_unwritable", file=path, why="x")

    monkeypatch.setattr(client_file, "save", fails)
    monkeypatch.setattr(sys, "stdin", io.StringIO("\n\ng\n"))
    assert main(["interview", path, "--plain"]) == 0
    monkeypatch.setattr(sys, "stdin", io.StringIO("1\n"))
    assert main(["interview", path, "--plain"]) == 3


def test_an_unknown_file_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["interview", str(tmp_path / "no.pmark.toml"), "--plain"]) == 3
    assert capsys.readouterr().err.count("\n") == 1


def test_texts_are_there_in_both_languages_and_of_known_width() -> None:
    for area in (PLAIN, KEYS):
        for ja, en in area.values():
            assert ja
            assert en
            assert ambiguous(ja + en) == ""
    words = [word for group in WORDS.values() for word in group]
    assert len(words) == len(set(words))
