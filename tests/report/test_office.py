"""Word, Excel and HTML as an office in Japan expects them, read by other libraries."""

from collections.abc import Callable
from csv import DictReader
from io import BytesIO, StringIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from pmark_tui.errors import PmarkError
from pmark_tui.report.layout import sections
from pmark_tui.report.model import ReportView
from pmark_tui.report.writers import write_as
from tests.report.readers import opened_excel, opened_word, tags_of

A4 = (Mm(210), Mm(297))


def test_word_is_a4_with_japanese_fonts_named(written: Callable[..., bytes]) -> None:
    document = opened_word(written("full", "docx"))
    page = document.sections[0]
    assert abs(page.page_width - A4[0]) < 1000 and abs(page.page_height - A4[1]) < 1000
    for style, font in (("Normal", "游明朝"), ("Heading 1", "游ゴシック"), ("Title", "游ゴシック")):
        fonts = document.styles[style].element.rPr.find(qn("w:rFonts"))
        assert fonts.get(qn("w:eastAsia")) == font
        assert fonts.get(qn("w:asciiTheme")) is None
    language = document.styles.element.find(f".//{qn('w:lang')}")
    assert language.get(qn("w:eastAsia")) == "ja-JP"


def test_word_names_client_and_pages_around_each_page(written: Callable[..., bytes]) -> None:
    page = opened_word(written("full", "docx")).sections[0]
    header = page.header.paragraphs[0].text
    assert "社外秘" in header and "有限会社さくら商会" in header
    fields = [f.get(qn("w:instr")).strip() for f in page.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_word_repeats_table_heads_and_has_places_for_seals(written: Callable[..., bytes]) -> None:
    document = opened_word(written("full", "docx"))
    seals, *tables = document.tables
    assert [cell.text for cell in seals.rows[0].cells] == ["承認", "確認", "作成"]
    assert [cell.text for cell in seals.rows[2].cells] == ["日付"] * 3
    # steps, fees, years, chapters, calendar, papers, causes, damages; the change and the shares of
    # leaks: 2004 (2), 2018 (2), fiscal 2022 (1), fiscal 2024 (3), listed companies (1)
    assert len(tables) == 11 + 10
    for table in tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_the_seals_stand_beside_the_title_and_take_no_room(written: Callable[..., bytes]) -> None:
    seals = opened_word(written("full", "docx")).tables[0]
    place = seals._tbl.tblPr.find(qn("w:tblpPr"))
    assert place.get(qn("w:tblpXSpec")) == "right"
    assert seals._tbl.getnext().pPr.pStyle.val == "Title"


def test_no_heading_is_left_alone_at_the_foot_of_a_page(written: Callable[..., bytes]) -> None:
    document = opened_word(written("full", "docx"))
    paragraphs = document.paragraphs
    headed = [
        below
        for above, below in pairwise(paragraphs)
        if above.style.name.startswith("Heading") and below.style.name in ("Normal", "pmark Note")
    ]
    assert headed and all(p.paragraph_format.keep_with_next for p in headed)
    steps = next(t for t in document.tables if t.cell(0, 0).text == "手順")
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in steps.rows]
    assert kept == [True] * 8  # head and seven steps: the table stays whole, with how to read it
    chapters = next(t for t in document.tables if t.cell(0, 0).text == "章")
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in chapters.rows]
    assert kept[-1] is None  # nothing is said below it


@pytest.mark.parametrize("kind", ["full", "auditor"])
def test_a_question_stays_on_the_page_of_what_stands_beside_it(
    kind: str, written: Callable[..., bytes]
) -> None:
    paragraphs = opened_word(written("full", "docx", kind)).paragraphs
    beside = ("pmark Step", "pmark Beside")
    inside, behind = 0, 0
    for above, below in pairwise(paragraphs):
        if below.style.name in beside:
            inside += 1
            assert above.paragraph_format.keep_with_next, above.text
        elif above.style.name in beside:
            behind += 1
            assert not above.paragraph_format.keep_with_next, above.text
    assert inside > behind > 100  # no chain of one question to the next


