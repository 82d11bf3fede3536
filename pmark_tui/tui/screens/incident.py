"""When data has leaked: what to do now and by when; then what is known about leaks."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from pmark_tui.domain.causes import standing
from pmark_tui.domain.days import parse_day
from pmark_tui.domain.incident_duties import guide
from pmark_tui.domain.incident_record import IncidentRecord
from pmark_tui.report import incident_guide, incident_lore
from pmark_tui.store import incidents
from pmark_tui.store.closed_days import is_closed
from pmark_tui.tui.keys import INCIDENT, Key, bindings
from pmark_tui.tui.screens.reader import ReaderScreen

PAGES = ("now", "duties", "figures", "causes", "reading")


class IncidentScreen(ReaderScreen):
    """The first page is for the first minute: three actions and the dates, without a key pressed."""

    KEYS: ClassVar[tuple[Key, ...]] = INCIDENT
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    name_key = "title_incident"
    kept = ("page", "_known_on", "_malicious", "_my_number")

    def __init__(self) -> None:
        super().__init__()
        self._known_on: date | None = None
        self._malicious = False
        self._my_number = False

    def pages(self) -> list[tuple[str, str]]:
        """The causes stand beside a client's own state, so they need an open one."""
        shown = [p for p in PAGES if p != "causes" or self.pmark.session]
        return [(page, self.t(f"incident_{page}")) for page in shown]

    def page_lines(self, page: str, width: int) -> list[Content]:
        """Lines that the command line prints too."""
        lang, today = self.lang, self.pmark.now().date()
        known_on = self._known_on or today
        match page:
            case "figures":
                lines = list(incident_lore.figure_lines(incidents.figures(), lang))
            case "reading":
                lines = list(incident_lore.reading_lines(incidents.reading_list(), lang))
            case "causes":
                profile = incidents.profile_of(self.session.client)
                pack = self.session.pack
                held = standing(profile, pack, self.session.client)
                known = incidents.causes()
                lines = list(incident_lore.cause_lines(known, profile, held, pack, lang))
            case _:
                duties = incidents.duties()
                found = guide(duties, known_on, is_closed, self._malicious, self._my_number)
                if page == "now":
                    lines = incident_guide.first_page(
                        duties, found, is_closed, today, lang, more=False
                    )
                else:
                    lines = incident_guide.rest(duties, found, today, lang)
        return [Content.styled(line, "bold" if line.startswith("==") else "") for line in lines]

    def action_known_on(self) -> None:
        """The day on which the leak became known; day 1 of every clock."""
        from pmark_tui.tui.screens.line import LineScreen

        def given(written: str | None) -> None:
            if written is None:
                return
            try:
                self._known_on = parse_day(written) or self._known_on
            except ValueError:
                self.pmark.tell(self.t("day_bad", field=self.t("incident_day")), "error")
                return
            self.turn_to("now")

        known_on = self._known_on or self.pmark.now().date()
        self.app.push_screen(LineScreen(self.t("incident_known_on"), str(known_on)), given)

    def action_malicious(self) -> None:
        """Whether somebody did it for a wrongful purpose."""
        self._malicious = not self._malicious
        self.turn_to(self.page)

    def action_my_number(self) -> None:
        """Whether My Number is among what leaked."""
        self._my_number = not self._my_number
        self.turn_to(self.page)

    def action_profile(self) -> None:
        """The next collection of incidents; the client's gaps are ranked by it from now on."""
        if self.pmark.session is None:
            self.pmark.tell(self.t("needs_client"))
            return
        ids = [profile.id for profile in incidents.causes().profile]
        at = ids.index(incidents.profile_of(self.session.client).id)
        self.session.change(incident_profile=ids[(at + 1) % len(ids)])
        self.turn_to("causes")

    def action_record(self) -> None:
        """The records of incidents; a new one takes over what was asked here."""
        known_on = self._known_on or self.pmark.now().date()
        self.pmark.asked = IncidentRecord("", known_on, self._malicious, self._my_number)
        self.pmark.action_go("record")

    def head(self) -> str:
        """What the dates are counted from."""
        known_on = self._known_on or self.pmark.now().date()
        parts = [self.t("incident_head", day=known_on.isoformat())]
        parts += [self.t("incident_is_malicious")] if self._malicious else []
        parts += [self.t("incident_is_my_number")] if self._my_number else []
        return "  ".join(parts)
