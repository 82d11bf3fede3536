"""What a good pack satisfies beyond being well formed (docs/writing-a-pack.md)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import NamedTuple

from pmark_tui.domain.pack import Guide, Pack, Text
from pmark_tui.domain.text import ambiguous, cell_width

MAX_QUESTION_CELLS = 120
MARKS = {"ja": "？", "en": "?"}


class LintFinding(NamedTuple):
    """One thing to mend: the rule, the id of the entry, the key within it, and the offending text."""

    rule: str
    id: str
    key: str
    found: str = ""


def lint(pack: Pack) -> Iterator[LintFinding]:
    """Every finding, in the order of the pack."""
    for question in pack.questions:
        for lang in ("ja", "en"):
            text = question.text.of(lang)
            if cell_width(text) > MAX_QUESTION_CELLS and lang == "ja":
                yield LintFinding("lint_too_long", question.id, f"text.{lang}", text)
            if text.count("？") + text.count("?") != 1 or not text.endswith(("？", "?")):
                yield LintFinding("lint_one_question", question.id, f"text.{lang}", text)
    for owner, key, both in _texts(pack):
        yield from _text_findings(owner, key, both)
    for clause in pack.clauses:
        asked = {q.side for q in pack.questions if q.clause == clause.id}
        for side in clause.sides:
            if side not in asked:
                yield LintFinding("lint_side_unasked", clause.id, side)
        about_pitfall = any(q.pitfall for q in pack.questions if q.clause == clause.id)
        if clause.pitfall and not about_pitfall:
            yield LintFinding("lint_pitfall_unasked", clause.id, "pitfall")
    for topic in pack.topics:
        if not any(topic.id in q.topics and q.side == "written" for q in pack.questions):
            yield LintFinding("lint_topic_unasked", topic.id, "topics")
    quick_gates = {g for q in pack.questions if q.quick for g in q.gates}
    for question in pack.questions:
        if question.gates and not question.quick:
            yield LintFinding("lint_gate_not_quick", question.id, "quick")
    for step in pack.steps:
        if not any(step.id in q.steps for q in pack.questions):
            yield LintFinding("lint_step_unasked", step.id, "steps")
        elif quick_gates and step.id not in {s for q in pack.questions if q.quick for s in q.steps}:
            yield LintFinding("lint_step_not_quick", step.id, "steps")
    used = {name for q in pack.questions for name in q.evidence}
    for term in pack.glossary:
        if term.ja not in used:
            yield LintFinding("lint_term_unused", term.ja, "evidence")


def _texts(pack: Pack) -> Iterator[tuple[str, str, Text]]:
    for group in ("answers", "people", "steps", "chapters", "clauses", "flags", "topics", "facets", "places", "checks"):
        for entry in getattr(pack, group):
            for field in fields(entry):
                value = getattr(entry, field.name)
                if isinstance(value, Text):
                    yield entry.id, field.name, value
    for question in pack.questions:
        yield question.id, "text", question.text
        guides = pack.guides[question.id]
        for field in fields(Guide):
            ja, en = getattr(guides.ja, field.name), getattr(guides.en, field.name)
            if field.name == "fix":
                if len(ja) != 3 or len(en) != 3:
                    yield question.id, "fix", Text("", "")
                for number, (a, b) in enumerate(zip(ja, en, strict=False), 1):
                    yield question.id, f"fix[{number}]", Text(a, b)
            elif ja or en or field.name not in ("pitfall", "small"):
                yield question.id, field.name, Text(ja, en)
    for term in pack.glossary:
        yield term.ja, "glossary", Text(term.ja, term.en)


def _text_findings(owner: str, key: str, both: Text) -> Iterator[LintFinding]:
    for lang, text in (("ja", both.ja), ("en", both.en)):
        if not text.strip():
            yield LintFinding("lint_text_missing", owner, f"{key}.{lang}")
        if odd := ambiguous(text):
            yield LintFinding("lint_ambiguous_width", owner, f"{key}.{lang}", odd)
    if both.en.strip() and any("぀" <= c <= "ヿ" for c in both.en):
        yield LintFinding("lint_untranslated", owner, f"{key}.en", both.en)
