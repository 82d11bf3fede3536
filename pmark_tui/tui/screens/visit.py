"""The papers of a visit on the screen: homework, the walk-round by place, rehearsals of the interviews."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from pmark_tui.domain.gaps import gaps
from pmark_tui.domain.visits import Homework, homework, rehearsal, walk_round
from pmark_tui.report import visit_papers
from pmark_tui.report.blocks import Section
from pmark_tui.report.sheet import build, markdown
from pmark_tui.store.client_file import SUFFIX
from pmark_tui.store.incidents import shares_of
from pmark_tui.texts import text
from pmark_tui.texts.visits import VISITS
from pmark_tui.tui.keys import VISIT, Key, bindings
from pmark_tui.tui.screens.reader import ReaderScreen
from pmark_tui.tui.section_text import section_lines

HOMEWORK, WALK, REHEARSE = "homework", "walk", "rehearse-"


class VisitScreen(ReaderScreen):
    """A page for the homework, one for the walk-round, and a rehearsal for each person who is asked."""

    KEYS: ClassVar[tuple[Key, ...]] = VISIT
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    name_key = "title_visit"
    kept = ("page",)

    def pages(self) -> list[tuple[str, str]]:
        """The two lists, then the people of the pack in their order."""
        session = self.session
        people = [p for p in session.pack.people if rehearsal(session.pack, session.client, p)]
        return [
            (HOMEWORK, self.t("visit_homework")),
            (WALK, self.t("visit_walk")),
            *(
                (f"{REHEARSE}{p.id}", self.t("visit_rehearse", who=p.title.of(self.lang)))
                for p in people
            ),
        ]

    def page_lines(self, page: str, width: int) -> list[Content]:
        """What the printed page holds, laid out for the screen."""
        lines: list[Content] = []
        head = self._head_line(page)
        if head:
            lines += [Content.styled(head, "$text-muted"), Content("")]
        for section in self._sections(page):
            lines.append(Content.styled(section.title, "bold $text-primary"))
            lines += [*section_lines(section, width, self.t("colon")), Content("")]
        return lines

    def _head_line(self, page: str) -> str:
        """What the page is, in a line: how much homework, or how to rehearse."""
        if page.startswith(REHEARSE):
            return text(VISITS, "rehearse_how", self.lang)
        if page == WALK:
            return ""
        found = self._homework()
        if not found:
            return text(VISITS, "homework_none", self.lang)
        on, count = self.pmark.now().date().isoformat(), sum(len(one.tasks) for one in found)
        return text(VISITS, "homework_on", self.lang, on=on, count=count)

    def _homework(self) -> tuple[Homework, ...]:
        session = self.session
        short = gaps(
            session.pack, session.client, shares_of(session.client), self.pmark.now().date()
        )
        return homework(session.pack, session.client, short)

    def _sections(self, page: str) -> list[Section]:
        session, lang = self.session, self.lang
        pack, client = session.pack, session.client
        if page == HOMEWORK:
            return [visit_papers.homework_section(pack, client, h, lang) for h in self._homework()]
        if page == WALK:
            stops = walk_round(pack, client)
            return [visit_papers.walk_section(pack, client, stop, lang) for stop in stops]
        person = pack.person[page.removeprefix(REHEARSE)]
        return visit_papers.rehearsal_sections(pack, rehearsal(pack, client, person), lang)

    def head(self) -> str:
        """Where F9 would write the page."""
        return self.t("report_write", name=self._path.rpartition("/")[2])

    @property
    def _path(self) -> str:
        return f"{self.session.file.path.removesuffix(SUFFIX)}.{self.page}.md"

    def action_write(self) -> None:
        """Write the page as Markdown beside the client file, the walk-round as a sheet to fill in."""
        self.write_file(self._path, lambda: self._paper().encode())

    def _paper(self) -> str:
        session, lang, page = self.session, self.lang, self.page
        pack, client = session.pack, session.client
        if page == HOMEWORK:
            on = self.pmark.now().date()
            return visit_papers.homework_paper(pack, client, self._homework(), on, lang)
        if page == WALK:
            return markdown(build(pack, client, lang, places=True), lang)
        person = pack.person[page.removeprefix(REHEARSE)]
        questions = rehearsal(pack, client, person)
        return visit_papers.rehearsal_paper(pack, client, person, questions, lang)
