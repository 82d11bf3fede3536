"""How the full screen begins: colours and mouse by option or environment; nothing is drawn here."""

from pathlib import Path

import pytest

from pmark_tui.cli import main


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[tuple[bool, int]]:
    """What the full screen was asked for: mouse and colours."""
    seen: list[tuple[bool, int]] = []

    def run(path: str, lang: str, mouse: bool, first: str, record: str, theme: int) -> int:
        seen.append((mouse, theme))
        return 0

    monkeypatch.setattr("pmark_tui.commands.open.has_screen", lambda: True)
    monkeypatch.setattr("pmark_tui.tui.run", run)
    for name in ("PMARK_MOUSE", "PMARK_THEME"):
        monkeypatch.delenv(name, raising=False)
    return seen


@pytest.mark.parametrize(
    ("words", "env", "asked"),
    [
        ([], {}, (True, 0)),
        (["--no-mouse", "--theme", "light"], {}, (False, 1)),
        ([], {"PMARK_MOUSE": "off", "PMARK_THEME": "terminal-dark"}, (False, 2)),
        (["--theme", "dark"], {"PMARK_MOUSE": "on", "PMARK_THEME": "light"}, (True, 0)),
    ],
)
def test_an_option_goes_before_the_environment(
    words: list[str],
    env: dict[str, str],
    asked: tuple[bool, int],
    begun: list[tuple[bool, int]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in env.items():
        monkeypatch.setenv(name, value)
    assert main([str(tmp_path), *words]) == 0
    assert begun == [asked]


@pytest.mark.parametrize("name", ["PMARK_MOUSE", "PMARK_THEME", "--theme"])
def test_what_is_not_allowed_is_said_in_one_line(
    name: str,
    begun: list[tuple[bool, int]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if name != "--theme":
        monkeypatch.setenv(name, "pink")
    words = ["--theme", "pink"] if name == "--theme" else []
    assert main([str(tmp_path), *words]) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert name in said
    assert "pink" in said
    assert begun == []
