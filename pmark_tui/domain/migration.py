"""A client answered on another version of its pack: what holds, and what must be asked again.

Answers are carried over by the question's id, so nothing has to be converted. An answer remembers the
`revision` of the question it was given to; a question says in `since` which version brought it. The
client's `pack_version` is the version up to which everything was asked: it moves on by itself once
nothing is left to ask again.
"""

from __future__ import annotations

from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack, Question
from pmark_tui.domain.values import frozen
from pmark_tui.domain.version import is_newer


@frozen
class Differences:
    """What another version of the pack means for one client.

    `new` questions came with a later version than the client's and are unanswered; `again` are answered
    ones whose meaning has changed since; both in the order of the interview. `gone` are ids of answers
    to questions that the pack no longer has; they stay in the file.
    """

    old_version: str
    version: str
    new: tuple[Question, ...]
    again: tuple[Question, ...]
    gone: tuple[str, ...]

    @property
    def to_ask(self) -> tuple[Question, ...]:
        """Everything that must be asked again or for the first time."""
        return (*self.again, *self.new)


def differences(pack: Pack, client: Client) -> Differences:
    """What must be asked again of a client whose answers were given on another version of this pack."""
    questions = asked(pack, client.profile)
    given = [q for q in questions if client.answer(q.id).value]
    held = {q.id for q in given}
    return Differences(
        old_version=client.pack_version,
        version=pack.version,
        new=tuple(
            q for q in questions if q.id not in held and is_newer(q.since, client.pack_version)
        ),
        again=tuple(q for q in given if q.revision > client.answer(q.id).revision),
        gone=tuple(key for key in client.answers if key not in pack.question),
    )


def settled(pack: Pack, client: Client) -> Client:
    """The client at this version of the pack if nothing of it is left to ask again, else as it is."""
    if not is_newer(pack.version, client.pack_version) or differences(pack, client).to_ask:
        return client
    return client.changed(pack_version=pack.version)
