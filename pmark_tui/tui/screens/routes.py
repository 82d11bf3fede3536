"""Choose which questions to walk: a pass, a state, a person, a place."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widgets import OptionList

from pmark_tui.domain.routes import STATES, Route, walk
from pmark_tui.domain.values import replace
from pmark_tui.tui.screens.dialog import Dialog
from pmark_tui.tui.widgets.choices import Choices
from pmark_tui.tui.widgets.japanese import TextBlock


class RoutesScreen(Dialog[Route]):
    """A list of routes with how many questions each has."""

    tall = True
    hint_key = "hint_choose"

    def __init__(self, route: Route) -> None:
        super().__init__()
        self._route = route
        self._routes: list[tuple[str, Route]] = []

    def body(self) -> ComposeResult:
        """The list."""
        yield Choices(id="routes")

    def on_mount(self) -> None:
        """Offer what has questions in it; the present route is marked."""
        self.query_one("#dialog-title", TextBlock).show(self.t("route_title"))
        self._routes = [(label, route) for label, route, count in self._offers() if count]
        rows = [
            (str(n), f"{'(x)' if route == self._route else '( )'} {label}", True)
            for n, (label, route) in enumerate(self._routes)
        ]
        routes = [route for _, route in self._routes]
        at = routes.index(self._route) if self._route in routes else 0
        self.query_one("#routes", Choices).show(list(rows), at=at)
        self.query_one("#routes", Choices).focus()

    def _offers(self) -> list[tuple[str, Route, int]]:
        session, lang = self.session, self.lang
        pack = session.pack
        offers = []

        def offer(key: str, route: Route, **values: object) -> None:
            count = len(walk(pack, session.client, route))
            offers.append((self.t(key, count=count, **values), route, count))

        for quick in (False, True):
            name = self.t("route_quick" if quick else "route_full")
            offer("route_pass", Route(quick=quick), name=name)
        base = Route(quick=self._route.quick)
        for state in STATES[1:]:
            offer("route_pass", replace(base, state=state), name=self.t(f"route_{state}"))
        for person in pack.people:
            offer("route_ask", replace(base, ask=person.id), who=person.title.of(lang))
        for side in ("written", "practised"):
            offer("route_pass", replace(base, side=side), name=self.t(f"side_{side}"))
        for step in pack.steps:
            offer("route_pass", replace(base, step=step.id), name=step.title.of(lang))
        for place in pack.places:
            offer("route_place", replace(base, place=place.id), place=place.title.of(lang))
        return offers

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Walk this route."""
        self.dismiss(self._routes[event.option_index][1])
