"""The code knows no clause, step, flag, fee or date: they are data under `questionnaires/`.

Every literal of the sources is looked at, docstrings apart (they may give an example). What is allowed
in spite of a hit stands in `ALLOWED`, each with its reason.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "pmark_tui").rglob("*.py"))
DATA = ROOT / "questionnaires"

CLAUSE = re.compile(
    r"""
    \b[JDEGP]\.\d+(\.\d+)*\b           # clauses and questions of the shipped packs: J.3.1.1-2
    | \bA\.3\.\d                       # Annex A of the 2017 edition
    | \bJIS\s*Q\s*\d                   # a standard by its number
    | 第\s*\d+\s*条 | \b[Aa]rticles?\s+\d   # an article of a law
    | \b3\.[3-9]\.\d                   # clauses of the 2006 edition
    """,
    re.VERBOSE,
)
DATE = re.compile(r"\b(19|20)\d\d-\d\d(-\d\d)?\b")
AMOUNT = re.compile(r"\b\d{1,3}(,\d{3})+")

ALLOWED = {
    # (file, literal): why it may stand there
    ("domain/client.py", "document"): "a certainty (document seen), a step's name by chance",
    ("domain/reading.py", "document"): "a kind of reading, a step's name by chance",
    ("report/plan_sheet.py", 100_000): "the most rows that are read from a sheet, a fee by chance",
    ("store/schema.py", "https://json-schema.org/draft/2020-12/schema"): "the name of JSON Schema",
    ("texts/report.py", "JIS Q 15001:2023"): "what the pack's key jis2023 is called in the report",
}
WORDS = {"close"}
"""A step of the second pack, and what one does to a dialog or a finding."""

EXAMPLES = (
    *("2026-04-01", "2027-03-31", "2026-11-23"),  # what a date looks like
    *("1,000", "10,000,000"),  # what a number looks like
    *("J.2.2-1", "J.2.2", "J.9.2"),  # what one may type into the search
)
"""Examples in sentences to the user: no facts, and nothing is worked out from them."""
EXAMPLE = re.compile(rf"(?<![\w.])({'|'.join(map(re.escape, EXAMPLES))})(?![-.\w]*\d)", re.ASCII)


def literals(path: Path) -> Iterator[tuple[int, object]]:
    """Line and value of every literal that is no docstring."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.value)
        for body in (
            n.body for n in ast.walk(tree) if hasattr(n, "body") and isinstance(n.body, list)
        )
        for node in body
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docstrings:
            yield node.lineno, node.value


def tables(value: object) -> Iterator[tuple[str, object]]:
    """Every key and value of TOML data, however deep."""
    if isinstance(value, dict):
        for key, held in value.items():
            yield key, held
            yield from tables(held)
    elif isinstance(value, list):
        for held in value:
            yield from tables(held)


def data(pattern: str) -> list[dict]:
    return [tomllib.loads(p.read_text(encoding="utf-8")) for p in sorted(DATA.glob(pattern))]


def ids(table: str, file: str) -> set[str]:
    return {entry["id"] for held in data(f"*/{file}") for entry in held.get(table, ())}


STEPS = ids("step", "pack.toml") - WORDS
FLAGS = ids("flag", "profile.toml")
FIGURES = {
    value
    for held in data("privacymark/fees.toml")
    for _, value in tables(held)
    if type(value) is int and value >= 10_000
}


def hits(found: object) -> str:
    """What a literal names that only data may name; "" if nothing."""
    if type(found) is int:
        return "a fee" if found in FIGURES else ""
    if not isinstance(found, str):
        return ""
    plain = EXAMPLE.sub("", found)
    for kind, known in (("a step", STEPS), ("a flag", FLAGS)):
        if plain in known:
            return kind
    for kind, pattern in (("a clause", CLAUSE), ("a date", DATE), ("an amount", AMOUNT)):
        if pattern.search(plain):
            return kind
    return ""


def test_there_is_something_to_search():
    assert len(SOURCES) > 50
    assert {"build", "grant", "prepare"} <= STEPS
    assert {"my-number", "cloud", "online-service"} <= FLAGS
    assert {52_382, 209_524, 995_238} <= FIGURES


@pytest.mark.parametrize(
    "path", SOURCES, ids=lambda p: p.relative_to(ROOT / "pmark_tui").as_posix()
)
def test_no_literal_names_what_is_data(path):
    name = path.relative_to(ROOT / "pmark_tui").as_posix()
    found = [
        f"{name}:{line}: {value!r} is {kind}"
        for line, value in literals(path)
        if (kind := hits(value)) and (name, value) not in ALLOWED
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("literal", "kind"),
    [
        ("J.3.1.1", "a clause"),
        ("see J.9.2-14", "a clause"),
        ("A.3.4.2.5", "a clause"),
        ("JIS Q 15001", "a clause"),
        ("個人情報保護法第26条", "a clause"),
        ("grant", "a step"),
        ("several-sites", "a flag"),
        ("from 2026-10-01 on", "a date"),
        ("52,382円", "an amount"),
        (209_524, "a fee"),
        ("granted", ""),
        ("2026-04-01", ""),
        (100, ""),
        (1.5, ""),
    ],
)
def test_the_search_finds_what_it_should(literal, kind):
    assert hits(literal) == kind


def test_everything_allowed_is_still_there():
    for name, literal in ALLOWED:
        values = [value for _, value in literals(ROOT / "pmark_tui" / name)]
        assert literal in values, f"{name} no longer holds {literal!r}"
