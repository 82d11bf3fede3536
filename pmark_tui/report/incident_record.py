"""The record of an incident as Markdown: dates, what was done when, what is still to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pmark_tui.domain.incident_duties import Duties, Guide
from pmark_tui.domain.incident_record import DueState, IncidentRecord, due_states, duty_states
from pmark_tui.report.incident_guide import duty_head, span
from pmark_tui.report.markup import inline
from pmark_tui.texts import text
from pmark_tui.texts.incidents import INCIDENTS


def record_markdown(
    duties: Duties, guide: Guide, record: IncidentRecord, on: date, lang: str
) -> str:
    """The record as a report, as it stands on a day; nothing in it depends on the machine."""
    return "\n".join(_lines(duties, guide, record, on, lang)) + "\n"


def _lines(
    duties: Duties, guide: Guide, record: IncidentRecord, on: date, lang: str
) -> Iterator[str]:
    names = {d.deadline.id: d.deadline.title.of(lang) for d in guide.dues}
    names |= {d.id: d.title.of(lang) for d in guide.duties}
    yield f"# {_say('record_title', lang, title=inline(record.title))}"
    yield ""
    yield _facts(record, lang)
    if record.closed:
        yield ""
        yield _say("record_closed", lang, day=record.closed.isoformat())
    yield ""
    yield f"## {_say('record_deadlines', lang)}"
    yield ""
    yield from _table(lang, ("column_what", "column_day", "column_state"))
    for found in due_states(record, guide, on):
        yield _row(found.due.deadline.title.of(lang), span(found.due, lang), due_state(found, lang))
    yield ""
    yield f"## {_say('record_log', lang)}"
    yield ""
    if record.done:
        yield from _table(lang, ("column_when", "column_what", "column_who", "column_note"))
        for entry in record.done:
            what = names.get(entry.what, entry.what)
            yield _row(f"{entry.at:%Y-%m-%d %H:%M}", what, entry.who, entry.note)
    else:
        yield _say("record_nothing", lang)
    yield ""
    yield f"## {_say('record_duties', lang)}"
    yield ""
    for state in duty_states(record, guide):
        done = ", ".join(f"{d.at:%Y-%m-%d %H:%M}" for d in state.done)
        said = _say("record_done", lang, when=done) if done else _say("record_todo", lang)
        yield f"- [{'x' if done else ' '}] {inline(duty_head(state.duty, lang))}: {said}"
    yield ""
    yield duties.notice.of(lang)


def due_state(found: DueState, lang: str) -> str:
    """Whether a deadline was met, in words."""
    if found.done:
        return _say("record_done", lang, when=f"{found.done[0].at:%Y-%m-%d %H:%M}")
    if found.late:
        return _say("record_late" if found.due.due else "record_late_yardstick", lang)
    return _say("record_todo", lang)


def _facts(record: IncidentRecord, lang: str) -> str:
    def yes(value: bool) -> str:
        return _say("record_yes" if value else "record_no", lang)

    unknown = _say("record_unknown", lang)
    return _say(
        "record_facts",
        lang,
        known=record.known_on.isoformat(),
        malicious=yes(record.malicious),
        my_number=yes(record.my_number),
        persons=f"{record.persons:,}" if record.persons is not None else unknown,
        items=inline(", ".join(record.items)) or unknown,
    )


def _table(lang: str, columns: tuple[str, ...]) -> Iterator[str]:
    yield _row(*(_say(c, lang) for c in columns))
    yield "|" + " --- |" * len(columns)


def _row(*cells: str) -> str:
    return "| " + " | ".join(inline(c) for c in cells) + " |"


def _say(key: str, lang: str, **values: object) -> str:
    return text(INCIDENTS, key, lang, **values)
