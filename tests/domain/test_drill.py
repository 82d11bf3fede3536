"""The drill: what a client's rules cover of the nine duties."""

from __future__ import annotations

from datetime import date

from pmark_tui.domain.drill import coverage, evidence, uncovered, walk
from pmark_tui.store import incidents
from pmark_tui.texts import text
from pmark_tui.texts.incidents import INCIDENTS
from tests.domain.small import all_yes, client, shipped


def states(answers: dict[str, str]) -> dict[int, str]:
    covers = coverage(incidents.duties(), shipped(), client(answers, shipped()))
    return {c.duty.number: c.state for c in covers if c.duty.number}


def test_the_pack_asks_about_each_of_the_nine() -> None:
    assert states({}) == dict.fromkeys(range(1, 10), "open")


def test_all_yes_leaves_nothing_uncovered() -> None:
    covers = coverage(incidents.duties(), shipped(), all_yes(shipped()))
    assert [c.state for c in covers if c.duty.number] == ["covered"] * 9
    assert uncovered(covers) == ()


def test_the_four_added_since_2005_are_looked_at_too() -> None:
    """By hand from the pack: contain -1, commission -16, body -17, My Number -18 (its flag only)."""
    answers = {"J.4.4.2-1": "yes", "J.4.4.2-16": "no", "J.4.4.2-17": "partial"}
    for flags, number in (((), "not-asked"), (("my-number",), "open")):
        who = client(answers, shipped(), flags=flags)
        covers = coverage(incidents.duties(), shipped(), who)
        added = {c.duty.id: c.state for c in covers if not c.duty.number}
        wanted = {"contain": "covered", "ppc": "missing", "body": "partly", "mynumber": number}
        assert added == wanted
        missing = [c.duty.id for c in uncovered(covers) if not c.duty.number]
        assert missing == ["ppc", "body", *(["mynumber"] if flags else [])]


def test_a_no_and_a_partial_are_named() -> None:
    answers = {"J.4.4.2-11": "yes", "J.4.4.2-12": "no", "J.4.4.2-13": "partial"}
    found = states(answers)
    assert (found[1], found[2], found[3], found[4]) == ("covered", "missing", "partly", "open")


def test_every_scenario_calls_on_all_nine_and_on_later_ones() -> None:
    duties = incidents.duties()
    for drill in incidents.drills():
        numbers = {w.duty.number for w in walk(drill, duties)}
        assert numbers == set(range(10)), drill.id
        assert {"contain", "ppc", "body"} <= {w.duty.id for w in walk(drill, duties)}


def test_what_was_played_becomes_evidence() -> None:
    drill = incidents.drills()[0]
    results = {"facts": True, "people": False, "ppc": True}
    found = evidence(
        drill,
        incidents.duties(),
        shipped(),
        client({}, shipped()),
        results,
        date(2026, 11, 23),
        "en",
    )
    said = {e.question: text(INCIDENTS, e.key, "en", **e.values) for e in found}
    assert set(said) == {"J.4.4.2-11", "J.4.4.2-12", "J.4.4.2-16"}
    assert said["J.4.4.2-11"].startswith("2026-11-23 drill '")
    assert said["J.4.4.2-11"].endswith("could answer on: Find the facts")
    assert said["J.4.4.2-12"].endswith("stuck on: Tell the people concerned")
