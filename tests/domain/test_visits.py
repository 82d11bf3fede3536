"""Homework by person, the walk-round by place, and the rehearsal."""

from dataclasses import replace

from pmark_tui.domain.client import Answer
from pmark_tui.domain.gaps import gaps
from pmark_tui.domain.pack import Named, Text
from pmark_tui.domain.visits import Evidence, homework, rehearsal, walk_round
from tests.domain.small import client, shipped, small


def test_homework_has_every_reason_and_nothing_else() -> None:
    held = client({"1.1-1": "no", "1.1-2": "unknown", "1.1-3": "yes", "1.2-1": "yes"})
    held = held.with_answer("1.1-1", Answer("no", flagged=True))
    held = held.with_answer("1.2-2", Answer(parked=True))
    found = homework(small(), held, gaps(small(), held, {}))
    assert [
        (one.person.id, [(task.question.id, task.reasons) for task in one.tasks]) for one in found
    ] == [
        ("boss", [("1.1-2", ("unknown",))]),
        ("clerk", [("1.1-1", ("flagged", "gap")), ("1.2-2", ("parked",))]),
    ]


def test_evidence_is_named_once_with_all_its_questions() -> None:
    pack = small()
    again = tuple(
        replace(q, evidence=("方針書", "台帳")) if q.id == "1.1-3" else q for q in pack.questions
    )
    pack = replace(pack, questions=again)
    held = client({"1.1-1": "no", "1.1-3": "no", "1.2-1": "partial"})
    (clerk,) = homework(pack, held, gaps(pack, held, {}))
    assert clerk.evidence == (
        Evidence("方針書", ("1.1-1", "1.1-3")),
        Evidence("台帳", ("1.1-3", "1.2-1")),
    )


def test_only_the_gaps_that_are_given_are_homework() -> None:
    held = client({"1.1-1": "no", "1.2-1": "no"})
    ranked = gaps(small(), held, {})
    assert len(ranked) == 2
    (clerk,) = homework(small(), held, ranked[:1])
    assert [task.question.id for task in clerk.tasks] == [ranked[0].question.id]


def test_nothing_open_nothing_to_do() -> None:
    assert homework(small(), client({"1.1-1": "yes"}), ()) == ()


def test_what_is_not_asked_is_no_homework() -> None:
    held = client({}).with_answer("2.2-2", Answer("unknown", flagged=True))
    assert homework(small(), held, ()) == ()
    assert homework(small(), held.changed(profile=replace(held.profile, flags=("cameras",))), ())


def test_the_walk_round_goes_from_place_to_place() -> None:
    door, desk = Named("door", Text("入口", "Door")), Named("desk", Text("机", "Desk"))
    seen = {"1.1-3": "door", "2.1-1": "door", "1.2-2": "desk", "2.2-2": "desk"}
    pack = small()
    pack = replace(
        pack,
        places=(door, Named("roof", Text("屋上", "Roof")), desk),
        questions=tuple(replace(q, place=seen.get(q.id, "")) for q in pack.questions),
    )
    everybody = [(s.place.id, [q.id for q in s.questions]) for s in walk_round(pack)]
    assert everybody == [("door", ["1.1-3", "2.1-1"]), ("desk", ["1.2-2", "2.2-2"])]
    one = [(s.place.id, [q.id for q in s.questions]) for s in walk_round(pack, client({}))]
    assert one == [("door", ["2.1-1", "1.1-3"]), ("desk", ["1.2-2"])]
    quick = [(s.place.id, [q.id for q in s.questions]) for s in walk_round(pack, client({}), True)]
    assert quick == [("door", ["2.1-1"]), ("desk", ["1.2-2"])]


def test_the_rehearsal_asks_one_person_everything() -> None:
    boss, clerk = small().people
    assert [q.id for q in rehearsal(small(), client({}), boss)] == ["1.1-2", "2.1-1", "2.1-2"]
    both = client({}, flags=("cloud", "cameras"))
    assert "2.3-2" in [q.id for q in rehearsal(small(), both, boss)]
    assert {q.ask for q in rehearsal(small(), client({}), clerk)} == {"clerk"}


def test_the_shipped_pack_has_places_and_a_head_to_rehearse() -> None:
    pack = shipped()
    assert {stop.place.id for stop in walk_round(pack)} == {place.id for place in pack.places}
    assert len(rehearsal(pack, client({}, pack), pack.people[0])) >= 10
