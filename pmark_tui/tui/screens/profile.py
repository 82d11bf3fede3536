"""What the organisation is, and at once what each entry changes: size, fees, questions."""

from __future__ import annotations

from datetime import date
from typing import ClassVar, cast
from unicodedata import normalize

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Grid, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, OptionList

from pmark_tui.domain.amounts import parse_amount
from pmark_tui.domain.client import KINDS, Client, Kind, Profile
from pmark_tui.domain.days import parse_day
from pmark_tui.domain.pack import Pack
from pmark_tui.errors import PmarkError
from pmark_tui.session import Session
from pmark_tui.store import client_file, folder, packs
from pmark_tui.store.scheme import size_rules
from pmark_tui.tui import profile_view
from pmark_tui.tui.keys import PROFILE, Key, bindings
from pmark_tui.tui.screens.base import PmarkScreen
from pmark_tui.tui.screens.fields import Fields
from pmark_tui.tui.widgets.choices import Choices, FieldChoices
from pmark_tui.tui.widgets.japanese import LineInput, TextBlock

MAX_WORKERS = 10_000_000
MAX_CAPITAL = 10**15
PEOPLE = ("head", "privacy_manager", "audit_manager")
"""Who holds the posts: names, so that one person in two of them is noticed."""


class ProfileScreen(Fields, PmarkScreen):
    """A form. For an open client every valid entry is saved; a new one starts when it is complete."""

    KEYS: ClassVar[tuple[Key, ...]] = PROFILE
    BINDINGS: ClassVar[list[BindingType]] = bindings(KEYS)
    name_key = "title_profile"
    kept = ("_industry", "_kind", "_flags")

    def __init__(self) -> None:
        super().__init__()
        self._profile: Profile | None = None
        self._before: Profile | None = None
        self._industry = ""
        self._kind: str = "new"
        self._flags: tuple[str, ...] = ()

    @property
    def pack(self) -> Pack:
        """The open client's pack, else the default one."""
        return self.pmark.session.pack if self.pmark.session else packs.load()

    def body(self) -> ComposeResult:
        """The form, and what it changes."""
        with Container(id="profile"):
            with VerticalScroll(id="form", can_focus=False):
                with Grid(classes="field"):
                    yield Label(self.t("profile_name"), markup=False)
                    yield LineInput(id="name")
                yield Label(self.t("profile_industry"), markup=False)
                yield FieldChoices(self.action_move, id="industry")
                with Grid(classes="field"):
                    yield Label(self.t("profile_workers"), markup=False)
                    yield LineInput(id="workers", placeholder=self.t("profile_workers_hint"))
                    yield Label(self.t("profile_capital"), markup=False)
                    yield LineInput(id="capital", placeholder=self.t("profile_capital_hint"))
                yield Label(self.t("profile_kind"), markup=False)
                yield FieldChoices(self.action_move, id="kind")
                with Grid(classes="field"):
                    yield Label(self.t("profile_expires"), markup=False)
                    yield LineInput(id="expires", placeholder=self.t("profile_date_hint"))
                    yield Label(self.t("profile_target"), markup=False)
                    yield LineInput(id="target", placeholder=self.t("profile_date_hint"))
                    for person in PEOPLE:
                        yield Label(self.t(f"profile_{person}"), markup=False)
                        yield LineInput(id=person)
                yield Label(self.t("profile_flags"), markup=False)
                yield FieldChoices(self.action_move, id="flags")
            yield TextBlock(id="effect")

    def on_mount(self) -> None:
        """Fill the form with what is known."""
        if self.pmark.session is not None:
            profile = self.session.client.profile
            self._industry, self._kind, self._flags = profile.industry, profile.kind, profile.flags
            with self.prevent(Input.Changed):
                self._line("name").value = profile.name
                self._line("workers").value = str(profile.workers)
                capital = profile.capital
                self._line("capital").value = (
                    self.t("profile_none") if capital is None else f"{capital:,}"
                )
                self._line("expires").value = str(profile.expires or "")
                self._line("target").value = str(profile.target or "")
                for person in PEOPLE:
                    self._line(person).value = getattr(profile, person)
        self._show_lists()
        self._take_all()
        self._line("name").focus()

    def _line(self, name: str) -> LineInput:
        return self.query_one(f"#{name}", LineInput)

    def _show_lists(self) -> None:
        industries = size_rules().industries.values()
        self._show_list(
            "industry", [(i.id, i.title.of(self.lang)) for i in industries], (self._industry,)
        )
        self._show_list("kind", [(k, self.t(f"kind_{k}")) for k in KINDS], (self._kind,))
        like = Profile("", self._industry, 0, None, cast("Kind", self._kind), self._flags)
        flags = [
            (
                f.id,
                f"{f.text.of(self.lang)}{profile_view.flag_effect(self.pack, like, f.id, self.lang)}"
                f"\n        {f.example.of(self.lang)}",
            )
            for f in self.pack.flags
        ]
        self._show_list("flags", flags, self._flags, "[x]", "[ ]")

    def _show_list(
        self,
        name: str,
        entries: list[tuple[str, str]],
        chosen: tuple[str, ...],
        on: str = "(x)",
        off: str = "( )",
    ) -> None:
        rows: list[tuple[str, str | Content, bool]] = [
            (key, f"{on if key in chosen else off} {label}", True) for key, label in entries
        ]
        self.query_one(f"#{name}", Choices).show(rows)

    def unsaved(self) -> bool:
        """A form of a new client, or with an entry that is not sound, is nowhere else."""
        return self.pmark.session is None or self._profile is None

    # --- entries ---------------------------------------------------------------------------

    def on_descendant_focus(self) -> None:
        """What an entry changes is told against how things stood when one came to it."""
        self._before = self._profile

    def action_official_fee(self) -> None:
        """Enter the official figures, where they are known."""
        from pmark_tui.tui.screens.official_fee import ask

        if self.pmark.session is None:
            self.pmark.tell(self.t("official_later"))
        else:
            ask(self, self._take_all)

    def on_input_changed(self) -> None:
        """Work out at once what the entry changes."""
        self._take_all()

    def action_next_field(self) -> None:
        """Enter in a line: on to the next entry, at once.

        It goes ahead of the line itself: what is typed next belongs to the next entry, also where
        somebody types faster than the screen follows.
        """
        self.focus_next()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a list Enter chooses, after the arrows before it."""
        if action == "next_field" and isinstance(self.focused, Choices):
            return False
        return super().check_action(action, parameters)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter, or a click."""
        self._choose(str(event.option_list.id), str(event.option.id))

    def _choose(self, entry: str, key: str) -> None:
        """Choose a trade or a kind and go on; a flag is switched and one stays."""
        match entry:
            case "industry":
                self._industry = key
            case "kind":
                self._kind = key
            case _:
                flags = {*self._flags} ^ {key}
                self._flags = tuple(f.id for f in self.pack.flags if f.id in flags)
        self._show_lists()
        self._take_all()
        if entry != "flags":
            self.focus_next()

    def _take_all(self) -> None:
        """Read the form; save it where a client is open; show what it changes or what is wrong."""
        profile, troubles = self._read()
        self._profile = profile
        lines = [Content.styled(trouble, "$text-warning") for trouble in troubles]
        if profile is not None:
            if self.pmark.session is not None and profile != self.session.client.profile:
                self.session.set_profile(profile)
            on = self.pmark.now().date()
            official = self.session.client.official_fees if self.pmark.session else ()
            lines += profile_view.effect(self.pack, profile, self.lang, on, official, self._before)
        if self.pmark.session is None and profile is not None:
            key = "profile_create" if self._flags else "profile_create_flags"
            lines.append(Content.styled(self.t(key), "bold $accent"))
        elif self.pmark.session is not None:
            lines.append(Content(self.t("profile_file", path=self.session.file.path)))
        self.query_one("#effect", TextBlock).show(Content("\n").join(lines))
        self.show_top()

    def _read(self) -> tuple[Profile | None, list[str]]:
        """The profile the form describes, or what is still missing or wrong."""
        troubles: list[str] = []
        missing: list[str] = []
        name = normalize("NFC", self._line("name").value).strip()
        if not name:
            missing.append(self.t("profile_name"))
        if not self._industry:
            missing.append(self.t("profile_industry"))
        workers = self._number("workers", MAX_WORKERS, troubles, missing)
        none = self._line("capital").value.strip().lower() in ("なし", "無し", "none")
        capital = None if none else self._number("capital", MAX_CAPITAL, troubles, missing)
        expires = self._date("expires", troubles)
        target = self._date("target", troubles)
        if missing:
            fields = self.t("separator").join(missing)
            troubles.insert(0, self.t("profile_missing", fields=fields))
        if troubles or workers is None:
            return None, troubles
        people = {p: normalize("NFC", self._line(p).value).strip() for p in PEOPLE}
        profile = Profile(
            name,
            self._industry,
            workers,
            capital,
            cast("Kind", self._kind),
            self._flags,
            expires,
            target,
            **people,
        )
        return profile, []

    def _number(self, name: str, limit: int, troubles: list[str], missing: list[str]) -> int | None:
        written = self._line(name).value.strip()
        label = self.t(f"profile_{name}")
        if not written:
            missing.append(label)
            return None
        number = parse_amount(written)
        if number is None:
            troubles.append(self.t("profile_bad_number", field=label))
        elif number > limit:
            troubles.append(self.t("profile_too_large", field=label))
        return number

    def _date(self, name: str, troubles: list[str]) -> date | None:
        try:
            return parse_day(self._line(name).value)
        except ValueError:
            troubles.append(self.t("day_bad", field=self.t(f"profile_{name}")))
            return None

    # --- starting a client -------------------------------------------------------------------

    def action_go(self, name: str) -> None:
        """Leave the form; a complete new client is started on the way to anything but the list."""
        starts = self.pmark.session is None and name in ("interview", "results", "report")
        if starts and not self._start():
            return
        self.pmark.action_go(name)

    def _start(self) -> bool:
        if self._profile is None:
            self.pmark.tell(self.query_one("#effect", TextBlock).plain.split("\n")[0])
            return False
        pack = self.pack
        client = Client(self._profile, pack.id, pack.version, self.pmark.now().date(), quick=True)
        path = folder.new_path(self.pmark.folder, self._profile.name)
        try:
            client_file.create(path, client)
            session = Session.open(path, self.pmark.now)
        except PmarkError as error:
            self.pmark.tell(error.message(self.lang), "error")
            return False
        self.pmark.take(session)
        return True
