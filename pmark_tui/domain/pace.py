"""How long what is left will take, from one's own pace: the times of the answers themselves."""

from __future__ import annotations

from itertools import pairwise
from statistics import median

from pmark_tui.domain.client import Client

RECENT = 30
"""How many gaps between answers are looked at, the latest ones."""
ENOUGH = 5
"""Fewer gaps than this say nothing yet."""
PAUSE = 600
"""Seconds without an answer that are a break, not a question that took long."""


def seconds_a_question(client: Client) -> float | None:
    """The median of the recent gaps between answers, in seconds; None where there are too few.

    Breaks are no gaps, nor are answers of one and the same second, which were keyed in from paper.
    """
    times = sorted(a.at for a in client.answers.values() if a.at is not None)
    gaps = [
        seconds
        for before, after in pairwise(times)
        if 0 < (seconds := (after - before).total_seconds()) <= PAUSE
    ]
    return median(gaps[-RECENT:]) if len(gaps) >= ENOUGH else None


def minutes_left(client: Client, left: int) -> int:
    """Minutes that `left` questions will take, 0 where nothing can be said.

    Whole minutes up to twenty, then in steps of five: a figure that jumps at every key tells less.
    """
    seconds = seconds_a_question(client)
    if seconds is None or not left:
        return 0
    minutes = max(1, round(seconds * left / 60))
    return minutes if minutes <= 20 else round(minutes / 5) * 5
