"""What stands beside an answer: evidence, who said it, owner, due date."""

from __future__ import annotations

from datetime import date
from typing import ClassVar
from unicodedata import normalize

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid
from textual.widgets import Input, Label

from pmark_tui.domain.client import Answer
from pmark_tui.tui.screens.dialog import Dialog
from pmark_tui.tui.widgets.japanese import LineInput, TextBlock

FIELDS = ("evidence", "evidence_date", "who", "owner", "due")
DATES = ("evidence_date", "due")


class DetailsScreen(Dialog[dict[str, object]]):
    """A few lines; Enter goes to the next one, and from the last one takes all."""

    hint_key = "hint_details"

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+s", "take", show=False, priority=True)]

    def __init__(self, question_id: str, answer: Answer) -> None:
        super().__init__()
        self._question_id = question_id
        self._answer = answer

    def body(self) -> ComposeResult:
        """A label and a line each."""
        with Grid(id="details"):
            for field in FIELDS:
                yield Label(self.t(f"field_{field}"), markup=False)
                held = getattr(self._answer, field)
                yield LineInput(str(held) if held else "", id=field)
        yield TextBlock(id="dialog-trouble")

    def on_mount(self) -> None:
        """Ready to type."""
        title = self.t("details_title")
        self.query_one("#dialog-title", TextBlock).show(f"{self._question_id}  {title}")
        self.query_one(f"#{FIELDS[0]}", LineInput).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: on to the next line, or done."""
        if event.input.id == FIELDS[-1]:
            self.action_take()
        else:
            self.focus_next()

    def _values(self) -> dict[str, object] | None:
        """All lines, or None where a date is none."""
        values: dict[str, object] = {}
        for field in FIELDS:
            written = normalize("NFC", self.query_one(f"#{field}", LineInput).value).strip()
            values[field] = written
            if field in DATES:
                day = normalize("NFKC", written).replace("/", "-")
                try:
                    values[field] = date.fromisoformat(day) if day else None
                except ValueError:
                    return None
        return values

    def action_take(self) -> None:
        """Take all of them, unless a date is none."""
        values = self._values()
        if values is None:
            self.query_one("#dialog-trouble", TextBlock).show(self.t("due_bad"))
            return
        self.dismiss(values)

    def keep(self) -> None:
        """The app is about to end: keep what is sound."""
        values = self._values()
        if values is not None:
            self.session.annotate(self._question_id, **values)
