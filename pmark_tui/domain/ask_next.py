"""Which open questions to ask next: those of the step that comes first, not those of the smallest one."""

from __future__ import annotations

from pmark_tui.domain.narrow import narrow_step, narrowings
from pmark_tui.domain.pack import Pack, Question
from pmark_tui.domain.scoring import READY, Score


def ask_next(pack: Pack, scored: Score, count: int = 5) -> tuple[Question, ...]:
    """The open questions that narrow the first step most that is not ready, then those of the next ones.

    Not those that narrow all steps most (`narrow_most`): a late step with few questions would send
    somebody who has just begun to ask about the findings of an audit.
    """
    found = narrowings(pack, scored.points)
    chosen: dict[str, Question] = {}
    for step in scored.steps:
        if step.status != READY:
            for narrowing in narrow_step(found, step.step.id, count):
                chosen.setdefault(narrowing.question.id, narrowing.question)
    return tuple(chosen.values())[:count]
