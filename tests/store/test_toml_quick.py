"""The quick reader reads what `tomllib` reads, or gives up; it never reads anything differently."""

import tomllib
from datetime import date, datetime
from pathlib import Path

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from pmark_tui.store import toml_quick

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = sorted((ROOT / "questionnaires" / "sample").glob("*.toml"))

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
scalars = st.one_of(
    texts,
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.dates(),
    st.datetimes().map(lambda stamp: stamp.replace(microsecond=0)),
)
values = scalars | st.lists(scalars, max_size=3)
flat = st.dictionaries(texts, values, max_size=4)
documents = st.dictionaries(
    texts,
    values
    | flat
    | st.dictionaries(texts, flat, max_size=3)
    | st.lists(flat, min_size=1, max_size=3),
    max_size=5,
)


def same(text):
    """Whether both say the same, types included; or the quick one gave up."""
    quick = toml_quick.loads(text)
    return quick is None or repr(quick) == repr(tomllib.loads(text))


@given(documents)
def test_what_is_written_is_read_alike(document):
    assert same(tomli_w.dumps(document))


@given(documents, st.data())
def test_a_text_that_was_meddled_with_is_read_alike_or_left_alone(document, data):
    lines = tomli_w.dumps(document).split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        what = data.draw(st.sampled_from(["twice", "gone", "cut", "moved", "odd"]))
        if what == "twice":
            lines.insert(at, lines[at])
        elif what == "gone" and len(lines) > 1:
            del lines[at]
        elif what == "cut":
            lines[at] = lines[at][:-1]
        elif what == "moved":
            lines.append(lines.pop(at))
        else:
            odd = [
                "a = 1.5",
                "a.b = 1",
                "a = {}",
                "[a.b.c]",
                "a = 'x'",
                "a = 24:00:00",
                "\r",
                "[a]",
            ]
            lines.insert(at, data.draw(st.sampled_from(odd)))
    text = "\n".join(lines)
    try:
        expected = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        assert toml_quick.loads(text) is None
    else:
        assert toml_quick.loads(text) is None or repr(toml_quick.loads(text)) == repr(expected)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda p: p.name)
def test_a_client_file_is_one_of_those_it_reads(path):
    text = path.read_text(encoding="utf-8")
    assert toml_quick.loads(text) == tomllib.loads(text)


def test_every_form_of_a_client_file_is_known():
    document = {
        "format": "x",
        "none": [],
        "list": ["a", "b\n"],
        "profile": {"workers": 5, "quick": True, "expires": date(2027, 3, 31)},
        "findings": [{"id": "F1", "text": '"\\\t\x1f'}, {"id": "F2"}],
        "answers": {"J.1-1": {"value": "yes", "at": datetime(2026, 11, 20, 10, 0, 35)}},
    }
    assert toml_quick.loads(tomli_w.dumps(document)) == document


@pytest.mark.parametrize(
    "text",
    [
        "a = 1\na = 2",
        "[a]\n[a]",
        "[a]\nb = 1\n[a.b]",
        "a = []\n[[a]]",
        "[[a]]\n[a.b]",
        "a = 2026-02-30",
        "a = 2026-01-01 24:00:00",
        'a = "\\ud800"',
        "a = [\n    1,",
        "a = 1.5",
        "a = 1\r\n",
    ],
)
def test_it_gives_up_on_anything_else(text):
    assert toml_quick.loads(text) is None
