"""`pmark exposure` as scripts and people use it."""

from __future__ import annotations

import json

import pytest

from pmark_tui.cli import main


def run(capsys, *words):
    code = main(["exposure", *words])
    out = capsys.readouterr()
    return code, out.out, out.err


def loads(capsys, *words):
    code, out, err = run(capsys, *words, "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert found["schema"] == "pmark.exposure/1"
    return found


CARD = ("--persons", "7316", "--items", "氏名,住所,クレジットカード番号と有効期限")


def test_json_as_documented(capsys):
    found = loads(capsys, *CARD)
    keys = ("per_person", "total", "x", "y", "identifiability", "social", "response")
    assert [found[k] for k in keys] == [78000, 570648000, 1, 3, 6, 1, 1]
    assert len(found["limits"]) == 7
    assert found["factors"]["identifiability"]["given"] is False
    assert found["factors"]["identifiability"]["why"]
    assert "JNSA" in found["credit"]


@pytest.mark.parametrize(
    "items",
    [
        "name,address,card_and_expiry",
        "氏名、住所，クレジットカード番号と有効期限",
        " Name , 住所,card_and_expiry,",
    ],
)
def test_items_by_id_by_name_and_with_japanese_commas(capsys, items):
    assert loads(capsys, "--persons", "7,316", "--items", items)["total"] == 570648000


def test_given_factors_stand(capsys):
    found = loads(capsys, *CARD, "--identifiability", "3", "--social", "2", "--response", "2")
    assert found["per_person"] == 500 * 26 * 3 * 2 * 2
    assert found["factors"]["social"]["given"] is True


def test_conflicts_are_said(capsys):
    found = loads(capsys, "--persons", "1", "--items", "身体障害")
    assert (found["x"], found["conflicts"]) == (3, ["身体障害"])


def test_a_kind_without_a_level_is_asked_for_and_taken(capsys):
    words = ("--persons", "10", "--items", "氏名,マイナンバー")
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert "--level マイナンバー=X/Y" in err
    assert loads(capsys, *words, "--level", "マイナンバー=2/2")["per_person"] == 500 * 15 * 3


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((), "--persons"),
        (("--persons", "10"), "--items"),
        (("--persons", "0", "--items", "氏名"), "--persons 0"),
        (("--persons", "many", "--items", "氏名"), "many"),
        (("--persons", "1", "--items", "住所録"), "住所"),
        (("--persons", "1", "--items", "氏名", "--social", "3"), "--social 3"),
        (("--persons", "1", "--items", "氏名", "--level", "氏名=9/1"), "1..3"),
        (("--persons", "1", "--items", "氏名", "--level", "氏名"), "X/Y"),
    ],
)
def test_bad_words_are_one_line_and_exit_2(capsys, words, said):
    code, out, err = run(capsys, *words)
    assert (code, out) == (2, "")
    assert err.startswith("pmark: ")
    assert err.count("\n") == 1
    assert said in err


def test_the_list(capsys):
    code, out, _ = run(capsys, "--list")
    assert code == 0
    assert "クレジットカード番号" in out
    found = loads(capsys, "--list")
    assert len(found["items"]) == 70
    assert {u["id"] for u in found["unrated"]} == {"my_number", "location", "genetic"}


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_text_shows_sum_formula_limits_and_credit(capsys, lang):
    code, out, _ = run(capsys, *CARD, "--lang", lang)
    assert code == 0
    assert "570,648,000" in out
    assert "500 x (10^(1-1) + 5^(3-1)) x 6 x 1 x 1" in out
    assert "JNSA" in out
