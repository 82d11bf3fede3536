"""The client file `NAME.pmark.toml`: read with care, written whole or not at all.

A checksum line closes each file. A file that ends in its own checksum is one that pmark wrote and
nobody touched, so it is taken as it is; any other (edited by hand, cut, made by another program) goes
through full validation. Keys that this version does not know are kept as they were.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import tomli

from pmark_tui.domain.client import Answer, Client, DataSet, Finding, OfficialFee, Profile
from pmark_tui.domain.values import field_defaults, field_names, frozen
from pmark_tui.errors import BadInput, FileTrouble
from pmark_tui.store.paths import CLIENT_SUFFIX

SUFFIX = CLIENT_SUFFIX
FORMAT = "pmark-client/1"
MAX_BYTES = 64_000_000
"""A client file over this size is refused before it is parsed."""

SCHEMA = "pmark-client-1.schema.json"
"""The file by which editors check this format, where it lies beside (docs/schema/README.md)."""

_HEAD = (
    f"#:schema {SCHEMA}\n"
    "# pmark client file / 顧客ファイル\n"
    "# May be edited by hand; pmark then checks every key. The last line tells whether it was.\n"
)
_SEAL = "# checksum = "
_TABLES: dict[str, type[Any]] = {
    "official_fees": OfficialFee,
    "findings": Finding,
    "data_sets": DataSet,
}


@frozen
class ClientFile:
    """A client and the file it was read from or written to.

    `document` is the whole TOML content with the keys this version does not know; `state` tells
    whether the file on disk is still the one we know (time in ns, size in bytes).
    """

    path: str
    client: Client
    document: Mapping[str, Any]
    state: tuple[int, int]


def with_suffix(path: str) -> str:
    """The path of a client file; its extension may be left out."""
    return path if path.endswith(SUFFIX) else path + SUFFIX


def read(path: str) -> ClientFile:
    """The client file at `path`.

    Raises:
        FileTrouble: it cannot be read.
        BadInput: it is no client file, was written by a newer pmark, or holds something that does
            not fit; the file stays as it is.
    """
    try:
        with open(path, "rb") as stream:
            state = _state(stream.fileno())
            if state[1] > MAX_BYTES:
                raise BadInput("file_too_large", file=path, allowed=MAX_BYTES)
            data = stream.read()
    except OSError as error:
        raise FileTrouble("file_unreadable", file=path, why=error.strerror) from None
    body, sealed = _unseal(data)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise BadInput("file_not_utf8", file=path) from None
    try:
        document = tomli.loads(text)
    except (tomli.TOMLDecodeError, RecursionError) as error:
        raise BadInput("file_not_toml", file=path, why=error) from None
    _check_format(path, document)
    client = _trusted(document) if sealed else None
    if client is None:
        client = _validated(path, document, text)
    return ClientFile(path, client, document, state)


def create(path: str, client: Client) -> ClientFile:
    """Write a new client file.

    Raises:
        FileTrouble: something is already there, or it cannot be written.
    """
    if os.path.lexists(path):
        raise FileTrouble("file_exists", file=path)
    return _write(path, client, {})


def save(file: ClientFile, client: Client) -> ClientFile:
    """Write the client back to its file.

    Raises:
        FileTrouble: the file was changed or removed by somebody else since we read it, or cannot
            be written; what is on disk stays as it is.
    """
    try:
        stat = os.stat(file.path)
    except OSError as error:
        raise FileTrouble("file_gone", file=file.path, why=error.strerror) from None
    if (stat.st_mtime_ns, stat.st_size) != file.state:
        raise FileTrouble("file_changed", file=file.path)
    return _write(file.path, client, file.document)


def save_as(path: str, file: ClientFile, client: Client) -> ClientFile:
    """Write the client to another file, with all the keys we do not know.

    Raises:
        FileTrouble: something is already there, or it cannot be written.
    """
    if os.path.lexists(path):
        raise FileTrouble("file_exists", file=path)
    return _write(path, client, file.document)


def to_document(client: Client, known: Mapping[str, Any]) -> dict[str, Any]:
    """The TOML content of a client, with the unknown keys of `known` where they were."""
    document: dict[str, Any] = {"format": FORMAT}
    document |= _plain(client, _SCALARS)
    document["profile"] = _plain(client.profile) | _unknown(known.get("profile"), Profile)
    for table in _TABLES:
        if rows := [_plain(row) for row in getattr(client, table)]:
            document[table] = _keep_unknown_rows(rows, known.get(table), _TABLES[table])
    old = known.get("answers")
    old = old if isinstance(old, Mapping) else {}
    answers = {key: _plain(a) | _unknown(old.get(key), Answer) for key, a in client.answers.items()}
    document |= {k: v for k, v in known.items() if k not in document and k not in _OWN}
    document["answers"] = answers
    return document


_SCALARS = tuple(n for n in field_names(Client) if n not in ("profile", "answers", *_TABLES))
_OWN = {"format", *field_names(Client)}


def _plain(value: Any, names: tuple[str, ...] = ()) -> dict[str, Any]:
    """A dataclass as a TOML table, without the fields that are at their default."""
    out = {}
    for name, default in field_defaults(value).items():
        if names and name not in names:
            continue
        held = getattr(value, name)
        if held is None or held == default:
            continue
        out[name] = list(held) if isinstance(held, tuple) else held
    return out


def _unknown(table: object, kind: type[Any]) -> dict[str, Any]:
    """The keys of a table that `kind` has no field for."""
    if not isinstance(table, Mapping):
        return {}
    names = field_names(kind)
    return {k: v for k, v in table.items() if k not in names}


def _keep_unknown_rows(
    rows: list[dict[str, Any]], old: object, kind: type[Any]
) -> list[dict[str, Any]]:
    """Rows with the unknown keys of the old row at the same place."""
    previous = old if isinstance(old, list) else []
    return [
        row | (_unknown(previous[i], kind) if i < len(previous) else {})
        for i, row in enumerate(rows)
    ]


def _trusted(document: Mapping[str, Any]) -> Client | None:
    """The client of a document that pmark itself wrote; None where it does not build after all."""
    try:
        known = {k: v for k, v in document.items() if k in _OWN and k != "format"}
        known["profile"] = _build(Profile, document["profile"])
        known["answers"] = {k: _build(Answer, v) for k, v in document.get("answers", {}).items()}
        for table, kind in _TABLES.items():
            known[table] = tuple(_build(kind, row) for row in document.get(table, ()))
        return Client(**known)
    except (TypeError, ValueError, AttributeError, KeyError):
        return None


def _build(kind: type[Any], table: Mapping[str, Any]) -> Any:
    names = field_names(kind)
    return kind(**{k: tuple(v) if type(v) is list else v for k, v in table.items() if k in names})


def _validated(path: str, document: Mapping[str, Any], text: str) -> Client:
    from pmark_tui.store.schema import validate

    known = {k: v for k, v in document.items() if k != "format"}
    return validate(Client, known, path, text)


def _check_format(path: str, document: Mapping[str, Any]) -> None:
    found = document.get("format")
    if not isinstance(found, str) or not found.startswith("pmark-client/"):
        raise BadInput("not_a_client_file", file=path, found=repr(found), allowed=FORMAT)
    version = found.removeprefix("pmark-client/")
    if version != "1":
        newer = version.isdecimal() and int(version) > 1
        key = "client_file_newer" if newer else "not_a_client_file"
        raise BadInput(key, file=path, found=found, allowed=FORMAT)


def _unseal(data: bytes) -> tuple[bytes, bool]:
    """The content, and whether it ends in its own checksum."""
    cut = data.rfind(_SEAL.encode())
    if cut < 0 or data.count(b"\n", cut) != 1 or not data.endswith(b"\n"):
        return data, False
    body = data[:cut]
    return body, data[cut:] == _seal(body)


def _seal(body: bytes) -> bytes:
    from zlib import crc32

    return f'{_SEAL}"crc32:{crc32(body):08x}"\n'.encode()


def _state(descriptor: int) -> tuple[int, int]:
    stat = os.fstat(descriptor)
    return stat.st_mtime_ns, stat.st_size


def _write(path: str, client: Client, known: Mapping[str, Any]) -> ClientFile:
    """Write beside the file, force it to disk, read it back, then put it in place at one stroke."""
    import tomli_w

    document = to_document(client, known)
    body = (_HEAD + tomli_w.dumps(document, multiline_strings=False)).encode("utf-8")
    data = body + _seal(body)
    folder = os.path.dirname(os.path.abspath(path))
    part = os.path.join(folder, f".{os.path.basename(path)}.{os.getpid()}.part")
    try:
        mode = _mode(path)
        descriptor = os.open(
            part, os.O_RDWR | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), mode
        )
        with os.fdopen(descriptor, "r+b") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
            stream.seek(0)
            if stream.read() != data:
                raise FileTrouble("file_unwritable", file=path, why="read back differs")
            state = _state(stream.fileno())
        os.replace(part, path)
        _sync_folder(folder)
    except OSError as error:
        raise FileTrouble("file_unwritable", file=path, why=error.strerror) from None
    finally:
        if os.path.lexists(part):
            os.unlink(part)
    return ClientFile(path, client, document, state)


def _mode(path: str) -> int:
    """The mode of the file that is there; a new one belongs to its user alone."""
    try:
        return os.stat(path).st_mode & 0o777
    except OSError:
        return 0o600


def _sync_folder(folder: str) -> None:
    """Make the new name survive a power cut, where the system lets a folder be synced."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)
