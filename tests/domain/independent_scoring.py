"""Scores computed a second time from docs/scoring.md alone, on plain TOML, in exact fractions.

Nothing of pmark is imported here. Section numbers are those of the document.
"""

import tomllib
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

Table = dict[str, Any]
LINE = Fraction(1, 10**9)


@cache
def exact(number: float) -> Fraction:
    """A decimal number exactly as it is written in the file."""
    return Fraction(str(number))


@cache
def read_pack(folder: Path) -> Table:
    pack: Table = tomllib.loads((folder / "pack.toml").read_text(encoding="utf-8"))
    pack |= tomllib.loads((folder / "clauses.toml").read_text(encoding="utf-8"))
    pack["question"] = []
    for file in sorted((folder / "questions").glob("*.toml")):
        pack["question"] += tomllib.loads(file.read_text(encoding="utf-8"))["question"]
    pack["answers"] = {answer["id"]: answer for answer in pack["answer"]}
    (pack["blank"],) = (a for a in pack["answer"] if a.get("unanswered"))
    return pack


class Point:
    """Section 2: a question with what its answer counts as."""

    def __init__(self, pack: Table, client: Table, question: Table) -> None:
        given = client.get("answers", {}).get(question["id"], {})
        kind = pack["answers"].get(given.get("value", ""))
        stands = question.get("may_be_na") and given.get("reason", "").strip()
        if kind and not kind.get("counts", True) and not stands:
            kind = None
        self.question = question
        self.weight = question.get("weight", 2)
        self.answered = kind is not None
        kind = kind or pack["blank"]
        self.counts = kind.get("counts", True)
        self.low = exact(kind["low"])
        self.high = exact(kind["high"])
        self.open = self.counts and self.high > self.low
        self.short = self.counts and self.high < 1
        self.held = self.counts and self.low >= 1
        self.certainty = given.get("certainty", "")


_latest: list[tuple[Table, Table, list[Point]]] = []


def interview(pack: Table, client: Table) -> list[Point]:
    """Section 1: what is asked, in the order of the interview; the latest client's is remembered."""
    for known_pack, known, points in _latest:
        if known_pack is pack and known is client:
            return points
    profile = client["profile"]
    flags = set(profile.get("flags", ()))
    kind = profile.get("kind", "new")
    questions = [
        q
        for q in pack["question"]
        if (not q.get("kinds") or kind in q["kinds"])
        and (not q.get("when") or flags & set(q["when"]))
        and set(q.get("when_all", ())) <= flags
        and not flags & set(q.get("unless", ()))
    ]
    ordered = [q for person in pack["person"] for q in questions if q["ask"] == person["id"]]
    points = [Point(pack, client, q) for q in ordered]
    _latest[:] = [(pack, client, points)]
    return points


def group(points: list[Point]) -> Table:
    """Section 3, and the progress of section 7."""
    counted = [p for p in points if p.counts]
    weight = sum(p.weight for p in counted)
    low, high = Fraction(0), Fraction(1)
    if weight:
        low = sum((p.weight * p.low for p in counted), Fraction()) / weight
        high = sum((p.weight * p.high for p in counted), Fraction()) / weight
    return {
        "low": low,
        "high": high,
        "weight": weight,
        "answered": sum(p.answered for p in points),
        "asked": len(points),
        "excluded": len(points) - len(counted),
    }


def gate(pack: Table, p: Point) -> str:
    need = exact(pack["answers"][p.question.get("gate_needs", "yes")]["low"])
    if not p.counts or p.low >= need:
        return "passed"
    return "shut" if p.high < need else "open"


def steps(pack: Table, client: Table) -> dict[str, Table]:
    """Section 4, without findings."""
    points = interview(pack, client)
    found = {}
    for step in pack["step"]:
        mine = [p for p in points if step["id"] in p.question["steps"]]
        result = group(mine)
        blockers = [
            f"profile.{g['field']}"
            for g in pack.get("profile_gate", ())
            if g["step"] == step["id"] and client["profile"][g["field"]] < g["at_least"]
        ]
        gates = [p for p in mine if step["id"] in p.question.get("gates", ())]
        blockers += [p.question["id"] for p in gates if gate(pack, p) == "shut"]
        unknown = [p.question["id"] for p in gates if gate(pack, p) == "open"]
        near = result["low"] >= exact(step["ready_from"]) - LINE
        status = "blocked" if blockers else "ready" if near and not unknown else "open"
        found[step["id"]] = result | {
            "blockers": blockers,
            "open_gates": unknown,
            "status": status,
            "sides": [group([p for p in mine if p.question["side"] == s]) for s in SIDES],
            "certainty": certainty(mine),
        }
    return found


