"""An open client: intents, undo and redo, saving."""

from datetime import datetime
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.domain.routes import Route, search, walk
from pmark_tui.errors import BadInput
from pmark_tui.session import Session
from pmark_tui.store import client_file

NOW = datetime(2026, 11, 23, 14, 3, 21)


@pytest.fixture
def session(tmp_path: Path) -> Session:
    path = str(tmp_path / "a.pmark.toml")
    words = ["new", path, "--name", "A", "--industry", "service", "--workers", "12", "--no-capital"]
    assert main(words) == 0
    return Session.open(path, lambda: NOW)


def on_disk(session: Session) -> client_file.ClientFile:
    return client_file.read(session.file.path)


def test_each_answer_is_on_disk_before_the_next(session: Session) -> None:
    for question in session.questions()[:5]:
        session.answer(question.id, "yes")
        held = on_disk(session).client.answer(question.id)
        assert (held.value, held.at) == ("yes", NOW)


def test_undo_and_redo_without_limit(session: Session) -> None:
    ids = [q.id for q in session.questions()[:30]]
    for question in ids:
        session.answer(question, "no")
    for question in reversed(ids):
        change = session.undo()
        assert change is not None
        assert change.question == question
    assert session.undo() is None
    assert session.client.answers == {}
    for _ in ids:
        assert session.redo() is not None
    assert session.redo() is None
    assert on_disk(session).client.answers.keys() == set(ids)


def test_a_new_change_ends_what_could_be_redone(session: Session) -> None:
    first, second = (q.id for q in session.questions()[:2])
    session.answer(first, "yes")
    session.undo()
    session.answer(second, "no")
    assert session.redo() is None


def test_taking_an_answer_back_keeps_the_note(session: Session) -> None:
    question = session.questions()[0].id
    session.answer(question, "no")
    session.annotate(question, note="来週もう一度")
    session.answer(question, "")
    held = on_disk(session).client.answer(question)
    assert (held.value, held.note, held.at) == ("", "来週もう一度", None)


def test_an_exclusion_needs_permission_and_a_reason(session: Session) -> None:
    fixed = next(q for q in session.questions() if not q.may_be_na)
    loose = next(q for q in session.questions() if q.may_be_na)
    with pytest.raises(BadInput, match="cannot be excluded"):
        session.answer(fixed.id, "na", "because")
    with pytest.raises(BadInput, match="needs a reason"):
        session.answer(loose.id, "na")
    session.answer(loose.id, "na", "委託先がないため")
    assert on_disk(session).client.answer(loose.id).reason == "委託先がないため"


def test_the_place_is_kept_and_is_no_step_of_undo(session: Session) -> None:
    question = session.questions()[3].id
    session.move_to(question)
    session.keep_place()
    assert on_disk(session).client.position == question
    assert session.undo() is None


def test_the_pass_is_kept(session: Session) -> None:
    session.walk(Route(quick=True))
    assert Session.open(session.file.path, lambda: NOW).route == Route(quick=True)


def test_routes_show_what_they_say(session: Session) -> None:
    questions = session.questions()
    session.answer(questions[0].id, "yes")
    session.answer(questions[1].id, "unknown")
    session.answer(questions[2].id, "partial")
    session.annotate(questions[3].id, flagged=True)
    session.annotate(questions[4].id, parked=True)
    session.answer(questions[5].id, "no")

    def ids(route: Route) -> list[str]:
        return [q.id for q in walk(session.pack, session.client, route)]

    every = [q.id for q in questions]
    assert ids(Route()) == every
    assert ids(Route(state="unanswered")) == [*every[3:5], *every[6:]]
    assert ids(Route(state="unknown")) == [every[1]]
    assert ids(Route(state="short")) == [every[2], every[5]]
    assert ids(Route(state="no")) == [every[5]]
    assert ids(Route(state="flagged")) == [every[3]]
    assert ids(Route(state="parked")) == [every[4]]
    assert {session.pack.question[i].ask for i in ids(Route(ask="hr"))} == {"hr"}
    assert all("review" in session.pack.question[i].steps for i in ids(Route(step="review")))


def test_search_finds_ids_words_evidence_and_notes(session: Session) -> None:
    def ids(words: str, lang: str = "ja") -> list[str]:
        return [q.id for q in search(session.pack, session.client, words, lang)]

    assert ids("Ｊ．２．２")[0].startswith("J.2.2")
    assert ids("j.2.2")[0] == ids("2.2")[0] == ids("２．２-１")[0] == "J.2.2-1"
    assert ids("台帳")
    assert ids("ledger", "en")
    question = session.questions()[7].id
    session.annotate(question, note="ガスター社のこと")
    assert ids("がすたー") == [question]
    assert ids("そんな言葉はどこにもない") == []
    assert ids("   ") == []
