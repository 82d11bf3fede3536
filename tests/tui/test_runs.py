"""A first evening and a visit on a real terminal, by keys alone; what stood on the screen is kept as text.

Each run is made in one language; every picture is taken at 80x24 and at 120x40, for terminals change
their size. `PMARK_FRAMES=update` stores what is shown.
"""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pseudo-terminal", allow_module_level=True)

from pmark_tui.domain.text import ambiguous
from pmark_tui.store import client_file, packs
from tests.tui.terminal import Terminal

RUNS = Path(__file__).parent / "runs"
SIZES = ((80, 24), (120, 40))
WORDS = {
    "ja": {
        "name": "さくら事務所",
        "start": "1. n",
        "form": "従業者数",
        "size": "規模：中規模",
        "first": "1/14",
        "routes": "どの設問",
        "president": "代表者に聞く",
        "marked": "あとで確認・保留（4問）",
        "homework": "宿題",
        "written": "書き出しました",
        "search": "アクセス権",
        "undone": "取り消しました",
    },
    "en": {
        "name": "Sakura Office",
        "start": "1. Press n",
        "form": "Workers",
        "size": "Size: medium",
        "first": "1/14",
        "routes": "Which questions",
        "president": "ask President",
        "marked": "Flagged and parked (4)",
        "homework": "Homework",
        "written": "written",
        "search": "access",
        "undone": "undone",
    },
}


class Run:
    """A run with its pictures."""

    def __init__(self, terminal: Terminal, lang: str) -> None:
        self.terminal = terminal
        self.lang = lang
        self.pictures: dict[str, str] = {}

    def picture(self, name: str, *words: str) -> None:
        """Keep what is shown at both sizes, once these words are there."""
        for columns, lines in reversed(SIZES):
            self.terminal.resize(columns, lines)
            self.terminal.see(*words)
            picture = f"{name}.{self.lang}.{columns}x{lines}"
            path = RUNS / f"{picture}.txt"
            stored = path.read_text(encoding="utf-8") if path.exists() else ""
            self.stand_still(stored)
            self.pictures[picture] = held_still(self.terminal.text)

    def stand_still(self, expected: str) -> None:
        """Wait for the line of keys at the foot, and until three looks show what is expected.

        Anything else has to stand for much longer before it is believed.
        """
        terminal, still, shown = self.terminal, 0, ""
        terminal.until(lambda: "F1" in terminal.text.splitlines()[-1] or "Esc" in terminal.text)
        while still < (3 if held_still(shown) == expected else 20):
            before = shown
            terminal.read(0.08)
            shown = terminal.text
            still = still + 1 if shown == before else 0

    def compare(self) -> None:
        """Store the pictures where that is asked for; then they are those that are stored."""
        for name, shown in self.pictures.items():
            assert not ambiguous(shown), name
            path = RUNS / f"{name}.txt"
            if os.environ.get("PMARK_FRAMES") == "update":
                path.write_text(shown, encoding="utf-8")
            assert shown == path.read_text(encoding="utf-8"), name


def held_still(shown: str) -> str:
    """The screen without the time and the day of the run, and without an empty end."""
    shown = re.sub(r"\d\d:\d\d:\d\d", "10:00:00", shown)
    return re.sub(r"20\d\d-\d\d-\d\d", "2026-11-23", shown).rstrip() + "\n"


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_first_evening_and_a_visit(lang: str, tmp_path: Path) -> None:
    packs.load()
    say = WORDS[lang]
    with Terminal(["--lang", lang, "clients"], str(tmp_path)) as t:
        run = Run(t, lang)
        run.picture("start", say["start"])

        # the first evening: a form, and the first question
        t.commit("n")
        t.see(say["form"])
        t.commit(say["name"])
        t.press("enter", "down", "down", "down", "down", "enter")
        t.see({"ja": "(x) サービス業", "en": "(x) Service"}[lang])
        t.commit("１２")
        t.press("enter")
        t.commit("1,000万" if lang == "ja" else "10,000,000")
        run.picture("form", say["size"])
        t.press("f3")
        run.picture("question", say["first"], "E.2-1")

        # the visit: everything for the president, three flagged, one parked
        t.commit("p")
        run.picture("routes", say["routes"])
        rows = [r for r in t.text.splitlines() if "( )" in r or "(x)" in r]
        here = next(n for n, row in enumerate(rows) if "(x)" in row)
        there = next(n for n, row in enumerate(rows) if say["president"] in row)
        t.press(*["down"] * (there - here), "enter")
        t.see("1/5")
        for key in ("f", "f", "f", "k"):
            t.commit(key)
            t.commit("3")
        t.see("5/5")
        t.commit("l")
        run.picture("marked", say["marked"])
        t.press("escape")
        t.see("5/5")

        # found by a word; the homework read and written; the last answer taken back
        t.commit("/")
        t.commit(say["search"])
        run.picture("search", "J.9.2-24")
        t.press("escape")
        t.see("5/5")
        t.commit("v")
        run.picture("homework", say["homework"], "J.2.2-1")
        t.press("f9")
        t.see(say["written"])
        t.press("f3")
        t.see("5/5")
        t.commit("u")
        t.see(say["undone"], "J.6.3-2")
        t.press("ctrl+q")
        assert t.ended() == 0
    held = client_file.read(str(tmp_path / "clients" / f"{say['name']}.pmark.toml")).client
    marked = {q: (a.value, a.flagged, a.parked) for q, a in held.answers.items()}
    assert marked == {
        "E.2-1": ("no", True, False),
        "E.3-3": ("no", True, False),
        "J.2.2-1": ("no", True, False),
        "J.6.3-2": ("", False, True),
    }
    paper = (tmp_path / "clients" / f"{say['name']}.homework.md").read_text(encoding="utf-8")
    assert all(question in paper for question in marked)
    run.compare()
    expected = {f"{name}.txt" for name in run.pictures}
    stored = {p.name for p in RUNS.iterdir() if f".{lang}." in p.name}
    assert stored == expected
