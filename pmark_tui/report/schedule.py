"""Whether, when and with which papers: eligibility, calendar, deadlines and papers as a report shows them."""

from __future__ import annotations

from datetime import date

from pmark_tui.domain.after import deadlines, events_of
from pmark_tui.domain.client import Client
from pmark_tui.domain.eligibility import judge
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.papers import PaperRules, PaperState, date_clashes, dates_of, papers
from pmark_tui.domain.plan import Plan, plan_back, plan_forward
from pmark_tui.domain.size import decide
from pmark_tui.domain.window import Window, renewal_window
from pmark_tui.errors import BadInput
from pmark_tui.report.calendar_gantt import to_gantt
from pmark_tui.report.inputs import Inputs
from pmark_tui.report.model_plan import (
    Calendar,
    Deadline,
    Eligibility,
    EligibilityPoint,
    Milestone,
    PaperRow,
    Papers,
)
from pmark_tui.report.words import Words, iso
from pmark_tui.texts.money import cite, say


def window_of(client: Client, inputs: Inputs) -> Window | None:
    """When this client's renewal may be filed; None for a new application or without an end date."""
    profile = client.profile
    if profile.kind != "renewal" or profile.expires is None:
        return None
    return renewal_window(inputs.calendar.window, profile.expires, inputs.is_closed)


def eligibility(
    pack: Pack, client: Client, inputs: Inputs, on: date, words: Words
) -> Eligibility | None:
    """May this organisation apply, point by point; None where the trade is not in the size table."""
    profile, lang = client.profile, words.lang
    try:
        size = decide(inputs.rules, profile.industry, profile.workers, profile.capital)
    except BadInput:
        return None
    found = judge(inputs.eligibility, size, window_of(client, inputs), pack, client, on)
    return Eligibility(
        verdict=found.verdict,
        label=say_of(found.verdict, words),
        points=tuple(
            EligibilityPoint(
                id=point.rule.id,
                title=point.rule.title.of(lang),
                state=point.state,
                state_label=say_of(f"point_{point.state}", words),
                reason=point.rule.reason.of(lang) if point.state in ("not-yet", "ask") else "",
                because=tuple(say(note, lang) for note in point.because),
                questions=point.questions,
                sources=tuple(cite(source, lang) for source in point.rule.source),
            )
            for point in found.points
        ),
    )


def say_of(key: str, words: Words) -> str:
    """A sentence of `texts.money` without values."""
    from pmark_tui.texts import text
    from pmark_tui.texts.money import MONEY

    return text(MONEY, key, words.lang)


def calendar(client: Client, inputs: Inputs, on: date, words: Words) -> Calendar:
    """Back from the target or the renewal window, else forward from the day of the report."""
    profile, lang = client.profile, words.lang
    forward = profile.target is None and (profile.kind == "new" or profile.expires is None)
    try:
        plan = _plan(client, inputs, on, forward)
        running = deadlines(inputs.calendar, events_of(client), inputs.is_closed)
    except (BadInput, OverflowError) as error:
        why = error.message(lang) if isinstance(error, BadInput) else words("calendar_none")
        return Calendar((why,), (), (), (), "", "", ())
    return Calendar(
        headline=tuple(_headline(plan, forward, words)),
        milestones=tuple(
            Milestone(
                id=one.id,
                title=say(one.title, lang),
                first=iso(one.first),
                last=iso(one.last),
                earliest=iso(one.earliest),
                latest=iso(one.latest),
                basis=one.basis.of(lang),
            )
            for one in plan.milestones
        ),
        deadlines=tuple(
            Deadline(
                id=one.rule.id,
                title=one.rule.title.of(lang),
                since=iso(one.since),
                due=iso(one.due),
                about=one.rule.about.of(lang),
            )
            for one in running
        ),
        notes=tuple(say(note, lang) for note in plan.notes),
        start_by=iso(plan.start_by),
        gantt=to_gantt(plan, lang),
        sources=tuple(dict.fromkeys(cite(s, lang) for one in plan.milestones for s in one.source)),
    )


def _plan(client: Client, inputs: Inputs, on: date, forward: bool) -> Plan:
    profile, rules, is_closed = client.profile, inputs.calendar, inputs.is_closed
    if forward:
        return plan_forward(rules, is_closed, on, profile.kind, profile.expires, on)
    return plan_back(rules, is_closed, profile.target, profile.kind, profile.expires, on)


def _headline(plan: Plan, forward: bool, words: Words) -> list[str]:
    if forward:
        said = [words("calendar_forward", start=iso(plan.start_by), reaches=iso(plan.reaches))]
    else:
        said = [
            words("calendar_target", target=iso(plan.target)),
            words(
                "calendar_start",
                start=iso(plan.start_by),
                short=iso(plan.start_if_short),
                long=iso(plan.start_if_long),
            ),
        ]
    if plan.window:
        first, last = iso(plan.window.first), iso(plan.window.last)
        said.append(words("calendar_window", first=first, last=last))
    return said


def application_papers(pack: Pack, client: Client, rules: PaperRules, words: Words) -> Papers:
    """The papers for this kind of application, the dates known, and which of them clash."""
    lang = words.lang
    dates = dates_of(rules, client)
    titles = {one.id: one.title.of(lang) for one in rules.paper_date}
    return Papers(
        rows=tuple(_paper(pack, state, words) for state in papers(rules, pack, client)),
        dates=tuple((titles[key], iso(day)) for key, day in dates.items()),
        clashes=tuple(say(note, lang) for note in date_clashes(rules, dates)),
        bodies=tuple((body.title.of(lang), body.text.of(lang)) for body in rules.body),
    )


def _paper(pack: Pack, state: PaperState, words: Words) -> PaperRow:
    paper, lang = state.paper, words.lang
    person = pack.person.get(paper.who)
    return PaperRow(
        id=paper.id,
        form=paper.form,
        title=paper.title.of(lang),
        state=state.state,
        state_label=say_of(f"paper_{state.state}", words),
        who=person.title.of(lang) if person else paper.who,
        where=paper.from_where.of(lang),
        about=paper.about.of(lang),
        questions=state.questions,
    )
