"""What the shipped packs promise: sizes, coverage, certainty, older editions, one schema a file."""

import json
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Profile
from pmark_tui.domain.pack import Pack
from pmark_tui.store import packs

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = {"jisq15001-2023", "incident-response"}
PRIVACY_MARK = "jisq15001-2023"

# The chapters of the guideline with the number of clauses in each, counted from the public outline.
CLAUSES = {
    "J.1": 5,
    "J.2": 5,
    "J.3": 7,
    "J.4": 10,
    "J.5": 1,
    "J.6": 3,
    "J.7": 2,
    "J.8": 14,
    "J.9": 4,
    "J.10": 7,
    "J.11": 1,
}
STEPS = ["build", "operate", "review", "apply", "document", "onsite", "grant"]
TOPICS = {
    "identification",
    "laws",
    "risk",
    "authority",
    "emergency",
    "handling",
    "management",
    "rights",
    "training",
    "documents",
    "complaints",
    "checking",
    "corrective",
    "review",
    "penalties",
}
FACETS = {"organisational", "human", "physical", "technical", "foreign"}
# What the product's table of steps says blocks each of them; every one must be a gate of some question.
GATED = {"build", "operate", "review", "apply", "document", "onsite", "grant"}


def shown(pack: str, capsys: pytest.CaptureFixture[str], *more: str) -> dict:
    assert main(["pack", "show", pack, "--json", *more]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.fixture(scope="module")
def privacy_mark() -> Pack:
    return packs.load(PRIVACY_MARK)


def test_the_shipped_packs_are_listed_under_their_folders_names(capsys):
    assert main(["pack", "list", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert listed["schema"] == "pmark.pack/1"
    assert {row["id"] for row in listed["packs"]} == SHIPPED
    assert {Path(row["folder"]).name for row in listed["packs"]} == SHIPPED


@pytest.mark.parametrize("pack", sorted(SHIPPED))
def test_nothing_is_wrong_with_a_shipped_pack(pack, capsys):
    code = main(["pack", "check", pack, "--json"])
    found = json.loads(capsys.readouterr().out)
    assert found["findings"] == []
    assert (code, found["ok"]) == (0, True)


def test_the_counts_of_the_privacy_mark_pack(capsys):
    counts = shown(PRIVACY_MARK, capsys)
    assert counts["questions"] >= 180
    assert 35 <= counts["quick"] <= 45
    assert counts["clauses_of_the_standard"] == sum(CLAUSES.values()) == 59
    assert counts["clauses_asked"] == counts["clauses"]
    assert counts["pitfalls"] == counts["pitfalls_asked"] > 0
    assert list(counts["by_step"]) == STEPS
    assert set(counts["by_topic"]) == TOPICS
    assert set(counts["by_facet"]) == FACETS
    # the nine duties of 2005, then: stop the damage, commission, certifying body, My Number
    assert set(counts["by_duty"]) == {str(duty) for duty in range(1, 14)}
    assert set(counts["by_side"]) == {"written", "practised"}
    assert {step for step, count in counts["by_gate"].items() if count} == GATED
    for group in ("chapter", "side", "step", "ask", "topic", "facet", "duty"):
        assert min(counts[f"by_{group}"].values()) > 0, group
    assert counts["by_language"] == {"ja": counts["questions"], "en": counts["questions"]}


def test_every_clause_of_the_standard_is_there_and_asked_on_each_of_its_sides(privacy_mark):
    standard = [c for c in privacy_mark.clauses if not privacy_mark.chapter[c.chapter].scheme]
    assert {chapter: sum(c.chapter == chapter for c in standard) for chapter in CLAUSES} == CLAUSES
    for clause in privacy_mark.clauses:
        assert clause.sides, clause.id
        sides = {q.side for q in privacy_mark.questions if q.clause == clause.id}
        assert set(clause.sides) <= sides, clause.id


def test_each_of_the_fifteen_topics_is_asked_on_the_written_side(privacy_mark):
    asked_about = {t for q in privacy_mark.questions if q.side == "written" for t in q.topics}
    assert asked_about == TOPICS


def test_every_frequent_finding_is_asked_about_and_explained(privacy_mark):
    marked = {c.id for c in privacy_mark.clauses if c.pitfall}
    about = [q for q in privacy_mark.questions if q.pitfall]
    assert marked == {q.clause for q in about}
    for question in about:
        for lang in ("ja", "en"):
            assert privacy_mark.guides[question.id].of(lang).pitfall, question.id


def test_the_safety_measures_are_asked_by_facet(privacy_mark):
    safety = [q for q in privacy_mark.questions if q.facet]
    assert {q.clause for q in safety} == {"J.9.2"}
    assert {q.facet for q in safety} == FACETS
    # The published examples ease these three for small firms; for people and abroad nothing is eased.
    for facet in ("organisational", "physical", "technical"):
        of_facet = [privacy_mark.guides[q.id] for q in safety if q.facet == facet]
        assert any(guide.ja.small and guide.en.small for guide in of_facet), facet


@pytest.mark.parametrize("kind", ["new", "renewal"])
def test_the_quick_pass_reaches_every_step_and_every_gate(kind, privacy_mark):
    profile = Profile(name="A", industry="service", workers=10, kind=kind, flags=())
    quick = asked(privacy_mark, profile, quick=True)
    assert {step for q in quick for step in q.steps} == set(STEPS)
    whole = asked(privacy_mark, profile)
    assert [q for q in whole if q.gates] == [q for q in quick if q.gates]
    assert {gate for q in quick for gate in q.gates} == GATED


def test_one_person_is_asked_together(privacy_mark):
    questions = asked(privacy_mark, Profile(name="A", industry="service", workers=10))
    people = [q.ask for q in questions]
    changes = sum(a != b for a, b in pairwise(people))
    assert changes == len(set(people)) - 1


def test_every_gate_can_stop_its_step_and_no_other(privacy_mark):
    for question in privacy_mark.questions:
        assert set(question.gates) <= set(question.steps), question.id


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_show_prints_how_sure_each_clause_is(lang, capsys):
    assert main(["--lang", lang, "pack", "show", PRIVACY_MARK]) == 0
    lines = {line.split()[0]: line for line in capsys.readouterr().out.splitlines() if line.strip()}
    # From the clause facts: unconfirmed and optional; title of one page; mapping of low certainty; sure.
    assert "low" in lines["J.2.4"]
    assert ("optional" if lang == "en" else "任意") in lines["J.2.4"]
    assert "medium" in lines["J.3.1.2"]
    assert "low" in lines["J.3.2"]
    assert not any(mark in lines["J.2.2"] for mark in ("low", "medium", "["))


def test_show_lists_uncertain_clauses_for_programs(capsys):
    uncertain = shown(PRIVACY_MARK, capsys)["uncertain_clauses"]
    assert uncertain["J.2.4"] == {"certainty": "low", "mapping": "low"}
    assert uncertain["J.3.2"] == {"certainty": "high", "mapping": "low"}
    assert "J.2.2" not in uncertain


@pytest.mark.parametrize("pack", sorted(SHIPPED))
def test_the_glossary_names_every_piece_of_evidence_in_both_languages(pack, capsys):
    rows = shown(pack, capsys, "--glossary")["glossary"]
    english = {row["ja"]: row["en"] for row in rows}
    used = {name for q in packs.load(pack).questions for name in q.evidence}
    assert used == set(english)
    assert all(english.values())
    assert not any("\u3040" <= c <= "\u9fff" for name in english.values() for c in name)


def test_the_glossary_as_text(capsys):
    assert main(["pack", "show", PRIVACY_MARK, "--glossary"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "個人情報管理台帳" in {line.split("\t")[0] for line in lines}
    assert all(len(line.split("\t")) == 2 for line in lines)


# Number in the older edition, from the clause facts: the policy and the ledger.
EDITIONS = [
    ("jis2017", "J.2.2-1", "5.2 / A.3.2.1 / A.3.2.2"),
    ("jis2006", "J.2.2-1", "3.2"),
    ("jis2017", "J.3.1.1-1", "A.3.3.1"),
    ("jis2006", "J.3.1.1-1", "3.3.1"),
    ("jis1999", "J.2.2-1", "4.2"),
    ("jis1999", "J.3.1.1-1", "4.3.1"),
    ("jis2017", "E.1-1", "-"),
]


@pytest.mark.parametrize(("edition", "question", "number"), EDITIONS)
def test_an_older_edition_is_printed_beside_the_clause(edition, question, number, capsys):
    assert main(["questions", "--edition", edition]) == 0
    line = next(x for x in capsys.readouterr().out.splitlines() if x.startswith(f"{question} "))
    assert f"({number})" in line
    assert main(["questions", "--edition", edition, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["questions"]
    assert {row["id"]: row[edition] or "-" for row in rows}[question] == number


def test_questions_keep_the_same_keys_and_order_as_documented(capsys):
    assert main(["questions", "--json"]) == 0
    whole = json.loads(capsys.readouterr().out)
    assert (whole["schema"], whole["pack"]) == ("pmark.questions/1", PRIVACY_MARK)
    for row in whole["questions"]:
        assert {
            "id",
            "clause",
            "side",
            "steps",
            "gates",
            "quick",
            "may_be_na",
            "ask",
            "text",
        } <= set(row)
    people = [row["ask"] for row in whole["questions"]]
    assert sum(a != b for a, b in pairwise(people)) == len(set(people)) - 1


KINDS_OF_FILE = {"pack", "clauses", "profile", "glossary", "questions", "checks"}


def test_there_is_one_json_schema_for_each_kind_of_file(capsys):
    assert main(["pack", "schema"]) == 0
    schemas = json.loads(capsys.readouterr().out)["files"]
    assert set(schemas) == KINDS_OF_FILE
    for kind in sorted(KINDS_OF_FILE):
        assert main(["pack", "schema", kind]) == 0
        alone = json.loads(capsys.readouterr().out)
        assert alone == {"schema": "pmark.pack/1"} | schemas[kind]


def test_a_client_file_names_its_schema_and_fits_it(capsys):
    path = ROOT / "questionnaires" / "sample" / "sample.ja.pmark.toml"
    text = path.read_text(encoding="utf-8")
    assert main(["pack", "schema", "client"]) == 0
    schema = json.loads(capsys.readouterr().out)
    assert text.startswith(f"#:schema {schema['$id'].removeprefix('urn:pmark:')}.schema.json\n")
    assert schema["properties"]["format"] == {"const": tomllib.loads(text)["format"]}
    answer = schema["$defs"]["Answer"]["properties"]
    assert answer["at"]["anyOf"][0] == {"type": "string"}  # no format that asks for a zone
    written = {key for a in tomllib.loads(text)["answers"].values() for key in a}
    assert written <= set(answer)


@pytest.mark.parametrize("pack", sorted(SHIPPED))
def test_the_shipped_files_fit_the_printed_schemas(pack, capsys):
    assert main(["pack", "schema"]) == 0
    schemas = json.loads(capsys.readouterr().out)["files"]
    folder = ROOT / "questionnaires" / pack
    files = sorted(folder.rglob("*.toml"))
    assert len(files) >= 5
    for file in files:
        kind = file.relative_to(folder).parts[0].removesuffix(".toml")
        held = tomllib.loads(file.read_text(encoding="utf-8"))
        misfit(held, schemas[kind], schemas[kind], file.name)


def misfit(value: object, schema: dict, whole: dict, where: str) -> None:
    """Assert that a value fits; knows the few words of JSON Schema that our schemas use."""
    if "$ref" in schema:
        return misfit(value, whole["$defs"][schema["$ref"].rpartition("/")[2]], whole, where)
    if "anyOf" in schema:
        kinds = {one.get("type") for one in schema["anyOf"]}
        assert "null" in kinds, where
        return misfit(
            value, next(s for s in schema["anyOf"] if s.get("type") != "null"), whole, where
        )
    match schema["type"]:
        case "object":
            assert isinstance(value, dict), where
            properties = schema.get("properties", {})
            assert set(schema.get("required", ())) <= set(value), where
            other = schema.get("additionalProperties", True)
            if other is False:
                assert set(value) <= set(properties), where
            for key, held in value.items():
                misfit(held, properties.get(key, other), whole, f"{where}.{key}")
        case "array":
            assert isinstance(value, list), where
            for number, held in enumerate(value):
                misfit(held, schema["items"], whole, f"{where}[{number}]")
        case "string":
            assert isinstance(value, str) or schema.get("format") == "date", where
        case "integer":
            assert type(value) is int, where
        case "number":
            assert type(value) in (int, float), where
        case "boolean":
            assert type(value) is bool, where
        case other:
            raise AssertionError(f"{where}: {other}")
    return None


def test_an_unknown_kind_of_file_has_no_schema(capsys):
    assert main(["pack", "schema", "nothing"]) == 2
    assert "clauses" in capsys.readouterr().err
