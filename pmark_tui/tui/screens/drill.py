"""A made-up incident, step by step: what one would do, and whether one's own rules cover it."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from pmark_tui.domain.client import Client
from pmark_tui.domain.drill import Cover, Drill, Evidence, Walk, coverage, evidence, walk
from pmark_tui.domain.values import replace
from pmark_tui.report.incident_guide import duty_head, duty_rows
from pmark_tui.report.incident_lore import uncovered_lines
from pmark_tui.store import incidents
from pmark_tui.texts import text
from pmark_tui.texts.incidents import INCIDENTS
from pmark_tui.tui.keys import DRILL, Key, bindings
from pmark_tui.tui.screens.reader import ReaderScreen

STORY, END = "story", "end"
LAW = 4
"""So many of a duty's rows are shown beside a step: when or to whom, by when, in which form."""


class DrillScreen(ReaderScreen):
    """The scenario, a page a step, the result; what was played becomes evidence in the client file."""

    KEYS: ClassVar[tuple[Key, ...]] = DRILL
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    name_key = "title_drill"
    above = "incident"
    kept = ("page", "_number", "_results")

    def __init__(self) -> None:
        super().__init__()
        self._number = 0
        self._results: dict[str, bool] = {}

    @property
    def _drill(self) -> Drill:
        return incidents.drills()[self._number]

    def _covers(self) -> tuple[Cover, ...]:
        session = self.pmark.session
        if session is None:
            return ()
        return coverage(incidents.duties(), session.pack, session.client)

    def _walk(self) -> tuple[Walk, ...]:
        return walk(self._drill, incidents.duties(), self._covers())

    def pages(self) -> list[tuple[str, str]]:
        """The story, a page for each step, the result."""
        steps = [
            (played.duty.id, f"{self.t('drill_step', number=n, at=played.step.at.of(self.lang))}")
            for n, played in enumerate(self._walk(), 1)
        ]
        return [(STORY, self.t("drill_story")), *steps, (END, self.t("drill_end"))]

    def head(self) -> str:
        """How far it was played."""
        played, good = len(self._drill.step), sum(self._results.values())
        bad = len(self._results) - good
        return self.t("drill_count", played=played, good=good, bad=bad, rest=played - good - bad)

    def page_lines(self, page: str, width: int) -> list[Content]:
        """The page."""
        if page == STORY:
            title = self._drill.title.of(self.lang)
            story = self._drill.story.of(self.lang)
            return [
                Content.styled(title, "bold"),
                *map(Content, ("", story, "", self.t("drill_how"))),
            ]
        if page == END:
            return self._end()
        return self._step(next(w for w in self._walk() if w.duty.id == page))

    def _step(self, played: Walk) -> list[Content]:
        """What happens and the question; what was answered and, only then, the rules."""
        lines = [
            Content(played.step.happens.of(self.lang)),
            Content(""),
            Content.styled(self.t("drill_ask", ask=played.step.ask.of(self.lang)), "bold"),
        ]
        if played.duty.id not in self._results:
            return [*lines, Content(""), Content.styled(self.t("drill_then"), "$text-muted")]
        good = self._results[played.duty.id]
        lines.append(Content.styled(self.t("drill_good" if good else "drill_bad"), "bold"))
        lines += [
            Content(""),
            Content.styled(duty_head(played.duty, self.lang), "bold $text-primary"),
        ]
        if played.cover:
            lines.append(Content(self._rules(played.cover)))
        rows = duty_rows(played.duty, self.lang)
        lines += [
            Content(self.t("beside", label=label, value=value)) for label, value in rows[:LAW]
        ]
        return lines

    def _rules(self, cover: Cover) -> str:
        """What one's own rules say on a duty, and the questions that fail."""
        state = text(INCIDENTS, f"drill_{cover.state}", self.lang)
        said = text(INCIDENTS, "drill_cover", self.lang, state=state)
        return f"{said} ({', '.join(cover.failing)})" if cover.failing else said

    def _end(self) -> list[Content]:
        """Where one got stuck, what the rules lack, and which questions it is evidence for."""
        titles = {w.duty.id: w.duty.title.of(self.lang) for w in self._walk()}
        stuck = [titles[key] for key, good in self._results.items() if not good]
        lines = []
        if stuck:
            duties = self.t("separator").join(stuck)
            lines += [Content(self.t("drill_stuck", duties=duties)), Content("")]
        lines.append(Content.styled(self.t("drill_own"), "bold $text-primary"))
        if covers := self._covers():
            lines += map(Content, uncovered_lines(covers, self.lang))
        else:
            lines.append(Content(self.t("drill_no_client")))
        found = self._evidence()
        said = self.t("drill_no_evidence")
        if found:
            said = self.t("drill_evidence", ids=", ".join(e.question for e in found))
        return [*lines, Content(""), Content(said)]

    def _evidence(self) -> tuple[Evidence, ...]:
        session = self.pmark.session
        if session is None:
            return ()
        on = self.pmark.now().date()
        return evidence(
            self._drill,
            incidents.duties(),
            session.pack,
            session.client,
            self._results,
            on,
            self.lang,
        )

    def action_could(self) -> None:
        """The people at the table could answer."""
        self._play(True)

    def action_stuck(self) -> None:
        """They could not."""
        self._play(False)

    def _play(self, good: bool) -> None:
        """Note the answer and show the rules; on the story begin."""
        if self.page in (STORY, END):
            self.action_page_after()
            return
        self._results[self.page] = good
        self.turn_to(self.page)

    def action_scenario(self) -> None:
        """The next scenario, from its beginning."""
        self._number = (self._number + 1) % len(incidents.drills())
        self._results = {}
        self.turn_to(STORY)

    def action_keep(self) -> None:
        """Write what was played into the evidence of the questions that the pack ties to the duties."""
        if self.pmark.session is None:
            self.pmark.tell(self.t("needs_client"))
            return
        found = self._evidence()
        if not found:
            self.pmark.tell(self.t("drill_no_evidence"))
            return
        client = self.session.client
        for one in found:
            client = self._with(client, one)
        self.session.change(answers=client.answers)
        self.pmark.tell(self.t("drill_kept", count=len(found)))

    def _with(self, client: Client, one: Evidence) -> Client:
        """The client with a piece of evidence behind what is there already; once is enough."""
        answer = client.answer(one.question)
        said = text(INCIDENTS, one.key, self.lang, **one.values)
        if said in answer.evidence:
            return client
        held = self.t("separator").join(filter(None, (answer.evidence, said)))
        on = self.pmark.now().date()
        return client.with_answer(one.question, replace(answer, evidence=held, evidence_date=on))
