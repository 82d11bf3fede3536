"""A made-up incident to walk through at the table, and what it shows of the client's rules.

The scenarios are data (`questionnaires/privacymark/drills.toml`); which question prepares for which
duty, of the nine of 2005 or added since, is told by the pack (`duty`).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Client
from pmark_tui.domain.incident_duties import Duties, Duty
from pmark_tui.domain.pack import Pack, Text
from pmark_tui.domain.points import Point, points
from pmark_tui.domain.values import frozen

COVERED, PARTLY, MISSING, OPEN, NOT_ASKED = "covered", "partly", "missing", "open", "not-asked"


@frozen
class DrillStep:
    """What happens when, and the question that whoever plays must answer."""

    duty: str
    at: Text
    happens: Text
    ask: Text


@frozen
class Drill:
    """A scenario."""

    id: str
    title: Text
    story: Text
    step: tuple[DrillStep, ...]


@frozen
class Cover:
    """How the client's rules cover one duty: the questions behind it, and those that fail."""

    duty: Duty
    state: str
    questions: tuple[str, ...]
    failing: tuple[str, ...]


@frozen
class Walk:
    """A step of a drill with its duty, and how the rules cover it (None without a client)."""

    step: DrillStep
    duty: Duty
    cover: Cover | None


@frozen
class Evidence:
    """What a drill adds to a question's evidence: a key of texts/incidents.py and its values."""

    question: str
    key: str
    values: Mapping[str, str]


def coverage(duties: Duties, pack: Pack, client: Client) -> tuple[Cover, ...]:
    """How the written rules of a client cover each duty: the nine of 2005, then those added since."""
    written = [p for p in points(pack, client) if p.question.duty and p.question.side == "written"]
    known = sorted((d for d in duties.duty if d.asked), key=lambda d: d.asked)
    return tuple(_cover(d, [p for p in written if p.question.duty == d.asked]) for d in known)


def uncovered(covers: tuple[Cover, ...]) -> tuple[Cover, ...]:
    """The duties that the rules do not cover, or of which nobody knows whether they do.

    One added since 2005 that is not asked of this client (My Number, where none is held) is not
    missing.
    """
    return tuple(
        c for c in covers if c.state != COVERED and (c.duty.number or c.state != NOT_ASKED)
    )


def walk(drill: Drill, duties: Duties, covers: tuple[Cover, ...] = ()) -> tuple[Walk, ...]:
    """The steps of a drill, each with its duty and how the rules cover it."""
    by_duty = {c.duty.id: c for c in covers}
    return tuple(Walk(s, duties.one(s.duty), by_duty.get(s.duty)) for s in drill.step)


def evidence(
    drill: Drill,
    duties: Duties,
    pack: Pack,
    client: Client,
    results: Mapping[str, bool],
    on: date,
    lang: str,
) -> tuple[Evidence, ...]:
    """What a drill held on a day gives as evidence for the questions of the duties played.

    `results` tells by duty id whether the people at the table could answer.
    """
    known = {d.asked: d for d in duties.duty if d.asked}
    out = []
    for question in asked(pack, client.profile):
        duty = known.get(question.duty)
        if duty is None or duty.id not in results:
            continue
        key = "drill_evidence_good" if results[duty.id] else "drill_evidence_bad"
        values = {"on": on.isoformat(), "drill": drill.title.of(lang), "duty": duty.title.of(lang)}
        out.append(Evidence(question.id, key, values))
    return tuple(out)


def _cover(duty: Duty, mine: list[Point]) -> Cover:
    counted = [p for p in mine if p.counts]
    failing = tuple(p.question.id for p in counted if not p.held)
    if not counted:
        state = NOT_ASKED
    elif not failing:
        state = COVERED
    elif not any(p.short for p in counted):
        state = OPEN
    else:
        state = PARTLY if any(p.kind.low > 0 for p in counted) else MISSING
    return Cover(duty, state, tuple(p.question.id for p in mine), failing)
