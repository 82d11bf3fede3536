"""The findings (指摘事項) of a mock or real audit: what is open, until when, and what was done."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList

from pmark_tui.domain.client import Finding
from pmark_tui.domain.findings import CLOSED, FindingState, finding_states, next_id
from pmark_tui.domain.values import replace
from pmark_tui.texts import text
from pmark_tui.texts.results import RESULTS
from pmark_tui.tui.keys import FINDINGS, Key, bindings
from pmark_tui.tui.screens.base import PmarkScreen
from pmark_tui.tui.widgets.choices import Choices
from pmark_tui.tui.widgets.japanese import TextBlock


class FindingsScreen(PmarkScreen):
    """A list; Enter opens one to be worked on."""

    KEYS: ClassVar[tuple[Key, ...]] = FINDINGS
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    name_key = "title_findings"
    above = "results"

    def body(self) -> ComposeResult:
        """How many there are, and each of them."""
        yield TextBlock(id="findings-head")
        yield Choices(id="findings")

    def on_mount(self) -> None:
        """Show them all."""
        self._show()
        self.query_one("#findings", Choices).focus()

    def _states(self) -> tuple[FindingState, ...]:
        session = self.session
        return finding_states(session.pack, session.client, self.pmark.now().date())

    def _show(self, at: int = 0) -> None:
        states = self._states()
        still = sum(state.status != CLOSED for state in states)
        key = "findings_head" if states else "findings_none"
        head = self.t(key, open=still, count=len(states), months=self.session.pack.findings_months)
        self.query_one("#findings-head", TextBlock).show(head)
        rows: list[tuple[str, str | Content, bool]] = [
            (str(number), self._row(state), True) for number, state in enumerate(states)
        ]
        self.query_one("#findings", Choices).show(rows, at=min(at, len(rows) - 1) if rows else None)
        self.show_top(str(still))

    def _row(self, state: FindingState) -> Content:
        finding = state.finding
        clause = self.session.pack.clause.get(finding.clause)
        parts = [
            finding.id,
            f"[{text(RESULTS, f'finding_{state.status}', self.lang)}]",
            f"[{finding.grade}]" if finding.grade else "",
            f"{finding.clause} {clause.title.of(self.lang) if clause else ''}".strip(),
        ]
        lines = [f"    {finding.text}"]
        days = (
            ("found_on", finding.found_on),
            ("finding_due", state.due),
            ("closed", finding.closed),
        )
        told = (*days, ("cause", finding.cause), ("correction", finding.correction))
        lines += [
            "    " + self.t("beside", label=self.t(f"field_{name}"), value=value)
            for name, value in told
            if value and not (name == "finding_due" and state.status == CLOSED)
        ]
        head = "  ".join(part for part in parts if part)
        return Content.assemble((head, "bold"), "\n" + "\n".join(lines))

    # --- changing them -------------------------------------------------------------------

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Work on one."""
        self._edit(self.session.client.findings[event.option_index])

    def action_work(self) -> None:
        """Enter outside the list."""
        self.query_one("#findings", Choices).action_select()

    def action_add(self) -> None:
        """One more."""
        on = self.pmark.now().date()
        self._edit(Finding(next_id(self.session.client), "", "", found_on=on))

    def _edit(self, finding: Finding) -> None:
        from pmark_tui.tui.screens.finding import FindingScreen

        held = {name: getattr(finding, name) for name in FindingScreen.FIELDS}
        title = self.t("finding_title", id=finding.id)
        self.app.push_screen(FindingScreen(title, held), lambda values: self._take(finding, values))

    def _take(self, finding: Finding, values: dict[str, object] | None) -> None:
        if values is not None:
            ids = [f.id for f in self.session.client.findings]
            self.session.set_finding(replace(finding, **values))
            self._show(ids.index(finding.id) if finding.id in ids else len(ids))

    def action_close(self) -> None:
        """Closed today, or open again."""
        at = self.query_one("#findings", Choices).highlighted
        if at is None:
            return
        finding = self.session.client.findings[at]
        day = None if finding.closed else self.pmark.now().date()
        self.session.set_finding(replace(finding, closed=day))
        self._show(at)
