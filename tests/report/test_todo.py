"""What page one tells somebody to begin with, on the tiny pack."""

from pmark_tui.domain.scoring import score
from pmark_tui.report.todo import first_actions, gap_rows
from pmark_tui.report.words import Words
from tests.domain.small import TODAY, client, small

WORDS = Words("ja")


def begins_with(values: dict[str, str]) -> list[str]:
    who = client(values)
    rows = gap_rows(small(), who, {}, TODAY, WORDS)
    return [action.question for action in first_actions(small(), score(small(), who), rows, WORDS)]


def test_who_has_just_begun_is_told_to_ask_about_the_first_step() -> None:
    # plan: 1.1-1 and 1.2-2 weigh 3, 1.2-1 weighs 2, 2.2-1 weighs 1; 2.1-1 narrows more, but later steps
    assert begins_with({}) == ["1.1-1", "1.2-2", "1.2-1"]


def test_a_step_that_is_ready_is_not_asked_about() -> None:
    # plan is answered in full; of do 2.1-1 weighs 3, 1.1-2 weighs 2, 1.1-3 comes before 2.1-2 in the pack
    # but behind it in the interview, where the boss is asked first
    done = dict.fromkeys(("1.1-1", "1.2-1", "1.2-2", "2.2-1"), "yes")
    assert begins_with(done) == ["2.1-1", "1.1-2", "2.1-2"]


def test_gaps_come_before_questions() -> None:
    assert begins_with({"1.1-2": "no"}) == ["1.1-2", "1.1-1", "1.2-2"]


def test_when_a_step_has_no_more_to_ask_the_next_one_has() -> None:
    # 2.2-1 is all that is open of plan, which a no keeps from being ready
    known = {"1.1-1": "no", "1.2-1": "yes", "1.2-2": "yes"}
    assert begins_with(known) == ["1.1-1", "2.2-1", "2.1-1"]


def test_nothing_is_asked_of_who_has_answered_everything() -> None:
    everything = dict.fromkeys(small().question, "yes")
    assert begins_with(everything) == []
