"""Recording an answer: which values a question takes, and what an exclusion needs."""

from __future__ import annotations

from datetime import datetime

from pmark_tui.domain.client import Client
from pmark_tui.domain.migration import settled
from pmark_tui.domain.pack import Pack, Question
from pmark_tui.domain.values import replace
from pmark_tui.errors import BadInput


def allowed_values(pack: Pack, question: Question) -> tuple[str, ...]:
    """The ids of the answers that this question takes."""
    return tuple(a.id for a in pack.answers if a.counts or question.may_be_na)


def record(
    pack: Pack, client: Client, question_id: str, value: str, at: datetime, reason: str = ""
) -> Client:
    """The client with this answer; an empty value takes the answer back and keeps the notes.

    A reason given earlier stays valid for an exclusion.

    Raises:
        BadInput: unknown question or value, an exclusion that is not allowed or has no reason.
    """
    question = pack.question.get(question_id)
    if question is None:
        raise BadInput("question_unknown", found=question_id)
    answer = client.answer(question_id)
    reason = reason or answer.reason
    if value:
        kind = pack.answer.get(value)
        allowed = ", ".join(allowed_values(pack, question))
        if kind is None:
            raise BadInput("answer_unknown", id=question_id, found=value, allowed=allowed)
        if not kind.counts and not question.may_be_na:
            raise BadInput("na_refused", id=question_id, allowed=allowed)
        if not kind.counts and not reason.strip():
            raise BadInput("reason_needed", id=question_id)
    changed = replace(
        answer,
        value=value,
        reason=reason,
        at=at if value else None,
        revision=question.revision if value else 1,
    )
    return settled(pack, client.with_answer(question_id, changed))
