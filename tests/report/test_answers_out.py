"""Answers in, answers out: what stands in the client file is found in the full report of each format."""

import json
from collections.abc import Callable, Iterator
from datetime import date, datetime

import pytest

from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.plain import plain
from pmark_tui.report.writers import FORMATS
from tests.report.readers import flat, text_of

CERTAINTY = {
    "ja": {
        "said": "口頭のみ",
        "document": "文書を見た",
        "record": "記録を見た",
        "seen": "現場で見た",
    },
    "en": {
        "said": "said only",
        "document": "document seen",
        "record": "record seen",
        "seen": "seen on site",
    },
}


def entered(pack: Pack, client: Client, lang: str) -> Iterator[str]:
    """Everything that somebody entered, as a reader of a report would look for it."""
    profile = client.profile
    yield from (profile.name, profile.head, profile.privacy_manager, profile.audit_manager)
    yield f"{profile.workers:,}"
    if profile.capital is not None:
        yield f"{profile.capital:,}"
    yield from _days(profile.expires, profile.target, client.created)
    yield from (flag.title.of(lang) for flag in pack.flags if flag.id in profile.flags)
    for key, answer in client.answers.items():
        yield key
        if answer.value in pack.answer:
            yield pack.answer[answer.value].label.of(lang)
        if answer.certainty:
            yield CERTAINTY[lang][answer.certainty]
        yield from (answer.note, answer.reason, answer.evidence, answer.who, answer.owner)
        yield from _days(answer.due, answer.evidence_date, answer.at)
    for fee in client.official_fees:
        amounts = (fee.application, fee.audit, fee.registration)
        yield from (f"{amount:,}" for amount in (*amounts, sum(amounts)))
        yield fee.entered_by
        yield from _days(fee.entered_on)
    for finding in client.findings:
        yield from (finding.id, finding.clause, finding.text, finding.grade)
        yield from (finding.cause, finding.correction, finding.evidence)
        yield from _days(finding.found_on, finding.closed)


def _days(*days: date | datetime | None) -> Iterator[str]:
    for day in days:
        if day is not None:
            yield (day.date() if isinstance(day, datetime) else day).isoformat()


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", ["full", "hostile"])
def test_everything_entered_is_in_the_report(
    name: str,
    form: str,
    lang: str,
    pack: Pack,
    client_of: Callable[[str], Client],
    written: Callable[..., bytes],
) -> None:
    shown = flat(text_of(form, written(name, form, lang=lang)))
    wanted = {flat(plain(text)) for text in entered(pack, client_of(name), lang)}
    missing = sorted(text[:60] for text in wanted if text not in shown)
    assert not missing


@pytest.mark.parametrize("name", ["full", "hostile"])
def test_each_answer_stands_with_its_own_question(
    name: str, client_of: Callable[[str], Client], written: Callable[..., bytes]
) -> None:
    report = json.loads(written(name, "json"))
    rows = [a for c in report["chapters"] for clause in c["clauses"] for a in clause["answers"]]
    found = {row["id"]: row for row in (*rows, *report["kept"])}
    for key, answer in client_of(name).answers.items():
        row = found[plain(key)]
        assert row["value"] == answer.value
        for field in ("note", "reason", "evidence", "who", "owner"):
            assert row[field] == plain(getattr(answer, field))
        assert row["due"] == (answer.due.isoformat() if answer.due else "")


def test_only_what_was_answered_is_named_as_answered(
    pack: Pack, client_of: Callable[[str], Client], written: Callable[..., bytes]
) -> None:
    client = client_of("begun")
    chapter = written("begun", "md").decode().partition("## 章ごとの回答")[2].partition("\n## ")[0]
    named = {line.split("**")[1] for line in chapter.splitlines() if line.startswith("- **")}
    assert named == set(client.answers)
    assert len(named) == 20


def test_an_answer_that_this_profile_is_not_asked_is_kept_and_said_so(
    written: Callable[..., bytes],
) -> None:
    report = written("full", "md").decode()
    kept = report.partition("## 点数に入れていない回答")[2].partition("\n## ")[0]
    assert "**X.1-1** このパックにない設問" in kept
    assert "前の版の設問へのメモ" in kept
