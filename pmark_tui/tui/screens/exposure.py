"""Assumed damages: the data sets of a client, what a leak of each would cost by the model, and its limits."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList

from pmark_tui.domain.client import DataSet
from pmark_tui.domain.jo_model import Outcome, assess_all
from pmark_tui.report import exposure
from pmark_tui.store.incidents import jo_model
from pmark_tui.texts.figures import yen
from pmark_tui.tui.keys import EXPOSURE, Key, bindings
from pmark_tui.tui.screens.base import PmarkScreen
from pmark_tui.tui.widgets.choices import Choices
from pmark_tui.tui.widgets.japanese import TextBlock

NEW = "new"
"""The row that adds a set."""


class ExposureScreen(PmarkScreen):
    """A row a data set, all of them together above; the highlighted one with every factor below."""

    KEYS: ClassVar[tuple[Key, ...]] = EXPOSURE
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    name_key = "title_exposure"
    above = "incident"

    def body(self) -> ComposeResult:
        """Sum, sets, the highlighted one."""
        yield TextBlock(id="sets-head")
        yield Choices(id="sets")
        with VerticalScroll(id="set-detail", can_focus=False):
            yield TextBlock(id="set-text")

    def on_mount(self) -> None:
        """Show the sets of the open client."""
        self._show(0)
        self.query_one("#sets", Choices).focus()

    @property
    def _sets(self) -> tuple[DataSet, ...]:
        return self.session.client.data_sets

    def _outcomes(self) -> tuple[Outcome, ...]:
        return assess_all(jo_model(), self._sets)

    def _show(self, at: int | None = None) -> None:
        outcomes = self._outcomes()
        head = exposure.total_line(outcomes, self.lang) if len(outcomes) > 1 else ""
        title = jo_model().title.of(self.lang) + (self.t("exposure_pointer") if outcomes else "")
        self.query_one("#sets-head", TextBlock).show(
            Content.assemble((title, "bold $text-primary"), f"\n{head}" if head else "")
        )
        rows: list[tuple[str, str | Content, bool]] = [
            (str(place), self._row(outcome), True) for place, outcome in enumerate(outcomes)
        ]
        self.query_one("#sets", Choices).show([*rows, (NEW, self.t("exposure_new"), True)], at=at)
        self._show_set()
        self.show_top()

    def _row(self, outcome: Outcome) -> str:
        name, found = exposure.set_name(outcome, self.lang), outcome.exposure
        if found is None:
            why = exposure.still_open(jo_model(), outcome, self.lang)
            return self.t("exposure_open", name=name, why=why)
        return self.t(
            "exposure_row",
            name=name,
            persons=f"{found.persons:,}",
            per_person=yen(found.per_person, self.lang),
            total=yen(found.total, self.lang),
        )

    def _show_set(self) -> None:
        """The highlighted set with its factors; the limits of the model beside each result."""
        model, outcomes, at = jo_model(), self._outcomes(), self._at()
        if at is None:
            lines = self.t("exposure_none").split("\n") if not outcomes else []
        else:
            outcome = outcomes[at]
            lines = [f"== {exposure.set_name(outcome, self.lang)}", *self._facts(outcome)]
        limits = [limit.text.of(self.lang) for limit in model.limit]
        lines += ["", f"== {self.t('exposure_limits')}"]
        lines += [f"- {line}" for line in (*limits, model.incomplete.of(self.lang))]
        lines += ["", model.credit.of(self.lang), model.licence.of(self.lang)]
        self.query_one("#set-text", TextBlock).show(
            Content("\n").join(
                Content.styled(line.removeprefix("== "), "bold" if line.startswith("==") else "")
                for line in lines
            )
        )
        self.query_one("#set-detail", VerticalScroll).scroll_home(animate=False)

    def _facts(self, outcome: Outcome) -> list[str]:
        """The amounts, each kind with its level, each factor with its reason; or what is missing."""
        model, found = jo_model(), outcome.exposure
        if found is None:
            return [exposure.still_open(model, outcome, self.lang)]
        items = exposure.item_facts(model, found, self.lang)
        factors = exposure.factor_facts(model, found, self.lang)
        return [exposure.result_line(found, self.lang), *(f"- {f}" for f in (*items, *factors))]

    def _at(self) -> int | None:
        """The place of the highlighted set; None on the row that adds one."""
        at = self.query_one("#sets", Choices).highlighted
        return at if at is not None and at < len(self._sets) else None

    def on_option_list_option_highlighted(self) -> None:
        """What belongs to the row under the cursor."""
        self._show_set()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open a set, or add one."""
        self.action_edit()

    def action_edit(self) -> None:
        """Change the highlighted set; on the last row add one."""
        at = self._at()
        self._open(len(self._sets) if at is None else at)

    def action_new(self) -> None:
        """Add a set."""
        self._open(len(self._sets))

    def _open(self, place: int) -> None:
        from pmark_tui.tui.screens.data_set import DataSetScreen

        held = self._sets[place] if place < len(self._sets) else DataSet(0, ())
        put = partial(self._put, place)
        self.app.push_screen(DataSetScreen(held, put), lambda _: self._show(place))

    def _put(self, place: int, held: DataSet) -> None:
        """Keep what was entered; an empty new set leaves no trace."""
        sets = list(self._sets)
        if place < len(sets):
            sets[place] = held
        elif held != DataSet(0, ()):
            sets.append(held)
        self.session.change(data_sets=tuple(sets))

    def action_remove(self) -> None:
        """Remove the highlighted set."""
        at = self._at()
        if at is None:
            return
        name = exposure.set_name(self._outcomes()[at], self.lang)
        self.session.change(data_sets=(*self._sets[:at], *self._sets[at + 1 :]))
        self._show(min(at, len(self._sets)))
        self.pmark.tell(self.t("exposure_removed", name=name))

    def action_page(self, by: int) -> None:
        """Scroll what stands below."""
        detail = self.query_one("#set-detail", VerticalScroll)
        detail.scroll_page_down(animate=False) if by > 0 else detail.scroll_page_up(animate=False)
