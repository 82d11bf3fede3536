"""Standard output is data, standard error is talk: the only module of the commands that prints."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import Any

from pmark_tui.domain.plain import plain, plain_json


def say(line: str) -> None:
    """One line of result on standard output, terminal escapes made harmless."""
    sys.stdout.write(plain(line) + "\n")


def tell(line: str) -> None:
    """One line of talk on standard error, also where a user's word holds a line end."""
    sys.stderr.write(f"pmark: {' '.join(plain(line).splitlines())}\n")


def emit(command: str, result: Mapping[str, Any]) -> None:
    """One JSON object on standard output, with the schema of its command."""
    put(rendered(command, result))


def rendered(command: str, result: Mapping[str, Any]) -> str:
    """One JSON object as one line of text, with the schema of its command."""
    whole = {"schema": f"pmark.{command}/1", **result}
    return plain_json(json.dumps(whole, ensure_ascii=False)) + "\n"


def put(whole: str) -> None:
    """A whole result on standard output, as it was rendered."""
    sys.stdout.write(whole)
