"""What is said beside an answer, line by line: notes, reasons, marks, certainty, details."""

import io
import sys

import pytest

from pmark_tui.cli import main
from tests.cli.plain.talking import Talk, held, questions, values


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
