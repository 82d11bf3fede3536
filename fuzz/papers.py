"""What a report is made by and read back from: templates, workbooks, documents, reports."""

from __future__ import annotations

import os
from functools import lru_cache

from fuzz.command import FILE, ROOT, command, pick, put, read
from fuzz.files import client_seeds


def template_seeds() -> list[bytes]:
    """The shipped templates, one of the smallest kind and the one of the documents."""
    client_seeds()
    shipped = os.path.join(ROOT, "pmark_tui", "report", "templates")
    names = sorted(name for name in os.listdir(shipped) if name.endswith(".j2"))
    held = [read("pmark_tui", "report", "templates", name) for name in names]
    own = [b"# {{ view.title }}\n\n{% for s in sections %}\n{{ s | section }}\n{% endfor %}\n"]
    return held + own + [read("docs", "templates", "my-summary.md.j2")]


def run_template(data: bytes) -> None:
    """A template of a report."""
    put("t.md.j2", data)
    words = pick(data, (("r.md",), ("r.md", "--kind", "summary"), ("r.html",)))
    command("report", "seed.pmark.toml", "--template", "t.md.j2", "--force", "-o", *words)


@lru_cache(maxsize=1)
def _trimmed_workbook() -> bytes:
    """The exported workbook with the one sheet that is read back."""
    from openpyxl import load_workbook

    client_seeds()
    command("report", "seed.pmark.toml", "-o", "w.xlsx", "--force")
    book = load_workbook("w.xlsx")
    plan = next(page for page in book if any(c.value == "question" for c in page[1]))
    for page in list(book):
        if page is not plan:
            del book[page.title]
    plan.delete_rows(9, plan.max_row)
    row = {cell.value: cell.column for cell in plan[1]}
    plan.cell(3, row["due"]).value = "2027-01-31"
    plan.cell(3, row["note"]).value = "x"
    plan.cell(4, row["owner"]).value = 5
    book.save("w.xlsx")
    with open("w.xlsx", "rb") as stream:
        return stream.read()


def workbook_seeds() -> list[bytes]:
    """A workbook as pmark exports it."""
    return [_trimmed_workbook()]


def run_workbook(data: bytes) -> None:
    """A workbook that is read back into a client file."""
    with open("seed.pmark.toml", "rb") as stream:
        put(FILE, stream.read())
    put("w.xlsx", data)
    command("import", "w.xlsx", "--into", FILE, "--yes")


def document_seeds() -> list[bytes]:
    """A Word document with what a template has."""
    from docx import Document

    client_seeds()
    document = Document()
    document.add_heading("表紙", 0)
    document.add_table(1, 1)
    document.sections[0].header.paragraphs[0].text = "x"
    document.save("d.docx")
    with open("d.docx", "rb") as stream:
        return [stream.read()]


def run_document(data: bytes) -> None:
    """A Word document as a template."""
    put("d.docx", data)
    words = ("report", "seed.pmark.toml", "--kind", "summary", "--template", "d.docx")
    command(*words, "-o", "r.docx", "--force")


def verify_seeds() -> list[bytes]:
    """Reports of each format that can be verified."""
    client_seeds()
    seeds = []
    for name in ("v.md", "v.html", "v.csv", "v.json", "v.docx"):
        command("report", "seed.pmark.toml", "-o", name, "--force", "--kind", "summary")
        with open(name, "rb") as stream:
            data = stream.read()
        seeds.append(data if name.endswith(".docx") else data[:3000] + data[-3000:])
    return seeds


def run_verify(data: bytes) -> None:
    """A report that is verified."""
    put("v", data)
    command("report", "seed.pmark.toml", "--verify", "v")
