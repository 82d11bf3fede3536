"""One data set: its name, how many people, which kinds of data, and the factors of the model."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar
from unicodedata import normalize

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid
from textual.content import Content
from textual.widgets import Input, Label, OptionList

from pmark_tui.domain.amounts import parse_amount
from pmark_tui.domain.client import DataSet
from pmark_tui.domain.jo_model import Item, Unrated, assess_all
from pmark_tui.domain.text import clip, fold, pad
from pmark_tui.domain.values import replace
from pmark_tui.report import exposure
from pmark_tui.store.incidents import jo_model
from pmark_tui.tui.screens.choose import ChooseScreen
from pmark_tui.tui.screens.dialog import Dialog
from pmark_tui.tui.screens.fields import ARROWS, Fields
from pmark_tui.tui.widgets.choices import Choices, FieldChoices
from pmark_tui.tui.widgets.japanese import LineInput, TextBlock

FACTORS = ("identifiability", "social", "response")
VALUE = 12
"""Cells that the value of a factor takes, so that what it means stands in a column."""
BESIDE = 6
"""Cells beside a row: the margins of the window, and its scroll bar's."""
OWN = "own:"
"""Before a kind of data that the model does not know."""


class FindLine(LineInput):
    """A line that is empty again once Enter took it, before the next key: quick typing loses nothing."""

    async def action_submit(self) -> None:
        """Hand over what is written, then be empty."""
        await super().action_submit()
        self.value = ""


