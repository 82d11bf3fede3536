"""A client's report as one value: everything worked out and put into words, nothing left to writers.

The day of the report is an input, and neither host nor user nor path nor the hour is looked at: the
same client, pack and day give the same view.
"""

from __future__ import annotations

from datetime import date

from pmark_tui import __version__
from pmark_tui.domain.checks import check
from pmark_tui.domain.client import Client
from pmark_tui.domain.findings import finding_states
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.points import points
from pmark_tui.domain.scoring import Score, score
from pmark_tui.domain.values import replace
from pmark_tui.report.answers import chapters, kept_rows, open_rows
from pmark_tui.report.identity import content_hash
from pmark_tui.report.inputs import Inputs
from pmark_tui.report.model import (
    AnswerRow,
    AuditFinding,
    Chapter,
    Check,
    Fact,
    GapRow,
    Money,
    OpenPoint,
    Provenance,
    ReportView,
    StepRow,
    Stop,
)
from pmark_tui.report.model_leaks import Damages, Leaks
from pmark_tui.report.plain import plain_values
from pmark_tui.report.risks import causes, reading
from pmark_tui.report.schedule import window_of
from pmark_tui.report.scheme import Scheme, scheme
from pmark_tui.report.todo import first_actions, gap_rows
from pmark_tui.report.words import Words, bar, iso
from pmark_tui.texts.figures import yen

KINDS = ("full", "summary", "auditor")


def build(
    pack: Pack,
    client: Client,
    lang: str,
    kind: str,
    on: date,
    inputs: Inputs,
    redacted: bool = False,
) -> ReportView:
    """The whole content of a report.

    Args:
        pack: the pack that the client answers.
        client: the client; a redacted report gets a redacted client (`report.redact`).
        lang: ja or en.
        kind: full, summary or auditor.
        on: the day of the report; fee list, deadlines and calendar follow it.
        inputs: the shipped facts (`report.inputs.gather`).
        redacted: whether names were replaced, which the report then says.
    """
    words = Words(lang)
    held = content_hash(client)
    client = _in_order(pack, plain_values(client))
    scored = score(pack, client, on)
    group = points(pack, client)
    gaps = gap_rows(pack, client, inputs.shares, on, words)
    held_to = scheme(pack, client, inputs, on, words)
    by_chapter = chapters(pack, client, words)
    rows = tuple(a for c in by_chapter for clause in c.clauses for a in clause.answers)
    unknown, unasked = open_rows(pack, group, words)
    steps = _steps(pack, scored, words)
    return ReportView(
        kind=kind,
        lang=lang,
        title=words(f"title_{kind}"),
        subject=pack.title.of(lang),
        client=client.profile.name,
        on=iso(on),
        conclusion=tuple(
            _conclusion(client, scored, steps, gaps, held_to, unknown + unasked, words)
        ),
        monday=first_actions(pack, scored, gaps, words),
        organisation=tuple(_organisation(pack, client, inputs, held_to, words)),
        steps=steps,
        money=held_to.money,
        gaps=gaps,
        checks=_checks(pack, client, inputs, on, words),
        chapters=by_chapter,
        exclusions=tuple(row for row in rows if row.counted and not row.counts),
        unknown=unknown,
        unasked=unasked,
        kept=kept_rows(pack, client, rows, words),
        findings=_findings(pack, client, on, words),
        eligibility=held_to.eligibility,
        calendar=held_to.calendar,
        papers=held_to.papers,
        causes=causes(pack, client, inputs.causes, inputs.cause_profile, words),
        damages=_damages(client, inputs, words),
        leaks=_leaks(inputs, words),
        reading=reading(inputs.reading, words),
        limits=tuple(_limits(scored, rows, unknown + unasked, held_to, words)),
        sources=tuple(_sources(pack, by_chapter, held_to, words)),
        provenance=Provenance(
            on=iso(on),
            pack=pack.id,
            pack_version=pack.version,
            pack_digest=pack.digest,
            guideline=pack.guideline,
            fee_list=held_to.money.current.schedule if held_to.money.current else "",
            pmark=__version__,
            input=held,
            redacted=redacted,
        ),
        answered=scored.answered,
        asked=scored.asked,
        excluded=scored.excluded,
        choices=tuple(kind.label.of(lang) for kind in pack.answers if kind.counts),
    )


