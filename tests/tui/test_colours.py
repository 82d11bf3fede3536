"""Every coloured word can be read: its contrast is what WCAG asks of text (4.5 to 1)."""

import re
from pathlib import Path

import pytest
from textual.color import Color

import pmark_tui.tui
from pmark_tui.tui.app import PmarkApp

SOURCES = sorted(Path(pmark_tui.tui.__file__).parent.rglob("*.py"))
STYLE = re.compile(r'"(?:(?:bold|italic|underline) )*\$([a-z-]+)"')
BEHIND = ("background", "surface", "panel")


def styles():
    return {name for path in SOURCES for name in STYLE.findall(path.read_text(encoding="utf-8"))}


def contrast(one, other):
    """The contrast ratio of WCAG 2: by relative luminance, 1 to 21."""

    def luminance(colour):
        parts = [
            c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.normalized
        ]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_black_and_white():
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#004578"), Color.parse("#1e1e1e")) < 2


def test_there_are_colours_to_look_at():
    assert {"text-primary", "text-muted"} <= styles()


@pytest.mark.parametrize("name", sorted(styles()))
def test_a_coloured_word_can_be_read(name, tmp_path):
    held = PmarkApp(str(tmp_path), "ja").get_css_variables()
    for behind in BEHIND:
        back = Color.parse(held[behind])
        shown = held[name]
        front = (
            back.get_contrast_text(float(shown.split()[1].rstrip("%")) / 100)
            if shown.startswith("auto")
            else Color.parse(shown)
        )
        seen = back + front
        assert contrast(seen, back) >= 4.5, f"${name} on ${behind}: {seen.hex}"
