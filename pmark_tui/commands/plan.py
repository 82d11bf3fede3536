"""`pmark plan`: may we apply, by when, with which papers, and what is due after the audit."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from typing import Any

from pmark_tui.commands.opening import open_client, pairs, today
from pmark_tui.commands.output import emit, say, tell
from pmark_tui.commands.words import a_day
from pmark_tui.domain.after import Deadline, deadlines, events_of
from pmark_tui.domain.client import Client
from pmark_tui.domain.eligibility import Eligibility, judge
from pmark_tui.domain.notes import Note
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.papers import PaperState, date_clashes, dates_of, papers
from pmark_tui.domain.plan import Plan, plan_back, plan_forward
from pmark_tui.domain.size import decide
from pmark_tui.domain.text import pad
from pmark_tui.domain.values import frozen
from pmark_tui.errors import BadInput, FileTrouble
from pmark_tui.store import scheme
from pmark_tui.store.closed_days import is_closed
from pmark_tui.texts import money, text
from pmark_tui.texts.money import MONEY


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark plan`."""
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--target", metavar="DATE", help=text(MONEY, "help_target", lang))
    parser.add_argument("--start", metavar="DATE", help=text(MONEY, "help_start", lang))
    parser.add_argument("--on", metavar="DATE")
    parser.add_argument(
        "--event", action="append", metavar="ID=DATE", help=text(MONEY, "help_event", lang)
    )
    parser.add_argument(
        "--date", action="append", metavar="ID=DATE", help=text(MONEY, "help_date", lang)
    )
    parser.add_argument("--papers", action="store_true", help=text(MONEY, "help_papers", lang))
    parser.add_argument("--cases", action="store_true", help=text(MONEY, "help_cases", lang))
    parser.add_argument("--gantt", action="store_true", help=text(MONEY, "help_gantt", lang))
    parser.add_argument("--ics", metavar="OUT", help=text(MONEY, "help_ics", lang))
    parser.add_argument("--force", action="store_true")
    parser.add_argument("--json", action="store_true")


@frozen
class _Found:
    """All that the command tells."""

    plan: Plan
    forward: bool
    eligibility: Eligibility
    papers: tuple[PaperState, ...]
    clashes: tuple[Note, ...]
    after: tuple[Deadline, ...]


def run(args: Namespace) -> int:
    """Show the calendar, or write it as .ics or Mermaid."""
    if args.target and args.start:
        raise BadInput("option_clash", first="--target", second="--start")
    file, pack = open_client(args.file)
    on = a_day("--on", args.on) if args.on else today()
    found = _find(args, pack, file.client, on)
    if args.json:
        emit("plan", _as_json(found, pack, args.lang))
    elif args.gantt:
        from pmark_tui.report.calendar_gantt import to_gantt

        sys.stdout.write(to_gantt(found.plan, args.lang))
    elif args.ics:
        _write_ics(args, found.plan, file.client.profile.name, on)
    else:
        for line in _lines(found, pack, args):
            say(line)
    return 0


def _find(args: Namespace, pack: Pack, client: Client, on: date) -> _Found:
    profile, rules = client.profile, scheme.calendar_rules()
    target = a_day("--target", args.target) if args.target else profile.target
    start = a_day("--start", args.start) if args.start else None
    if start is None and target is None and (profile.kind == "new" or profile.expires is None):
        start = on
    if start is not None:
        plan = plan_forward(rules, is_closed, start, profile.kind, profile.expires, on)
    else:
        plan = plan_back(rules, is_closed, target, profile.kind, profile.expires, on)
    size = decide(scheme.size_rules(), profile.industry, profile.workers, profile.capital)
    paper_rules = scheme.paper_rules()
    dates = {**dates_of(paper_rules, client), **_days("--date", args.date)}
    events = {**events_of(client), **_days("--event", args.event)}
    return _Found(
        plan=plan,
        forward=start is not None,
        eligibility=judge(scheme.eligibility_rules(), size, plan.window, pack, client, on),
        papers=papers(paper_rules, pack, client),
        clashes=tuple(date_clashes(paper_rules, dates)),
        after=deadlines(rules, events, is_closed),
    )


def _days(option: str, words: list[str] | None) -> dict[str, date]:
    return {key: a_day(f"{option} {key}", word) for key, word in pairs(option, words).items()}


def _as_json(found: _Found, pack: Pack, lang: str) -> dict[str, Any]:
    plan = found.plan
    window = plan.window
    return {
        "target": plan.target.isoformat(),
        "start_by": plan.start_by.isoformat(),
        "window": window
        and {
            "from": window.first.isoformat(),
            "to": window.last.isoformat(),
            "moved_from": window.by_rule.isoformat() if window.moved else None,
            "month_end": window.month_end,
        },
        "milestones": [
            {
                "id": one.id,
                "from": one.first.isoformat(),
                "to": one.last.isoformat(),
                "earliest": one.earliest.isoformat(),
                "latest": one.latest.isoformat(),
                "title": money.say(one.title, lang),
                "certainty": one.certainty,
                "basis": one.basis.of(lang),
                "sources": [money.cite(source, lang) for source in one.source],
            }
            for one in plan.milestones
        ],
        "kind": plan.kind,
        "reaches": plan.reaches.isoformat(),
        "start_if_short": plan.start_if_short.isoformat(),
        "start_if_long": plan.start_if_long.isoformat(),
        "notes": [money.say(note, lang) for note in plan.notes],
        "eligibility": {
            "verdict": found.eligibility.verdict,
            "points": [
                {
                    "id": point.rule.id,
                    "state": point.state,
                    "questions": list(point.questions),
                    "title": point.rule.title.of(lang),
                    "reason": point.rule.reason.of(lang),
                    "because": [money.say(note, lang) for note in point.because],
                    "certainty": point.rule.certainty,
                    "sources": [money.cite(source, lang) for source in point.rule.source],
                }
                for point in found.eligibility.points
            ],
        },
        "papers": [
            {
                "id": one.paper.id,
                "form": one.paper.form or None,
                "state": one.state,
                "questions": list(one.questions),
                "title": one.paper.title.of(lang),
                "who": _person(pack, one.paper.who, lang),
                "where": one.paper.from_where.of(lang),
                "about": one.paper.about.of(lang),
                "certainty": one.paper.certainty,
            }
            for one in found.papers
        ],
        "clashes": [money.say(note, lang) for note in found.clashes],
        "after": [
            {
                "id": one.rule.id,
                "from": one.since.isoformat(),
                "due": one.due.isoformat(),
                "month_end": one.month_end,
                "closed_day": one.on_closed_day,
                "about": one.rule.about.of(lang),
                "certainty": one.rule.certainty,
            }
            for one in found.after
        ],
    }