def _damages(client: Client, inputs: Inputs, words: Words) -> Damages | None:
    if inputs.jo_model is None:
        return None
    from pmark_tui.report.damages import damages

    return damages(inputs.jo_model, client, words)


def _leaks(inputs: Inputs, words: Words) -> Leaks | None:
    if inputs.figures is None:
        return None
    from pmark_tui.report.leaks import leaks

    return leaks(inputs.figures, words)


def _in_order(pack: Pack, client: Client) -> Client:
    """The client with its answers in the order of the pack: the order of answering tells nothing."""
    place = {question.id: number for number, question in enumerate(pack.questions)}
    keys = sorted(client.answers, key=lambda key: (place.get(key, len(place)), key))
    return replace(client, answers={key: client.answers[key] for key in keys})


def _steps(pack: Pack, scored: Score, words: Words) -> tuple[StepRow, ...]:
    rows = []
    for step in scored.steps:
        blockers = tuple(
            Stop(b.question, _answer_label(pack, b.answer, words), b.why.of(words.lang))
            for b in step.blockers
        )
        gates = tuple(
            Stop(key, words("no_answer"), pack.question[key].text.of(words.lang))
            for key in step.open_gates
        )
        rows.append(
            StepRow(
                id=step.step.id,
                title=step.step.title.of(words.lang),
                about=step.step.about.of(words.lang),
                low=step.low,
                high=step.high,
                range=words.range(step.low, step.high),
                bar=bar(step.low, step.high),
                status=step.status,
                status_label=words(f"status_{step.status}"),
                answered=step.answered,
                asked=step.asked,
                excluded=step.excluded,
                progress=words("progress", answered=step.answered, asked=step.asked),
                blockers=blockers,
                open_gates=gates,
            )
        )
    return tuple(rows)


def _answer_label(pack: Pack, answer: str, words: Words) -> str:
    kind = pack.answer.get(answer)
    return kind.label.of(words.lang) if kind else answer


def _conclusion(
    client: Client,
    scored: Score,
    steps: tuple[StepRow, ...],
    gaps: tuple[GapRow, ...],
    held_to: Scheme,
    still_open: tuple[OpenPoint, ...],
    words: Words,
) -> list[str]:
    """Where the client stands, what stops it, what is open, and what it costs: at most five sentences."""
    name, total = client.profile.name, len(steps)
    count = {s: sum(step.status == s for step in steps) for s in ("ready", "open", "blocked")}
    if count["ready"] == total:
        said = [words("c_ready", client=name, total=total)]
    else:
        said = [words("c_standing", client=name, total=total, **count)]
    blocked = next((s for s in steps if s.blockers), None)
    if blocked:
        said.append(words("c_first_blocked", step=blocked.title, count=len(blocked.blockers)))
    elif nearest := next((s for s in steps if s.status == "open"), None):
        said.append(words("c_first_open", step=nearest.title, range=nearest.range))
    if still_open:
        rest, answered = len(still_open), scored.answered
        said.append(words("c_open", asked=scored.asked, answered=answered, rest=rest))
    else:
        said.append(words("c_all_answered", asked=scored.asked))
    blocking = sum(bool(gap.blocks) for gap in gaps)
    said.append(words("c_gaps", count=len(gaps), blocking=blocking) if gaps else words("c_no_gaps"))
    if held_to.applies:
        said.append(_fee_sentence(client, held_to.money, words))
    return said


