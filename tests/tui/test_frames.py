"""Frames: what each screen looks like, as text, in both languages and at two sizes.

A frame is compared with the stored one. `PMARK_FRAMES=update` stores what is shown; every scene
also asserts something about the app, so that the picture of a crash is never stored.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime
from unicodedata import east_asian_width

import pytest
from textual.widgets import Input

from pmark_tui.domain.client import DataSet
from pmark_tui.domain.incident_record import Done, IncidentRecord
from pmark_tui.domain.text import ambiguous, cell_width
from pmark_tui.store import client_file, incident_file
from tests.tui.screen_driver import Screen, answered, new_client, opened, write

HERE = os.path.dirname(os.path.abspath(__file__))
NAMES = {"ja": "さくら事務所", "en": "Sakura Office"}
Scene = Callable[[Screen], Awaitable[None]]
SCENES: dict[str, tuple[Callable[[str], str], Scene]] = {}


def scene(name: str, start: Callable[[str], str]) -> Callable[[Scene], Scene]:
    """Register how a frame comes about: what lies on the disk, then which keys are pressed."""

    def register(drive: Scene) -> Scene:
        SCENES[name] = (start, drive)
        return drive

    return register


# --- what lies on the disk ------------------------------------------------------------------


def nothing(lang: str) -> str:
    """An empty folder."""
    return "clients"


def some(lang: str) -> str:
    """A folder with a fresh client, an answered one and a broken file."""
    write(new_client(NAMES[lang]), "clients")
    other = {"ja": "みどり商店", "en": "Midori Shop"}[lang]
    write(answered(new_client(other, industry="retail")), "clients", datetime(2026, 11, 22, 18, 5))
    with open("clients/broken.pmark.toml", "w") as stream:
        stream.write('format = "pmark-client/1"\nprofile = \n')
    return "clients"


def fresh(lang: str) -> str:
    """A client without an answer."""
    return write(new_client(NAMES[lang]))


def filled(lang: str) -> str:
    """A client after a first talk."""
    return write(answered(new_client(NAMES[lang], flags=("my-number", "cloud"))))


def twice(lang: str) -> str:
    """A client that was saved twice since it was made, on days that are past."""
    path = filled(lang)
    for day, change in ((21, {"workers": 13}), (22, {"workers": 14})):
        file = client_file.read(path)
        profile = replace(file.client.profile, **change)
        client_file.save(file, file.client.changed(profile=profile))
        at = datetime(2026, 11, day, 18, 5).timestamp()
        os.utime(path, (at, at))
    return path


def held(lang: str) -> str:
    """A client that another program, on another computer, has open."""
    path = fresh(lang)
    os.mkdir(".pmark")
    with open(f".pmark/{NAMES[lang]}.lock", "w") as stream:
        stream.write("pmark answer\n1234\n2026-11-23 09:58:12\n00000000\n")
    return path


# --- scenes -----------------------------------------------------------------------------------


@scene("clients-empty", nothing)
async def clients_empty(s: Screen) -> None:
    assert s.name == "ClientsScreen"


@scene("clients", some)
async def clients(s: Screen) -> None:
    await s.until(lambda: "2026-11-20" in s.frame and "TOML" in s.frame)
    assert len(s.widget("clients").keys) == 3
    await s.until(lambda: "3" in s.frame.splitlines()[0].split())
    await s.press("down")


@scene("clients-broken", some)
async def clients_broken(s: Screen) -> None:
    await s.until(lambda: all(mark in s.frame for mark in ("2026-11-20", "TOML")))
    assert s.widget("clients").at == "broken.pmark.toml"


@scene("clients-filter", some)
async def clients_filter(s: Screen) -> None:
    await s.until(lambda: all(mark in s.frame for mark in ("2026-11-20", "TOML")))
    await s.press("f7", "f6")
    s.widget("filter").cursor_blink = False
    await s.type({"ja": "みどり", "en": "midori"}[s.app.lang])
    assert len(s.widget("clients").keys) == 1


@scene("profile-new", nothing)
async def profile_new(s: Screen) -> None:
    await s.press("n")
    assert s.name == "ProfileScreen"
    assert s.focus == "name"


@scene("profile", filled)
async def profile(s: Screen) -> None:
    await s.press("f2")
    assert s.widget("workers").value == "12"


@scene("profile-wrong", filled)
async def profile_wrong(s: Screen) -> None:
    await s.press("f2", "tab", "tab", "end")
    await s.type("x")
    assert s.client.profile.workers == 12


@scene("interview", fresh)
async def interview(s: Screen) -> None:
    assert s.question == "E.2-1"


@scene("interview-answered", filled)
async def interview_answered(s: Screen) -> None:
    assert s.question == "J.2.2-1"
    assert s.client.answer("J.2.2-1").value == "partial"


@scene("interview-guide", filled)
async def interview_guide(s: Screen) -> None:
    await s.press("g")
    assert s.app.screen.has_class("-guide")


@scene("results", filled)
async def results(s: Screen) -> None:
    await s.press("f4", "down", "down")
    assert s.name == "ResultsScreen"
    assert s.widget("steps-list").highlighted == 2


@scene("explain", filled)
async def explain(s: Screen) -> None:
    await s.press("f4", "e")
    assert s.name == "ExplainScreen"


@scene("report", filled)
async def report(s: Screen) -> None:
    await s.press("f5")
    assert s.name == "ReportScreen"


@scene("report-fees", filled)
async def report_fees(s: Screen) -> None:
    await s.press("f5", "right", "right", "right", "right")
    assert s.app.screen.page == "money"


@scene("what-if", filled)
async def what_if(s: Screen) -> None:
    await s.press("f4", "f7", "f6")
    assert s.name == "WhatIfScreen"
    assert s.client.answer("J.2.2-1").value == "partial"


@scene("history", filled)
async def history(s: Screen) -> None:
    await s.press("f4", "f8")
    assert s.name == "HistoryScreen"


@scene("restore", twice)
async def restore(s: Screen) -> None:
    await s.press("f4", "f8", "f7")
    assert s.name == "ChooseScreen"
    assert s.widget("entries").option_count == 2


@scene("read-only", held)
async def read_only(s: Screen) -> None:
    assert s.app.session.read_only is not None
    await s.until(lambda: "pmark answer" in s.frame)
    s.app.clear_notifications()  # it would be gone in a few seconds anyway
    await s.until(lambda: "pmark answer" not in s.frame)


@scene("incident", nothing)
async def incident(s: Screen) -> None:
    await s.press("f12")
    assert s.name == "IncidentScreen"


@scene("incident-figures", nothing)
async def incident_figures(s: Screen) -> None:
    await s.press("f12", "right", "right")
    assert s.app.screen.page == "figures"


@scene("findings", filled)
async def findings(s: Screen) -> None:
    await s.press("f4", "f", "n", *"9.2")
    await s.press("enter")
    await s.type(
        {"ja": "来訪者記録に日付の抜けがある。", "en": "Dates are missing in the visitors' book."}[
            s.app.lang
        ]
    )
    await s.press("ctrl+s")
    assert len(s.client.findings) == 1


@scene("finding", filled)
async def finding(s: Screen) -> None:
    await s.press("f4", "f", "n")
    s.widget("clause").cursor_blink = False
    assert s.widget("found_on").value == "2026-11-23"


@scene("official-fee", filled)
async def official_fee(s: Screen) -> None:
    await s.press("f4", "y")
    s.widget("application").cursor_blink = False
    assert s.name == "OfficialFeeScreen"


@scene("incident-causes", filled)
async def incident_causes(s: Screen) -> None:
    await s.press("f12", "f9")
    assert s.client.incident_profile == "deck-2004"


def holding(lang: str) -> str:
    """A client with two data sets, one of them with a kind that still needs a level."""
    names = {"ja": ("通販の会員", "従業者"), "en": ("Mail-order members", "Employees")}[lang]
    sets = (
        DataSet(7316, ("name", "address", "card_and_expiry"), name=names[0]),
        DataSet(12, ("name", "my_number"), name=names[1]),
    )
    return write(answered(new_client(NAMES[lang])).changed(data_sets=sets))


@scene("exposure", holding)
async def exposure(s: Screen) -> None:
    await s.press("f12", "e")
    assert "570,648,000" in s.frame


@scene("data-set", holding)
async def data_set(s: Screen) -> None:
    await s.press("f12", "e", "enter")
    for line in s.app.screen.query(Input):
        line.cursor_blink = False
    assert s.name == "DataSetScreen"


@scene("data-set-level", holding)
async def data_set_level(s: Screen) -> None:
    await s.press("f12", "e", "down", "enter", "tab", "tab", "tab", "tab", "down", "f6")
    assert s.name == "ChooseScreen"


@scene("drill", filled)
async def drill(s: Screen) -> None:
    await s.press("f12", "k", "right", "f6", "right", "right", "right", "right", "right", "f7")
    assert "J.2.2-1" in s.frame


@scene("drill-result", filled)
async def drill_result(s: Screen) -> None:
    await s.press("f12", "k", "right", "f6", "right", "f7", "left", "left", "left")
    assert s.app.screen.page == "end"


def leaked(lang: str) -> str:
    """A folder with the record of an incident."""
    title = {"ja": "誤送信の件", "en": "Wrong recipient"}[lang]
    note = {"ja": "受け取った3人に削除を頼んだ", "en": "asked the three receivers to delete it"}[
        lang
    ]
    who = {"ja": "山田", "en": "Yamada"}[lang]
    done = (
        Done("contain", datetime(2026, 11, 20, 17, 40), who, note),
        Done("appi_preliminary", datetime(2026, 11, 21, 11, 5), who),
    )
    record = IncidentRecord(title, date(2026, 11, 20), persons=1200, done=done)
    incident_file.create(f"clients/{title}.incident.toml", record)
    return "clients"


@scene("records", leaked)
async def records(s: Screen) -> None:
    await s.press("f12", "r")
    assert s.widget("tasks").option_count == 2


@scene("record", leaked)
async def record(s: Screen) -> None:
    await s.press("f12", "r", "down", "enter")
    assert "[x]" in s.frame


@scene("record-entry", leaked)
async def record_entry(s: Screen) -> None:
    await s.press("f12", "r", "down", "enter", "f6")
    assert s.widget("who").value in ("山田", "Yamada")


@scene("record-facts", leaked)
async def record_facts(s: Screen) -> None:
    await s.press("f12", "r", "down", "enter", "f8")
    assert s.widget("persons").value == "1,200"


@scene("help", fresh)
async def help_(s: Screen) -> None:
    await s.press("f1")
    assert s.name == "HelpScreen"


@scene("search", filled)
async def search(s: Screen) -> None:
    await s.press("slash")
    await s.type("J.9")
    assert s.widget("found").option_count >= 4


@scene("routes", filled)
async def routes(s: Screen) -> None:
    await s.press("p")
    assert s.name == "RoutesScreen"


@scene("outline", filled)
async def outline(s: Screen) -> None:
    await s.press("o")
    assert s.name == "ChooseScreen"


@scene("marked", filled)
async def marked(s: Screen) -> None:
    await s.press("right", "k", "l")
    assert s.widget("entries").option_count == 2


@scene("key-in", filled)
async def key_in(s: Screen) -> None:
    await s.press("i")
    s.widget("line").cursor_blink = False
    await s.type("3y 4n")
    assert s.client.answer("J.6.3-2").value == "no"


@scene("visit-homework", filled)
async def visit_homework(s: Screen) -> None:
    await s.press("v")
    assert s.app.screen.page == "homework"


@scene("visit-walk", filled)
async def visit_walk(s: Screen) -> None:
    await s.press("v", "right")
    assert s.app.screen.page == "walk"


@scene("visit-rehearsal", filled)
async def visit_rehearsal(s: Screen) -> None:
    await s.press("v", "right", "right")
    assert s.app.screen.page == "rehearse-president"


@scene("note", filled)
async def note(s: Screen) -> None:
    await s.press("m")
    s.widget("note").cursor_blink = False
    assert s.widget("note").text.startswith("方針は")


@scene("details", filled)
async def details(s: Screen) -> None:
    await s.press("d")
    assert s.widget("due").value == "2026-12-15"


@scene("save-elsewhere", filled)
async def save_elsewhere(s: Screen) -> None:
    path = s.app.session.file.path
    with open(path, "a") as stream:
        stream.write("# by hand\n")
    await s.press("f")
    await s.until(lambda: s.name == "SaveElsewhere")


@scene("palette", filled)
async def palette(s: Screen) -> None:
    await s.press("ctrl+p")
    assert s.name == "CommandPalette"


@scene("reason", filled)
async def reason(s: Screen) -> None:
    await s.press("end", "slash")
    await s.type("J.9.3-2")
    await s.press("enter", "5")
    assert s.name == "LineScreen"


@scene("pages", filled)
async def pages(s: Screen) -> None:
    await s.press("f5", "p")
    assert s.name == "ChooseScreen"


# --- comparing ----------------------------------------------------------------------------------

SIZES = ((80, 24), (120, 40))
SMALL = (40, 12)
ALSO_SMALL = (
    "clients",
    "exposure",
    "data-set",
    "drill",
    "record",
    "interview-answered",
    "note",
    "results",
)
CASES = [(name, lang) for name in SCENES for lang in NAMES]


def sizes_of(name: str) -> list[tuple[int, int]]:
    """The sizes at which a scene is stored."""
    return [*SIZES, *([SMALL] if name in ALSO_SMALL else [])]


@pytest.mark.parametrize(("name", "lang"), CASES)
async def test_frame(name: str, lang: str) -> None:
    """One run a scene: the terminal changes its size meanwhile, as terminals do."""
    start, drive = SCENES[name]
    shown = {}
    async with opened(start(lang), lang, SIZES[0]) as screen:
        await drive(screen)
        for size in sizes_of(name):
            if size != SIZES[0]:
                await screen.resize(*size)
            shown[size] = await screen.at_rest() + "\n"
    for size, picture in shown.items():
        assert_readable(picture, lang, size)
        if os.environ.get("PMARK_FRAMES") == "update":
            with open(path_of(name, lang, size), "w", encoding="utf-8", newline="\n") as stream:
                stream.write(picture)
    for size, picture in shown.items():
        with open(path_of(name, lang, size), encoding="utf-8", newline="\n") as stream:
            assert picture == stream.read(), size


def test_no_frame_is_left_over() -> None:
    expected = {os.path.basename(path_of(n, lang, z)) for n, lang in CASES for z in sizes_of(n)}
    assert set(os.listdir(os.path.join(HERE, "frames"))) == expected


def path_of(name: str, lang: str, size: tuple[int, int]) -> str:
    """Where a frame is stored."""
    return os.path.join(HERE, "frames", f"{name}.{lang}.{size[0]}x{size[1]}.txt")


CLIENTS_OWN = (
    "方針は社長室の額にある。",
    "日付が古いので、改めて定める。",
    "個人情報保護方針（2019年版）",
    "代表者",
    "総務",
    "監査がまだなので、不適合も出ていない",
)
"""What the client himself said, which no language changes."""


def assert_readable(shown: str, lang: str, size: tuple[int, int]) -> None:
    """Nothing of uncertain width, nothing cut, nothing in the other language."""
    assert not ambiguous(shown), ambiguous(shown)
    lines = shown.removesuffix("\n").split("\n")
    assert len(lines) == size[1]
    assert max(map(cell_width, lines)) <= size[0]
    if lang == "en":
        for words in (*CLIENTS_OWN, "日本語"):
            shown = shown.replace(words, "")
        assert not [c for c in shown if east_asian_width(c) in "WF"], shown