def _person(pack: Pack, who: str, lang: str) -> str:
    return pack.person[who].title.of(lang) if who in pack.person else who


def _lines(found: _Found, pack: Pack, args: Namespace) -> list[str]:
    lang, plan = args.lang, found.plan
    verdict = text(MONEY, found.eligibility.verdict, lang)
    lines = [text(MONEY, "eligibility_head", lang, verdict=verdict)]
    for point in found.eligibility.points:
        if point.state == "met":
            continue
        state = text(MONEY, f"point_{point.state}", lang)
        lines.append(
            f"  [{state}] {point.rule.title.of(lang)} {' '.join(point.questions)}".rstrip()
        )
        lines += [f"      {money.say(note, lang)}" for note in point.because]
        if point.state in ("not-yet", "ask"):
            lines.append(f"      {point.rule.reason.of(lang)}")
    key = "plan_head_forward" if found.forward else "plan_head"
    values = {
        "kind": text(MONEY, f"kind_{plan.kind}", lang),
        "target": plan.target.isoformat(),
        "start": plan.start_by.isoformat(),
        "short": plan.start_if_short.isoformat(),
        "long": plan.start_if_long.isoformat(),
    }
    lines += ["", text(MONEY, key, lang, **values)]
    lines.append("  " + text(MONEY, "plan_columns", lang))
    if plan.window:
        title = text(MONEY, "plan_window", lang)
        lines.append(f"  {plan.window.first} - {plan.window.last}  {title}")
    for one in plan.milestones:
        span = f"{one.first} - {one.last}" if not one.one_day else pad(str(one.first), 23)
        lines.append(f"  {span}  {money.say(one.title, lang)}  ({one.earliest} - {one.latest})")
    lines += [f"- {money.say(note, lang)}" for note in plan.notes]
    if found.after:
        lines += ["", text(MONEY, "after_head", lang), *_after_lines(found.after, lang)]
    if args.papers or found.clashes:
        lines += ["", text(MONEY, "papers_head", lang), *_paper_lines(found, pack, lang)]
    if args.cases:
        lines += ["", text(MONEY, "cases_head", lang)]
        lines += [
            f"  {c.title.of(lang)}: {c.text.of(lang)}" for c in scheme.eligibility_rules().case
        ]
        lines.append(text(MONEY, "reports_head", lang))
        lines += [
            f"  {r.title.of(lang)}: {r.about.of(lang)}" for r in scheme.calendar_rules().report
        ]
    return lines


def _after_lines(after: tuple[Deadline, ...], lang: str) -> list[str]:
    lines = []
    for one in after:
        lines.append(f"  {one.due}  {one.rule.title.of(lang)} ({one.since})")
        lines.append(f"      {one.rule.about.of(lang)}")
        if one.month_end:
            lines.append(f"      {text(MONEY, 'deadline_month_end', lang)}")
        if one.on_closed_day:
            lines.append(f"      {text(MONEY, 'deadline_closed', lang)}")
    return lines


def _paper_lines(found: _Found, pack: Pack, lang: str) -> list[str]:
    lines = []
    for one in found.papers:
        state = text(MONEY, f"paper_{one.state}", lang)
        who = _person(pack, one.paper.who, lang)
        lines.append(
            f"  [{state}] {one.paper.title.of(lang)}  {who}  {one.paper.from_where.of(lang)}"
        )
        lines.append(f"      {one.paper.about.of(lang)}")
    lines += [f"- {money.say(note, lang)}" for note in found.clashes]
    lines.append(text(MONEY, "bodies_head", lang))
    lines += [f"  {b.title.of(lang)}: {b.text.of(lang)}" for b in scheme.paper_rules().body]
    return lines


def _write_ics(args: Namespace, plan: Plan, name: str, on: date) -> None:
    from pmark_tui.report.calendar_ics import to_ics
    from pmark_tui.store import whole_file

    calendar = to_ics(plan, name, on, args.lang)
    if args.ics == "-":
        sys.stdout.write(calendar)
        return
    try:
        whole_file.put(args.ics, calendar.encode("utf-8", "replace"), new=not args.force)
    except FileExistsError:
        raise FileTrouble("file_exists", file=args.ics) from None
    except OSError as error:
        raise FileTrouble("file_unwritable", file=args.ics, why=error.strerror) from None
    tell(text(MONEY, "plan_ics_written", args.lang, path=args.ics))
