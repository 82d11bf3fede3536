"""What if: change answers without saving, and see the steps move."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from pmark_tui.domain.answering import allowed_values
from pmark_tui.domain.client import Client
from pmark_tui.domain.gaps import Gap
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.scoring import StepScore, score
from pmark_tui.domain.values import frozen, replace
from pmark_tui.errors import BadInput

SUPPOSED = "(what if)"
"""The reason of an exclusion that is only supposed."""


@frozen
class Move:
    """A step before and after."""

    before: StepScore
    after: StepScore

    @property
    def freed(self) -> bool:
        """Whether something blocked it before and nothing does after."""
        return bool(self.before.blockers) and not self.after.blockers


def suppose(pack: Pack, client: Client, values: Mapping[str, str]) -> Client:
    """The client with other values; an empty value takes the answer back.

    Raises:
        BadInput: an unknown question, or a value that it does not take.
    """
    for question_id, value in values.items():
        question = pack.question.get(question_id)
        if question is None:
            raise BadInput("question_unknown", found=question_id)
        allowed = allowed_values(pack, question)
        if value and value not in allowed:
            raise BadInput(
                "answer_unknown", id=question_id, found=value, allowed=", ".join(allowed)
            )
        answer = client.answer(question_id)
        reason = answer.reason or (SUPPOSED if value and not pack.answer[value].counts else "")
        client = client.with_answer(question_id, replace(answer, value=value, reason=reason))
    return client


def close(pack: Pack, client: Client, found: Iterable[Gap]) -> Client:
    """The client with these gaps closed: each of them answered in full."""
    full = max((a for a in pack.answers if a.counts), key=lambda a: (a.low, a.high)).id
    return suppose(pack, client, {gap.question.id: full for gap in found})


def moves(pack: Pack, before: Client, after: Client, on: date | None = None) -> tuple[Move, ...]:
    """Every step before and after, in order."""
    pairs = zip(score(pack, before, on).steps, score(pack, after, on).steps, strict=True)
    return tuple(Move(old, new) for old, new in pairs)
