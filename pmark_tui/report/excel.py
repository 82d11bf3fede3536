"""The report as an Excel workbook: A4 landscape, fixed heads, filters, drop-downs, values only.

The rows are written as text and the library looks after the rest of the package, as in the Word report.
The first row of each sheet is hidden and names the columns for machines, so that a filled-in plan can
be read back whatever the language (`report.plan_sheet`).
"""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pmark_tui.domain.text import cell_width
from pmark_tui.report import zipped
from pmark_tui.report.model import ReportView
from pmark_tui.report.table_model import FORMULA, Field, Sheet, Value
from pmark_tui.report.tables import sheets
from pmark_tui.report.words import Words

LONGEST = 32_000
"""Characters that a cell takes (Excel: 32,767), with room for the remark that more is elsewhere."""

REDACTED = "pmark-redacted"
"""Keyword of a workbook whose names were replaced, so that it is never read back."""

_FONT = "游ゴシック"
_HEAD, _BODY, _FILL, _DAY = "pmark_head", "pmark_body", "pmark_fill", "pmark_day"
_FILL_DAY, _SHARE, _NUMBER, _DECIMAL = (
    "pmark_fill_day",
    "pmark_share",
    "pmark_number",
    "pmark_decimal",
)
_LINE = Side(style="thin", color="BFBFBF")
_ISO = "yyyy-mm-dd"
_KEYS_ROW, _HEAD_ROW = 1, 2
_ANY_HEIGHT = 999
"""Pages that a sheet may be high. 0 says the same, but LibreOffice then counts pages at one scale and
prints them at another, and a blank page may follow."""
_LINE_POINTS, _TALLEST = 17.0, 409.0
"""Height of a line in the font below at 10 points, which stands wider apart than most; Excel's limit."""


def xlsx(view: ReportView) -> bytes:
    """The workbook."""
    words = Words(view.lang)
    book = Workbook()
    looks = _looks(book)
    bodies = {}
    for number, sheet in enumerate(sheets(view), 1):
        page = book.create_sheet(sheet.title)
        _around(page, sheet, view, words)
        body = _rows(sheet, looks, words).encode("utf-8")
        bodies[f"xl/worksheets/sheet{number}.xml"] = body, _last(sheet).encode("ascii")
    at = datetime.fromisoformat(view.on)
    properties = book.properties
    properties.title, properties.creator = f"{view.title} {view.client}", "pmark"
    properties.subject, properties.identifier = view.subject, view.provenance.input_hash
    properties.created, properties.keywords = at, REDACTED if view.provenance.redacted else None
    saved = BytesIO()
    book.save(saved)
    parts = zipped.unpack(saved.getvalue())
    parts["docProps/core.xml"] = _without_clock(parts["docProps/core.xml"], view.on)
    for name, (body, last) in bodies.items():
        before, size, after = parts[name].partition(b'<dimension ref="A1:')
        heads, end, rest = after.partition(b'"')[2].partition(b"</sheetData>")
        parts[name] = b"".join((before, size, last, b'"', heads, body, end, rest))
    return zipped.pack(parts)


def _looks(book: Workbook) -> dict[tuple[str, bool], int]:
    """The numbers under which cells name their styles, each also for a text that is no formula."""
    for style in _styles():
        book.add_named_style(style)
    page = book.worksheets[0]
    found = {}
    for number, style in enumerate(_styles(), 1):
        for quoted in (False, True):
            cell = page.cell(number, 1 + quoted)
            cell.style = style.name
            if quoted:
                cell.quotePrefix = True
            found[style.name, quoted] = cell.style_id
    book.remove(page)
    return found


def _without_clock(core: bytes, on: str) -> bytes:
    """The properties with the day of the report in place of the time of saving."""
    head, _, rest = core.partition(b"<dcterms:modified")
    attributes, _, rest = rest.partition(b">")
    _, _, tail = rest.partition(b"</dcterms:modified>")
    stamp = f"{on}T00:00:00Z".encode()
    return b"".join(
        (head, b"<dcterms:modified", attributes, b">", stamp, b"</dcterms:modified>", tail)
    )


def _styles() -> tuple[NamedStyle, ...]:
    top = Alignment(wrap_text=True, vertical="top")
    figure = Alignment(horizontal="right", vertical="top", indent=1)
    middle = Alignment(horizontal="center", vertical="top")
    frame = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
    body, bold = Font(name=_FONT, size=10), Font(name=_FONT, size=10, bold=True)
    grey, pale = PatternFill("solid", fgColor="E7E6E6"), PatternFill("solid", fgColor="FFF8E1")

    def style(
        name: str, number: str = "General", font: Font = body, fill: PatternFill | None = None
    ) -> NamedStyle:
        where = figure if font is body and fill is None and number != "@" else top
        where = middle if number == _ISO else where
        made = NamedStyle(name, font=font, alignment=where, border=frame, number_format=number)
        if fill:
            made.fill = fill
        return made

    return (
        style(_HEAD, font=bold, fill=grey),
        style(_BODY, "@"),
        style(_FILL, "@", fill=pale),
        style(_DAY, _ISO),
        style(_FILL_DAY, _ISO, fill=pale),
        style(_SHARE, "0%"),
        style(_NUMBER, "#,##0"),
        style(_DECIMAL, "General"),
    )


