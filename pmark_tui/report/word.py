"""The report as a Word document: A4, named styles that a template may restyle, heads repeated.

The body is written as text and parsed once, which is many times quicker than building it piece by
piece; python-docx looks after the package, the styles, header and footer.
"""

from __future__ import annotations

import re
from datetime import datetime
from io import BytesIO
from itertools import zip_longest
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from pmark_tui.errors import BadInput
from pmark_tui.report import zipped
from pmark_tui.report.blocks import (
    FEW,
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
from pmark_tui.report.layout import sections
from pmark_tui.report.model import Fact, ReportView
from pmark_tui.report.paper import Paper
from pmark_tui.report.word_styles import TEXT_WIDTH, add_styles, set_page
from pmark_tui.report.words import Words
from pmark_tui.store import reading

MOST_TEMPLATE = 16_000_000
"""Most bytes of a Word template."""

SEALS = ("approved", "checked", "prepared")
"""The places for a seal, from left to right."""


_SEAL_WIDTH, _SEAL_HEIGHT = 1150, 1000

_FIRST = 3
"""Rows of a long table that stay with its head: fewer look lost at the foot of a page."""


def docx(view: ReportView, template: str = "") -> bytes:
    """The document.

    Args:
        view: the content.
        template: path of a .docx of the user's own, whose styles, page and header are kept and whose
            pages come first; "" for the shipped look.

    Raises:
        FileTrouble, BadInput: the template cannot be read, or is no Word document.
    """
    if not template:
        return _made(view, _empty(), styled=False)
    data, _ = reading.read_bytes(template, MOST_TEMPLATE)
    parts = zipped.checked(data, template)
    try:
        return _made(view, Document(BytesIO(zipped.pack(parts))), styled=True)
    except Exception as error:  # python-docx says in many ways that a document is damaged
        why = f"no Word document: {type(error).__name__}"
        raise BadInput("template_failed", file=template, why=why) from None


def _empty() -> Any:
    """A document with nothing in it."""
    document = Document()
    document.element.body.clear_content()
    relations = document.part.package.rels
    for key in [k for k, r in relations.items() if r.reltype.endswith("/thumbnail")]:
        del relations[key]  # a picture of python-docx's own template
    return document


def _made(view: ReportView, document: Any, styled: bool) -> bytes:
    """The report behind what a document holds already; `styled` says that it has styles of its own."""
    words = Words(view.lang)
    add_styles(document, styled)
    if not styled:
        set_page(document)
    _around(document, view, words)
    _body(document, view, words)
    properties = document.core_properties
    at = datetime.fromisoformat(view.on)
    properties.title, properties.author = f"{view.title} {view.client}"[:255], "pmark"
    properties.subject, properties.comments = view.subject[:255], ""
    properties.identifier = view.provenance.input_hash
    properties.last_modified_by, properties.revision = "pmark", 1
    properties.created = properties.modified = at
    saved = BytesIO()
    document.save(saved)
    return zipped.pack(zipped.unpack(saved.getvalue()))


def docx_paper(paper: Paper) -> bytes:
    """A paper of its own as a document in the looks of the report."""
    words = Words(paper.lang)
    document = _empty()
    add_styles(document, False)
    set_page(document)
    _replace(document.sections[0].header, _paragraph("Header", _run(words("confidential"))))
    parts = [_paragraph("Title", _run(paper.title))]
    parts.append(_paragraph("pmark Fact", _run(f"{words('p_on')}{words('colon')}{paper.on}")))
    for section in paper.sections:
        parts += _section(section, words)
    _append(document, parts)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = paper.title[:255], "pmark", ""
    properties.last_modified_by, properties.revision = "pmark", 1
    properties.created = properties.modified = datetime.fromisoformat(paper.on)
    saved = BytesIO()
    document.save(saved)
    return zipped.pack(zipped.unpack(saved.getvalue()))


def _around(document: Any, view: ReportView, words: Words) -> None:
    """Header and footer, where the template has none of its own."""
    page = document.sections[0]
    header, footer = page.header, page.footer
    if not any(p.text.strip() or p._p.xpath(".//w:drawing") for p in header.paragraphs):
        line = _run(words("confidential")) + "<w:r><w:tab/></w:r>" + _run(view.client)
        _replace(header, _paragraph("Header", line))
    if not any(p.text.strip() for p in footer.paragraphs):
        before, after = words("page_of", page="\0", pages="\0").split("\0")[0::2]
        middle = words("page_of", page="\0", pages="\0").split("\0")[1]
        number = "".join(
            (_run(before), _field("PAGE"), _run(middle), _field("NUMPAGES"), _run(after))
        )
        line = _run(view.title) + "<w:r><w:tab/></w:r>" + number
        _replace(footer, _paragraph("Footer", line))


def _replace(part: Any, xml: str) -> None:
    part.is_linked_to_previous = False
    element = part._element
    for child in list(element):
        element.remove(child)
    element.append(_parsed(xml))


def _body(document: Any, view: ReportView, words: Words) -> None:
    has_cover = any(p.text.strip() for p in document.paragraphs) or bool(document.tables)
    parts = [_paragraph("pmark Gap", "", "<w:pageBreakBefore/>")] if has_cover else []
    parts += [_seals(words), _paragraph("Title", _run(view.title))]
    parts.append(_paragraph("Subtitle", _run(words("client_line", client=view.client))))
    parts.append(_paragraph("pmark Fact", _run(f"{words('p_on')}{words('colon')}{view.on}")))
    parts.append(_paragraph("pmark Fact", _run(f"{words('p_pack')}{words('colon')}{view.subject}")))
    for section in sections(view):
        parts += _section(section, words)
    _append(document, parts)


def _append(document: Any, parts: list[str]) -> None:
    """Put paragraphs and tables at the end of the document's body."""
    body = document.element.body
    last = body.find(qn("w:sectPr"))
    for element in list(_parsed(f"<w:body {nsdecls('w')}>{''.join(parts)}</w:body>")):
        if last is None:
            body.append(element)
        else:
            last.addprevious(element)


def _parsed(xml: str) -> Any:
    return parse_xml(xml)


def _section(section: Section, words: Words) -> list[str]:
    before = "<w:pageBreakBefore/>" if section.new_page else ""
    parts = [_paragraph("Heading 1", _run(section.title), before)]
    headed = True
    for block, following in zip_longest(section.blocks, section.blocks[1:]):
        opens = headed and isinstance(block, Para) and following
        explained = isinstance(following, Para) and following.role == "note"
        parts += _block(block, words, _KEPT if opens or explained else "")
        headed = isinstance(block, Heading)
    return parts


_KEPT = "<w:keepNext/>"
"""On the page of what follows: a heading with a single line below it is as lost as one without."""

_WHOLE = "<w:keepLines/>"
"""Not broken over two pages."""

_LONG = 200
"""Letters of a text that may be broken: kept whole, it would leave a gap at the foot of the page before."""


def _block(block: Block, words: Words, kept: str = "") -> list[str]:
    match block:
        case Para():
            styles = {"lead": "pmark Lead", "note": "pmark Note"}
            return [_paragraph(styles.get(block.role, "Normal"), _run(block.text), kept)]
        case Heading():
            return [_paragraph(f"Heading {block.level - 1}", _run(block.text))]
        case Bullets():
            last = len(block.items) - 1
            edges = {0, last - 1} - {last}  # no item is alone on a page
            return [
                _paragraph("pmark Bullet", _run(f"・\t{item}"), _KEPT if place in edges else "")
                for place, item in enumerate(block.items)
            ]
        case Facts():
            last = len(block.items) - 1
            few = _KEPT if len(block.items) <= FEW else ""
            return [
                _paragraph("pmark Fact", _fact(fact, words), few if place < last else kept)
                for place, fact in enumerate(block.items)
            ]
        case Table():
            return [_table(block, kept), _paragraph("pmark Gap", "", kept)]
        case Entry():
            return _entry(block, words)
        case Diagram():
            return []


def _entry(entry: Entry, words: Words) -> list[str]:
    badge = words("bracketed", text=entry.badge) if entry.badge else ""
    head = _run(f"{entry.number} ", "pmark Number") + _run(f"{entry.title}{badge}")
    alone = not (entry.steps or entry.facts)
    lines = [("pmark Item" if alone else "pmark Entry", head, len(entry.title))]
    lines += [
        ("pmark Step", _run(f"{number}.\t{step}"), len(step))
        for number, step in enumerate(entry.steps, 1)
    ]
    lines += [("pmark Beside", _fact(fact, words), len(fact.value)) for fact in entry.facts]
    return [
        _paragraph(
            style, runs, (_KEPT if place < len(lines) else "") + (_WHOLE if size <= _LONG else "")
        )
        for place, (style, runs, size) in enumerate(lines, 1)
    ]


def _fact(fact: Fact, words: Words) -> str:
    label = _run(f"{fact.label}{words('colon')}", "pmark Label") if fact.label else ""
    parts = enumerate(_DIGEST.split(fact.value))
    return label + "".join(
        _run(part, "pmark Digest" if place % 2 else "") for place, part in parts if part
    )


_DIGEST = re.compile(r"((?:\bsha256:)?\b[0-9a-f]{64}\b)", re.ASCII)
"""A hash is compared and copied: it stands in letters of one width, small enough for one line."""


def _table(table: Table, kept: str = "") -> str:
    """A table over the whole width, its head repeated on each page, no row broken, few rows together.

    `kept` is what makes the last row stay with what follows.
    """
    whole = sum(column.width for column in table.columns)
    widths = [TEXT_WIDTH * column.width // whole for column in table.columns]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    heads = [
        (column.title, "pmark Head Right" if column.align == "right" else "pmark Head")
        for column in table.columns
    ]
    rows = [_row(heads, widths, True, _KEPT)]
    for number, row in enumerate(table.rows, 1):
        total = table.total and number == len(table.rows)
        cells = []
        for value, column in zip(row, table.columns, strict=True):
            style = "pmark Bar" if column.fixed else "pmark Total" if total else "pmark Cell"
            cells.append((value, f"{style} Right" if column.align == "right" else style))
        together = len(table.rows) if len(table.rows) <= FEW else _FIRST
        last = number == len(table.rows)
        rows.append(_row(cells, widths, kept=kept if last else _KEPT if number < together else ""))
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{_id("pmark Table")}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _row(
    cells: list[tuple[str, str]], widths: list[int], head: bool = False, kept: str = ""
) -> str:
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{_paragraph(style, _run(text), kept)}</w:tc>"
        for (text, style), width in zip(cells, widths, strict=True)
    )
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{made}</w:tr>"


