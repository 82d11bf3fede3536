"""The clients of a folder: who stands where, what is due, what cannot be read; and keeping house there."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from time import monotonic
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input
from textual.worker import get_current_worker

from pmark_tui.domain.pack import Pack
from pmark_tui.errors import PmarkError
from pmark_tui.store import folder, moves
from pmark_tui.store.client_file import SUFFIX
from pmark_tui.store.portfolio import Portfolio, Row
from pmark_tui.tui import clients_view
from pmark_tui.tui.keys import CLIENTS, Key, bindings
from pmark_tui.tui.screens.base import PmarkScreen
from pmark_tui.tui.widgets.japanese import LineInput, TextBlock
from pmark_tui.tui.widgets.rows import Rows

EVERY = 0.15
"""Seconds of reading between two looks at the list."""


class ClientsScreen(PmarkScreen):
    """The names at once, then what is in the files while one looks; broken ones with their reason."""

    KEYS: ClassVar[tuple[Key, ...]] = CLIENTS
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    name_key = "title_clients"
    kept = ("_archived", "_order", "_words", "_at")

    def __init__(self) -> None:
        super().__init__()
        self._names: list[str] = []
        self._rows: dict[str, Row] = {}
        self._portfolio: Portfolio | None = None
        self._order = clients_view.ORDERS[0]
        self._words = ""
        self._archived = False
        self._at = ""
        self._reading = ""

    @property
    def _folder(self) -> str:
        folder_ = self.pmark.folder
        return moves.archive_of(folder_) if self._archived else folder_

    def body(self) -> ComposeResult:
        """Where we are, the filter, the list, and what there is to say of the highlighted one."""
        yield TextBlock(id="where")
        yield LineInput(id="filter", placeholder=self.t("clients_filter"))
        yield TextBlock(id="empty")
        yield TextBlock(id="columns")
        yield Rows(self._draw, id="clients")
        yield TextBlock(id="about")

    def on_mount(self) -> None:
        """List the names at once, then read the files; the cursor on the client one comes from."""
        self._at = self._at or os.path.basename(self.pmark.left)
        line = self.query_one("#filter", LineInput)
        line.display = bool(self._words)
        with self.prevent(Input.Changed):
            line.value = self._words
        self.action_reload()
        self.query_one("#clients", Rows).focus()

    def on_resize(self) -> None:
        """The columns follow the width."""
        super().on_resize()
        self._show_columns()
        self._show_about(self._at)

    def _draw(self, name: str, width: int) -> str:
        return clients_view.row_line(name, self._rows.get(name), width, self.lang)

    # --- reading -------------------------------------------------------------------------

    def action_reload(self) -> None:
        """Read the folder again."""
        where = self.t("clients_archive" if self._archived else "clients_where", path=self._folder)
        self.query_one("#where", TextBlock).show(where)
        trouble = ""
        self._names, self._rows = [], {}
        if not self._archived or os.path.isdir(self._folder):
            try:
                self._names = folder.names(self._folder)
            except PmarkError as error:
                trouble = error.message(self.lang)
        self._show_names(trouble)
        if self._names:
            self._read(self._folder)
        else:
            self.workers.cancel_group(self, "clients")

    def _show_names(self, trouble: str = "") -> None:
        """Show the rows that fit the filter, in order, with the cursor where it was."""
        rows = self.query_one("#clients", Rows)
        chosen = clients_view.chosen(self._names, self._rows, self._words, self._order)
        empty = self.query_one("#empty", TextBlock)
        if not chosen and not trouble:
            key = "clients_none" if self._names else "clients_empty"
            trouble = self.t(
                "clients_archive_empty" if key[8:] == "empty" and self._archived else key
            )
        empty.display = bool(trouble)
        empty.show(trouble)
        rows.show(chosen, self._at or rows.at)
        self._show_columns()
        self._show_count(len(chosen))

    def _show_columns(self) -> None:
        columns, rows = self.query_one("#columns", TextBlock), self.query_one("#clients", Rows)
        columns.display = bool(rows.keys)
        columns.show(clients_view.head_line(self.size.width - 3, self._order, self.lang))

    def _show_count(self, shown: int) -> None:
        total = len(self._names)
        count = str(total) if shown == total else f"{shown}/{total}"
        self.show_top(self._reading or count)

    @work(thread=True, exclusive=True, group="clients")
    def _read(self, path: str) -> None:
        """Read every file in a thread; show what is known a few times a second."""
        worker = get_current_worker()
        try:
            portfolio = Portfolio(path, self.pmark.now().date())
        except PmarkError as error:
            self.app.call_from_thread(self._show_names, error.message(self.lang))
            return
        self._portfolio = portfolio
        batch: dict[str, Row] = {}
        shown = monotonic()
        with closing(portfolio.rows()) as rows:
            for done, (name, row) in enumerate(rows, 1):
                batch[name] = row
                if worker.is_cancelled:
                    break
                if monotonic() - shown > EVERY and done < len(portfolio.names):
                    self.app.call_from_thread(self._take, batch, done)
                    batch, shown = {}, monotonic()
        portfolio.keep()
        if not worker.is_cancelled:
            self.app.call_from_thread(self._take, batch, 0)

    def _take(self, batch: dict[str, Row], done: int) -> None:
        """Rows that were read; `done` files so far, 0: that was all of them."""
        if not self.is_attached:
            return
        self._rows.update(batch)
        rows = self.query_one("#clients", Rows)
        total = len(self._names)
        self._reading = self.t("clients_progress", done=done, total=total) if done else ""
        if done:
            rows.refresh()
            self._show_count(len(rows.keys))
        else:
            self._show_names()
        if rows.at in batch:
            self._show_about(rows.at)

    def action_stop(self) -> None:
        """Esc: stop reading; else leave the filter; else leave the archive."""
        if self._reading:
            self.workers.cancel_group(self, "clients")
            self._reading = self.t("clients_stopped", done=len(self._rows), total=len(self._names))
            self._show_names()
            self.show_top(self._reading)
            self._reading = ""
        elif self.query_one("#filter", LineInput).display:
            self.query_one("#filter", LineInput).value = ""
            self._close_filter()
        elif self._archived:
            self.action_archive_view()

    # --- looking -------------------------------------------------------------------------

    def on_rows_highlighted(self, message: Rows.Highlighted) -> None:
        """Say more of the row under the cursor."""
        self._at = message.key
        self._show_about(message.key)

    def _show_about(self, name: str) -> None:
        row = self._rows.get(name)
        width = self.size.width - 2
        lines = clients_view.about(row, self._pack_of(row), width, self.lang) if row else []
        self.query_one("#about", TextBlock).show("\n".join(lines))

    def _pack_of(self, row: Row) -> Pack | None:
        """The pack of a row, for the titles of its steps."""
        if row.summary is None or self._portfolio is None:
            return None
        try:
            return self._portfolio.pack(row.summary.pack)
        except PmarkError:
            return None

    def action_filter(self) -> None:
        """Look for a client by name."""
        line = self.query_one("#filter", LineInput)
        line.display = True
        line.focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """The list follows each key."""
        self._words = event.value
        self._show_names()

    def on_input_submitted(self) -> None:
        """Back into the list, which stays filtered."""
        self._close_filter()

    def _close_filter(self) -> None:
        line = self.query_one("#filter", LineInput)
        line.display = bool(line.value)
        self.query_one("#clients", Rows).focus()

    def action_sort(self) -> None:
        """The next order."""
        orders = clients_view.ORDERS
        self._order = orders[(orders.index(self._order) + 1) % len(orders)]
        self._at = self.query_one("#clients", Rows).at
        self._show_names()

    def action_archive_view(self) -> None:
        """Show the archive, or leave it."""
        self._archived = not self._archived
        self._at = ""
        self.action_reload()

    # --- keeping house -------------------------------------------------------------------

    def on_rows_taken(self, message: Rows.Taken) -> None:
        """A click opens the client."""
        self._open(message.key)

    def action_open(self) -> None:
        """Open the highlighted client; from the filter, first go into the list."""
        rows = self.query_one("#clients", Rows)
        if rows.at:
            self._open(rows.at)

    def _open(self, name: str) -> None:
        self.pmark.open_client(os.path.join(self._folder, name))

    def action_new(self) -> None:
        """Start a new client."""
        self.pmark.show("profile")

    def action_copy(self) -> None:
        """A new client like the highlighted one."""
        on = self.pmark.now().date()
        self._ask_about(
            "clients_copy", "", lambda path, name: moves.copy_as_template(path, name, on)
        )

    def action_rename(self) -> None:
        """Another name for the highlighted one."""
        row = self._rows.get(self.query_one("#clients", Rows).at)
        name = row.summary.name if row and row.summary else ""
        self._ask_about("clients_rename", name, moves.rename)

    def _ask_about(self, key: str, value: str, do: Callable[[str, str], str]) -> None:
        """Ask for a name and do something with the highlighted file."""
        at = self.query_one("#clients", Rows).at
        if at:
            path = os.path.join(self._folder, at)
            name = at.removesuffix(SUFFIX)
            self._ask(
                self.t(f"{key}_title", name=name), value, lambda n: do(path, n), f"{key}_done"
            )

    def action_bring_in(self) -> None:
        """Copy a client file from anywhere into this folder."""

        def bring(written: str) -> str:
            return moves.bring_in(self.pmark.folder, written)

        self._ask(self.t("clients_import_title"), "", bring, "clients_import_done")

    def _ask(self, title: str, value: str, do: Callable[[str], str], done: str) -> None:
        from pmark_tui.tui.screens.line import LineScreen

        def given(written: str | None) -> None:
            if written is not None:
                self._do(lambda: do(written.strip()), done)

        self.app.push_screen(LineScreen(title, value), given)

    def action_archive(self) -> None:
        """Put the highlighted client into the archive, or take it back."""
        at = self.query_one("#clients", Rows).at
        if at:
            do = moves.take_back if self._archived else moves.archive
            done = "clients_taken_back" if self._archived else "clients_archived"
            self._do(lambda: do(os.path.join(self._folder, at)), done)

    def _do(self, do: Callable[[], str], done: str) -> None:
        """Do it, say what came of it, and show the folder as it is now."""
        try:
            path = do()
        except PmarkError as error:
            self.pmark.tell(error.message(self.lang), "error")
            return
        self.pmark.tell(self.t(done, path=path))
        if os.path.dirname(path) == self._folder:
            self._at = os.path.basename(path)
        self.action_reload()
