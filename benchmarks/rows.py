"""One row of the table: what was measured, against what, and whether the aim is met."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from statistics import median


@dataclass
class Row:
    """A figure by rounds beside its yardstick's of the same rounds.

    `ours` and `theirs` are in `unit`; the ratio is taken round by round. `aim` is the most that the
    ratio may be, or the most that `ours` may be where `absolute`; 0 where there is no aim.
    """

    group: str
    name: str
    against: str
    ours: list[float]
    theirs: list[float] = field(default_factory=list)
    aim: float = 0.0
    absolute: bool = False
    unit: str = "ms"
    note: str = ""

    @property
    def ratios(self) -> list[float]:
        """Ours over theirs, round by round."""
        return [a / b for a, b in zip(self.ours, self.theirs, strict=False) if b]

    @property
    def verdict(self) -> str:
        """Whether the aim is met by the median."""
        if not self.aim or not self.ours:
            return ""
        found = median(self.ours) if self.absolute or not self.ratios else median(self.ratios)
        return "met" if found <= self.aim else "NOT met"


def percentile(values: list[float], share: float) -> float:
    """The value that a share of them does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    heads = ("group", "what", "p50", "p95", "against", "its p50", "ratio p50", "p95", "aim", "")
    lines = [heads, tuple("---" for _ in heads)]
    lines += [_cells(row) for row in rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _cells(row: Row) -> tuple[str, ...]:
    if not row.ours:
        return (row.group, row.name, "-", "-", row.against, "-", "-", "-", "-", row.note)
    unit = row.unit
    ratios = row.ratios
    aim = "" if not row.aim else f"{row.aim:g} {unit}" if row.absolute else f"{row.aim:g}"
    return (
        row.group,
        row.name,
        f"{median(row.ours):.1f} {unit}",
        f"{percentile(row.ours, 0.95):.1f} {unit}",
        row.against,
        f"{median(row.theirs):.1f} {unit}" if row.theirs else "",
        f"{median(ratios):.2f}" if ratios else "",
        f"{percentile(ratios, 0.95):.2f}" if ratios else "",
        aim,
        "; ".join(part for part in (row.verdict, row.note) if part),
    )
