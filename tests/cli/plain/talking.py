"""What the tests of the interview line by line look at: the client file is the judge."""

from collections.abc import Callable

from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Question
from pmark_tui.store import client_file, packs

Talk = Callable[..., str]
"""Types these lines into an interview; what was said."""


def held(path: str) -> Client:
    """The client as it lies in the file."""
    return client_file.read(path).client


def values(path: str) -> dict[str, str]:
    """The answers in the file, by question."""
    return {key: answer.value for key, answer in held(path).answers.items() if answer.value}


def questions(path: str, quick: bool = False) -> tuple[Question, ...]:
    """What this client is asked, in order."""
    return asked(packs.load(), held(path).profile, quick)
