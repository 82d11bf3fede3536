"""The client file `NAME.pmark.toml`: read with care, written whole or not at all.

A checksum line closes each file. A file that ends in its own checksum is one that pmark wrote and
nobody touched, so it is taken as it is; any other (edited by hand, cut, made by another program) goes
through full validation. Keys that this version does not know are kept as they were.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any
from zlib import crc32

from pmark_tui.domain.client import Answer, Client, DataSet, Finding, OfficialFee, Profile
from pmark_tui.domain.values import field_defaults, field_names, frozen
from pmark_tui.errors import BadInput, FileTrouble
from pmark_tui.store import canonical_toml, reading, shapes
from pmark_tui.store.paths import CLIENT_SUFFIX

SUFFIX = CLIENT_SUFFIX
FORMAT = "pmark-client/1"
MAX_BYTES = 16_000_000
"""A client file over this size is refused before it is parsed, and none is written."""

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
_ROW = {"official_fees": ("schedule", "kind", "size"), "findings": ("id",), "data_sets": ("name",)}
"""What tells the rows of a table apart."""


@frozen
class ClientFile:
    """A client and the file it was read from or written to.

    `document` is the whole TOML content as it was read, with the keys this version does not know.
    `state` (time in ns, size in bytes) and `checksum` (of the bytes) tell whether the file on disk is
    still the one we know.
    """

    path: str
    client: Client
    document: Mapping[str, Any]
    state: tuple[int, int]
    checksum: int


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
    data, stat = reading.read_bytes(path, MAX_BYTES)
    state = _state(stat)
    body, sealed = _unseal(data)
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput("file_not_utf8", file=path) from None
    document = canonical_toml.read(text) if sealed else None
    if document is None:
        document = _parsed(path, text)
    _check_format(path, document)
    client = _trusted(document) if sealed else None
    if client is None:
        client = _validated(path, document, text)
    return ClientFile(path, client, document, state, crc32(data))


def create(path: str, client: Client) -> ClientFile:
    """Write a new client file.

    Raises:
        FileTrouble: something is already there, or it cannot be written.
    """
    return _write_new(path, client, {})


def save(file: ClientFile, client: Client) -> ClientFile:
    """Write the client back to its file; the state it had is kept (`store.versions`).

    Who writes more than once holds the file's lock (`store.open_file`).

    Raises:
        FileTrouble: the file was changed or removed by somebody else since we read it, or cannot
            be written; what is on disk stays as it is.
    """
    from pmark_tui.store import versions

    try:
        state = _state(os.stat(file.path))
    except OSError as error:
        raise FileTrouble("file_gone", file=file.path, why=error.strerror) from None
    if state != file.state and not _holds(file.path, file.checksum):
        raise FileTrouble("file_changed", file=file.path)
    data = _content(file.path, client, file.document)
    # the place of the interview alone is no state to go back to
    moved = file.client.changed(position=client.position, quick=client.quick) == client
    keep = None if moved else lambda: versions.keep(file.path)
    part = f".{os.path.basename(file.path)}.part"
    return _put(file.path, client, file.document, data, part=part, before=keep)


def save_as(path: str, file: ClientFile, client: Client) -> ClientFile:
    """Write the client to another file, with all the keys we do not know.

    Raises:
        FileTrouble: something is already there, or it cannot be written.
    """
    return _write_new(path, client, file.document)


def to_document(client: Client, known: Mapping[str, Any]) -> dict[str, Any]:
    """The TOML content of a client, with the unknown keys of `known` where they were."""
    document: dict[str, Any] = {"format": FORMAT}
    document |= _plain(client, _SCALARS)
    document["profile"] = _plain(client.profile) | _unknown(known.get("profile"), Profile)
    for table in _TABLES:
        if rows := [_plain(row) for row in getattr(client, table)]:
            document[table] = _keep_unknown_rows(rows, known.get(table), table)
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


def _keep_unknown_rows(rows: list[dict[str, Any]], old: object, table: str) -> list[dict[str, Any]]:
    """Rows with the unknown keys that the same row had."""
    previous = dict(_named(old, table)) if isinstance(old, list) else {}
    return [row | _unknown(previous.get(name), _TABLES[table]) for name, row in _named(rows, table)]


def _named(rows: list[dict[str, Any]], table: str) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Rows with what tells them apart; those that nothing does, by their order."""
    met: dict[tuple[str, ...], int] = {}
    for row in rows:
        name = tuple(str(row.get(key, "")) for key in _ROW[table])
        met[name] = met.get(name, 0) + 1
        yield (*name, str(met[name])), row


def _trusted(document: Mapping[str, Any]) -> Client | None:
    """The client of a document that pmark itself wrote; None where it does not build after all."""
    try:
        known = {k: v for k, v in document.items() if k != "format"}
        known["profile"] = shapes.built(Profile, document["profile"])
        answers = document.get("answers", {})
        known["answers"] = {k: shapes.built(Answer, v) for k, v in answers.items()}
        for table, kind in _TABLES.items():
            known[table] = [shapes.built(kind, row) for row in document.get(table, ())]
        client: Client = shapes.built(Client, known)
    except (TypeError, ValueError, AttributeError, KeyError):
        return None
    return client


def _parsed(path: str, text: str) -> dict[str, Any]:
    import tomli

    try:
        document = tomli.loads(text)
    except RecursionError:
        raise reading.too_deep(path) from None
    except ValueError as error:  # TOMLDecodeError, or a number of too many digits
        raise BadInput("file_not_toml", file=path, why=error) from None
    reading.check_depth(document, path)
    return document


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
    return f'{_SEAL}"crc32:{crc32(body):08x}"\n'.encode()


def _state(stat: os.stat_result) -> tuple[int, int]:
    return stat.st_mtime_ns, stat.st_size


def _holds(path: str, checksum: int) -> bool:
    """Whether the file holds what it held. Some folders round times, and a copy may bear another."""
    try:
        with open(path, "rb") as stream:
            return crc32(stream.read(MAX_BYTES)) == checksum
    except OSError:
        return False


def _content(path: str, client: Client, known: Mapping[str, Any]) -> bytes:
    import tomli_w

    document = to_document(client, known)
    body = (_HEAD + tomli_w.dumps(document, multiline_strings=False)).encode("utf-8")
    data = body + _seal(body)
    if len(data) > MAX_BYTES:
        raise FileTrouble("file_would_be_large", file=path, allowed=MAX_BYTES)
    return data


def _write_new(path: str, client: Client, known: Mapping[str, Any]) -> ClientFile:
    from pmark_tui.store import versions

    if os.path.lexists(path):
        raise FileTrouble("file_exists", file=path)
    data = _content(path, client, known)
    file = _put(path, client, known, data, new=True)
    versions.begin_anew(path)
    return file


def _put(
    path: str, client: Client, known: Mapping[str, Any], data: bytes, **how: Any
) -> ClientFile:
    from pmark_tui.store import whole_file

    real = os.path.realpath(path)  # a link stays a link
    try:
        stat = whole_file.put(real, data, mode=_mode(real), **how)
    except FileExistsError:
        raise FileTrouble("file_exists", file=path) from None
    except OSError as error:
        raise FileTrouble("file_unwritable", file=path, why=error.strerror) from None
    return ClientFile(path, client, known, _state(stat), crc32(data))


def _mode(path: str) -> int:
    """The mode of the file that is there; a new one belongs to its user alone."""
    try:
        return os.stat(path).st_mode & 0o777
    except OSError:
        return 0o600
