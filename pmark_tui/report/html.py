"""The report as one HTML file: no script, nothing loaded, readable offline, prints on A4.

The shipped layout is written from the blocks. A template of the user's own is Markdown, which a
library turns into HTML with raw markup switched off.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from html import escape

from pmark_tui import __version__
from pmark_tui.report.blocks import (
    FEW,
    Block,
    Bullets,
    Column,
    Diagram,
    Entry,
    Facts,
    Heading,
    Para,
    Section,
    Table,
)
from pmark_tui.report.charts import picture
from pmark_tui.report.layout import sections
from pmark_tui.report.model import Fact, ReportView
from pmark_tui.report.paper import Paper
from pmark_tui.report.plain import one_line
from pmark_tui.report.words import Words

_STYLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates", "report.css")


def html(view: ReportView, template: str = "") -> str:
    """The page.

    Args:
        view: the content.
        template: path of the user's own Markdown template; "" for the shipped layout.

    Raises:
        FileTrouble, BadInput: the template cannot be used.
    """
    words = Words(view.lang)
    body = _from_markdown(view, template) if template else "".join(_body(view, words))
    made = view.provenance
    named = f'<meta name="pmark-input" content="{escape(made.input_hash)}">\n'
    title, around = f"{view.title} {view.client}", _around(view, words)
    return _page(view.lang, title, body, made.pmark, view.kind, named, around)


def html_paper(paper: Paper) -> str:
    """A paper of its own as a page in the looks of the report."""
    words = Words(paper.lang)
    head = (
        f'<header>\n<p class="confidential">{escape(words("confidential"))}</p>\n'
        f"<h1>{escape(paper.title)}</h1>\n"
        f"<p>{escape(words('p_on'))}{words('colon')}{escape(paper.on)}</p>\n</header>\n<main>\n"
    )
    body = "".join(line for part in paper.sections for line in _section(part, None, words))
    return _page(paper.lang, paper.title, f"{head}{body}</main>", __version__, "paper")


def _page(
    lang: str, title: str, body: str, version: str, kind: str, named: str = "", around: str = ""
) -> str:
    with open(_STYLE, encoding="utf-8") as stream:
        style = stream.read()
    return (
        f'<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" '
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="robots" content="noindex">\n'
        f'<meta name="generator" content="pmark {escape(version)}">\n{named}'
        f"<title>{escape(title)}</title>\n"
        f"<style>\n{style}{around}</style>\n</head>\n"
        f'<body class="{kind}">\n{body}\n</body>\n</html>\n'
    )


def _around(view: ReportView, words: Words) -> str:
    """What stands at the top of every printed page, as on the pages of the Word report."""
    left, right = _quoted(words("confidential")), _quoted(view.client)
    return f"@page {{ @top-left {{ content: {left}; }} @top-right {{ content: {right}; }} }}\n"


def _quoted(text: str) -> str:
    """A text as a string of a style sheet: whatever is no letter or digit stands as its number."""
    shown = one_line(text)[:_AROUND]
    return '"' + "".join(c if c.isalnum() else f"\\{ord(c):06x}" for c in shown) + '"'


_AROUND = 60
"""Characters of the client's name that fit beside the mark at the top of a page."""


def _from_markdown(view: ReportView, template: str) -> str:
    from markdown_it import MarkdownIt

    from pmark_tui.report.markdown import markdown

    reader = MarkdownIt("commonmark", {"html": False}).enable("table")
    return f"<main>\n{reader.render(markdown(view, template))}</main>"


def _body(view: ReportView, words: Words) -> Iterator[str]:
    parts = sections(view)
    yield f'<header>\n<p class="confidential">{escape(words("confidential"))}</p>\n'
    yield f"<h1>{escape(view.title)}</h1>\n"
    yield f'<p class="client">{escape(words("client_line", client=view.client))}</p>\n'
    colon = words("colon")
    yield f"<p>{escape(words('p_on'))}{colon}{escape(view.on)}<br>"
    yield f"{escape(words('p_pack'))}{colon}{escape(view.subject)}</p>\n</header>\n"
    yield f'<nav aria-label="{escape(words("contents"))}">\n<h2>{escape(words("contents"))}</h2>\n<ol>\n'
    yield from (f'<li><a href="#{p.id}">{escape(p.title)}</a></li>\n' for p in parts)
    yield "</ol>\n</nav>\n<main>\n"
    for part in parts:
        yield from _section(part, view, words)
    yield "</main>"


