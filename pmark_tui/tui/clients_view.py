"""What the list of clients shows, in lines, and in which order."""

from __future__ import annotations

import os
from datetime import date

from pmark_tui.domain.pack import Pack
from pmark_tui.domain.scoring import BLOCKED, READY
from pmark_tui.domain.summary import Due, Summary
from pmark_tui.domain.text import clip, flow, fold, pad
from pmark_tui.store.client_file import SUFFIX
from pmark_tui.store.portfolio import Row
from pmark_tui.texts import text
from pmark_tui.texts.figures import percent
from pmark_tui.texts.portfolio import PORTFOLIO
from pmark_tui.texts.screens import SCREENS

ORDERS = ("name", "due", "touched", "answered", "blocked")
"""How the list may be sorted; what cannot be read stands last but in the order of the file names."""
COLUMNS = (("answered", 8), ("blocked", 8), ("ready", 9), ("due", 15), ("touched", 10))
"""What stands beside the name, with its width in cells. The last ones give way where there is no room."""
NAME_CELLS = 16
"""So much of the name must be seen before another column is."""


def head_line(width: int, order: str, lang: str) -> str:
    """The names of the columns; the one that the list is sorted by is marked."""

    def name(column: str) -> str:
        title = text(SCREENS, f"clients_{column}", lang)
        return f"*{title}" if column == order else title

    return _line(name("name"), {column: name(column) for column, _ in COLUMNS}, width)


def row_line(name: str, row: Row | None, width: int, lang: str) -> str:
    """One client; a file that is not read yet is its name alone."""
    stem = name.removesuffix(SUFFIX)
    if row is None:
        return stem
    if row.summary is None:
        why = row.error.message(lang) if row.error else ""
        return f"{_name_cell(stem, width)} {text(SCREENS, 'clients_broken', lang, why=why)}"
    summary = row.summary
    cells = {
        "answered": f"{summary.answered}/{summary.asked}",
        "blocked": str(summary.blocked or "-"),
        "ready": str(summary.ready or "-"),
        "due": _due_cell(summary, lang),
        "touched": f"{row.touched:%Y-%m-%d}" if row.touched else "-",
    }
    return _line(summary.name or stem, cells, width)


def _due_cell(summary: Summary, lang: str) -> str:
    if summary.overdue:
        return f"{summary.overdue[0].on} {text(SCREENS, 'clients_late', lang)}"
    return str(summary.next.on) if summary.next else "-"


def _columns(width: int) -> list[tuple[str, int]]:
    """The columns for which there is room."""
    shown, room = [], width - NAME_CELLS
    for column, cells in COLUMNS:
        room -= cells + 1
        if room < 0:
            break
        shown.append((column, cells))
    return shown


def _name_cell(name: str, width: int) -> str:
    cells = width - sum(cells + 1 for _, cells in _columns(width))
    return pad(clip(name, cells), cells)


def _line(name: str, held: dict[str, str], width: int) -> str:
    shown = (pad(clip(held[column], cells), cells) for column, cells in _columns(width))
    return " ".join([_name_cell(name, width), *shown]).rstrip()


def about(row: Row, pack: Pack | None, width: int, lang: str) -> list[str]:
    """The highlighted client: what is due, each step, its file; or why it cannot be read."""
    if row.summary is None:
        why = row.error.message(lang) if row.error else ""
        return [text(SCREENS, "clients_broken", lang, why=why)]
    summary = row.summary
    first = [summary.name, text(SCREENS, f"kind_{summary.kind}", lang)]
    file = os.path.basename(row.path).removesuffix(SUFFIX)
    if file != summary.name:
        first.append(f"{file}{SUFFIX}")
    marks = [
        text(SCREENS, "clients_mark", lang, name=text(SCREENS, mark, lang), count=count)
        for mark, count in (("flagged", summary.flagged), ("parked", summary.parked))
        if count
    ]
    dues = []
    if summary.overdue:
        oldest = due_text(summary.overdue[0], lang)
        dues.append(text(PORTFOLIO, "overdue", lang, count=len(summary.overdue), due=oldest))
    if summary.next:
        dues.append(text(PORTFOLIO, "next", lang, due=due_text(summary.next, lang)))
    steps = flow(_steps(summary, pack, lang), width) if pack else []
    return [*flow([*first, *dues, *marks], width), *steps]


def due_text(due: Due, lang: str) -> str:
    """A day that matters, and what it is the day for."""
    return text(PORTFOLIO, f"due_{due.kind}", lang, on=due.on, subject=due.subject).rstrip()


def _steps(summary: Summary, pack: Pack, lang: str) -> list[str]:
    parts = []
    for step in summary.steps:
        low, high = percent(step.low), percent(step.high)
        range_ = high if low == high else f"{low.removesuffix('%')}-{high}"
        said = step.status in (BLOCKED, READY)
        status = f" {text(SCREENS, f'status_{step.status}', lang)}" if said else ""
        title = pack.step[step.id].title.of(lang) if step.id in pack.step else step.id
        parts.append(f"{clip(title, 22)} {range_}{status}")
    return parts


def chosen(names: list[str], rows: dict[str, Row], words: str, order: str) -> list[str]:
    """The names of the files whose client or file name holds these words, in order."""
    wanted = fold(words)
    found = [name for name in names if wanted in fold(_called(name, rows.get(name)))]
    found.sort(key=lambda name: fold(name.removesuffix(SUFFIX)))
    return sorted(found, key=lambda name: _rank(rows.get(name), order))


def _called(name: str, row: Row | None) -> str:
    title = row.summary.name if row and row.summary else ""
    return f"{title}\n{name.removesuffix(SUFFIX)}"


def _rank(row: Row | None, order: str) -> tuple[bool, float]:
    """Where a client stands in an order: the soonest day, the newest file, the furthest first."""
    if order == "name":
        return False, 0.0
    summary = row.summary if row else None
    if row is None or summary is None:
        return True, 0.0
    match order:
        case "due":
            first = summary.due[0].on if summary.due else date.max
            return False, first.toordinal()
        case "touched":
            return False, -row.touched.timestamp() if row.touched else 0.0
        case "answered":
            return False, -summary.answered / max(summary.asked, 1)
    return False, -summary.blocked
