"""Standard output is data, standard error is talk: the only module of the commands that prints."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any


def say(line: str) -> None:
    """One line of result on standard output, terminal escapes made harmless."""
    sys.stdout.write(harmless(line) + "\n")


def tell(line: str) -> None:
    """One line of talk on standard error, also where a user's word holds a line end."""
    sys.stderr.write(f"pmark: {harmless(' '.join(line.splitlines()))}\n")


def emit(command: str, result: Mapping[str, Any]) -> None:
    """One JSON object on standard output, with the schema of its command."""
    put(rendered(command, result))


def rendered(command: str, result: Mapping[str, Any]) -> str:
    """One JSON object as text, with the schema of its command."""
    whole = {"schema": f"pmark.{command}/1", **result}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def put(whole: str) -> None:
    """A whole result on standard output, as it was rendered."""
    sys.stdout.write(whole)


def harmless(line: str) -> str:
    """`line` without control characters (tab and newline stay) and without bidirectional overrides.

    Text from a client file must never move the cursor, change a title or reorder a line.
    """
    if line.isascii() and line.isprintable():
        return line
    return "".join(c if c in "\n\t" or not _acts(c) else "�" for c in line)


def _acts(character: str) -> bool:
    code = ord(character)
    return (
        code < 0x20
        or 0x7F <= code <= 0x9F
        or 0x202A <= code <= 0x202E
        or 0x2066 <= code <= 0x2069
        or code in (0x200E, 0x200F, 0x061C, 0x2028, 0x2029)
    )
