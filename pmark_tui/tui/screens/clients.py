"""The clients of a folder: who stands where, what cannot be read, and a new one."""

from __future__ import annotations

import os
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option
from textual.worker import get_current_worker

from pmark_tui.domain.scoring import BLOCKED, READY, score
from pmark_tui.errors import PmarkError
from pmark_tui.store import client_file, folder, packs
from pmark_tui.tui.keys import CLIENTS, Key, bindings
from pmark_tui.tui.screens.base import PmarkScreen
from pmark_tui.tui.widgets.choices import Choices, visual
from pmark_tui.tui.widgets.japanese import TextBlock

BATCH = 50
"""How many files are read before the list is drawn again."""


class ClientsScreen(PmarkScreen):
    """The list fills while one looks; broken files are shown with their reason."""

    KEYS: ClassVar[tuple[Key, ...]] = CLIENTS
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    name_key = "title_clients"

    def body(self) -> ComposeResult:
        """Where we are, and the list."""
        yield TextBlock(id="where")
        yield TextBlock(id="empty")
        yield Choices(id="clients")

    def on_mount(self) -> None:
        """List the names at once, then read the files."""
        self.query_one("#where", TextBlock).show(self.t("clients_where", path=self.pmark.folder))
        self.query_one("#empty", TextBlock).display = False
        self.show_top()
        self.query_one("#clients", Choices).focus()
        self.action_reload()

    def action_reload(self) -> None:
        """Read the folder again."""
        clients = self.query_one("#clients", Choices)
        try:
            names = folder.names(self.pmark.folder)
        except PmarkError as error:
            self._show_empty(error.message(self.lang))
            return
        if not names:
            self._show_empty(self.t("clients_empty"))
            return
        rows = [(name, name.removesuffix(client_file.SUFFIX), True) for name in names]
        clients.show(list(rows), at=0)
        self._read(names)

    def _show_empty(self, sentence: str) -> None:
        empty = self.query_one("#empty", TextBlock)
        empty.display = True
        empty.show(sentence)

    @work(thread=True, exclusive=True, group="clients")
    def _read(self, names: list[str]) -> None:
        """Read every file in a thread; show what is known in batches."""
        worker = get_current_worker()
        batch: dict[str, Content] = {}
        for number, name in enumerate(names, 1):
            if worker.is_cancelled:
                return
            batch[name] = self._line(name)
            if len(batch) == BATCH or number == len(names):
                self.app.call_from_thread(self._fill, batch, number, len(names))
                batch = {}

    def _line(self, name: str) -> Content:
        entry = folder.entry(self.pmark.folder, name)
        stem = name.removesuffix(client_file.SUFFIX)
        if entry.client is None or entry.error is not None:
            why = entry.error.message(self.lang) if entry.error else ""
            return Content.assemble((f"{stem}\n", "bold"), f"  {self.t('clients_broken', why=why)}")
        try:
            scored = score(packs.load(entry.client.pack), entry.client)
        except PmarkError as error:
            why = error.message(self.lang)
            return Content.assemble((f"{stem}\n", "bold"), f"  {self.t('clients_broken', why=why)}")
        line = self.t(
            "clients_line",
            answered=scored.answered,
            asked=scored.asked,
            blocked=sum(s.status == BLOCKED for s in scored.steps),
            ready=sum(s.status == READY for s in scored.steps),
            touched=f"{entry.touched:%Y-%m-%d %H:%M}",
        )
        title = entry.client.profile.name or stem
        return Content.assemble((f"{title}\n", "bold"), (f"  {line}", "$text-muted"))

    def _fill(self, lines: dict[str, Content], done: int, total: int) -> None:
        clients = self.query_one("#clients", Choices)
        with self.app.batch_update():
            for name, line in lines.items():
                clients.replace_option_prompt(name, visual(line))
        self.show_top(
            self.t("clients_progress", done=done, total=total) if done < total else str(total)
        )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Open the client."""
        self._open(event.option)

    def action_open(self) -> None:
        """Open the highlighted client."""
        option = self.query_one("#clients", Choices).highlighted_option
        if option is not None:
            self._open(option)

    def _open(self, option: Option) -> None:
        self.pmark.open_client(os.path.join(self.pmark.folder, str(option.id)))

    def action_new(self) -> None:
        """Start a new client."""
        self.pmark.show("profile")
