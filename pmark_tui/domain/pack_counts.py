"""How many questions a pack asks, by whatever one may want to know."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pmark_tui.domain.pack import LANGUAGES, Pack


def counts(pack: Pack) -> dict[str, Any]:
    """Questions by chapter, side, step, gate, person and pass, and clauses by certainty."""
    questions = pack.questions
    return {
        "pack": pack.id,
        "version": pack.version,
        "digest": pack.digest,
        "questions": len(questions),
        "quick": sum(q.quick for q in questions),
        "clauses": len(pack.clauses),
        "clauses_of_the_standard": sum(not pack.chapter[c.chapter].scheme for c in pack.clauses),
        "clauses_asked": len({q.clause for q in questions}),
        "pitfalls": sum(c.pitfall for c in pack.clauses),
        "pitfalls_asked": len({q.clause for q in questions if q.pitfall and pack.clause[q.clause].pitfall}),
        "checks": len(pack.checks),
        "by_chapter": dict(Counter(pack.clause[q.clause].chapter for q in questions)),
        "by_side": dict(Counter(q.side for q in questions)),
        "by_step": dict(Counter(s for q in questions for s in q.steps)),
        "by_gate": dict(Counter(g for q in questions for g in q.gates)),
        "by_ask": dict(Counter(q.ask for q in questions)),
        "by_topic": dict(Counter(t for q in questions for t in q.topics)),
        "by_facet": dict(Counter(q.facet for q in questions if q.facet)),
        "by_duty": {str(n): m for n, m in sorted(Counter(q.duty for q in questions).items()) if n},
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
