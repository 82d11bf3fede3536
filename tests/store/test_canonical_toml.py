"""The quick reader of pmark's own files reads what tomli reads, and leaves everything else to it."""

from datetime import date, datetime
from pathlib import Path

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from pmark_tui.domain.client import Answer, Client, DataSet, Finding, Profile
from pmark_tui.store import canonical_toml, client_file

WRITTEN = """\
#:schema x.json
# pmark client file / 顧客ファイル

format = "pmark-client/1"
created = 2026-11-20
quick = true
slow = false
minus = -12
empty = ""
none = []

[profile]
name = "株式会社\\"引用\\" \\\\ \\n次の行\\u001b\\u007f\t表"
flags = [
    "cloud",
    "",
    "]",
]

[[findings]]
id = "F1"

[[findings]]
id = "[answers]"
closed = 2026-11-21

[answers."J.2.2-1"]
value = "yes = no # [x]"
at = 2026-11-20 10:00:35

[answers.plain-key_1]
due = 2028-02-29
"""


def test_every_form_that_a_client_file_has() -> None:
    found = canonical_toml.read(WRITTEN)
    assert found == {
        "format": "pmark-client/1",
        "created": date(2026, 11, 20),
        "quick": True,
        "slow": False,
        "minus": -12,
        "empty": "",
        "none": [],
        "profile": {
            "name": '株式会社"引用" \\ \n次の行\x1b\x7f\t表',
            "flags": ["cloud", "", "]"],
        },
        "findings": [{"id": "F1"}, {"id": "[answers]", "closed": date(2026, 11, 21)}],
        "answers": {
            "J.2.2-1": {"value": "yes = no # [x]", "at": datetime(2026, 11, 20, 10, 0, 35)},
            "plain-key_1": {"due": date(2028, 2, 29)},
        },
    }
    assert found == tomli.loads(WRITTEN)


@pytest.mark.parametrize(
    "text",
    [
        "a = 1",  # no end of line
        "a = 1 # why\n",
        "a = 1.5\n",
        "a = 0x1f\n",
        "a = 01\n",
        "a=1\n",
        "a = 'x'\n",
        'a = """x"""\n',
        'a = "\\ud800"\n',
        'a = "\\u3042"\n',
        'a = "\\/"\n',
        'a = "x\n',
        'a = "x\x00"\n',
        "a = 2026-02-30\n",
        "a = 0000-01-01\n",
        "a = 2026-01-01 24:00:00\n",
        "a = 2026-01-01T10:00:00\n",
        "a = 2026-01-01 10:00:00+09:00\n",
        "a = ２\n",
        "あ = 1\n",
        "a.b = 1\n",
        "a = 1\r\n",
        "a = {b = 1}\n",
        "a = [1, 2]\n",
        "a = [\n",
        'a = [\n    "x",\n',
        'a = [\n    "x",\n\n]\n',
        'a = [\n[b]\n    "x",\n]\n',
        '    "x",\n',
        "]\n",
        "a = 1\na = 2\n",
        "[a]\n[a]\n",
        "[a.b]\n[a.b]\n",
        '[a.b]\n[a."b"]\n',
        "[a.b]\n[a]\n",
        '[a.""]\n',
        "a = 1\n[a]\n",
        "a = 1\n[a.b]\n",
        "a = []\n[[a]]\n",
        "[[a]]\n[a]\n",
        "[[a]]\n[a.b]\n",
        "[a]\n[[a]]\n",
        "[a]\nb = 1\n[a.b]\n",
        "[a.b.c]\n",
        "\n" * 131_073,
    ],
)
def test_what_is_written_another_way_is_left_alone(text: str) -> None:
    assert canonical_toml.read(text) is None


PIECES = st.sampled_from(
    [
        *(f"{line}\n" for line in WRITTEN.splitlines()),
        *("[a]\n", "[[a]]\n", "[a.b]\n", '[a."b"]\n', "a = []\n", "a = [\n", '    "x",\n', "]\n"),
        *("b = 1\n", "b = 2026-01-01\n", "b = 2026-02-30 23:59:60\n", 'b = "\\u0080"\n', "b = \n"),
        *(
            "[",
            "]",
            '"',
            "\\",
            "\\n",
            " ",
            "=",
            "#",
            "1",
            "-",
            "\t",
            "\r",
            "\n",
            "\x7f",
            "あ",
            "\ufeff",
        ),
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_what_is_read_is_what_tomli_reads(text: str) -> None:
    found = canonical_toml.read(text)
    if found is not None:
        assert found == tomli.loads(text)


def test_the_files_that_pmark_writes_are_read_this_way(tmp_path: Path) -> None:
    answer = Answer(
        "yes", 'a "note"\nof two lines', certainty="seen", at=datetime(2026, 11, 26, 9, 0)
    )
    client = Client(
        Profile("株式会社テスト", "service", 12, 10_000_000, flags=("cloud",)),
        "jisq15001-2023",
        "1.0.0",
        date(2026, 11, 23),
        answers={"J.2.2-1": answer, "E.1-1": Answer(due=date(2027, 1, 1), flagged=True)},
        findings=(Finding("F1", "J.9.2", "長い指摘" * 40), Finding("F2", "J.9.2", "x" * 100)),
        data_sets=(DataSet(10, ("name", "a" * 80)),),
    )
    path = tmp_path / "a.pmark.toml"
    client_file.create(str(path), client)
    text = path.read_text(encoding="utf-8")
    found = canonical_toml.read(text)
    assert found is not None
    assert found == tomli.loads(text)
    assert found["answers"]["J.2.2-1"]["note"] == answer.note
