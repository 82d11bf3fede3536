"""The record of an incident as a paper: dates, what was done when, what is still to do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pmark_tui.domain.incident_duties import Duties, Guide
from pmark_tui.domain.incident_record import (
    LOG,
    DueState,
    IncidentRecord,
    due_states,
    duty_states,
)
from pmark_tui.report.blocks import Block, Column, Facts, Para, Section, Table
from pmark_tui.report.incident_guide import duty_head, span
from pmark_tui.report.model import Fact
from pmark_tui.report.paper import Paper
from pmark_tui.report.plain import one_line, plain_values
from pmark_tui.texts import text
from pmark_tui.texts.incidents import INCIDENTS


def record_paper(
    duties: Duties, guide: Guide, record: IncidentRecord, on: date, lang: str
) -> Paper:
    """The record as a report, as it stands on a day; nothing in it depends on the machine."""
    record = plain_values(record)
    return Paper(
        title=_say("record_title", lang, title=one_line(record.title)),
        on=on.isoformat(),
        lang=lang,
        sections=(
            Section("facts", _say("record_about", lang), (Facts(tuple(_facts(record, lang))),)),
            Section("deadlines", _say("record_deadlines", lang), (_dues(guide, record, on, lang),)),
            Section("log", _say("record_log", lang), (_log(guide, record, lang),)),
            Section(
                "duties",
                _say("record_duties", lang),
                (_duties(guide, record, lang), Para(duties.notice.of(lang), "note")),
            ),
        ),
    )


def names_of(guide: Guide, lang: str) -> dict[str, str]:
    """What an entry is noted under, by id, in words."""
    names = {d.deadline.id: d.deadline.title.of(lang) for d in guide.dues}
    return names | {d.id: d.title.of(lang) for d in guide.duties} | {LOG: _say("log_entry", lang)}


def _dues(guide: Guide, record: IncidentRecord, on: date, lang: str) -> Table:
    columns = (
        Column(_say("column_what", lang), width=4),
        Column(_say("column_day", lang), width=4),
        Column(_say("column_state", lang), width=4),
    )
    rows = tuple(
        (s.due.deadline.title.of(lang), span(s.due, lang), due_state(s, lang))
        for s in due_states(record, guide, on)
    )
    return Table("record-deadlines", columns, rows)


def _log(guide: Guide, record: IncidentRecord, lang: str) -> Block:
    if not record.done:
        return Para(_say("record_nothing", lang))
    names = names_of(guide, lang)
    columns = (
        Column(_say("column_when", lang), width=3),
        Column(_say("column_what", lang), width=4),
        Column(_say("column_who", lang), width=2),
        Column(_say("column_note", lang), width=5),
    )
    rows = tuple(
        (f"{d.at:%Y-%m-%d %H:%M}", names.get(d.what, d.what), d.who, one_line(d.note))
        for d in record.done
    )
    return Table("record-log", columns, rows)


def _duties(guide: Guide, record: IncidentRecord, lang: str) -> Table:
    columns = (
        Column(_say("column_state", lang), width=3),
        Column(_say("column_what", lang), width=9),
    )
    rows = []
    for state in duty_states(record, guide):
        done = ", ".join(f"{d.at:%Y-%m-%d %H:%M}" for d in state.done)
        said = _say("record_done", lang, when=done) if done else _say("record_todo", lang)
        rows.append((said, duty_head(state.duty, lang)))
    return Table("record-duties", columns, tuple(rows))


def due_state(found: DueState, lang: str) -> str:
    """Whether a deadline was met, in words."""
    if found.done:
        return _say("record_done", lang, when=f"{found.done[0].at:%Y-%m-%d %H:%M}")
    if found.late:
        return _say("record_late" if found.due.due else "record_late_yardstick", lang)
    return _say("record_todo", lang)


def _facts(record: IncidentRecord, lang: str) -> Iterator[Fact]:
    def yes(value: bool) -> str:
        return _say("record_yes" if value else "record_no", lang)

    unknown = _say("record_unknown", lang)
    persons = f"{record.persons:,}" if record.persons is not None else unknown
    held = {
        "known_on": record.known_on.isoformat(),
        "malicious": yes(record.malicious),
        "my_number": yes(record.my_number),
        "persons": persons,
        "items": ", ".join(record.items) or unknown,
        "closed": record.closed.isoformat() if record.closed else "",
    }
    return (Fact(k, _say(f"record_{k}", lang), value) for k, value in held.items() if value)


def _say(key: str, lang: str, **values: object) -> str:
    return text(INCIDENTS, key, lang, **values)
