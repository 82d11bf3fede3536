"""Keying in from paper: what is understood, and that a line is taken whole or not at all."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pmark_tui.domain.answering import allowed_values
from pmark_tui.domain.asking import asked
from pmark_tui.domain.keying import Keyed, answer_words, read_keys, sheet_numbers
from tests.domain.small import profile, shipped, small

# By hand from tests/packs/small: the head is asked first, then the clerk, each in the pack's order.
NUMBERS = {
    "1.1-2": 1,
    "2.1-1": 2,
    "2.1-2": 3,
    "2.3-2": 4,
    "1.1-1": 5,
    "1.1-3": 6,
    "1.2-1": 7,
    "1.2-2": 8,
    "1.2-3": 9,
    "2.2-1": 10,
    "2.2-2": 11,
    "2.3-1": 12,
}


def read(line: str, **who: object) -> list[tuple[str, str]]:
    keys = read_keys(small(), profile(**who), line)
    assert keys.troubles == ()
    return [(one.question, one.value) for one in keys.taken]


def refused(line: str, **who: object) -> list[tuple[str, str]]:
    keys = read_keys(small(), profile(**who), line)
    assert keys.taken == ()
    return [(one.kind, one.found) for one in keys.troubles]


def test_a_number_is_the_place_when_everybody_is_asked_everything() -> None:
    assert sheet_numbers(small()) == NUMBERS


def test_the_keys_of_the_manual() -> None:
    keys = read_keys(small(), profile(), "5y 6p 7n")
    assert keys.taken == (
        Keyed("1.1-1", 5, "yes"),
        Keyed("1.1-3", 6, "partial"),
        Keyed("1.2-1", 7, "no"),
    )


@pytest.mark.parametrize(
    "line",
    [
        "1.1-1y 10u",
        "1.1-1Y,10U",
        "１．１－１ｙ　１０ｕ",
        "１。１ー１はい、１０わからない",
        "1.1−1=yes;10=unknown",
        "５はい １０＝わからない",
        "1.1-1=1 10=5",
        "5Yes 10unknown",
        "  5y ,, 10u ",
    ],
)
def test_ways_of_writing_the_same(line: str) -> None:
    assert read(line) == [("1.1-1", "yes"), ("2.2-1", "unknown")]


def test_a_long_id_is_not_mistaken_for_a_short_one() -> None:
    pack = shipped()
    found = read_keys(pack, profile(), "J.3.1.1-1y J.4.4.2-11n").taken
    assert [(one.question, one.value) for one in found] == [
        ("J.3.1.1-1", "yes"),
        ("J.4.4.2-11", "no"),
    ]


def test_an_exclusion_may_bring_its_reason() -> None:
    keys = read_keys(small(), profile(), "3a(欠席者（2人）は退職) 10na（カメラ なし） 5y")
    assert [(one.question, one.value, one.reason) for one in keys.taken] == [
        ("2.1-2", "na", "欠席者（2人）は退職"),
        ("2.2-1", "na", "カメラ なし"),
        ("1.1-1", "yes", ""),
    ]


@pytest.mark.parametrize(
    ("line", "trouble"),
    [
        ("5y 99y", ("unknown", "99y")),
        ("5y 13", ("unknown", "13")),
        ("5y 6", ("unknown", "6")),
        ("5y はい", ("unknown", "はい")),
        ("5y 6 y", ("unknown", "6")),
        ("5y 6=9", ("unknown", "6=9")),
        ("5y 61", ("unknown", "61")),
        ("5y 005n", ("unknown", "005n")),
        ("5y 6q", ("unknown", "6q")),
        ("5y 5y", ("twice", "5y")),
        ("5y 1.1-1n", ("twice", "1.1-1n")),
        ("5y 9y", ("not_asked", "9y")),
        ("5y 11y", ("not_asked", "11y")),
        ("5y 7a", ("na_refused", "7a")),
        ("5y 6y(見た)", ("reason_misplaced", "6y")),
        ("5y 3a(退職", ("unclosed", "3a")),
    ],
)
def test_one_bad_word_and_nothing_is_taken(line: str, trouble: tuple[str, str]) -> None:
    assert trouble in refused(line)


def test_what_the_profile_asks_decides() -> None:
    assert read("9y 11n", kind="renewal", flags=("cameras",)) == [
        ("1.2-3", "yes"),
        ("2.2-2", "no"),
    ]


def test_a_word_with_two_meanings_is_refused() -> None:
    pack = small()
    first, *others = pack.questions
    doubled = replace(pack, questions=(replace(first, id="6"), *others))
    keys = read_keys(doubled, profile(), "7y 6n")
    assert keys.taken == ()
    assert [(t.kind, t.found, t.readings) for t in keys.troubles] == [
        ("ambiguous", "6n", ("1.1-3", "6"))
    ]


def test_a_word_shared_by_two_answers_means_neither() -> None:
    pack = small()
    first, second, *others = pack.answers
    shared = replace(pack, answers=(first, replace(second, letter="y"), *others))
    assert "y" not in answer_words(shared)
    assert answer_words(shared)["yes"] == "yes"
    assert read_keys(shared, profile(), "5y").taken == ()


def test_a_line_that_is_none_of_keys() -> None:
    keys = read_keys(small(), profile(), "これは ただの 文です")
    assert (keys.taken, keys.understood) == ((), 0)
    assert read_keys(small(), profile(), " 、 ") == read_keys(small(), profile(), "")


@pytest.mark.parametrize("name", ["small", "shipped"])
def test_every_number_and_id_with_every_answer_comes_back(name: str) -> None:
    pack = {"small": small, "shipped": shipped}[name]()
    who = profile()
    numbers = sheet_numbers(pack)
    for kind in pack.answers:
        meant = [
            (question.id, kind.id)
            for question in asked(pack, who)
            if kind.id in allowed_values(pack, question)
        ]
        for word in (kind.letter, kind.id, kind.label.ja):
            for on_paper in (lambda q: str(numbers[q]), str):  # the number, the id
                line = " ".join(f"{on_paper(question)}{word}" for question, _ in meant)
                found = read_keys(pack, who, line).taken
                assert [(one.question, one.value) for one in found] == meant


WORDS = ["12", "1.1-1", "1.2-3", "１．１", "y", "n", "a", "はい", "対象外", "İ", "㍿"]
MARKS = "0123456789=＝ \u3000,、()（）-ー.\n\0\ud800"
pieces = st.sampled_from([*WORDS, *MARKS])


@given(st.one_of(st.text(max_size=40), st.lists(pieces, max_size=30).map("".join)))
@example("5y\ud800")
@example("(((")
@example("5a((()")
def test_never_raises_and_never_takes_half(line: str) -> None:
    pack, who = small(), profile(flags=("cameras",))
    keys = read_keys(pack, who, line)
    assert not (keys.taken and keys.troubles)
    allowed = {q.id: allowed_values(pack, q) for q in asked(pack, who)}
    for one in keys.taken:
        assert one.value in allowed[one.question]
        assert one.number == NUMBERS[one.question]
        assert one.value == "na" or not one.reason
    questions = [one.question for one in keys.taken]
    assert len(questions) == len(set(questions))


@given(
    st.lists(
        st.sampled_from(["5y", "6p", "1n", "2.2-1u", "３ｙ"]), min_size=1, max_size=5, unique=True
    ),
    st.sampled_from(["13y", "x", "5", "7a", "3a(", "=", "y5"]),
    st.integers(0, 5),
)
def test_good_words_are_dropped_with_a_bad_one(words: list[str], bad: str, place: int) -> None:
    assert len(read(" ".join(words))) == len(words)
    words.insert(place, bad)
    assert refused(" ".join(words))
