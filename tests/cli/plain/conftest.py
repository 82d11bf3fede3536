"""The interview line by line: plain text in, plain text out."""

import io
import sys
from pathlib import Path

import pytest

from pmark_tui.cli import main
from tests.cli.plain.talking import Talk

NEW = ["--name", "例", "--industry", "service", "--workers", "12", "--no-capital"]


@pytest.fixture
def path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """A new client of a service business of twelve."""
    file = str(tmp_path / "例.pmark.toml")
    assert main(["new", file, *NEW]) == 0
    capsys.readouterr()
    return file


@pytest.fixture
def talk(path: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Talk:
    """Interview with these lines; what was said. The end of the lines is the end of the input."""

    def run(*lines: str, options: tuple[str, ...] = (), code: int = 0) -> str:
        typed = "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed), "ascii"))
        assert main(["interview", path, "--plain", *options]) == code
        return capsys.readouterr().out

    return run