class DataSetScreen(Fields, Dialog[None]):
    """Everything entered stays, also where the window is closed; the result follows each key."""

    tall = True
    hint_key = "hint_set"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f6", "level", show=False, priority=True),
        *ARROWS,
    ]

    def __init__(self, held: DataSet, put: Callable[[DataSet], None]) -> None:
        super().__init__()
        self._set = held
        self._put = put
        self._wanted = ""

    def body(self) -> ComposeResult:
        """Name, people, factors, the kinds with a line to find them, the result."""
        with Grid(classes="field"):
            yield Label(self.t("set_name"), markup=False)
            yield LineInput(self._set.name, id="name", placeholder=self.t("set_name_hint"))
            yield Label(self.t("set_persons"), markup=False)
            persons = f"{self._set.persons:,}" if self._set.persons else ""
            yield LineInput(persons, id="persons", placeholder=self.t("set_persons_hint"))
        yield FieldChoices(self.action_move, id="factors")
        yield FindLine(id="words", placeholder=self.t("set_words_hint"))
        yield FieldChoices(self.action_move, id="kinds")
        yield TextBlock(id="set-result")

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one("#dialog-title", TextBlock).show(self.t("set_title"))
        self._show(0)
        self.query_one("#factors", Choices).highlighted = 0
        self.query_one("#name", LineInput).focus()

    # --- what is shown -------------------------------------------------------------------------

    def _show(self, at: int | None = None) -> None:
        """Factors, kinds and result as they stand."""
        self.query_one("#factors", Choices).show([(f, self._factor(f), True) for f in FACTORS])
        self.query_one("#kinds", Choices).show(self._kinds(), at=at)
        (outcome,) = assess_all(jo_model(), [self._set])
        line = exposure.still_open(jo_model(), outcome, self.lang)
        if outcome.exposure:
            result = exposure.result_line(outcome.exposure, self.lang)
            line = self.t("set_result", result=result)
        self.query_one("#set-result", TextBlock).show(Content.styled(line, "bold"))

    def on_resize(self) -> None:
        """The factors take a line each."""
        self._show()

    def _factor(self, name: str) -> str:
        """A factor with its value, whether it was given or follows, and what that means, in a line."""
        return clip(self._factor_line(name), max(self.app.size.width - BESIDE, 0))

    def _factor_line(self, name: str) -> str:
        whole = replace(self._set, persons=1, items=self._set.items or ("",), levels=self._levels())
        (outcome,) = assess_all(jo_model(), [whole])
        if outcome.exposure is None:
            return self.t(f"set_{name}", value=pad(str(getattr(self._set, name) or "-"), VALUE))
        used = getattr(outcome.exposure, name)
        mark = self.t("set_given" if used.given else "set_derived")
        return self.t(f"set_{name}", value=pad(f"{used.value}{mark}", VALUE))

    def _levels(self) -> dict[str, tuple[int, int]]:
        """The levels given, and the lowest for what has none yet: factors do not hang on levels."""
        open_ = {name: (1, 1) for name in (self._set.items or ("",)) if not jo_model().find(name)}
        return open_ | dict(self._set.levels)

    def _kinds(self) -> list[tuple[str, str | Content, bool]]:
        """The chosen kinds, then those that fit what was written, then what was written itself."""
        model, wanted = jo_model(), fold(self._wanted)
        chosen = list(self._set.items)
        rows: list[tuple[str, str | Content, bool]] = [
            (name if model.knows(name) else f"{OWN}{name}", self._kind(name, True), True)
            for name in chosen
        ]
        taken = {found.id for name in chosen if (found := model.kind(name))}
        kinds: tuple[Item | Unrated, ...] = (*model.item, *model.unrated)
        for kind in kinds:
            if kind.id not in taken and wanted in fold(
                f"{kind.title.ja} {kind.title.en} {kind.id}"
            ):
                rows.append((kind.id, self._kind(kind.id, False), True))
        written = normalize("NFC", self._wanted).strip()
        if written and not model.knows(written) and written not in chosen:
            rows.append((f"{OWN}{written}", self.t("set_own", name=written), True))
        return rows

    def _kind(self, name: str, chosen: bool) -> str:
        """A kind with its level, and where that comes from."""
        model, mark = jo_model(), "[x]" if chosen else "[ ]"
        title, rated = exposure.item_name(model, name, self.lang), model.find(name)
        given = self._set.levels.get(name)
        if given:
            row = self.t("set_item", mark=mark, name=title, x=given[0], y=given[1])
            return row + self.t("set_item_given")
        if rated is None:
            return self.t("set_item_open", mark=mark, name=title)
        row = self.t("set_item", mark=mark, name=title, x=rated.x, y=rated.y)
        return row + (self.t("set_item_conflict") if rated.in_conflict else "")

    # --- entries -------------------------------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        """Take a name or a number at once; find kinds."""
        if event.input.id == "name":
            self._set = replace(self._set, name=normalize("NFC", event.value).strip())
        elif event.input.id == "persons":
            self._set = replace(self._set, persons=parse_amount(event.value) or 0)
        else:
            self._wanted = event.value
        self._show(self._first() if event.input.id == "words" else None)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: to the next line; in the last one the kind that fits what is written."""
        if event.input.id == "words":
            self._take(event.value)
        elif event.input.id == "persons":
            self.query_one("#words", LineInput).focus()
        else:
            self.focus_next()

    def _take(self, written: str) -> None:
        """The highlighted kind; where the list has not followed the last keys yet, the first that fits."""
        kinds = self.query_one("#kinds", Choices)
        at = kinds.highlighted
        if written != self._wanted:
            self._wanted, at = written, self._first()
        rows = self._kinds()
        self._wanted = ""
        if at is not None and at < len(rows):
            self._toggle(rows[at][0].removeprefix(OWN))
        self._show(0)

    def _first(self) -> int:
        """The row to stand on: the first that fits what is written, behind the chosen ones."""
        chosen = len(self._set.items)
        return chosen if self._wanted and len(self._kinds()) > chosen else 0

    def action_move(self, by: int) -> None:
        """In the line that finds kinds: move in their list while typing goes on, up to its first row."""
        kinds = self.query_one("#kinds", Choices)
        at = kinds.highlighted or 0
        if self.focused is None or self.focused.id != "words" or (by < 0 and not at):
            super().action_move(by)
        elif at + by < kinds.option_count:
            kinds.highlighted = at + by

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Turn a factor to its next value; choose a kind or not."""
        key = str(event.option.id)
        if event.option_list.id == "factors":
            self._turn(key)
        else:
            self._toggle(key.removeprefix(OWN))
        self._show()

    def _turn(self, name: str) -> None:
        """Derived, then each value that the model knows, then derived again."""
        values = sorted({rule.value for rule in getattr(jo_model(), name)}, reverse=True)
        round_ = [None, *values]
        at = round_.index(getattr(self._set, name)) if getattr(self._set, name) in round_ else 0
        self._set = replace(self._set, **{name: round_[(at + 1) % len(round_)]})

    def _toggle(self, name: str) -> None:
        """Choose a kind, or not; one without a level is asked for."""
        items, levels = self._set.items, dict(self._set.levels)
        if name in items:
            levels.pop(name, None)
            self._set = replace(
                self._set, items=tuple(i for i in items if i != name), levels=levels
            )
            return
        self._set = replace(self._set, items=(*items, name))
        if jo_model().find(name) is None:
            self._ask_level(name)

    def action_level(self) -> None:
        """Give the highlighted kind a level of one's own."""
        kinds = self.query_one("#kinds", Choices)
        if kinds.highlighted is not None and kinds.option_count:
            name = str(kinds.get_option_at_index(kinds.highlighted).id).removeprefix(OWN)
            if name in self._set.items:
                self._ask_level(name)

    def _ask_level(self, name: str) -> None:
        """Ask for mental distress and economic loss, with what the model rates so as examples."""

        def given(level: str | None) -> None:
            if level and name in self._set.items:
                x, y = map(int, level.split("/"))
                self._set = replace(self._set, levels={**self._set.levels, name: (x, y)})
                self._show()

        title = self.t("set_level", name=exposure.item_name(jo_model(), name, self.lang))
        self.app.push_screen(ChooseScreen(title, self._level_rows()), given)

    def _level_rows(self) -> list[tuple[str, str]]:
        model, rows = jo_model(), []
        for x in range(1, model.levels + 1):
            for y in range(1, model.levels + 1):
                alike = [i.title.of(self.lang) for i in model.item if (i.x, i.y) == (x, y)]
                names = self.t("separator").join(alike[:4])
                key = "set_level_row" if alike else "set_level_none"
                rows.append((f"{x}/{y}", self.t(key, x=x, y=y, names=names)))
        return rows

    # --- the end -------------------------------------------------------------------------------

    def keep(self) -> None:
        """Hand over what was entered."""
        self._put(self._set)

    def action_cancel(self) -> None:
        """Close; everything entered stays."""
        self.keep()
        self.dismiss(None)
