"""The Markdown report, by a Jinja template: the shipped one or the user's own.

Whatever a template prints is escaped as Markdown, so that no text of a client file can become markup
or template code; templates run in Jinja's sandbox. The only module that imports jinja2.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from pmark_tui.errors import BadInput, FileTrouble
from pmark_tui.report import markup
from pmark_tui.report.blocks import Table
from pmark_tui.report.layout import sections
from pmark_tui.report.model import ReportView
from pmark_tui.report.words import Words

SHIPPED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates")
DEFAULT = "report.md.j2"


def markdown(view: ReportView, template: str = "") -> str:
    """The report as Markdown.

    Args:
        view: the content.
        template: path of the user's own template; "" for the shipped one.

    Raises:
        FileTrouble: the template cannot be read.
        BadInput: it is no template, or fails on this report.
    """
    name = os.path.basename(template) or DEFAULT
    environment = _environment(os.path.dirname(os.path.abspath(template)) if template else "")
    try:
        made = environment.get_template(name).render(_seen(view))
    except TemplateNotFound as error:
        raise FileTrouble("file_unreadable", file=template or name, why=f"no {error.name}") from None
    except TemplateSyntaxError as error:
        where = f"{template or name}:{error.lineno}"
        raise BadInput("template_failed", file=where, why=error.message) from None
    except (OSError, UnicodeDecodeError) as error:
        raise FileTrouble("file_unreadable", file=template, why=error) from None
    except (TemplateError, ArithmeticError, LookupError, MemoryError, RecursionError, TypeError, ValueError) as error:
        raise BadInput("template_failed", file=template or name, why=error) from None
    return made.rstrip("\n") + "\n"


def _seen(view: ReportView) -> Mapping[str, Any]:
    """What a template sees (docs/templates.md)."""
    return {"view": view, "sections": sections(view), "words": Words(view.lang)}


def _environment(folder: str) -> ImmutableSandboxedEnvironment:
    shipped = FileSystemLoader(SHIPPED)
    loader: BaseLoader = shipped
    if folder:
        loader = ChoiceLoader([FileSystemLoader(folder), PrefixLoader({"pmark": shipped})])
    environment = ImmutableSandboxedEnvironment(
        loader=loader,
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters |= {"table": _table, "indented": _indented, "line": _line}
    return environment


def _shown(value: Any) -> Any:
    """What an expression prints: Markdown that shows the value."""
    return value if hasattr(value, "__html__") else Markup(markup.escape(str(value)))


def _table(block: Table) -> Markup:
    return Markup(markup.table(block))


def _indented(text: str, cells: int = 0) -> Markup:
    return Markup(markup.indented(text, cells))


def _line(text: str) -> Markup:
    return Markup(markup.inline(text))
