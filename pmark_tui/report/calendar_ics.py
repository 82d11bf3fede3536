"""A plan as an iCalendar file (RFC 5545): all-day events, the same bytes for the same plan."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from pmark_tui.domain.plan import Plan
from pmark_tui.texts import money, text
from pmark_tui.texts.money import MONEY

_OCTETS = 75
"""The longest line in octets without its line break."""


def to_ics(plan: Plan, name: str, stamp: date, lang: str) -> str:
    """The milestones and the renewal window of `plan` as one calendar.

    Args:
        plan: the plan.
        name: the organisation, which opens each summary.
        stamp: the day the calendar was made for; the only date not taken from the plan.
        lang: ja or en.
    """
    from zlib import crc32

    owner = f"{crc32(f'{name}|{plan.kind}|{plan.target}'.encode('utf-8', 'replace')):08x}"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//pmark//plan//JA",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escape(name)}",
    ]
    for event in _events(plan, lang):
        lines += _event(event, name, owner, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in _fold(line))


def _events(plan: Plan, lang: str) -> Iterable[tuple[str, str, str, date, date]]:
    """Id, title, description, first and last day of each entry."""
    if plan.window:
        title = text(MONEY, "plan_window", lang)
        yield "window", title, "", plan.window.first, plan.window.last
    for one in plan.milestones:
        span = text(
            MONEY,
            "plan_span",
            lang,
            earliest=one.earliest.isoformat(),
            latest=one.latest.isoformat(),
        )
        about = f"{span}\n{one.basis.of(lang)}"
        yield one.id, money.say(one.title, lang), about, one.first, one.last


def _event(
    event: tuple[str, str, str, date, date], name: str, owner: str, stamp: date
) -> list[str]:
    id_, title, about, first, last = event
    lines = [
        "BEGIN:VEVENT",
        f"UID:{id_}-{owner}@pmark",
        f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
        f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escape(f'{name}: {title}')}",
    ]
    if about:
        lines.append(f"DESCRIPTION:{_escape(about)}")
    return [*lines, "TRANSP:TRANSPARENT", "END:VEVENT"]


def _escape(value: str) -> str:
    """Text as RFC 5545 wants it; control characters other than a line break are dropped."""
    plain = value.replace("\r\n", "\n").replace("\r", "\n")
    plain = "".join(c for c in plain if c == "\n" or (ord(c) >= 0x20 and ord(c) != 0x7F))
    escaped = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def _fold(line: str) -> Iterable[str]:
    """Parts of at most 75 octets, cut between characters; all but the first begin with a space."""
    part, room = "", _OCTETS
    for character in line:
        octets = len(character.encode("utf-8", "replace"))
        if octets > room:
            yield part
            part, room = " ", _OCTETS - 1
        part += character
        room -= octets
    yield part
