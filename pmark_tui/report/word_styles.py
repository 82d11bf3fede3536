"""The styles of the Word report. A template may bring its own by the same names; those are kept."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor

MINCHO = ("Yu Mincho", "游明朝")
GOTHIC = ("Yu Gothic", "游ゴシック")
FIXED = ("Consolas", "ＭＳ ゴシック")

_WIDTH, _HEIGHT, _LEFT, _OTHER = 210, 297, 25, 20
_TWIPS_PER_MM = 1440 / 25.4
_LEADING = 1.45
"""Height of a line in sizes of its letters: fixed, because the usual Japanese fonts ask for far more."""

_HEADINGS = (
    ("Title", 18, 0),
    ("Subtitle", 13, 0),
    ("Heading 1", 15, 18),
    ("Heading 2", 12.5, 12),
    ("Heading 3", 11, 8),
)
"""Names of the built-in styles with size and space before, points."""

TEXT_WIDTH = int((_WIDTH - _LEFT - _OTHER) * _TWIPS_PER_MM)
"""Width of the text, in twips."""


def set_page(document: Any) -> None:
    """A4 upright; the left margin is wider, because these papers are punched there."""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(_WIDTH), Mm(_HEIGHT)
    page.left_margin, page.right_margin = Mm(_LEFT), Mm(_OTHER)
    page.top_margin = page.bottom_margin = Mm(_OTHER)
    page.header_distance = page.footer_distance = Mm(10)


def add_styles(document: Any, templated: bool) -> None:
    """Every style that the report uses; those that the template has stay as they are."""
    styles = document.styles
    if not templated:
        _defaults(styles)
        for name, size, before in _HEADINGS:
            _gothic(styles[name], size, before)
        _plain_title(styles["Title"])
        for name in ("Header", "Footer"):
            _around(styles[name])
    known = {style.name for style in styles}
    for name, make in _OWN.items():
        if name not in known:
            make(styles, name)


def _defaults(styles: Any) -> None:
    """Body in mincho 10.5 pt, Japanese as the East Asian language, no theme fonts."""
    normal = styles["Normal"]
    normal.font.size = Pt(10.5)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = Pt(10.5 * _LEADING)
    _font(normal, MINCHO)
    defaults = styles.element.find(qn("w:docDefaults"))
    run = defaults.find(qn("w:rPrDefault")).find(qn("w:rPr"))
    for old in run.findall(qn("w:lang")) + run.findall(qn("w:rFonts")):
        run.remove(old)
    run.insert(0, _fonts(MINCHO))
    run.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-US" w:eastAsia="ja-JP"/>'))


def _fonts(names: tuple[str, str]) -> Any:
    latin, eastern = names
    return parse_xml(
        f'<w:rFonts {nsdecls("w")} w:ascii="{latin}" w:hAnsi="{latin}" w:cs="{latin}" '
        f'w:eastAsia="{eastern}"/>'
    )


def _font(style: Any, names: tuple[str, str]) -> None:
    """Name a style's fonts for both scripts; theme fonts would win over names, so they go."""
    run = style.element.get_or_add_rPr()
    for old in run.findall(qn("w:rFonts")):
        run.remove(old)
    run.insert(0, _fonts(names))


def _gothic(style: Any, size: float, before: float) -> None:
    _font(style, GOTHIC)
    style.font.size, style.font.bold, style.font.italic = Pt(size), True, False
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
    style.paragraph_format.line_spacing = Pt(size * _LEADING)
    style.paragraph_format.keep_with_next = True


def _plain_title(style: Any) -> None:
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)


def _around(style: Any) -> None:
    """Header and footer: one tab, at the right edge."""
    _font(style, GOTHIC)
    style.font.size = Pt(9)
    for tabs in style.element.pPr.findall(qn("w:tabs")):
        style.element.pPr.remove(tabs)
    style.paragraph_format.tab_stops.add_tab_stop(Mm(_WIDTH - _LEFT - _OTHER), 2)


