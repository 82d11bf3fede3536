"""The record of an incident: what is due, what was done when; each entry is on disk before the next key."""

from __future__ import annotations

import os
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList

from pmark_tui.domain.incident_duties import Due, Duty, Guide, guide
from pmark_tui.domain.incident_record import LOG, Done, IncidentRecord, due_states, duty_states
from pmark_tui.domain.values import replace
from pmark_tui.errors import PmarkError
from pmark_tui.report.incident_guide import duty_head, duty_rows, span
from pmark_tui.report.incident_record import due_state, names_of, record_paper
from pmark_tui.report.paper import FORMATS, write_as
from pmark_tui.store import folder, incident_file, incident_list, incidents, output_file
from pmark_tui.store.closed_days import is_closed
from pmark_tui.store.incident_file import IncidentFile
from pmark_tui.tui.keys import RECORD, RECORDS, Key, bindings
from pmark_tui.tui.screens.base import KeyBar, PmarkScreen
from pmark_tui.tui.screens.choose import ChooseScreen
from pmark_tui.tui.screens.line import LineScreen
from pmark_tui.tui.widgets.choices import Choices
from pmark_tui.tui.widgets.japanese import TextBlock

NEW = "new"
"""The row that begins a new record."""
DUE = "due:"
"""Before the id of a deadline: a duty may have the same."""


