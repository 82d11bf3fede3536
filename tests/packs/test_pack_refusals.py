"""A damaged pack is refused with file, line and key, by `pack check` and by every command that uses it.

Each case is a small edit of the worked pack. `at` is the line (as it then stands in the file) that the
message must name.
"""

import json
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from pmark_tui.cli import main

PACK, CLAUSES, PROFILE = "pack.toml", "clauses.toml", "profile.toml"
TERMS, QUESTIONS = "glossary/terms.toml", "questions/visitors.toml"


class Edit(NamedTuple):
    """Replace the first `old` of a file by `new`; the message must name the line `at` and say `says`."""

    file: str
    old: str
    new: str
    at: str
    rule: str
    says: str


EDITS = {
    "unknown key": Edit(
        QUESTIONS, "weight = 3", "wieght = 3", "wieght = 3", "key_unknown", "question[V.1-1].wieght"
    ),
    "unknown key in a guide": Edit(
        QUESTIONS,
        'partial = "口頭',
        'half = "口頭',
        'half = "口頭の約束だけがある"',
        "key_unknown",
        "guide.V.1-1.ja.half",
    ),
    "unknown table": Edit(PROFILE, "[[flag]]", "[[flags]]", "[[flags]]", "key_unknown", "flags"),
    "misspelt language": Edit(
        CLAUSES,
        'title.en = "Visitors"',
        'title.eng = "Visitors"',
        "title.ja",
        "key_missing",
        "title.en",
    ),
    "duplicate id": Edit(
        QUESTIONS, 'id = "V.1-2"', 'id = "V.1-1"', "[[question]]#2", "id_twice", "question V.1-1"
    ),
    "duplicate clause": Edit(
        CLAUSES,
        "[[clause]]",
        '[[clause]]\nid = "V.1"\nchapter = "V"\ntitle.ja = "x"\ntitle.en = "x"\n'
        'sides = []\ncertainty = "high"\n\n[[clause]]',
        "[[clause]]#2",
        "id_twice",
        "clause V.1",
    ),
    "duplicate term": Edit(
        TERMS, 'ja = "受付の手順書"', 'ja = "来客記録"', "[[term]]#2", "id_twice", "term 来客記録"
    ),
    "missing text": Edit(
        QUESTIONS,
        'text.en = "Have you put in writing when the visitors\' log is thrown away?"\n',
        "",
        'text.ja = "来客の記録をいつ',
        "key_missing",
        "question[V.1-1].text.en",
    ),
    "empty text": Edit(
        QUESTIONS,
        'why = "期限が',
        'why = ""\nsmall = "期限が',
        'why = ""',
        "lint_text_missing",
        "ja.why",
    ),
    "missing guide": Edit(
        QUESTIONS, '[guide."V.1-3".en]', '[guide."V.1-9".en]', '[guide."V.1-9".en]', "", "V.1-9"
    ),
    "missing key": Edit(
        QUESTIONS, "hours = 2.0\n", "", "[[question]]", "key_missing", "question[V.1-1].hours"
    ),
    "reference to no clause": Edit(
        QUESTIONS, 'clause = "V.1"', 'clause = "V.7"', 'clause = "V.7"', "refers_to_nothing", "V.7"
    ),
    "reference to no chapter": Edit(
        CLAUSES, 'chapter = "V"', 'chapter = "W"', 'chapter = "W"', "refers_to_nothing", "W"
    ),
    "reference to no flag": Edit(
        QUESTIONS, '"tablet"', '"pager"', 'when = ["pager"]', "refers_to_nothing", "pager"
    ),
    "reference to no person": Edit(
        QUESTIONS, 'ask = "desk"', 'ask = "butler"', 'ask = "butler"', "refers_to_nothing", "butler"
    ),
    "reference to no evidence": Edit(
        QUESTIONS,
        'evidence = ["来客記録"]',
        'evidence = ["来客名簿"]',
        'evidence = ["来客名簿"]',
        "refers_to_nothing",
        "来客名簿",
    ),
    "side that is none": Edit(
        QUESTIONS,
        'side = "written"',
        'side = "spoken"',
        'side = "spoken"',
        "refers_to_nothing",
        "spoken",
    ),
    "gate not among steps": Edit(
        QUESTIONS,
        'gates = ["ready"]',
        'gates = ["leave"]',
        'gates = ["leave"]',
        "refers_to_nothing",
        "leave",
    ),
    "weight too great": Edit(
        QUESTIONS,
        "weight = 3",
        "weight = 4",
        "weight = 4",
        "value_bad",
        "question[V.1-1].weight is 4",
    ),
    "weight of nothing": Edit(
        QUESTIONS,
        "weight = 1",
        "weight = 0",
        "weight = 0",
        "value_bad",
        "question[V.1-3].weight is 0",
    ),
    "hours that never end": Edit(
        QUESTIONS,
        "hours = 2.0",
        "hours = inf",
        "hours = inf",
        "value_bad",
        "question[V.1-1].hours is inf",
    ),
    "more work with a template than without": Edit(
        QUESTIONS,
        "hours_with_template = 0.5",
        "hours_with_template = 9.0",
        "hours_with_template = 9.0",
        "value_bad",
        "hours_with_template is 9.0",
    ),
    "revision below the first": Edit(
        QUESTIONS, "weight = 3", "revision = 0", "revision = 0", "value_bad", "revision is 0"
    ),
    "since a version to come": Edit(
        QUESTIONS, "weight = 3", 'since = "9.0.0"', 'since = "9.0.0"', "value_bad", "9.0.0"
    ),
    "text for a number": Edit(
        QUESTIONS,
        "weight = 3",
        'weight = "viel"',
        'weight = "viel"',
        "value_not_whole",
        "whole number",
    ),
    "number for a text": Edit(
        QUESTIONS,
        'ask = "owner"',
        "ask = 7",
        "ask = 7",
        "value_not_text",
        "question[V.1-1].ask is 7",
    ),
    "text for a list": Edit(
        QUESTIONS,
        'steps = ["ready"]',
        'steps = "ready"',
        'steps = "ready"',
        "value_not_list",
        "steps",
    ),
    "text for both languages": Edit(
        CLAUSES,
        'title.ja = "来客の記録"\ntitle.en = "The visitors\' log"',
        'title = "来客の記録"',
        'title = "来客の記録"',
        "value_not_table",
        "clause[V.1].title",
    ),
    "text for yes or no": Edit(
        QUESTIONS, "quick = true", 'quick = "ja"', 'quick = "ja"', "value_not_bool", "true or false"
    ),
    "text for a date": Edit(
        PACK,
        'version = "1.0.0"',
        'version = "1.0.0"\nresearched = "soon"',
        'researched = "soon"',
        "value_not_date",
        "researched",
    ),
    "version that is none": Edit(
        PACK, "1.0.0", "one", 'version = "one"', "value_bad", "version is 'one'"
    ),
    "id with a path in it": Edit(
        PACK,
        'id = "front-desk"',
        'id = "../front-desk"',
        'id = "../front-desk"',
        "value_bad",
        "../front-desk",
    ),
    "question id with a path in it": Edit(
        QUESTIONS, 'id = "V.1-2"', 'id = "../V"', 'id = "../V"', "id_bad", "'../V'"
    ),
    "question id that a command line cannot take": Edit(
        QUESTIONS, 'id = "V.1-2"', 'id = "V=2"', 'id = "V=2"', "id_bad", "'V=2'"
    ),
    "answer worth more than all": Edit(
        PACK, "high = 1.0", "high = 1.5", "high = 1.5", "value_bad", "answer[yes].high is 1.5"
    ),
    "answer whose best is below its worst": Edit(
        PACK, "low = 0.5", "low = 0.6", "low = 0.6", "value_bad", "answer[partial].low is 0.6"
    ),
    "two answers with one letter": Edit(
        PACK, 'letter = "p"', 'letter = "y"', 'letter = "y"', "value_bad", "letter"
    ),
    "nothing that stands for no answer": Edit(
        PACK, "unanswered = true\n", "", "[[answer]]", "unanswered_one", "unanswered = true"
    ),
    "step that is ready beyond all": Edit(
        PACK,
        "ready_from = 0.8",
        "ready_from = 80",
        "ready_from = 80",
        "value_bad",
        "step[ready].ready_from",
    ),
    "profile gate on a text": Edit(
        PACK,
        "[[step]]",
        '[[profile_gate]]\nfield = "name"\nat_least = 2\nstep = "ready"\n'
        'why.ja = "x"\nwhy.en = "x"\n\n[[step]]',
        'field = "name"',
        "refers_to_nothing",
        "workers",
    ),
    "certainty that is none": Edit(
        CLAUSES,
        'certainty = "high"',
        'certainty = "quite"',
        'certainty = "quite"',
        "refers_to_nothing",
        "high, medium, low",
    ),
    "bad TOML": Edit(
        CLAUSES, 'chapter = "V"', "chapter = V", "chapter = V", "file_not_toml", "not TOML"
    ),
    "TOML cut short": Edit(
        QUESTIONS,
        '  "Sign in yourself to try it.",\n]\n',
        '  "Sign in',
        '  "Sign in',
        "file_not_toml",
        "not TOML",
    ),
    "question too long": Edit(
        QUESTIONS,
        'text.ja = "来客の記録を',
        'text.ja = "' + "あ" * 60 + "来客の記録を",
        'text.ja = "あ',
        "lint_too_long",
        "60",
    ),
    "two questions in one": Edit(
        QUESTIONS,
        'text.ja = "前の来客の名前が見えない形で、',
        'text.ja = "記録はありますか？前の来客の名前が見えない形で、',
        'text.ja = "記録は',
        "lint_one_question",
        "question[V.1-2].text.ja",
    ),
    "left untranslated": Edit(
        QUESTIONS,
        'reviewer = "Signs in once',
        'reviewer = "受付で Signs in once',
        'reviewer = "受付で',
        "lint_untranslated",
        "guide[V.1-3].en.reviewer",
    ),
    "kanji alone in the English": Edit(
        TERMS,
        'en = "Front desk procedure"',
        'en = "手順書"',
        'en = "手順書"',
        "lint_untranslated",
        "手順書",
    ),
    "character of unsure width": Edit(
        PROFILE,
        "無人受付の機械",
        "無人受付の機械①",
        'example.ja = "例',
        "lint_ambiguous_width",
        "①",
    ),
    "escape in a text": Edit(
        CLAUSES,
        'title.ja = "来客"',
        'title.ja = "来客\\u001b[2J"',
        'title.ja = "来客\\u001b',
        "lint_control",
        "U+001B",
    ),
    "two actions": Edit(
        QUESTIONS,
        '  "今の用紙を片付ける。",\n',
        "",
        "fix = [#3",
        "lint_actions",
        "guide[V.1-2].ja.fix",
    ),
    "side that nobody asks": Edit(
        QUESTIONS, 'side = "written"', 'side = "practised"', "", "lint_side_unasked", "written"
    ),
    "gate outside the quick pass": Edit(
        QUESTIONS,
        "quick = true\n",
        "",
        'gates = ["ready"]',
        "lint_gate_not_quick",
        "question[V.1-1].gates",
    ),
    "evidence that no question names": Edit(
        QUESTIONS, 'evidence = ["来客記録"]\n', "", "", "lint_term_unused", "来客記録"
    ),
}
LINTS = {name for name, edit in EDITS.items() if edit.rule.startswith("lint_")}


