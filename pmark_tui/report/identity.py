"""The name of a client's content: the same for the same content, whatever its path, order or hour."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pmark_tui.domain.client import Client
from pmark_tui.domain.values import field_defaults, is_value

_STATE_OF_WORK = frozenset({"position", "quick"})
"""Where the interview stands and how it walks says nothing about the client."""


def canonical(client: Client) -> str:
    """The content of a client as one JSON text: keys sorted, defaults left out, times as days.

    A field that a later pmark adds changes nothing until it is used.
    """
    from json import dumps

    return dumps(_value(client), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_hash(client: Client) -> str:
    """SHA-256 of the canonical content, 64 hexadecimal digits."""
    made = _sha256()(canonical(client).encode("utf-8", "surrogatepass"))
    return str(made.hexdigest())


def _sha256() -> Any:
    """SHA-256 without OpenSSL, whose loading takes longer than all the hashing here.

    Like the standard library's own `random`: the lean module where there is one, else `hashlib`.
    """
    from importlib import import_module

    for lean in ("_sha2", "_sha256"):  # Python 3.12 and later; 3.11
        try:
            return import_module(lean).sha256
        except ImportError:
            continue
    return import_module("hashlib").sha256


def _value(value: Any) -> Any:
    if isinstance(value, str | int | float):
        return value
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _value(item) for key, item in value.items()}
    if isinstance(value, tuple):
        return [_value(item) for item in value]
    if is_value(value):
        return {
            name: _value(held)
            for name, default in field_defaults(value).items()
            if name not in _STATE_OF_WORK and (held := getattr(value, name)) != default
        }
    return value
