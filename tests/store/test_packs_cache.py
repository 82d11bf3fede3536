"""Compiled packs: as quick as can be, and never a wrong answer, whatever became of the cache."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.store import cache, packs

EXAMPLE = Path(__file__).resolve().parents[1] / "packs" / "example" / "front-desk"
QUESTION = "Do visitors sign in without seeing who came before them?"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The worked pack among the user's packs, and a cache of its own."""
    monkeypatch.setenv("PMARK_CACHE", str(tmp_path / "own-cache"))
    home = Path(os.environ["PMARK_DATA"]) / "packs"
    home.mkdir(parents=True)
    return Path(shutil.copytree(EXAMPLE, home / "front-desk"))


def texts(capsys: pytest.CaptureFixture[str]) -> dict[str, str]:
    """The questions as the command prints them."""
    assert main(["--lang", "en", "questions", "--pack", "front-desk", "--json"]) == 0
    return {q["id"]: q["text"] for q in json.loads(capsys.readouterr().out)["questions"]}


def whys() -> dict[str, str]:
    """The guides, which are kept in a file of their own."""
    pack = packs.load("front-desk")
    return {key: guide.en.why for key, guide in pack.guides.items()}


def kept(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "own-cache").glob("front-desk-*"))


def edit(folder: Path, old: str, new: str, *, keep_times: bool = False) -> None:
    path = folder / "questions" / "visitors.toml"
    before = path.stat()
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    if keep_times:
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_an_edited_source_is_seen_at_once(folder, capsys):
    assert texts(capsys)["V.1-2"] == QUESTION
    edit(folder, QUESTION, "Do visitors sign in alone?")
    assert texts(capsys)["V.1-2"] == "Do visitors sign in alone?"
    assert packs.load("front-desk").question["V.1-2"].text.en == "Do visitors sign in alone?"


