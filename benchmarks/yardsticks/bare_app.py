"""The least that a Textual program can be: one line of text."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """An app with one Static."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("READY")


Bare().run()
