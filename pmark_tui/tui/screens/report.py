"""The report: read section by section, and written beside the client file in any kind and format."""

from __future__ import annotations

import os
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from pmark_tui.report import output
from pmark_tui.report.blocks import Section
from pmark_tui.report.layout import sections
from pmark_tui.tui.keys import REPORT, Key, bindings
from pmark_tui.tui.screens.reader import ReaderScreen
from pmark_tui.tui.section_text import section_lines

_WARNINGS = 2
"""Warnings that fit, two lines each, into a passing word; where there are more, their number leads."""


class ReportScreen(ReaderScreen):
    """What is shown is what would be written: the screen is one more writer of the same sections."""

    KEYS: ClassVar[tuple[Key, ...]] = REPORT
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    name_key = "title_report"
    kept = ("page", "_kind", "_format")

    def __init__(self) -> None:
        super().__init__()
        self._kind = output.KINDS[0]
        self._format = output.FORMATS[0]
        self._sections: dict[str, Section] = {}

    def on_mount(self) -> None:
        """Everything that is answered is in the report, so first let it reach the disk."""
        self.pmark.flush()
        self._build()

    def _build(self) -> None:
        session = self.session
        on = self.pmark.now().date()
        view = output.make(session.pack, session.client, self._kind, self.lang, on)
        self._sections = {section.id: section for section in sections(view)}
        self._overwrite = ""

    def pages(self) -> list[tuple[str, str]]:
        """A page a section."""
        return [(section.id, section.title) for section in self._sections.values()]

    def page_lines(self, page: str, width: int) -> list[Content]:
        """The section in the width there is."""
        return section_lines(self._sections[page], width, self.t("colon"))

    def head(self) -> str:
        """Kind, format and where it would be written."""
        kind = self.t(f"kind_{self._kind}")
        return (
            f"{kind}  {self._format}  {self.t('report_write', name=os.path.basename(self._path))}"
        )

    @property
    def _path(self) -> str:
        return output.path_beside(self.session.file.path, self._kind, self._format)

    def action_kind(self) -> None:
        """The next kind of report."""
        self._kind = _after(output.KINDS, self._kind)
        self._build()
        self.turn_to(self.page)

    def action_format(self) -> None:
        """The next format."""
        self._format = _after(output.FORMATS, self._format)
        self._overwrite = ""
        self.turn_to(self.page)

    def action_write(self) -> None:
        """Write the report and warn of what should not leave the house; overwrite by a second press only."""
        session, on = self.session, self.pmark.now().date()

        def make() -> bytes:
            return output.render(
                session.pack, session.client, self._format, self._kind, self.lang, on
            )

        if self.write_file(self._path, make):
            self._warn()

    def _warn(self) -> None:
        """Tell where the report seems to hold personal data, in the words of the command."""
        from pmark_tui.report.personal import warnings

        said = warnings(self.session.client, self.lang)
        if len(said) > _WARNINGS:
            said = [self.t("report_warns", count=len(said)), *said[:_WARNINGS]]
        if said:
            self.pmark.tell("\n".join(said), "warning")


def _after(all_of_them: tuple[str, ...], one: str) -> str:
    return all_of_them[(all_of_them.index(one) + 1) % len(all_of_them)]
