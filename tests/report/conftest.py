"""What the reports' tests share."""

from collections.abc import Callable
from functools import cache

import pytest

from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack
from pmark_tui.report.model import ReportView
from pmark_tui.report.output import make
from pmark_tui.report.writers import write_as
from pmark_tui.store import packs
from tests.report import clients

BUILD: dict[str, Callable[[Pack], Client]] = {
    "begun": clients.begun,
    "full": clients.full,
    "hostile": clients.hostile,
    **{name: lambda _, name=name: clients.from_file(name) for name in clients.FILES},
}


@cache
def _pack() -> Pack:
    return packs.load()


@cache
def _client(name: str) -> Client:
    return BUILD[name](_pack())


@pytest.fixture
def pack() -> Pack:
    """The shipped pack, read once a worker."""
    return _pack()


@pytest.fixture
def client_of() -> Callable[[str], Client]:
    """A client by its name in `tests/report/clients.py`; nothing changes one, so it is made once a worker."""
    return _client


@cache
def _view(name: str, kind: str, lang: str) -> ReportView:
    return make(_pack(), _client(name), kind, lang, clients.ON)


@cache
def _written(name: str, form: str, kind: str, lang: str) -> bytes:
    return write_as(_view(name, kind, lang), form)


@pytest.fixture
def view_of() -> Callable[..., ReportView]:
    """The view of a client: name, kind, language."""
    return lambda name, kind="full", lang="ja": _view(name, kind, lang)


@pytest.fixture
def written() -> Callable[..., bytes]:
    """A report of a client: name, format, kind, language. Made once a worker."""
    return lambda name, form, kind="full", lang="ja": _written(name, form, kind, lang)
