"""A Textual program with fifty Japanese rows to move in: what a key cannot cost less than."""

from textual.app import App, ComposeResult
from textual.widgets import OptionList


class Bare(App[None]):
    """An app with one OptionList."""

    def compose(self) -> ComposeResult:
        """The rows."""
        yield OptionList(*(f"{n:02} 個人情報の取扱いを記録していますか READY" for n in range(50)))


Bare().run()
