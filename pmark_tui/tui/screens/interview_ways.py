"""Finding one's way in the interview: search, routes, outline, what is marked, the reasons, paper."""

from __future__ import annotations

from collections.abc import Callable

from pmark_tui.domain.pack import Question
from pmark_tui.domain.routes import Route
from pmark_tui.tui import ways_view
from pmark_tui.tui.screens.base import PmarkScreen


class WaysScreen(PmarkScreen):
    """The windows that lead from the question shown to another one, and back."""

    def __init__(self) -> None:
        super().__init__()
        self.questions: tuple[Question, ...] = ()
        self._index: dict[str, int] = {}
        self.current: Question | None = None

    def go_to(self, question_id: str) -> None:
        """Show one question."""
        raise NotImplementedError

    def take_route(self, route: Route) -> None:
        """Walk the questions of a route."""
        raise NotImplementedError

    def changed(self) -> None:
        """Show the question at hand anew."""
        raise NotImplementedError

    def action_search(self) -> None:
        """Find a question by number or words."""
        from pmark_tui.tui.screens.search import SearchScreen

        def found(question_id: str | None) -> None:
            if question_id:
                self.go_to(question_id)

        self.app.push_screen(SearchScreen(), found)

    def action_routes(self) -> None:
        """Choose which questions to walk."""
        from pmark_tui.tui.screens.routes import RoutesScreen

        def chosen(route: Route | None) -> None:
            if route is not None:
                self.take_route(route)

        self.app.push_screen(RoutesScreen(self.session.route), chosen)

    def action_outline(self) -> None:
        """Go to a chapter or a clause; the outline shows how far each is."""
        session = self.session

        def chosen(row: str | None) -> None:
            if row and (found := ways_view.first_of(session.pack, session.questions(), row)):
                self.go_to(found.id)

        rows = ways_view.outline(session.pack, session.client, self.lang)
        here = ways_view.row_of(self.current) if self.current else ""
        self._choose("outline_title", rows, here, chosen)

    def action_marked(self) -> None:
        """What is flagged or parked; Enter goes to one."""
        rows = ways_view.marked(self.session.client, self.session.questions(), self.lang)
        if not rows:
            self.pmark.tell(self.t("marked_none"))
            return
        here = self.current.id if self.current else ""
        self._choose("marked_title", rows, here, lambda found: self.go_to(found) if found else None)

    def _choose(
        self,
        title: str,
        rows: list[tuple[str, str]],
        here: str,
        then: Callable[[str | None], None],
    ) -> None:
        from pmark_tui.tui.screens.choose import ChooseScreen

        self.app.push_screen(ChooseScreen(self.t(title, count=len(rows)), rows, here), then)

    def action_explain(self) -> None:
        """Where the figures of a step come from, first of one that this question counts for."""
        from pmark_tui.tui.screens.explain import ExplainScreen

        steps = self.session.pack.step
        first = self.current.steps[0] if self.current and self.current.steps else next(iter(steps))
        self.app.push_screen(ExplainScreen(steps[first]))

    def action_key_in(self) -> None:
        """Key in answers from paper."""
        from pmark_tui.tui.screens.key_in import KeyInScreen

        self.app.push_screen(KeyInScreen(), lambda _: self.changed())
