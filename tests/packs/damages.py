"""Ways to damage a pack, each a small edit of the worked one, and what is said of it.

`at` is the line (as it then stands in the file) that the message must name.
"""

from pathlib import Path
from typing import NamedTuple

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