def _fee_sentence(client: Client, costs: Money, words: Words) -> str:
    if not costs.size:
        return words("c_no_size")
    if not costs.current:
        return words("c_no_fee")
    return words(
        "c_fee",
        kind=words(f"kind_{client.profile.kind}"),
        size=costs.size_label,
        amount=costs.current.total,
        says=words(f"says_{costs.current.status}"),
    )


def _organisation(
    pack: Pack, client: Client, inputs: Inputs, held_to: Scheme, words: Words
) -> list[Fact]:
    """The profile as labelled facts; what was not given is left out."""
    profile, lang = client.profile, words.lang
    industry = inputs.rules.industries.get(profile.industry)
    titles = {flag.id: flag.title.of(lang) for flag in pack.flags}
    asks_kind = held_to.applies or profile.kind != "new"
    capital = words("no_capital") if profile.capital is None else yen(profile.capital, lang)
    held = {
        "name": profile.name,
        "industry": industry.title.of(lang) if industry else profile.industry,
        "workers": words("people", count=profile.workers),
        "capital": capital,
        "size": held_to.money.size_label,
        "kind": words(f"kind_{profile.kind}") if asks_kind else "",
        "expires": iso(profile.expires),
        "target": iso(profile.target),
        "flags": words.join(titles.get(flag, flag) for flag in profile.flags),
        "head": profile.head,
        "privacy_manager": profile.privacy_manager,
        "audit_manager": profile.audit_manager,
        "created": iso(client.created),
    }
    return [Fact(key, words(f"f_{key}"), value) for key, value in held.items() if value]


def _checks(
    pack: Pack, client: Client, inputs: Inputs, on: date, words: Words
) -> tuple[Check, ...]:
    from pmark_tui.texts.checks import what

    window = window_of(client, inputs)
    days = (window.first, window.last) if window else None
    return tuple(
        Check(
            rule=remark.rule,
            severity=remark.severity,
            severity_label=words(f"severity_{remark.severity}"),
            where=remark.where,
            what=what(remark, words.lang),
        )
        for remark in check(pack, client, on, days)
    )


def _findings(pack: Pack, client: Client, on: date, words: Words) -> tuple[AuditFinding, ...]:
    return tuple(
        AuditFinding(
            id=state.finding.id,
            clause=state.finding.clause,
            grade=state.finding.grade,
            text=state.finding.text,
            found_on=iso(state.finding.found_on),
            cause=state.finding.cause,
            correction=state.finding.correction,
            evidence=state.finding.evidence,
            closed=iso(state.finding.closed),
            due=iso(state.due),
            status=state.status,
            status_label=words(f"finding_{state.status}"),
        )
        for state in finding_states(pack, client, on)
    )


def _limits(
    scored: Score,
    rows: tuple[AnswerRow, ...],
    still_open: tuple[OpenPoint, ...],
    held_to: Scheme,
    words: Words,
) -> list[str]:
    own = ("l_decision", "l_judgement") if held_to.applies else ("l_guide", "l_weights")
    said = [words(key) for key in (*own, "l_average")]
    answered = [row for row in rows if row.counted]
    if answered:
        hearsay = sum(row.certainty == "said" for row in answered)
        silent = sum(not row.certainty for row in answered)
        said.append(words("l_hearsay", answered=len(answered), said=hearsay, none=silent))
    if still_open:
        said.append(words("l_open", count=len(still_open)))
    if scored.excluded:
        said.append(words("l_excluded", count=scored.excluded))
    return [*said, words("l_fees")] if held_to.applies else said


def _sources(
    pack: Pack, by_chapter: tuple[Chapter, ...], held_to: Scheme, words: Words
) -> list[Fact]:
    """Where the facts are from, with the date that each page itself claims."""
    said = [Fact("pack", words("source_pack"), url) for url in pack.sources]
    said += held_to.sources
    asked = {row.id for c in by_chapter for clause in c.clauses for row in clause.answers}
    for question in pack.questions:
        if question.id in asked:
            label = words("source_question", id=question.id)
            said += [Fact(question.id, label, url) for url in question.sources]
    return said
