"""The Markdown report.

What `templates/report.md.j2` says is written here directly, because importing Jinja would take as long
as all the rest (docs/performance.md); a test holds the two together. Templates of the user's own go
through `report.template`.
"""

from __future__ import annotations

from pmark_tui.report import markup
from pmark_tui.report.layout import sections
from pmark_tui.report.model import ReportView
from pmark_tui.report.plain import one_line
from pmark_tui.report.words import Words


def markdown(view: ReportView, template: str = "") -> str:
    """The report as Markdown.

    Args:
        view: the content.
        template: path of the user's own template; "" for the shipped layout.

    Raises:
        FileTrouble, BadInput: the template cannot be used.
    """
    if template:
        from pmark_tui.report.template import render

        return render(view, template)
    words = Words(view.lang)
    parts = [f"# {markup.inline(view.title)}", head(view, words)]
    parts += [markup.section(part, words) for part in sections(view)]
    return "\n\n".join(parts) + "\n"


def head(view: ReportView, words: Words) -> str:
    """Whom the report is about, its day and what was asked."""
    colon = words("colon")
    facts = [
        (words("f_name"), words("client_line", client=view.client)),
        (words("p_on"), view.on),
        (words("p_pack"), view.subject),
    ]
    lines = [f"- {label}{colon}{markup.escape(one_line(value))}" for label, value in facts]
    return "\n".join((*lines, f"- {words('confidential')}"))
