"""Answers keyed in from paper, a line at a time; what was understood is shown before it is taken."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input

from pmark_tui.domain.keying import Keys, read_keys
from pmark_tui.texts.plain import echo, trouble_words
from pmark_tui.tui.screens.dialog import Dialog
from pmark_tui.tui.widgets.japanese import LineInput, TextBlock


class KeyInScreen(Dialog[None]):
    """The line is taken whole or not at all; then it is empty for the next one."""

    tall = True
    hint_key = "hint_key_in"

    def body(self) -> ComposeResult:
        """The line, and what it means."""
        yield LineInput(id="line")
        yield TextBlock(id="dialog-trouble")
        with VerticalScroll(id="echo", can_focus=False):
            yield TextBlock(id="echo-text")

    def on_mount(self) -> None:
        """Ready to type."""
        self.query_one("#dialog-title", TextBlock).show(self.t("key_in_title"))
        self.query_one("#line", LineInput).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say what is understood so far."""
        if event.value.strip():
            self._say(self._read(event.value))

    def _read(self, line: str) -> Keys:
        session = self.session
        return read_keys(session.pack, session.client.profile, line)

    def _say(self, keys: Keys) -> str:
        """Show what was understood, or why nothing is; the trouble, "" where there is none."""
        session, lang = self.session, self.lang
        trouble = trouble_words(keys.troubles, lang) if keys.troubles else ""
        for keyed in keys.taken:
            excludes = not session.pack.answer[keyed.value].counts
            if excludes and not (keyed.reason or session.client.answer(keyed.question).reason):
                trouble = self.t("key_in_reason", id=keyed.number)
        self.query_one("#dialog-trouble", TextBlock).show(trouble)
        lines = [echo(session.pack, keyed, lang) for keyed in keys.taken]
        self.query_one("#echo-text", TextBlock).show("\n".join(lines))
        return trouble

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Record the line, unless something of it cannot be."""
        keys = self._read(event.value)
        if self._say(keys) or not keys.taken:
            return
        for keyed in keys.taken:
            self.session.answer(keyed.question, keyed.value, keyed.reason)
        self.query_one("#line", LineInput).value = ""
        self.query_one("#dialog-title", TextBlock).show(
            self.t("key_in_done", count=len(keys.taken))
        )
