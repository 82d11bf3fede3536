"""The report's sections on the screen: the same content that every writer prints."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from pmark_tui.domain.text import cell_width, pad
from pmark_tui.report.blocks import Bullets, Entry, Facts, Heading, Para, Section, Table

GAP = "  "


def section_lines(section: Section, width: int, colon: str) -> list[Content]:
    """A section as lines for a page of `width` cells."""
    lines: list[Content] = []
    for number, block in enumerate(section.blocks):
        if number:
            lines.append(Content(""))
        match block:
            case Para():
                style = "bold" if block.role == "lead" else ""
                lines.append(Content.styled(block.text, style))
            case Heading():
                lines.append(Content.styled(block.text, "bold $text-primary"))
            case Bullets():
                lines += [Content(f"- {item}") for item in block.items]
            case Facts():
                lines += [Content(_labelled(f.label, f.value, colon)) for f in block.items]
            case Table():
                lines += _table(block, width, colon)
            case Entry():
                lines += _entry(block, colon)
    return lines


def _labelled(label: str, value: str, colon: str) -> str:
    return f"{label}{colon}{value}" if label else value


def _entry(entry: Entry, colon: str) -> Iterator[Content]:
    badge = f" [{entry.badge}]" if entry.badge else ""
    yield Content.assemble((f"{entry.number} ", "bold"), entry.title, (badge, "bold"))
    for number, step in enumerate(entry.steps, 1):
        yield Content(f"  {number}. {step}")
    for fact in entry.facts:
        yield Content(f"  {_labelled(fact.label, fact.value, colon)}")


def _table(table: Table, width: int, colon: str) -> Iterator[Content]:
    """Columns side by side where they fit; else each row as labelled lines."""
    heads = [column.title for column in table.columns]
    cells: list[tuple[str, ...]] = [tuple(heads), *table.rows]
    widths = [max(cell_width(row[i]) for row in cells) for i in range(len(heads))]
    if sum(widths) + len(GAP) * (len(widths) - 1) > width:
        for row in table.rows:
            yield Content.styled(row[0], "bold")
            for head, value in zip(heads[1:], row[1:], strict=True):
                if value:
                    yield Content(f"  {_labelled(head, value, colon)}")
        return
    for number, row in enumerate(cells):
        last = table.total and number == len(cells) - 1
        parts = [
            _aligned(value, w, column.align == "right")
            for value, w, column in zip(row, widths, table.columns, strict=True)
        ]
        style = "bold $text-primary" if number == 0 else "bold" if last else ""
        yield Content.styled(GAP.join(parts).rstrip(), style)


def _aligned(value: str, cells: int, right: bool) -> str:
    return " " * (cells - cell_width(value)) + value if right else pad(value, cells)
