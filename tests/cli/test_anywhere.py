"""Other machines: other consoles, line ends, locales, no home. Played here as far as they can be."""

import codecs
import io
import os
import shutil
import sys
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.store import client_file
from pmark_tui.store.pack_sources import read_pack

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "packs" / "small"
NEW = ("--name", "株式会社見本", "--industry", "service", "--workers", "5", "--no-capital")


@pytest.fixture
def path(tmp_path, capsys):
    path = str(tmp_path / "客先.pmark.toml")
    assert main(["new", path, *NEW]) == 0
    assert main(["answer", path, "J.2.2-1=no", "--note", "J.2.2-1=～①㈱髙"]) == 0
    capsys.readouterr()
    return Path(path)


def crlf(data):
    return data.replace(b"\n", b"\r\n")


@pytest.mark.parametrize("encoding", ["cp932", "cp1252", "ascii"])
def test_a_console_of_another_encoding_is_given_utf8(path, monkeypatch, encoding):
    console = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="\r\n")
    monkeypatch.setattr(sys, "stdout", console)
    assert main(["gaps", str(path), "--lang", "ja"]) == 0
    console.flush()
    shown = console.buffer.getvalue()
    assert "個人情報保護方針" in shown.decode("utf-8")
    assert b"\r" not in shown


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8], ids=["plain", "marked"])
def test_a_client_file_as_editors_on_windows_write_it_is_the_same_client(path, mark):
    before = client_file.read(str(path)).client
    path.write_bytes(mark + crlf(path.read_bytes()))
    file = client_file.read(str(path))
    assert file.client == before
    client_file.save(file, before)
    assert path.read_bytes().startswith(b"#") and b"\r" not in path.read_bytes()


def test_a_mistake_in_it_is_found_on_its_line(path, capsys):
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, 1) if line.startswith("workers"))
    lines[number - 1] = 'workers = "many"'
    path.write_bytes(crlf("\n".join(lines).encode()))
    assert main(["score", str(path)]) == 2
    assert f"客先.pmark.toml:{number}" in capsys.readouterr().err


def test_a_pack_with_the_line_ends_of_windows_is_the_same_pack(tmp_path):
    shutil.copytree(SMALL, tmp_path / "pack")
    for file in (tmp_path / "pack").rglob("*.toml"):
        file.write_bytes(crlf(file.read_bytes()))
    ours, theirs = read_pack(str(SMALL)), read_pack(str(tmp_path / "pack"))
    assert ours.questions == theirs.questions
    assert dict(ours.guides) == dict(theirs.guides)


def test_a_file_in_the_encoding_of_japanese_windows_is_refused_in_one_line(path, capsys):
    text = path.read_text(encoding="utf-8").replace("～①㈱髙", "方針")
    path.write_bytes(text.encode("cp932"))
    assert main(["score", str(path)]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and "UTF-8" in err


def test_words_that_are_no_text_are_refused(tmp_path, capsys):
    words = ["new", str(tmp_path / "a.pmark.toml"), *NEW]
    words[words.index("株式会社見本")] = "\udcff"
    assert main(words) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and "UTF-8" in err
    assert not list(tmp_path.glob("*.toml"))


def test_a_file_name_that_the_locale_cannot_write(monkeypatch, tmp_path, capsys):
    def refuse(*_):
        raise UnicodeEncodeError("ascii", "客先", 0, 2, "ordinal not in range(128)")

    monkeypatch.setattr(client_file, "create", refuse)
    assert main(["new", str(tmp_path / "a.pmark.toml"), *NEW]) == 3
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and "客先" in err and "LC_ALL" in err


@pytest.fixture
def no_home(monkeypatch, tmp_path):
    """A user whom no password file knows and whose environment is empty."""
    for name in [n for n in os.environ if n.startswith(("PMARK_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(os.path, "expanduser", lambda given: given)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("no_home")
def test_without_a_home_everything_that_needs_none_works(path, capsys, tmp_path):
    before = set(tmp_path.rglob("*"))
    assert main(["score", str(path)]) == 0
    assert main(["fees", "--size", "small"]) == 0
    capsys.readouterr()
    assert main(["demo", "--no-open"]) == 3
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and "PMARK_CLIENTS" in err
    assert set(tmp_path.rglob("*")) == before  # nothing is called ~


@pytest.mark.usefixtures("no_home")
def test_without_a_home_the_doctor_says_so(capsys):
    assert main(["doctor", "--lang", "en"]) == 1
    assert "there is no home folder" in capsys.readouterr().out


def test_a_home_that_cannot_be_written(path, monkeypatch, tmp_path, capsys):
    (tmp_path / "home").write_text("")  # nothing can be made in it, whoever one is
    for name in [n for n in os.environ if n.startswith(("PMARK_", "XDG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(os.path, "expanduser", lambda _: str(tmp_path / "home"))
    assert main(["score", str(path)]) == 0
    assert main(["questions", "--json"]) == 0
    capsys.readouterr()
    assert main(["demo", "--no-open"]) == 3
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("locale", ["C", "POSIX", "ja_JP.SJIS", "C.UTF-8"])
def test_a_locale_without_a_language_of_ours_is_japanese(monkeypatch, capsys, locale):
    monkeypatch.setenv("LANG", locale)
    assert main(["size", *NEW[2:]]) == 0
    assert "小規模" in capsys.readouterr().out