def _seals(words: Words) -> str:
    """Empty boxes for date and seal, beside the title at the right edge."""
    heads = _row([(words(key), "pmark Head") for key in SEALS], [_SEAL_WIDTH] * len(SEALS))
    empty = f'<w:trPr><w:trHeight w:val="{_SEAL_HEIGHT}" w:hRule="exact"/></w:trPr>'
    boxes = _row([("", "pmark Cell")] * len(SEALS), [_SEAL_WIDTH] * len(SEALS))
    boxes = boxes.replace("<w:trPr><w:cantSplit/></w:trPr>", empty)
    dates = _row([(words("date"), "pmark Cell")] * len(SEALS), [_SEAL_WIDTH] * len(SEALS))
    grid = f'<w:gridCol w:w="{_SEAL_WIDTH}"/>' * len(SEALS)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{_id("pmark Table")}"/>'
        '<w:tblpPr w:leftFromText="200" w:vertAnchor="text" w:horzAnchor="margin" '
        'w:tblpXSpec="right" w:tblpY="1"/>'
        f'<w:tblW w:w="{_SEAL_WIDTH * len(SEALS)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{heads}{boxes}{dates}</w:tbl>'
    )


def _paragraph(style: str, runs: str, more: str = "") -> str:
    return f'<w:p {_NS}><w:pPr><w:pStyle w:val="{_id(style)}"/>{more}</w:pPr>{runs}</w:p>'


_NS = nsdecls("w")


def _id(style: str) -> str:
    """The id that python-docx gives a style of this name."""
    return style.replace(" ", "")


def _run(text: str, style: str = "") -> str:
    """Text with its line breaks and tabs, nothing of it markup."""
    looks = f'<w:rPr><w:rStyle w:val="{_id(style)}"/></w:rPr>' if style else ""
    lines = []
    for line in text.split("\n"):
        parts = (f'<w:t xml:space="preserve">{escape(part)}</w:t>' for part in line.split("\t"))
        lines.append("<w:tab/>".join(parts))
    return f"<w:r>{looks}{'<w:br/>'.join(lines)}</w:r>"


def _field(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