def test_an_edit_of_the_same_length_is_seen_at_once(folder, capsys):
    assert texts(capsys)["V.1-2"] == QUESTION
    edit(folder, "who came before", "WHO CAME BEFORE")
    assert "WHO CAME BEFORE" in texts(capsys)["V.1-2"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps no time of change")
def test_an_edit_that_keeps_length_and_time_is_seen_at_once(folder, capsys):
    assert texts(capsys)["V.1-2"] == QUESTION
    edit(folder, "who came before", "WHO CAME BEFORE", keep_times=True)
    assert "WHO CAME BEFORE" in texts(capsys)["V.1-2"]


def test_an_edited_guide_is_seen_at_once(folder):
    assert whys()["V.1-3"] == "A name left on the screen is read by the next visitor."
    edit(folder, "A name left on the screen", "A name left there")
    assert whys()["V.1-3"] == "A name left there is read by the next visitor."


def test_a_file_that_comes_or_goes_is_seen_at_once(folder, capsys):
    assert len(texts(capsys)) == 3
    source = folder / "questions" / "visitors.toml"
    whole = source.read_text(encoding="utf-8")
    cut = whole.index("[[question]]", whole.index("V.1-3") - 30)
    (folder / "questions" / "tablet.toml").write_text(whole[cut:], encoding="utf-8")
    source.write_text(whole[:cut], encoding="utf-8")
    assert len(texts(capsys)) == 3
    (folder / "questions" / "tablet.toml").unlink()
    assert len(texts(capsys)) == 2


def test_a_pack_that_breaks_is_refused_and_works_again_once_mended(folder, capsys):
    assert len(texts(capsys)) == 3
    edit(folder, "weight = 3", "weight = 9")
    assert main(["--lang", "en", "questions", "--pack", "front-desk"]) == 2
    assert "weight is 9" in capsys.readouterr().err
    edit(folder, "weight = 9", "weight = 3")
    assert len(texts(capsys)) == 3


def test_what_another_pmark_compiled_is_not_used(folder, capsys, monkeypatch, tmp_path):
    texts(capsys)
    before = {path.name: path.read_bytes() for path in kept(tmp_path)}
    assert before
    monkeypatch.setattr(cache, "__version__", "99.0.0")
    assert texts(capsys)["V.1-2"] == QUESTION
    after = {path.name: path.read_bytes() for path in kept(tmp_path)}
    assert all(after[name] != data for name, data in before.items())


def spoil_empty(data: bytes) -> bytes:
    return b""


def spoil_cut(data: bytes) -> bytes:
    return data[: len(data) // 2]


def spoil_one_letter(data: bytes) -> bytes:
    return data.replace(b"without", b"w\x00thout").replace(b"V.1", b"V.9")


def spoil_headless(data: bytes) -> bytes:
    return data.partition(b"\n")[2]


def spoil_shape(data: bytes) -> bytes:
    return data.partition(b"\n")[0] + b"\n[1, 2, 3]"


def spoil_noise(data: bytes) -> bytes:
    return bytes(range(256)) * 20


SPOILERS = [
    spoil_empty,
    spoil_cut,
    spoil_one_letter,
    spoil_headless,
    spoil_shape,
    spoil_noise,
]


@pytest.mark.parametrize("spoil", SPOILERS)
def test_a_spoilt_copy_is_made_anew(spoil, folder, capsys, tmp_path):
    expected = texts(capsys), whys()
    good = {path: path.read_bytes() for path in kept(tmp_path)}
    assert len(good) >= 3
    for path, data in good.items():
        path.write_bytes(spoil(data))
    assert (texts(capsys), whys()) == expected
    assert {path: path.read_bytes() for path in kept(tmp_path)} == good


def test_a_copy_that_cannot_be_read_or_replaced(folder, capsys, tmp_path):
    expected = texts(capsys), whys()
    for path in kept(tmp_path):
        path.unlink()
        path.mkdir()
    assert (texts(capsys), whys()) == expected
    assert all(path.is_dir() for path in kept(tmp_path)), "no half-written neighbours are left"


def test_the_guides_alone_are_gone(folder, tmp_path):
    expected = whys()
    for path in kept(tmp_path):
        if ".guides." in path.name:
            path.unlink()
    assert whys() == expected


@pytest.mark.parametrize("place", ["a-file", "a-file/below"])
def test_a_cache_that_cannot_be_written_costs_time_only(
    place, folder, capsys, tmp_path, monkeypatch
):
    expected = texts(capsys), whys()
    (tmp_path / "a-file").write_text("x", encoding="utf-8")
    monkeypatch.setenv("PMARK_CACHE", str(tmp_path / place))
    assert (texts(capsys), whys()) == expected
    assert (tmp_path / "a-file").read_text(encoding="utf-8") == "x"


def test_a_read_only_cache_costs_time_only(folder, capsys, tmp_path, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    expected = texts(capsys)
    for path in kept(tmp_path):
        path.unlink()
    monkeypatch.setattr(cache.os, "replace", refuse)
    assert texts(capsys) == expected
    assert kept(tmp_path) == [], "nothing half written is left"


def test_two_folders_of_the_same_name_are_kept_apart(folder, tmp_path, capsys):
    other = Path(shutil.copytree(folder, tmp_path / "elsewhere" / "front-desk"))
    edit(other, QUESTION, "Do visitors sign in alone?")
    assert packs.load_folder(str(other)).question["V.1-2"].text.en == "Do visitors sign in alone?"
    assert texts(capsys)["V.1-2"] == QUESTION


def run(*words: str, count: int = 1) -> list[subprocess.Popen[bytes]]:
    return [
        subprocess.Popen(
            [sys.executable, "-m", "pmark_tui", *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(count)
    ]


def test_many_at_once_all_get_the_whole_answer(folder):
    started = run("--lang", "en", "questions", "--pack", "front-desk", "--json", count=4)
    ended = [process.communicate() for process in started]
    assert [process.returncode for process in started] == [0, 0, 0, 0]
    assert len({out for out, _ in ended}) == 1
    assert all(err == b"" for _, err in ended)


MODULES = """
import sys
from pmark_tui.cli import main
sys.stdout = open(sys.argv[1], "w", encoding="utf-8")
main(sys.argv[2:])
sys.stdout.close()
print("\\n".join(sys.modules), file=sys.stderr)
"""


def modules(tmp_path: Path, *words: str) -> set[str]:
    """What a warm run of a command imports."""
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", MODULES, str(tmp_path / "out.txt"), *words],
            capture_output=True,
            check=True,
            text=True,
        )
    return set(done.stderr.split())


@pytest.mark.parametrize("words", [["questions", "--json"], ["questions"], ["pack", "list"]])
def test_a_listing_loads_neither_the_pack_nor_what_reads_it(words, folder, tmp_path):
    loaded = modules(tmp_path, *words)
    assert "pmark_tui.store.packs" in loaded
    assert not loaded & {
        "pydantic",
        "tomli",
        "dataclasses",
        "textual",
        "pmark_tui.domain.pack",
        "pmark_tui.store.compiled",
    }


def test_a_longer_text_costs_no_import_and_no_parsing(folder, tmp_path, capsys):
    """However long the guidance: what the listing reads does not hold it."""
    edit(folder, "A name left on the screen", "A name left on the screen " * 5000)
    texts(capsys)
    sizes = {path.name.split(".", 1)[-1]: path.stat().st_size for path in kept(tmp_path)}
    assert sizes["guides.json"] > 100_000
    assert all(size < 20_000 for name, size in sizes.items() if name != "guides.json")
