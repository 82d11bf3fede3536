"""What every screen has: a line at the top, a bar of keys at the foot, and words in the user's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static

from pmark_tui.domain.text import cell_width, clip
from pmark_tui.texts import text
from pmark_tui.texts.keys import KEYS
from pmark_tui.texts.screens import SCREENS
from pmark_tui.tui.keys import Key

if TYPE_CHECKING:
    from pmark_tui.session import Session
    from pmark_tui.tui.app import PmarkApp

NARROW = 60
"""Cells of width below which bars are left out, and the top line begins with where one is: its end is cut."""


class KeyBar(Static):
    """The keys that work here, as many as fit; the one for help, which names all, always does.

    `here` is the label of the key that leads to this very screen: it would say nothing.
    """

    def __init__(self, keys: tuple[Key, ...], lang: str, here: str) -> None:
        super().__init__(id="keybar")
        self._keys = keys
        self._lang = lang
        self._here = here

    def show(self, keys: tuple[Key, ...]) -> None:
        """Name other keys: those that work now."""
        if keys != self._keys:
            self._keys = keys
            self.on_resize()

    def on_mount(self) -> None:
        """Draw once the width is known."""
        self.on_resize()

    def on_resize(self) -> None:
        """Show what fits; the rest is in the help."""
        parts: list[Content] = []
        room = self.size.width
        named = (key for key in self._keys if key.bar and key.label != self._here)
        for key in sorted(named, key=lambda k: k.label != "help"):
            label = text(KEYS, key.label, self._lang)
            room -= cell_width(key.shown) + 1 + cell_width(label)
            if room < 0:
                break
            parts.append(Content.assemble((key.shown, "$accent bold"), f" {label}  "))
            room -= 2
        self.update(Content.assemble(*parts))


class TwoEnds(Static):
    """A line with words at both ends; the top line says where one is, and what was saved when."""

    def __init__(self, name: str) -> None:
        super().__init__(id=name)
        self._left = ""
        self._right = ""

    def show(self, left: str, right: str) -> None:
        """Set both ends; the left one is cut where there is no room."""
        if (left, right) != (self._left, self._right):
            self._left, self._right = left, right
            self.on_resize()

    def on_resize(self) -> None:
        """Fit both ends into the width."""
        room = self.size.width - cell_width(self._right) - 2
        left = clip(self._left, max(room, 0))
        gap = max(self.size.width - cell_width(left) - cell_width(self._right), 1)
        self.update(Content(f"{left}{' ' * gap}{self._right}"), layout=False)


if TYPE_CHECKING:
    _Screen = Screen[Any]
else:  # Textual takes the styles of the first base that is one of its own
    _Screen = object


class Speaking(_Screen):
    """What screens and dialogs share: the app as what it is, and words in the language shown."""

    HORIZONTAL_BREAKPOINTS = [
        (0, "-narrow"),
        (80, "-normal"),
        (116, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [
        (0, "-low"),
        (20, "-high"),
        (32, "-tall"),
    ]

    async def on_event(self, event: events.Event) -> None:
        """Where the app ends while this comes up, its widgets never come: there is nothing to fill."""
        if not isinstance(event, events.Mount) or (self.app.is_running and self.is_attached):
            await super().on_event(event)

    @property
    def pmark(self) -> PmarkApp:
        """The app, as what it is."""
        return cast("PmarkApp", self.app)

    @property
    def lang(self) -> str:
        """The language shown."""
        return self.pmark.lang

    opened: Session | None = None
    """The client that was open when this came up."""

    @property
    def session(self) -> Session:
        """The client this is about: what comes late to a screen being left is not for the next one."""
        if self.opened is None:
            self.opened = self.pmark.session
        assert self.opened is not None
        return self.opened

    def t(self, key: str, **values: object) -> str:
        """A sentence of `texts.screens` in the language shown."""
        return text(SCREENS, key, self.lang, **values)


class PmarkScreen(Speaking, Screen[None]):
    """A full screen of pmark. `KEYS` is its table of keys, `name_key` its name in `texts.screens`."""

    KEYS: ClassVar[tuple[Key, ...]] = ()
    name_key: ClassVar[str] = ""
    above: ClassVar[str] = "interview"
    """The screen that this one belongs to, where Esc leads."""
    kept: ClassVar[tuple[str, ...]] = ()
    """Attributes that stay when the screen is shown anew in the other language."""

    def __init__(self) -> None:
        super().__init__()
        self._old_lines: dict[str | None, str] = {}
        self._old_cursors: dict[str | None, int | None] = {}
        self._old_focus: str | None = None
        self._extra = ""

    def compose(self) -> ComposeResult:
        """The top line, the screen's own body, the key bar."""
        yield TwoEnds("topline")
        yield from self.body()
        yield KeyBar(self.keys_now, self.lang, self.name_key.removeprefix("title_"))

    @property
    def keys_now(self) -> tuple[Key, ...]:
        """The keys that do something as the screen stands."""
        return self.KEYS

    def body(self) -> ComposeResult:
        """What stands between top line and key bar."""
        raise NotImplementedError

    def unsaved(self) -> bool:
        """Whether something written into a line here is nowhere else."""
        return False

    def be_like(self, other: PmarkScreen) -> None:
        """Take over what was chosen and written on the same screen in the other language."""
        for name in self.kept:
            setattr(self, name, getattr(other, name))
        self._old_lines = {line.id: line.value for line in other.query(Input) if other.unsaved()}
        self._old_cursors = {rows.id: rows.highlighted for rows in other.query(OptionList)}
        self._old_focus = other.focused.id if other.focused is not None else None

    def on_mount(self) -> None:
        """Put back what was taken over. Textual runs the subclass's own first, then this."""
        for line in self.query(Input):
            line.value = self._old_lines.get(line.id, line.value)
        for rows in self.query(OptionList):
            rows.highlighted = self._old_cursors.get(rows.id, rows.highlighted)
        if self._old_focus is not None:
            self.query_one(f"#{self._old_focus}").focus()

    def on_resize(self) -> None:
        """The top line begins otherwise where there is little room."""
        PmarkScreen.show_top(self, self._extra)

    def action_go(self, name: str) -> None:
        """Go to another screen."""
        self.pmark.action_go(name)

    def show_top(self, extra: str = "") -> None:
        """Refresh the top line."""
        self._extra = extra
        client = self.pmark.session.client.profile.name if self.pmark.session else ""
        parts = ["pmark", client, self.t(self.name_key), extra]
        if self.app.size.width < NARROW:
            parts = [extra, client, self.t(self.name_key)]
        for line in self.query("#topline").results(
            TwoEnds
        ):  # none on a screen that is just being left
            line.show("  ".join(p for p in parts if p), self.pmark.saved)
