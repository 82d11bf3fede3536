"""Text as Markdown that shows exactly that text, and blocks that read well without a viewer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pmark_tui.domain.text import cell_width
from pmark_tui.report.blocks import (
    Block,
    Bullets,
    Diagram,
    Entry,
    Facts,
    Heading,
    Para,
    Section,
    Table,
)
from pmark_tui.report.model import Fact
from pmark_tui.report.plain import one_line
from pmark_tui.report.words import Words

_MARK = re.compile(r"[\\`*<\[|~$_&]")
_ANYWHERE = {ord(c): f"\\{c}" for c in "\\`*<[|~$"}
"""Code, emphasis, HTML, links, table cells, strike-through, formulas."""


def escape(text: str) -> str:
    """`text` as Markdown that shows it; line breaks stay, leading spaces become unbreakable ones."""
    return "\n".join(map(_line, text.split("\n")))


def inline(text: str) -> str:
    """`text` in one line as Markdown that shows it behind something else in that line."""
    return _marks(one_line(text))


def _marks(line: str) -> str:
    if not _MARK.search(line):
        return line
    shown = line.translate(_ANYWHERE)
    if "_" in shown:
        shown = "".join(_underscores(shown))
    return shown.replace("&", "\\&") if "&" in shown and ";" in shown else shown


def _underscores(line: str) -> Iterator[str]:
    """The line with a backslash before each underscore that is not inside a word."""
    last = len(line) - 1
    for place, character in enumerate(line):
        if character == "_" and not (
            0 < place < last and line[place - 1].isalnum() and line[place + 1].isalnum()
        ):
            yield "\\"
        yield character


def _line(line: str) -> str:
    body = line.lstrip(" \t")
    if not body:
        return ""
    shown, first = _marks(body), body[0]
    if first in "#>=+-" or body.startswith(":-"):
        shown = f"\\{shown}"
    elif first.isdigit():
        digits = len(body) - len(body.lstrip("0123456789"))
        if body[digits : digits + 1] in (".", ")"):
            shown = f"{body[:digits]}\\{shown[digits:]}"
    lead = line[: len(line) - len(body)].replace("\t", "    ")
    return "\u00a0" * len(lead) + shown


def indented(text: str, cells: int = 0) -> str:
    """A text of several lines in a list whose content begins at `cells`: breaks stay breaks."""
    if "\n" not in text:
        return _line(text)
    paragraphs: list[list[str]] = [[]]
    for line in text.strip("\n").split("\n"):
        if line.strip():
            paragraphs[-1].append(_line(line).rstrip())
        elif paragraphs[-1]:
            paragraphs.append([])
    joint, gap = "  \n" + " " * cells, "\n\n" + " " * cells
    return gap.join(joint.join(lines) for lines in paragraphs if lines)


def section(part: Section, words: Words) -> str:
    """A section with its heading."""
    bodies = (block(b, words) for b in part.blocks)
    return "\n\n".join((f"## {inline(part.title)}", *bodies))


def block(b: Block, words: Words) -> str:
    """One block, without a line end behind it."""
    match b:
        case Para():
            return indented(b.text)
        case Heading():
            return f"{'#' * b.level} {inline(b.text)}"
        case Bullets():
            return "\n".join(f"- {indented(item, 2)}" for item in b.items)
        case Facts():
            return "\n".join(f"- {_fact(f, 2, words)}" for f in b.items)
        case Table():
            return table(b)
        case Entry():
            return "\n".join(_entry(b, words))
        case Diagram():
            return f"```{b.language}\n{b.text.rstrip()}\n```"


def _entry(b: Entry, words: Words) -> Iterator[str]:
    badge = _marks(words("bracketed", text=one_line(b.badge))) if b.badge else ""
    yield f"- **{inline(b.number)}** {inline(b.title)}{badge}"
    for number, step in enumerate(b.steps, 1):
        yield f"  {number}. {indented(step, 5)}"
    for fact in b.facts:
        yield f"  - {_fact(fact, 4, words)}"


def _fact(fact: Fact, cells: int, words: Words) -> str:
    """A label and its text, whose first line does not begin a line."""
    if not fact.label:
        return indented(fact.value, cells)
    text = indented(fact.value, cells) if "\n" in fact.value else _marks(fact.value)
    return f"{_marks(fact.label)}{words('colon')}{text}"


def table(b: Table) -> str:
    """A table whose columns line up in a terminal."""
    heads = [inline(column.title) for column in b.columns]
    rows = [
        [
            _cell(value, column.fixed, b.total and number == len(b.rows))
            for value, column in zip(row, b.columns, strict=True)
        ]
        for number, row in enumerate(b.rows, 1)
    ]
    rights = [column.align == "right" for column in b.columns]
    widths = [
        max(3, *(cell_width(row[i]) for row in (heads, *rows))) for i in range(len(b.columns))
    ]
    rule = [f"{'-' * (w - 1)}:" if r else "-" * w for w, r in zip(widths, rights, strict=True)]
    lines = []
    for cells in (heads, rule, *rows):
        padded = (_pad(*cell) for cell in zip(cells, widths, rights, strict=True))
        lines.append(f"| {' | '.join(padded)} |")
    return "\n".join(lines)


def _cell(value: str, fixed: bool, total: bool) -> str:
    if fixed:
        return f"`{value}`"
    shown = inline(value)
    return f"**{shown}**" if total and shown else shown


def _pad(text: str, cells: int, right: bool) -> str:
    space = " " * max(0, cells - cell_width(text))
    return space + text if right else text + space
