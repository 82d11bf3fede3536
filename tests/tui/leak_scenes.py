"""Scenes of the screens about leaks: duties, statistics, records, assumed damages, drills."""

from __future__ import annotations

from datetime import date, datetime

from textual.widgets import Input

from pmark_tui.domain.client import DataSet
from pmark_tui.domain.incident_record import Done, IncidentRecord
from pmark_tui.store import incident_file
from tests.tui.scenes import NAMES, filled, nothing, scene
from tests.tui.screen_driver import Screen, answered, new_client, write


@scene("incident", nothing)
async def incident(s: Screen) -> None:
    await s.press("f12")
    assert s.name == "IncidentScreen"


@scene("incident-figures", nothing)
async def incident_figures(s: Screen) -> None:
    await s.press("f12", "right", "right")
    assert s.app.screen.page == "figures"


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
