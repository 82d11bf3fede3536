"""What a good pack satisfies beyond being well formed (docs/writing-a-pack.md)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from unicodedata import category

from pmark_tui.domain.pack import LANGUAGES, Guide, Pack, Question, Text
from pmark_tui.domain.text import ambiguous, cell_width
from pmark_tui.domain.values import field_defaults, field_names

MAX_QUESTION_CELLS = 120
MARKS = {"ja": "？", "en": "?"}
ACTIONS = 3
"""How many first actions a guide names."""

_GROUPS = {
    "answers": "answer",
    "people": "person",
    "steps": "step",
    "chapters": "chapter",
    "clauses": "clause",
    "flags": "flag",
    "topics": "topic",
    "facets": "facet",
    "places": "place",
    "checks": "check",
    "questions": "question",
}


class LintFinding(NamedTuple):
    """One thing to mend: the rule, the table and id of the entry, the key in it, the offending text."""

    rule: str
    kind: str
    id: str
    key: str
    found: str = ""


class _Place(NamedTuple):
    """A text of the pack; `{lang}` in the key stands for the language."""

    kind: str
    id: str
    key: str
    both: Text


def lint(pack: Pack) -> Iterator[LintFinding]:
    """Every finding, in the order of the pack."""
    for question in pack.questions:
        yield from _wording(pack, question)
    for place in _texts(pack):
        yield from _text_findings(place)
    yield from _coverage(pack)


def _wording(pack: Pack, question: Question) -> Iterator[LintFinding]:
    if cell_width(question.text.ja) > MAX_QUESTION_CELLS:
        yield LintFinding("lint_too_long", "question", question.id, "text.ja", question.text.ja)
    for lang in LANGUAGES:
        text = question.text.of(lang)
        marks = sum(text.count(mark) for mark in MARKS.values())
        if marks != 1 or not text.endswith(MARKS[lang]):
            yield LintFinding("lint_one_question", "question", question.id, f"text.{lang}", text)
        actions = len(pack.guides[question.id].of(lang).fix)
        if actions != ACTIONS:
            key = f"{lang}.fix"
            yield LintFinding("lint_actions", "guide", question.id, key, str(actions))


def _coverage(pack: Pack) -> Iterator[LintFinding]:
    """What the pack as a whole fails to ask, and what it has to no purpose."""
    for clause in pack.clauses:
        about = [q for q in pack.questions if q.clause == clause.id]
        for side in clause.sides:
            if side not in {q.side for q in about}:
                yield LintFinding("lint_side_unasked", "clause", clause.id, "sides", side)
        if clause.pitfall and not any(q.pitfall for q in about):
            yield LintFinding("lint_pitfall_unasked", "clause", clause.id, "pitfall")
    for topic in pack.topics:
        if not any(topic.id in q.topics and q.side == "written" for q in pack.questions):
            yield LintFinding("lint_topic_unasked", "topic", topic.id, "")
    for question in pack.questions:
        if question.gates and not question.quick:
            yield LintFinding("lint_gate_not_quick", "question", question.id, "gates")
    quick = [q for q in pack.questions if q.quick]
    for step in pack.steps:
        if not any(step.id in q.steps for q in pack.questions):
            yield LintFinding("lint_step_unasked", "step", step.id, "")
        elif quick and not any(step.id in q.steps for q in quick):
            yield LintFinding("lint_step_not_quick", "step", step.id, "")
    used = {name for q in pack.questions for name in q.evidence}
    for term in pack.glossary:
        if term.ja not in used:
            yield LintFinding("lint_term_unused", "term", term.ja, "ja")


def _texts(pack: Pack) -> Iterator[_Place]:
    """Every text that a user may read."""
    for key in ("title", "notice"):
        yield _Place("pack", "", f"{key}.{{lang}}", getattr(pack, key))
    if pack.findings_step:
        yield _Place("pack", "", "findings_why.{lang}", pack.findings_why)
    for number, gate in enumerate(pack.profile_gates):
        yield _Place("profile_gate", str(number), "why.{lang}", gate.why)
    for group, kind in _GROUPS.items():
        for entry in getattr(pack, group):
            for name in field_names(entry):
                value = getattr(entry, name)
                if isinstance(value, Text):
                    yield _Place(kind, entry.id, f"{name}.{{lang}}", value)
    for question in pack.questions:
        yield from _guide_texts(pack, question)
    for term in pack.glossary:
        yield _Place("term", term.ja, "{lang}", Text(term.ja, term.en))
        if term.about is not None:
            yield _Place("term", term.ja, "about.{lang}", term.about)


def _guide_texts(pack: Pack, question: Question) -> Iterator[_Place]:
    guides = pack.guides[question.id]
    optional = {name for name, default in field_defaults(Guide).items() if default == ""}
    for name in field_names(Guide):
        key = f"{{lang}}.{name}"
        ja, en = getattr(guides.ja, name), getattr(guides.en, name)
        if name == "fix":
            for one, other in zip(ja, en, strict=False):
                yield _Place("guide", question.id, key, Text(one, other))
        elif ja or en or name not in optional:
            yield _Place("guide", question.id, key, Text(ja, en))


def _text_findings(place: _Place) -> Iterator[LintFinding]:
    def finding(rule: str, lang: str, found: str = "") -> LintFinding:
        return LintFinding(rule, place.kind, place.id, place.key.replace("{lang}", lang), found)

    for lang in LANGUAGES:
        text = place.both.of(lang)
        if not text.strip():
            yield finding("lint_text_missing", lang)
        if odd := ambiguous(text):
            yield finding("lint_ambiguous_width", lang, odd)
        if hidden := [c for c in text if category(c).startswith("C")]:
            yield finding("lint_control", lang, " ".join(f"U+{ord(c):04X}" for c in hidden))
    same = place.both.ja == place.both.en and " " in place.both.en
    if same or any(_japanese(c) for c in place.both.en):
        yield finding("lint_untranslated", "en", place.both.en)


def _japanese(character: str) -> bool:
    """Kana, kanji, Japanese punctuation or a full-width form."""
    return (
        "\u3000" <= character <= "\u30ff"
        or "\u4e00" <= character <= "\u9fff"
        or "\uff00" <= character <= "\uffef"
    )
