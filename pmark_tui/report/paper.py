"""A paper of its own, beside the report: a title, its day, sections of blocks; in Markdown, HTML or Word."""

from __future__ import annotations

from pmark_tui.domain.values import frozen
from pmark_tui.report.blocks import Section
from pmark_tui.report.words import Words

FORMATS = ("md", "html", "docx")


@frozen
class Paper:
    """What a paper consists of; `on` is its day (ISO)."""

    title: str
    on: str
    lang: str
    sections: tuple[Section, ...]


def write_as(paper: Paper, form: str) -> bytes:
    """The paper in one of `FORMATS`."""
    if form == "docx":
        from pmark_tui.report.word import docx_paper

        return docx_paper(paper)
    if form == "html":
        from pmark_tui.report.html import html_paper

        return html_paper(paper).encode()
    return markdown(paper).encode()


def markdown(paper: Paper) -> str:
    """The paper as Markdown."""
    from pmark_tui.report import markup

    words = Words(paper.lang)
    day = f"- {words('p_on')}{words('colon')}{paper.on}"
    parts = [f"# {markup.inline(paper.title)}", f"{day}\n- {words('confidential')}"]
    parts += [markup.section(part, words) for part in paper.sections]
    return "\n\n".join(parts) + "\n"
