"""Which questions a client is asked, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from pmark_tui.domain.client import Client, Profile
from pmark_tui.domain.pack import Pack, Question

K = TypeVar("K")
V = TypeVar("V")

_REMEMBERED = 32
"""For how many sets of flags a pack remembers what is asked: everything about a client begins with it."""


def is_asked(question: Question, profile: Profile) -> bool:
    """Whether the profile calls for this question (its flags and its kind of application)."""
    flags = profile.flags
    if question.kinds and profile.kind not in question.kinds:
        return False
    if question.when and not any(flag in flags for flag in question.when):
        return False
    if question.when_all and not all(flag in flags for flag in question.when_all):
        return False
    return not any(flag in flags for flag in question.unless)


def asked(pack: Pack, profile: Profile, quick: bool = False) -> tuple[Question, ...]:
    """The questions of the full or the quick pass for this profile, in the order of the interview.

    One person is asked together; within a person the pack's own order stands.
    """

    def find() -> tuple[Question, ...]:
        chosen = (q for q in pack.questions if is_asked(q, profile) and (q.quick or not quick))
        return in_order_of_people(pack, chosen)

    return remembered(pack.asked_before, (profile.kind, profile.flags, quick), find)


def places_by_step(pack: Pack, profile: Profile) -> Mapping[str, tuple[int, ...]]:
    """Where the questions of each step stand among those of the full pass, first is 0."""

    def find() -> Mapping[str, tuple[int, ...]]:
        places: dict[str, list[int]] = {step.id: [] for step in pack.steps}
        for place, question in enumerate(asked(pack, profile)):
            for step_id in question.steps:
                places[step_id].append(place)
        return {step_id: tuple(mine) for step_id, mine in places.items()}

    return remembered(pack.places_by_step, (profile.kind, profile.flags), find)


def remembered(known: dict[K, V], decides: K, find: Callable[[], V]) -> V:
    """What a pack came to for what decides it (kind, flags), found once and then remembered."""
    if decides not in known:
        if len(known) >= _REMEMBERED:
            known.clear()
        known[decides] = find()
    return known[decides]


def in_order_of_people(pack: Pack, questions: Iterable[Question]) -> tuple[Question, ...]:
    """Questions grouped by whom to ask; stable within each person."""
    order = {person.id: number for number, person in enumerate(pack.people)}
    return tuple(sorted(questions, key=lambda q: order[q.ask]))


def why_left_out(question: Question, profile: Profile) -> str:
    """The key that keeps a question from being asked: kinds, when, when_all or unless; "" if asked."""
    if question.kinds and profile.kind not in question.kinds:
        return "kinds"
    if question.when and not any(flag in profile.flags for flag in question.when):
        return "when"
    if question.when_all and not all(flag in profile.flags for flag in question.when_all):
        return "when_all"
    return "unless" if any(flag in profile.flags for flag in question.unless) else ""


def is_answered(client: Client, question: Question, pack: Pack) -> bool:
    """Whether the question was asked and a value given; わからない counts as asked."""
    return client.answer(question.id).value in pack.answer


def next_unanswered(
    pack: Pack, client: Client, questions: tuple[Question, ...], after: str = ""
) -> Question | None:
    """The first question without an answer behind `after`, from the top again; None if all have one."""
    ids = [q.id for q in questions]
    start = ids.index(after) + 1 if after in ids else 0
    for question in questions[start:] + questions[:start]:
        if not is_answered(client, question, pack):
            return question
    return None
