"""`pmark demo`: writes the sample beside whatever is there and opens it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.commands import demo
from pmark_tui.store import client_file, paths

NAMES = {"ja": "さくら発送サービス", "en": "Sakura Mailing"}


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CACHE", "DATA", "CLIENTS"):
        monkeypatch.setenv(f"PMARK_{name}", str(tmp_path_factory.mktemp(name.lower())))


def run(*words: str) -> int:
    return main(["demo", "--no-open", *words])


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_writes_the_sample_of_the_language_byte_for_byte(
    tmp_path: Path, lang: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--to", str(tmp_path), "--lang", lang) == 0
    path = os.path.join(str(tmp_path), f"{NAMES[lang]}.pmark.toml")
    assert path in capsys.readouterr().out
    shipped = Path(paths.shipped(), "sample", f"sample.{lang}.pmark.toml")
    assert Path(path).read_bytes() == shipped.read_bytes()
    assert client_file.read(path).client.profile.name == NAMES[lang]


def test_never_overwrites(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = tmp_path / "Sakura Mailing.pmark.toml"
    first.write_text("mine", encoding="utf-8")
    for number in (2, 3):
        assert run("--to", str(tmp_path), "--lang", "en") == 0
        assert f"Sakura Mailing-{number}.pmark.toml" in capsys.readouterr().out
    assert first.read_text(encoding="utf-8") == "mine"
    assert sorted(os.listdir(tmp_path)) == [
        "Sakura Mailing-2.pmark.toml",
        "Sakura Mailing-3.pmark.toml",
        "Sakura Mailing.pmark.toml",
    ]


def test_goes_to_the_client_folder_and_makes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clients = tmp_path / "new" / "clients"
    monkeypatch.setenv("PMARK_CLIENTS", str(clients))
    assert run("--lang", "ja") == 0
    assert os.listdir(clients) == ["さくら発送サービス.pmark.toml"]


def test_a_folder_that_cannot_be_made_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = tmp_path / "taken"
    taken.touch()
    assert run("--to", str(taken), "--lang", "en") == 3
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("pmark: ") and "taken" in shown.err
    assert shown.err.count("\n") == 1


def test_opens_what_it_wrote(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []

    def open_screen(path: str, lang: str) -> int:
        opened.append((path, lang, os.path.isfile(path)))
        return 0

    monkeypatch.setattr(demo, "open_screen", open_screen)
    assert main(["demo", "--to", str(tmp_path), "--lang", "en"]) == 0
    assert opened == [(os.path.join(str(tmp_path), "Sakura Mailing.pmark.toml"), "en", True)]


def test_without_a_terminal_the_file_is_there_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo", "--to", str(tmp_path), "--lang", "en"]) == 2
    assert os.listdir(tmp_path) == ["Sakura Mailing.pmark.toml"]
    assert capsys.readouterr().err.startswith("pmark: ")
