"""OSCAL: what its schema asks for, ids that stay, nothing claimed that was not said.

The documents were checked by compliance-trestle as well (docs/oscal.md); it is too large to be run here.
"""

import json
import re
from datetime import date, datetime
from uuid import UUID

import pytest

from pmark_tui.cli import main
from pmark_tui.domain.client import Finding
from pmark_tui.report.oscal import NAMESPACE, catalogue, rendered, results
from tests.domain import small
from tests.report.clients import ON

TOKEN = re.compile(r"[_A-Za-z][-._A-Za-z0-9]*")
VALUE = re.compile(r"\S(.*\S)?")


def nodes(held, key=""):
    """Every object with the key that it stands under."""
    if isinstance(held, dict):
        yield key, held
        for name, below in held.items():
            yield from nodes(below, name)
    elif isinstance(held, list):
        for below in held:
            yield from nodes(below, key)


def is_sound(document):
    """What OSCAL's JSON Schema says of any object."""
    uuids = []
    for key, node in nodes(document):
        assert all(held not in ("", [], None) for held in node.values()), node
        if "uuid" in node:
            assert UUID(node["uuid"]).version == 5
            uuids.append(node["uuid"])
        for name in ("id", "control-id", "target-id"):
            assert TOKEN.fullmatch(node.get(name, "_")), node[name]
        if key == "props":
            assert node["ns"] == NAMESPACE and TOKEN.fullmatch(node["name"])
            assert VALUE.fullmatch(node["value"]), node
        assert "\n" not in node.get("title", "")
        for name in ("start", "end", "collected", "deadline", "last-modified"):
            if name in node:
                assert datetime.fromisoformat(node[name]).tzinfo is not None
    assert len(uuids) == len(set(uuids))


def ids(document, kind):
    return [node["id"] for key, node in nodes(document) if key == kind and "id" in node]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_catalogue_is_chapters_clauses_and_questions(pack, lang):
    made = catalogue(pack, lang, ON)
    is_sound(made)
    assert len(ids(made, "controls")) == len(pack.clauses)
    assert ids(made, "parts") == [
        q.id for chapter in pack.chapters for c in pack.clauses if c.chapter == chapter.id
        for q in pack.questions if q.clause == c.id
    ]  # fmt: skip
    prose = {n["prose"] for _, n in nodes(made) if n.get("name") == "assessment-objective"}
    assert prose == {q.text.of(lang) for q in pack.questions}  # our own words, nothing else


@pytest.mark.parametrize("name", ["begun", "full", "hostile"])
def test_results_are_sound_whatever_was_typed(pack, client_of, name):
    made = results(pack, client_of(name), "ja", ON)
    is_sound(made)
    known = set(ids(catalogue(pack, "ja", ON), "parts"))
    findings = made["assessment-results"]["results"][0]["findings"]
    assert {f["target"]["target-id"] for f in findings} <= known
    observed = {o["uuid"] for o in made["assessment-results"]["results"][0]["observations"]}
    assert {f["related-observations"][0]["observation-uuid"] for f in findings} <= observed


def test_only_what_is_known_is_a_finding():
    pack = small.small()
    first, second, third, fourth = (q.id for q in pack.questions[:4])
    client = small.client({first: "yes", second: "partial", third: "unknown", fourth: "no"})
    held = client.changed(
        findings=(
            Finding("F1", pack.clauses[0].id, "a", found_on=date(2026, 11, 1)),
            Finding("F2", pack.clauses[0].id, "b", closed=date(2026, 11, 2)),
        )
    )
    result = results(pack, held, "en", ON)["assessment-results"]["results"][0]
    asked = {first, second, third, fourth} & {o["title"] for o in result["observations"]}
    states = {f["title"]: f["target"]["status"]["state"] for f in result["findings"]}
    expected = {first: "satisfied", second: "not-satisfied", fourth: "not-satisfied"}
    assert states == {key: state for key, state in expected.items() if key in asked}
    assert len(states) >= 2
    assert [risk["status"] for risk in result["risks"]] == ["open", "closed"]


def test_the_same_input_gives_the_same_bytes_and_another_day_other_ids(pack, client_of):
    client = client_of("full")
    assert rendered(results(pack, client, "ja", ON)) == rendered(results(pack, client, "ja", ON))
    first, later = (
        results(pack, client, "ja", on)["assessment-results"] for on in (ON, date(2030, 1, 1))
    )
    assert first["uuid"] != later["uuid"]
    assert first["metadata"]["parties"] == later["metadata"]["parties"]
    assert first["metadata"]["version"] == later["metadata"]["version"]


def test_the_command_writes_one_or_the_other(tmp_path, capsysbinary):
    path = str(tmp_path / "a.pmark.toml")
    main(["new", path, "--name", "甲", "--industry", "service", "--workers", "5", "--no-capital"])
    main(["answer", path, "J.2.2-1=no"])
    capsysbinary.readouterr()
    assert main(["oscal", path, "--redact"]) == 0
    out = capsysbinary.readouterr().out
    assert "甲".encode() not in out
    assert "assessment-results" in json.loads(out)
    assert main(["oscal", "--pack", "incident-response", "-o", str(tmp_path / "c.json")]) == 0
    assert "catalog" in json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    assert main(["oscal"]) == 2
    assert main(["oscal", path, "--pack", "incident-response"]) == 2
