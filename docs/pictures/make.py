"""Take the pictures of the README: the real screens on the sample, in both languages, as SVG.

Run from the top of the checkout, with the tests' libraries installed: `python docs/pictures/make.py`.
"""

import asyncio
import os
import re
import sys
from datetime import datetime
from html import escape, unescape
from pathlib import Path
from tempfile import TemporaryDirectory

FOLDER = Path(__file__).resolve().parent
sys.path.insert(0, str(FOLDER.parents[1]))

from pmark_tui.commands.demo import write_sample  # noqa: E402
from pmark_tui.domain.text import cell_width  # noqa: E402
from pmark_tui.texts import LANGUAGES  # noqa: E402
from tests.tui.screen_driver import Screen, opened  # noqa: E402

SIZE = (96, 28)
NOW = datetime(2026, 11, 23, 14, 3, 21)
FONTS = "Menlo, 'DejaVu Sans Mono', Consolas, 'Noto Sans Mono CJK JP', 'MS Gothic', monospace"
CELL = 12.2
"""How wide Textual draws a cell."""

TEXT = re.compile(
    r'<text class="([^"]+)" x="([^"]+)" y="([^"]+)" textLength="[^"]+"( [^>]*)?>([^<]*)</text>'
)

SCENES: dict[str, tuple[str, ...]] = {
    "interview": (),
    "results": ("f4",),
    "report": ("f5",),
    "leak": ("f12",),
}
"""Each picture by the keys that lead to it from an open client."""


async def _take(path: str, lang: str) -> dict[str, str]:
    taken = {}
    for name, keys in SCENES.items():
        async with opened(path, lang, SIZE, now=lambda: NOW) as screen:
            await screen.until(lambda screen=screen: screen.app.session is not None)
            await screen.press("f3")
            await screen.press(*keys)
            await screen.at_rest()
            taken[name] = _plain(screen, f"pmark-{name}")
    return taken


def _plain(screen: Screen, unique_id: str) -> str:
    """The screen as a picture that fetches nothing: no font from elsewhere, and as small as may be."""
    made = screen.app.export_screenshot(title="pmark")
    made = re.sub(r"@font-face\s*\{.*?\}", "", made, flags=re.DOTALL)
    made = re.sub(r"<!--.*?-->", "", made, flags=re.DOTALL)
    made = re.sub(r"font-family:[^;]+;", f"font-family: {FONTS};", made)
    made = TEXT.sub(_by_width, made)
    made = re.sub(r"terminal-\d+", unique_id, made)
    made = re.sub(r"[ \t]*\n\s*", "\n", made)
    return made.strip() + "\n"


def _by_width(found: re.Match[str]) -> str:
    """A run of text as runs of one width each: Textual takes every character for one cell wide."""
    kind, x, y, rest, words = found.groups(default="")
    at, parts = float(x), []
    for part in re.findall(r"[\x00-\u024f]+|[^\x00-\u024f]+", unescape(words)):
        width = cell_width(part) * CELL
        if part.strip("\xa0 \n"):
            parts.append(
                f'<text class="{kind}" x="{at:g}" y="{y}" textLength="{width:g}"{rest}>'
                f"{escape(part).replace(chr(0xA0), '&#160;')}</text>"
            )
        at += width
    return "".join(parts)


def main() -> None:
    """Write every picture beside this file."""
    for lang in LANGUAGES:
        with TemporaryDirectory() as folder:
            os.environ["PMARK_CLIENTS"] = folder
            os.chdir(folder)
            path = os.path.basename(write_sample(".", lang))
            for name, made in asyncio.run(_take(path, lang)).items():
                (FOLDER / f"{name}.{lang}.svg").write_text(made, encoding="utf-8", newline="\n")
            os.chdir(FOLDER)


if __name__ == "__main__":
    main()
