"""The interview: one question, one key an answer, everything saved as it is given."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import OptionList

from pmark_tui.domain.asking import next_unanswered
from pmark_tui.domain.pack import Question
from pmark_tui.domain.routes import Route, walk
from pmark_tui.domain.undo import Change
from pmark_tui.texts.guide import guide_blocks
from pmark_tui.texts.pace import time_left
from pmark_tui.tui import views, ways_view
from pmark_tui.tui.keys import INTERVIEW, Key, bindings
from pmark_tui.tui.screens.base import TwoEnds
from pmark_tui.tui.screens.interview_ways import WaysScreen
from pmark_tui.tui.widgets.choices import Choices
from pmark_tui.tui.widgets.japanese import Flow, TextBlock

STRIP_LINES = 3
"""Lines that the steps at the foot take, as long as they can."""


class InterviewScreen(WaysScreen):
    """One question at a time; the widgets stay, only what they show changes."""

    KEYS: ClassVar[tuple[Key, ...]] = INTERVIEW
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    name_key = "title_interview"

    def body(self) -> ComposeResult:
        """What narrows the walk, question and answers at the left, guidance beside or below."""
        yield TwoEnds("route")
        with Horizontal(id="interview"):
            with Vertical(id="asking"):
                yield TextBlock(id="heading")
                yield TextBlock(id="question")
                yield Choices(id="answers")
                yield TextBlock(id="beside")
            with VerticalScroll(id="guide", can_focus=False):
                yield TextBlock(id="guide-text")
        yield Flow(STRIP_LINES, id="steps")

    def on_mount(self) -> None:
        """Resume exactly where the interview was left."""
        self._walk()
        self._resume()
        self._show_steps()
        self.query_one("#answers", Choices).focus()

    def _resume(self) -> None:
        position = self.session.client.position
        start = next((q for q in self.questions if q.id == position), None)
        self._show(start or (self.questions[0] if self.questions else None))

    # --- showing -----------------------------------------------------------------------

    def _walk(self) -> None:
        session = self.session
        self.questions = walk(session.pack, session.client, self.session.route)
        self._index = {question.id: n for n, question in enumerate(self.questions)}
        line = self.query_one("#route", TwoEnds)
        line.display = not session.route.is_whole
        name = ways_view.route_name(session.pack, session.route, self.lang)
        line.show(self.t("route_on", name=name), self.t("route_leave"))

    def _show(self, question: Question | None) -> None:
        """Put a question on the widgets that are there."""
        self.current = question
        with self.app.batch_update():
            if question is None:
                self._show_none()
            else:
                self._show_question(question)
                self.session.move_to(question.id)
            self.show_top()

    def _show_none(self) -> None:
        self.query_one("#heading", TextBlock).show("")
        self.query_one("#question", TextBlock).show(self.t("no_questions"))
        self.query_one("#answers", Choices).show([])
        self.query_one("#beside", TextBlock).show("")
        self.query_one("#guide-text", TextBlock).show("")

    def _show_question(self, question: Question) -> None:
        session = self.session
        view = views.question_view(session.pack, session.client, question, self.lang)
        heading = Content.assemble(
            (f"{question.id}  ", "$accent bold"), (f"{view.heading}\n", "$accent"), view.meta
        )
        self.query_one("#heading", TextBlock).show(heading)
        self.query_one("#question", TextBlock).show(Content.styled(view.text, "bold"))
        chosen = next((n for n, row in enumerate(view.answers) if row.chosen), 0)
        rows: list[tuple[str, str | Content, bool]] = [
            (row.id, row.label, row.allowed) for row in view.answers
        ]
        self.query_one("#answers", Choices).show(rows, at=chosen)
        self.call_after_refresh(self._show_rest, question, view.beside)

    def _show_rest(self, question: Question, beside: tuple[str, ...]) -> None:
        """What was said besides, and guidance, follow a frame later: the question must not wait for them.

        They differ in height, so the screen has to be laid out anew.
        """
        if question is not self.current or self not in self.app.screen_stack:
            return
        self.query_one("#beside", TextBlock).show("\n".join(beside))
        guide = Content("\n").join(
            Content.assemble((f"{heading}\n", "bold $text-primary"), body)
            for heading, body in guide_blocks(self.session.pack, question, self.lang)
        )
        self.query_one("#guide-text", TextBlock).show(guide)
        self.query_one("#guide", VerticalScroll).scroll_home(animate=False)

    def _show_steps(self) -> None:
        """The strip of steps; it too may come a frame after this screen has gone."""
        if self not in self.app.screen_stack:
            return
        self.query_one("#steps", Flow).show(*views.steps_strip(self.session.score(), self.lang))

    def _place(self) -> str:
        if self.current is None or self.current.id not in self._index:
            return f"0/{len(self.questions)}"
        number = self._index[self.current.id] + 1
        client, kinds = self.session.client, self.session.pack.answer
        left = sum(client.answer(q.id).value not in kinds for q in self.questions)
        time = time_left(client, left, self.lang)
        return f"{number}/{len(self.questions)}  {self.t('left', left=left)}  {time}".rstrip()

    def show_top(self, extra: str = "") -> None:
        """Refresh the top line, with the place in the walk."""
        super().show_top(extra or self._place())

    def changed(self) -> None:
        """After a change that stays on this question."""
        if self.current is not None:
            self._show_question(self.current)
        self._show_steps()
        self.show_top()

    # --- answering -----------------------------------------------------------------------

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or a click, gives the highlighted answer."""
        self._give(event.option_index)

    def action_enter(self) -> None:
        """Enter outside the list does what it does in the list."""
        self.query_one("#answers", Choices).action_select()

    def action_choose(self, index: int) -> None:
        """Give the answer of this number and go on."""
        self._give(index)

    def _give(self, index: int) -> None:
        question, session = self.current, self.session
        kinds = session.pack.answers
        if question is None or index >= len(kinds):
            return
        kind = kinds[index]
        if not kind.counts and not question.may_be_na:
            self.pmark.tell(self.t("na_refused"))
            return
        if not kind.counts and not session.client.answer(question.id).reason.strip():
            self._ask_reason(question, kind.id)
            return
        session.answer(question.id, kind.id)
        self._advance()

    def _ask_reason(self, question: Question, value: str) -> None:
        from pmark_tui.tui.screens.line import LineScreen

        def given(reason: str | None) -> None:
            if reason and reason.strip():
                self.session.answer(question.id, value, reason.strip())
                self._advance()

        self.app.push_screen(LineScreen(self.t("reason_title")), given)

    def _advance(self) -> None:
        """To the following question; at the end, stay. The steps follow a frame later."""
        at_end = bool(self.questions) and self.current is self.questions[-1]
        self._move(1)
        self.call_after_refresh(self._show_steps)
        if at_end:
            self._say_the_end()

    def _say_the_end(self) -> None:
        """Behind the last question: what is still open, or where to go from here."""
        session = self.session
        left = next_unanswered(session.pack, session.client, self.questions)
        over = "end_quick" if session.route.quick and session.route.is_whole else self._all_answered
        self.pmark.tell(self.t("end_open" if left else over))

    @property
    def _all_answered(self) -> str:
        return "all_answered" if self.session.route.is_whole else "end_route"

    def action_clear(self) -> None:
        """Take the answer back; notes stay."""
        if self.current is not None:
            self.session.answer(self.current.id, "")
            self.changed()

    # --- moving ----------------------------------------------------------------------------

    def _move(self, by: int) -> None:
        if self.current is None or self.current.id not in self._index:
            return
        index = self._index[self.current.id] + by
        self._show(self.questions[min(max(index, 0), len(self.questions) - 1)])

    def action_back(self) -> None:
        """The question before."""
        self._move(-1)

    def action_forward(self) -> None:
        """The next question, without answering this one."""
        self._move(1)

    def action_first(self) -> None:
        """The first question of the walk."""
        self._move(-len(self.questions))

    def action_last(self) -> None:
        """The last question of the walk."""
        self._move(len(self.questions))

    def action_next_unanswered(self) -> None:
        """The next question without an answer, from the top again at the end."""
        session = self.session
        after = self.current.id if self.current else ""
        found = next_unanswered(session.pack, session.client, self.questions, after)
        if found is None:
            self.pmark.tell(self.t(self._all_answered))
        else:
            self._show(found)

    def go_to(self, question_id: str) -> None:
        """Show one question, leaving the filter if it would hide it."""
        question = self.session.pack.question[question_id]
        if question.id not in self._index:
            self._widen(quick=self.session.route.quick and question.quick)
        self._show(question)

    def _widen(self, quick: bool) -> None:
        """Walk the whole pass, and say so where there was a filter."""
        session, narrowed = self.session, not self.session.route.is_whole
        session.walk(Route(quick=quick))
        self._walk()
        if narrowed:
            name = ways_view.route_name(session.pack, session.route, self.lang)
            self.pmark.tell(self.t("route_left", name=name))

    def action_leave_route(self) -> None:
        """Out of the filter; the question shown stays."""
        route = self.session.route
        if not route.is_whole:
            self._widen(route.quick)
            self._resume()

    def take_route(self, route: Route) -> None:
        """Walk these questions, from the first one."""
        self.session.walk(route)
        self._walk()
        self._show(self.questions[0] if self.questions else None)

    # --- beside the answer -----------------------------------------------------------------

    def action_flag(self) -> None:
        """Mark this question for later, or take the mark away."""
        if self.current is not None:
            flagged = self.session.client.answer(self.current.id).flagged
            self.session.annotate(self.current.id, flagged=not flagged)
            self.changed()

    def action_park(self) -> None:
        """Park this question, or take it back."""
        if self.current is not None:
            parked = self.session.client.answer(self.current.id).parked
            self.session.annotate(self.current.id, parked=not parked)
            self.changed()

    def action_certainty(self) -> None:
        """How certain the answer is: each press the next degree."""
        from pmark_tui.domain.client import CERTAINTIES

        if self.current is None:
            return
        degrees = ("", *CERTAINTIES)
        now = self.session.client.answer(self.current.id).certainty
        following = degrees[(degrees.index(now) + 1) % len(degrees)]
        self.session.annotate(self.current.id, certainty=following)
        self.changed()

    def action_note(self) -> None:
        """Write a note of several lines; saved as it is written."""
        from pmark_tui.tui.screens.note import NoteScreen

        question = self.current
        if question is None:
            return
        note = self.session.client.answer(question.id).note

        def save(written: str) -> None:
            self.session.annotate(question.id, note=written)

        self.app.push_screen(
            NoteScreen(f"{question.id}  {self.t('note_title')}", note, save),
            lambda _: self.changed(),
        )

    def action_details(self) -> None:
        """Evidence, who said it, owner, due date."""
        from pmark_tui.tui.screens.details import DetailsScreen

        if self.current is not None:
            answer = self.session.client.answer(self.current.id)
            question_id = self.current.id
            title = f"{question_id}  {self.t('details_title')}"
            self.app.push_screen(
                DetailsScreen(title, question_id, answer),
                lambda fields: self._take(question_id, fields),
            )

    def _take(self, question_id: str, fields: dict[str, object] | None) -> None:
        if fields:
            self.session.annotate(question_id, **fields)
        self.changed()

    def action_guide(self) -> None:
        """Show or hide the guidance, where there is no room for both."""
        self.toggle_class("-guide")
        self.query_one("#guide", VerticalScroll).scroll_home(animate=False)

    def action_page(self, by: int) -> None:
        """Scroll the guidance, which never takes the focus."""
        guide = self.query_one("#guide", VerticalScroll)
        (guide.scroll_page_down if by > 0 else guide.scroll_page_up)(animate=False)

    # --- taking back -------------------------------------------------------------------------

    def action_undo(self) -> None:
        """Take the latest change back, wherever it was made, and show it."""
        self._turn(self.session.undo, "undone", "nothing_to_undo")

    def action_redo(self) -> None:
        """Make the change that was taken back again."""
        self._turn(self.session.redo, "redone", "nothing_to_redo")

    def _turn(self, turn: Callable[[], Change | None], done: str, nothing: str) -> None:
        change = turn()
        if change is None:
            self.pmark.tell(self.t(nothing))
            return
        if change.question not in self._index:
            self._walk()
        if change.question in self.session.pack.question:
            self.go_to(change.question)
        else:
            self._show(self.current)
        self.pmark.tell(self.t(done, question=change.question or self.t("change_other")))
        self._show_steps()
