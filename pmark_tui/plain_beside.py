"""What the line-by-line interview takes beside an answer: note, certainty, evidence, owner, marks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol

from pmark_tui.domain.client import CERTAINTIES, LONGEST_TEXT
from pmark_tui.domain.keying import reference
from pmark_tui.domain.pack import Question
from pmark_tui.domain.text import fold
from pmark_tui.session import Session
from pmark_tui.texts import text
from pmark_tui.texts.plain import PLAIN
from pmark_tui.texts.screens import SCREENS

NOTE_END = "."
NOTHING = "-"
"""A line of this alone clears a detail."""

_DETAILS = ("evidence", "evidence_date", "who", "owner", "due")
_DATES = ("evidence_date", "due")


class Tell(Protocol):
    """Says one sentence of `texts.plain`."""

    def __call__(self, key: str, **values: object) -> None:
        """Say the sentence `key` with its places filled."""


class Beside:
    """Asks for and records what stands beside an answer.

    Args:
        session: the open client.
        lang: ja or en.
        line: gives the next line typed, and raises EOFError behind the last one.
        tell: says a sentence.
        said: says a sentence about something recorded.
    """

    def __init__(
        self, session: Session, lang: str, line: Callable[[], str], tell: Tell, said: Tell
    ) -> None:
        self._session = session
        self._lang = lang
        self._line = line
        self._tell = tell
        self._said = said

    def note(self, question: Question, written: str) -> None:
        """Add to the note: `written`, or without it lines up to a full stop alone."""
        if written:
            self._add(question, [written])
            return
        self._tell("note_ask", id=question.id)
        lines: list[str] = []
        try:
            while reference(line := self._line()) != NOTE_END:
                lines.append(line.rstrip())
        finally:  # nothing that was written is lost when the input ends or Ctrl+C comes
            self._add(question, lines)

    def _add(self, question: Question, lines: list[str]) -> None:
        held = self._session.client.answer(question.id).note
        note = "\n".join(([held] if held else []) + lines).strip("\n")
        if len(note) > max(LONGEST_TEXT, len(held)):
            note = note[: max(LONGEST_TEXT, len(held))]
            self._tell("note_cut", allowed=LONGEST_TEXT)
        if note == held:
            self._tell("note_none")
            return
        self._session.annotate(question.id, note=note)
        self._said("note_saved", id=question.id, count=len(note.split("\n")))

    def certainty(self, question: Question, word: str) -> None:
        """Record how certain the answer is: by number or by name, asked for where none is given."""
        degrees = ("", *CERTAINTIES)
        names = {degree: self._label(f"certainty_{degree}") for degree in degrees}
        if not word:
            choices = (f"{number} {names[d]}" for number, d in enumerate(CERTAINTIES, 1))
            self._tell("certainty_ask", choices="  ".join(choices))
            word = self._line()
        known = {str(number): degree for number, degree in enumerate(degrees)}
        known |= {fold(name): degree for degree, name in names.items()}
        degree = known.get(fold(word))
        if degree is None:
            self._tell("unchanged")
            return
        self._session.annotate(question.id, certainty=degree)
        self._said("certainty_saved", id=question.id, label=names[degree])

    def details(self, question: Question) -> None:
        """Ask for evidence, its date, who said it, owner and due date; each is saved as it comes."""
        nothing = text(PLAIN, "details_empty", self._lang)
        for field in _DETAILS:
            held = getattr(self._session.client.answer(question.id), field)
            label = self._label(f"field_{field}")
            self._tell("details_ask", label=label, value=held or nothing)
            word = self._line().strip()
            if not word:
                continue
            try:
                value = _value(field, word)
            except ValueError:
                self._tell("date_bad", found=word)
                continue
            self._session.annotate(question.id, **{field: value})
            self._said("details_saved", id=question.id, label=label, value=value or nothing)

    def mark(self, question: Question, field: str, key: str) -> None:
        """Put a mark on a question, or take it away."""
        on = not getattr(self._session.client.answer(question.id), field)
        self._session.annotate(question.id, **{field: on})
        self._said(f"{key}_on" if on else f"{key}_off", id=question.id)

    def _label(self, key: str) -> str:
        return text(SCREENS, key, self._lang)


def _value(field: str, word: str) -> str | date | None:
    """What a line means for a field.

    Raises:
        ValueError: a date is needed and it is none.
    """
    cleared = reference(word) == NOTHING
    if field in _DATES:
        if cleared:
            return None
        year, month, day = reference(word).replace("/", "-").split("-")
        return date(int(year), int(month), int(day))
    return "" if cleared else word
