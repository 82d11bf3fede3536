"""Pages of text: one at a time at 80 columns, with the list of pages beside it where there is room."""

from __future__ import annotations

import os
from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content

from pmark_tui.errors import PmarkError
from pmark_tui.store import output_file
from pmark_tui.tui.screens.base import PmarkScreen
from pmark_tui.tui.widgets.choices import Choices
from pmark_tui.tui.widgets.japanese import TextBlock


class ReaderScreen(PmarkScreen):
    """A screen of pages; a subclass says which there are and what stands on each."""

    def __init__(self, page: str = "") -> None:
        super().__init__()
        self.page = page
        self._pages: list[tuple[str, str]] = []
        self._overwrite = ""

    def pages(self) -> list[tuple[str, str]]:
        """Ids and titles of the pages, in their order."""
        raise NotImplementedError

    def page_lines(self, page: str, width: int) -> list[Content]:
        """What stands on a page that is `width` cells wide."""
        raise NotImplementedError

    def head(self) -> str:
        """What stands beside the title of the page, or nothing."""
        return ""

    def body(self) -> ComposeResult:
        """Head, list of pages, page."""
        yield TextBlock(id="reader-head")
        with Horizontal(id="reader"):
            pages = Choices(id="pages")
            pages.can_focus = False
            yield pages
            with VerticalScroll(id="page"):
                yield TextBlock(id="page-text")

    def on_mount(self) -> None:
        """Show the first page, or the one asked for."""
        self.query_one("#page", VerticalScroll).focus()
        self._choose(self.page)  # at once: keys need not wait for the first drawing
        self.call_after_refresh(self.turn_to, self.page)

    def on_resize(self) -> None:
        """Lay the page out anew."""
        if self._pages:
            self.call_after_refresh(self.turn_to, self.page)

    def turn_to(self, page: str) -> None:
        """Show a page; the first one where there is no such page."""
        ids = self._choose(page)
        index = ids.index(self.page)
        scroll = self.query_one("#page", VerticalScroll)
        width = scroll.scrollable_content_region.width or self.size.width - 2
        title = Content.styled(
            f"{index + 1}/{len(ids)}  {self._pages[index][1]}", "bold $text-primary"
        )
        with self.app.batch_update():
            self.query_one("#reader-head", TextBlock).show(
                Content.assemble(title, f"   {self.head()}")
            )
            self.query_one("#pages", Choices).show(
                [(key, name, True) for key, name in self._pages], at=index
            )
            self.query_one("#page-text", TextBlock).show(
                Content("\n").join(self.page_lines(self.page, width))
            )
        scroll.scroll_home(animate=False)
        self.show_top()

    def _choose(self, page: str) -> list[str]:
        """Be on a page, the first one where there is no such page; the ids of all."""
        self._pages = self.pages()
        ids = [key for key, _ in self._pages]
        self.page = page if page in ids else ids[0]
        return ids

    def write_file(self, path: str, make: Callable[[], bytes]) -> bool:
        """Write a file; one that is there is only overwritten by a second press. Whether it was written."""
        if os.path.lexists(path) and self._overwrite != path:
            self._overwrite = path
            self.pmark.tell(self.t("report_exists", path=path))
            return False
        try:
            output_file.write(path, make(), force=self._overwrite == path)
        except PmarkError as error:
            self.pmark.tell(error.message(self.lang), "error")
            return False
        self._overwrite = ""
        self.pmark.tell(self.t("report_written", path=path))
        return True

    def _turn(self, by: int) -> None:
        ids = [key for key, _ in self._pages]
        if ids:
            self.turn_to(ids[(ids.index(self.page) + by) % len(ids)])

    def action_page_before(self) -> None:
        """The page before; from the first to the last."""
        self._turn(-1)

    def action_page_after(self) -> None:
        """The next page; from the last to the first."""
        self._turn(1)

    def action_pages(self) -> None:
        """Choose a page from a list."""
        from pmark_tui.tui.screens.choose import ChooseScreen

        def chosen(page: str | None) -> None:
            if page:
                self.turn_to(page)

        self.app.push_screen(ChooseScreen(self.t("reader_pages"), self._pages, self.page), chosen)
