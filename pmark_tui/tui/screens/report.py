"""The report: a preview, its kind and format, and writing it beside the client file."""

from __future__ import annotations

import os
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll

from pmark_tui.errors import FileTrouble, PmarkError
from pmark_tui.report import output
from pmark_tui.tui.keys import REPORT, Key, bindings
from pmark_tui.tui.screens.base import PmarkScreen
from pmark_tui.tui.widgets.japanese import TextBlock


class ReportScreen(PmarkScreen):
    """What is shown is the Markdown that would be written."""

    KEYS: ClassVar[tuple[Key, ...]] = REPORT
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    name_key = "title_report"

    def __init__(self) -> None:
        super().__init__()
        self._kind = output.KINDS[0]
        self._format = output.FORMATS[0]
        self._overwrite = ""

    def body(self) -> ComposeResult:
        """What and where to, then the preview."""
        yield TextBlock(id="report-head")
        with VerticalScroll(id="preview"):
            yield TextBlock(id="preview-text")

    def on_mount(self) -> None:
        """Everything that is answered is in the report, so first let it reach the disk."""
        self.pmark.flush()
        self._show()
        self.query_one("#preview", VerticalScroll).focus()

    @property
    def _path(self) -> str:
        return output.path_beside(self.session.file.path, self._kind, self._format)

    def _show(self) -> None:
        self._overwrite = ""
        head = (
            f"{self.t('report_kind')}：{self.t(f'kind_{self._kind}')}   "
            f"{self.t('report_format')}：{self._format}   {self.t('report_write')}\n"
            f"{self.t('report_path')}：{self._path}"
        )
        self.query_one("#report-head", TextBlock).show(head)
        self.query_one("#preview-text", TextBlock).show(self._report("md").decode("utf-8"))
        self.query_one("#preview", VerticalScroll).scroll_home(animate=False)
        self.show_top()

    def _report(self, of_format: str) -> bytes:
        session = self.session
        on = self.pmark.now().date()
        return output.render(session.pack, session.client, of_format, self._kind, self.lang, on)

    def action_kind(self) -> None:
        """The next kind of report."""
        self._kind = _after(output.KINDS, self._kind)
        self._show()

    def action_format(self) -> None:
        """The next format."""
        self._format = _after(output.FORMATS, self._format)
        self._show()

    def action_write(self) -> None:
        """Write the report; a file that is there is only overwritten by a second press."""
        path = self._path
        if os.path.lexists(path) and self._overwrite != path:
            self._overwrite = path
            self.pmark.tell(self.t("report_exists", path=path))
            return
        try:
            output.write(path, self._report(self._format), force=self._overwrite == path)
        except (PmarkError, FileTrouble) as error:
            self.pmark.tell(error.message(self.lang), "error")
            return
        self._overwrite = ""
        self.pmark.tell(self.t("report_written", path=path))


def _after(all_of_them: tuple[str, ...], one: str) -> str:
    return all_of_them[(all_of_them.index(one) + 1) % len(all_of_them)]