class RecordScreen(PmarkScreen):
    """First the records of the folder; then one of them: deadlines, duties, and the log below."""

    KEYS: ClassVar[tuple[Key, ...]] = RECORD
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    name_key = "title_record"
    above = "incident"
    kept = ("_file", "_record", "_saved")

    def __init__(self) -> None:
        super().__init__()
        self._file: IncidentFile | None = None
        self._record: IncidentRecord | None = None
        self._saved = ""

    def body(self) -> ComposeResult:
        """What the incident is, what there is to do, what was done."""
        yield TextBlock(id="record-head")
        yield Choices(id="tasks")
        with VerticalScroll(id="record-detail", can_focus=False):
            yield TextBlock(id="record-text")

    def on_mount(self) -> None:
        """Open the record that was open last, else show which there are."""
        if self._record is None and self.pmark.record:
            self._open(self.pmark.record)
        self._show(0)
        self.query_one("#tasks", Choices).focus()

    @property
    def keys_now(self) -> tuple[Key, ...]:
        """Fewer where no record is open."""
        return RECORDS if self._record is None else RECORD

    # --- which record ----------------------------------------------------------------------------

    @property
    def _folder(self) -> str:
        session = self.pmark.session
        return os.path.dirname(session.file.path) if session else self.pmark.folder

    def _open(self, path: str) -> None:
        try:
            self._file = incident_file.read(path)
        except PmarkError as error:
            self.pmark.tell(error.message(self.lang), "error")
            return
        self._record, self._saved = self._file.record, ""
        self.pmark.record = path

    def action_records(self) -> None:
        """Back to the list of records."""
        self.keep()
        self._file, self._record, self.pmark.record = None, None, ""
        self._show(0)

    def _begin(self) -> None:
        """Ask what happened and begin a record, with the day and the case that the guide was asked about."""

        def given(title: str | None) -> None:
            if title is None:
                return
            asked = self.pmark.asked or IncidentRecord("", self.pmark.now().date())
            record = replace(asked, title=title.strip())
            path = folder.new_path(self._folder, record.title, incident_file.SUFFIX)
            self._create(path, record)

        self.app.push_screen(LineScreen(self.t("record_title")), given)

    def _create(self, path: str, record: IncidentRecord) -> None:
        try:
            self._file = incident_file.create(path, record)
        except PmarkError as error:
            self._elsewhere(error, path, record)
            return
        self._record, self.pmark.record = record, path
        self._mark_saved()
        self._show(0)

    def _put(self, record: IncidentRecord) -> None:
        """Show the record as it now is and write it at once; where that fails ask for another name."""
        self._record = record
        assert self._file is not None
        try:
            self._file = incident_file.save(self._file, record)
        except PmarkError as error:
            self._saved = self.t("not_saved")
            self._elsewhere(error, self._file.path, record)
        else:
            self._mark_saved()
        self._show()

    def _elsewhere(self, error: PmarkError, path: str, record: IncidentRecord) -> None:
        stem = os.path.basename(path).removesuffix(incident_file.SUFFIX)
        title = self.t("record_elsewhere", why=error.message(self.lang))
        free = folder.new_path(self._folder, stem, incident_file.SUFFIX)

        def given(name: str | None) -> None:
            if name is not None:
                self._create(incident_file.with_suffix(name.strip()), record)

        self.app.push_screen(LineScreen(title, free), given)

    def keep(self) -> None:
        """Before one goes elsewhere: what the file would not take goes into a new one beside it."""
        file, record = self._file, self._record
        if file is None or record is None or record == file.record:
            return
        stem = os.path.basename(file.path).removesuffix(incident_file.SUFFIX)
        path = folder.new_path(self._folder, stem, incident_file.SUFFIX)
        try:
            self._file = incident_file.create(path, record)
        except PmarkError as error:
            self.pmark.tell(error.message(self.lang), "error")
            return
        self.pmark.record = path

    def action_go(self, name: str) -> None:
        """Go to another screen; nothing stays behind unwritten."""
        self.keep()
        super().action_go(name)

    def _mark_saved(self) -> None:
        self._saved = self.t("record_saved", at=f"{self.pmark.now():%H:%M:%S}")

    # --- what is shown ---------------------------------------------------------------------------

    @property
    def _guide(self) -> Guide:
        record = self._record
        assert record is not None
        known_on, case = record.known_on, (record.malicious, record.my_number)
        return guide(incidents.duties(), known_on, is_closed, *case)

    def _show(self, at: int | None = None) -> None:
        record = self._record
        if record is None:
            self._show_records(at)
        else:
            parts = [record.title, self.t("incident_head", day=record.known_on.isoformat())]
            parts += [self.t("incident_is_malicious")] if record.malicious else []
            parts += [self.t("incident_is_my_number")] if record.my_number else []
            parts += [f"{self.t('fact_closed')} {record.closed}"] if record.closed else []
            head = "  ".join([*parts, self._saved]).rstrip()
            self.query_one("#record-head", TextBlock).show(
                Content.styled(head, "bold $text-primary")
            )
            self.query_one("#tasks", Choices).show(self._tasks(record), at=at)
        self._show_detail()
        self.query_one(KeyBar).show(self.keys_now)
        self.show_top()

    def _show_records(self, at: int | None) -> None:
        rows: list[tuple[str, str | Content, bool]] = []
        for path, held in self._listed():
            name = os.path.basename(path)
            if isinstance(held, IncidentFile):
                day, title = held.record.known_on.isoformat(), held.record.title
                rows.append((path, self.t("record_row", name=name, day=day, title=title), True))
            else:
                why = held.message(self.lang)
                rows.append((path, self.t("record_broken", name=name, why=why), False))
        key = "record_choose" if rows else "record_none"
        head = self.t(key, folder=self._folder)
        self.query_one("#record-head", TextBlock).show(Content.styled(head, "bold $text-primary"))
        self.query_one("#tasks", Choices).show([(NEW, self.t("record_new"), True), *rows], at=at)

    def _listed(self) -> list[tuple[str, IncidentFile | PmarkError]]:
        try:
            return incident_list.listing(self._folder)
        except PmarkError as error:
            self.pmark.tell(error.message(self.lang), "error")
            return []

    def _tasks(self, record: IncidentRecord) -> list[tuple[str, str | Content, bool]]:
        """Each deadline with its day and state, then each duty."""
        found, on = self._guide, self.pmark.now().date()
        rows: list[tuple[str, str | Content, bool]] = []
        for state in due_states(record, found, on):
            if state.done:
                due = self.t("record_met", at=f"{state.done[0].at:%m-%d %H:%M}")
            else:
                day, said = span(state.due, self.lang), due_state(state, self.lang)
                due = self.t("record_due", day=day, state=said)
            line = f"{_box(state.done)} {state.due.deadline.title.of(self.lang)}  {due}"
            rows.append((f"{DUE}{state.due.deadline.id}", line, True))
        for duty in duty_states(record, found):
            when = f"  {duty.done[-1].at:%m-%d %H:%M}" if duty.done else ""
            rows.append(
                (duty.duty.id, f"{_box(duty.done)} {duty_head(duty.duty, self.lang)}{when}", True)
            )
        return rows

    def _show_detail(self) -> None:
        """What the highlighted task is, what was noted under it, and the log as a whole."""
        if self._record is None:
            self.query_one("#record-text", TextBlock).show("")
            return
        names = names_of(self._guide, self.lang)
        lines = [Content.styled(line, style) for line, style in self._about()]
        lines.append(Content.styled(self._words("record_log"), "bold $text-primary"))
        for entry in reversed(self._record.done):
            who = "  ".join(
                filter(None, (names.get(entry.what, entry.what), entry.who, entry.note))
            )
            lines.append(Content(f"{entry.at:%Y-%m-%d %H:%M}  {who}"))
        if not self._record.done:
            lines.append(Content(self._words("record_nothing")))
        self.query_one("#record-text", TextBlock).show(Content("\n").join(lines))
        self.query_one("#record-detail", VerticalScroll).scroll_home(animate=False)

    def _about(self) -> list[tuple[str, str]]:
        """The highlighted task in words: whom, by when, which form, what to write."""
        task = self._under()
        if isinstance(task, Duty):
            rows = duty_rows(task, self.lang)[:5]
            return [(self.t("beside", label=label, value=value), "") for label, value in rows]
        if isinstance(task, Due):
            deadline = task.deadline
            whom = f"{deadline.whom.of(self.lang)}  {deadline.applies.of(self.lang)}"
            return [(whom, "bold"), (deadline.rule.of(self.lang), "")]
        return []

    def _under(self) -> Due | Duty | None:
        """What the cursor stands on."""
        tasks = self.query_one("#tasks", Choices)
        if self._record is None or tasks.highlighted is None:
            return None
        key = str(tasks.get_option_at_index(tasks.highlighted).id)
        if key.startswith(DUE):
            return self._guide.due(key.removeprefix(DUE))
        return next((d for d in self._guide.duties if d.id == key), None)

    def _words(self, key: str) -> str:
        from pmark_tui.texts import text
        from pmark_tui.texts.incidents import INCIDENTS

        return text(INCIDENTS, key, self.lang)

    def on_option_list_option_highlighted(self) -> None:
        """What belongs to the row under the cursor."""
        self._show_detail()

    # --- noting ----------------------------------------------------------------------------------

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter on a row."""
        self.action_done()

    def action_done(self) -> None:
        """Open a record; in an open one note that this was done now, a second time with more words."""
        tasks = self.query_one("#tasks", Choices)
        if tasks.highlighted is None:
            return
        key = str(tasks.get_option_at_index(tasks.highlighted).id)
        if self._record is None:
            if key == NEW:
                self._begin()
            else:
                self._open(key)
                self._show(0)
            return
        key = key.removeprefix(DUE)
        at = self.pmark.now().replace(microsecond=0)
        if self._record.entries(key):
            self._ask(Done(key, at), None)
            return
        self._put(self._record.with_done(Done(key, at)))

    def _latest(self) -> Done | None:
        """The latest entry under the highlighted task."""
        task = self._under()
        if task is None or self._record is None:
            return None
        entries = self._record.entries(task.id if isinstance(task, Duty) else task.deadline.id)
        return entries[-1] if entries else None

    def action_entry(self) -> None:
        """Change time, person and note of the latest entry here."""
        entry = self._latest()
        if entry is None:
            self.pmark.tell(self.t("record_nothing"))
            return
        self._ask(entry, entry)

    def _ask(self, entry: Done, old: Done | None) -> None:
        from pmark_tui.tui.screens.record_entry import EntryScreen

        def given(changed: Done | None) -> None:
            if changed is not None and self._record is not None:
                record = self._record.without(old) if old else self._record
                self._put(record.with_done(changed))

        self.app.push_screen(EntryScreen(entry), given)

    def action_log_line(self) -> None:
        """Write a line that belongs to no duty; its time is now."""
        if self._record is None:
            return

        def given(line: str | None) -> None:
            if line is not None and self._record is not None:
                at = self.pmark.now().replace(microsecond=0)
                self._put(self._record.with_done(Done(LOG, at, note=line.strip())))

        self.app.push_screen(LineScreen(self.t("record_line")), given)

    def action_take_back(self) -> None:
        """Take the latest entry under the highlighted task back."""
        entry = self._latest()
        if entry is None or self._record is None:
            return
        self._put(self._record.without(entry))
        what = names_of(self._guide, self.lang).get(entry.what, entry.what)
        self.pmark.tell(self.t("record_taken", what=what, at=f"{entry.at:%H:%M}"))

    def action_facts(self) -> None:
        """Change what the incident is: its name, day, people, data, case."""
        if self._record is None:
            return
        from pmark_tui.tui.screens.record_entry import FactsScreen

        def given(changed: IncidentRecord | None) -> None:
            if changed is not None and self._record is not None:
                self._put(replace(changed, done=self._record.done))

        self.app.push_screen(FactsScreen(self._record), given)

    # --- the paper -------------------------------------------------------------------------------

    def action_write(self) -> None:
        """Write the record as a report beside its file."""
        if self._record is None or self._file is None:
            return
        stem = self._file.path.removesuffix(incident_file.SUFFIX)
        rows = [(form, f"{os.path.basename(stem)}.incident.{form}") for form in FORMATS]

        def chosen(form: str | None) -> None:
            if form:
                self._write(f"{stem}.incident.{form}", form)

        self.app.push_screen(ChooseScreen(self.t("record_format"), rows), chosen)

    def _write(self, path: str, form: str) -> None:
        """An earlier paper of the same name is made anew: it is a copy, the record is the original."""
        assert self._record is not None
        on = self.pmark.now().date()
        paper = record_paper(incidents.duties(), self._guide, self._record, on, self.lang)
        try:
            output_file.write(path, write_as(paper, form), force=True)
        except PmarkError as error:
            self.pmark.tell(error.message(self.lang), "error")
            return
        self.pmark.tell(self.t("report_written", path=path))

    def action_page(self, by: int) -> None:
        """Scroll what stands below."""
        detail = self.query_one("#record-detail", VerticalScroll)
        detail.scroll_page_down(animate=False) if by > 0 else detail.scroll_page_up(animate=False)


def _box(done: tuple[Done, ...]) -> str:
    return "[x]" if done else "[ ]"
