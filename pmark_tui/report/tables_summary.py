"""The first sheet of a workbook: where the client stands, part by part, one thing a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pmark_tui.report.blocks import given
from pmark_tui.report.model import ReportView
from pmark_tui.report.table_model import Field, Sheet, Value
from pmark_tui.report.words import Words

_Row = tuple[Value, ...]
_Part = Callable[[ReportView, Words], Iterator[_Row]]


def summary(view: ReportView, words: Words) -> Sheet:
    """Everything that has no sheet of its own."""
    return _sheet(_ALL, view, words)


def summary_short(view: ReportView, words: Words) -> Sheet:
    """What a summary says: conclusion, first actions, steps, what the score is not, what it is made from."""
    return _sheet(_SHORT, view, words)


def _sheet(parts: tuple[_Part, ...], view: ReportView, words: Words) -> Sheet:
    fields = (
        Field("part", words("x_part"), 22),
        Field("item", words("x_item"), 26),
        Field("value", words("x_value"), 76),
        Field("low", words("x_low"), 8, share=True),
        Field("high", words("x_high"), 8, share=True),
        Field("status", words("t_status"), 12),
        Field("blockers", words("t_blockers"), 10),
        Field("answered", words("x_answered"), 10),
        Field("asked", words("x_asked"), 10),
    )
    rows = (row for part in parts for row in part(view, words))
    return Sheet("summary", words("s_summary"), fields, tuple(rows))


def _row(head: str, item: str | None, value: str, status: str | None = None) -> _Row:
    """A row without figures."""
    return head, item, value, None, None, status, None, None, None


def _conclusion(view: ReportView, words: Words) -> Iterator[_Row]:
    yield from (_row(words("head_conclusion"), None, text) for text in view.conclusion)


def _monday(view: ReportView, words: Words) -> Iterator[_Row]:
    for action in view.monday:
        beside = words("bracketed", text=words.join((action.who, action.effort)))
        yield _row(words("head_monday"), action.question, f"{action.what}{beside}")


def _organisation(view: ReportView, words: Words) -> Iterator[_Row]:
    head = words("head_organisation")
    yield from (_row(head, fact.label, fact.value) for fact in view.organisation)
    yield from (_row(head, words("rule"), text) for text in view.money.reasons)


def _steps(view: ReportView, words: Words) -> Iterator[_Row]:
    for s in view.steps:
        stops = "\n".join(f"{b.question} {b.why}" for b in s.blockers)
        shares = (s.low, s.high, s.status_label, len(s.blockers), s.answered, s.asked)
        yield words("head_steps"), s.title, stops, *shares


def _eligibility(view: ReportView, words: Words) -> Iterator[_Row]:
    if view.eligibility:
        head = words("head_eligibility")
        yield _row(head, None, view.eligibility.label)
        for point in view.eligibility.points:
            yield _row(head, point.state_label, "\n".join((point.title, *point.because)))


def _checks(view: ReportView, words: Words) -> Iterator[_Row]:
    head = words("head_checks")
    yield from (_row(head, c.where, c.what, c.severity_label) for c in view.checks)


def _findings(view: ReportView, words: Words) -> Iterator[_Row]:
    for f in view.findings:
        said = given(
            ("clause", words("a_clause"), f.clause),
            ("grade", words("x_grade"), f.grade),
            ("text", words("x_text"), f.text),
            ("found_on", words("x_found"), f.found_on),
            ("due", words("x_due"), f.due),
            ("cause", words("x_cause"), f.cause),
            ("correction", words("x_correction"), f.correction),
            ("evidence", words("x_evidence"), f.evidence),
            ("closed", words("x_closed"), f.closed),
        )
        text = "\n".join(f"{fact.label}{words('colon')}{fact.value}" for fact in said)
        yield _row(words("head_findings"), f.id, text, f.status_label)


def _no_exclusions(view: ReportView, words: Words) -> Iterator[_Row]:
    """Exclusions have a sheet of their own where there are any."""
    if not view.exclusions:
        yield _row(words("head_exclusions"), None, words("no_exclusions"))


def _causes(view: ReportView, words: Words) -> Iterator[_Row]:
    if view.causes:
        head = words("head_causes")
        for cause in view.causes.rows:
            lines = [words.join((cause.share_text, cause.standing))]
            if cause.missing:
                lines.append(
                    f"{words('cause_missing_label')}{words('colon')}{words.join(cause.missing)}"
                )
            yield _row(head, cause.title, "\n".join(lines))
        yield _row(head, None, view.causes.label)


def _damages(view: ReportView, words: Words) -> Iterator[_Row]:
    if view.damages:
        head = words("head_damages")
        for d in view.damages.rows:
            counted = f"{words('t_persons')}{words('colon')}{d.persons:,}"
            said = (counted, d.total_text, d.open, *d.items, *d.factors)
            yield _row(head, d.name, "\n".join(filter(None, said)))
        yield _row(head, None, view.damages.total_text)
        limits = words("head_damage_limits")
        yield from (_row(head, limits, text) for text in view.damages.limits)


def _limits(view: ReportView, words: Words) -> Iterator[_Row]:
    yield from (_row(words("head_limits"), None, text) for text in view.limits)


def _first_limit(view: ReportView, words: Words) -> Iterator[_Row]:
    yield from (_row(words("head_limits"), None, text) for text in view.limits[:1])


def _sources(view: ReportView, words: Words) -> Iterator[_Row]:
    yield from (_row(words("head_sources"), fact.label, fact.value) for fact in view.sources)


def _provenance(view: ReportView, words: Words) -> Iterator[_Row]:
    made = view.provenance
    pack = words("p_pack_value", id=made.pack, version=made.pack_version, digest=made.pack_digest)
    held = {
        "p_on": made.on,
        "p_pack": pack,
        "p_guideline": made.guideline,
        "p_fees": made.fee_list,
        "p_pmark": f"pmark {made.pmark}",
        "p_redacted": words("p_redacted_yes") if made.redacted else "",
        "p_input": made.input_hash,
    }
    head = words("head_provenance")
    yield from (_row(head, words(key), value) for key, value in held.items() if value)


_ALL: tuple[_Part, ...] = (
    _conclusion,
    _monday,
    _organisation,
    _steps,
    _eligibility,
    _checks,
    _findings,
    _no_exclusions,
    _causes,
    _damages,
    _limits,
    _sources,
    _provenance,
)
_SHORT: tuple[_Part, ...] = (_conclusion, _monday, _steps, _first_limit, _provenance)
