"""The official figures of a fee list, as the user reads them in the certifying body's own table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from pmark_tui.domain.client import OfficialFee
from pmark_tui.domain.fees import LINES, with_official
from pmark_tui.tui import profile_view
from pmark_tui.tui.screens.base import PmarkScreen
from pmark_tui.tui.screens.form import FormScreen
from pmark_tui.tui.widgets.japanese import LineInput


class OfficialFeeScreen(FormScreen):
    """Three amounts in yen, tax included, and who entered them; all empty: there are none."""

    FIELDS: ClassVar[tuple[str, ...]] = (*LINES, "entered_by")
    AMOUNTS: ClassVar[tuple[str, ...]] = LINES

    def values(self) -> tuple[dict[str, object], str]:
        """The amounts; none at all where every line of them is empty."""
        if not any(self.query_one(f"#{line}", LineInput).value.strip() for line in LINES):
            return {}, ""
        return super().values()

    def trouble(self, values: Mapping[str, object]) -> str:
        """Fees are never nothing."""
        return "" if all(values[line] for line in LINES) else self.t("official_zero")


def ask(screen: PmarkScreen, then: Callable[[], None]) -> None:
    """Ask for the official figures of the list in force for the open client; `then` shows the outcome."""
    session, on = screen.session, screen.pmark.now().date()
    client = session.client
    quote = profile_view.quote(client.profile, on, client.official_fees)
    if quote is None:
        screen.pmark.tell(screen.t("official_none"))
        return
    held = {line: getattr(quote.official, line) for line in LINES} if quote.official else {}
    title = screen.t(
        "official_title",
        kind=screen.t(f"kind_{quote.kind}"),
        size=screen.t(f"size_{quote.size}"),
        schedule=quote.schedule.id,
    )

    def given(values: dict[str, Any] | None) -> None:
        if values is None:
            return
        fee = None
        if values:
            cell = quote.schedule.id, quote.kind, quote.size
            fee = OfficialFee(*cell, **values, entered_on=on)
        session.set_official_fees(with_official(client.official_fees, quote, fee))
        then()

    screen.app.push_screen(OfficialFeeScreen(title, held), given)
