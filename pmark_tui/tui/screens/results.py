"""The results: seven steps with range and blockers, fees, and what to close first."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import DescendantFocus
from textual.widgets import OptionList

from pmark_tui.domain.ask_next import ask_next
from pmark_tui.domain.gaps import Gap, gaps
from pmark_tui.domain.pack import Question
from pmark_tui.domain.scoring import Score, StepScore
from pmark_tui.store.incidents import shares_of
from pmark_tui.tui import results_view, views
from pmark_tui.tui.keys import RESULTS, Key, bindings
from pmark_tui.tui.screens.base import NARROW, PmarkScreen
from pmark_tui.tui.widgets.choices import Choices
from pmark_tui.tui.widgets.japanese import TextBlock


class ResultsScreen(PmarkScreen):
    """Two lists, steps above and gaps below; what belongs to the highlighted step stands between."""

    KEYS: ClassVar[tuple[Key, ...]] = RESULTS
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    name_key = "title_results"

    def __init__(self) -> None:
        super().__init__()
        self._score: Score | None = None
        self._gaps: tuple[Gap, ...] = ()
        self._to_ask: tuple[Question, ...] = ()

    def body(self) -> ComposeResult:
        """Steps, what blocks the highlighted one, gaps."""
        yield TextBlock(id="results-head")
        yield Choices(id="steps-list")
        with VerticalScroll(id="detail", can_focus=False):
            yield TextBlock(id="detail-text")
        yield TextBlock(id="gaps-head")
        yield Choices(id="gaps-list")

    def on_mount(self) -> None:
        """Work everything out and show it."""
        session = self.session
        self._score = session.score()
        self._to_ask = ask_next(session.pack, self._score)
        self._gaps = gaps(
            session.pack, session.client, shares_of(session.client), self.pmark.now().date()
        )
        self._show_steps(at=0)
        head = self.t("results_gaps", count=len(self._gaps))
        rows: list[tuple[str, str | Content, bool]] = [
            (g.question.id, results_view.gap_line(session.pack, g, self.lang), True)
            for g in self._gaps
        ]
        if not rows and self._to_ask:  # who has just begun has no gaps, but something to ask
            head = self.t("results_to_ask")
            rows = [
                (q.id, f"{n}. {q.id} {q.text.of(self.lang)}", True)
                for n, q in enumerate(self._to_ask, 1)
            ]
        if not rows:
            rows = [("", self.t("results_no_gaps"), False)]
        self.query_one("#gaps-head", TextBlock).show(Content.styled(head, "bold $text-primary"))
        self.query_one("#gaps-list", Choices).show(rows, at=0 if rows[0][0] else None)
        self.query_one("#steps-list", Choices).focus()
        self.show_top()

    def on_resize(self) -> None:
        """A step takes a line, also where there is no room for its bar."""
        self._show_steps()

    def _show_steps(self, at: int | None = None) -> None:
        if self._score is None:
            return
        narrow = self.app.size.width < NARROW
        legend = "" if narrow else f"   {self.t('results_legend')}"
        self.query_one("#results-head", TextBlock).show(
            Content.assemble((self.t("results_steps"), "bold $text-primary"), legend)
        )
        steps: list[tuple[str, str | Content, bool]] = [
            (s.step.id, views.step_line(s, self.lang, narrow), True) for s in self._score.steps
        ]
        self.query_one("#steps-list", Choices).show(steps, at=at)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what belongs to the highlighted step or gap."""
        self._show_highlighted(event.option_list)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """Show what belongs to the list one came to."""
        if isinstance(event.widget, OptionList):
            self._show_highlighted(event.widget)

    def _show_highlighted(self, chosen: OptionList) -> None:
        index = chosen.highlighted
        if index is None or not chosen.has_focus or self._score is None:
            return
        if chosen.id == "steps-list":
            self._show_detail(self._step_lines(self._score.steps[index]))
        elif self._gaps:
            gap = self._gaps[index]
            self._show_detail(results_view.gap_detail(self.session.pack, gap, self.lang))

    def _show_detail(self, lines: list[Content]) -> None:
        self.query_one("#detail-text", TextBlock).show(Content("\n").join(lines))
        self.query_one("#detail", VerticalScroll).scroll_home(animate=False)

    def _step_lines(self, step: StepScore) -> list[Content]:
        session = self.session
        assert self._score is not None
        on = self.pmark.now().date()
        progress = self.t(
            "results_progress",
            answered=self._score.answered,
            asked=self._score.asked,
            excluded=self._score.excluded,
        )
        return [
            *results_view.step_detail(session.pack, step, self.lang),
            *results_view.money(session.client, on, self.lang),
            Content(progress),
            *(results_view.to_ask(self._to_ask, self.lang) if self._gaps else ()),
            Content.styled(self.t("results_not_a_decision"), "$text-muted"),
        ]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter: a step opens its reasons, a gap its question."""
        if event.option_list.id == "steps-list":
            self.action_explain()
        elif event.option.id:
            self.session.move_to(event.option.id)
            self.pmark.show("interview")

    def action_details(self) -> None:
        """Go to the highlighted gap's question."""
        option = self.query_one("#gaps-list", Choices).highlighted_option
        if option is not None and option.id:
            self.session.move_to(option.id)
            self.pmark.show("interview")

    def action_explain(self) -> None:
        """Where the figures of the highlighted step come from."""
        from pmark_tui.tui.screens.explain import ExplainScreen

        index = self.query_one("#steps-list", Choices).highlighted
        if index is not None and self._score is not None:
            self.app.push_screen(ExplainScreen(self._score.steps[index].step))

    def action_official_fee(self) -> None:
        """Enter the official figures, where they are known."""
        from pmark_tui.tui.screens.official_fee import ask

        ask(self, lambda: self._show_highlighted(self.query_one("#steps-list", Choices)))

    def action_page(self, by: int) -> None:
        """Page through the gaps where one is among them, else through the middle part."""
        gaps = self.query_one("#gaps-list", Choices)
        if gaps.has_focus:
            gaps.page(by)
            return
        detail = self.query_one("#detail", VerticalScroll)
        (detail.scroll_page_down if by > 0 else detail.scroll_page_up)(animate=False)
