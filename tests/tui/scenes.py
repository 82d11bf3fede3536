"""Scenes of each screen: what lies on the disk, which keys are pressed, and what then holds in the app."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import date, datetime

from pmark_tui.domain import answering
from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Finding
from pmark_tui.store import client_file, packs
from tests.tui.screen_driver import NOW, Screen, answered, new_client, write

NAMES = {"ja": "さくら事務所", "en": "Sakura Office"}


Scene = Callable[[Screen], Awaitable[None]]


SCENES: dict[str, tuple[Callable[[str], str], Scene]] = {}


def scene(name: str, start: Callable[[str], str]) -> Callable[[Scene], Scene]:
    """Register how a frame comes about: what lies on the disk, then which keys are pressed."""

    def register(drive: Scene) -> Scene:
        SCENES[name] = (start, drive)
        return drive

    return register


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


def stopped(lang: str) -> str:
    """A client whom every gate stops, and a finding that is long overdue."""
    client, pack = new_client(NAMES[lang]), packs.load()
    for question in asked(pack, client.profile):
        client = answering.record(pack, client, question.id, "no", NOW)
    finding = Finding("F1", "J.9.2", "x", found_on=date(2026, 1, 5))
    return write(client.changed(findings=(finding,)))


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


@scene("interview-stopped", stopped)
async def interview_stopped(s: Screen) -> None:
    assert all(step.blockers for step in s.app.session.score().steps)


@scene("interview-guide", filled)
async def interview_guide(s: Screen) -> None:
    await s.press("g")
    assert s.app.screen.has_class("-guide")


@scene("results", filled)
async def results(s: Screen) -> None:
    await s.press("f4", "down", "down")
    assert s.name == "ResultsScreen"
    assert s.widget("steps-list").highlighted == 2


@scene("results-fresh", fresh)
async def results_fresh(s: Screen) -> None:
    await s.press("f4", "tab")
    assert s.widget("gaps-list").option_count == 5


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


async def to_route(s: Screen, row: str) -> None:
    """Down the list of routes, to a row by its id."""
    rows = s.widget("routes")
    while rows.highlighted_option.id != row:
        await s.press("down")


@scene("routes-combined", filled)
async def routes_combined(s: Screen) -> None:
    await s.press("p")
    await to_route(s, "ask president")
    await s.press("space", "home")
    await to_route(s, "state short")
    await s.press("space")
    assert s.widget("taken").plain.count("3") == 1


@scene("interview-filter", filled)
async def interview_filter(s: Screen) -> None:
    await s.press("p")
    await to_route(s, "ask president")
    await s.press("space", "home")
    await to_route(s, "state short")
    await s.press("enter", "right")
    assert (s.question, len(s.app.screen.questions)) == ("J.2.2-1", 3)


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
