"""Words of the command line as numbers and days; nothing here opens a client file."""

from __future__ import annotations

from argparse import ArgumentParser
from datetime import date

from pmark_tui.domain.amounts import parse_amount
from pmark_tui.errors import BadInput


def add_organisation(parser: ArgumentParser) -> None:
    """The options that describe an organisation's trade, workers and capital."""
    parser.add_argument("--industry", metavar="I")
    parser.add_argument("--workers", metavar="N")
    capital = parser.add_mutually_exclusive_group()
    capital.add_argument("--capital", metavar="YEN")
    capital.add_argument("--no-capital", action="store_true")


def an_amount(key: str, word: str) -> int:
    """A whole number, 0 or more, as people write it.

    Raises:
        BadInput: it is none.
    """
    number = parse_amount(word)
    if number is None:
        raise BadInput("number_bad", key=key, found=word)
    return number


def a_day(key: str, word: str) -> date:
    """A date as YYYY-MM-DD and in no other form.

    Raises:
        BadInput: it is not one.
    """
    try:
        if len(word) != len("2026-04-01") or not word.isascii():
            raise ValueError
        day = date.fromisoformat(word)
        if day.isoformat() != word:
            raise ValueError
    except ValueError:
        raise BadInput("date_bad", key=key, found=word) from None
    return day


def local_today() -> date:
    """The local date."""
    return date.today()  # noqa: DTZ011 - a fee list is chosen by the local day