def test_a_long_note_may_be_broken_so_that_no_page_stays_empty(
    written: Callable[..., bytes],
) -> None:
    paragraphs = opened_word(written("full", "docx")).paragraphs
    beside = [p for p in paragraphs if p.style.name == "pmark Beside"]
    broken = [p for p in beside if not p.paragraph_format.keep_together]
    assert len(broken) < len(beside) / 10
    assert all(len(p.text) > 200 for p in broken)


def test_a_hash_stands_on_its_own_style(written: Callable[..., bytes]) -> None:
    document = opened_word(written("full", "docx"))
    digest = document.styles["pmark Digest"].style_id  # asked for by name, each run takes a search
    hashes = [r.text for p in document.paragraphs for r in p.runs if r.element.style == digest]
    assert [len(text.removeprefix("sha256:")) for text in hashes] == [64, 64]  # pack, client file


def test_numbers_in_older_editions_have_room(written: Callable[..., bytes]) -> None:
    """Wide enough for two numbers of the annex, none of which is then broken."""
    table = next(
        t
        for t in opened_word(written("full", "docx", "auditor")).tables
        if "附属書A" in [cell.text for cell in t.rows[0].cells]
    )
    widths = {cell.text: cell.width for cell in table.rows[0].cells}
    assert widths["附属書A"] > Mm(30)
    assert min(widths.values()) > Mm(15)  # 3.4.4.1 at 9 points, and the margins of the cell
    annex = list(widths).index("附属書A")
    numbers = next(r.cells[annex].text for r in table.rows if r.cells[0].text == "J.10.1")
    assert numbers == "A.19, A.20, A.21, A.22, A.23, A.24, A.25"  # broken at blanks alone


@pytest.mark.parametrize(("lang", "said"), [("ja", "（注意）"), ("en", " (warning)")])
def test_a_contradiction_names_its_question_once(
    lang: str, said: str, view_of: Callable[..., ReportView]
) -> None:
    view = view_of("sample", "full", lang)
    lines = next(s for s in sections(view) if s.id == "checks").blocks[0].items
    assert len(lines) == len(view.checks) == 5
    for line, check in zip(lines, view.checks, strict=True):
        assert line.count(check.where) == 1 and line.endswith(said)


def test_word_uses_styles_and_no_direct_formatting(written: Callable[..., bytes]) -> None:
    document = opened_word(written("full", "docx"))
    names = {style.style_id for style in document.styles}
    for element in document.element.body.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle")):
        assert element.get(qn("w:val")) in names
    for run in document.element.body.iter(qn("w:rPr")):
        assert [child.tag for child in run] == [qn("w:rStyle")]


def test_a_template_keeps_its_styles_header_and_cover(
    tmp_path: Path, view_of: Callable[..., ReportView]
) -> None:
    own = Document()
    own.add_paragraph("表紙")
    own.sections[0].header.paragraphs[0].text = "コンサルタントのロゴ"
    own.styles["Heading 1"].font.name = "Brand Sans"
    own.save(str(tmp_path / "brand.docx"))
    made = Document(BytesIO(write_as(view_of("begun"), "docx", str(tmp_path / "brand.docx"))))
    assert made.paragraphs[0].text == "表紙"
    assert made.sections[0].header.paragraphs[0].text == "コンサルタントのロゴ"
    assert made.styles["Heading 1"].font.name == "Brand Sans"
    assert "準備状況の報告書" in [p.text for p in made.paragraphs]


def test_a_template_that_is_no_document_is_refused(
    tmp_path: Path, view_of: Callable[..., ReportView]
) -> None:
    (tmp_path / "x.docx").write_bytes(b"PK nonsense")
    for path, code in ((tmp_path / "x.docx", 2), (tmp_path / "none.docx", 3)):
        with pytest.raises(PmarkError) as caught:
            write_as(view_of("begun"), "docx", str(path))
        assert caught.value.exit_code in (code, 2)
        assert path.name in caught.value.message("ja")


