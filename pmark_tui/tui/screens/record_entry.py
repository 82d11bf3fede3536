"""Small windows of an incident's record: one entry, and the facts of the incident."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar
from unicodedata import normalize

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid
from textual.widgets import Input, Label

from pmark_tui.domain.amounts import parse_amount
from pmark_tui.domain.days import parse_day
from pmark_tui.domain.incident_record import Done, IncidentRecord
from pmark_tui.domain.values import replace
from pmark_tui.tui.screens.dialog import Dialog
from pmark_tui.tui.screens.fields import ARROWS, Fields
from pmark_tui.tui.widgets.japanese import LineInput, TextBlock

MINUTE = "%Y-%m-%d %H:%M"
COMMAS = str.maketrans("、，､", ",,,")
YES, NO = ("はい", "yes", "y", "1", "あり"), ("", "いいえ", "no", "n", "0", "なし")


class LinesScreen(Fields, Dialog[Any]):
    """A label and a line each; Enter goes to the next one, and from the last one takes all."""

    hint_key = "hint_details"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "take", show=False),  # behind what was typed before it
        *ARROWS,
    ]
    title_key: ClassVar[str] = ""

    def lines(self) -> dict[str, tuple[str, str]]:
        """Label and content of each line, by id."""
        raise NotImplementedError

    def taken(self, written: dict[str, str]) -> Any:
        """What the lines say.

        Raises:
            ValueError: one of them cannot be read; its text is what to tell.
        """
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """The lines."""
        with Grid(id="details"):
            for name, (label, held) in self.lines().items():
                yield Label(label, markup=False)
                yield LineInput(held, id=name)
        yield TextBlock(id="dialog-trouble")

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one("#dialog-title", TextBlock).show(self.t(self.title_key))
        self.query(LineInput).first().focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter: on to the next line, or done."""
        if event.input is self.query(LineInput).last():
            self.action_take()
        else:
            self.focus_next()

    def action_take(self) -> None:
        """Take all of them, unless one cannot be read."""
        written = {
            str(line.id): normalize("NFC", line.value).strip() for line in self.query(LineInput)
        }
        try:
            self.dismiss(self.taken(written))
        except ValueError as error:
            self.query_one("#dialog-trouble", TextBlock).show(str(error))


class EntryScreen(LinesScreen):
    """When something was done, by whom, and a note."""

    title_key = "record_entry"

    def __init__(self, entry: Done) -> None:
        super().__init__()
        self._entry = entry

    def lines(self) -> dict[str, tuple[str, str]]:
        """Time, person, note."""
        held = self._entry
        return {
            "at": (self.t("record_at"), format(held.at, MINUTE)),
            "who": (self.t("record_who"), held.who),
            "note": (self.t("record_note"), held.note),
        }

    def taken(self, written: dict[str, str]) -> Done:
        """The entry; an untouched time keeps its seconds."""
        at = self._entry.at
        word = normalize("NFKC", written["at"]).replace("/", "-")
        if word != format(at, MINUTE):
            try:
                at = datetime.strptime(word, MINUTE)  # noqa: DTZ007 - local time, as everything here
            except ValueError:
                raise ValueError(self.t("record_at_bad")) from None
        return replace(self._entry, at=at, who=written["who"], note=written["note"])


class FactsScreen(LinesScreen):
    """What the incident is."""

    title_key = "record_facts"

    def __init__(self, record: IncidentRecord) -> None:
        super().__init__()
        self._record = record

    def lines(self) -> dict[str, tuple[str, str]]:
        """Each fact, as one would write it."""
        held = self._record
        shown = {
            "title": held.title,
            "known_on": held.known_on.isoformat(),
            "malicious": self.t("fact_yes" if held.malicious else "fact_no"),
            "my_number": self.t("fact_yes" if held.my_number else "fact_no"),
            "persons": "" if held.persons is None else f"{held.persons:,}",
            "items": self.t("separator").join(held.items),
            "closed": held.closed.isoformat() if held.closed else "",
        }
        return {name: (self.t(f"fact_{name}"), value) for name, value in shown.items()}

    def taken(self, written: dict[str, str]) -> IncidentRecord:
        """The record with these facts."""
        items = written["items"].translate(COMMAS).split(",")
        persons = written["persons"]
        count = parse_amount(persons) if persons else None
        if persons and count is None:
            raise self._unread("persons", persons)
        known_on = self._day("known_on", written)
        if known_on is None:
            raise self._unread("known_on", written["known_on"])
        return replace(
            self._record,
            title=written["title"] or self._record.title,
            known_on=known_on,
            malicious=self._yes("malicious", written),
            my_number=self._yes("my_number", written),
            persons=count,
            items=tuple(item.strip() for item in items if item.strip()),
            closed=self._day("closed", written),
        )

    def _day(self, name: str, written: dict[str, str]) -> date | None:
        try:
            return parse_day(written[name])
        except ValueError:
            raise self._unread(name, written[name]) from None

    def _yes(self, name: str, written: dict[str, str]) -> bool:
        word = normalize("NFKC", written[name]).lower()
        if word not in (*YES, *NO):
            raise self._unread(name, written[name])
        return word in YES

    def _unread(self, name: str, found: str) -> ValueError:
        return ValueError(self.t("fact_bad", field=self.t(f"fact_{name}"), found=found))
