"""What became of the client: a trend over its snapshots, and what moved since each of them."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from pmark_tui.domain.compare import State, compare, trend
from pmark_tui.domain.text import pad
from pmark_tui.errors import PmarkError
from pmark_tui.report.comparison import comparison_lines
from pmark_tui.store import client_file, packs, snapshots
from pmark_tui.tui.keys import HISTORY, Key, bindings
from pmark_tui.tui.screens.reader import ReaderScreen
from pmark_tui.tui.views import range_text

TREND = "trend"


class HistoryScreen(ReaderScreen):
    """The trend first, then a page for each snapshot, the newest first."""

    KEYS: ClassVar[tuple[Key, ...]] = HISTORY
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    name_key = "title_history"
    above = "results"
    kept = ("page",)

    def __init__(self) -> None:
        super().__init__()
        self._states: dict[str, State] = {}

    def on_mount(self) -> None:
        """Read the snapshots."""
        self._read()

    def _read(self) -> None:
        """Every snapshot that can be read; one that cannot is named."""
        self._states = {}
        for snapshot in snapshots.listing(self.session.file.path):
            try:
                client = client_file.read(snapshot.path).client
                state = State(packs.load(client.pack), client, snapshot.on)
            except PmarkError as error:
                self.pmark.tell(error.message(self.lang), "error")
                continue
            self._states[f"{snapshot.on} ({snapshot.number})"] = state

    def _now(self) -> State:
        return State(self.session.pack, self.session.client, self._today())

    def _today(self) -> date:
        return self.pmark.now().date()

    def pages(self) -> list[tuple[str, str]]:
        """The trend, and one page a snapshot."""
        since = [(key, self.t("history_since", day=key)) for key in reversed(self._states)]
        return [(TREND, self.t("history_now")), *since]

    def page_lines(self, page: str, width: int) -> list[Content]:
        """A comparison, or the trend."""
        if page == TREND:
            return self._trend()
        old, new = self._states[page], self._now()
        return [Content(line) for line in comparison_lines(old, new, compare(old, new), self.lang)]

    def _trend(self) -> list[Content]:
        rows = trend([*self._states.values(), self._now()])
        names = [*self._states, self.t("history_today")]
        lines = [] if self._states else [Content(self.t("history_none")), Content("")]
        for step in self.session.pack.steps:
            lines.append(Content.styled(step.title.of(self.lang), "bold"))
            for name, (_, scored) in zip(names, rows, strict=True):
                found = next((s for s in scored.steps if s.step.id == step.id), None)
                if found is not None:
                    status = self.t(f"status_{found.status}")
                    lines.append(Content(f"  {pad(name, 16)} {range_text(found):>8}  {status}"))
        return lines

    def action_snapshot(self) -> None:
        """Freeze the present state with its date."""
        self.pmark.flush()
        try:
            taken = snapshots.take(self.session.file.path, self._today())
        except PmarkError as error:
            self.pmark.tell(error.message(self.lang), "error")
            return
        self._read()
        self.turn_to(TREND)
        self.pmark.tell(self.t("history_taken", path=taken.path))

    def action_restore(self) -> None:
        """Choose an earlier saved state and go back to it: a change like any other."""
        from pmark_tui.report.earlier import earlier_states, line
        from pmark_tui.tui.screens.choose import ChooseScreen

        self.pmark.flush()
        states = earlier_states(self.session.file.path, self.session.client)
        if not states:
            self.pmark.tell(self.t("restore_none"))
            return

        def chosen(number: str | None) -> None:
            client = next((s.client for s in states if str(s.version.number) == number), None)
            if client is None:
                return
            if client.pack != self.session.pack.id:
                self.pmark.tell(self.t("restore_other_pack"), "error")
                return
            self.session.go_back_to(client)
            self.turn_to(TREND)
            saved = next(s.version.saved for s in states if str(s.version.number) == number)
            self.pmark.tell(self.t("restored", saved=saved.isoformat(" ", "seconds")))

        entries = [(str(s.version.number), line(s, self.lang)) for s in states]
        self.app.push_screen(ChooseScreen(self.t("restore_title"), entries), chosen)
