"""Everything for hand-over in one archive, in the order in which to read it."""

from __future__ import annotations

from datetime import date

from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack
from pmark_tui.report import zipped
from pmark_tui.report.output import make
from pmark_tui.report.view import KINDS
from pmark_tui.report.writers import write_as

FULL, SUMMARY = KINDS[0], KINDS[1]
CONTENT = (
    ("00_summary.docx", SUMMARY, "docx"),
    ("01_report.docx", FULL, "docx"),
    ("02_action_plan.xlsx", FULL, "xlsx"),
    ("03_report.html", FULL, "html"),
    ("04_report.md", FULL, "md"),
)
CLIENT = "05_client.pmark.toml"
"""Names in ASCII, because not every unpacker reads others right."""


def bundle(
    pack: Pack, client: Client, source: bytes, lang: str, on: date, redacted: bool = False
) -> bytes:
    """The archive: summary, full report, action plan, the same for browsers and editors, client file.

    Args:
        pack: the pack that the client answers.
        client: the client.
        source: the client file as it stands; left out of a redacted bundle, because it holds all names.
        lang: ja or en.
        on: the day of the report.
        redacted: whether to replace names, notes and addresses.

    Raises:
        FileTrouble, BadInput: shipped data cannot be used.
    """
    views = {kind: make(pack, client, kind, lang, on, redacted) for kind in (FULL, SUMMARY)}
    parts = {name: write_as(views[kind], form) for name, kind, form in CONTENT}
    if not redacted:
        parts[CLIENT] = source
    return zipped.pack(parts)
