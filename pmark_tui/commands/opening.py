"""What several commands share: opening a client with its pack, and reading words of the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime

from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack
from pmark_tui.errors import BadInput
from pmark_tui.store import client_file, packs
from pmark_tui.store.client_file import ClientFile


def open_client(path: str) -> tuple[ClientFile, Pack]:
    """A client file and the pack that it names.

    Raises:
        FileTrouble, BadInput: either cannot be used.
    """
    file = client_file.read(path)
    return file, packs.load(file.client.pack)


@contextmanager
def editing(path: str, command: str) -> Iterator[tuple[ClientFile, Pack, Callable[[Client], None]]]:
    """A client file that this command alone writes meanwhile, its pack, and what saves it.

    Raises:
        FileTrouble, BadInput: it cannot be used, or another program holds it, which is named.
    """
    from pmark_tui.store.open_file import OpenFile

    opened = OpenFile(path, f"pmark {command}")
    try:
        if opened.trouble is not None:
            raise opened.trouble
        yield opened.file, packs.load(opened.file.client.pack), opened.save
    finally:
        opened.close()


def now() -> datetime:
    """The local time, to the second, as answers are stamped."""
    return datetime.now().replace(microsecond=0)  # noqa: DTZ005 - an interview happens in local time


def today() -> date:
    """The local date."""
    return now().date()


def pairs(option: str, words: list[str] | None) -> dict[str, str]:
    """`ID=VALUE` words as a mapping.

    Raises:
        BadInput: a word without `=`.
    """
    out = {}
    for word in words or ():
        key, separator, value = word.partition("=")
        if not separator or not key:
            raise BadInput("pair_bad", option=option, found=word)
        out[key.strip()] = value
    return out
