"""The line of an entry is found whatever the text holds, and in time that grows with the text alone."""

import time

import tomli
from hypothesis import given
from hypothesis import strategies as st

from pmark_tui.store.toml_lines import Lines

TEXT = '''# a comment with [ and """
a = "]"
b = [
    "x", # ]
    'y[',
    """two
lines ]""",
]

[table."with ]"]
c = { d = 1 }

[[row]]
e = \'\'\'
'' [
\'\'\'
f = 2026-01-01
'''


def test_brackets_in_texts_and_comments_end_nothing() -> None:
    assert tomli.loads(TEXT)["row"][0]["f"].year == 2026
    lines = Lines(TEXT)
    assert lines.of(("a",)) == 2
    assert lines.of(("b",)) == 3
    assert lines.of(("table", "with ]", "c", "d")) == 11
    assert lines.of(("row", 0, "e")) == 14
    assert lines.of(("row", 0, "f")) == 17


def test_a_list_of_many_lines_takes_time_by_its_length_only() -> None:
    text = "x = [\n" + "    1,\n" * 40_000 + "]\ny = 2\n"
    begun = time.process_time()
    assert Lines(text).of(("y",)) == 40_003
    assert time.process_time() - begun < 5


@given(st.lists(st.text("\"'\\#[]{}\n\r\t a", max_size=12), min_size=1, max_size=5))
def test_every_key_of_a_written_document_is_found(values: list[str]) -> None:
    import tomli_w

    text = tomli_w.dumps({f"k{n}": value for n, value in enumerate(values)}, multiline_strings=True)
    lines, begun = Lines(text), text.split("\n")
    for number in range(len(values)):
        assert begun[lines.of((f"k{number}",)) - 1].startswith(f"k{number} = ")
