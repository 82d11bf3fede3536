"""The steps' ranges, blockers and progress. The formula is specified in docs/scoring.md."""

from __future__ import annotations

from dataclasses import dataclass

from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Answer, Client
from pmark_tui.domain.pack import AnswerKind, Pack, Question, Step, Text

BLOCKED, READY, OPEN = "blocked", "ready", "open"


@dataclass(frozen=True, slots=True)
class Blocker:
    """What stops a step whatever its score: a question's answer, or a number of the profile.

    `question` is the id of the question, or `profile.FIELD`; `answer` the value found there.
    """

    question: str
    answer: str
    why: Text


@dataclass(frozen=True, slots=True)
class StepScore:
    """A step: its range (0..1), what blocks it, how far it was asked, and the sum of weights."""

    step: Step
    low: float
    high: float
    blockers: tuple[Blocker, ...]
    status: str
    answered: int
    asked: int
    excluded: int
    weight: int
    open_gates: tuple[str, ...]

    @property
    def width(self) -> float:
        """How much is still unknown, 0..1."""
        return self.high - self.low


@dataclass(frozen=True, slots=True)
class Score:
    """All steps of a client in their order, and the progress over all that is asked."""

    steps: tuple[StepScore, ...]
    answered: int
    asked: int
    excluded: int

    def step(self, step_id: str) -> StepScore:
        """The score of one step."""
        return next(s for s in self.steps if s.step.id == step_id)


def worth(pack: Pack, answer: Answer) -> AnswerKind:
    """What an answer counts as; no answer counts as the pack says."""
    return pack.answer.get(answer.value, pack.unanswered)


def score(pack: Pack, client: Client) -> Score:
    """Score every step from the questions asked of this client."""
    questions = asked(pack, client.profile)
    kinds = {q.id: worth(pack, client.answer(q.id)) for q in questions}
    given = {q.id for q in questions if client.answer(q.id).value in pack.answer}
    return Score(
        steps=tuple(_step(pack, client, step, questions, kinds, given) for step in pack.steps),
        answered=len(given),
        asked=len(questions),
        excluded=sum(not kind.counts for kind in kinds.values()),
    )


def _step(
    pack: Pack,
    client: Client,
    step: Step,
    questions: tuple[Question, ...],
    kinds: dict[str, AnswerKind],
    given: set[str],
) -> StepScore:
    mine = [q for q in questions if step.id in q.steps]
    counted = [(q.weight, kinds[q.id]) for q in mine if kinds[q.id].counts]
    weight = sum(w for w, _ in counted)
    low = sum(w * kind.low for w, kind in counted) / weight if weight else 0.0
    high = sum(w * kind.high for w, kind in counted) / weight if weight else 1.0
    blockers = [*_profile_blockers(pack, client, step)]
    open_gates = []
    for question in mine:
        if step.id not in question.gates:
            continue
        match gate_state(pack, question, kinds[question.id]):
            case "shut":
                value = client.answer(question.id).value
                blockers.append(Blocker(question.id, value, question.text))
            case "open":
                open_gates.append(question.id)
    ready = not blockers and not open_gates and low >= step.ready_from
    return StepScore(
        step=step,
        low=low,
        high=high,
        blockers=tuple(blockers),
        status=BLOCKED if blockers else READY if ready else OPEN,
        answered=sum(q.id in given for q in mine),
        asked=len(mine),
        excluded=sum(not kinds[q.id].counts for q in mine),
        weight=weight,
        open_gates=tuple(open_gates),
    )


def gate_state(pack: Pack, question: Question, kind: AnswerKind) -> str:
    """Whether a gate is "passed", "shut" (it blocks) or "open" (nobody knows yet).

    A gate is passed by an answer worth at least `gate_needs`, or one that is out of the count; it is
    shut where even the best reading of the answer is worth less.
    """
    if not kind.counts:
        return "passed"
    needed = pack.answer[question.gate_needs].low
    if kind.low >= needed:
        return "passed"
    return "shut" if kind.high < needed else "open"


def _profile_blockers(pack: Pack, client: Client, step: Step) -> tuple[Blocker, ...]:
    found = []
    for gate in pack.profile_gates:
        value = getattr(client.profile, gate.field)
        if gate.step == step.id and value < gate.at_least:
            found.append(Blocker(f"profile.{gate.field}", str(value), gate.why))
    return tuple(found)


def narrow_most(pack: Pack, client: Client, count: int = 5) -> tuple[str, ...]:
    """The open questions that would narrow the ranges most, widest first.

    A question narrows a step's range by its weight's share of the step, times how much is open in it;
    the shares of all its steps are added. Ties keep the order of the interview.
    """
    questions = asked(pack, client.profile)
    weights = {s.id: 0 for s in pack.steps}
    for question in questions:
        if worth(pack, client.answer(question.id)).counts:
            for step in question.steps:
                weights[step] += question.weight
    gains = []
    for question in questions:
        kind = worth(pack, client.answer(question.id))
        if kind.counts and kind.high > kind.low:
            gain = sum(question.weight / weights[s] for s in question.steps) * (kind.high - kind.low)
            gains.append((gain, question.id))
    gains.sort(key=lambda pair: -pair[0])
    return tuple(question_id for _, question_id in gains[:count])