def _paragraph(
    base: str = "Normal",
    size: float = 0,
    indent: float = 0,
    hang: float = 0,
    before: float = 0,
    after: float = 2,
    bold: bool | None = None,
    gothic: bool = False,
    right: bool = False,
    keep: bool = False,
    grey: bool = False,
    fixed: bool = False,
) -> Any:
    """What makes a paragraph style; sizes in points, indents in millimetres."""

    def make(styles: Any, name: str) -> None:
        style = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, form = styles[base], style.paragraph_format
        form.space_after, form.space_before = Pt(after), Pt(before)
        if size:
            style.font.size, form.line_spacing = Pt(size), Pt(size * _LEADING)
        if bold is not None:
            style.font.bold = bold
        if gothic or fixed:
            _font(style, FIXED if fixed else GOTHIC)
        if indent:
            form.left_indent, form.first_line_indent = Mm(indent), Mm(-hang)
            form.tab_stops.add_tab_stop(Mm(indent))
        if right:
            form.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if grey:
            style.font.color.rgb = RGBColor(0x40, 0x40, 0x40)
        form.keep_with_next = keep or None

    return make


def _character(bold: bool | None = None, size: float = 0, fixed: bool = False) -> Any:
    """What makes a character style; size in points, 0 for that of the paragraph."""

    def make(styles: Any, name: str) -> None:
        style = styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.font.bold = bold
        if size:
            style.font.size = Pt(size)
        _font(style, FIXED if fixed else GOTHIC)

    return make


def _framed(styles: Any, name: str) -> None:
    """A table with thin lines and a grey head."""
    style = styles.add_style(name, WD_STYLE_TYPE.TABLE)
    properties = OxmlElement("w:tblPr")
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    properties.append(parse_xml(f"<w:tblBorders {nsdecls('w')}>{sides}</w:tblBorders>"))
    margins = "".join(f'<w:{side} w:w="70" w:type="dxa"/>' for side in ("left", "right"))
    properties.append(parse_xml(f"<w:tblCellMar {nsdecls('w')}>{margins}</w:tblCellMar>"))
    style.element.append(properties)
    style.element.append(
        parse_xml(
            f'<w:tblStylePr {nsdecls("w")} w:type="firstRow"><w:tcPr>'
            '<w:shd w:val="clear" w:color="auto" w:fill="E7E6E6"/></w:tcPr></w:tblStylePr>'
        )
    )


_OWN: dict[str, Any] = {
    "pmark Lead": _paragraph(size=11, after=3),
    "pmark Note": _paragraph(size=9, after=4, grey=True),
    "pmark Bullet": _paragraph(indent=6, hang=5),
    "pmark Fact": _paragraph(indent=6, hang=6),
    "pmark Entry": _paragraph(before=6, after=2, keep=True),
    "pmark Item": _paragraph(before=4, after=2),
    "pmark Step": _paragraph(indent=12, hang=6, after=1),
    "pmark Beside": _paragraph(size=9.5, indent=6, hang=0, after=2),
    "pmark Head": _paragraph(size=9, after=0, bold=True, gothic=True),
    "pmark Head Right": _paragraph("pmark Head", after=0, right=True),
    "pmark Cell": _paragraph(size=9, after=0),
    "pmark Cell Right": _paragraph("pmark Cell", after=0, right=True),
    "pmark Total": _paragraph("pmark Cell", after=0, bold=True),
    "pmark Total Right": _paragraph("pmark Total", after=0, right=True),
    "pmark Bar": _paragraph("pmark Cell", size=8, after=0, fixed=True),
    "pmark Gap": _paragraph(size=4, after=0),
    "pmark Label": _character(False),
    "pmark Number": _character(True),
    "pmark Digest": _character(size=8.5, fixed=True),
    "pmark Table": _framed,
}
"""The report's own styles, in an order in which each comes after the one it is based on."""
