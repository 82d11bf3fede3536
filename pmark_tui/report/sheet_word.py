"""The blank interview sheet as a Word document, in the looks of the report."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import Any

from docx import Document

from pmark_tui.report import zipped
from pmark_tui.report.sheet import Group, Item, Sheet
from pmark_tui.report.word_styles import add_styles, set_page
from pmark_tui.texts import text
from pmark_tui.texts.visits import VISITS

OPEN_BOX, NO_BOX = "□", "[-]"
LINE = "＿" * 36
_MADE = datetime(1980, 1, 1)  # noqa: DTZ001 - a blank sheet is the same file whenever it is made


def docx(sheet: Sheet, lang: str) -> bytes:
    """The document: A4, one heading a person, a question never broken over two pages."""
    document = Document()
    add_styles(document, False)
    set_page(document)
    colon = text(VISITS, "colon", lang)
    document.add_paragraph(sheet.title, "Title")
    document.add_paragraph(sheet.about, "pmark Lead")
    for label in sheet.blanks:
        document.add_paragraph(f"{label}{colon}{LINE}", "pmark Fact")
    for note in sheet.notes:
        document.add_paragraph(note, "pmark Note")
    for group in sheet.groups:
        _group(document, group, sheet.note_label + colon)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = sheet.title[:255], "pmark", ""
    properties.last_modified_by, properties.revision = "pmark", 1
    properties.created = properties.modified = _MADE
    saved = BytesIO()
    document.save(saved)
    return zipped.pack(zipped.unpack(saved.getvalue()))


def _group(document: Any, group: Group, note: str) -> None:
    document.add_paragraph(group.title, "Heading 1")
    for item in group.items:
        _item(document, item, note)


def _item(document: Any, item: Item, note: str) -> None:
    head = document.add_paragraph(style="pmark Entry")
    head.add_run(f"{item.number} ", "pmark Number")
    head.add_run(f"({item.id}) {item.text}")
    boxes = (f"{OPEN_BOX if b.allowed else NO_BOX} {b.letter} {b.label}" for b in item.boxes)
    answers = document.add_paragraph("\u3000".join(boxes), "pmark Beside")
    answers.paragraph_format.keep_with_next = True
    document.add_paragraph(f"{note}{LINE}", "pmark Beside")
