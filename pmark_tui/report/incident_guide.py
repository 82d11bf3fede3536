"""The guide after a leak as lines of text: the next hour on one screen, then the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from pmark_tui.domain.incident_duties import (
    Coming,
    Deadline,
    Due,
    Duties,
    Duty,
    Guide,
    IsClosed,
    due,
    state,
)
from pmark_tui.domain.sourced import Source
from pmark_tui.domain.text import cell_width, pad, wrap
from pmark_tui.texts import text
from pmark_tui.texts.incidents import INCIDENTS

WIDTH = 78
"""Cells of a line: a terminal of 80 with a margin at either side."""
FIRST_PAGE = 23
"""Lines of the first page at most: with the prompt they fit a terminal of 24."""


def weekday(day: date, lang: str) -> str:
    """A date with its day of the week: `2026-11-25 水`, `2026-11-25 Wed`."""
    names = text(INCIDENTS, "weekdays", lang)
    name = names.split()[day.weekday()] if lang == "en" else names[day.weekday()]
    return f"{day.isoformat()} {name}"


def span(found: Due, lang: str) -> str:
    """The dates of a deadline in one short text."""
    if found.due:
        return weekday(found.due, lang)
    if found.start and found.end:
        start, end = weekday(found.start, lang), weekday(found.end, lang)
        return text(INCIDENTS, "guide_span", lang, start=start, end=end)
    return text(INCIDENTS, "guide_promptly", lang)


def first_page(
    duties: Duties, guide: Guide, is_closed: IsClosed, on: date, lang: str, more: bool
) -> list[str]:
    """What to do in the next hour and by when: at most FIRST_PAGE lines of WIDTH cells.

    Args:
        duties: what is known about duties.
        guide: what holds for this incident.
        is_closed: whether offices are closed on a day.
        on: today.
        lang: ja or en.
        more: whether to say how to read on.
    """
    number = (on - guide.known_on).days + 1
    today = _say("guide_today_is", lang, number=number) if number > 0 else _say("guide_ahead", lang)
    known = _say("guide_known", lang, day=weekday(guide.known_on, lang), today=today)
    hour = [f"== {_say('guide_hour', lang)}"]
    for place, action in enumerate(duties.first, 1):
        hour += [f" {place} {action.title.of(lang)}", f"   {action.text.of(lang)}"]
    dates = [f"== {_say('guide_dates', lang)}", *_dates(duties, guide, is_closed, lang)]
    blocks = [[_say("guide_head", lang), known], hour, dates]
    if more:
        blocks.append([_say("guide_more", lang)])
    roomy = sum(map(len, blocks)) + len(blocks) - 1 <= FIRST_PAGE
    lines = [line for block in blocks for line in ([""] if roomy else []) + block]
    return lines[1:] if roomy else lines


def _dates(duties: Duties, guide: Guide, is_closed: IsClosed, lang: str) -> Iterator[str]:
    if not guide.dues:
        yield " " + _say("guide_no_rules", lang, first=min(d.valid_from for d in duties.duty))
        return
    dates = max(cell_width(span(found, lang)) for found in guide.dues)
    titles = max(cell_width(found.deadline.title.of(lang)) for found in guide.dues)
    for found in guide.dues:
        when, title = pad(span(found, lang), dates), pad(found.deadline.title.of(lang), titles)
        yield f" {when}  {title} {found.deadline.applies.of(lang)}"
    shorts = " / ".join(g.short.of(lang) for g in guide.grounds)
    yield " " + _say("guide_grounds", lang, grounds=shorts)
    if guide.my_number:
        shorts = " / ".join(g.short.of(lang) for g in guide.my_number_grounds)
        yield " " + _say("guide_my_number_grounds", lang, grounds=shorts)
    yield " " + _about_malice(guide, is_closed, lang)
    moved = next((d for d in guide.dues if d.moved), None)
    if moved and moved.counted:
        yield " " + _say("guide_moved", lang, days=moved.days, counted=weekday(moved.counted, lang))
    closed = next((d for d in guide.dues if d.closed), None)
    if closed and closed.end:
        yield " " + _say("guide_closed", lang, end=weekday(closed.end, lang))


def _about_malice(guide: Guide, is_closed: IsClosed, lang: str) -> str:
    """What a wrongful purpose changes, or has changed, in the final reports."""
    final = next(d for d in guide.dues if d.deadline.days)
    if guide.malicious:
        return _say("guide_is_malicious", lang, days=final.days)
    later = due(final.deadline, guide.known_on, is_closed, malicious=True)
    assert later.due is not None
    return _say("guide_malicious", lang, day=weekday(later.due, lang), days=later.days)


def rest(duties: Duties, guide: Guide, on: date, lang: str) -> list[str]:
    """Everything else about this incident: cases, rules of the clock, duties, contents, sources."""
    lines: list[str] = []

    def section(head: str, *groups: Iterable[str]) -> None:
        if groups:
            lines.extend(["", f"== {head}"])
        for group in groups:
            lines.extend(group)

    for key, grounds in (
        ("rest_grounds", guide.grounds),
        ("rest_my_number", guide.my_number_grounds),
    ):
        points = (_point(g.title.of(lang), g.note.of(lang) if g.note else "") for g in grounds)
        section(_say(key, lang), *points)
    section(_say("rest_clock", lang), *(_clock(found, lang) for found in guide.dues))
    section(_say("rest_duties", lang), *(_duty(duty, lang) for duty in guide.duties))
    for contents in (duties.report, duties.notice_to_people):
        entries = (e.en if lang == "en" else e.ja for e in contents.item)
        section(contents.title.of(lang), *map(_point, entries))
    roles = (_point(r.title.of(lang), r.text.of(lang)) for r in duties.role)
    section(_say("rest_roles", lang), *roles)
    noted = (_point(f"{n.text.of(lang)} [{_say(n.certainty, lang)}]") for n in duties.note)
    section(_say("rest_notes", lang), *noted)
    section(_say("rest_coming", lang), *(_coming(law, on, lang) for law in duties.coming))
    section(_say("rest_sources", lang), source_lines(duties.source, lang))
    return [*lines, "", *_wrapped(duties.notice.of(lang), "")]


def duty_head(duty: Duty, lang: str) -> str:
    """A duty in one line: how binding, its name, its place in 2005."""
    key = "duty_number" if duty.number else "duty_added"
    place = _say(key, lang, number=duty.number) if duty.number else _say(key, lang)
    status = _say(f"status_{duty.status}", lang)
    return _say("duty_head", lang, status=status, title=duty.title.of(lang), place=place)


def duty_rows(duty: Duty, lang: str) -> list[tuple[str, str]]:
    """What there is to know about a duty: labels with their texts."""
    rows = [("duty_when", duty.when.of(lang))] if duty.when else []
    rows += [
        ("duty_whom", duty.whom.of(lang)),
        ("duty_by", duty.by.of(lang)),
        ("duty_form", duty.form.of(lang)),
        ("duty_write", duty.write.of(lang)),
        ("duty_law", f"{duty.law.of(lang)} [{_say(duty.certainty, lang)}]  {_since(duty, lang)}"),
        ("rest_sources", ", ".join(duty.sources)),
        ("duty_clauses", ", ".join(duty.clauses)),
    ]
    return [(_say(key, lang), value) for key, value in rows]


def labelled(label: str, value: str, lang: str) -> str:
    """A value behind its label, with the colon of the language."""
    return _say("labelled", lang, label=label, value=value)


def source_lines(sources: Iterable[Source], lang: str) -> Iterator[str]:
    """Sources with their date and address; an address is never broken."""
    for source in sources:
        dated = f" ({source.dated})" if source.dated else ""
        titled = labelled(source.id, source.title.of(lang), lang)
        yield from _wrapped(f"- {titled}{dated}", "  ")
        if source.url:
            yield f"  {source.url}"


def coming_state(law: Coming, on: date, lang: str) -> str:
    """Where a coming law stands on a day, in words."""
    return _say(f"coming_{state(law, on)}", lang)


def _duty(duty: Duty, lang: str) -> Iterator[str]:
    yield from _wrapped(duty_head(duty, lang), "  ")
    for label, value in duty_rows(duty, lang):
        yield from _wrapped(f"  {labelled(label, value, lang)}", "    ")


def _clock(found: Due, lang: str) -> Iterator[str]:
    deadline = found.deadline
    yield from _wrapped(f"- {deadline.title.of(lang)}  {span(found, lang)}", "  ")
    rule = f"{deadline.rule.of(lang)} [{_say(deadline.certainty, lang)}]"
    yield from _wrapped(f"  {rule}", "  ")
    if deadline.counting_note and deadline.counting:
        counting = f"{deadline.counting_note.of(lang)} [{_say(deadline.counting, lang)}]"
        yield from _wrapped(f"  {counting}", "  ")
    named = _say("from_sources", lang, sources=", ".join(deadline.sources))
    yield from _wrapped(f"  {_since(deadline, lang)}  {named}", "  ")


def _coming(law: Coming, on: date, lang: str) -> Iterator[str]:
    stands = labelled(law.title.of(lang), coming_state(law, on, lang), lang)
    yield from _wrapped(f"- {stands}", "  ")
    for line in (law.when, law.change):
        yield from _wrapped(f"  {line.of(lang)}", "  ")


def _point(head: str, more: str = "") -> Iterator[str]:
    yield from _wrapped(f"- {head}", "  ")
    if more:
        yield from _wrapped(f"  {more}", "  ")


def _wrapped(line: str, indent: str) -> Iterator[str]:
    """A line in as many as it needs, the later ones indented."""
    first, *others = wrap(line, WIDTH - len(indent))
    yield first
    yield from (indent + other for other in others)


def _since(entry: Deadline | Duty, lang: str) -> str:
    day, sure = entry.valid_from.isoformat(), entry.since_certainty
    if sure is None:
        return _say("since", lang, day=day)
    return _say("since_sure", lang, day=day, certainty=_say(sure, lang))


def _say(key: str, lang: str, **values: object) -> str:
    return text(INCIDENTS, key, lang, **values)
