"""One client: the organisation's profile and its answers. The fields are the keys of the client file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Literal, get_args

from pmark_tui.domain.values import frozen, replace
from pmark_tui.errors import BadInput

Certainty = Literal["", "said", "document", "record", "seen"]
"""How sure an answer is: not told, said, document seen, record seen, seen on site."""

Kind = Literal["new", "renewal"]

CERTAINTIES: tuple[str, ...] = get_args(Certainty)[1:]
KINDS: tuple[str, ...] = get_args(Kind)


@frozen
class Profile:
    """What the organisation is. `capital` is registered capital in yen, None where there is none.

    `head`, `privacy_manager` and `audit_manager` are names, compared by the consistency checks only.
    """

    name: str
    industry: str
    workers: int
    capital: int | None = None
    kind: Kind = "new"
    flags: tuple[str, ...] = ()
    expires: date | None = None
    target: date | None = None
    head: str = ""
    privacy_manager: str = ""
    audit_manager: str = ""

    def __post_init__(self) -> None:
        """Refuse numbers that no organisation can have.

        Raises:
            ValueError: negative workers or capital.
        """
        if self.workers < 0:
            raise ValueError(f"workers = {self.workers}; 0 or more")
        if self.capital is not None and self.capital < 0:
            raise ValueError(f"capital = {self.capital}; 0 or more")


@frozen
class Answer:
    """The answer to one question; `value` is an id of the pack's answers, or "" for none yet.

    `evidence_date` is the date that the record or document itself bears. `revision` is the question's
    at the time of the answer (`domain.migration`).
    """

    value: str = ""
    note: str = ""
    reason: str = ""
    certainty: Certainty = ""
    who: str = ""
    evidence: str = ""
    owner: str = ""
    due: date | None = None
    flagged: bool = False
    parked: bool = False
    at: datetime | None = None
    evidence_date: date | None = None
    revision: int = 1


NO_ANSWER = Answer()

TEXTS = ("note", "reason", "who", "evidence", "owner")
LONGEST_TEXT = 131_072
"""Most characters of one text beside an answer: some 300 pages of Japanese manuscript."""


@frozen
class OfficialFee:
    """Fee lines of one list, kind and size as entered by the user from an official table, in yen."""

    schedule: str
    kind: str
    size: str
    application: int
    audit: int
    registration: int
    entered_by: str = ""
    entered_on: date | None = None


@frozen
class Finding:
    """A finding (指摘事項) of a mock or real audit; open until `closed`."""

    id: str
    clause: str
    text: str
    grade: str = ""
    found_on: date | None = None
    cause: str = ""
    correction: str = ""
    evidence: str = ""
    closed: date | None = None


@frozen
class DataSet:
    """Data held together, for assumed damages: how many people, which kinds, factors given by the user.

    `items` are ids or names of the model. `levels` gives (mental distress, economic loss) for kinds
    without a level, or instead of it. Nobody counted yet: 0 `persons`.
    """

    persons: int
    items: tuple[str, ...]
    identifiability: int | None = None
    social: int | None = None
    response: int | None = None
    levels: Mapping[str, tuple[int, int]] = {}
    name: str = ""

    def __post_init__(self) -> None:
        """Refuse a number that no set can have; a level read from a file may be a list.

        Raises:
            ValueError: fewer than no persons, or a level that is no pair.
        """
        if self.persons < 0:
            raise ValueError(f"persons = {self.persons}; 0 or more")
        pairs = {name: (x, y) for name, (x, y) in self.levels.items()}
        object.__setattr__(self, "levels", pairs)


@frozen
class Client:
    """Everything a client file holds that this version knows.

    `pack_version` is the version of the pack up to which everything was asked (`domain.migration`).
    `position` and `quick` are where the interview stands and whether it walks the quick pass.
    `incident_profile` is the collection of incidents by which gaps are ranked, "" for the default.
    """

    profile: Profile
    pack: str
    pack_version: str
    created: date
    answers: Mapping[str, Answer] = {}
    position: str = ""
    quick: bool = False
    official_fees: tuple[OfficialFee, ...] = ()
    findings: tuple[Finding, ...] = ()
    data_sets: tuple[DataSet, ...] = ()
    incident_profile: str = ""

    def answer(self, question: str) -> Answer:
        """The answer to a question, an empty one where there is none."""
        return self.answers.get(question, NO_ANSWER)

    def with_answer(self, question: str, answer: Answer) -> Client:
        """The client with this answer; an empty answer leaves no trace.

        Raises:
            BadInput: a new text beside the answer is too long. What a file holds already may stay.
        """
        held = self.answer(question)
        for name in TEXTS:
            said = getattr(answer, name)
            if len(said) > LONGEST_TEXT and said != getattr(held, name):
                raise BadInput("text_too_long", id=question, key=name, allowed=LONGEST_TEXT)
        answers = dict(self.answers)
        if answer == NO_ANSWER or replace(answer, at=None) == NO_ANSWER:
            answers.pop(question, None)
        else:
            answers[question] = answer
        return replace(self, answers=answers)

    def changed(self, **changes: Any) -> Client:
        """The client with other fields."""
        return replace(self, **changes)
