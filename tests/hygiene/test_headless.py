"""Headless commands do not pay for the full screen, nor for what they do not use.

The import contracts see who imports whom; only a run sees what was really loaded.
"""

import subprocess
import sys
from pathlib import Path

import pytest

from pmark_tui.cli import main

NEVER = ("textual", "rich", "asyncio", "pydantic", "socket", "dataclasses", "inspect")
COMMANDS = {
    "size": ["size", "--industry", "service", "--workers", "5", "--capital", "1"],
    "fees": ["fees", "--size", "small", "--json"],
    "questions": ["questions", "--json"],
    "score": ["score", "{file}"],
    "gaps": ["gaps", "{file}"],
    "check": ["check", "{file}"],
    "report": ["report", "{file}", "-o", "-"],
    "incident": ["incident", "--known-on", "2026-11-24"],
}
SCRIPT = """
import sys
from pmark_tui.cli import main
code = main(sys.argv[2:])
print("\\n".join(sorted(sys.modules)), file=open(sys.argv[1], "w"))
raise SystemExit(code)
"""


@pytest.fixture
def client_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PMARK_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PMARK_DATA", str(tmp_path / "data"))
    path = tmp_path / "client.pmark.toml"
    words = f"new {path} --name A --industry service --workers 12 --capital 10000000"
    assert main(words.split()) == 0
    return path


@pytest.mark.parametrize("name", COMMANDS)
def test_a_headless_command_loads_no_screen(name: str, client_path: Path, tmp_path: Path) -> None:
    words = [word.format(file=client_path) for word in COMMANDS[name]]
    listed = tmp_path / "modules.txt"
    for _ in range(2):  # the first run compiles the data, which needs pydantic; the second must not
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT, str(listed), *words],
            capture_output=True,
            text=True,
            check=False,
            cwd=tmp_path,
        )
    assert done.returncode in (0, 1), done.stderr
    loaded = set(listed.read_text(encoding="utf-8").split())
    assert "pmark_tui.cli" in loaded
    assert not loaded.intersection(NEVER)
    if name != "report":
        assert "jinja2" not in loaded
