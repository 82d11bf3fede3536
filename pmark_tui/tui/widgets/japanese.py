"""Text that breaks where Japanese may break, and an input line with the cursor where it is."""

from __future__ import annotations

import re

from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Offset
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual
from textual.widgets import Input, Static

from pmark_tui.domain.text import break_offsets, cell_width, flow

_HEAD = re.compile(r" *(?:(?:-|\[[ x]\]|\([ x-]\)|\d{1,2}\.) +)?")
"""What a line begins with: an indent, and the mark of a list, a choice or a step."""


def _broken(line: Content, width: int) -> list[Content]:
    """One line broken to `width` cells; what follows stands under its text, not under its mark."""
    if cell_width(line.plain) <= width:
        return [line.rstrip()]
    found = _HEAD.match(line.plain)
    hang = found.end() if found is not None else 0
    if hang > width // 3:
        hang = 0
    head, text = line.divide([hang]) if hang else (Content(""), line)
    pieces = text.divide(break_offsets(text.plain, width - hang)) or [text]
    return [
        Content.assemble(Content(" " * hang) if number else head, piece.rstrip())
        for number, piece in enumerate(pieces)
    ]


class JapaneseText(Visual):
    """Content that is broken by the rules of Japanese typesetting instead of at spaces only."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._broken: dict[int, Content] = {}

    @property
    def plain(self) -> str:
        """The text without its styles."""
        return self._content.plain

    def says(self, content: Content | str) -> bool:
        """Whether this is that content, styles and all."""
        wanted = Content(content) if isinstance(content, str) else content
        return self._content.is_same(wanted)

    def _at(self, width: int) -> Content:
        if width not in self._broken:
            lines = [
                piece
                for line in self._content.split("\n", allow_blank=True)
                for piece in _broken(line, width)
            ]
            self._broken = {width: Content("\n").join(lines)}
        return self._broken[width]

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The lines at this width."""
        return self._at(width).render_strips(width, height, style, options)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        """The width without any break."""
        return self._content.get_optimal_width(rules, container_width)

    def get_minimal_width(self, rules: RulesMap) -> int:
        """Two cells: one character of Japanese."""
        return 2

    def get_height(self, rules: RulesMap, width: int) -> int:
        """The number of lines at this width."""
        broken = self._at(width).plain
        return broken.count("\n") + 1 if broken else 0


class TextBlock(Static):
    """A block of Japanese or English text that wraps well. Its text is never markup."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self.plain = ""

    def show(self, content: Content | str) -> None:
        """Replace the text. The screen is only laid out anew where the block's height changes."""
        text = JapaneseText(Content(content) if isinstance(content, str) else content)
        self.plain = text.plain
        self.update(text, layout=not self._keeps_its_height(text))

    def _keeps_its_height(self, text: JapaneseText) -> bool:
        width, height = self.content_size
        if not width:
            return False
        if not self.styles.is_auto_height:
            return True
        least = self.styles.min_height
        needed = text.get_height({}, width)
        return height == max(
            needed, int(least.value) if least is not None and least.is_cells else 0
        )


class Flow(Static):
    """Short parts side by side, never broken; flows anew when the width changes.

    Of several forms of the same parts, longest first, it shows the first one that takes at most `lines`
    lines; the last one takes as many as it needs, so that no part is ever missing.
    """

    def __init__(self, lines: int, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id)
        self._lines = lines
        self._forms: tuple[list[str], ...] = ()

    def show(self, *forms: list[str]) -> None:
        """Replace the parts."""
        if forms != self._forms:
            self._forms = forms
            self.on_resize()

    def on_resize(self) -> None:
        """Lay the parts out in the width there is."""
        width = self.content_size.width or self.app.size.width - 2
        lines: list[str] = []
        for form in self._forms:
            lines = flow(form, width)
            if len(lines) <= self._lines:
                break
        self.update(Content("\n".join(lines)), layout=len(lines) != self.content_size.height)


LONGEST_LINE = 1_000
"""Most characters that a line takes; a note takes more."""


class LineInput(Input):
    """One line of input.

    The terminal puts an input method's text at its own cursor, which Textual sets one cell too far
    right when the cursor stands at the end.
    """

    def __init__(self, value: str = "", *, id: str | None = None, placeholder: str = "") -> None:  # noqa: A002 - Textual's own name
        super().__init__(
            value,
            id=id,
            placeholder=placeholder,
            select_on_focus=False,
            compact=True,
            max_length=max(LONGEST_LINE, len(value)),
        )

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the terminal's cursor belongs."""
        offset = super().cursor_screen_offset
        return offset - Offset(1, 0) if self.cursor_at_end else offset
