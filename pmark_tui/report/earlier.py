"""The earlier states of a client file for people: when, how much was answered, what changed after it."""

from __future__ import annotations

from pmark_tui.domain.client import Client
from pmark_tui.domain.undo import changes_between
from pmark_tui.domain.values import frozen
from pmark_tui.errors import PmarkError
from pmark_tui.store import client_file, versions
from pmark_tui.store.versions import Version
from pmark_tui.texts import text
from pmark_tui.texts.results import RESULTS

NAMED = 4
"""How many changed questions are named in a line."""


@frozen
class Earlier:
    """An earlier state; `client` is None where its file was damaged since, and `error` says how.

    `changed` are the questions that the next state changed, "" for anything outside the questions.
    """

    version: Version
    client: Client | None
    error: PmarkError | None
    changed: tuple[str, ...]

    @property
    def answered(self) -> int:
        """How many questions had an answer."""
        return sum(bool(a.value) for a in self.client.answers.values()) if self.client else 0


def earlier_states(path: str, present: Client | None) -> list[Earlier]:
    """The earlier states of a client file, the newest first; `present` is what the file holds now."""
    after = present
    found = []
    for version in reversed(versions.listing(path)):
        client, error = None, None
        try:
            client = client_file.read(version.path).client
        except PmarkError as trouble:
            error = trouble
        steps = changes_between(client, after) if client and after else []
        found.append(Earlier(version, client, error, tuple(step.question for step in steps)))
        after = client or after
    return found


def line(state: Earlier, lang: str) -> str:
    """One earlier state in one line."""

    def t(key: str, **values: object) -> str:
        return text(RESULTS, key, lang, **values)

    saved = state.version.saved.isoformat(" ", "seconds")
    if state.error is not None:
        why = state.error.message(lang)
        return t("version_broken", number=state.version.number, saved=saved, why=why)
    names = [question or t("version_rest") for question in state.changed[:NAMED]]
    if len(state.changed) > NAMED:
        names.append(t("version_more", count=len(state.changed) - NAMED))
    return t(
        "version_line",
        number=state.version.number,
        saved=saved,
        answered=state.answered,
        changed=t("version_between").join(names) or "-",
    )
