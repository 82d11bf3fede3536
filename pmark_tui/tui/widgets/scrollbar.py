"""A scroll bar without box characters, whose width a Japanese terminal may show as two cells."""

from __future__ import annotations

from typing import ClassVar

from textual.scrollbar import ScrollBar, ScrollBarRender


class PlainScrollBar(ScrollBarRender):
    """Draws the bar by background alone."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "] * 8
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "] * 8


def use_plain_scrollbars() -> None:
    """Have every scroll bar drawn so."""
    ScrollBar.renderer = PlainScrollBar
