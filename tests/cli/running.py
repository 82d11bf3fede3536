"""A command run in this process, as the tests of one command call it again and again."""

from __future__ import annotations

import json
from typing import Any

import pytest

from pmark_tui.cli import main


def said(command: str, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """Its exit status, its output and what it said beside that."""
    code = main([command, *words])
    told = capsys.readouterr()
    return code, told.out, told.err


def as_json(command: str, capsys: pytest.CaptureFixture[str], *words: str) -> Any:
    """What it prints with --json, under the schema of its name, when all is well."""
    code, out, err = said(command, capsys, *words, "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert found["schema"] == f"pmark.{command}/1"
    return found
