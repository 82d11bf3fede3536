"""A pack as rows for the cache (`pmark_tui.store.rows`), and back.

Parsing TOML and importing pydantic cost a headless command more than all else together
(docs/performance.md), so a pack is validated once and kept as JSON until a source file changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
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
)
from pmark_tui.domain.values import field_names
from pmark_tui.store.rows import Thaw, freeze, many, row, text

_named = many(row(Named, title=text))
_THAW: dict[str, Thaw] = {
    "title": text,
    "notice": text,
    "findings_why": text,
    "answers": many(row(AnswerKind, label=text)),
    "people": _named,
    "steps": many(row(Step, title=text, about=text, short=text)),
    "chapters": many(row(Chapter, title=text)),
    "clauses": many(row(Clause, title=text)),
    "questions": many(row(Question, text=text)),
    "flags": many(row(Flag, title=text, text=text, example=text)),
    "topics": _named,
    "facets": _named,
    "places": _named,
    "profile_gates": many(row(ProfileGate, why=text)),
    "glossary": many(row(Term, about=text)),
    "checks": many(row(Check, text=text)),
    "sources": tuple,
}
_guide = row(Guide)


def freeze_pack(pack: Pack) -> dict[str, Any]:
    """All of a pack but its guides."""
    return {n: freeze(getattr(pack, n)) for n in field_names(pack) if n != "guides"}


def freeze_guides(pack: Pack) -> dict[str, Any]:
    """The guides of a pack by question."""
    return {key: freeze(guides) for key, guides in pack.guides.items()}


def thaw_pack(frozen: Mapping[str, Any], guides: Mapping[str, Guides]) -> Pack:
    """The pack of `freeze_pack`, with guides that may load themselves when first asked."""
    plain = {key: _THAW[key](value) if key in _THAW else value for key, value in frozen.items()}
    return Pack(guides=guides, **plain)


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
