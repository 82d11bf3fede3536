"""The sample client: sound, the same in both languages, and as docs/sample.md describes it."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from zlib import crc32

import build_sample
import pytest

from pmark_tui.cli import main
from pmark_tui.domain.answering import allowed_values
from pmark_tui.domain.asking import is_asked
from pmark_tui.domain.checks import check
from pmark_tui.domain.client import CERTAINTIES, Answer, Client
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.text import ambiguous
from pmark_tui.store import client_file, packs, paths

LANGUAGES = ("ja", "en")
DOC = os.path.join(os.path.dirname(__file__), "..", "..", "docs", "sample.md")
VISIT = date(2026, 11, 20)
LAST_FRESH_DAY = date(2027, 1, 22)


@pytest.fixture(scope="module", autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PMARK_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("PMARK_DATA", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(scope="module")
def pack(own_folders: None) -> Pack:
    return packs.load()


def sample_path(lang: str) -> str:
    return os.path.join(paths.shipped(), "sample", f"sample.{lang}.pmark.toml")


def sample(lang: str) -> Client:
    return client_file.read(sample_path(lang)).client


def texts(client: Client) -> list[str]:
    spoken = [client.profile.name, client.profile.head]
    spoken += [client.profile.privacy_manager, client.profile.audit_manager]
    for a in client.answers.values():
        spoken += [a.note, a.reason, a.who, a.evidence, a.owner]
    for f in client.findings:
        spoken += [f.text, f.grade, f.cause, f.correction, f.evidence]
    return [text for text in spoken if text]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_answer_is_one_that_the_interview_would_take(pack: Pack, lang: str) -> None:
    client = sample(lang)
    assert (client.pack, client.pack_version) == (pack.id, pack.version)
    for key, answer in client.answers.items():
        question = pack.question[key]
        assert is_asked(question, client.profile), key
        assert answer.value in ("", *allowed_values(pack, question)), key
        assert bool(answer.reason) == (answer.value == "na"), key
        assert (answer.at is not None) == bool(answer.value), key
    assert client.position in pack.question
    assert {f.clause for f in client.findings} <= set(pack.clause)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_file_bears_its_checksum_and_passes_full_validation(lang: str, tmp_path: Path) -> None:
    body, _, seal = Path(sample_path(lang)).read_bytes().partition(b"# checksum = ")
    assert seal == f'"crc32:{crc32(body):08x}"\n'.encode()
    edited = tmp_path / "edited.pmark.toml"
    edited.write_bytes(body)
    assert client_file.read(str(edited)).client == sample(lang)


def test_shipped_files_are_what_the_facts_say(tmp_path: Path) -> None:
    build_sample.write(str(tmp_path))
    for lang in LANGUAGES:
        shipped = Path(sample_path(lang))
        built = tmp_path / shipped.name
        assert shipped.read_bytes() == built.read_bytes(), "run python -m tests.sample.build_sample"


def test_both_languages_hold_the_same_facts() -> None:
    def bare(answer: Answer) -> tuple[Answer, list[bool]]:
        said = ("note", "reason", "who", "evidence", "owner")
        there = [bool(getattr(answer, name)) for name in said]
        return replace(answer, **dict.fromkeys(said, "")), there

    def all_bare(client: Client) -> dict[str, tuple[Answer, list[bool]]]:
        return {key: bare(answer) for key, answer in client.answers.items()}

    def facts(client: Client) -> Client:
        names = ("name", "head", "privacy_manager", "audit_manager")
        findings = tuple(
            replace(f, text="", grade="", cause=str(bool(f.cause)), correction="", evidence="")
            for f in client.findings
        )
        profile = replace(client.profile, **dict.fromkeys(names, ""))
        return replace(client, profile=profile, findings=findings, answers={})

    ja, en = sample("ja"), sample("en")
    assert facts(ja) == facts(en)
    assert all_bare(ja) == all_bare(en)


def test_each_file_speaks_its_own_language() -> None:
    assert all(text.isascii() for text in texts(sample("en")))
    notes = [a.note + a.reason for a in sample("ja").answers.values() if a.note or a.reason]
    assert all(re.search("[ぁ-んァ-ヶ一-龠]", note) for note in notes)
    assert not [text for text in texts(sample("ja")) if ambiguous(text)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_looks_like_a_first_visit(pack: Pack, lang: str) -> None:
    client = sample(lang)
    answers = client.answers.values()
    notes = [a.note for a in answers if a.note]
    assert 30 <= len(notes) <= 40
    assert all(1 <= len(note.splitlines()) <= 3 for note in notes)
    assert 3 <= sum(a.value == "na" for a in answers) <= 5
    assert sum(a.value == "unknown" for a in answers) == 5
    assert sum(a.flagged for a in answers) == 6
    assert sum(a.parked for a in answers) == 2
    assert {a.certainty for a in answers} >= set(CERTAINTIES)
    assert all(a.at.date() == VISIT for a in answers if a.at)
    gaps = [a for a in answers if a.value in ("partial", "no", "unknown")]
    assert all(a.owner and a.due and a.due >= LAST_FRESH_DAY for a in gaps)
    asked_people = {pack.question[key].ask for key, a in client.answers.items() if a.value}
    assert asked_people == set(pack.person)


def test_a_note_that_a_report_must_not_take_for_a_formula_or_markup() -> None:
    for lang, marked in (("ja", "<要確認> *至急*"), ("en", "<to check> *urgent*")):
        note = sample(lang).answers["J.3.1.1-2"].note
        assert note.startswith("=SUM(") and marked in note


def test_score_shows_blocked_and_open_steps(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", sample_path("ja"), "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    status = {step["id"]: step["status"] for step in shown["steps"]}
    assert status == {
        "build": "open",
        "operate": "blocked",
        "review": "blocked",
        "apply": "blocked",
        "document": "open",
        "onsite": "blocked",
        "grant": "open",
    }
    assert shown["answered"] == 169  # how many are asked depends on the pack of the day
    assert 0.6 <= shown["answered"] / shown["asked"] <= 0.8
    operate = next(step for step in shown["steps"] if step["id"] == "operate")
    assert [b["question"] for b in operate["blockers"]] == ["J.4.3-3"]


def documented() -> list[list[tuple[str, str]]]:
    """The rows of each of the two tables of docs/sample.md as (rule, question)."""
    with open(DOC, encoding="utf-8") as stream:
        tables = re.split(r"(?m)^## English$", stream.read())
    return [re.findall(r"(?m)^\| ([a-z-]+) \| ([A-Z]\.[\d.-]+) \|", table) for table in tables]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("day", [VISIT, LAST_FRESH_DAY])
def test_check_finds_what_the_document_says_alone(pack: Pack, lang: str, day: date) -> None:
    found = [(remark.rule, remark.where) for remark in check(pack, sample(lang), day)]
    for table in documented():
        assert sorted(found) == sorted(table)
        assert len(table) == 5


def test_dates_take_their_course_as_the_document_says(pack: Pack) -> None:
    intended = {rule for rule, _ in documented()[0]}

    def new_rules(day: date) -> set[str]:
        return {remark.rule for remark in check(pack, sample("ja"), day)} - intended

    assert new_rules(date(2027, 1, 23)) == {"due-passed"}
    assert new_rules(date(2027, 2, 20)) == {"due-passed"}
    assert new_rules(date(2027, 2, 21)) == {"due-passed", "finding-overdue"}

    def expired(day: date) -> int:
        return sum(r.rule == "yearly-record-expired" for r in check(pack, sample("ja"), day))

    assert expired(date(2027, 5, 31)) == 1
    assert expired(date(2027, 6, 30)) > 1
