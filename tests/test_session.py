"""An open client: intents, undo and redo, saving."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.domain.routes import Route, search, walk
from pmark_tui.errors import BadInput, FileTrouble
from pmark_tui.session import Session
from pmark_tui.store import client_file, versions

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
    assert ids(Route(mark="flagged")) == [every[3]]
    assert ids(Route(mark="parked")) == [every[4]]
    assert {session.pack.question[i].ask for i in ids(Route(ask="hr"))} == {"hr"}
    assert all("review" in session.pack.question[i].steps for i in ids(Route(step="review")))


def test_the_parts_of_a_route_combine(session: Session) -> None:
    """Of the president's four of the full pass that have an answer or a mark, worked out by hand."""
    pack = session.pack
    president = [q.id for q in session.questions() if q.ask == "president"]
    said_no, partly, open_, later = president[:4]
    others = next(q.id for q in session.questions() if q.ask == "it")
    session.answer(said_no, "no")
    session.answer(partly, "partial")
    session.annotate(partly, flagged=True)
    session.annotate(later, flagged=True)
    session.answer(others, "no")
    session.annotate(others, flagged=True)

    def ids(**chosen: str) -> list[str]:
        return [q.id for q in walk(pack, session.client, Route(**chosen))]

    assert ids(ask="president", state="unanswered") == [open_, *president[3:]]
    assert ids(ask="president", mark="flagged") == [partly, later]
    assert ids(ask="president", mark="flagged", state="short") == [partly]
    assert ids(ask="president", mark="flagged", state="no") == []
    assert ids(mark="flagged") == [partly, later, others]
    step = pack.question[others].steps[0]
    assert others in ids(step=step, mark="flagged", state="no")
    assert set(ids(step=step, mark="flagged")) == {
        i for i in (partly, later, others) if step in pack.question[i].steps
    }
    assert not Route(ask="president").is_whole
    assert Route(quick=True).is_whole


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


def again(session: Session) -> Session:
    """The same client after quitting and opening it again."""
    session.close()
    return Session.open(session.file.path, lambda: NOW)


def test_undo_goes_on_behind_the_opening(session: Session) -> None:
    ids = [q.id for q in session.questions()[:25]]
    for question in ids:
        session.answer(question, "no")
    session = again(session)
    session.answer(ids[0], "yes")
    undone = [session.undo() for _ in range(21)]
    assert [change.question for change in undone if change] == [ids[0], *reversed(ids[5:])]
    assert session.client.answer(ids[0]).value == "no"
    assert set(on_disk(session).client.answers) == set(ids[:5])
    assert session.undo() is None  # twenty saves are kept
    while session.redo() is not None:
        pass
    assert on_disk(session).client.answer(ids[0]).value == "yes"
    assert set(on_disk(session).client.answers) == set(ids)


def test_what_was_taken_back_before_the_quit_is_not_brought_up_again(session: Session) -> None:
    first, second, third = (q.id for q in session.questions()[:3])
    for question in (first, second, third):
        session.answer(question, "no")
    session.undo()
    session = again(session)
    change = session.undo()
    assert change is not None
    assert change.question == second
    session.answer(third, "yes")
    session = again(session)
    undone = [session.undo(), session.undo(), session.undo()]
    assert [change and change.question for change in undone] == [third, first, None]


def test_one_save_of_several_changes_is_taken_back_one_by_one(session: Session) -> None:
    first, second = (q.id for q in session.questions()[:2])
    file = on_disk(session)
    profile = session.client.profile
    session.save_with(lambda client: None)
    session.answer(first, "yes")
    session.annotate(second, note="あとで")
    session.set_profile(replace(profile, workers=13))
    client_file.save(file, session.client)
    session = again(session)
    assert [session.undo() is not None for _ in range(4)] == [True, True, True, False]
    assert session.client.profile == profile
    assert session.client.answers == {}


def test_an_earlier_state_that_was_damaged_ends_what_can_be_undone(session: Session) -> None:
    ids = [q.id for q in session.questions()[:3]]
    for question in ids:
        session.answer(question, "no")
    middle = versions.listing(session.file.path)[1]
    with open(middle.path, "w") as stream:
        stream.write("format = ")
    session = again(session)
    assert session.undo() is not None
    assert session.undo() is None
    assert set(session.client.answers) == set(ids[:2])


def test_a_file_that_another_one_holds_is_open_for_reading_only(session: Session) -> None:
    question = session.questions()[0].id
    session.answer(question, "yes")
    second = Session.open(session.file.path, lambda: NOW)
    assert second.read_only is not None
    assert second.read_only.key == "file_held"
    assert second.client.answer(question).value == "yes"
    # moving about and choosing a pass are no loss and no trouble
    second.move_to(second.questions()[3].id)
    second.keep_place()
    second.walk(Route(quick=True))
    with pytest.raises(FileTrouble, match="another program"):
        second.answer(question, "no")
    assert on_disk(second).client.answer(question).value == "yes"
    # it is still there, and goes elsewhere with all that was said
    other = session.file.path.replace("a.pmark", "b.pmark")
    second.save_elsewhere(other)
    assert second.read_only is None
    assert client_file.read(other).client.answer(question).value == "no"
    assert on_disk(session).client.answer(question).value == "yes"


def test_once_the_other_one_has_ended_what_was_said_is_saved(session: Session) -> None:
    question = session.questions()[0].id
    second = Session.open(session.file.path, lambda: NOW)
    with pytest.raises(FileTrouble):
        second.answer(question, "no")
    session.close()
    second.annotate(question, note="そのあと")
    held = on_disk(second).client.answer(question)
    assert (held.value, held.note) == ("no", "そのあと")
    assert second.read_only is None


def test_what_the_other_one_saved_meanwhile_is_not_overwritten(session: Session) -> None:
    first, second_id = (q.id for q in session.questions()[:2])
    second = Session.open(session.file.path, lambda: NOW)
    session.answer(first, "yes")
    session.close()
    with pytest.raises(FileTrouble, match="was changed by another program"):
        second.answer(second_id, "no")
    assert set(on_disk(second).client.answers) == {first}


def test_going_back_to_an_earlier_state_can_be_undone(session: Session) -> None:
    ids = [q.id for q in session.questions()[:3]]
    for question in ids:
        session.answer(question, "no")
    earlier = client_file.read(versions.listing(session.file.path)[1].path).client
    session.go_back_to(earlier)
    assert set(on_disk(session).client.answers) == {ids[0]}
    session.undo()
    assert set(on_disk(session).client.answers) == set(ids)
