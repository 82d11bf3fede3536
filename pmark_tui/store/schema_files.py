"""The JSON Schemas of all files that people write or keep, as published under docs/schema/."""

from __future__ import annotations

from typing import Any

from pmark_tui.domain.client import Client
from pmark_tui.domain.incident_record import IncidentRecord
from pmark_tui.store import client_file, incident_file
from pmark_tui.store.schema import PACK_FILES, json_schema

_KEPT: dict[str, tuple[type[Any], str, str]] = {
    "client": (Client, client_file.FORMAT, client_file.SCHEMA),
    "incident": (IncidentRecord, incident_file.FORMAT, incident_file.SCHEMA),
}
"""Files that pmark writes: their class, what their `format` says, and the name of their schema."""

KINDS = (*_KEPT, *PACK_FILES)


def file_name(kind: str) -> str:
    """What the schema of a kind of file is called."""
    if kind in _KEPT:
        return _KEPT[kind][2]
    return "pmark-pack.schema.json" if kind == "pack" else f"pmark-pack-{kind}.schema.json"


def schema_of(kind: str) -> dict[str, Any]:
    """The JSON Schema of one of `KINDS`; its `$id` is a name, not an address."""
    held, form = _KEPT[kind][:2] if kind in _KEPT else (PACK_FILES[kind], "")
    schema = json_schema(held)
    schema["$id"] = f"urn:pmark:{file_name(kind).removesuffix('.schema.json')}"
    if form:
        schema["properties"] = {"format": {"const": form}} | schema["properties"]
        schema["required"] = list(dict.fromkeys(("format", *schema.get("required", ()))))
    return schema
