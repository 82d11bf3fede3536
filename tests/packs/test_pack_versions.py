"""A client answered on one version of a pack and opened with another: nothing lost, nothing twice.

The worked pack comes out as version 1.1.0: V.1-2 has changed its meaning, V.1-3 is gone, V.1-4 is new,
V.1-5 is new but only for those with a tablet, and V.1-1 has a new wording only.
"""

import json
import os
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.domain.version import is_newer, version_key
from pmark_tui.session import Session


def morning() -> datetime:
    """Local time, as answers are stamped."""
    return datetime(2026, 11, 24, 9, 0)


NEW_QUESTION = """
[[question]]
id = "{id}"
clause = "V.1"
side = "practised"
steps = ["ready"]
ask = "desk"
hours = 0.5
hours_with_template = 0.5
since = "1.1.0"
{more}
text.ja = "受付に、来客の用紙を入れる箱がありますか？"
text.en = "Is there a box for the visitors' sheets at the desk?"
"""
GUIDE = """
[guide."{id}".{lang}]
why = "{text}"
yes = "{text}"
partial = "{text}"
reviewer = "{text}"
fix = ["{text}", "{text}", "{text}"]
"""


@pytest.fixture
def client(front_desk: Path, own_packs: Path, tmp_path: Path) -> Path:
    """A client of version 1.0.0 with V.1-1, V.1-2 and V.1-3 answered."""
    shutil.copytree(front_desk, own_packs / "front-desk")
    path = tmp_path / "a.pmark.toml"
    words = ["--name", "A", "--industry", "service", "--workers", "5", "--no-capital"]
    assert main(["new", str(path), *words, "--pack", "front-desk", "--flag", "tablet"]) == 0
    answers = ["V.1-1=yes", "V.1-2=partial", "V.1-3=no"]
    assert main(["answer", str(path), *answers, "--note", "V.1-3=前の機種"]) == 0
    return path


@pytest.fixture
def released(client: Path, own_packs: Path) -> Path:
    """Version 1.1.0 beside 1.0.0."""
    folder = Path(shutil.copytree(own_packs / "front-desk", own_packs / "front-desk-1.1"))
    head = folder / "pack.toml"
    text = head.read_text(encoding="utf-8")
    head.write_text(text.replace('version = "1.0.0"', 'version = "1.1.0"'), encoding="utf-8")
    questions = folder / "questions" / "visitors.toml"
    text = questions.read_text(encoding="utf-8")
    text = text.replace("thrown away?", "destroyed?")
    text = text.replace('id = "V.1-2"\n', 'id = "V.1-2"\nrevision = 2\n')
    text = text[: text.index("[[question]]", text.index("V.1-3") - 30)]
    for key, more in (("V.1-4", ""), ("V.1-5", 'when = ["tablet"]')):
        text += NEW_QUESTION.format(id=key, more=more)
        text += GUIDE.format(id=key, lang="ja", text="箱を置く。")
        text += GUIDE.format(id=key, lang="en", text="Place a box.")
    questions.write_text(text, encoding="utf-8")
    assert main(["pack", "check", str(folder)]) == 0
    return folder


