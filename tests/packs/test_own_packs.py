"""Packs of the user's own: listed beside the shipped ones, chosen by id, never doubled, never in the way."""

import json
import shutil
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.store import packs, paths

SHIPPED = ["incident-response", "jisq15001-2023"]


def listed(capsys: pytest.CaptureFixture[str], code: int = 0) -> tuple[list[dict], str]:
    assert main(["--lang", "en", "pack", "list", "--json"]) == code
    said = capsys.readouterr()
    return json.loads(said.out)["packs"], said.err


def asked(pack: str, capsys: pytest.CaptureFixture[str]) -> dict:
    assert main(["questions", "--pack", pack, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def own(source: Path, folder: Path, **edits: str) -> Path:
    """A copy of a pack among the user's packs, with keys of pack.toml changed."""
    shutil.copytree(source, folder)
    head = folder / "pack.toml"
    text = head.read_text(encoding="utf-8")
    for key, value in edits.items():
        line = next(x for x in text.splitlines() if x.startswith(f"{key} = "))
        text = text.replace(line, f'{key} = "{value}"', 1)
    head.write_text(text, encoding="utf-8")
    return folder


def shipped(pack: str) -> Path:
    return Path(paths.shipped()) / pack


def test_without_own_packs_the_shipped_ones_are_listed(capsys):
    rows, err = listed(capsys)
    assert [row["id"] for row in rows] == SHIPPED
    assert err == ""


def test_the_list_says_where_own_packs_go(capsys):
    assert main(["pack", "list"]) == 0
    assert paths.user_packs() in capsys.readouterr().out


def test_an_own_pack_is_listed_and_can_be_chosen(front_desk, own_packs, tmp_path, capsys):
    own(front_desk, own_packs / "any-name")
    rows, _ = listed(capsys)
    assert [row["id"] for row in rows] == [*SHIPPED, "front-desk"]
    assert [q["id"] for q in asked("front-desk", capsys)["questions"]] == [
        "V.1-1",
        "V.1-2",
        "V.1-3",
    ]

    client = tmp_path / "a.pmark.toml"
    words = ["--name", "A", "--industry", "service", "--workers", "5", "--no-capital"]
    assert main(["new", str(client), *words, "--pack", "front-desk"]) == 0
    assert main(["answer", str(client), "V.1-1=yes"]) == 0
    capsys.readouterr()
    assert main(["score", str(client), "--json"]) == 0
    score = json.loads(capsys.readouterr().out)
    # weights 3 and 2 of the two questions that are asked; V.1-3 needs the flag: 3/5 at worst, all at best
    assert [(s["id"], s["low"], s["high"]) for s in score["steps"]] == [("ready", 0.6, 1.0)]


def test_the_flags_of_an_own_pack(front_desk, own_packs, tmp_path, capsys):
    own(front_desk, own_packs / "front-desk")
    client = tmp_path / "a.pmark.toml"
    words = ["--name", "A", "--industry", "service", "--workers", "5", "--no-capital"]
    words += ["--pack", "front-desk"]
    assert main(["--lang", "en", "new", str(client), *words, "--flag", "cloud"]) == 2
    assert "allowed: tablet" in capsys.readouterr().err
    assert main(["new", str(client), *words, "--flag", "tablet"]) == 0
    capsys.readouterr()
    assert main(["questions", str(client), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["questions"]
    assert [row["id"] for row in rows] == ["V.1-1", "V.1-2", "V.1-3"]


def test_the_same_id_and_version_twice_is_refused_and_not_doubled(own_packs, capsys):
    own(shipped("incident-response"), own_packs / "mine")
    rows, err = listed(capsys, code=2)
    assert [row["id"] for row in rows] == SHIPPED
    assert "incident-response version 1.0.0 is there twice" in err
    assert str(own_packs / "mine") in err
    assert str(shipped("incident-response")) in err
    assert main(["--lang", "en", "questions", "--pack", "incident-response"]) == 2
    assert "is there twice" in capsys.readouterr().err


def test_a_doubled_pack_does_not_stop_the_others(own_packs, capsys):
    own(shipped("incident-response"), own_packs / "mine")
    assert asked("jisq15001-2023", capsys)["pack"] == "jisq15001-2023"


def test_two_own_packs_that_are_the_same(front_desk, own_packs, capsys):
    own(front_desk, own_packs / "a")
    own(front_desk, own_packs / "b")
    rows, err = listed(capsys, code=2)
    assert [row["id"] for row in rows] == [*SHIPPED, "front-desk"]
    assert err.count("\n") == 1
    assert main(["questions", "--pack", "front-desk"]) == 2


@pytest.mark.parametrize(
    ("own_version", "chosen"), [("1.0.1", "1.0.1"), ("1.10.0", "1.10.0"), ("0.9.9", "1.0.0")]
)
def test_the_newest_version_is_chosen(own_version, chosen, own_packs, capsys):
    own(shipped("incident-response"), own_packs / "mine", version=own_version)
    rows, err = listed(capsys)
    assert sorted(r["version"] for r in rows if r["id"] == "incident-response") == sorted(
        ["1.0.0", own_version]
    )
    assert err == ""
    assert asked("incident-response", capsys)["version"] == chosen


def test_versions_are_compared_as_numbers(front_desk, own_packs, capsys):
    own(front_desk, own_packs / "a", version="1.9.0")
    own(front_desk, own_packs / "b", version="1.10.0")
    assert asked("front-desk", capsys)["version"] == "1.10.0"


def test_a_damaged_own_pack_is_named_and_the_rest_still_work(front_desk, own_packs, capsys):
    broken = own(front_desk, own_packs / "broken")
    (broken / "clauses.toml").write_text("chapter = [", encoding="utf-8")
    rows, err = listed(capsys, code=2)
    assert [row["id"] for row in rows] == SHIPPED
    assert err.startswith("pmark: broken/clauses.toml:1: ")
    assert asked("jisq15001-2023", capsys)["pack"] == "jisq15001-2023"
    assert main(["--lang", "en", "questions", "--pack", "front-desk"]) == 2
    assert capsys.readouterr().err.startswith("pmark: broken/clauses.toml:1: ")


def test_an_own_pack_whose_head_cannot_be_read(front_desk, own_packs, capsys):
    broken = own(front_desk, own_packs / "broken")
    (broken / "pack.toml").write_text("id = ", encoding="utf-8")
    assert asked("jisq15001-2023", capsys)["pack"] == "jisq15001-2023"
    assert main(["--lang", "en", "questions", "--pack", "front-desk"]) == 2
    assert capsys.readouterr().err.startswith("pmark: broken/pack.toml:1: not TOML")


def test_a_folder_without_a_pack_and_a_stray_file_are_passed_over(own_packs, capsys):
    (own_packs / "notes").mkdir()
    (own_packs / "readme.txt").write_text("x", encoding="utf-8")
    rows, err = listed(capsys)
    assert [row["id"] for row in rows] == SHIPPED
    assert err == ""


TRICKS = [
    "",
    ".",
    "..",
    "../incident-response",
    "./incident-response",
    "jisq15001-2023/../incident-response",
    "jisq15001-2023/",
    "privacymark",
    "INCIDENT-RESPONSE",
    "incident-response\n",
    "incident-response\0",
    "{where}",
    "con",
    "a" * 5000,
]


@pytest.mark.parametrize("own_folder", [False, True])
@pytest.mark.parametrize("trick", TRICKS)
def test_an_id_is_never_a_path(trick, own_folder, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(shipped("incident-response"))
    if own_folder:
        Path(paths.user_packs()).mkdir(parents=True)
    client = tmp_path / "a.pmark.toml"
    words = ["--name", "A", "--industry", "service", "--workers", "5", "--no-capital"]
    assert main(["--lang", "en", "new", str(client), *words, f"--pack={trick}"]) == 2
    said = capsys.readouterr()
    assert "incident-response, jisq15001-2023" in said.err
    assert said.err.count("\n") == 1
    assert not client.exists()


def test_a_client_file_cannot_name_a_path_either(tmp_path, capsys):
    client = tmp_path / "a.pmark.toml"
    words = ["--name", "A", "--industry", "service", "--workers", "5", "--no-capital"]
    assert main(["new", str(client), *words]) == 0
    text = client.read_text(encoding="utf-8")
    text = text.replace(
        'pack = "jisq15001-2023"', f'pack = "{shipped("incident-response").as_posix()}"'
    )
    client.write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert main(["--lang", "en", "score", str(client)]) == 2
    assert "there are: incident-response, jisq15001-2023" in capsys.readouterr().err


def test_show_and_check_take_an_id_or_a_folder(
    front_desk, own_packs, monkeypatch, tmp_path, capsys
):
    own(front_desk, own_packs / "any-name")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "incident-response").mkdir()  # a folder of that name is no pack, so the id is meant
    for word, pack in [
        ("front-desk", "front-desk"),
        (str(own_packs / "any-name"), "front-desk"),
        ("incident-response", "incident-response"),
    ]:
        assert main(["pack", "show", word, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["pack"] == pack
        assert main(["pack", "check", word]) == 0
        capsys.readouterr()


def test_show_takes_the_newest_version_of_an_id(own_packs, capsys):
    own(shipped("incident-response"), own_packs / "mine", version="2.0.0")
    assert main(["pack", "show", "incident-response", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["version"] == "2.0.0"


def test_every_shipped_folder_has_the_name_of_its_pack():
    """So that a shipped pack is found without reading the others."""
    assert [packs.load_folder(folder).id for folder in packs.folders()] == SHIPPED
