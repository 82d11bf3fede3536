"""From the causes of real leaks to one client: which clauses bear on a cause, how they stand there.

Which clause bears on which cause is pmark's own judgement and is labelled so wherever it is shown
(`questionnaires/privacymark/incident_causes.toml`). Use it to order work, never to judge
conformity.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from pmark_tui.domain.client import Client
from pmark_tui.domain.notes import Certainty
from pmark_tui.domain.pack import Pack, Question, Text
from pmark_tui.domain.points import Point, points
from pmark_tui.domain.values import frozen


@frozen
class Cause:
    """A cause: its share of incidents (per cent), and the prevention credited to clauses.

    `clauses` add up to 1, or are empty. `facets` split a clause that is too broad, each adding up
    to 1. `imputed`: the share was not printed.
    """

    id: str
    title: Text
    percent: float
    clauses: Mapping[str, float] = {}
    facets: Mapping[str, Mapping[str, float]] = {}
    imputed: bool = False


@frozen
class CauseProfile:
    """The causes of one survey; `survey` is its id among the figures."""

    id: str
    title: Text
    survey: str
    basis: Text
    cause: tuple[Cause, ...]


@frozen
class Causes:
    """All profiles, the one taken by default, and what must be said beside them."""

    checked_on: date
    default: str
    certainty: Certainty
    label: Text
    caution: Text
    every_cause: tuple[str, ...]
    every_cause_why: Text
    profile: tuple[CauseProfile, ...]


@frozen
class Bearing:
    """A clause, or a facet of it, that bears on a cause; `share` 0..1 of the cause's prevention."""

    clause: str
    facet: str
    share: float


@frozen
class Standing:
    """How a client stands against one cause: its questions by what their answers are worth.

    `open` ones are unanswered or unknown; what is answered as not applicable is in no count.
    `missing` are the ids answered no or in part, those that bear most first.
    """

    cause: Cause
    bearings: tuple[Bearing, ...]
    yes: int
    partial: int
    no: int
    open: int
    missing: tuple[str, ...]

    @property
    def asked(self) -> int:
        """How many questions of this client bear on the cause and are not excluded."""
        return self.yes + self.partial + self.no + self.open


def bearings(cause: Cause) -> tuple[Bearing, ...]:
    """The clauses of a cause, broad ones split into facets, those that bear most first."""
    rows = []
    for clause, share in cause.clauses.items():
        split = cause.facets.get(clause)
        if split is None:
            rows.append(Bearing(clause, "", share))
        else:
            rows += [Bearing(clause, facet, share * part) for facet, part in split.items() if part]
    return tuple(sorted(rows, key=lambda b: -b.share))


def clause_shares(profile: CauseProfile) -> dict[str, float]:
    """Share of the profile's incidents credited to each clause, 0..1, by clause or `clause/facet`.

    A clause that splits stands there whole and by facet.
    """
    shares: dict[str, float] = {}
    for cause in profile.cause:
        for clause, share in cause.clauses.items():
            _add(shares, clause, cause.percent * share / 100)
            for facet, part in cause.facets.get(clause, {}).items():
                _add(shares, f"{clause}/{facet}", cause.percent * share * part / 100)
    return shares


def standing(profile: CauseProfile, pack: Pack, client: Client) -> tuple[Standing, ...]:
    """How the client stands against each cause of the profile, in the profile's order."""
    counted = tuple(p for p in points(pack, client) if p.counts)
    return tuple(_standing(cause, counted) for cause in profile.cause)


def _standing(cause: Cause, counted: tuple[Point, ...]) -> Standing:
    rows = bearings(cause)
    by_clause: dict[str, list[Bearing]] = {}
    for row in rows:
        by_clause.setdefault(row.clause, []).append(row)
    shares = {
        p.question.id: _share(by_clause.get(p.question.clause, ()), p.question) for p in counted
    }
    mine = [p for p in counted if shares[p.question.id]]
    short = [p for p in mine if p.short and not p.open]
    no = sum(p.kind.high <= 0 for p in short)
    return Standing(
        cause=cause,
        bearings=rows,
        yes=sum(p.held for p in mine),
        partial=len(short) - no,
        no=no,
        open=sum(p.open for p in mine),
        missing=tuple(sorted((p.question.id for p in short), key=lambda q: -shares[q])),
    )


def _share(rows: Iterable[Bearing], question: Question) -> float:
    """How much of the cause's prevention the question's facet of its clause is credited, 0..1."""
    return sum(b.share for b in rows if b.facet in ("", question.facet))


def _add(shares: dict[str, float], key: str, amount: float) -> None:
    shares[key] = shares.get(key, 0.0) + amount
