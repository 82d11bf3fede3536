"""One open client: holds the file, takes each intent, saves it, and can take it back.

The full screen and the line-by-line interview both stand on this object and neither knows the other.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from pmark_tui.domain import answering
from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Answer, Client, Finding, OfficialFee, Profile
from pmark_tui.domain.findings import with_finding
from pmark_tui.domain.pack import Pack, Question
from pmark_tui.domain.routes import Route
from pmark_tui.domain.scoring import Score, score
from pmark_tui.domain.undo import Change, earlier_changes
from pmark_tui.domain.values import replace
from pmark_tui.errors import FileTrouble, PmarkError
from pmark_tui.store import client_file, packs, versions
from pmark_tui.store.client_file import ClientFile
from pmark_tui.store.open_file import OpenFile


class Session:
    """An open client file.

    Args:
        opened: the file, held for writing where it could be had.
        pack: the pack that the file names.
        now: the clock, in local time.
    """

    def __init__(self, opened: OpenFile, pack: Pack, now: Callable[[], datetime]) -> None:
        self._opened = opened
        self.pack = pack
        self.client = opened.file.client
        self.route = Route(quick=self.client.quick)
        self._now = now
        self._save: Callable[[Client], None] = self.save_now
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._moved = False
        self._earlier: Callable[[], list[Change]] | None = self._changes_before(self.client)

    @classmethod
    def open(cls, path: str, now: Callable[[], datetime], program: str = "pmark") -> Session:
        """Open a client file with the pack that it names; `program` is who holds it from now on.

        Where another program holds it, it is open for reading only (`read_only`).

        Raises:
            FileTrouble, BadInput: the file or its pack cannot be used.
        """
        opened = OpenFile(path, program)
        try:
            return cls(opened, packs.load(opened.file.client.pack), now)
        except BaseException:
            opened.close()
            raise

    @property
    def file(self) -> ClientFile:
        """The file as it is on disk."""
        return self._opened.file

    @property
    def read_only(self) -> FileTrouble | None:
        """Why nothing can be written to the file, None where it can.

        Every save tries again, and writes all that was said as soon as the file is to be had.
        """
        return self._opened.trouble

    def close(self) -> None:
        """Let others have the file; nothing is saved any more."""
        self._opened.close()

    def save_with(self, save: Callable[[Client], None]) -> None:
        """Let something else put each state on disk; until then it is written at once, in this thread."""
        self._save = save

    def questions(self, quick: bool = False) -> tuple[Question, ...]:
        """What is asked of this client, in order."""
        return asked(self.pack, self.client.profile, quick)

    def score(self) -> Score:
        """The steps as they stand."""
        return score(self.pack, self.client, self._now().date())

    def answer(self, question_id: str, value: str, reason: str = "") -> None:
        """Record an answer (see `domain.answering.record`)."""
        at = self._now().replace(microsecond=0)
        self._change(
            question_id,
            answering.record(self.pack, self.client, question_id, value, at, reason),
        )

    def annotate(self, question_id: str, **fields: Any) -> None:
        """Change anything beside an answer's value: note, certainty, flagged, owner and so on."""
        answer: Answer = replace(self.client.answer(question_id), **fields)
        self._change(question_id, self.client.with_answer(question_id, answer))

    def set_profile(self, profile: Profile) -> None:
        """Change what the organisation is."""
        self._change("", self.client.changed(profile=profile))

    def set_official_fees(self, fees: tuple[OfficialFee, ...]) -> None:
        """Change the official figures that the user has entered for this client."""
        self._change("", self.client.changed(official_fees=fees))

    def set_finding(self, finding: Finding) -> None:
        """Add a finding, or change the one of its id."""
        self._change("", with_finding(self.client, finding))

    def change(self, **fields: Any) -> None:
        """Change other fields of the client in one step: data sets, what a drill leaves as evidence."""
        self._change("", self.client.changed(**fields))

    def move_to(self, question_id: str) -> None:
        """Remember where the interview stands; not a step of undo.

        It reaches the disk with the next answer, or by `keep_place`: moving about writes nothing.
        """
        if question_id != self.client.position:
            self.client = self.client.changed(position=question_id)
            self._moved = True

    def keep_place(self) -> None:
        """Save where the interview stands, if it moved since the last save."""
        if self._moved and self.read_only is None:
            self._put(self.client)

    def is_saved_by(self, client: Client | None) -> bool:
        """Whether this client, now on disk, holds all that was said; the place alone may be newer."""
        held = self.client
        return client is not None and client == held.changed(
            position=client.position, quick=client.quick
        )

    def _put(self, client: Client) -> None:
        self._moved = False
        self._save(client)

    def walk(self, route: Route) -> None:
        """Walk another route; the file remembers its pass. Not a step of undo."""
        self.route = route
        if route.quick != self.client.quick:
            self.client = self.client.changed(quick=route.quick)
            self._moved = True
            self.keep_place()

    def undo(self) -> Change | None:
        """Take back the latest change and say what it was; None if there is none.

        Behind the changes since the file was opened come those that were saved before, as far as each
        of their states is kept.
        """
        if not self._done and self._earlier is not None:
            self._done, self._earlier = self._earlier(), None
        return self._turn(self._done, self._undone, back=True)

    def redo(self) -> Change | None:
        """Make the change that was taken back last again."""
        return self._turn(self._undone, self._done, back=False)

    def save_now(self, client: Client) -> None:
        """Write the client to its file in this thread.

        Raises:
            FileTrouble: it could not be written; what is on disk stays as it was.
        """
        self._opened.save(client)

    def save_elsewhere(self, path: str) -> None:
        """Write everything to another file and go on there."""
        self._opened.save_as(path, self.client)

    def go_back_to(self, client: Client) -> None:
        """Make an earlier state the present one; a step of undo like any other change."""
        self._change("", client.changed(position=self.client.position, quick=self.client.quick))

    def _changes_before(self, opened: Client) -> Callable[[], list[Change]]:
        """What tells the changes saved before the file was opened; they are read when asked for."""
        kept = versions.listing(self.file.path)

        def read() -> list[Change]:
            states: list[Client] = []
            for at, version in enumerate(reversed(kept[-versions.NEWEST :])):
                if version.number != kept[-1].number - at:
                    break
                try:
                    states.insert(0, client_file.read(version.path).client)
                except PmarkError:
                    break
            return earlier_changes(states, opened)

        return read

    def _change(self, question_id: str, after: Client) -> None:
        if after == self.client:
            return
        self._done.append(Change(question_id, self.client, after))
        self._undone.clear()
        self.client = after
        self._put(after)

    def _turn(self, take: list[Change], give: list[Change], back: bool) -> Change | None:
        if not take:
            return None
        change = take.pop()
        give.append(change)
        self.client = (change.before if back else change.after).changed(
            position=self.client.position, quick=self.client.quick
        )
        self._put(self.client)
        return change