@pytest.mark.parametrize(
    ("part", "held"),
    [
        ("word/document.xml", b"<broken"),
        ("word/document.xml", None),
        ("word/document.xml", b"<a/>"),
        ("word/styles.xml", b"<a/>"),
        ("word/styles.xml", None),
        ("[Content_Types].xml", b""),
        ("word/media/huge.bin", b"0" * 50_000_001),
    ],
)
def test_a_template_with_a_broken_part_is_refused_in_one_line(
    part: str, held: bytes | None, tmp_path: Path, view_of: Callable[..., ReportView]
) -> None:
    Document().save(str(tmp_path / "whole.docx"))
    with ZipFile(tmp_path / "whole.docx") as whole:
        parts = {name: whole.read(name) for name in whole.namelist()} | {part: held}
    with ZipFile(tmp_path / "bent.docx", "w", ZIP_DEFLATED) as bent:
        for name, data in parts.items():
            if data is not None:
                bent.writestr(name, data)
    with pytest.raises(PmarkError) as caught:
        write_as(view_of("begun"), "docx", str(tmp_path / "bent.docx"))
    assert caught.value.exit_code == 2
    assert "bent.docx" in caught.value.message("ja") and "\n" not in caught.value.message("ja")


def test_excel_has_its_sheets_ready_for_print_and_filter(written: Callable[..., bytes]) -> None:
    book = opened_excel(written("full", "xlsx"))
    assert book.sheetnames == [
        "概要",
        "回答",
        "課題と対応計画",
        "対象外",
        "費用",
        "予定",
        "申請書類",
        "証拠",
    ]
    for page in book:
        assert page.page_setup.orientation == "landscape"
        assert int(page.page_setup.paperSize) == 9
        assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (
            1,
            999,
        )  # as many as it takes
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.freeze_panes in ("A3", "C3")
        assert page.auto_filter.ref == page.dimensions.replace("A1:", "A2:")
        assert page.print_title_rows == "$2:$2"
        assert page.row_dimensions[1].hidden
        assert page.oddFooter.right.text == "&P / &N"


def test_no_single_word_of_the_answers_is_cut_in_two(written: Callable[..., bytes]) -> None:
    page = opened_excel(written("full", "xlsx", "full", "en"))["Answers"]
    widths = {cell.value: page.column_dimensions[cell.column_letter].width for cell in page[2]}
    assert widths["Side"] > len("practised") and widths["Counted"] > len("Counted")


def test_a_workbook_holds_what_its_kind_is_for(written: Callable[..., bytes]) -> None:
    summary = opened_excel(written("full", "xlsx", "summary"))
    assert summary.sheetnames == ["概要", "課題と対応計画", "費用", "予定"]
    auditor = opened_excel(written("full", "xlsx", "auditor"))
    assert auditor.sheetnames == ["概要", "条項", "回答", "対象外", "申請書類", "証拠"]
    page = auditor["条項"]
    assert {"文書", "実践", "判定", "2006年版"} <= {cell.value for cell in page[2]}
    rows = {row[0]: row for row in page.iter_rows(min_row=3, values_only=True)}
    assert len(rows) == page.max_row - 2 and "J.9.2" in rows


def test_a_workbook_without_exclusions_says_so(
    written: Callable[..., bytes], view_of: Callable[..., ReportView]
) -> None:
    assert not view_of("begun", "full", "ja").exclusions
    for kind in ("full", "auditor"):
        book = opened_excel(written("begun", "xlsx", kind))
        assert "対象外" not in book.sheetnames
        told = [row[2] for row in book["概要"].iter_rows(values_only=True)]
        assert "対象外とした事項はありません。" in told


def test_a_summary_workbook_is_as_short_as_the_summary(written: Callable[..., bytes]) -> None:
    book = opened_excel(written("full", "xlsx", "summary"))
    parts = {row[0] for row in book["概要"].iter_rows(min_row=3, values_only=True)}
    assert parts == {
        "結論",
        "まず月曜日にすること",
        "手順ごとの準備度",
        "この点数が意味しないこと",
        "この報告書の作成条件",
    }
    assert book["課題と対応計画"].max_row == 2 + 10  # two rows of heads, ten actions


def test_findings_and_dates_in_excel_say_what_they_are(written: Callable[..., bytes]) -> None:
    rows = opened_excel(written("full", "xlsx"))["概要"].iter_rows(values_only=True)
    said = next(row[2] for row in rows if row[1] == "F1")
    assert "指摘日：2026-09-30" in said and "原因：様式の欄が小さい" in said


