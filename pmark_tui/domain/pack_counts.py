"""How many questions a pack asks, by whatever one may want to know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from pmark_tui.domain.pack import LANGUAGES, SIDES, Pack


def counts(pack: Pack) -> dict[str, Any]:
    """Questions by chapter, side, step, gate, person, topic and so on, and clauses by certainty.

    What a pack names and nobody asks about is there with 0.
    """
    questions = pack.questions
    pitfalls = {clause.id for clause in pack.clauses if clause.pitfall}
    return {
        "pack": pack.id,
        "version": pack.version,
        "digest": pack.digest,
        "questions": len(questions),
        "quick": sum(q.quick for q in questions),
        "clauses": len(pack.clauses),
        "clauses_of_the_standard": sum(not pack.chapter[c.chapter].scheme for c in pack.clauses),
        "clauses_asked": len({q.clause for q in questions}),
        "pitfalls": len(pitfalls),
        "pitfalls_asked": len({q.clause for q in questions if q.pitfall} & pitfalls),
        "checks": len(pack.checks),
        "by_chapter": _by(pack.chapter, (pack.clause[q.clause].chapter for q in questions)),
        "by_side": _by(SIDES, (q.side for q in questions)),
        "by_step": _by(pack.step, (s for q in questions for s in q.steps)),
        "by_gate": _by(pack.step, (g for q in questions for g in q.gates)),
        "by_ask": _by(pack.person, (q.ask for q in questions)),
        "by_topic": _by((t.id for t in pack.topics), (t for q in questions for t in q.topics)),
        "by_facet": _by((f.id for f in pack.facets), (q.facet for q in questions)),
        "by_duty": _by(sorted({q.duty for q in questions if q.duty}), (q.duty for q in questions)),
        "by_language": {
            lang: sum(bool(q.text.of(lang) and pack.guides[q.id].of(lang).yes) for q in questions)
            for lang in LANGUAGES
        },
        "by_certainty": dict(Counter(c.certainty for c in pack.clauses)),
        "uncertain_clauses": {
            c.id: {"certainty": c.certainty, "mapping": c.mapping_certainty}
            for c in pack.clauses
            if c.certainty != "high" or c.mapping_certainty not in ("", "high")
        },
    }


def _by(names: Iterable[object], found: Iterable[object]) -> dict[str, int]:
    """How often each name is found, in the order of the names."""
    counted = Counter(found)
    return {str(name): counted[name] for name in names}
