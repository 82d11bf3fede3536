"""`pmark size` as scripts and people use it."""

from __future__ import annotations

import json
from functools import partial

import pytest

from tests.cli.running import said

run = partial(said, "size")


def test_json_as_documented(capsys):
    words = ("--industry", "service", "--workers", "101", "--capital", "50000001", "--json")
    code, out, err = run(capsys, *words, "--lang", "en")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert found["schema"] == "pmark.size/1"
    assert (found["size"], found["eligible"], found["rule"]) == ("large", True, "large-by-both")
    assert found["reasons"] == [
        "Service with 101 workers is over 100, and the capital of 50,000,001 yen is over "
        "50,000,000 yen, so it is large."
    ]
    assert found["changes"][0] == "With 1 fewer (workers: 100) it would be medium."


def test_too_few_workers_is_an_answer_not_an_error(capsys):
    code, out, _ = run(capsys, "--industry", "retail", "--workers", "1", "--no-capital", "--json")
    found = json.loads(out)
    assert code == 0
    assert (found["size"], found["eligible"]) == (None, False)


@pytest.mark.parametrize("capital", ["1000万", "10,000,000", "１０００００００", "1000万円"])
def test_takes_numbers_as_people_write_them(capsys, capital):
    words = ("--industry", "service", "--workers", "１２", "--capital", capital)
    code, out, _ = run(capsys, *words, "--json")
    assert (code, json.loads(out)["size"]) == (0, "medium")


def test_counts_by_kind_and_shows_both_sizes_where_the_sources_disagree(capsys):
    words = ["--industry", "service", "--no-capital", "--count", "employees=3"]
    words += ["--count", "officers=2", "--count", "contractors=1"]
    code, out, _ = run(capsys, *words, "--json")
    found = json.loads(out)
    assert (code, found["size"], found["workers"]) == (0, "small", 5)
    assert found["at_most"] == {"workers": 6, "size": "medium"}
    assert found["ask"] == ["contractors"]
    _, out, _ = run(capsys, *words, "--lang", "en")
    assert "Ask the certifying body" in out


def test_advice_names_who_counts(capsys):
    words = ("--industry", "retail", "--workers", "5", "--no-capital", "--advice", "--lang", "en")
    _, out, _ = run(capsys, *words)
    assert "[counts] officers" in out
    assert "highest sales" in out


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("--industry", "it", "--workers", "5", "--no-capital"), "it"),
        (("--industry", "retail", "--workers", "-5", "--no-capital"), "-5"),
        (("--industry", "retail", "--workers", "five", "--no-capital"), "five"),
        (("--industry", "retail", "--workers", "9" * 5000, "--no-capital"), "--workers"),
        (("--industry", "retail", "--workers", "5"), "--capital"),
        (("--workers", "5", "--no-capital"), "--industry"),
        (("--industry", "retail", "--no-capital"), "--workers"),
        (("--industry", "retail", "--count", "robots=1", "--no-capital"), "robots"),
        (("--industry", "retail", "--count", "employees", "--no-capital"), "employees"),
    ],
)
def test_one_line_for_bad_input(capsys, words, named):
    for lang in ("ja", "en"):
        code, out, err = run(capsys, *words, "--lang", lang)
        assert (code, out) == (2, "")
        assert err.startswith("pmark: ")
        assert err.count("\n") == 1
        assert named in err
