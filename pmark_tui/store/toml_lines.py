"""On which line of a TOML text each entry stands, so that an error can name the line to mend.

`tomli` tells what a file holds but not where. This reads the text statement by statement, lets tomli
read each on its own, and notes the line of every key. It runs only where something is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import tomli

Path = tuple[int | str, ...]


class Lines:
    """Lines (from 1) by path, such as `("question", 3, "text", "ja")`."""

    def __init__(self, source: str) -> None:
        self._lines: dict[Path, int] = {(): 1}
        counts: dict[Path, int] = {}
        table: Path = ()
        for number, statement in _statements(source):
            held = tomli.loads(statement)
            if statement.startswith("["):
                table = _numbered(_only_path(held), counts, statement.startswith("[["))
                self._note(table, number)
            else:
                for path in _paths(held):
                    self._note(table + path, number)

    def of(self, path: Iterable[int | str]) -> int:
        """The line of the entry at `path`, or of the nearest one around it."""
        wanted = tuple(path)
        while wanted not in self._lines:
            wanted = wanted[:-1]
        return self._lines[wanted]

    def _note(self, path: Path, number: int) -> None:
        for end in range(1, len(path) + 1):
            self._lines.setdefault(path[:end], number)


_TOKEN = re.compile(
    r'"""(?:\\.|[^\\])*?"""+'
    r"|'''.*?'''+"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*|[\[\]{}]|\n",
    re.DOTALL,
)
"""What decides where a statement of TOML ends: texts, comments, brackets, and the ends of lines."""


def _statements(source: str) -> Iterator[tuple[int, str]]:
    """Each header or `key = value` with the line on which it begins; a list may go on over many lines."""
    source = source.replace("\r\n", "\n") + "\n"
    begin, line, depth, lines = 0, 1, 0, 1
    for token in _TOKEN.finditer(source):
        found = token[0]
        lines += found.count("\n")
        if found in "[{":
            depth += 1
        elif found in "]}":
            depth -= 1
        elif found == "\n" and depth <= 0:
            statement = source[begin : token.start()].strip()
            if statement and not statement.startswith("#"):
                yield line, statement
            begin, line, depth = token.end(), lines, 0


def _only_path(held: Any) -> Path:
    """The path of a header, which holds nothing else."""
    path: list[int | str] = []
    while held:
        if isinstance(held, list):
            held = held[0]
            continue
        key = next(iter(held))
        path.append(key)
        held = held[key]
    return tuple(path)


def _numbered(names: Path, counts: dict[Path, int], new: bool) -> Path:
    """The path of a header with the number of the entry after each name of an array of tables."""
    path: Path = ()
    for depth, name in enumerate(names, 1):
        path += (name,)
        if new and depth == len(names):
            counts[path] = counts.get(path, 0) + 1
        if path in counts:
            path += (counts[path] - 1,)
    return path


def _paths(held: dict[str, Any]) -> Iterator[Path]:
    for key, value in held.items():
        yield (key,)
        if isinstance(value, dict):
            for path in _paths(value):
                yield (key, *path)
