"""The action plan goes to Excel and comes back: each change, and nothing else."""

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack
from pmark_tui.errors import PmarkError
from pmark_tui.report.output import render
from pmark_tui.report.plan_sheet import changes, take
from tests.report.clients import ON

AT = datetime(2026, 12, 1, 9, 0)


def _filled(data: bytes, *cells: tuple[int, str, Any]) -> bytes:
    """The workbook with cells of the plan filled in: row among the gaps from 0, column id, value."""
    book = load_workbook(BytesIO(data))
    page = next(page for page in book if "state" in [cell.value for cell in page[1]])
    places = {cell.value: cell.column for cell in page[1]}
    for row, column, value in cells:
        page.cell(3 + row, places[column]).value = value
    saved = BytesIO()
    book.save(saved)
    return saved.getvalue()


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", ["begun", "full", "hostile"])
def test_a_plan_that_nobody_touched_changes_nothing(
    name: str,
    lang: str,
    pack: Pack,
    client_of: Callable[[str], Client],
    written: Callable[..., bytes],
) -> None:
    data = _filled(written(name, "xlsx", "full", lang))
    assert changes("x.xlsx", data, pack, client_of(name), lang) == ()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_was_filled_in_comes_back(
    lang: str, pack: Pack, client_of: Callable[[str], Client], written: Callable[..., bytes]
) -> None:
    client = client_of("begun")
    yes = {"ja": "はい", "en": "Yes"}[lang]
    data = _filled(
        written("begun", "xlsx", "full", lang),
        (0, "state", yes),
        (0, "owner", "高橋"),
        (1, "due", date(2027, 2, 28)),
        (2, "due", "2027/3/1"),
        (3, "note", "一行目\n二行目"),
    )
    found = changes("x.xlsx", data, pack, client, lang)
    assert [(c.field, c.after) for c in found] == [
        ("state", yes),
        ("owner", "高橋"),
        ("due", "2027-02-28"),
        ("due", "2027-03-01"),
        ("note", "一行目\n二行目"),
    ]
    taken = take(pack, client, found, AT)
    first = taken.answer(found[0].question)
    assert (first.value, first.owner, first.at) == ("yes", "高橋", AT)
    assert taken.answer(found[2].question).due == date(2027, 2, 28)
    assert taken.answer(found[4].question).note == "一行目\n二行目"
    assert changes("x.xlsx", data, pack, taken, lang) == ()


def test_a_cleared_cell_takes_a_value_away_but_an_empty_state_says_nothing(
    pack: Pack, client_of: Callable[[str], Client], written: Callable[..., bytes]
) -> None:
    client = client_of("full")
    rows = range(40)
    cells = [(row, column, None) for row in rows for column in ("state", "owner", "due")]
    found = changes("x.xlsx", _filled(written("full", "xlsx"), *cells), pack, client, "ja")
    assert (
        found and {c.field for c in found} == {"owner", "due"} and {c.after for c in found} == {""}
    )


def test_a_formula_is_taken_as_it_was_typed(
    pack: Pack, client_of: Callable[[str], Client], written: Callable[..., bytes]
) -> None:
    data = _filled(written("begun", "xlsx"), (0, "note", "=1+1"))
    found = changes("x.xlsx", data, pack, client_of("begun"), "ja")
    assert [c.after for c in found] == ["=1+1"]


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("state", "たぶん", "たぶん"),
        ("due", "来週", "来週"),
        ("due", "=TODAY()", "=TODAY()"),
        ("question", "Z.9-9", "Z.9-9"),
    ],
)
def test_what_cannot_be_taken_is_named_with_its_row(
    column: str,
    value: str,
    said: str,
    pack: Pack,
    client_of: Callable[[str], Client],
    written: Callable[..., bytes],
) -> None:
    data = _filled(written("begun", "xlsx"), (1, column, value))
    with pytest.raises(PmarkError) as caught:
        changes("計画.xlsx", data, pack, client_of("begun"), "ja")
    message = caught.value.message("ja")
    assert "計画.xlsx: 課題と対応計画 4" in message and said in message


def test_an_exclusion_cannot_come_in_without_its_reason(
    pack: Pack, client_of: Callable[[str], Client], written: Callable[..., bytes]
) -> None:
    client = client_of("begun")
    found = changes(
        "x", _filled(written("begun", "xlsx"), (0, "state", "対象外")), pack, client, "ja"
    )
    with pytest.raises(PmarkError):
        take(pack, client, found, AT)


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04"])
def test_what_is_no_workbook_is_refused(
    data: bytes, pack: Pack, client_of: Callable[[str], Client]
) -> None:
    with pytest.raises(PmarkError) as caught:
        changes("x.xlsx", data, pack, client_of("begun"), "ja")
    assert "x.xlsx" in caught.value.message("en")


def test_a_redacted_or_foreign_workbook_is_refused(
    pack: Pack, client_of: Callable[[str], Client], written: Callable[..., bytes]
) -> None:
    client = client_of("begun")
    hidden = render(pack, client, "xlsx", "full", "ja", ON, redacted=True)
    with pytest.raises(PmarkError) as caught:
        changes("x.xlsx", hidden, pack, client, "ja")
    assert "匿名化" in caught.value.message("ja")
    book = load_workbook(BytesIO(written("begun", "xlsx")))
    for page in book:
        page.delete_rows(1)
    saved = BytesIO()
    book.save(saved)
    with pytest.raises(PmarkError):
        changes("x.xlsx", saved.getvalue(), pack, client, "ja")
