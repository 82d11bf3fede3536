"""Japanese text in a terminal: width in cells, where a line may break, and folding for search."""

from __future__ import annotations

from unicodedata import combining, east_asian_width, normalize

# Japanese line breaking (kinsoku, after JIS X 4051): what may not begin and what may not end a line.
_NOT_FIRST = frozenset(
    "、。，．・：；？！゛゜´ヽヾゝゞ々ー）］｝〕〉》」』】’”ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
    ",.:;?!)]}％‥…〜～"
)
_NOT_LAST = frozenset("（［｛〔〈《「『【‘“￥＄№([{")
_HIRAGANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}


def cell_width(text: str) -> int:
    """How many terminal cells `text` takes: wide and full-width two, combining marks none, else one."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(c) or c in "\u200b\ufe0f" else 2 if east_asian_width(c) in "WF" else 1
        for c in text
    )


def ambiguous(text: str) -> str:
    """The characters of `text` whose width a terminal may show as one cell or as two."""
    return "".join(c for c in dict.fromkeys(text) if not c.isascii() and east_asian_width(c) == "A")


def fold(text: str) -> str:
    """`text` as search compares it: NFKC, lower case, katakana as hiragana, no spaces."""
    return "".join(normalize("NFKC", text).lower().translate(_HIRAGANA).split())


def clip(text: str, cells: int) -> str:
    """`text` cut to at most `cells` cells; a cut is shown by two dots where they fit."""
    if cell_width(text) <= cells:
        return text
    kept, used = [], 0
    for c in text:
        width = cell_width(c)
        if used + width > cells - 2:
            break
        kept.append(c)
        used += width
    return "".join(kept) + ".." if cells >= 2 else ""


def pad(text: str, cells: int) -> str:
    """`text` filled with spaces to `cells` cells; never cut."""
    return text + " " * max(0, cells - cell_width(text))


def break_offsets(text: str, width: int) -> list[int]:
    """Where to break one line of `text` so that each part fits `width` cells.

    Breaks at spaces and between Japanese characters, never inside a run of letters and digits that
    fits a line, never before closing marks or small kana, never after opening brackets.
    """
    offsets: list[int] = []
    if width < 2 or cell_width(text) <= width:
        return offsets
    start, used, last_break = 0, 0, 0
    index = 0
    while index < len(text):
        if index > start and _may_break(text, index):
            last_break = index
        used += cell_width(text[index])
        if used > width and text[index] != " ":
            cut = last_break if last_break > start else max(index, start + 1)
            offsets.append(cut)
            start = cut
            while start < len(text) and text[start] == " ":
                start += 1
            used, index, last_break = 0, start, start
            continue
        index += 1
    return offsets


def flow(parts: list[str], width: int, gap: str = "  ") -> list[str]:
    """Parts that are never broken, as many to a line of `width` cells as fit."""
    lines: list[str] = []
    for part in parts:
        if lines and cell_width(lines[-1]) + len(gap) + cell_width(part) <= width:
            lines[-1] += gap + part
        else:
            lines.append(part)
    return lines


def wrap(text: str, width: int) -> list[str]:
    """`text` as lines of at most `width` cells, broken where Japanese may break."""
    lines: list[str] = []
    for line in text.split("\n"):
        start = 0
        for offset in break_offsets(line, width):
            lines.append(line[start:offset].strip(" ") if start else line[start:offset].rstrip(" "))
            start = offset
        lines.append(line[start:].lstrip(" ") if start else line)
    return lines


def _word(character: str) -> bool:
    return character.isascii() and not character.isspace()


def _may_break(text: str, index: int) -> bool:
    """Whether a line may end just before text[index]."""
    before, after = text[index - 1], text[index]
    if after == " " or "\u00a0" in (before, after):
        return False
    if before == " ":
        return after.isascii() or after not in _NOT_FIRST
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    if combining(after):
        return False
    return not (_word(before) and _word(after))