def changed(client: Path, capsys: pytest.CaptureFixture[str]) -> dict:
    capsys.readouterr()
    assert main(["questions", str(client), "--changed", "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def answer(client: Path, *words: str) -> None:
    assert main(["answer", str(client), *words]) == 0


def test_on_the_same_version_nothing_is_asked_again(client, capsys):
    found = changed(client, capsys)
    assert found["changed"] == {"from": "1.0.0", "to": "1.0.0", "again": [], "new": [], "gone": []}
    assert found["questions"] == []


def test_what_must_be_asked_again_is_listed(client, released, capsys):
    found = changed(client, capsys)
    assert found["changed"] == {
        "from": "1.0.0",
        "to": "1.1.0",
        "again": ["V.1-2"],
        "new": ["V.1-4", "V.1-5"],
        "gone": ["V.1-3"],
    }
    assert [q["id"] for q in found["questions"]] == ["V.1-2", "V.1-4", "V.1-5"]


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_the_list_for_people(lang, client, released, capsys):
    capsys.readouterr()
    assert main(["--lang", lang, "questions", str(client), "--changed"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "1.0.0" in lines[0]
    assert "1.1.0" in lines[0]
    assert [line.split()[1] for line in lines[1:4]] == ["V.1-2", "V.1-4", "V.1-5"]
    assert "V.1-3" in lines[4]


def test_a_new_question_that_the_profile_leaves_out_is_not_asked(client, released, capsys):
    text = client.read_text(encoding="utf-8")
    assert '"tablet",' in text
    client.write_text(text.replace('"tablet",', ""), encoding="utf-8")
    assert changed(client, capsys)["changed"]["new"] == ["V.1-4"]


def test_check_names_what_must_be_asked_again(client, released, capsys):
    capsys.readouterr()
    assert main(["check", str(client), "--json"]) == 1
    found = {(f["rule"], f["where"]) for f in json.loads(capsys.readouterr().out)["findings"]}
    assert {
        ("other-pack-version", "file.pack_version"),
        ("question-changed", "V.1-2"),
        ("question-new", "V.1-4"),
        ("question-new", "V.1-5"),
        ("question-unknown", "V.1-3"),
    } <= found


def test_answers_are_carried_over_by_id(client, released, capsys):
    capsys.readouterr()
    assert main(["score", str(client), "--json"]) == 0
    step = json.loads(capsys.readouterr().out)["steps"][0]
    # V.1-1 yes (weight 3), V.1-2 partial (2), V.1-4 and V.1-5 open (2 each): 3+1 of 9, at best 3+1+4
    assert (step["low"], step["high"]) == (pytest.approx(4 / 9), pytest.approx(8 / 9))


def test_answering_again_takes_a_question_off_the_list(client, released, capsys):
    answer(client, "V.1-2=partial")
    found = changed(client, capsys)["changed"]
    assert (found["from"], found["again"], found["new"]) == ("1.0.0", [], ["V.1-4", "V.1-5"])
    answer(client, "V.1-4=yes")
    assert changed(client, capsys)["changed"]["new"] == ["V.1-5"]


def test_once_all_is_asked_the_client_stands_at_the_new_version(client, released, capsys):
    answer(client, "V.1-2=yes", "V.1-4=unknown", "V.1-5=no")
    found = changed(client, capsys)["changed"]
    assert found == {"from": "1.1.0", "to": "1.1.0", "again": [], "new": [], "gone": ["V.1-3"]}
    assert 'pack_version = "1.1.0"' in client.read_text(encoding="utf-8")


def test_an_answer_to_a_question_that_is_gone_stays_in_the_file(client, released, capsys):
    answer(client, "V.1-2=yes", "V.1-4=yes", "V.1-5=yes")
    text = client.read_text(encoding="utf-8")
    assert "V.1-3" in text
    assert "前の機種" in text
    shutil.rmtree(released)
    found = changed(client, capsys)["changed"]
    assert "V.1-3" not in found["gone"]


def test_a_session_opens_and_goes_on(client, released):
    session = Session.open(str(client), morning)
    assert session.pack.version == "1.1.0"
    assert session.client.answer("V.1-3").value == "no"
    session.answer("V.1-2", "yes")
    assert session.client.answer("V.1-2").revision == 2
    session.undo()
    assert session.client.answer("V.1-2").revision == 1
    again = Session.open(str(client), morning)
    assert again.client == session.client


def test_the_first_revision_leaves_no_trace_in_the_file(client):
    assert "revision" not in client.read_text(encoding="utf-8")


def test_an_older_pack_never_lowers_the_version_of_a_client(client, released, capsys):
    answer(client, "V.1-2=yes", "V.1-4=yes", "V.1-5=yes")
    shutil.rmtree(released)
    answer(client, "V.1-1=partial")
    assert 'pack_version = "1.1.0"' in client.read_text(encoding="utf-8")
    assert changed(client, capsys)["changed"] == {
        "from": "1.1.0",
        "to": "1.0.0",
        "again": [],
        "new": [],
        "gone": ["V.1-4", "V.1-5"],
    }


def test_an_answer_given_on_an_older_pack_is_asked_again_on_the_newer(client, released, capsys):
    answer(client, "V.1-2=yes", "V.1-4=yes", "V.1-5=yes")
    away = released.with_name("away")
    os.rename(released, away)
    (away / "pack.toml").rename(away / "pack.off")
    answer(client, "V.1-2=no")
    (away / "pack.off").rename(away / "pack.toml")
    assert changed(client, capsys)["changed"]["again"] == ["V.1-2"]


def test_changed_needs_a_client(capsys):
    assert main(["--lang", "en", "questions", "--changed"]) == 2
    assert "FILE is needed" in capsys.readouterr().err


def test_a_version_by_hand_that_is_none(client, released, capsys):
    text = client.read_text(encoding="utf-8")
    client.write_text(
        text.replace('pack_version = "1.0.0"', 'pack_version = "?"'), encoding="utf-8"
    )
    assert changed(client, capsys)["changed"]["new"] == ["V.1-4", "V.1-5"]


@pytest.mark.parametrize(
    ("version", "than", "newer"),
    [
        ("1.1.0", "1.0.9", True),
        ("1.10.0", "1.9.0", True),
        ("2.0.0", "10.0.0", False),
        ("1.0.0", "1.0.0", False),
        ("1.0.0", "", True),
        ("", "1.0.0", False),
        ("1.x", "1.0.0", False),
        ("\u0661.0.0", "0.0.1", False),
    ],
)
def test_which_version_is_newer(version, than, newer):
    assert is_newer(version, than) is newer


def test_no_version_has_no_key():
    assert version_key("") == version_key("1..2") == version_key("-1.0") == ()
