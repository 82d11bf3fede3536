"""What several commands share: opening a client with its pack, and reading words of the command line."""

from __future__ import annotations

from datetime import date, datetime

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
