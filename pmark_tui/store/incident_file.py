"""The file of one incident, `NAME.incident.toml`: read with care, written whole or not at all.

It is apart from the client file: that one goes to others, the record of an incident often may not.
Keys that this version does not know are kept as they were.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import tomli

from pmark_tui.domain.incident_record import Done, IncidentRecord
from pmark_tui.domain.values import field_defaults, field_names, frozen
from pmark_tui.errors import BadInput, FileTrouble
from pmark_tui.store import output_file, reading

SUFFIX = ".incident.toml"
FORMAT = "pmark-incident/1"
MAX_BYTES = 4_000_000
"""A file over this size is refused before it is parsed."""

SCHEMA = "pmark-incident-1.schema.json"
"""The file by which editors check this format, where it lies beside (docs/schema/README.md)."""

_HEAD = (
    f"#:schema {SCHEMA}\n"
    "# pmark incident record / 事故の記録\n"
    "# May be edited by hand; pmark checks every key.\n"
)


@frozen
class IncidentFile:
    """A record and the file it was read from; `state` is the file's time (ns) and size."""

    path: str
    record: IncidentRecord
    document: Mapping[str, Any]
    state: tuple[int, int]


def with_suffix(path: str) -> str:
    """The path of an incident file; its extension may be left out."""
    return path if path.endswith(SUFFIX) else path + SUFFIX


def read(path: str) -> IncidentFile:
    """The incident file at `path`.

    Raises:
        FileTrouble: it cannot be read.
        BadInput: it is no incident file, was written by a newer pmark, or holds something that does
            not fit; the file stays as it is.
    """
    data, stat = reading.read_bytes(path, MAX_BYTES)
    state = _state(stat)
    try:
        text = data.decode("utf-8-sig")
        document = tomli.loads(text)
    except UnicodeDecodeError:
        raise BadInput("file_not_utf8", file=path) from None
    except RecursionError:
        raise reading.too_deep(path) from None
    except ValueError as error:  # TOMLDecodeError, or a number of too many digits
        raise BadInput("file_not_toml", file=path, why=error) from None
    reading.check_depth(document, path)
    if document.get("format") != FORMAT:
        found = repr(document.get("format"))
        raise BadInput("not_an_incident_file", file=path, found=found, allowed=FORMAT)
    from pmark_tui.store.schema import validate

    return IncidentFile(path, validate(IncidentRecord, document, path, text), document, state)


def create(path: str, record: IncidentRecord) -> IncidentFile:
    """Write a new incident file.

    Raises:
        FileTrouble: something is already there, or it cannot be written.
    """
    if os.path.lexists(path):
        raise FileTrouble("file_exists", file=path)
    return _write(path, record, {})


def save(file: IncidentFile, record: IncidentRecord) -> IncidentFile:
    """Write the record back to its file.

    Raises:
        FileTrouble: the file was changed or removed by somebody else since we read it, or cannot be
            written; what is on disk stays as it is.
    """
    try:
        state = _state(os.stat(file.path))
    except OSError as error:
        raise FileTrouble("file_gone", file=file.path, why=error.strerror) from None
    if state != file.state:
        raise FileTrouble("file_changed", file=file.path)
    return _write(file.path, record, file.document)


def _write(path: str, record: IncidentRecord, known: Mapping[str, Any]) -> IncidentFile:
    import tomli_w

    document = _document(record, known)
    text = _HEAD + tomli_w.dumps(document)
    output_file.write(path, text.encode("utf-8"), force=True)
    return IncidentFile(path, record, document, _state(os.stat(path)))


def _document(record: IncidentRecord, known: Mapping[str, Any]) -> dict[str, Any]:
    """The TOML content of a record with the unknown keys of `known`; entries keep theirs."""
    own = set(field_names(IncidentRecord))
    document: dict[str, Any] = {"format": FORMAT} | _plain(record, without=("done",))
    document |= {k: v for k, v in known.items() if k not in own and k != "format"}
    entry_keys = set(field_names(Done))
    old = {(row.get("what"), row.get("at")): row for row in known.get("done", ())}
    document["done"] = [
        _plain(entry)
        | {k: v for k, v in old.get((entry.what, entry.at), {}).items() if k not in entry_keys}
        for entry in record.done
    ]
    return document


def _plain(value: Any, without: tuple[str, ...] = ()) -> dict[str, Any]:
    """A dataclass as a TOML table, without the fields that are at their default."""
    out = {}
    for name, default in field_defaults(value).items():
        held = getattr(value, name)
        if name in without or held == default:
            continue
        out[name] = list(held) if isinstance(held, tuple) else held
    return out


def _state(stat: os.stat_result) -> tuple[int, int]:
    return stat.st_mtime_ns, stat.st_size