SIDES = ("written", "practised")
CERTAINTIES = ("", "said", "document", "record", "seen")


def certainty(points: list[Point]) -> dict[str, int]:
    """Section 7."""
    known = [p.certainty for p in points if p.answered and not p.open]
    return {one: known.count(one) for one in CERTAINTIES}


def half_up(number: Fraction) -> int:
    return int((number * 2 + 1) // 2)


def apportion(shares: list[Fraction], total: int) -> list[int]:
    """The method of the largest remainder: one tenth more for each of the largest, the first of equals."""
    parts = [int(share) for share in shares]
    left = [share - part for share, part in zip(shares, parts, strict=True)]
    by_size = sorted(
        range(len(left)), key=lambda i: left[i], reverse=True
    )  # equals keep their order
    for index in by_size[: max(total - sum(parts), 0)]:
        parts[index] += 1
    return parts


def shares(pack: Table, client: Table, step: str) -> dict[str, tuple[int, int, int]]:
    """Section 5: low, high and weight of each clause in tenths of a per cent."""
    points = [p for p in interview(pack, client) if step in p.question["steps"] and p.counts]
    whole = group(points)
    if not whole["weight"]:
        return {}
    of: dict[str, list[Point]] = {}
    for p in points:
        of.setdefault(p.question["clause"], []).append(p)
    clauses = [c["id"] for c in pack["clause"] if c["id"] in of]
    columns: list[list[Fraction]] = [[], [], []]
    for clause in clauses:
        mine = of[clause]
        for column, value in zip(
            columns,
            (
                sum((p.weight * p.low for p in mine), Fraction()),
                sum((p.weight * (p.high - p.low) for p in mine), Fraction()),
                sum((p.weight * (1 - p.high) for p in mine), Fraction()),
            ),
            strict=True,
        ):
            column.append(value * 1000 / whole["weight"])
    low, high = half_up(whole["low"] * 1000), half_up(whole["high"] * 1000)
    earned = apportion(columns[0], low)
    still = apportion(columns[1], high - low)
    lost = apportion(columns[2], 1000 - high)
    return {
        clause: (e, e + o, e + o + gone)
        for clause, e, o, gone in zip(clauses, earned, still, lost, strict=True)
    }


def clause_statuses(pack: Table, client: Table) -> dict[str, str]:
    """Section 6."""
    points = interview(pack, client)
    found = {}
    for clause in pack["clause"]:
        mine = [p for p in points if p.question["clause"] == clause["id"] and p.counts]
        if not mine:
            found[clause["id"]] = "out"
        elif any(p.high == 0 for p in mine):
            found[clause["id"]] = "unfit"
        elif any(p.open for p in mine):
            found[clause["id"]] = "check"
        elif any(p.short for p in mine):
            found[clause["id"]] = "partial"
        else:
            found[clause["id"]] = "fit"
    return found


def gaps(pack: Table, client: Table, incidents: dict[str, float]) -> list[str]:
    """Section 8: the questions in their rank."""
    number = {step["id"]: i for i, step in enumerate(pack["step"])}
    last = len(number)
    places = {question["id"]: place for place, question in enumerate(pack["question"])}
    ranked = []
    for p in interview(pack, client):
        question = p.question
        if p.short:
            blocks = question.get("gates", []) if gate(pack, p) == "shut" else []
            where = question["clause"]
            if question.get("facet"):
                where += "/" + question["facet"]
            ranked.append(
                (
                    min([number[s] for s in blocks] or [last]),
                    min(number[s] for s in question["steps"]),
                    -incidents.get(where, 0.0),
                    -p.weight * (1 - p.low),
                    question["hours"],
                    places[question["id"]],
                    question["id"],
                )
            )
    return [row[-1] for row in sorted(ranked)]
