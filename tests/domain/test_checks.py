"""Planted contradictions: each in a file of its own, each found, and nothing beside it."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pmark_tui.domain.checks import RULES, Remark, check
from pmark_tui.domain.client import Client, Finding
from pmark_tui.domain.pack import LANGUAGES
from pmark_tui.store import client_file
from pmark_tui.texts.checks import CHECKS, SEVERITY, what
from tests.domain.small import REASON, TODAY, all_yes, client, shipped, small

FLAGS = tuple(flag.id for flag in shipped().flags)
WINDOW = (date(2026, 6, 2), date(2026, 10, 1))
"""For a mark that ends on 1 February 2027: eight months before plus a day, four months before."""

OPEN = Finding("F1", "J.9.2", "施錠なし", found_on=date(2026, 11, 1))


@dataclass(frozen=True)
class Plant:
    """What is changed in a client with nothing wrong, and the remarks that must come of it."""

    found: dict[str, str]
    values: dict[str, str] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    beside: dict[str, dict[str, Any]] = field(default_factory=dict)
    profile: dict[str, Any] = field(default_factory=dict)
    without: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    version: str = ""

    def client(self) -> Client:
        flags = tuple(flag for flag in FLAGS if flag not in self.without)
        planted = all_yes(shipped(), **{"flags": flags} | self.profile)
        for question, value in self.values.items():
            reason = REASON if value == "na" else ""
            answer = replace(planted.answer(question), value=value.removesuffix("?"), reason=reason)
            planted = planted.with_answer(question, answer)
        for question, day in self.dates.items():
            answer = replace(planted.answer(question), evidence_date=date.fromisoformat(day))
            planted = planted.with_answer(question, answer)
        for question, fields in self.beside.items():
            planted = planted.with_answer(question, replace(planted.answer(question), **fields))
        return planted.changed(
            findings=self.findings, pack_version=self.version or planted.pack_version
        )


RENEWAL = {"kind": "renewal", "expires": date(2027, 2, 1)}

PLANTS = {
    "plan after training": Plant(
        {"plan-before-training": "J.4.3-3"},
        dates={"J.3.3-2": "2026-05-01", "J.4.3-3": "2026-04-30"},
    ),
    "audit before training": Plant(
        {"training-before-audit": "J.6.2-3"},
        dates={"J.4.3-3": "2026-10-10", "J.6.2-3": "2026-10-09"},
    ),
    "audit before the units' own check": Plant(
        {"operation-check-before-audit": "J.6.2-3"},
        dates={"J.6.1-2": "2026-10-10", "J.6.2-3": "2026-10-01"},
    ),
    "review before audit": Plant(
        {"audit-before-review": "J.6.3-2"}, dates={"J.6.2-3": "2026-10-10", "J.6.3-2": "2026-10-01"}
    ),
    "review before training": Plant(
        {"training-before-review": "J.6.3-2"},
        dates={"J.4.3-3": "2026-10-10", "J.6.3-2": "2026-10-01"},
    ),
    "corrective action before audit": Plant(
        {"audit-before-correction": "J.7.1-2"},
        dates={"J.6.2-3": "2026-10-10", "J.7.1-2": "2026-10-01"},
    ),
    "risk table older than ledger": Plant(
        {"risk-table-older-than-ledger": "J.3.1.3-5"},
        dates={"J.3.1.1-5": "2026-09-01", "J.3.1.3-5": "2026-08-31"},
    ),
    "summary before review": Plant(
        {"papers-before-review": "P.1-5"}, dates={"J.6.3-2": "2026-10-10", "P.1-5": "2026-10-01"}
    ),
    "training over a year ago": Plant(
        {"yearly-record-expired": "J.4.3-3"}, dates={"J.4.3-3": "2025-11-22"}
    ),
    "old register extract": Plant(
        {"register-extract-expired": "P.1-4"}, dates={"P.1-4": "2026-08-22"}
    ),
    "renewal filed too early": Plant(
        {"renewal-outside-window": "P.1-1"}, dates={"P.1-1": "2026-06-01"}, profile=RENEWAL
    ),
    "renewal window missed": Plant(
        {"renewal-window-passed": "E.3-6"}, values={"P.1-1": "no"}, profile=RENEWAL
    ),
    "one person in both posts": Plant(
        {"audit-manager-is-privacy-manager": "J.2.3.2-2"},
        profile={"audit_manager": "山田 太郎", "privacy_manager": "山田太郎", "head": "鈴木一"},
    ),
    "the head as audit manager": Plant(
        {"audit-manager-is-head": "J.2.3.2-3"},
        profile={"audit_manager": "ﾔﾏﾀﾞ", "privacy_manager": "佐藤", "head": "ヤマダ"},
    ),
    "two workers said, one counted": Plant(
        {"too-few-workers": "profile.workers"}, profile={"workers": 1}
    ),
    "two workers denied, five counted": Plant(
        {"two-workers-denied": "E.1-1"}, values={"E.1-1": "no"}
    ),
    "two posts, one person": Plant({"two-posts-need-two-people": "E.1-2"}, values={"E.1-2": "no"}),
    "auditors of their own work": Plant(
        {"auditors-audit-own-work": "J.6.2-5"}, values={"J.6.2-5": "partial"}
    ),
    "a turn without review": Plant(
        {"cycle-not-finished": "J.6.3-2", "summary-of-nothing": "J.6.3-2"}, values={"J.6.3-2": "no"}
    ),
    "copies of a risk table that is not there": Plant(
        {"copies-of-nothing": "J.3.1.3-3"}, values={"J.3.1.3-3": "no"}
    ),
    "a complete set with forms missing": Plant(
        {"rules-set-incomplete": "J.4.5.4-2"}, values={"J.4.5.4-2": "partial"}
    ),
    "a complete ledger with gaps": Plant(
        {"ledger-complete-with-gaps": "J.3.1.1-4"}, values={"J.3.1.1-4": "no"}
    ),
    "risks of a ledger that is not complete": Plant(
        {"risks-of-incomplete-ledger": "J.3.1.1-3", "copies-of-nothing": "J.3.1.1-3"},
        values={"J.3.1.1-3": "partial"},
    ),
    "trained but not covered": Plant(
        {"everyone-trained-but-not-covered": "J.1.4-2"}, values={"J.1.4-2": "no"}
    ),
    "purposes agree but are not published": Plant(
        {"purposes-agree-unpublished": "J.8.4-2"}, values={"J.8.4-2": "no"}
    ),
    "processors without evaluation": Plant(
        {"processors-in-use-not-evaluated": "J.9.4-4"}, values={"J.9.4-4": "no"}
    ),
    "evaluation without list": Plant(
        {"evaluated-without-list": "J.9.4-3"}, values={"J.9.4-3": "no"}
    ),
    "entry log without first and last": Plant(
        {"entry-log-without-first-and-last": "J.9.2-15"}, values={"J.9.2-15": "no"}
    ),
    "findings answered yet open": Plant(
        {"findings-answered-but-open": "G.1-1"},
        values={"J.9.2-17": "no"},
        findings=(OPEN,),
    ),
    "no nonconformity despite findings": Plant(
        {"no-nonconformity-despite-findings": "J.7.1-3"},
        values={"J.7.1-3": "na"},
        findings=(replace(OPEN, closed=date(2026, 11, 9), correction="鍵を付けた"),),
    ),
    "cameras but no rules": Plant(
        {"monitoring-excluded": "J.9.3-2"}, values={"J.9.3-2": "na"}, without=("call-recording",)
    ),
    "provision without record": Plant(
        {"provision-excluded": "J.8.8.2-2"}, values={"J.8.8.2-2": "na"}
    ),
    "receipt without record": Plant({"receipt-excluded": "J.8.8.3-2"}, values={"J.8.8.3-2": "na"}),
    "foreign recipients excluded": Plant(
        {"foreign-provision-excluded": "J.8.8.1-3"}, values={"J.8.8.1-3": "na"}
    ),
    "leavers here, no leavers there": Plant(
        {"leavers-excluded-in-part": "J.9.3-4"}, values={"J.9.3-4": "na"}
    ),
    "nobody entrusted": Plant(
        {"nobody-entrusted": "profile.flags"}, without=("entrusted-out", "cloud")
    ),
    "no My Number": Plant({"no-my-number": "profile.flags"}, without=("my-number",)),
    "no sensitive data": Plant({"no-sensitive-data": "profile.flags"}, without=("sensitive-data",)),
    "practised but not written": Plant(
        {"practised-not-written": "J.1.2-1"}, values={"J.1.2-1": "no"}
    ),
    "a record on hearsay": Plant(
        {"record-on-hearsay": "J.9.2-14"}, beside={"J.9.2-14": {"certainty": "said"}}
    ),
    "denied, yet with evidence": Plant(
        {"denied-with-evidence-date": "J.3.2-2"},
        values={"J.3.2-2": "no"},
        dates={"J.3.2-2": "2026-11-01"},
    ),
    "evidence of tomorrow": Plant(
        {"evidence-from-the-future": "J.3.2-2"}, dates={"J.3.2-2": "2026-11-24"}
    ),
    "homework not done": Plant(
        {"due-passed": "J.3.2-2"},
        values={"J.3.2-2": "partial"},
        beside={"J.3.2-2": {"due": date(2026, 11, 22)}},
    ),
    "an exclusion without reason": Plant(
        {"exclusion-without-reason": "J.7.1-4"}, values={"J.7.1-4": "na?"}
    ),
    "an exclusion that the scheme refuses": Plant(
        {"exclusion-refused": "J.2.2-1"}, values={"J.2.2-1": "na"}
    ),
    "an answer that the pack does not have": Plant(
        {"value-unknown": "J.2.1-1"}, values={"J.2.1-1": "perhaps"}
    ),
    "a question that the pack does not have": Plant(
        {"question-unknown": "J.99-1"}, values={"J.99-1": "yes"}
    ),
    "an answer to what is not asked": Plant(
        {"answer-not-asked": "J.8.4-3"}, values={"J.8.4-3": "yes"}, without=("cameras",)
    ),
    "answered on another version": Plant(
        {"other-pack-version": "file.pack_version"}, version="0.9.0"
    ),
    "a flag that the pack does not have": Plant(
        {"flag-unknown": "profile.flags"}, profile={"flags": (*FLAGS, "drones")}
    ),
    "new, yet with an end date": Plant(
        {"new-with-end-date": "profile.kind"}, profile={"expires": date(2027, 2, 1)}
    ),
    "renewal without an end date": Plant(
        {"renewal-without-end-date": "profile.expires"}, profile={"kind": "renewal"}
    ),
    "a mark that has ended": Plant(
        {"mark-expired": "profile.expires"},
        profile={"kind": "renewal", "expires": date(2026, 11, 22)},
    ),
    "a finding past its date": Plant(
        {"finding-overdue": "finding.F1"},
        values={"J.9.2-17": "no", "G.1-1": "unknown"},
        findings=(replace(OPEN, found_on=date(2026, 8, 22)),),
    ),
    "a finding where all is well": Plant(
        {"finding-on-fulfilled-clause": "finding.F1"},
        values={"G.1-1": "unknown"},
        findings=(OPEN,),
    ),
    "a finding on no clause": Plant(
        {"finding-clause-unknown": "finding.F1"},
        values={"G.1-1": "unknown"},
        findings=(replace(OPEN, clause="J.99"),),
    ),
    "a finding without date": Plant(
        {"finding-without-date": "finding.F1"},
        values={"J.9.2-17": "no", "G.1-1": "unknown"},
        findings=(replace(OPEN, found_on=None),),
    ),
    "closed before it was found": Plant(
        {"finding-closed-too-early": "finding.F1"},
        findings=(replace(OPEN, closed=date(2026, 10, 31), correction="鍵"),),
    ),
    "closed by nothing": Plant(
        {"finding-closed-without-correction": "finding.F1"},
        findings=(replace(OPEN, closed=date(2026, 11, 9)),),
    ),
}


def found(planted: Client, path: Path) -> tuple[Remark, ...]:
    """The remarks on a client after it went through a file."""
    client_file.create(str(path), planted)
    read = client_file.read(str(path)).client
    assert read == planted
    window = WINDOW if read.profile.expires == date(2027, 2, 1) else None
    return check(shipped(), read, TODAY, window)


@pytest.mark.parametrize("kind", ["new", "renewal"])
def test_nothing_is_found_where_nothing_is_wrong(kind: str, tmp_path: Path) -> None:
    clean = Plant(
        {}, profile={"kind": kind, "expires": None if kind == "new" else date(2028, 1, 1)}
    )
    assert found(clean.client(), tmp_path / "a.pmark.toml") == ()


def test_nothing_is_found_in_a_new_client() -> None:
    for pack in (shipped(), small()):
        assert check(pack, client({}, pack), TODAY) == ()


@pytest.mark.parametrize("name", PLANTS)
def test_each_planted_contradiction_is_found_and_nothing_else(name: str, tmp_path: Path) -> None:
    plant = PLANTS[name]
    remarks = found(plant.client(), tmp_path / "a.pmark.toml")
    assert {r.rule: r.where for r in remarks} == plant.found
    assert len(remarks) == len(plant.found)
    for remark in remarks:
        for lang in LANGUAGES:
            assert "{" not in what(remark, lang)
            assert remark.severity in SEVERITY


def test_every_rule_is_planted_and_has_its_sentence() -> None:
    rules = {*RULES, *(rule.id for rule in shipped().checks)}
    assert len(rules) >= 20
    planted = {rule for plant in PLANTS.values() for rule in plant.found}
    assert planted == rules - {"question-changed", "question-new"}, "planted below"
    assert set(CHECKS) == set(RULES)
    assert not set(RULES) & {rule.id for rule in shipped().checks}


def test_an_answer_to_a_question_that_changed_its_meaning() -> None:
    pack = small()
    newer = tuple(replace(q, revision=2) if q.id == "1.1-1" else q for q in pack.questions)
    (remark,) = check(replace(pack, questions=newer), client({"1.1-1": "yes"}), TODAY)
    assert (remark.rule, remark.where) == ("question-changed", "1.1-1")


def test_a_question_that_came_with_a_later_version() -> None:
    pack = small()
    newer = tuple(replace(q, since="1.2.0") if q.id == "1.1-1" else q for q in pack.questions)
    held = client({}).changed(pack_version="1.1.0")
    remarks = check(replace(pack, questions=newer), held, TODAY)
    assert [(r.rule, r.where) for r in remarks] == [
        ("other-pack-version", "file.pack_version"),
        ("question-new", "1.1-1"),
    ]


def test_the_gravest_stand_first() -> None:
    plant = Plant({}, values={"J.1.4-2": "no", "J.6.3-2": "no"}, without=("my-number",))
    severities = [r.severity for r in check(shipped(), plant.client(), TODAY)]
    assert severities == ["error", "error", "warning", "note"]


def test_the_day_itself_is_still_in_time() -> None:
    dates = {"J.4.3-3": "2025-11-23", "P.1-4": "2026-08-23", "J.3.2-2": "2026-11-23"}
    plant = Plant({}, dates=dates, beside={"J.3.2-2": {"due": TODAY}})
    assert check(shipped(), plant.client(), TODAY) == ()
    same_day = {"J.4.3-3": "2026-10-01", "J.6.2-3": "2026-10-01", "J.6.3-2": "2026-10-01"}
    assert check(shipped(), Plant({}, dates=same_day).client(), TODAY) == ()


@pytest.mark.parametrize("day", ["2026-06-02", "2026-10-01"])
def test_first_and_last_day_of_the_window_are_inside(day: str) -> None:
    plant = Plant({}, dates={"P.1-1": day}, profile=RENEWAL)
    assert check(shipped(), plant.client(), TODAY, WINDOW) == ()


def test_rules_of_a_pack_look_only_at_what_is_asked() -> None:
    pack = small()
    held = client({"2.2-2": "na"}, flags=("cloud",))
    assert [r.rule for r in check(pack, held, TODAY)] == ["answer-not-asked"]
    asked = client({"2.2-2": "na"}, flags=("cloud", "cameras"))
    assert [r.rule for r in check(pack, asked, TODAY)] == ["signs-excluded"]


def test_every_question_of_a_sentence_exists() -> None:
    pack = shipped()
    for rule in pack.checks:
        assert not rule.mends or rule.mends in pack.question or rule.mends.startswith("profile.")
        assert rule.certainty, rule.id
