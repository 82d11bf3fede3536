"""`pmark exposure` as scripts and people use it."""

from __future__ import annotations

from functools import partial

import pytest

from pmark_tui.cli import main
from tests.cli.running import as_json, said

run = partial(said, "exposure")
loads = partial(as_json, "exposure")


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


@pytest.fixture
def client(tmp_path, capsys):
    path = str(tmp_path / "例.pmark.toml")
    words = ("--name", "例", "--industry", "service", "--workers", "12", "--no-capital")
    assert main(["new", path, *words]) == 0
    capsys.readouterr()
    return path


def test_a_clients_data_sets(capsys, client):
    assert loads(capsys, client)["sets"] == []
    loads(capsys, client, "--add", "会員", *CARD)
    words = ("--persons", "1,000", "--items", "メールアドレス,マイナンバー", "--level")
    found = loads(capsys, client, "--add", "メルマガ", *words, "マイナンバー=1/1")
    assert [(s["name"], s["total"]) for s in found["sets"]] == [
        ("会員", 570648000),
        ("メルマガ", 1000000),
    ]
    assert found["total"] == 571648000
    assert len(found["limits"]) == 7
    again = loads(capsys, client, "--add", "会員", "--persons", "10", "--items", "氏名")
    assert [s["total"] for s in again["sets"]] == [30000, 1000000]
    code, out, _ = run(capsys, client, "--lang", "en")
    assert code == 0
    assert "JPY 1,030,000 (2 of 2 sets" in out
    assert "JNSA" in out
    assert [s["name"] for s in loads(capsys, client, "--remove", "会員")["sets"]] == ["メルマガ"]


def test_a_set_written_by_hand_that_lacks_something_is_named_and_the_rest_still_shown(
    capsys, client
):
    with open(client, encoding="utf-8") as stream:
        text = stream.read()
    text += '[[data_sets]]\nname = "従業者"\npersons = 12\nitems = ["氏名", "マイナンバー"]\n'
    text += '[[data_sets]]\nname = "名簿"\npersons = 5\nitems = ["氏名"]\n'
    with open(client, "w", encoding="utf-8") as stream:
        stream.write(text)
    found = loads(capsys, client)
    assert ("マイナンバー" in found["sets"][0]["open"], found["sets"][1]["open"]) == (True, "")
    assert ("total" in found["sets"][0], found["total"]) == (False, 15000)
    with open(client, "a", encoding="utf-8") as stream:
        stream.write('[[data_sets]]\nname = "x"\npersons = -1\nitems = []\n')
    code, _, err = run(capsys, client)
    assert (code, err.count("\n")) == (2, 1)
    assert "data_sets" in err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--persons", "1", "--items", "氏名"), "--add NAME"),
        (("--add", "x", "--items", "氏名"), "--persons"),
        (("--add", "x", "--persons", "1", "--items", "マイナンバー"), "--level"),
        (("--remove", "x"), "x"),
    ],
)
def test_bad_words_about_a_client_change_nothing(capsys, client, words, said):
    with open(client, "rb") as stream:
        before = stream.read()
    code, out, err = run(capsys, client, *words)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert said in err
    with open(client, "rb") as stream:
        assert stream.read() == before


def test_add_needs_a_file(capsys):
    code, _, err = run(capsys, "--add", "x", *CARD)
    assert (code, "FILE" in err) == (2, True)
