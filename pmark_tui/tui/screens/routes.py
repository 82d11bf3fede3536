"""Choose which questions to walk: a pass, and of it what fits a state, a mark, a person, a step, a place."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import OptionList

from pmark_tui.domain.routes import Route, walk
from pmark_tui.tui import ways_view
from pmark_tui.tui.screens.dialog import Dialog
from pmark_tui.tui.widgets.choices import Choices
from pmark_tui.tui.widgets.japanese import TextBlock


class RoutesScreen(Dialog[Route]):
    """Parts of a route with how many questions there are with each.

    Enter takes the row under the cursor and walks. Space takes it, or gives it back, and stays, so that
    parts combine. What Enter would walk stands above the list.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,ideographic_space,f6", "combine", show=False)
    ]
    tall = True
    hint_key = "hint_routes"

    def __init__(self, route: Route) -> None:
        super().__init__()
        self._route = route
        self._offers: list[ways_view.Offer] = []
        self._given_back = ""

    def body(self) -> ComposeResult:
        """What Enter walks, and the list."""
        yield TextBlock(id="taken")
        yield Choices(id="routes")

    def on_mount(self) -> None:
        """Offer what has questions in it; what is on is marked."""
        self.query_one("#dialog-title", TextBlock).show(self.t("route_title"))
        self._offers = [o for o in self._all() if o.some or o.on]
        self._show(max(n for n, offer in enumerate(self._offers) if offer.on))
        self.query_one("#routes", Choices).focus()

    def _all(self) -> list[ways_view.Offer]:
        session = self.session
        return ways_view.offers(session.pack, session.client, self._route, self.lang)

    def _show(self, at: int) -> None:
        rows = [
            (
                offer.id,
                f"{'(x)' if offer.on else '( )'} "
                + self.t("route_row", name=offer.name, count=offer.count),
                bool(offer.count or offer.on),
            )
            for offer in self._offers
        ]
        self.query_one("#routes", Choices).show(list(rows), at=at)
        self._say(at)

    def _say(self, at: int) -> None:
        session, route = self.session, self._walked(at)
        name = ways_view.route_name(session.pack, route, self.lang)
        count = len(walk(session.pack, session.client, route))
        self.query_one("#taken", TextBlock).show(self.t("route_taken", name=name, count=count))

    def _walked(self, at: int) -> Route:
        """What Enter walks at this row: with it, unless it was given back just now."""
        offer = self._offers[at]
        return self._route if offer.id == self._given_back else offer.taken

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Say what Enter would walk."""
        if event.option.id != self._given_back:
            self._given_back = ""
        self._say(event.option_index)

    def action_combine(self) -> None:
        """Take the row under the cursor, or give it back, and go on choosing."""
        at = self.query_one("#routes", Choices).highlighted
        if at is None:
            return
        offer = self._offers[at]
        self._route = offer.given_back if offer.on else offer.taken
        self._given_back = offer.id if offer.on else ""
        shown = {one.id for one in self._offers}
        self._offers = [one for one in self._all() if one.id in shown]
        self._show(at)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Walk this route."""
        self.dismiss(self._walked(event.option_index))