def test_the_csv_for_an_auditor_goes_by_clause(written: Callable[..., bytes]) -> None:
    rows = list(DictReader(StringIO(written("full", "csv", "auditor").decode("utf-8-sig"))))
    clauses = {row["条項"]: row for row in rows if row["区分"] == "条項"}
    sheet = opened_excel(written("full", "xlsx", "auditor"))
    page = sheet["条項"]
    assert len(clauses) == page.max_row - 2
    for row in page.iter_rows(min_row=3, max_col=5, values_only=True):
        held = clauses[row[0]]
        found = (held["項目"], held["文書の判定"], held["実践の判定"], held["回答・内容"])
        assert found == tuple("" if value == "-" else value for value in row[1:])
    assert "2006年版：3.4.3.2" in clauses["J.9.2"]["旧版の番号"]
    excluded = [row for row in rows if row["区分"] == "対象外"]
    assert len(excluded) == sheet["対象外"].max_row - 2
    assert all(row["理由"].startswith("理由") for row in excluded)
    assert "内部監査報告書" in {row["項目"] for row in rows if row["区分"] == "証拠"}


@pytest.mark.parametrize(("lang", "said"), [("ja", "4.4（推定）"), ("en", "4.4 (inferred)")])
def test_an_inferred_number_is_said_in_the_language_of_the_report(
    lang: str, said: str, view_of: Callable[..., ReportView]
) -> None:
    chapters = view_of("full", "auditor", lang).chapters
    clause = next(c for chapter in chapters for c in chapter.clauses if c.id == "J.2.4")
    assert clause.editions[0].value == said


def test_excel_has_drop_downs_for_states_and_dates(written: Callable[..., bytes]) -> None:
    page = opened_excel(written("full", "xlsx"))["課題と対応計画"]
    kinds = {rule.type: rule for rule in page.data_validations.dataValidation}
    assert kinds["list"].formula1 == '"はい,一部,いいえ,わからない"'
    assert set(kinds) == {"list", "date"}
    heads = [cell.value for cell in page[2]]
    assert {"担当", "期限", "回答（更新）"} <= set(heads)


def test_excel_holds_numbers_and_dates_as_such(written: Callable[..., bytes]) -> None:
    book = opened_excel(written("full", "xlsx"))
    fees = [value for row in book["費用"].values for value in row if isinstance(value, int)]
    assert {57_000, 345_000, 115_000, 517_000} <= set(fees)
    assert any(hasattr(value, "year") for row in book["回答"].values for value in row)


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_page_stands_alone(lang: str, written: Callable[..., bytes]) -> None:
    data = written("full", "html", "full", lang)
    text, tags = data.decode(), tags_of(data)
    assert text.startswith("<!DOCTYPE html>") and f'<html lang="{lang}">' in text
    links = [a["href"] for tag, a in tags if tag == "a"]
    assert links and all(link and link.startswith("#") for link in links)
    ids = [a["id"] for _, a in tags if "id" in a]
    assert len(ids) == len(set(ids)) and {link[1:] for link in links if link} <= set(ids)
    assert "url(" not in text and "@import" not in text
    assert "prefers-color-scheme: dark" in text and "@page" in text


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_picture_has_title_description_and_its_table(
    lang: str, written: Callable[..., bytes]
) -> None:
    data = written("full", "html", "full", lang)
    text = data.decode()
    pictures = [attributes for tag, attributes in tags_of(data) if tag == "svg"]
    # steps, years, chapters, calendar, causes; the change and nine shares of leaks
    assert len(pictures) == 5 + 10
    for attributes in pictures:
        assert attributes["role"] == "img"
        for name in (attributes["aria-labelledby"] or "").split():
            assert f'id="{name}"' in text
    for part in text.split("<svg")[1:]:
        drawn, _, rest = part.partition("</svg>")
        assert "..</text>" not in drawn  # no label is cut
        assert "<title" in drawn and "<desc" in drawn
        assert rest.lstrip().startswith('</figure>\n<div class="wide"><table')


def test_headings_of_the_page_never_skip_a_level(written: Callable[..., bytes]) -> None:
    for kind in ("full", "summary", "auditor"):
        levels = [
            int(tag[1])
            for tag, _ in tags_of(written("full", "html", kind))
            if tag in ("h1", "h2", "h3", "h4")
        ]
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
