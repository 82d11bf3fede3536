"""Answers keyed in from paper: `12y 13p 14n`, by the numbers of the printed sheet or by question ids.

A line is taken whole or not at all: one word that cannot be read, or that can be read in two ways,
and nothing of the line is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from unicodedata import normalize

from pmark_tui.domain.asking import in_order_of_people, is_asked
from pmark_tui.domain.client import Profile
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.text import fold
from pmark_tui.domain.values import frozen

_SEPARATORS = ",，、;；"
_OPENING, _CLOSING = "(（", ")）"
_MEANT = {ord(c): "-" for c in "ー−‐‑–—―"} | {ord("。"): "."}
"""What an input method gives for the hyphen and the full stop of an id."""


@frozen
class Keyed:
    """One answer as it was read; `number` is the question's on the sheet, `reason` that of an exclusion."""

    question: str
    number: int
    value: str
    reason: str = ""


@frozen
class Trouble:
    """Why a word was refused.

    `kind` is unknown, ambiguous, twice, not_asked, na_refused, reason_misplaced or unclosed; `found` is
    the word as typed; `readings` are the questions that it may mean.
    """

    kind: str
    found: str
    readings: tuple[str, ...] = ()


@frozen
class Keys:
    """What was read: the answers, or the troubles, never both.

    `understood` is how many words could be read at all: none means that the line was no line of keys.
    """

    taken: tuple[Keyed, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    understood: int = 0


def sheet_numbers(pack: Pack) -> dict[str, int]:
    """The number that each question bears on paper: its place when everybody is asked everything.

    The profile and the pass play no part, so a question has one number for every client and on every
    sheet of this version of the pack. A sheet for one client has gaps in its numbers.
    """
    everything = in_order_of_people(pack, pack.questions)
    return {question.id: number for number, question in enumerate(everything, 1)}


def answer_words(pack: Pack) -> dict[str, str]:
    """What may be written for an answer, folded: its letter, its id, its words in both languages.

    A word that two answers of a pack share is left out.
    """
    found: dict[str, set[str]] = {}
    for kind in pack.answers:
        for word in (kind.letter, kind.id, kind.label.ja, kind.label.en):
            if word.strip():
                found.setdefault(reference(word), set()).add(kind.id)
    return {word: min(ids) for word, ids in found.items() if len(ids) == 1}


def read_keys(pack: Pack, profile: Profile, line: str) -> Keys:
    """Read a line of keys for a client.

    A word is a sheet number or a question's id, followed at once by the answer (`12y`, `J.3-1no`,
    `１２はい`), or by `=` and the answer or its number (`12=y`, `12=1`). The reason of an exclusion may
    stand in brackets behind it (`14a(カメラなし)`); white space and commas separate. Width, case and
    kana are folded.
    """
    numbers = sheet_numbers(pack)
    questions = _references(numbers)
    answers = answer_words(pack)
    longest = max(map(len, questions), default=0)
    taken: dict[str, Keyed] = {}
    troubles: list[Trouble] = []
    understood = 0
    for word, reason in _words(line):
        readings = _readings(pack, reference(word), questions, answers, longest)
        understood += bool(readings)
        if reason is None or len(readings) != 1:
            kind = "unclosed" if reason is None else "ambiguous" if readings else "unknown"
            troubles.append(Trouble(kind, word, tuple(sorted({q for q, _ in readings}))))
            continue
        question_id, value = readings.pop()
        keyed = Keyed(question_id, numbers[question_id], value, reason)
        kind = "twice" if question_id in taken else _refusal(pack, profile, keyed)
        if kind:
            troubles.append(Trouble(kind, word, (question_id,)))
        taken[question_id] = keyed
    if troubles:
        return Keys((), tuple(troubles), understood)
    return Keys(tuple(taken.values()), (), understood)


def _references(numbers: Mapping[str, int]) -> dict[str, set[str]]:
    """What may be written for a question, folded, with the questions that it may mean."""
    found: dict[str, set[str]] = {}
    for question_id, number in numbers.items():
        found.setdefault(reference(question_id), set()).add(question_id)
        found.setdefault(str(number), set()).add(question_id)
    return found


def _readings(
    pack: Pack,
    word: str,
    questions: Mapping[str, set[str]],
    answers: Mapping[str, str],
    longest: int,
) -> set[tuple[str, str]]:
    """Every question with an answer that a word may mean."""
    head, equals, tail = word.rpartition("=")
    if equals:
        places = {str(place): kind.id for place, kind in enumerate(pack.answers, 1)}
        values = {found for known in (answers, places) if (found := known.get(tail))}
        return {(q, value) for q in questions.get(head, ()) for value in values}
    return {
        (question_id, value)
        for cut in range(1, min(len(word), longest + 1))
        if (value := answers.get(word[cut:]))
        for question_id in questions.get(word[:cut], ())
    }


def _refusal(pack: Pack, profile: Profile, keyed: Keyed) -> str:
    question = pack.question[keyed.question]
    excludes = not pack.answer[keyed.value].counts
    if not is_asked(question, profile):
        return "not_asked"
    if excludes and not question.may_be_na:
        return "na_refused"
    return "reason_misplaced" if keyed.reason and not excludes else ""


def reference(word: str) -> str:
    """An id, a clause or a number as it is compared: folded, with hyphens and stops as they were meant."""
    return fold(word).translate(_MEANT)


def _words(line: str) -> Iterator[tuple[str, str | None]]:
    """The words of a line, each with what stands in brackets behind it; None: they are not closed."""
    word = ""
    at = 0
    while at < len(line):
        character = line[at]
        if character in _OPENING and word:
            end = _closing(line, at)
            if end < 0:
                yield word, None
                return
            yield word, normalize("NFC", line[at + 1 : end]).strip()
            word, at = "", end
        elif character.isspace() or character in _SEPARATORS:
            if word:
                yield word, ""
            word = ""
        else:
            word += character
        at += 1
    if word:
        yield word, ""


def _closing(line: str, opening: int) -> int:
    """Where the bracket that opens at `opening` is closed; -1 where it is not."""
    depth = 0
    for at in range(opening, len(line)):
        depth += (line[at] in _OPENING) - (line[at] in _CLOSING)
        if depth == 0:
            return at
    return -1
