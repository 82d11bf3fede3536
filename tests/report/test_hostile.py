"""Hostile texts in every free field are shown as text: no markup, no formula, no code, no escape."""

import json
from collections import Counter
from collections.abc import Callable
from csv import reader
from dataclasses import replace
from io import BytesIO, StringIO
from itertools import pairwise
from zipfile import ZipFile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openpyxl import load_workbook

from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.plain import plain
from pmark_tui.domain.text import cell_width
from pmark_tui.report import markup
from pmark_tui.report.csv_ import csv
from pmark_tui.report.model import ReportView
from pmark_tui.report.output import make
from pmark_tui.report.writers import write_as
from tests.report.clients import HOSTILE, ON
from tests.report.readers import READER, flat, opened_excel, opened_word, tags_of

WORDS = st.text(st.characters(codec="utf-8"), max_size=60)
MARKS = st.text(st.sampled_from("#>-+=*_`~|[]()<>!&;:\\$ \t\n1.ab"), max_size=40)


def _kinds(text: str) -> set[str]:
    return {
        kind
        for token in READER.parse(text)
        for kind in (token.type, *(child.type for child in token.children or ()))
    }


@given(WORDS | MARKS | st.sampled_from(HOSTILE))
@example("_a_")
@example("a\n===")
@example("1) x")
@example("[a]: b")
@example("a\n:-")
@example("&#x41;")
def test_escaped_text_is_shown_as_it_is(typed: str) -> None:
    shown = markup.indented(plain(typed))
    tokens = READER.parse(shown)
    children = [child for token in tokens for child in token.children or ()]
    assert {token.type for token in tokens} <= {"paragraph_open", "inline", "paragraph_close"}
    assert {child.type for child in children} <= {"text", "hardbreak", "text_special"}
    assert flat("".join(child.content for child in children)) == flat(plain(typed))


@given(WORDS | MARKS | st.sampled_from(HOSTILE))
def test_a_text_in_a_table_stays_in_its_cell(typed: str) -> None:
    shown = f"| a |\n| --- |\n| {markup.inline(plain(typed))} |"
    tokens = READER.parse(shown)
    assert [t.type for t in tokens].count("td_open") == 1
    cell = tokens[[t.type for t in tokens].index("td_open") + 1]
    assert flat("".join(c.content for c in cell.children or ())) == flat(plain(typed))


def test_the_markdown_has_the_structure_of_a_harmless_report(
    pack: Pack, client_of: Callable[[str], Client], written: Callable[..., bytes]
) -> None:
    hostile = written("hostile", "md").decode()
    assert not _kinds(hostile) & {"html_block", "html_inline", "link_open", "image", "s_open", "hr"}
    harmless = written("full", "md").decode()
    count = [Counter(t.type for t in READER.parse(text)) for text in (hostile, harmless)]
    for kind in ("heading_open", "table_open", "td_open", "fence", "code_block"):
        assert count[0][kind] == count[1][kind], kind


def test_no_table_of_the_markdown_is_broken(written: Callable[..., bytes]) -> None:
    for lang in ("ja", "en"):
        lines = written("hostile", "md", "full", lang).decode().splitlines()
        tables = [line for line in lines if line.startswith("| ")]
        assert len(tables) > 40
        for line, following in pairwise(lines):
            if line.startswith("| ") and following.startswith("| "):
                assert cell_width(line) == cell_width(following)


def test_the_page_has_no_tag_but_its_own(written: Callable[..., bytes]) -> None:
    hostile, harmless = tags_of(written("hostile", "html")), tags_of(written("full", "html"))
    assert {tag for tag, _ in hostile} == {tag for tag, _ in harmless}
    assert not {tag for tag, _ in hostile} & {"script", "img", "iframe", "object", "link", "form"}
    for _, attributes in hostile:
        assert not any(name.startswith("on") or name == "src" for name in attributes)


def test_a_name_at_the_top_of_printed_pages_stays_a_string_of_the_style_sheet(
    view_of: Callable[..., ReportView],
) -> None:
    view = replace(view_of("begun"), client='"; } </style><script>x</script> \\ 株式会社\n@import')
    page = write_as(view, "html")
    assert "script" not in {tag for tag, _ in tags_of(page)}
    style = page.decode().partition("<style>")[2].partition("</style>")[0]
    said = style.partition("@top-right { content: ")[2].partition(" } }")[0]
    assert said.startswith('"') and said.endswith('";') and said.count('"') == 2
    assert "株式会社" in said and "\\000022" in said and "<" not in said


def test_no_cell_is_a_formula(written: Callable[..., bytes]) -> None:
    book = opened_excel(written("hostile", "xlsx"))
    cells = [cell for page in book for row in page.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type in ("f", "e")]
    said = [
        c for c in cells if isinstance(c.value, str) and c.value.startswith(("=", "+", "-", "@"))
    ]
    assert any(cell.value.startswith("=cmd") for cell in said)
    assert all(cell.quotePrefix for cell in said)
    with ZipFile(BytesIO(written("hostile", "xlsx"))) as archive:
        assert not [n for n in archive.namelist() if b"<f>" in archive.read(n) and "sheet" in n]


def test_no_field_of_the_csv_begins_a_formula(written: Callable[..., bytes]) -> None:
    text = written("hostile", "csv").decode("utf-8-sig")
    rows = list(reader(StringIO(text, newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1
    assert not [c for row in rows for c in row if c.startswith(tuple("=+-@＝＋－＠\t\r"))]


def test_a_document_with_hostile_texts_opens(written: Callable[..., bytes]) -> None:
    document = opened_word(written("hostile", "docx"))
    harmless = opened_word(written("full", "docx"))
    assert len(document.tables) == len(harmless.tables)


def test_nothing_that_acts_on_a_screen_is_left(written: Callable[..., bytes]) -> None:
    for form in ("md", "html", "csv", "json"):
        text = written("hostile", form).decode("utf-8-sig").replace("\r\n", "\n")
        if form == "json":
            text = json.dumps(json.loads(text), ensure_ascii=False)
        acting = {c for c in text if not c.isprintable() and c not in "\n\t\u3000\u00a0"}
        assert all(ord(c) > 0x9F and not 0x202A <= ord(c) <= 0x2069 for c in acting), acting


def test_a_note_longer_than_a_cell_is_cut_and_says_so(
    pack: Pack, client_of: Callable[[str], Client]
) -> None:
    from pmark_tui.report.excel import xlsx

    client = client_of("begun")
    key = next(iter(client.answers))
    client = client.with_answer(key, replace(client.answer(key), note="あ" * 40_000))
    view = make(pack, client, "full", "ja", ON)
    page = load_workbook(BytesIO(xlsx(view)))["回答"]
    notes = [str(v) for row in page.values for v in row if str(v).startswith("ああ")]
    assert notes and all(len(n) < 32_767 and "続きはMarkdown版" in n for n in notes)
    assert "あ" * 40_000 in csv(view)


@pytest.mark.parametrize("typed", HOSTILE)
def test_plain_text_stays_plain(typed: str) -> None:
    assert plain(plain(typed)) == plain(typed)
    assert plain(typed).encode("utf-8")
