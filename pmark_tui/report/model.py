"""The content of a report: every writer prints this and works nothing out by itself.

All texts are ready to be shown in the report's language; what a machine may want to read (ids, shares
0..1, yen, ISO dates) stands beside its text. The names are those that a template sees
(docs/templates.md). Named tuples, because a frozen dataclass takes five times as long to define and a
report must begin quickly (docs/performance.md).
"""

from __future__ import annotations

from pmark_tui.domain.values import frozen
from pmark_tui.report.model_leaks import Damages, Leaks
from pmark_tui.report.model_plan import Calendar, Causes, Eligibility, Papers, ReadingGroup


@frozen
class Fact:
    """Something with a label: `id` for machines, `label` and `value` to be shown."""

    id: str
    label: str
    value: str


@frozen
class Action:
    """One thing to do next: what, about which question, who, and how long it takes."""

    question: str
    what: str
    who: str
    effort: str
    why: str
    due: str = ""


@frozen
class Stop:
    """What blocks a step: a question (or number of the profile), the answer found, and the reason."""

    question: str
    answer: str
    why: str


@frozen
class StepRow:
    """One step: its range (0..1 and as text), a bar of text, status, progress and blockers."""

    id: str
    title: str
    about: str
    low: float
    high: float
    range: str
    bar: str
    status: str
    status_label: str
    answered: int
    asked: int
    excluded: int
    progress: str
    blockers: tuple[Stop, ...]
    open_gates: tuple[Stop, ...]


@frozen
class FeeLine:
    """One line of a fee list: yen (None where unknown), as text, to whom and when it is paid."""

    id: str
    title: str
    yen: int | None
    amount: str
    paid_to: str
    paid_when: str
    not_returned: str


@frozen
class FeeTable:
    """What one list says. `status` is confirmed, official, estimate or partial; amounts in yen."""

    schedule: str
    title: str
    status: str
    status_label: str
    lines: tuple[FeeLine, ...]
    total_low: int
    total_high: int
    total: str
    notes: tuple[str, ...]
    sources: tuple[str, ...]


@frozen
class FeeYear:
    """One year from the day of the report: fees lowest and highest, yen and as text."""

    number: int
    first: str
    low: int
    high: int
    amount: str


@frozen
class Money:
    """Size with the rule that decided, and the fees; `current` is None where no size is given."""

    size: str
    size_label: str
    reasons: tuple[str, ...]
    changes: tuple[str, ...]
    current: FeeTable | None
    others: tuple[FeeTable, ...]
    years: tuple[FeeYear, ...]
    years_total: str
    years_status: str
    notes: tuple[str, ...]
    entered: tuple[Fact, ...]


@frozen
class AnswerRow:
    """One answer with all that stands beside it; empty texts where nothing was given.

    `counts` is false for an exclusion and for what is kept but not asked; `counted` is true where the
    answer is taken as it stands.
    """

    id: str
    clause: str
    chapter: str
    side: str
    side_label: str
    text: str
    person: str
    value: str
    label: str
    counts: bool
    counted: bool
    certainty: str
    certainty_label: str
    note: str
    reason: str
    evidence: str
    evidence_date: str
    who: str
    owner: str
    due: str
    on: str
    marks: tuple[str, ...]
    expected: tuple[str, ...]
    steps: tuple[str, ...]

    @property
    def given(self) -> bool:
        """Whether there is an answer, not only a note beside the question."""
        return bool(self.label)

    @property
    def touched(self) -> bool:
        """Whether anything at all was entered for this question."""
        beside = (self.note, self.reason, self.evidence, self.who, self.owner, self.due)
        return self.given or any(beside) or bool(self.certainty or self.evidence_date or self.marks)


@frozen
class ClauseRow:
    """A clause with its answers, its standing by side, and its numbers in older editions."""

    id: str
    title: str
    chapter: str
    status: str
    status_label: str
    written: str
    practised: str
    answered: int
    asked: int
    editions: tuple[Fact, ...]
    certainty: str
    answers: tuple[AnswerRow, ...]


@frozen
class Chapter:
    """A chapter with those of its clauses that were asked; lowest and highest share 0..1."""

    id: str
    title: str
    low: float
    high: float
    range: str
    answered: int
    asked: int
    clauses: tuple[ClauseRow, ...]


@frozen
class GapRow:
    """A gap in its rank: what to do, which evidence closes it, whom to ask, which steps it frees."""

    rank: int
    question: str
    clause: str
    clause_title: str
    text: str
    answer: str
    answer_label: str
    blocks: tuple[str, ...]
    steps: tuple[str, ...]
    frees: tuple[str, ...]
    because: str
    actions: tuple[str, ...]
    evidence: tuple[str, ...]
    person: str
    effort: str
    hours: float
    hours_with_template: float
    owner: str
    due: str
    note: str


@frozen
class OpenPoint:
    """A question that nobody could answer yet: not asked, or answered with "don't know"."""

    question: str
    clause: str
    text: str
    person: str
    label: str
    note: str
    narrows: bool


@frozen
class Check:
    """What the consistency checks found."""

    rule: str
    severity: str
    severity_label: str
    where: str
    what: str


@frozen
class AuditFinding:
    """A finding (指摘事項) of a mock or real audit, open until it is closed."""

    id: str
    clause: str
    grade: str
    text: str
    found_on: str
    cause: str
    correction: str
    evidence: str
    closed: str
    due: str
    status: str
    status_label: str


@frozen
class Provenance:
    """What this report was made from, so that anyone can check and repeat it."""

    on: str
    pack: str
    pack_version: str
    pack_digest: str
    guideline: str
    fee_list: str
    pmark: str
    input: str
    redacted: bool

    @property
    def input_hash(self) -> str:
        """The name of the client's content as it stands in every format."""
        return f"sha256:{self.input}"


@frozen
class ReportView:
    """A whole report, in one language, for one day."""

    kind: str
    lang: str
    title: str
    subject: str
    client: str
    on: str
    conclusion: tuple[str, ...]
    monday: tuple[Action, ...]
    organisation: tuple[Fact, ...]
    steps: tuple[StepRow, ...]
    money: Money
    gaps: tuple[GapRow, ...]
    checks: tuple[Check, ...]
    chapters: tuple[Chapter, ...]
    exclusions: tuple[AnswerRow, ...]
    unknown: tuple[OpenPoint, ...]
    unasked: tuple[OpenPoint, ...]
    kept: tuple[AnswerRow, ...]
    findings: tuple[AuditFinding, ...]
    eligibility: Eligibility | None
    calendar: Calendar
    papers: Papers
    causes: Causes | None
    damages: Damages | None
    leaks: Leaks | None
    reading: tuple[ReadingGroup, ...]
    limits: tuple[str, ...]
    sources: tuple[Fact, ...]
    provenance: Provenance
    answered: int
    asked: int
    excluded: int
    choices: tuple[str, ...]
