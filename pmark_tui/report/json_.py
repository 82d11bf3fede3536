"""The report as one JSON object, for other programs: the names of `report.model`, nothing left out."""

from __future__ import annotations

from typing import Any

from pmark_tui.domain.values import field_names, is_value
from pmark_tui.report.model import ReportView


def json(view: ReportView) -> str:
    """The object, with the schema it follows."""
    from json import dumps

    made = {"schema": "pmark.report/1", **_plain(view)}
    made["provenance"]["input_hash"] = view.provenance.input_hash
    return dumps(made, ensure_ascii=False, indent=1) + "\n"


def _plain(value: Any) -> Any:
    if is_value(value):
        return {name: _plain(getattr(value, name)) for name in field_names(value)}
    return [_plain(item) for item in value] if isinstance(value, tuple) else value
