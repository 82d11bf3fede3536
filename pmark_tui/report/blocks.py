"""What a written report consists of, whatever the format: sections of a few kinds of blocks."""

from __future__ import annotations

from pmark_tui.domain.values import frozen
from pmark_tui.report.model import Fact


@frozen
class Para:
    """A paragraph; `role` is plain, lead (the conclusion) or note (small print)."""

    text: str
    role: str = "plain"
    kind: str = "para"


@frozen
class Heading:
    """A heading inside a section: level 3 under the section's own, or 4."""

    text: str
    level: int = 3
    kind: str = "heading"


@frozen
class Bullets:
    """A list of short texts."""

    items: tuple[str, ...]
    ordered: bool = False
    kind: str = "bullets"


@frozen
class Facts:
    """Labels with their values, one a line; a fact without a label is a line of its own."""

    items: tuple[Fact, ...]
    kind: str = "facts"


@frozen
class Column:
    """A column of a table: its heading, `left` or `right`, and its share of the width."""

    title: str
    align: str = "left"
    width: int = 1
    fixed: bool = False


FEW = 14
"""Rows that a table may have and still be kept on one page in print: a quarter of an A4 page."""


@frozen
class Table:
    """A table of short values; the last row is a total where `total` is set.

    `drawn` are the figures of the table before it drawn in characters, for where no picture is.
    """

    id: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: bool = False
    drawn: bool = False
    kind: str = "table"


@frozen
class Entry:
    """One thing with a name and all that is said of it; texts may be long and have several lines.

    `number` is what it is called, `title` what it is, `badge` how it stands, `steps` things to do one
    after the other, `facts` what stands beside it.
    """

    number: str
    title: str
    badge: str = ""
    steps: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    kind: str = "entry"


@frozen
class Diagram:
    """A diagram in the words of `language` for Markdown viewers that draw it; elsewhere a picture is."""

    language: str
    text: str
    kind: str = "diagram"


Block = Para | Heading | Bullets | Facts | Table | Entry | Diagram


@frozen
class Section:
    """A part of the report with a heading; `new_page` where it begins on its own page in print."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    new_page: bool = False


SHORT = 60
"""Values up to so many characters may share a line."""


def in_one_line(facts: tuple[Fact, ...], colon: str, slash: str) -> tuple[Fact, ...]:
    """Facts with short neighbours joined into one without a label of its own."""
    out: list[Fact] = []
    run: list[str] = []
    for fact in facts:
        if len(fact.value) <= SHORT and "\n" not in fact.value:
            run.append(f"{fact.label}{colon}{fact.value}")
            continue
        if run:
            out.append(Fact("", "", slash.join(run)))
            run = []
        out.append(fact)
    if run:
        out.append(Fact("", "", slash.join(run)))
    return tuple(out)


def given(*facts: tuple[str, str, str]) -> tuple[Fact, ...]:
    """Those of the facts (id, label, value) that have a value."""
    return tuple(Fact(*fact) for fact in facts if fact[2])