def _section(part: Section, view: ReportView | None, words: Words) -> Iterator[str]:
    looks = ' class="new-page"' if part.new_page else ""
    yield f'<section id="{part.id}"{looks}>\n<h2>{escape(part.title)}</h2>\n'
    for block in part.blocks:
        if isinstance(block, Table) and block.drawn:
            continue
        if view and isinstance(block, Table) and (drawn := picture(block.id, view)):
            yield f'<figure class="picture">{drawn}</figure>\n'
        yield _block(block, words)
    yield "</section>\n"


def _block(block: Block, words: Words) -> str:
    match block:
        case Para():
            return f'<p class="{block.role}">{_lines(block.text)}</p>\n'
        case Heading():
            return f"<h{block.level}>{escape(block.text)}</h{block.level}>\n"
        case Bullets():
            return f"<ul>\n{''.join(f'<li>{_lines(item)}</li>{chr(10)}' for item in block.items)}</ul>\n"
        case Facts():
            looks = "facts few" if len(block.items) <= FEW else "facts"
            return f'<ul class="{looks}">\n{_facts(block.items, words)}</ul>\n'
        case Table():
            return _table(block)
        case Entry():
            return _entry(block, words)
        case Diagram():
            return ""


def _entry(entry: Entry, words: Words) -> str:
    badge = words("bracketed", text=entry.badge) if entry.badge else ""
    parts = [
        f'<div class="item">\n<p class="entry"><strong>{escape(entry.number)}</strong> '
        f'{escape(entry.title)}<span class="badge">{escape(badge)}</span></p>\n'
    ]
    if entry.steps:
        parts.append(
            f"<ol>\n{''.join(f'<li>{_lines(s)}</li>{chr(10)}' for s in entry.steps)}</ol>\n"
        )
    if entry.facts:
        parts.append(f'<ul class="facts">\n{_facts(entry.facts, words)}</ul>\n')
    return f"{''.join(parts)}</div>\n"


def _facts(facts: tuple[Fact, ...], words: Words) -> str:
    colon = words("colon")
    return "".join(
        f'<li><span class="label">{escape(f.label)}{colon}</span>{_lines(f.value)}</li>\n'
        if f.label
        else f"<li>{_lines(f.value)}</li>\n"
        for f in facts
    )


def _table(table: Table) -> str:
    heads = "".join(
        f'<th scope="col"{_right(column.align)}>{escape(column.title)}</th>'
        for column in table.columns
    )
    rows = []
    for number, row in enumerate(table.rows, 1):
        looks = ' class="total"' if table.total and number == len(table.rows) else ""
        cells = "".join(
            f"<td{_looks(value, column)}>{_cell(value, column.fixed)}</td>"
            for value, column in zip(row, table.columns, strict=True)
        )
        rows.append(f"<tr{looks}>{cells}</tr>\n")
    few = ' class="few"' if len(table.rows) <= FEW else ""
    return (
        f'<div class="wide"><table{few}>\n<thead><tr>{heads}</tr></thead>\n'
        f"<tbody>\n{''.join(rows)}</tbody>\n</table></div>\n"
    )


def _right(align: str) -> str:
    return ' class="right"' if align == "right" else ""


def _looks(value: str, column: Column) -> str:
    """Right where the column is; short values without a break: dates, figures, ids."""
    short = len(value) <= _UNBROKEN and value.isascii()
    names = [name for name, on in (("right", column.align == "right"), ("short", short)) if on]
    return f' class="{" ".join(names)}"' if names else ""


_UNBROKEN = 16


def _cell(value: str, fixed: bool) -> str:
    return f"<code>{escape(value)}</code>" if fixed else _lines(value)


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>\n")
