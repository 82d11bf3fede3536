"""Whether a report belongs to a client file: the hash that it names against that of the file."""

from __future__ import annotations

from io import StringIO
from typing import Literal

from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack
from pmark_tui.errors import BadInput
from pmark_tui.report import zipped
from pmark_tui.report.identity import content_hash
from pmark_tui.report.inputs import own_words
from pmark_tui.report.redact import redact
from pmark_tui.texts import LANGUAGES
from pmark_tui.texts.report import REPORT
from pmark_tui.texts.report_plan import REPORT_PLAN

Verdict = Literal["yes", "redacted", "no", "none"]

_HASH = "sha256:"
_DIGITS = 64
_PAGE = "<!DOCTYPE html>"
_META = '<meta name="pmark-input" content="'
_IDENTIFIER = "<dc:identifier"


def verify(report: bytes, pack: Pack, client: Client) -> tuple[Verdict, str, str]:
    """Whether the report was made from this client, the hash that it names, and that of the client."""
    found, held = named_hash(report), content_hash(client)
    if not found:
        return "none", found, held
    if found == held:
        return "yes", found, held
    own = own_words(client)
    if found in (content_hash(redact(pack, client, lang, own)) for lang in LANGUAGES):
        return "redacted", found, held
    return "no", found, held


def named_hash(report: bytes) -> str:
    """The hash that a report of any format, or a bundle, names; "" where there is none.

    It is looked for where only the program writes: in the properties, in the head, at the end. What
    somebody typed into a note is not taken for it.
    """
    if report.startswith(b"PK"):
        return _in_archive(report)
    text = report.decode("utf-8-sig", "replace")
    if text.startswith(_PAGE):
        return _digits(text.partition(_META)[2])
    if text.startswith('"'):
        return _in_table(text)
    return _digits(text.rpartition(_HASH)[2], bare=True) if _HASH in text else ""


def _in_archive(report: bytes) -> str:
    try:
        parts = zipped.checked(report, "", office=False)
    except BadInput:
        return ""
    if core := parts.get("docProps/core.xml"):
        _, _, rest = core.decode("utf-8", "replace").partition(_IDENTIFIER)
        return _digits(rest.partition(">")[2])
    texts = (named_hash(data) for name, data in parts.items() if name.endswith(".md"))
    return next((found for found in texts if found), "")


def _in_table(text: str) -> str:
    """The hash of a CSV report: in the row of its own part and item."""
    from csv import Error, reader

    parts, items = REPORT["head_provenance"], REPORT_PLAN["p_input"]
    try:
        for row in reader(StringIO(text, newline="")):
            if row and row[0] in parts and any(cell in items for cell in row):
                return next((found for cell in row if (found := _digits(cell))), "")
    except Error:
        return ""
    return ""


def _digits(text: str, bare: bool = False) -> str:
    """The hexadecimal digits of a hash that the text begins with."""
    body = text if bare else text.removeprefix(_HASH)
    if not bare and body == text:
        return ""
    digits = body[:_DIGITS]
    return digits if len(digits) == _DIGITS and set(digits) <= set("0123456789abcdef") else ""
