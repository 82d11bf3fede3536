"""A pack as plain lists for the cache, and back.

Parsing TOML and importing pydantic cost a headless command more than all else together
(docs/performance.md), so a pack is validated once and kept as JSON until a source file changes.
Rows hold the fields of the domain's classes in their order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from pmark_tui.domain.pack import (
    AnswerKind,
    Chapter,
    Check,
    Clause,
    Flag,
    Guide,
    Guides,
    Named,
    Pack,
    ProfileGate,
    Question,
    Step,
    Term,
    Text,
)


def freeze(value: Any) -> Any:
    """A value of the domain as lists, strings and numbers."""
    if is_dataclass(value):
        return [freeze(getattr(value, field.name)) for field in fields(value)]
    if isinstance(value, tuple):
        return [freeze(item) for item in value]
    return value


def freeze_pack(pack: Pack) -> dict[str, Any]:
    """All of a pack but its guides."""
    return {f.name: freeze(getattr(pack, f.name)) for f in fields(pack) if f.name != "guides"}


def freeze_guides(pack: Pack) -> dict[str, Any]:
    """The guides of a pack by question."""
    return {key: freeze(guides) for key, guides in pack.guides.items()}


def _row(kind: Callable[..., Any], *texts: int) -> Callable[[list[Any]], Any]:
    """A function that builds `kind` from a row whose fields number `texts` are texts."""

    def build(row: list[Any]) -> Any:
        values = [tuple(v) if type(v) is list else v for v in row]
        for index in texts:
            values[index] = values[index] and Text(*values[index])
        return kind(*values)

    return build


_named = _row(Named, 1)
_ROWS: dict[str, Callable[[list[Any]], Any]] = {
    "answers": _row(AnswerKind, 1),
    "people": _named,
    "steps": _row(Step, 1, 2),
    "chapters": _row(Chapter, 1),
    "clauses": _row(Clause, 2),
    "questions": _row(Question, 5),
    "flags": _row(Flag, 1, 2, 3),
    "topics": _named,
    "facets": _named,
    "places": _named,
    "profile_gates": _row(ProfileGate, 3),
    "glossary": _row(Term, 2),
    "checks": _row(Check, 2),
}


def thaw_pack(frozen: Mapping[str, Any], guides: Mapping[str, Guides]) -> Pack:
    """The pack of `freeze_pack`, with guides that may load themselves when first asked."""
    values: dict[str, Any] = {}
    for key, value in frozen.items():
        if key in _ROWS:
            values[key] = tuple(map(_ROWS[key], value))
        elif type(value) is list and key in ("title", "notice", "findings_why"):
            values[key] = Text(*value)
        else:
            values[key] = tuple(value) if type(value) is list else value
    return Pack(guides=guides, **values)


_guide = _row(Guide)


class LazyGuides(Mapping[str, Guides]):
    """The guides of a pack, read when the first one is asked for.

    They are by far the longest part of a pack, and most commands never show one.
    """

    def __init__(self, read: Callable[[], dict[str, Any]]) -> None:
        self._read = read
        self._rows: dict[str, Any] | None = None

    def _loaded(self) -> dict[str, Any]:
        if self._rows is None:
            self._rows = self._read()
        return self._rows

    def __getitem__(self, key: str) -> Guides:
        ja, en = self._loaded()[key]
        return Guides(_guide(ja), _guide(en))

    def __iter__(self) -> Iterator[str]:
        return iter(self._loaded())

    def __len__(self) -> int:
        return len(self._loaded())
