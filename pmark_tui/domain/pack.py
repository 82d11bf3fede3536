"""The question pack: questions, steps, answers and all that they refer to.

The fields are the keys of the TOML files (docs/writing-a-pack.md); pydantic validates the files
against these very classes in `pmark_tui.store.schema`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from pmark_tui.domain.values import frozen

if TYPE_CHECKING:
    from pmark_tui.domain.client import Client
    from pmark_tui.domain.points import Point

LANGUAGES = ("ja", "en")
SIDES = ("written", "practised")
"""What the document review reads, and what the on-site audit sees."""


@frozen
class Text:
    """One text in both languages."""

    ja: str
    en: str

    def of(self, lang: str) -> str:
        """The text in `lang` (ja or en)."""
        return self.en if lang == "en" else self.ja


NO_TEXT = Text("", "")


@frozen
class AnswerKind:
    """One possible answer and what it counts for, 0..1 at worst (`low`) and at best (`high`)."""

    id: str
    label: Text
    letter: str
    low: float
    high: float
    counts: bool = True
    unanswered: bool = False


@frozen
class Named:
    """An id with a title: a person to ask, a place, a topic, a facet."""

    id: str
    title: Text


@frozen
class Step:
    """A step towards the mark; `ready_from` (0..1) is where an unblocked step is called ready.

    `short` is what it is called where there is little room.
    """

    id: str
    title: Text
    about: Text
    ready_from: float
    short: Text | None = None


@frozen
class ProfileGate:
    """A step that the profile itself blocks: the number `field` must be `at_least` so much."""

    field: str
    at_least: int
    step: str
    why: Text


@frozen
class Flag:
    """Something the organisation does or not, asked as a plain question with an example."""

    id: str
    title: Text
    text: Text
    example: Text


@frozen
class Chapter:
    """A chapter of clauses; `scheme` marks what the scheme asks beyond the standard."""

    id: str
    title: Text
    scheme: bool = False


@frozen
class Clause:
    """A clause: number, title, the sides that are looked at, older editions, and how sure we are."""

    id: str
    chapter: str
    title: Text
    sides: tuple[str, ...]
    certainty: str
    mapping_certainty: str = ""
    optional: bool = False
    pitfall: bool = False
    jis2023: str = ""
    annex_a: tuple[str, ...] = ()
    appi_articles: tuple[str, ...] = ()
    jis2017: str = ""
    jis2006: str = ""
    jis1999: str = ""


@frozen
class Term:
    """A name of evidence: the usual Japanese name and its English one."""

    ja: str
    en: str
    about: Text | None = None


@frozen
class Guide:
    """What stands beside a question, in one language."""

    why: str
    yes: str
    partial: str
    reviewer: str
    fix: tuple[str, ...]
    pitfall: str = ""
    small: str = ""


@frozen
class Guides:
    """The guidance beside one question, in both languages."""

    ja: Guide
    en: Guide

    def of(self, lang: str) -> Guide:
        """The guidance in `lang` (ja or en)."""
        return self.en if lang == "en" else self.ja


@frozen
class Question:
    """One question; every key is explained in docs/writing-a-pack.md. Effort is in hours."""

    id: str
    clause: str
    side: str
    steps: tuple[str, ...]
    ask: str
    text: Text
    hours: float
    hours_with_template: float
    gates: tuple[str, ...] = ()
    gate_needs: str = "yes"
    weight: int = 2
    quick: bool = False
    may_be_na: bool = False
    when: tuple[str, ...] = ()
    when_all: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    facet: str = ""
    place: str = ""
    record: bool = False
    pitfall: bool = False
    duty: int = 0
    evidence: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    revision: int = 1
    since: str = ""


@frozen
class Check:
    """A contradiction: it is found where all the conditions that are given hold together.

    At most one condition is looked at question by question and says which one is to be mended:
    `short`, `excluded`, `outdated`, `outside`, or `earlier` with `later`. Every key is explained in
    docs/writing-a-pack.md.
    """

    id: str
    severity: str
    text: Text
    mends: str = ""
    flags: tuple[str, ...] = ()
    flags_absent: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    outdated: tuple[str, ...] = ()
    months: int = 0
    same: tuple[str, ...] = ()
    workers_under: int = 0
    workers_from: int = 0
    findings: str = ""
    window_passed: bool = False
    outside: tuple[str, ...] = ()
    source: str = ""
    certainty: str = ""


@frozen
class Pack:
    """A whole pack. `guides` may load itself when first asked; `digest` names the exact sources."""

    id: str
    version: str
    title: Text
    notice: Text
    digest: str
    answers: tuple[AnswerKind, ...]
    people: tuple[Named, ...]
    steps: tuple[Step, ...]
    chapters: tuple[Chapter, ...]
    clauses: tuple[Clause, ...]
    questions: tuple[Question, ...]
    guides: Mapping[str, Guides]
    flags: tuple[Flag, ...] = ()
    topics: tuple[Named, ...] = ()
    facets: tuple[Named, ...] = ()
    places: tuple[Named, ...] = ()
    profile_gates: tuple[ProfileGate, ...] = ()
    glossary: tuple[Term, ...] = ()
    guideline: str = ""
    sources: tuple[str, ...] = ()
    checks: tuple[Check, ...] = ()
    findings_step: str = ""
    findings_months: int = 0
    findings_why: Text = NO_TEXT

    @cached_property
    def asked_before(self) -> dict[tuple[str, tuple[str, ...], bool], tuple[Question, ...]]:
        """What `asking.asked` found for a kind, flags and pass: everything about a client begins with it."""
        return {}

    @cached_property
    def places_by_step(self) -> dict[tuple[str, tuple[str, ...]], Mapping[str, tuple[int, ...]]]:
        """What `asking.places_by_step` found for a kind and flags."""
        return {}

    @cached_property
    def points_without_answers(self) -> dict[tuple[str, tuple[str, ...]], tuple[Point, ...]]:
        """What `points.points` begins with for a kind and flags: the same for every client."""
        return {}

    @cached_property
    def latest_points(self) -> list[tuple[Client, tuple[Point, ...]]]:
        """What `points.points` found for the latest client."""
        return []

    @cached_property
    def question(self) -> Mapping[str, Question]:
        """Questions by id."""
        return {q.id: q for q in self.questions}

    @cached_property
    def clause(self) -> Mapping[str, Clause]:
        """Clauses by number."""
        return {c.id: c for c in self.clauses}

    @cached_property
    def chapter(self) -> Mapping[str, Chapter]:
        """Chapters by id."""
        return {c.id: c for c in self.chapters}

    @cached_property
    def step(self) -> Mapping[str, Step]:
        """Steps by id, in their order."""
        return {s.id: s for s in self.steps}

    @cached_property
    def answer(self) -> Mapping[str, AnswerKind]:
        """Answer kinds by id."""
        return {a.id: a for a in self.answers}

    @cached_property
    def unanswered(self) -> AnswerKind:
        """What a question without an answer counts as."""
        return next(a for a in self.answers if a.unanswered)

    @cached_property
    def person(self) -> Mapping[str, Named]:
        """People to ask by id, in the order in which they are asked."""
        return {p.id: p for p in self.people}

    @cached_property
    def term(self) -> Mapping[str, Term]:
        """Glossary terms by their Japanese name."""
        return {t.ja: t for t in self.glossary}

    def evidence(self, question: Question, lang: str) -> tuple[str, ...]:
        """The names of the evidence of a question in `lang`."""
        if lang == "ja":
            return question.evidence
        return tuple(self.term[name].en for name in question.evidence)
