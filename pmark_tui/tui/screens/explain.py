"""Where a step's figures come from: each clause's share and the answers behind it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from pmark_tui.domain.explain import explain
from pmark_tui.domain.pack import Step
from pmark_tui.tui.results_view import explanation
from pmark_tui.tui.screens.dialog import Dialog
from pmark_tui.tui.widgets.japanese import TextBlock


class ExplainScreen(Dialog[None]):
    """A scrolling text, a step a page; Esc or Enter closes it."""

    tall = True
    hint_key = "hint_explain"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,e,ｅ,f6,ctrl+e", "cancel", show=False),
        Binding("left", "turn(-1)", show=False, priority=True),
        Binding("right", "turn(1)", show=False, priority=True),
    ]

    def __init__(self, step: Step) -> None:
        super().__init__()
        self._step = step

    def body(self) -> ComposeResult:
        """The text."""
        with VerticalScroll(id="reasons"):
            yield TextBlock(id="reasons-text")

    def on_mount(self) -> None:
        """Show the step asked for."""
        self._show()
        self.query_one("#reasons", VerticalScroll).focus()

    def action_turn(self, by: int) -> None:
        """The step before or after, in a ring."""
        steps = self.session.pack.steps
        self._step = steps[(steps.index(self._step) + by) % len(steps)]
        self._show()

    def _show(self) -> None:
        """Work the step out and show it from the top."""
        title = self.t("explain_title", step=self._step.title.of(self.lang))
        self.query_one("#dialog-title", TextBlock).show(title)
        session = self.session
        found = explain(session.pack, session.client, self._step.id, self.pmark.now().date())
        lines = explanation(found, self.lang)
        self.query_one("#reasons-text", TextBlock).show(Content("\n").join(lines))
        self.query_one("#reasons", VerticalScroll).scroll_home(animate=False)
