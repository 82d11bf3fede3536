"""A client without names: for support, for a second opinion, for a sample.

Every text that somebody typed is replaced: it may hold a name or an address, and no program can tell
for certain. The same text always gets the same mark, so that it still shows that one person holds two
posts or that one note stands in two places. Answers, dates, numbers and ids stay.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from pmark_tui.domain.client import Answer, Client, DataSet, Finding, OfficialFee, Profile
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.text import fold
from pmark_tui.domain.values import replace
from pmark_tui.texts import text
from pmark_tui.texts.handover import HANDOVER


def redact(pack: Pack, client: Client, lang: str, own: Collection[str] = frozenset()) -> Client:
    """The client with marks in place of every text that was typed.

    Args:
        pack: the pack, whose ids stay.
        client: the client.
        lang: ja or en, the language of the marks.
        own: pmark's own words among the client's data (`report.inputs.own_words`); they stay too.
    """
    return _Marks(pack, lang, own).client(client)


class _Marks:
    """Marks by kind and text, numbered in the order in which the texts come."""

    def __init__(self, pack: Pack, lang: str, own: Collection[str]) -> None:
        self._pack = pack
        self._own = own
        self._lang = lang
        self._given: dict[tuple[str, str], str] = {}
        self._folded: dict[str, str] = {}

    def client(self, client: Client) -> Client:
        place = {question.id: number for number, question in enumerate(self._pack.questions)}
        keys = sorted(client.answers, key=lambda key: (place.get(key, len(place)), key))
        return replace(
            client,
            profile=self._profile(client.profile),
            answers={self._question(key): self._answer(client.answers[key]) for key in keys},
            official_fees=tuple(map(self._fee, client.official_fees)),
            findings=tuple(map(self._finding, client.findings)),
            data_sets=tuple(map(self._data_set, client.data_sets)),
            incident_profile=self._known("text", client.incident_profile, self._own),
        )

    def _mark(self, kind: str, typed: str) -> str:
        if not typed.strip():
            return ""
        if typed not in self._folded:  # one text often stands in many places
            self._folded[typed] = fold(typed)
        key = (kind, self._folded[typed])
        if key not in self._given:
            number = sum(held == kind for held, _ in self._given) + 1
            self._given[key] = text(HANDOVER, f"r_{kind}", self._lang, number=number)
        return self._given[key]

    def _known(self, kind: str, found: str, known: Iterable[str]) -> str:
        """An id that the program knows as it is; anything else may be a text in its place."""
        return found if found in known else self._mark(kind, found)

    def _question(self, key: str) -> str:
        return self._known("question", key, self._pack.question)

    def _profile(self, profile: Profile) -> Profile:
        flags = {flag.id for flag in self._pack.flags}
        return replace(
            profile,
            name=self._mark("client", profile.name),
            flags=tuple(self._known("text", flag, flags) for flag in profile.flags),
            head=self._mark("person", profile.head),
            privacy_manager=self._mark("person", profile.privacy_manager),
            audit_manager=self._mark("person", profile.audit_manager),
        )

    def _answer(self, answer: Answer) -> Answer:
        return replace(
            answer,
            value=self._known("text", answer.value, self._pack.answer),
            note=self._mark("note", answer.note),
            reason=self._mark("reason", answer.reason),
            who=self._mark("person", answer.who),
            evidence=self._mark("evidence", answer.evidence),
            owner=self._mark("person", answer.owner),
        )

    def _fee(self, fee: OfficialFee) -> OfficialFee:
        return replace(fee, entered_by=self._mark("person", fee.entered_by))

    def _finding(self, finding: Finding) -> Finding:
        return replace(
            finding,
            id=self._mark("finding", finding.id),
            clause=self._known("text", finding.clause, self._pack.clause),
            text=self._mark("text", finding.text),
            grade=self._mark("text", finding.grade),
            cause=self._mark("text", finding.cause),
            correction=self._mark("text", finding.correction),
            evidence=self._mark("evidence", finding.evidence),
        )

    def _data_set(self, held: DataSet) -> DataSet:
        return replace(
            held,
            name=self._mark("text", held.name),
            items=tuple(self._known("kind", item, self._own) for item in held.items),
            levels={self._known("kind", k, self._own): v for k, v in held.levels.items()},
        )
