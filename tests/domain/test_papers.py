"""Application papers: which, how far, and dates that clash."""

from __future__ import annotations

from datetime import date

import pytest

from pmark_tui.domain.client import Answer, Client, Profile
from pmark_tui.domain.papers import date_clashes, dates_of, papers
from pmark_tui.errors import BadInput
from pmark_tui.store import packs
from pmark_tui.store.scheme import paper_rules
from pmark_tui.texts import money


def client(kind="new", **answers):
    profile = Profile("x", "service", 5, kind=kind)
    held = {q.replace("__", ".").replace("_", "-"): a for q, a in answers.items()}
    return Client(profile, "jisq15001-2023", "1.0.0", date(2026, 1, 1), answers=held)


def ids(kind):
    return [one.paper.id for one in papers(paper_rules(), packs.load(), client(kind))]


def test_a_new_application_has_forms_0_to_8_and_the_attachments():
    assert ids("new") == [
        *(f"form-{n}" for n in range(9)),
        "register-extract",
        "articles",
        "pms-documents",
        "ledger",
        "risk-table",
    ]


def test_a_renewal_has_forms_1_to_9():
    rules, pack = paper_rules(), packs.load()
    forms = [one.paper.form for one in papers(rules, pack, client("renewal"))]
    assert [form for form in forms if form] == [str(n) for n in range(1, 10)]


def test_state_follows_the_answers():
    rules, pack = paper_rules(), packs.load()
    of = client(
        P__1_1=Answer("yes"), P__1_4=Answer("no"), P__1_7=Answer("yes"), P__1_3=Answer("yes")
    )
    state = {one.paper.id: one.state for one in papers(rules, pack, of)}
    assert state["form-1"] == state["form-2"] == "ready"
    assert state["register-extract"] == "not-ready"
    assert state["ledger"] == state["risk-table"] == "ready"
    assert state["form-4"] == state["articles"] == "open"


@pytest.mark.parametrize(
    ("dates", "rules"),
    [
        ({"training": date(2026, 5, 1), "audit": date(2026, 5, 1)}, []),
        ({"training": date(2026, 5, 2), "audit": date(2026, 5, 1)}, ["papers_order"]),
        ({"audit": date(2026, 5, 2), "review": date(2026, 5, 1)}, ["papers_order"]),
        ({"review": date(2026, 7, 2), "filed": date(2026, 7, 1)}, ["papers_order"]),
        ({"form-0": date(2026, 7, 1), "form-1": date(2026, 7, 2)}, ["papers_same"]),
        ({"form-0": date(2026, 7, 1), "form-1": date(2026, 7, 1)}, []),
        ({"extract": date(2026, 4, 1), "filed": date(2026, 7, 1)}, []),
        ({"extract": date(2026, 3, 31), "filed": date(2026, 7, 1)}, ["papers_age"]),
        ({"extract": date(2026, 7, 2), "filed": date(2026, 7, 1)}, ["papers_age"]),
        ({"extract": date(2026, 7, 2)}, []),
        ({}, []),
    ],
)
def test_dates_that_must_agree(dates, rules):
    found = list(date_clashes(paper_rules(), dates))
    assert [note.key for note in found] == rules
    assert all(str(day) in money.say(note, "ja") for note in found for day in dates.values())


def test_refuses_a_date_it_does_not_know():
    with pytest.raises(BadInput, match="birthday"):
        list(date_clashes(paper_rules(), {"birthday": date(2026, 1, 1)}))


def test_dates_come_from_the_evidence_of_the_answers():
    of = client(J__4__3_3=Answer("yes", evidence_date=date(2026, 6, 1)))
    of = of.with_answer("J.6.2-3", Answer("yes", evidence_date=date(2026, 5, 1)))
    assert dates_of(paper_rules(), of) == {"training": date(2026, 6, 1), "audit": date(2026, 5, 1)}
    assert [note.key for note in date_clashes(paper_rules(), dates_of(paper_rules(), of))] == [
        "papers_order"
    ]


def test_papers_name_people_and_questions_of_the_pack():
    pack = packs.load()
    for paper in paper_rules().paper:
        assert paper.who in pack.person
        assert paper.source
        assert all(question in pack.question for question in paper.questions)
        assert paper.title.en.isascii()
    for one in paper_rules().paper_date:
        assert not one.question or one.question in pack.question
