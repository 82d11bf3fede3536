"""One report, many formats: each writer takes the view and gives bytes; only the chosen one is imported."""

from __future__ import annotations

from pmark_tui.errors import BadInput
from pmark_tui.report.model import ReportView

FORMATS = ("md", "html", "docx", "xlsx", "csv", "json")
TEMPLATES = ("md", "html", "docx")
"""The formats that take a template of the user's own."""


def write_as(view: ReportView, form: str, template: str = "") -> bytes:
    """The report in one format.

    Args:
        view: the content.
        form: one of `FORMATS`.
        template: path of the user's own template; "" for the shipped one.

    Raises:
        FileTrouble, BadInput: the template cannot be used, or the format takes none.
    """
    if template and form not in TEMPLATES:
        raise BadInput("template_not_taken", form=form, allowed=", ".join(TEMPLATES))
    match form:
        case "md":
            from pmark_tui.report.markdown import markdown

            return markdown(view, template).encode("utf-8")
        case "html":
            from pmark_tui.report.html import html

            return html(view, template).encode("utf-8")
        case "docx":
            from pmark_tui.report.word import docx

            return docx(view, template)
        case "xlsx":
            from pmark_tui.report.excel import xlsx

            return xlsx(view)
        case "csv":
            from pmark_tui.report.csv_ import csv

            return csv(view).encode("utf-8-sig")
        case "json":
            from pmark_tui.report.json_ import json

            return json(view).encode("utf-8")
    raise BadInput("option_bad", key="--format", found=form, allowed=", ".join(FORMATS))
