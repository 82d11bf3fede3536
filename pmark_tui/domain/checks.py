"""Consistency checks: answers, dates, profile and findings that cannot all be true.

Rules that concern certain questions are data of the pack (`Check`); the rules of this module
concern any pack. Their sentences stand in `pmark_tui.texts.checks` under the same ids.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from pmark_tui.domain.asking import why_left_out
from pmark_tui.domain.client import Client
from pmark_tui.domain.findings import CLOSED, OVERDUE, finding_states
from pmark_tui.domain.migration import differences
from pmark_tui.domain.months import add_months
from pmark_tui.domain.pack import Check, Pack, Question, Text
from pmark_tui.domain.points import Point, points
from pmark_tui.domain.text import fold
from pmark_tui.domain.values import frozen

SEVERITIES = ("error", "warning", "note")

RULES: Mapping[str, str] = {
    "question-unknown": "warning",
    "value-unknown": "error",
    "exclusion-refused": "error",
    "exclusion-without-reason": "error",
    "answer-not-asked": "warning",
    "other-pack-version": "warning",
    "question-changed": "warning",
    "question-new": "warning",
    "flag-unknown": "warning",
    "new-with-end-date": "warning",
    "renewal-without-end-date": "warning",
    "mark-expired": "error",
    "record-on-hearsay": "warning",
    "denied-with-evidence-date": "warning",
    "evidence-from-the-future": "error",
    "due-passed": "warning",
    "practised-not-written": "warning",
    "finding-clause-unknown": "error",
    "finding-without-date": "warning",
    "finding-closed-too-early": "error",
    "finding-closed-without-correction": "warning",
    "finding-overdue": "error",
    "finding-on-fulfilled-clause": "warning",
}
"""The rules of this module and how grave each is."""


@frozen
class Remark:
    """Something that does not fit.

    `where` is what is to be mended: a question's id, `profile.FIELD`, `finding.ID` or `file.KEY`.
    `text` is the rule's own sentence where the pack has it; `values` fill its places.
    """

    rule: str
    severity: str
    where: str
    values: Mapping[str, str] = {}
    text: Text | None = None


@frozen
class _Case:
    """Everything a rule looks at: the client, its asked points by question, and the day."""

    pack: Pack
    client: Client
    on: date
    window: tuple[date, date] | None
    point: Mapping[str, Point]


def check(
    pack: Pack, client: Client, on: date, window: tuple[date, date] | None = None
) -> tuple[Remark, ...]:
    """Everything that does not fit, gravest first; within a severity in the order of the rules.

    Args:
        pack: the pack that the client answers.
        client: profile, answers and findings.
        on: the day of the check.
        window: first and last day on which a renewal may be applied for, where there are any.
    """
    case = _Case(pack, client, on, window, {p.question.id: p for p in points(pack, client)})
    found = [*_answers(case), *_file(case), *_clauses(case), *_findings(case)]
    for rule in pack.checks:
        found += _data_rule(case, rule)
    found.sort(key=lambda remark: SEVERITIES.index(remark.severity))
    return tuple(found)


def _remark(rule: str, where: str, **values: str) -> Remark:
    return Remark(rule, RULES[rule], where, values)


def _answers(case: _Case) -> Iterator[Remark]:
    """What is wrong with single answers, in the order of the file."""
    for key, answer in case.client.answers.items():
        question = case.pack.question.get(key)
        if question is None:
            yield _remark("question-unknown", key, question=key)
            continue
        kind = case.pack.answer.get(answer.value)
        if kind is None:
            if answer.value:
                yield _remark("value-unknown", key, question=key, value=answer.value)
        elif not kind.counts and not question.may_be_na:
            yield _remark("exclusion-refused", key, question=key)
        elif not kind.counts and not answer.reason.strip():
            yield _remark("exclusion-without-reason", key, question=key)
        if answer.value and why_left_out(question, case.client.profile):
            yield _remark("answer-not-asked", key, question=key)
        if answer.evidence_date is not None and answer.evidence_date > case.on:
            yield _remark(
                "evidence-from-the-future", key, question=key, date=str(answer.evidence_date)
            )
        if point := case.point.get(key):
            yield from _point(case, question, point)


def _point(case: _Case, question: Question, point: Point) -> Iterator[Remark]:
    answer = point.answer
    if question.record and point.given and point.held and answer.certainty == "said":
        yield _remark("record-on-hearsay", question.id, question=question.id)
    if point.counts and point.kind.high <= 0.0 and answer.evidence_date is not None:
        yield _remark("denied-with-evidence-date", question.id, question=question.id)
    if answer.due is not None and answer.due < case.on and point.counts and not point.held:
        yield _remark("due-passed", question.id, question=question.id, date=str(answer.due))


def _file(case: _Case) -> Iterator[Remark]:
    client, profile = case.client, case.client.profile
    if client.pack_version != case.pack.version:
        yield _remark(
            "other-pack-version",
            "file.pack_version",
            old=client.pack_version,
            new=case.pack.version,
        )
    found = differences(case.pack, client)
    for question in found.again:
        yield _remark("question-changed", question.id, question=question.id)
    for question in found.new:
        yield _remark("question-new", question.id, question=question.id, since=question.since)
    known = {flag.id for flag in case.pack.flags}
    for flag in profile.flags:
        if flag not in known:
            yield _remark("flag-unknown", "profile.flags", flag=flag)
    if profile.kind == "renewal" and profile.expires is None:
        yield _remark("renewal-without-end-date", "profile.expires")
    if profile.kind == "new" and profile.expires is not None:
        yield _remark("new-with-end-date", "profile.kind", date=str(profile.expires))
    if profile.kind == "renewal" and profile.expires is not None and profile.expires < case.on:
        yield _remark("mark-expired", "profile.expires", date=str(profile.expires))


def _clauses(case: _Case) -> Iterator[Remark]:
    """Clauses that are practised although nothing is written."""
    for clause in case.pack.clauses:
        mine = [p for p in case.point.values() if p.question.clause == clause.id]
        written = [p for p in mine if p.question.side == "written" and p.counts]
        practised = next((p for p in mine if p.question.side == "practised" and p.held), None)
        if written and practised and all(p.kind.high <= 0.0 for p in written):
            where = written[0].question.id
            yield _remark(
                "practised-not-written", where, question=where, other=practised.question.id
            )


def _findings(case: _Case) -> Iterator[Remark]:
    for state in finding_states(case.pack, case.client, case.on):
        finding = state.finding
        where = f"finding.{finding.id}"
        if finding.clause not in case.pack.clause:
            yield _remark(
                "finding-clause-unknown", where, finding=finding.id, clause=finding.clause
            )
        if finding.found_on is None:
            yield _remark("finding-without-date", where, finding=finding.id)
        elif finding.closed is not None and finding.closed < finding.found_on:
            yield _remark("finding-closed-too-early", where, finding=finding.id)
        if state.status == CLOSED:
            if not finding.correction.strip():
                yield _remark("finding-closed-without-correction", where, finding=finding.id)
            continue
        if state.status == OVERDUE:
            yield _remark("finding-overdue", where, finding=finding.id, date=str(state.due))
        mine = [p for p in case.point.values() if p.question.clause == finding.clause and p.counts]
        if mine and all(p.held for p in mine):
            yield _remark(
                "finding-on-fulfilled-clause", where, finding=finding.id, clause=finding.clause
            )


# --- rules of the pack -------------------------------------------------------------------------


def _data_rule(case: _Case, rule: Check) -> Iterator[Remark]:
    if not _holds(case, rule):
        return
    for where, values in _hits(case, rule):
        yield Remark(rule.id, rule.severity, rule.mends or where, values, rule.text)


def _holds(case: _Case, rule: Check) -> bool:
    """Whether every condition that is looked at as a whole holds."""
    profile = case.client.profile
    tests = (
        not rule.kinds or profile.kind in rule.kinds,
        not rule.flags or any(flag in profile.flags for flag in rule.flags),
        not any(flag in profile.flags for flag in rule.flags_absent),
        not rule.workers_under or profile.workers < rule.workers_under,
        not rule.workers_from or profile.workers >= rule.workers_from,
        all(_held(case, key) for key in rule.held),
        not any(_held(case, key) for key in rule.none_of),
        not rule.same or _same(case, rule.same),
        not rule.findings or _has_findings(case, rule.findings),
        not rule.window_passed or (case.window is not None and case.on > case.window[1]),
    )
    return all(tests)


def _hits(case: _Case, rule: Check) -> Iterator[tuple[str, dict[str, str]]]:
    """The questions that a rule finds, with the values for its sentence."""
    if rule.short:
        for key in rule.short:
            point = case.point.get(key)
            if point and point.given and point.short:
                yield key, {"question": key}
    elif rule.excluded:
        for key in rule.excluded:
            point = case.point.get(key)
            if point and not point.counts:
                yield key, {"question": key}
    elif rule.outdated:
        for key in rule.outdated:
            day = _date(case, key)
            if day is not None and add_months(day, rule.months) < case.on:
                yield key, {"question": key, "date": str(day)}
    elif rule.outside and case.window is not None:
        first, last = case.window
        for key in rule.outside:
            day = _date(case, key)
            if day is not None and not first <= day <= last:
                yield (
                    key,
                    {"question": key, "date": str(day), "first": str(first), "last": str(last)},
                )
    elif rule.earlier:
        for key in rule.later:
            for before in rule.earlier:
                due, then = _date(case, before), _date(case, key)
                if due is not None and then is not None and then < due:
                    yield (
                        key,
                        {
                            "question": key,
                            "date": str(then),
                            "other": before,
                            "other_date": str(due),
                        },
                    )
    elif not rule.outside:
        yield rule.mends, {"question": rule.mends}


def _held(case: _Case, key: str) -> bool:
    point = case.point.get(key)
    return point is not None and point.given and point.held


def _date(case: _Case, key: str) -> date | None:
    """The date of the evidence of an answer that is asked, in the count and not denied."""
    point = case.point.get(key)
    if point is None or not point.given or not point.counts or point.kind.high <= 0.0:
        return None
    return point.answer.evidence_date


def _same(case: _Case, names: tuple[str, ...]) -> bool:
    """Whether the first of these fields of the profile holds the name of one of the others."""
    first, *others = (fold(getattr(case.client.profile, name)) for name in names)
    return bool(first) and first in others


def _has_findings(case: _Case, which: str) -> bool:
    return any(which == "any" or finding.closed is None for finding in case.client.findings)
