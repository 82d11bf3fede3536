"""What stands beside an answer: evidence, who said it, owner, due date."""

from __future__ import annotations

from typing import ClassVar

from pmark_tui.domain.client import Answer
from pmark_tui.tui.screens.form import FormScreen


class DetailsScreen(FormScreen):
    """The lines beside one answer; what is sound is kept also when the app ends."""

    FIELDS: ClassVar[tuple[str, ...]] = ("evidence", "evidence_date", "who", "owner", "due")
    DATES: ClassVar[tuple[str, ...]] = ("evidence_date", "due")

    def __init__(self, title: str, question_id: str, answer: Answer) -> None:
        super().__init__(title, {field: getattr(answer, field) for field in self.FIELDS})
        self._question_id = question_id

    def keep(self) -> None:
        """The app is about to end: keep what is sound."""
        values, trouble = self.values()
        if not trouble:
            self.session.annotate(self._question_id, **values)