def apply(edit: Edit, folder: Path) -> None:
    path = folder / edit.file
    text = path.read_text(encoding="utf-8")
    assert edit.old in text
    path.write_text(text.replace(edit.old, edit.new, 1), encoding="utf-8")


def line_of(edit: Edit, folder: Path) -> int:
    """The number of the line that begins with `at`; `#2` for the second such line."""
    start, _, number = edit.at.partition("#") if edit.at[-2:-1] == "#" else (edit.at, "", "1")
    lines = (folder / edit.file).read_text(encoding="utf-8").splitlines()
    found = [n for n, line in enumerate(lines, 1) if line.startswith(start)]
    return found[int(number) - 1]


@pytest.mark.parametrize("name", EDITS)
def test_check_names_file_line_and_key(name, front_desk, capsys):
    edit = EDITS[name]
    apply(edit, front_desk)
    assert main(["--lang", "en", "pack", "check", str(front_desk), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert not found["ok"]
    fitting = [
        f for f in found["findings"] if edit.rule in ("", f["rule"]) and edit.says in f["what"]
    ]
    assert fitting, found["findings"]
    if edit.at:
        expected = f"front-desk/{edit.file}:{line_of(edit, front_desk)}"
        assert expected in [f["where"] for f in fitting]
        assert fitting[0]["what"].startswith(fitting[0]["where"])


@pytest.mark.parametrize("name", EDITS)
def test_the_same_in_japanese_on_one_line_each(name, front_desk, capsys):
    apply(EDITS[name], front_desk)
    assert main(["--lang", "ja", "pack", "check", str(front_desk)]) == 1
    said = capsys.readouterr()
    assert said.err == ""
    for line in said.out.splitlines():
        assert line.startswith("front-desk/"), line
        assert any("\u3040" <= c <= "\u30ff" for c in line), line


@pytest.mark.parametrize("name", sorted(set(EDITS) - LINTS))
def test_no_command_works_on_a_damaged_pack(name, front_desk, own_packs, capsys):
    edit = EDITS[name]
    apply(edit, front_desk)
    front_desk.rename(own_packs / "front-desk")
    wanted = "../front-desk" if "../front-desk" in edit.new else "front-desk"
    assert main(["--lang", "en", "questions", "--pack", wanted]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("pmark: front-desk/")
    assert said.err.count("\n") == 1


def test_everything_wrong_is_named_at_once(front_desk, capsys):
    names = (
        "weight too great",
        "reference to no flag",
        "reference to no chapter",
        "duplicate term",
    )
    for name in names:
        apply(EDITS[name], front_desk)
    assert main(["pack", "check", str(front_desk), "--json"]) == 1
    rules = [f["rule"] for f in json.loads(capsys.readouterr().out)["findings"]]
    assert sorted(rules) == sorted(
        [*(EDITS[name].rule for name in names), "refers_to_nothing"]  # the evidence loses its term
    )


def refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert main(["--lang", "en", "pack", "check", str(folder)]) == 1
    out = capsys.readouterr().out
    assert out.startswith("front-desk/")
    assert out.count("\n") == 1
    return out


def test_a_file_of_no_known_name(front_desk, capsys):
    (front_desk / "extras.toml").write_text("", encoding="utf-8")
    said = refused(front_desk, capsys)
    assert said.startswith("front-desk/extras.toml: no such file in a pack")


@pytest.mark.parametrize("file", ["pack.toml", "clauses.toml", "questions/visitors.toml"])
def test_a_file_that_is_missing(file, front_desk, capsys):
    (front_desk / file).unlink()
    kind = file.partition("/")[0].removesuffix(".toml")
    assert refused(front_desk, capsys) == f"front-desk/{kind}.toml: a pack needs this file\n"


def test_a_file_that_is_too_large(front_desk, capsys):
    with (front_desk / "profile.toml").open("ab") as stream:
        stream.write(b"#" * 4_000_001)
    assert "front-desk/profile.toml: too large" in refused(front_desk, capsys)


def test_a_file_that_is_not_utf8(front_desk, capsys):
    path = front_desk / "clauses.toml"
    path.write_bytes(path.read_text(encoding="utf-8").encode("cp932"))
    # the title in Japanese stands on line 5
    assert refused(front_desk, capsys) == "front-desk/clauses.toml:5: not UTF-8\n"


def test_a_file_with_a_byte_order_mark_is_read(front_desk, capsys):
    path = front_desk / "clauses.toml"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert main(["pack", "check", str(front_desk)]) == 0


def test_a_file_with_windows_line_ends_is_read_and_counted(front_desk, capsys):
    apply(EDITS["weight too great"], front_desk)
    path = front_desk / QUESTIONS
    line = line_of(EDITS["weight too great"], front_desk)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert f"front-desk/{QUESTIONS}:{line}:" in refused(front_desk, capsys)


def test_a_file_nested_beyond_reason(front_desk, capsys):
    (front_desk / "profile.toml").write_text("a = " + "[" * 100_000, encoding="utf-8")
    assert "front-desk/profile.toml" in refused(front_desk, capsys)


def test_a_guide_that_stands_in_two_files(front_desk, capsys):
    text = (front_desk / QUESTIONS).read_text(encoding="utf-8")
    guide = text[
        text.index('[guide."V.1-1".ja]') : text.index("[[question]]", text.index("[guide"))
    ]
    (front_desk / "questions" / "zz.toml").write_text("question = []\n" + guide, encoding="utf-8")
    assert (
        refused(front_desk, capsys) == "front-desk/questions/zz.toml:2: guide V.1-1 stands twice\n"
    )


CHECK = """[[check]]
id = "sheet-first"
severity = "warning"
mends = "V.1-1"
text.ja = "{question}を見直してください。"
text.en = "See {question}."
"""


def test_a_check_with_its_sentence(front_desk, capsys):
    (front_desk / "checks.toml").write_text(CHECK, encoding="utf-8")
    assert main(["pack", "check", str(front_desk)]) == 0


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("See {question}.", "See {other}.", 6, "check[sheet-first].text.en is 'other'"),
        ("See {question}.", "See {question.__class__}.", 6, "check[sheet-first].text.en"),
        ("See {question}.", "See {question.", 6, "check[sheet-first].text.en"),
        ('"V.1-1"', '"V.9-9"', 4, "V.9-9"),
        ('"warning"', '"alarm"', 3, "alarm"),
    ],
)
def test_a_check_that_says_or_names_what_is_not_there(old, new, line, says, front_desk, capsys):
    (front_desk / "checks.toml").write_text(CHECK.replace(old, new), encoding="utf-8")
    said = refused(front_desk, capsys)
    assert said.startswith(f"front-desk/checks.toml:{line}: ")
    assert says in said


def test_a_folder_that_is_none(tmp_path, capsys):
    assert main(["--lang", "en", "pack", "check", str(tmp_path / "nowhere")]) == 2
    said = capsys.readouterr().err
    assert "nowhere" in said
    assert "incident-response, jisq15001-2023" in said


@pytest.mark.skipif(sys.platform == "win32", reason="making a link needs a right there")
def test_a_file_that_cannot_be_read(front_desk, capsys):
    questions = front_desk / "questions"
    (questions / "broken.toml").symlink_to(questions / "gone.toml")
    assert main(["--lang", "en", "pack", "check", str(front_desk)]) == 1
    assert "front-desk/questions/broken.toml: cannot be read" in capsys.readouterr().out
