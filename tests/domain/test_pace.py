"""Time left: the median of one's own recent gaps, breaks and keyed-in lines left out."""

from datetime import datetime, timedelta

import pytest

from pmark_tui.domain.client import Answer, Client
from pmark_tui.domain.pace import minutes_left, seconds_a_question
from pmark_tui.texts.pace import time_left
from tests.domain.small import client

START = datetime(2026, 11, 23, 10, 0, 0)


def answered_after(*gaps: int) -> Client:
    """A client whose answers came so many seconds after one another."""
    held, at = client({}), START
    for number, gap in enumerate((0, *gaps)):
        at += timedelta(seconds=gap)
        held = held.with_answer(f"q{number}", Answer("yes", at=at))
    return held


def test_the_median_of_the_gaps_is_the_pace() -> None:
    assert seconds_a_question(answered_after(10, 20, 30, 40, 200)) == 30


@pytest.mark.parametrize("gaps", [(), (10, 10, 10, 10), (0,) * 20, (3600,) * 20])
def test_too_few_gaps_say_nothing(gaps: tuple[int, ...]) -> None:
    assert seconds_a_question(answered_after(*gaps)) is None
    assert minutes_left(answered_after(*gaps), 100) == 0
    assert time_left(answered_after(*gaps), 100, "ja") == ""


def test_breaks_and_answers_of_one_second_are_no_gaps() -> None:
    assert seconds_a_question(answered_after(10, 0, 10, 3600, 10, 601, 10, 600)) == 10


def test_only_the_latest_thirty_count() -> None:
    assert seconds_a_question(answered_after(*[90] * 40, *[20] * 30)) == 20


@pytest.mark.parametrize(
    ("seconds", "left", "minutes", "ja", "en"),
    [
        (20, 0, 0, "", ""),
        (5, 1, 1, "約1分", "about 1 min"),
        (30, 31, 16, "約16分", "about 16 min"),
        (30, 53, 25, "約25分", "about 25 min"),
        (60, 200, 200, "約3.5時間", "about 3.5 h"),
    ],
)
def test_what_is_left(seconds: int, left: int, minutes: int, ja: str, en: str) -> None:
    held = answered_after(*[seconds] * 6)
    assert minutes_left(held, left) == minutes
    assert (time_left(held, left, "ja"), time_left(held, left, "en")) == (ja, en)
