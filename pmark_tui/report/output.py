"""Reports for whoever wants one: made in a format, and written beside the client file."""

from __future__ import annotations

from datetime import date

from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack
from pmark_tui.report.inputs import gather, own_words
from pmark_tui.report.model import ReportView
from pmark_tui.report.view import KINDS, build
from pmark_tui.report.writers import FORMATS, write_as
from pmark_tui.store.client_file import SUFFIX
from pmark_tui.store.output_file import write

__all__ = ["FORMATS", "KINDS", "make", "path_beside", "render", "write"]


def render(
    pack: Pack,
    client: Client,
    form: str,
    kind: str,
    lang: str,
    on: date,
    template: str = "",
    redacted: bool = False,
) -> bytes:
    """The report of a client in one format.

    Args:
        pack: the pack that the client answers.
        client: the client as it is.
        form: one of `FORMATS`.
        kind: one of `KINDS`.
        lang: ja or en.
        on: the day of the report.
        template: path of the user's own template; "" for the shipped layout.
        redacted: whether to replace names, notes and addresses.

    Raises:
        FileTrouble, BadInput: shipped data or the template cannot be used.
    """
    return write_as(make(pack, client, kind, lang, on, redacted), form, template)


def make(
    pack: Pack, client: Client, kind: str, lang: str, on: date, redacted: bool = False
) -> ReportView:
    """The content of the report of a client (see `render`).

    Raises:
        FileTrouble, BadInput: shipped data cannot be used.
    """
    if redacted:
        from pmark_tui.report.redact import redact

        client = redact(pack, client, lang, own_words(client))
    return build(pack, client, lang, kind, on, gather(client, kind), redacted)


def path_beside(client_path: str, kind: str, form: str) -> str:
    """Beside the client file: `NAME.report.md`, or the kind in place of `report`."""
    name = "report" if kind == "full" else kind
    return f"{client_path.removesuffix(SUFFIX)}.{name}.{form}"
