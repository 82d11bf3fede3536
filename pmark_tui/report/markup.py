"""Text as Markdown that shows exactly that text, and tables that read well without a viewer."""

from __future__ import annotations

import re

from pmark_tui.domain.text import cell_width
from pmark_tui.report.blocks import Table
from pmark_tui.report.plain import one_line

_ANYWHERE = re.compile(
    r"[\\`*<\[|~$]"  # code, emphasis, HTML, links, table cells, strike-through, formulas
    r"|&(?=#?\w+;)"  # an entity
    r"|(?<![^\W_])_|_(?![^\W_])"  # an underscore that is not inside a word
)
_LINE_START = re.compile(r"[#>=+-]|:(?=-)")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def escape(text: str) -> str:
    """`text` as Markdown that shows it; line breaks stay, leading spaces become unbreakable ones."""
    return "\n".join(_line(line) for line in text.split("\n"))


def inline(text: str) -> str:
    """`text` in one line as Markdown that shows it behind something else in that line."""
    return _ANYWHERE.sub(r"\\\g<0>", one_line(text))


def _line(line: str) -> str:
    body = line.lstrip(" \t")
    shown = _ANYWHERE.sub(r"\\\g<0>", body)
    if _LINE_START.match(body):
        shown = f"\\{shown}"
    elif _NUMBERED.match(body):
        shown = _NUMBERED.sub(r"\1\\\2", shown, count=1)
    lead = line[: len(line) - len(body)].replace("\t", "    ")
    return "\u00a0" * len(lead) + shown


def indented(text: str, cells: int) -> str:
    """A text of several lines for a list whose content begins at `cells`: breaks stay breaks."""
    paragraphs: list[list[str]] = [[]]
    for line in text.strip("\n").split("\n"):
        if line.strip():
            paragraphs[-1].append(escape(line).rstrip())
        elif paragraphs[-1]:
            paragraphs.append([])
    joint, gap = "  \n" + " " * cells, "\n\n" + " " * cells
    return gap.join(joint.join(lines) for lines in paragraphs if lines)


def table(block: Table) -> str:
    """A table whose columns line up in a terminal."""
    heads = [inline(column.title) for column in block.columns]
    rows = [
        [
            _cell(value, column.fixed, block.total and number == len(block.rows))
            for value, column in zip(row, block.columns, strict=True)
        ]
        for number, row in enumerate(block.rows, 1)
    ]
    rights = [column.align == "right" for column in block.columns]
    widths = [
        max(3, *(cell_width(row[i]) for row in (heads, *rows))) for i in range(len(block.columns))
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