def _around(page: Worksheet, sheet: Sheet, view: ReportView, words: Words) -> None:
    """Everything of a sheet but its rows: heads, widths, filter, drop-downs, paper."""
    for number, field in enumerate(sheet.fields, 1):
        _write(page.cell(_KEYS_ROW, number), field.id)
        head = page.cell(_HEAD_ROW, number)
        _write(head, field.title)
        head.style = _HEAD
        page.column_dimensions[get_column_letter(number)].width = field.width
    page.row_dimensions[_KEYS_ROW].hidden = True
    titles = tuple(field.title for field in sheet.fields)
    page.row_dimensions[_HEAD_ROW].height = _height(titles, sheet.fields)
    page.freeze_panes = f"C{_HEAD_ROW + 1}" if len(sheet.fields) > 6 else f"A{_HEAD_ROW + 1}"
    page.auto_filter.ref = f"A{_HEAD_ROW}:{_last(sheet)}"
    if sheet.choices and sheet.rows:
        _choices(page, sheet)
    _paper(page, _last(sheet), view, words)


def _last(sheet: Sheet) -> str:
    """The cell at the lower right corner; a sheet without rows has one that is empty."""
    return f"{get_column_letter(len(sheet.fields))}{_HEAD_ROW + max(len(sheet.rows), 1)}"


def _rows(sheet: Sheet, looks: dict[tuple[str, bool], int], words: Words) -> str:
    """The rows as text: a cell each as an object of the library takes five times as long."""
    letters = [get_column_letter(number) for number in range(1, len(sheet.fields) + 1)]
    made = []
    for place, row in enumerate(sheet.rows, _HEAD_ROW + 1):
        cells = "".join(
            _cell(f"{letter}{place}", value, field, looks, words)
            for letter, value, field in zip(letters, row, sheet.fields, strict=True)
        )
        height = _height(row, sheet.fields)
        made.append(f'<row r="{place}" ht="{height:g}" customHeight="1">{cells}</row>')
    return "".join(made)


def _cell(
    at: str, value: Value, field: Field, looks: dict[tuple[str, bool], int], words: Words
) -> str:
    """A cell; a text is always a text, whatever it begins with."""
    if isinstance(value, date):
        look = looks[_FILL_DAY if field.fill else _DAY, False]
        return f'<c r="{at}" s="{look}"><v>{value.toordinal() - _DAY_ZERO}</v></c>'
    if isinstance(value, int | float):
        name = _SHARE if field.share else _NUMBER if isinstance(value, int) else _DECIMAL
        return f'<c r="{at}" s="{looks[name, False]}"><v>{value!r}</v></c>'
    text = value or ""
    if len(text) > LONGEST:
        text = text[:LONGEST] + words("x_cut")
    look = looks[_FILL if field.fill else _BODY, text.startswith(FORMULA)]
    if not text:
        return f'<c r="{at}" s="{look}"/>'
    shown = f'<is><t xml:space="preserve">{escape(text)}</t></is>'
    return f'<c r="{at}" s="{look}" t="inlineStr">{shown}</c>'


_DAY_ZERO = date(1899, 12, 30).toordinal()
"""Day 0 of a workbook, for days after February 1900."""


def _height(row: tuple[Value, ...], fields: tuple[Field, ...]) -> float:
    """The height that shows every text of a row whole, points; programs do not all work it out."""
    most = 1
    for value, field in zip(row, fields, strict=True):
        if isinstance(value, str) and len(value) * 2 > field.width - 2:
            lines = (-(-cell_width(line) // (field.width - 2)) or 1 for line in value.split("\n"))
            most = max(most, sum(lines))
    return min(_LINE_POINTS * most + 3, _TALLEST)


def _write(cell: Cell | MergedCell, text: str) -> None:
    """Put a text into a cell as a text, also one that looks like a formula or an error."""
    cell.value = text
    cell.data_type = "s"


def _choices(page: Worksheet, sheet: Sheet) -> None:
    """A drop-down in the column of states, and dates only in the column of due days."""
    letters = {field.id: get_column_letter(n) for n, field in enumerate(sheet.fields, 1)}
    first, last = _HEAD_ROW + 1, _HEAD_ROW + len(sheet.rows)
    listed = ",".join(choice.replace(",", " ").replace('"', " ") for choice in sheet.choices)
    state = DataValidation("list", formula1=f'"{listed}"', allow_blank=True, showErrorMessage=True)
    state.add(f"{letters['state']}{first}:{letters['state']}{last}")
    due = DataValidation(
        "date", operator="greaterThan", formula1="36526", allow_blank=True, showErrorMessage=True
    )
    due.add(f"{letters['due']}{first}:{letters['due']}{last}")
    page.add_data_validation(state)
    page.add_data_validation(due)


def _paper(page: Worksheet, last: str, view: ReportView, words: Words) -> None:
    """A4 landscape, as wide as the page, the head on every page, who and what around it."""
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, _ANY_HEIGHT
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = f"{_HEAD_ROW}:{_HEAD_ROW}"
    page.print_area = f"A{_HEAD_ROW}:{last}"
    for side in ("left", "right"):
        setattr(page.page_margins, side, 0.4)
    page.page_margins.top = page.page_margins.bottom = 0.65
    page.page_margins.header = page.page_margins.footer = 0.3
    head = HeaderFooterItem()
    head.left.text = _field(f"{words('confidential')}  {view.client}")
    head.right.text = _field(view.on)
    foot = HeaderFooterItem()
    foot.left.text, foot.center.text = _field(view.title), "&A"
    foot.right.text = "&P / &N"
    page.HeaderFooter.oddHeader, page.HeaderFooter.oddFooter = head, foot


def _field(text: str) -> str:
    """A text for a header or footer, where `&` begins a code."""
    return " ".join(text.split()).replace("&", "&&")[:200]
