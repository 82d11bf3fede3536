"""`pmark incident --record FILE`: what was done when, kept in a file of its own."""

from __future__ import annotations

import os
from argparse import Namespace
from datetime import date
from typing import Any

from pmark_tui.commands.exposure import listed
from pmark_tui.commands.incident import as_json, show
from pmark_tui.commands.opening import now
from pmark_tui.commands.output import emit, say
from pmark_tui.commands.words import a_day, an_amount
from pmark_tui.domain.incident_duties import Duties, Guide, guide
from pmark_tui.domain.incident_record import Done, IncidentRecord, check_what, due_states
from pmark_tui.domain.values import replace
from pmark_tui.errors import BadInput
from pmark_tui.store import incident_file, incidents
from pmark_tui.store.closed_days import is_closed
from pmark_tui.texts import text
from pmark_tui.texts.incidents import INCIDENTS


def record(args: Namespace) -> int:
    """Start or open the record, note what was done, and show how the incident stands."""
    at = now()
    path = incident_file.with_suffix(args.record)
    file = incident_file.read(path) if os.path.lexists(path) else None
    kept = _changed(file.record if file else _new(path, args, at.date()), args)
    duties = incidents.duties()
    found = guide(duties, kept.known_on, is_closed, kept.malicious, kept.my_number)
    for what in args.did:
        kept = kept.with_done(Done(check_what(found, what), at, args.who, args.note))
    if args.close:
        kept = replace(kept, closed=at.date())
    if file is None:
        incident_file.create(path, kept)
    elif kept != file.record:
        incident_file.save(file, kept)
    _show(duties, found, kept, at.date(), args)
    return 0


def _new(path: str, args: Namespace, today: date) -> IncidentRecord:
    name = os.path.basename(path).removesuffix(incident_file.SUFFIX)
    return IncidentRecord(args.title or name, today)


def _changed(kept: IncidentRecord, args: Namespace) -> IncidentRecord:
    """The record with what the options say; an option not given changes nothing."""
    return replace(
        kept,
        title=args.title or kept.title,
        known_on=a_day("--known-on", args.known_on) if args.known_on else kept.known_on,
        malicious=kept.malicious or args.malicious,
        my_number=kept.my_number or args.my_number,
        persons=an_amount("--persons", args.persons) if args.persons else kept.persons,
        items=listed(args.items) if args.items else kept.items,
    )


def _show(duties: Duties, found: Guide, kept: IncidentRecord, on: date, args: Namespace) -> None:
    if args.report:
        _report(duties, found, kept, on, args)
    elif args.json:
        emit("incident", as_json(duties, found, on, args.lang) | {"record": _json(found, kept, on)})
    else:
        _print_states(found, kept, on, args.lang)
        show(duties, found, on, args.lang, everything=args.all)


def _report(duties: Duties, found: Guide, kept: IncidentRecord, on: date, args: Namespace) -> None:
    """The record as a paper: Markdown on standard output, or in a file in the format it is named for."""
    from pmark_tui.report.incident_record import record_paper
    from pmark_tui.report.paper import FORMATS, markdown, write_as

    paper = record_paper(duties, found, kept, on, args.lang)
    if args.output in (None, "-"):
        say(markdown(paper).removesuffix("\n"))
        return
    from pmark_tui.store import output_file

    form = args.output.rpartition(".")[2]
    if form not in FORMATS:
        allowed = ", ".join(f".{one}" for one in FORMATS)
        raise BadInput("option_bad", key="--output", found=args.output, allowed=allowed)
    output_file.write(args.output, write_as(paper, form))


def _print_states(found: Guide, kept: IncidentRecord, on: date, lang: str) -> None:
    """How each deadline stands; nothing yet for a record just begun."""
    from pmark_tui.report.incident_guide import labelled
    from pmark_tui.report.incident_record import due_state

    if not kept.done:
        return
    say(text(INCIDENTS, "record_title", lang, title=kept.title))
    for state in due_states(kept, found, on):
        say(f" {labelled(state.due.deadline.title.of(lang), due_state(state, lang), lang)}")
    say("")


def _json(found: Guide, kept: IncidentRecord, on: date) -> dict[str, Any]:
    return {
        "title": kept.title,
        "persons": kept.persons,
        "items": kept.items,
        "closed": kept.closed.isoformat() if kept.closed else None,
        "done": [
            {"what": d.what, "at": d.at.isoformat(), "who": d.who, "note": d.note}
            for d in kept.done
        ],
        "late": [s.due.deadline.id for s in due_states(kept, found, on) if s.late],
    }
