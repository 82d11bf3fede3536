"""Reports by a Jinja template of the user's own. The only module that imports jinja2.

Whatever a template prints is escaped as Markdown, so that no text of a client file can become markup
or template code; templates run in Jinja's sandbox.
"""

from __future__ import annotations

import os
from typing import Any

from jinja2 import (
    ChoiceLoader,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
)
from markupsafe import Markup

from pmark_tui.errors import BadInput, FileTrouble
from pmark_tui.report import markup
from pmark_tui.report.blocks import Block, Section, Table
from pmark_tui.report.layout import sections
from pmark_tui.report.model import ReportView
from pmark_tui.report.plain import one_line
from pmark_tui.report.template_limits import LimitedEnvironment, check_size, clock
from pmark_tui.report.words import Words
from pmark_tui.store.reading import read_bytes

MOST_BYTES = 1_000_000
"""Most bytes of a template."""

SHIPPED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "templates")


def render(view: ReportView, template: str) -> str:
    """The report by a template; it always ends in one newline.

    Raises:
        FileTrouble: the template cannot be read.
        BadInput: it is no template, or fails on this report.
    """
    folder, name = os.path.split(os.path.abspath(template))
    words = Words(view.lang)
    parts = sections(view)
    seen = {"view": view, "sections": parts, "section": {p.id: p for p in parts}, "words": words}
    read_bytes(template, MOST_BYTES)
    try:
        with clock():
            made = _environment(folder, words).get_template(name).render(seen)
    except TemplateNotFound as error:
        why = f"{error.name}: not found"
        raise FileTrouble("file_unreadable", file=template, why=why) from None
    except TemplateSyntaxError as error:
        where = f"{template}:{error.lineno}"
        raise BadInput("template_failed", file=where, why=error.message) from None
    except (OSError, UnicodeDecodeError) as error:
        raise FileTrouble("file_unreadable", file=template, why=error) from None
    except Exception as error:  # whatever a template runs into is its author's to mend
        why = str(error)[:300] or type(error).__name__
        raise BadInput("template_failed", file=template, why=why) from None
    return made.rstrip("\n") + "\n"


def _environment(folder: str, words: Words) -> LimitedEnvironment:
    own, shipped = FileSystemLoader(folder), FileSystemLoader(SHIPPED)
    environment = LimitedEnvironment(
        loader=ChoiceLoader([own, PrefixLoader({"pmark": shipped})]),
        autoescape=True,
        finalize=_shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )

    def block(value: Block) -> Markup:
        return _done(markup.block(value, words))

    def section(value: Section) -> Markup:
        return _done(markup.section(value, words))

    environment.filters |= {
        "block": block,
        "section": section,
        "line": _line,
        "indented": _indented,
        "table": _table,
    }
    return environment


def _shown(value: Any) -> Any:
    """What an expression prints: Markdown that shows the value."""
    if hasattr(value, "__html__"):
        return value
    check_size(value)
    return _done(markup.escape(str(value)))


def _done(markdown: str) -> Markup:
    """Markdown that is not to be escaped again."""
    return Markup(markdown)  # noqa: S704 - it comes from `report.markup`, which escapes everything


def _line(text: str) -> Markup:
    return _done(markup.escape(one_line(text)))


def _indented(text: str, cells: int = 0) -> Markup:
    return _done(markup.indented(text, cells))


def _table(block: Table) -> Markup:
    return _done(markup.table(block))
