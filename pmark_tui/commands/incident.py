"""`pmark incident`: the guide after a leak, its record, and what to know before one."""

from __future__ import annotations

import shutil
import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from typing import Any

from pmark_tui.commands.output import emit, say
from pmark_tui.commands.words import a_day, local_today
from pmark_tui.domain.incident_duties import (
    Contents,
    Deadline,
    Due,
    Duties,
    Duty,
    Ground,
    Guide,
    guide,
    state,
)
from pmark_tui.domain.sourced import plain_sources
from pmark_tui.errors import BadInput
from pmark_tui.store import incidents
from pmark_tui.store.closed_days import is_closed
from pmark_tui.texts import text
from pmark_tui.texts.incidents import INCIDENTS


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark incident`."""

    def option(flag: str, **how: Any) -> None:
        parser.add_argument(
            flag, help=text(INCIDENTS, f"help_{flag[2:].replace('-', '_')}", lang), **how
        )

    option("--known-on", metavar="DATE")
    option("--malicious", action="store_true")
    option("--my-number", action="store_true")
    option("--all", action="store_true")
    option("--open", action="store_true")
    option("--figures", action="store_true")
    option("--reading", action="store_true")
    option("--causes", metavar="FILE")
    option("--profile", metavar="ID")
    option("--drill", nargs="?", const="", metavar="FILE")
    option("--scenario", metavar="ID")
    option("--record", metavar="FILE")
    option("--title", metavar="TEXT")
    option("--persons", metavar="N")
    option("--items", metavar="A,B,...")
    option("--did", action="append", default=[], metavar="ID")
    option("--who", metavar="NAME", default="")
    option("--note", metavar="TEXT", default="")
    option("--close", action="store_true")
    option("--report", action="store_true")
    parser.add_argument("-o", "--output", metavar="OUT", help=text(INCIDENTS, "help_output", lang))
    parser.add_argument("--json", action="store_true")


_WITH = {
    "profile": "causes",
    "scenario": "drill",
    "title": "record",
    "persons": "record",
    "items": "record",
    "did": "record",
    "close": "record",
    "report": "record",
    "output": "report",
    "who": "did",
    "note": "did",
}
"""Options that mean nothing without another one."""


def run(args: Namespace) -> int:
    """Show the guide, or what else was asked for."""
    for option, other in _WITH.items():
        if getattr(args, option) and getattr(args, other) in (None, []):
            raise BadInput("needs_option", key=f"--{option}", allowed=f"--{other}")
    if args.open:
        return _open(args)
    if args.record is not None:
        from pmark_tui.commands.incident_record import record

        return record(args)
    if args.figures or args.reading or args.causes is not None or args.drill is not None:
        from pmark_tui.commands.incident_lore import lore

        return lore(args)
    on = local_today()
    known_on = a_day("--known-on", args.known_on) if args.known_on else on
    duties = incidents.duties()
    found = guide(duties, known_on, is_closed, args.malicious, args.my_number)
    if args.json:
        emit("incident", as_json(duties, found, on, args.lang))
    else:
        show(duties, found, on, args.lang, everything=args.all)
    return 0


def _open(args: Namespace) -> int:
    """The guide in full screen, or the record named with --record."""
    from pmark_tui.commands.open import a_place, open_screen

    place = a_place(None)
    if args.record is None:
        return open_screen(place, args.lang, first="incident")
    from pmark_tui.store import incident_file

    path = incident_file.with_suffix(args.record)
    incident_file.read(path)
    return open_screen(place, args.lang, first="record", record=path)


def show(duties: Duties, found: Guide, on: date, lang: str, everything: bool) -> None:
    """Print the guide; where a terminal is too short for all of it, the first page alone."""
    from pmark_tui.report.incident_guide import first_page, rest

    lines = rest(duties, found, on, lang)
    page = first_page(duties, found, is_closed, on, lang, more=False)
    room = shutil.get_terminal_size().lines
    if not everything and sys.stdout.isatty() and len(page) + len(lines) >= room:
        page, lines = first_page(duties, found, is_closed, on, lang, more=True), []
    for line in page + lines:
        say(line)


def as_json(duties: Duties, found: Guide, on: date, lang: str) -> dict[str, Any]:
    """The guide as `pmark incident --json` prints it."""
    return {
        "known_on": found.known_on.isoformat(),
        "malicious": found.malicious,
        "my_number": found.my_number,
        "first": [
            {"id": a.id, "duty": a.duty, "title": a.title.of(lang), "text": a.text.of(lang)}
            for a in duties.first
        ],
        "deadlines": [due_json(due, lang) for due in found.dues],
        "duties": [_duty_json(duty, lang) for duty in found.duties],
        "not_yet": list(found.not_yet),
        "grounds": [_ground_json(g, lang) for g in found.grounds],
        "my_number_grounds": [_ground_json(g, lang) for g in found.my_number_grounds],
        "report_items": _contents_json(duties.report, lang),
        "notice_items": _contents_json(duties.notice_to_people, lang),
        "roles": [
            {"id": r.id, "title": r.title.of(lang), "text": r.text.of(lang)} for r in duties.role
        ],
        "notes": [
            {"id": n.id, "text": n.text.of(lang), "certainty": n.certainty, "sources": n.sources}
            for n in duties.note
        ],
        "coming": [
            {
                "id": law.id,
                "title": law.title.of(lang),
                "state": state(law, on),
                "in_force": False,
                "passed": law.passed.isoformat(),
                "promulgated": law.promulgated.isoformat(),
                "when": law.when.of(lang),
                "change": law.change.of(lang),
                "certainty": law.certainty,
                "sources": law.sources,
            }
            for law in duties.coming
        ],
        "notice": duties.notice.of(lang),
        "checked_on": duties.checked_on.isoformat(),
        "sources": plain_sources(duties.source, lang),
    }


def due_json(due: Due, lang: str) -> dict[str, Any]:
    """A deadline with its dates: `from` and `to`, or `due`, or `promptly`."""
    deadline: Deadline = due.deadline
    row: dict[str, Any] = {"id": deadline.id}
    if due.start and due.end:
        row |= {"from": due.start.isoformat(), "to": due.end.isoformat(), "to_closed": due.closed}
    elif due.due and due.counted:
        row |= {
            "due": due.due.isoformat(),
            "days": due.days,
            "day": due.counted.isoformat(),
            "moved": due.moved,
        }
    else:
        row["promptly"] = True
    row |= {
        "title": deadline.title.of(lang),
        "whom": deadline.whom.of(lang),
        "applies": deadline.applies.of(lang),
        "rule": deadline.rule.of(lang),
        "valid_from": deadline.valid_from.isoformat(),
        "certainty": deadline.certainty,
        "sources": deadline.sources,
    }
    if deadline.counting_note:
        row["counting"] = {"certainty": deadline.counting, "text": deadline.counting_note.of(lang)}
    return row


def _duty_json(duty: Duty, lang: str) -> dict[str, Any]:
    return {
        "id": duty.id,
        "number": duty.number or None,
        "title": duty.title.of(lang),
        "status": duty.status,
        "when": duty.when.of(lang) if duty.when else "",
        "whom": duty.whom.of(lang),
        "by": duty.by.of(lang),
        "form": duty.form.of(lang),
        "write": duty.write.of(lang),
        "law": duty.law.of(lang),
        "clauses": duty.clauses,
        "deadlines": duty.deadlines,
        "valid_from": duty.valid_from.isoformat(),
        "since_certainty": duty.since_certainty or duty.certainty,
        "certainty": duty.certainty,
        "sources": duty.sources,
    }


def _ground_json(ground: Ground, lang: str) -> dict[str, Any]:
    return {
        "id": ground.id,
        "title": ground.title.of(lang),
        "note": ground.note.of(lang) if ground.note else "",
        "valid_from": ground.valid_from.isoformat(),
        "certainty": ground.certainty,
        "sources": ground.sources,
    }


def _contents_json(contents: Contents, lang: str) -> list[dict[str, str]]:
    return [{"id": e.id, "text": e.en if lang == "en" else e.ja} for e in contents.item]
