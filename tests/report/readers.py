"""Second readers: the text of a report of each format, as another program sees it."""

import csv
import json
from collections.abc import Iterator
from datetime import date, datetime
from functools import lru_cache
from html.parser import HTMLParser
from io import BytesIO, StringIO
from typing import Any

from docx import Document
from docx.document import Document as Word
from markdown_it import MarkdownIt
from openpyxl import Workbook, load_workbook

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


@lru_cache(maxsize=8)
def opened_word(data: bytes) -> Word:
    """A document, kept open for the next test: only to be looked at."""
    return Document(BytesIO(data))


@lru_cache(maxsize=8)
def opened_excel(data: bytes) -> Workbook:
    """A workbook, kept open for the next test: only to be looked at."""
    return load_workbook(BytesIO(data))


def text_of(form: str, data: bytes) -> str:
    """Everything that a reader of this format sees, in order."""
    return {
        "md": _markdown,
        "html": _html,
        "docx": _word,
        "xlsx": _excel,
        "csv": _csv,
        "json": _json,
    }[form](data)


def flat(text: str) -> str:
    """A text without any white space: where lines break is the format's own affair."""
    return "".join(text.split())


def _markdown(data: bytes) -> str:
    parts = []
    for token in READER.parse(data.decode("utf-8")):
        for child in token.children or ():
            parts.append("\n" if child.type.endswith("break") else child.content)
        parts.append("\n" if token.type != "fence" else token.content)
    return "".join(parts)


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def tags_of(data: bytes) -> list[tuple[str, dict[str, str | None]]]:
    """The tags of a page with their attributes."""
    page = _Texts()
    page.feed(data.decode("utf-8"))
    return page.tags


def _html(data: bytes) -> str:
    page = _Texts()
    page.feed(data.decode("utf-8"))
    return "".join(page.parts)


def _word(data: bytes) -> str:
    document = Document(BytesIO(data))
    parts = []
    for element in document.element.body.iter():
        tag = element.tag.rpartition("}")[2]
        if tag == "t":
            parts.append(element.text or "")
        elif tag in ("br", "p", "tab"):
            parts.append("\n")
    header = document.sections[0].header.paragraphs
    return "".join(parts) + "".join(p.text for p in header)


def _excel(data: bytes) -> str:
    book = load_workbook(BytesIO(data))
    return "\n".join(_shown(value) for page in book for row in page.values for value in row)


def _shown(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


def _csv(data: bytes) -> str:
    rows = csv.reader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
    return "\n".join(cell.removeprefix("'") for row in rows for cell in row)


def _json(data: bytes) -> str:
    return "\n".join(_strings(json.loads(data)))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = value.values()
    if isinstance(value, str | int | float):
        yield str(value)
    elif value is not None:
        for item in value:
            yield from _strings(item)
