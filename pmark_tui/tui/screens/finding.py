"""One finding of a mock or real audit."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from pmark_tui.domain.keying import reference
from pmark_tui.domain.pack import Pack
from pmark_tui.tui.screens.form import FormScreen


class FindingScreen(FormScreen):
    """Clause and text must be given; the day of closing ends its clock."""

    FIELDS: ClassVar[tuple[str, ...]] = (
        "clause",
        "text",
        "grade",
        "found_on",
        "cause",
        "correction",
        "evidence",
        "closed",
    )
    DATES: ClassVar[tuple[str, ...]] = ("found_on", "closed")

    def values(self) -> tuple[dict[str, object], str]:
        """The lines, the clause as the pack writes it."""
        values, trouble = super().values()
        if clause := clause_meant(self.session.pack, str(values.get("clause", ""))):
            values["clause"] = clause
        return values, trouble

    def trouble(self, values: Mapping[str, object]) -> str:
        """A finding without clause or text tells nobody anything."""
        if not clause_meant(self.session.pack, str(values["clause"])):
            return self.t("finding_clause_bad")
        if not values["text"]:
            return self.t("finding_text_missing")
        found, closed = values["found_on"], values["closed"]
        early = found is not None and closed is not None and str(closed) < str(found)
        return self.t("finding_closed_early") if early else ""


def clause_meant(pack: Pack, written: str) -> str:
    """The clause of a number as people write it, "" where there is none: `j.9.2`, `９．２`."""
    wanted = reference(written)
    names = {reference(clause): clause for clause in pack.clause}
    names |= {name.partition(".")[2]: clause for name, clause in names.items()} | names
    return names.get(wanted, "") if wanted else ""
