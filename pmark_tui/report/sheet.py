"""The blank interview sheet: what stands on it, and the same as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pmark_tui.domain.asking import asked, in_order_of_people
from pmark_tui.domain.client import Client
from pmark_tui.domain.keying import sheet_numbers
from pmark_tui.domain.pack import Pack, Question
from pmark_tui.domain.plain import plain
from pmark_tui.domain.values import frozen
from pmark_tui.domain.visits import walk_round
from pmark_tui.report.markup import inline
from pmark_tui.texts import text
from pmark_tui.texts.visits import VISITS

OPEN_BOX, NO_BOX = "[ ]", "[-]"
LINE = "_" * 50


@frozen
class Box:
    """One answer to tick: its letter for keying in, its words, whether the question takes it."""

    letter: str
    label: str
    allowed: bool


@frozen
class Item:
    """One question on paper."""

    number: int
    id: str
    text: str
    boxes: tuple[Box, ...]


@frozen
class Group:
    """The questions to one person, or at one place."""

    title: str
    items: tuple[Item, ...]


@frozen
class Sheet:
    """A sheet, all of it ready to be shown; `blanks` are labels with a line to write on."""

    title: str
    about: str
    blanks: tuple[str, ...]
    notes: tuple[str, ...]
    note_label: str
    groups: tuple[Group, ...]


def build(
    pack: Pack, client: Client | None, lang: str, quick: bool = False, places: bool = False
) -> Sheet:
    """The sheet of a client, or of the whole pack.

    Args:
        pack: the pack.
        client: whose profile decides what is asked; None: everything is.
        lang: ja or en.
        quick: only the questions of the quick pass.
        places: only what is seen on the walk-round, grouped by place instead of by person.
    """

    def t(key: str, **values: object) -> str:
        return text(VISITS, key, lang, **values)

    if client is None:
        questions = in_order_of_people(pack, (q for q in pack.questions if q.quick or not quick))
    else:
        questions = asked(pack, client.profile, quick)
    if places:
        found = [(s.place.title.of(lang), s.questions) for s in walk_round(pack, client, quick)]
    else:
        each = ((p, tuple(q for q in questions if q.ask == p.id)) for p in pack.people)
        found = [(person.title.of(lang), mine) for person, mine in each if mine]
    numbers = sheet_numbers(pack)
    groups = tuple(Group(title, _items(pack, qs, numbers, lang)) for title, qs in found)
    title = t("walk_title" if places else "sheet_title")
    blanks = [t("sheet_date"), t("sheet_by"), t("sheet_said_by")]
    if client is None:
        blanks.insert(0, t("sheet_name"))
    else:
        title = t("sheet_of", title=title, name=plain(client.profile.name))
    about = t(
        "sheet_pack",
        title=pack.title.of(lang),
        id=pack.id,
        version=pack.version,
        walk=t("pass_quick" if quick else "pass_full"),
        count=sum(len(group.items) for group in groups),
    )
    keys = t("sheet_keys", version=pack.version, example=_example(groups))
    notes = (t("sheet_how"), keys, t("sheet_numbers"), t("sheet_notice"))
    return Sheet(title, about, tuple(blanks), notes, t("sheet_note"), groups)


def _items(
    pack: Pack, questions: Sequence[Question], numbers: dict[str, int], lang: str
) -> tuple[Item, ...]:
    return tuple(
        Item(
            number=numbers[question.id],
            id=question.id,
            text=question.text.of(lang),
            boxes=tuple(
                Box(kind.letter, kind.label.of(lang), kind.counts or question.may_be_na)
                for kind in pack.answers
            ),
        )
        for question in questions
    )


def _example(groups: Sequence[Group]) -> str:
    """Keys for the first questions of this sheet, one answer after the other."""
    items = [item for group in groups for item in group.items][:3]
    return " ".join(
        f"{item.number}{item.boxes[place % len(item.boxes)].letter}"
        for place, item in enumerate(items)
    )


def markdown(sheet: Sheet, lang: str) -> str:
    """The sheet as Markdown that reads well as it is; in a viewer each question is a paragraph."""
    colon = text(VISITS, "colon", lang)
    return "\n".join(_lines(sheet, colon))


def _lines(sheet: Sheet, colon: str) -> Iterator[str]:
    yield f"# {inline(sheet.title)}"
    yield f"\n{inline(sheet.about)}\n"
    yield from (f"- {label}{colon}{LINE}" for label in sheet.blanks)
    yield ""
    yield from (f"- {note}" for note in sheet.notes)
    for group in sheet.groups:
        yield f"\n## {inline(group.title)}"
        for item in group.items:
            boxes = (
                f"{OPEN_BOX if b.allowed else NO_BOX} {b.letter} {b.label}" for b in item.boxes
            )
            yield f"\n**{item.number}** ({inline(item.id)}) {inline(item.text)}  "
            yield f"{'   '.join(boxes)}  "
            yield f"{sheet.note_label}{colon}{LINE}"
    yield ""
