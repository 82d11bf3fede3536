"""Steps of undo: one change each, also where only the states before and after it are known."""

from __future__ import annotations

from collections.abc import Sequence

from pmark_tui.domain.client import Client
from pmark_tui.domain.values import frozen


@frozen
class Change:
    """One step of undo: where it happened and the client before and after it.

    `question` is "" for a change of something that belongs to no question, as the profile.
    """

    question: str
    before: Client
    after: Client


def changes_between(before: Client, after: Client) -> list[Change]:
    """What leads from one state to the other, a question each, the one answered first at the front."""
    steps = []
    held = before
    if (rest := after.changed(answers=before.answers)) != before:
        steps.append(Change("", held, rest))
        held = rest
    ids = {**before.answers, **after.answers}
    differing = [q for q in ids if before.answer(q) != after.answer(q)]
    for question in sorted(differing, key=lambda q: str(after.answer(q).at or "")):
        changed = held.with_answer(question, after.answer(question))
        steps.append(Change(question, held, changed))
        held = changed
    return steps


def earlier_changes(states: Sequence[Client], present: Client) -> list[Change]:
    """The changes that led to the present state, the latest at the end.

    `states` are the earlier states as they were saved, the oldest first. One that comes up again was
    gone back to: what lies between was taken back then and is not brought up again. Where the
    interview stood makes no state.
    """
    place = {"position": present.position, "quick": present.quick}
    known = [s.changed(**place) for s in states if s.pack == present.pack]
    changes: list[Change] = []
    after = present
    while (first := known.index(after) if after in known else len(known)) > 0:
        before = known[first - 1]
        changes[:0] = changes_between(before, after)
        after, known = before, known[:first]
    return changes
