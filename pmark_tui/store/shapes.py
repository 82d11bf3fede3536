"""Whether a table has the plain types that a dataclass says: what a file with our own checksum must have.

A checksum tells a file that was edited by hand, but anybody can work one out. So a file that ends in its
own checksum is spared full validation and not this; where a type does not fit, validation says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from types import FunctionType
from typing import Any, get_args

from pmark_tui.domain.client import Certainty, Kind

Fits = Callable[[Any], bool]


def _texts(value: Any) -> bool:
    return type(value) is list and all(type(item) is str for item in value)


def _levels(value: Any) -> bool:
    pairs = value.values() if type(value) is dict else [()]
    return all(type(p) is list and [type(n) for n in p] == [int, int] for p in pairs)


KNOWN: dict[str, type[Any] | frozenset[str] | Fits] = {
    "str": str,
    "int": int,
    "int | None": int,
    "bool": bool,
    "date": date,
    "date | None": date,
    "datetime | None": datetime,
    "tuple[str, ...]": _texts,
    "Mapping[str, tuple[int, int]]": _levels,
    "Kind": frozenset(get_args(Kind)),
    "Certainty": frozenset(get_args(Certainty)),
}
"""The type, the texts allowed, or what tells whether it fits, by what stands behind a field's name."""


@cache
def _shape(kind: Any) -> dict[str, type[Any] | frozenset[str] | Fits | None]:
    return {name: KNOWN.get(said) for name, said in kind.__annotations__.items()}


def _kept(value: Any) -> Any:
    """A value as the classes hold it: lists as tuples."""
    if type(value) is dict:
        return {key: _kept(item) for key, item in value.items()}
    return tuple(value) if type(value) is list else value


def built(kind: Any, table: Mapping[str, Any]) -> Any:
    """A `kind` from a table; keys that it has no field for are left out.

    Raises:
        TypeError, ValueError, AttributeError: something does not fit or is missing.
    """
    shape = _shape(kind)
    made: dict[str, Any] = {}
    for key, value in table.items():
        if key in shape:
            fits = shape[key]
            if type(value) is fits or (
                type(fits) is frozenset and type(value) is str and value in fits
            ):
                made[key] = value
            elif fits is None or (isinstance(fits, FunctionType) and fits(value)):
                made[key] = _kept(value)
            else:
                raise TypeError(key)
    return kind(**made)
