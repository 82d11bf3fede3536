"""A few labelled lines in a small window: texts, days, amounts; what is impossible is refused in place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar
from unicodedata import normalize

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid
from textual.widgets import Input, Label

from pmark_tui.domain.amounts import parse_amount
from pmark_tui.domain.days import parse_day
from pmark_tui.tui.screens.dialog import Dialog
from pmark_tui.tui.screens.fields import ARROWS, Fields
from pmark_tui.tui.widgets.japanese import LineInput, TextBlock


class FormScreen(Fields, Dialog[dict[str, object]]):
    """Enter goes to the next line, and from the last one takes all. A subclass names its lines.

    Their labels are `field_NAME` in `texts.screens`; `DATES` may stay empty, `AMOUNTS` may not.
    """

    hint_key = "hint_details"
    FIELDS: ClassVar[tuple[str, ...]] = ()
    DATES: ClassVar[tuple[str, ...]] = ()
    AMOUNTS: ClassVar[tuple[str, ...]] = ()
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "take", show=False),  # behind what was typed before it
        *ARROWS,
    ]

    def __init__(self, title: str, held: Mapping[str, object]) -> None:
        super().__init__()
        self._title = title
        self._held = held
        self._at = ""

    def body(self) -> ComposeResult:
        """A label and a line each."""
        with Grid(id="details"):
            for field in self.FIELDS:
                held = self._held.get(field)
                shown = f"{held:,}" if isinstance(held, int) else str(held) if held else ""
                yield Label(self.t(f"field_{field}"), markup=False)
                yield LineInput(shown, id=field)
        yield TextBlock(id="dialog-trouble")

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one("#dialog-title", TextBlock).show(self._title)
        self.query_one(f"#{self.FIELDS[0]}", LineInput).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: on to the next line, or done."""
        if event.input.id == self.FIELDS[-1]:
            self.action_take()
        else:
            self.focus_next()

    def values(self) -> tuple[dict[str, object], str]:
        """All lines, and what is wrong with one of them ("": nothing)."""
        values: dict[str, object] = {}
        self._at = ""
        for field in self.FIELDS:
            written = normalize("NFC", self.query_one(f"#{field}", LineInput).value).strip()
            values[field] = written
            if field in self.DATES:
                try:
                    values[field] = parse_day(written)
                except ValueError:
                    return values, self._wrong(field, "day_bad")
            if field in self.AMOUNTS:
                amount = parse_amount(written)
                if amount is None:
                    return values, self._wrong(field, "profile_bad_number")
                values[field] = amount
        return values, self.trouble(values)

    def _wrong(self, field: str, key: str) -> str:
        """What is wrong with a line, which it names."""
        self._at = field
        return self.t(key, field=self.t(f"field_{field}"))

    def trouble(self, values: Mapping[str, object]) -> str:
        """What a subclass finds wrong with sound lines, "" where there is nothing."""
        return ""

    def action_take(self) -> None:
        """Take all of them, unless one is wrong."""
        values, trouble = self.values()
        if trouble:
            self.query_one("#dialog-trouble", TextBlock).show(trouble)
            if self._at:
                self.query_one(f"#{self._at}", LineInput).focus()
            return
        self.dismiss(values)
