"""Frames: what each screen looks like, as text, in both languages and at two sizes.

A frame is compared with the stored one. `PMARK_FRAMES=update` stores what is shown; every scene
also asserts something about the app, so that the picture of a crash is never stored.
"""

from __future__ import annotations

import os
from unicodedata import east_asian_width

import pytest

from pmark_tui.domain.text import ambiguous, cell_width
from tests.tui import leak_scenes
from tests.tui.scenes import NAMES, SCENES
from tests.tui.screen_driver import opened

assert leak_scenes  # its scenes are registered by being imported


HERE = os.path.dirname(os.path.abspath(__file__))


SIZES = ((80, 24), (120, 40))


SMALL = (40, 12)


ALSO_SMALL = (
    "clients",
    "exposure",
    "data-set",
    "drill",
    "record",
    "interview-answered",
    "interview-filter",
    "routes-combined",
    "note",
    "search",
    "results",
)


CASES = [(name, lang) for name in SCENES for lang in NAMES]


def sizes_of(name: str) -> list[tuple[int, int]]:
    """The sizes at which a scene is stored."""
    return [*SIZES, *([SMALL] if name in ALSO_SMALL else [])]


@pytest.mark.parametrize(("name", "lang"), CASES)
async def test_frame(name: str, lang: str) -> None:
    """One run a scene: the terminal changes its size meanwhile, as terminals do."""
    start, drive = SCENES[name]
    shown = {}
    async with opened(start(lang), lang, SIZES[0]) as screen:
        await drive(screen)
        for size in sizes_of(name):
            if size != SIZES[0]:
                await screen.resize(*size)
            shown[size] = await screen.at_rest() + "\n"
    for size, picture in shown.items():
        assert_readable(picture, lang, size)
        if os.environ.get("PMARK_FRAMES") == "update":
            with open(path_of(name, lang, size), "w", encoding="utf-8", newline="\n") as stream:
                stream.write(picture)
    for size, picture in shown.items():
        with open(path_of(name, lang, size), encoding="utf-8", newline="\n") as stream:
            assert picture == stream.read(), size


def test_no_frame_is_left_over() -> None:
    expected = {os.path.basename(path_of(n, lang, z)) for n, lang in CASES for z in sizes_of(n)}
    assert set(os.listdir(os.path.join(HERE, "frames"))) == expected


def path_of(name: str, lang: str, size: tuple[int, int]) -> str:
    """Where a frame is stored."""
    return os.path.join(HERE, "frames", f"{name}.{lang}.{size[0]}x{size[1]}.txt")


CLIENTS_OWN = (
    "方針は社長室の額にある。",
    "日付が古いので、改めて定める。",
    "個人情報保護方針（2019年版）",
    "代表者",
    "総務",
    "監査がまだなので、不適合も出ていない",
)
"""What the client himself said, which no language changes."""


def assert_readable(shown: str, lang: str, size: tuple[int, int]) -> None:
    """Nothing of uncertain width, nothing cut, nothing in the other language."""
    assert not ambiguous(shown), ambiguous(shown)
    lines = shown.removesuffix("\n").split("\n")
    assert len(lines) == size[1]
    assert max(map(cell_width, lines)) <= size[0]
    if lang == "en":
        for words in (*CLIENTS_OWN, "日本語"):
            shown = shown.replace(words, "")
        assert not [c for c in shown if east_asian_width(c) in "WF"], shown
