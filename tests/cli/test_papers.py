"""`pmark sheet`, `homework`, `rehearse` and `answer --keys`: paper out, answers back in."""

import json
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from pmark_tui.cli import main
from pmark_tui.domain.asking import asked
from pmark_tui.domain.keying import sheet_numbers
from pmark_tui.domain.text import ambiguous
from pmark_tui.store import client_file, packs
from pmark_tui.texts.visits import VISITS

NEW = ["--industry", "service", "--workers", "12", "--no-capital"]


@pytest.fixture
def path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    file = str(tmp_path / "例.pmark.toml")
    assert main(["new", file, "--name", "例 *社* <b>", *NEW]) == 0
    capsys.readouterr()
    return file


def out(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert main(list(words)) == code
    return capsys.readouterr().out


def values(path: str) -> dict[str, str]:
    return {key: a.value for key, a in client_file.read(path).client.answers.items()}


def numbered(sheet: str) -> list[tuple[int, str]]:
    """Number and id of each question on a sheet."""
    heads = [line for line in sheet.split("\n") if line.startswith("**")]
    return [
        (int(line[2 : line.index("**", 2)]), line[line.index("(") + 1 : line.index(")")])
        for line in heads
    ]


# --- the sheet ---------------------------------------------------------------------------


@pytest.mark.parametrize("quick", [False, True])
def test_the_sheet_has_what_this_client_is_asked(
    path: str, capsys: pytest.CaptureFixture[str], quick: bool
) -> None:
    sheet = out(capsys, "sheet", path, *(["--quick"] if quick else []))
    pack, client = packs.load(), client_file.read(path).client
    numbers = sheet_numbers(pack)
    expected = [(numbers[q.id], q.id) for q in asked(pack, client.profile, quick)]
    assert numbered(sheet) == expected
    assert expected == sorted(expected)


def test_a_question_on_paper(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = out(capsys, "sheet", path).split("\n")
    head = next(i for i, line in enumerate(lines) if "(J.2.2-1)" in line)
    assert lines[head].rstrip().endswith("個人情報保護方針を、代表者の名前で定めていますか？")
    boxes = "[ ] y はい   [ ] p 一部   [ ] n いいえ   [ ] u わからない   [-] a 対象外"
    assert lines[head + 1].rstrip() == boxes
    assert lines[head + 2].startswith("メモ・理由：____")
    assert "## 代表者" in lines
    assert lines[0] == "# 聞き取り用紙：例 \\*社\\* \\<b>"


def test_the_number_of_a_question_is_the_same_on_every_sheet(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = str(tmp_path / "b.pmark.toml")
    words = ["--name", "B", *NEW, "--kind", "renewal", "--flag", "cloud", "--flag", "cameras"]
    out(capsys, "new", other, *words)
    whole = {i: n for n, i in numbered(out(capsys, "sheet", "--pack", "jisq15001-2023"))}
    assert len(whole) == len(packs.load().questions)
    assert sorted(whole.values()) == list(range(1, len(whole) + 1))
    for words in (["sheet", path], ["sheet", other], ["sheet", other, "--quick"]):
        for number, question in numbered(out(capsys, *words)):
            assert whole[question] == number


def test_the_walk_round_sheet_is_by_place(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    pack = packs.load()
    sheet = out(capsys, "sheet", path, "--places", "--lang", "en")
    heads = [line[3:] for line in sheet.split("\n") if line.startswith("## ")]
    assert heads == [place.title.en for place in pack.places]
    assert all(pack.question[question].place for _, question in numbered(sheet))


def test_a_sheet_of_a_pack_has_room_for_the_name(capsys: pytest.CaptureFixture[str]) -> None:
    sheet = out(capsys, "sheet", "--pack", "incident-response", "--lang", "en")
    assert "- Name: ____" in sheet
    assert "incident-response version 1.0.0" in sheet
    assert not any("ぁ" <= character <= "ん" for character in sheet)


def test_a_sheet_goes_to_a_file_and_never_over_one(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "用紙.md"
    assert str(file) in out(capsys, "sheet", path, "-o", str(file))
    before = file.read_bytes()
    assert main(["sheet", path, "--quick", "-o", str(file)]) == 3
    assert file.read_bytes() == before
    out(capsys, "sheet", path, "--quick", "-o", str(file), "--force")
    assert file.read_bytes() != before


def test_the_sheet_in_word_holds_the_same(
    path: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    docx = pytest.importorskip("docx")
    out(capsys, "sheet", path, "--quick", "--format", "docx")
    made = tmp_path / "例.sheet.docx"
    texts = [p.text for p in docx.Document(str(made)).paragraphs]
    for number, question in numbered(out(capsys, "sheet", path, "--quick")):
        assert any(line.startswith(f"{number} ({question}) ") for line in texts)
    page = docx.Document(str(made)).sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    out(capsys, "sheet", path, "--quick", "-o", str(tmp_path / "b.docx"))
    assert made.read_bytes() == (tmp_path / "b.docx").read_bytes()
    assert ZipFile(BytesIO(made.read_bytes())).testzip() is None


@pytest.mark.parametrize(
    "words", [[], ["{path}", "--pack", "incident-response"], ["{path}", "--format", "pdf"]]
)
def test_a_sheet_of_what(path: str, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sheet", *(word.format(path=path) for word in words)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


# --- keying in ---------------------------------------------------------------------------


def test_keys_are_recorded_and_echoed(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    first, second, third = numbered(out(capsys, "sheet", path))[:3]
    keys = f"{first[0]}y {second[0]}ｐ、{third[1]}いいえ"
    said = out(capsys, "answer", path, "--keys", keys, "--sheet", packs.load().version)
    assert values(path) == {first[1]: "yes", second[1]: "partial", third[1]: "no"}
    labels = {first: "はい", second: "一部", third: "いいえ"}
    for (number, question), label in labels.items():
        assert f"{number}  {question}  {label}  " in said


def test_the_example_on_the_sheet_works(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = out(capsys, "sheet", path, "--quick")
    command = next(line for line in sheet.split("\n") if "--keys" in line)
    keys = command.split('"')[1]
    version = command.split("--sheet ")[1].split()[0]
    out(capsys, "answer", path, "--sheet", version, "--keys", keys)
    assert len(values(path)) == 3


def test_keys_go_with_the_other_options(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    client = client_file.read(path).client
    loose = next(q for q in asked(packs.load(), client.profile) if q.may_be_na).id
    keys = ["--keys", f"J.2.2-1y {loose}a", "--reason", f"{loose}=扱わない"]
    out(capsys, "answer", path, "J.2.2-2=no", *keys, "--note", "J.2.2-1=版は3")
    held = client_file.read(path).client
    assert values(path) == {"J.2.2-1": "yes", "J.2.2-2": "no", loose: "na"}
    assert held.answer("J.2.2-1").note == "版は3"
    assert held.answer(loose).reason == "扱わない"
    out(capsys, "answer", path, "--keys", f"{loose}a(別の 理由)")
    assert client_file.read(path).client.answer(loose).reason == "別の 理由"


@pytest.mark.parametrize(
    "words",
    [
        ["--keys", "1y 99999y"],
        ["--keys", "1y 1n"],
        ["--keys", "1y 2"],
        ["--keys", ""],
        ["--keys", "1y", "--sheet", "0.9.0"],
        ["E.1-1=no", "--keys", "1y"],
        ["--keys", "1y", "J.2.2-1=sometimes"],
        ["--keys", "1y", "--note", "X-1=x"],
    ],
)
def test_refused_keys_change_nothing(
    path: str, words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(path).read_bytes()
    assert main(["answer", path, *words]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("pmark: ")
    assert told.err.count("\n") == 1
    assert Path(path).read_bytes() == before


# --- homework and rehearsal --------------------------------------------------------------


@pytest.fixture
def visited(path: str, capsys: pytest.CaptureFixture[str]) -> str:
    given = ["J.2.2-1=yes", "J.2.2-2=no", "J.3.1.1-3=partial", "J.4.1-1=unknown"]
    out(capsys, "answer", path, *given)
    file = client_file.read(path)
    client = file.client
    flagged = replace(client.answer("J.4.3-3"), flagged=True, owner="総務_*部*")
    client_file.save(file, client.with_answer("J.4.3-3", flagged))
    return path


def test_homework_by_person(visited: str, capsys: pytest.CaptureFixture[str]) -> None:
    paper = out(capsys, "homework", visited, "--on", "2026-11-24")
    assert "2026-11-24" in paper
    assert "**J.2.2-2**" in paper
    assert "**J.2.2-1**" not in paper
    guide = packs.load().guides["J.2.2-2"].ja
    assert f"まず：{guide.fix[0]}" in paper
    assert "（あとで確認）" in paper
    assert "（わからない）" in paper
    assert "個人情報保護方針（J.2.2-2）" in paper
    assert "総務_\\*部\\*" in paper or "総務\\_\\*部\\*" in paper
    people = [line.split("（")[0] for line in paper.split("\n") if line.startswith("## ")]
    order = [f"## {person.title.ja}" for person in packs.load().people]
    assert people == [person for person in order if person in people]


def test_homework_as_json(visited: str, capsys: pytest.CaptureFixture[str]) -> None:
    whole = json.loads(out(capsys, "homework", visited, "--json", "--lang", "en"))
    assert whole["schema"] == "pmark.homework/1"
    found = {t["question"]: t["reasons"] for one in whole["people"] for t in one["tasks"]}
    assert found == {
        "J.2.2-2": ["gap"],
        "J.3.1.1-3": ["gap"],
        "J.4.1-1": ["unknown"],
        "J.4.3-3": ["flagged"],
    }
    one = json.loads(out(capsys, "homework", visited, "--json", "--top", "0"))
    reasons = [t["reasons"] for person in one["people"] for t in person["tasks"]]
    assert sorted(map(tuple, reasons)) == [("flagged",), ("unknown",)]


def test_no_homework_is_said(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert "宿題はありません" in out(capsys, "homework", path)


def test_the_rehearsal_asks_the_president_and_grades_nothing(
    visited: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(visited).read_bytes()
    paper = out(capsys, "rehearse", visited)
    pack = packs.load()
    client = client_file.read(visited).client
    for question in asked(pack, client.profile):
        assert (f"**{question.id}**" in paper) == (question.ask == "president")
    assert "資料なしで" in pack.guides["J.2.1-1"].ja.yes
    assert f"こう話せるとよい：{pack.guides['J.2.1-1'].ja.yes}" in paper
    assert f"審査員が見るところ：{pack.guides['J.2.1-1'].ja.reviewer}" in paper
    assert "はい" not in [line.strip() for line in paper.split("\n")]
    assert Path(visited).read_bytes() == before


def test_another_person_may_rehearse(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    whole = json.loads(out(capsys, "rehearse", path, "--ask", "hr", "--json"))
    assert whole["ask"] == "hr"
    assert {packs.load().question[row["question"]].ask for row in whole["questions"]} == {"hr"}
    assert main(["rehearse", path, "--ask", "nobody"]) == 2
    assert "president" in capsys.readouterr().err


def test_texts_are_there_in_both_languages_and_of_known_width() -> None:
    for ja, en in VISITS.values():
        assert ja
        assert en
        assert ambiguous(ja + en) == ""
