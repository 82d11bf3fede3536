"""Where each entry of a pack stands, so that whatever is wrong with it is named by file, line and key."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from pmark_tui.store.toml_lines import Lines, Path

if TYPE_CHECKING:
    from pmark_tui.store.pack_sources import Source

_NAMED_BY = {"term": "ja"}
"""The key that names an entry; `id` unless said here."""


class Places:
    """The files of a pack, by kind of entry (`question`, `clause`, `guide`, ...) and name."""

    def __init__(self, files: Iterable[Source], label: str) -> None:
        self._label = label
        self._lines: dict[str, Lines] = {}
        self._found: dict[tuple[str, str], list[tuple[Source, Path]]] = {}
        self._head: Source | None = None
        for file in files:
            if file.name == "pack.toml":
                self._head = file
            for kind, entries in file.data.items():
                if isinstance(entries, list):
                    named_by = _NAMED_BY.get(kind, "id")
                    for number, entry in enumerate(entries):
                        if isinstance(entry, dict):
                            name = str(entry.get(named_by, number))
                            self._note(kind, name, file, (kind, number))
                elif kind == "guide":
                    for name in entries:
                        self._note(kind, name, file, (kind, name))

    def where(self, kind: str, name: str, key: str = "", occurrence: int = 0) -> str:
        """File and line of a key of an entry; of pack.toml itself where `kind` is "pack".

        Args:
            kind: the name of the entry's table.
            name: its id; for a term its Japanese name, for an entry without either its number from 0.
            key: the key within it, dotted; the entry itself where it is "" or not there.
            occurrence: which one of several entries with the same name, from 0.
        """
        path: Path = tuple(key.split(".")) if key else ()
        file = self._head
        if found := self._found.get((kind, name)):
            file, start = found[occurrence]
            path = start + path
        if file is None:
            return f"{self._label}/pack.toml"
        if file.name not in self._lines:
            self._lines[file.name] = Lines(file.text)
        return f"{self._label}/{file.name}:{self._lines[file.name].of(path)}"

    def names(self, kind: str) -> dict[str, int]:
        """The names of all entries of a kind, with how often each stands."""
        return {name: len(found) for (one, name), found in self._found.items() if one == kind}

    def _note(self, kind: str, name: str, file: Source, path: Path) -> None:
        self._found.setdefault((kind, name), []).append((file, path))
