"""The interview line by line: for screen readers, dumb terminals and pipes.

It prints lines and reads lines, nothing else: no colour, no cursor movement. What is typed is an
answer, one of the words of `texts.plain`, or a line of keys from paper (`domain.keying`); it says each
time what it understood. The end of the input answers nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar
from unicodedata import category, normalize

from pmark_tui.domain.asking import is_answered, next_unanswered
from pmark_tui.domain.client import Client
from pmark_tui.domain.keying import answer_words, read_keys, reference, sheet_numbers
from pmark_tui.domain.pack import AnswerKind, Question
from pmark_tui.domain.routes import search, walk
from pmark_tui.domain.text import clip, fold
from pmark_tui.domain.undo import Change
from pmark_tui.domain.values import replace
from pmark_tui.errors import PmarkError
from pmark_tui.plain_beside import Beside
from pmark_tui.plain_lines import (
    found_lines,
    guide_lines,
    help_text,
    question_lines,
    standing_lines,
)
from pmark_tui.session import Session
from pmark_tui.store import client_file
from pmark_tui.texts import text
from pmark_tui.texts.pace import time_left
from pmark_tui.texts.plain import PLAIN, WORDS, echo, trouble_words

FOUND_LINES = 10
"""How many hits of a search are read out."""

_INTENTS = {fold(word): intent for intent, words in WORDS.items() for word in words}


class PlainInterview:
    """One interview in lines.

    Args:
        session: the open client.
        lang: ja or en.
        read: gives the next line without its end, and raises EOFError behind the last one.
        say: prints one line.
    """

    def __init__(
        self, session: Session, lang: str, read: Callable[[], str], say: Callable[[str], None]
    ) -> None:
        self.session = session
        self.lang = lang
        self._read = read
        self._say = say
        self._trouble: PmarkError | None = None
        self._on_disk = session.client
        self._at: Question | None = None
        self._numbers = sheet_numbers(session.pack)
        places = {str(n): kind.id for n, kind in enumerate(session.pack.answers, 1)}
        self._answers = answer_words(session.pack) | places
        self._beside = Beside(session, lang, self._line, self.t, self._said)
        session.save_with(self._save)

    def run(self) -> PmarkError | None:
        """Interview until `q` or the end of the input; what kept the answers from being saved."""
        self._walk()
        position = self.session.client.position
        if not self.questions:
            self.t("nothing_asked")
            return None
        self._greet()
        if trouble := self.session.read_only:
            self._say(trouble.message(self.lang))
        self._show(next((q for q in self.questions if q.id == position), self.questions[0]))
        try:
            while self._take(self._line()):
                pass
        except EOFError:
            pass
        finally:
            self.session.keep_place()
        self._leave()
        return self._trouble

    def t(self, key: str, **values: object) -> None:
        """Say one sentence of `texts.plain`."""
        self._say_all([text(PLAIN, key, self.lang, **values)])

    def _say_all(self, blocks: Iterable[str]) -> None:
        for block in blocks:
            for line in block.split("\n"):
                self._say(line)

    # --- reading -------------------------------------------------------------------------

    def _line(self) -> str:
        """The next line, without what a keyboard sends for arrows and the like."""
        line = normalize("NFC", self._read()).replace("\t", " ")
        return "".join(c for c in line if category(c) != "Cc")

    def _take(self, line: str) -> bool:
        """Do what a line asks for; False when it ends the interview."""
        line = line.strip()
        head, _, rest = line.replace("\u3000", " ").partition(" ")
        if head[:1] in ("/", "／"):
            head, rest = "/", line[1:]
        rest = rest.strip()
        intent = _INTENTS.get(fold(head), "")
        if not line:
            self._skip()
        elif value := self._answers.get(reference(line)):
            self._give(value)
        elif intent == "quit" and not rest:
            return False
        elif intent in self._with_words:
            self._with_words[intent](self, rest)
        elif intent in self._alone and not rest:
            self._alone[intent](self)
        elif found := self._find(line, numbers=False):
            self._go_to(found)
        else:
            self._keys(line)
        return True

    def _keys(self, line: str) -> None:
        """A line of answers from paper, taken whole or not at all."""
        session = self.session
        keys = read_keys(session.pack, session.client.profile, line)
        if not keys.understood:
            self.t("not_understood", line=clip(line, 40), count=len(session.pack.answers))
            return
        if keys.troubles:
            self.t("keys_refused", why=trouble_words(keys.troubles, self.lang))
            return
        for keyed in keys.taken:
            self._say(echo(session.pack, keyed, self.lang))
        ready = []
        for keyed in keys.taken:
            question, kind = session.pack.question[keyed.question], session.pack.answer[keyed.value]
            reason = keyed.reason or self._reason(question, kind)
            if reason is None:
                self.t("reason_none")
                return
            ready.append((keyed.question, keyed.value, reason))
        for question_id, value, reason in ready:
            session.answer(question_id, value, reason)
        self._said("keys_read", count=len(ready))

    # --- showing -------------------------------------------------------------------------

    def _walk(self) -> None:
        session = self.session
        self.questions = walk(session.pack, session.client, session.route)

    def _greet(self) -> None:
        session = self.session
        given = sum(is_answered(session.client, q, session.pack) for q in self.questions)
        self.t(
            "start",
            name=session.client.profile.name,
            walk=text(PLAIN, "walk_quick" if session.route.quick else "walk_full", self.lang),
            count=len(self.questions),
            answered=given,
        )
        self.t("start_help")

    def _show(self, question: Question) -> None:
        """Read a question out, and remember that the interview stands there."""
        self._at = question
        self.session.move_to(question.id)
        self._again()

    def _again(self) -> None:
        """Read the question at hand out."""
        session, question = self.session, self._here
        place = self.questions.index(question) + 1
        self._say_all(
            question_lines(
                session.pack, session.client, question, place, len(self.questions), self.lang
            )
        )

    @property
    def _here(self) -> Question:
        assert self._at is not None
        return self._at

    # --- answering -----------------------------------------------------------------------

    def _give(self, value: str) -> None:
        """Record an answer to the question at hand and go on to the next one."""
        question, kind = self._here, self.session.pack.answer[value]
        if not kind.counts and not question.may_be_na:
            self.t("na_refused", id=question.id)
            return
        reason = self._reason(question, kind)
        if reason is None:
            self.t("reason_none")
            return
        self.session.answer(question.id, value, reason)
        self._said("recorded", id=question.id, label=kind.label.of(self.lang))
        self._move(1)

    def _reason(self, question: Question, kind: AnswerKind) -> str | None:
        """The reason that an exclusion needs, "" where none is needed; None: there is none."""
        if kind.counts or self.session.client.answer(question.id).reason.strip():
            return ""
        self.t("reason_ask", id=question.id, label=kind.label.of(self.lang))
        return self._line().strip() or None

    def _said(self, key: str, **values: object) -> None:
        """Say what was recorded, and if it has not reached the disk."""
        self.t(key, **values)
        if not self._is_saved():
            self.t("not_saved")

    def _clear(self) -> None:
        question = self._here
        if self.session.client.answer(question.id).value:
            self.session.answer(question.id, "")
            self._said("cleared", id=question.id)
        else:
            self.t("nothing_to_clear", id=question.id)

    # --- moving --------------------------------------------------------------------------

    def _move(self, by: int) -> None:
        place = self.questions.index(self._here) + by
        if 0 <= place < len(self.questions):
            self._show(self.questions[place])
        elif by < 0:
            self.t("at_start")
        elif left := self._left():
            self.t("at_end", left=left)
        else:
            self.t("all_answered")

    def _left(self) -> int:
        client, pack = self.session.client, self.session.pack
        return sum(not is_answered(client, q, pack) for q in self.questions)

    def _skip(self) -> None:
        if self._here is not self.questions[-1]:
            self.t("skipped")
        self._move(1)

    def _back(self) -> None:
        self._move(-1)

    def _next_open(self) -> None:
        session = self.session
        found = next_unanswered(session.pack, session.client, self.questions, self._here.id)
        if found is None:
            self.t("all_answered")
        else:
            self._show(found)

    def _jump(self, where: str) -> None:
        if not where:
            self.t("jump_where")
        elif found := self._find(where):
            self._go_to(found)
        else:
            self.t("jump_none", found=where)

    def _find(self, word: str, numbers: bool = True) -> Question | None:
        """The asked question of this id, the first of this clause, or that of this sheet number."""
        wanted = reference(word)
        asked = self.session.questions()
        names: list[Callable[[Question], str]] = [
            lambda q: reference(q.id),
            lambda q: reference(q.clause),
        ]
        if numbers:
            names.append(lambda q: str(self._numbers[q.id]))
        return next((q for name in names for q in asked if name(q) == wanted), None)

    def _go_to(self, question: Question) -> None:
        """Show a question, leaving the quick pass if that does not have it."""
        if question not in self.questions:
            self.session.walk(replace(self.session.route, quick=False))
            self._walk()
            self.t("pass_widened")
        self._show(question)

    def _undo(self) -> None:
        self._turned(self.session.undo(), "undone", "nothing_to_undo")

    def _redo(self) -> None:
        self._turned(self.session.redo(), "redone", "nothing_to_redo")

    def _turned(self, change: Change | None, done: str, nothing: str) -> None:
        if change is None:
            self.t(nothing)
            return
        self.t(done if change.question else f"{done}_rest", id=change.question)
        self._walk()
        if question := self.session.pack.question.get(change.question):
            self._go_to(question)

    # --- beside the answer ---------------------------------------------------------------

    def _note(self, written: str) -> None:
        self._beside.note(self._here, written)

    def _certainty(self, word: str) -> None:
        self._beside.certainty(self._here, word)

    def _details(self) -> None:
        self._beside.details(self._here)

    def _flag(self) -> None:
        self._beside.mark(self._here, "flagged", "flag")

    def _park(self) -> None:
        self._beside.mark(self._here, "parked", "park")

    # --- looking -------------------------------------------------------------------------

    def _guide(self) -> None:
        self._say_all(guide_lines(self.session.pack, self._here, self.lang))

    def _standing(self) -> None:
        self._say_all(standing_lines(self.session.score(), self.lang))
        if time := time_left(self.session.client, self._left(), self.lang):
            self.t("standing_time", left=self._left(), time=time)

    def _search(self, words: str) -> None:
        if not words:
            self.t("search_what")
            return
        found = search(self.session.pack, self.session.client, words, self.lang)
        self._say_all(found_lines(words, found, FOUND_LINES, self.lang))

    def _help(self) -> None:
        self._say_all([help_text(self.session.pack, self.lang)])

    # --- saving --------------------------------------------------------------------------

    def _save(self, client: Client) -> None:
        """Write a state at once; where that fails, say so once and go on holding everything."""
        try:
            self.session.save_now(client)
        except PmarkError as error:
            if self._trouble is None and not self._is_saved():
                self._trouble = error
                self.t("save_failed", why=error.message(self.lang))
        else:
            self._trouble, self._on_disk = None, client

    def _is_saved(self) -> bool:
        """Whether everything that was said is on disk; the place alone may be newer."""
        return self.session.is_saved_by(self._on_disk)

    def _elsewhere(self, name: str) -> None:
        if not name:
            self.t("elsewhere_what")
            return
        path = client_file.with_suffix(name)
        try:
            self.session.save_elsewhere(path)
        except PmarkError as error:
            self._say(error.message(self.lang))
            return
        self._trouble, self._on_disk = None, self.session.client
        self.t("elsewhere_done", path=path)

    def _leave(self) -> None:
        score, path = self.session.score(), self.session.file.path
        key = "left_off" if self._is_saved() else "left_unsaved"
        self.t(key, answered=score.answered, asked=score.asked, path=path)

    _alone: ClassVar[dict[str, Callable[[PlainInterview], None]]] = {
        "next": _skip,
        "back": _back,
        "open": _next_open,
        "again": _again,
        "details": _details,
        "flag": _flag,
        "park": _park,
        "clear": _clear,
        "undo": _undo,
        "redo": _redo,
        "guide": _guide,
        "standing": _standing,
        "help": _help,
    }
    _with_words: ClassVar[dict[str, Callable[[PlainInterview, str], None]]] = {
        "jump": _jump,
        "note": _note,
        "certainty": _certainty,
        "search": _search,
        "elsewhere": _elsewhere,
    }
