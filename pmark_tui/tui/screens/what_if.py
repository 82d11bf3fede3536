"""What if: close gaps without saving, and see the steps move."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList

from pmark_tui.domain.gaps import Gap, gaps
from pmark_tui.domain.whatif import close, moves
from pmark_tui.store.incidents import shares_of
from pmark_tui.tui import results_view
from pmark_tui.tui.keys import WHAT_IF, Key, bindings
from pmark_tui.tui.screens.base import PmarkScreen
from pmark_tui.tui.widgets.choices import Choices
from pmark_tui.tui.widgets.japanese import TextBlock

FIRST = 10


class WhatIfScreen(PmarkScreen):
    """Steps then and now above, gaps to suppose closed below; nothing here reaches the file."""

    KEYS: ClassVar[tuple[Key, ...]] = WHAT_IF
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    name_key = "title_what_if"
    above = "results"
    kept = ("_supposed",)

    def __init__(self) -> None:
        super().__init__()
        self._gaps: tuple[Gap, ...] = ()
        self._supposed: set[str] = set()

    def body(self) -> ComposeResult:
        """What it is, the steps, the gaps."""
        yield TextBlock(id="results-head")
        with VerticalScroll(id="moves", can_focus=False):
            yield TextBlock(id="moves-text")
        yield Choices(id="gaps-list")

    def on_mount(self) -> None:
        """Nothing is closed at first."""
        session = self.session
        self._gaps = gaps(
            session.pack, session.client, shares_of(session.client), self.pmark.now().date()
        )
        self._show()
        self.query_one("#gaps-list", Choices).focus()

    def _show(self) -> None:
        session = self.session
        chosen = [g for g in self._gaps if g.question.id in self._supposed]
        supposed = close(session.pack, session.client, chosen)
        moved = moves(session.pack, session.client, supposed, self.pmark.now().date())
        hours = sum(g.question.hours for g in chosen)
        head = self.t("what_if_head", count=len(chosen), hours=f"{hours:g}")
        self.query_one("#results-head", TextBlock).show(Content.styled(head, "bold $text-primary"))
        lines = [results_view.move_line(move, self.lang) for move in moved]
        self.query_one("#moves-text", TextBlock).show(Content("\n").join(lines))
        rows = [
            (
                g.question.id,
                Content.assemble(
                    "[x] " if g.question.id in self._supposed else "[ ] ",
                    results_view.gap_line(session.pack, g, self.lang),
                ),
                True,
            )
            for g in self._gaps
        ]
        choices = self.query_one("#gaps-list", Choices)
        choices.show(list(rows) or [("", self.t("results_no_gaps"), False)])
        if choices.highlighted is None:
            choices.highlighted = 0
        self.show_top()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Suppose this gap closed, or not."""
        if event.option.id:
            self._supposed ^= {event.option.id}
            self._show()

    def action_suppose(self) -> None:
        """Space does what Enter does in the list."""
        self.query_one("#gaps-list", Choices).action_select()

    def action_first_ten(self) -> None:
        """Suppose the first ten closed."""
        self._supposed = {g.question.id for g in self._gaps[:FIRST]}
        self._show()

    def action_none(self) -> None:
        """Suppose nothing."""
        self._supposed = set()
        self._show()
