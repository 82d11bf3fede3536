"""Every number of the worked examples in docs/scoring.md, recomputed."""

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from pmark_tui.domain.clauses import clause_states
from pmark_tui.domain.client import Answer, Client, Finding
from pmark_tui.domain.explain import explain
from pmark_tui.domain.findings import finding_states
from pmark_tui.domain.gaps import gaps
from pmark_tui.domain.narrow import narrow_step, narrowings
from pmark_tui.domain.pack import (
    Chapter,
    Clause,
    Guides,
    Named,
    Pack,
    Question,
    Step,
    Text,
)
from pmark_tui.domain.points import points
from pmark_tui.domain.scoring import score
from tests.domain.small import TODAY, profile, shipped

DOC = Path(__file__).parents[2] / "docs" / "scoring.md"
Row = dict[str, str]


def table(title: str) -> list[Row]:
    """The table under the heading `#### title`, a mapping a row."""
    part = DOC.read_text(encoding="utf-8").split(f"#### {title}\n")[1].split("####")[0]
    lines = [line for line in part.splitlines() if line.startswith("|")]
    head, _, *rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    assert rows
    return [dict(zip(head, row, strict=True)) for row in rows]


def words(cell: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in cell.split(",") if word.strip())


def text(word: str) -> Text:
    return Text(word, word)


def example_pack() -> Pack:
    rows = table("Questions")
    clauses = dict.fromkeys(row["clause"] for row in rows)
    sides = {c: tuple(r["side"] for r in rows if r["clause"] == c) for c in clauses}
    no_guides: dict[str, Guides] = {}
    return Pack(
        id="example",
        version="1.0.0",
        title=text("example"),
        notice=text("example"),
        digest="",
        answers=shipped().answers,
        people=(Named("anybody", text("anybody")),),
        steps=tuple(Step(step, text(step), text(step), 0.8) for step in ("plan", "do")),
        chapters=(Chapter("C", text("C")),),
        clauses=tuple(
            Clause(c, "C", text(c), tuple(dict.fromkeys(sides[c])), "high") for c in clauses
        ),
        questions=tuple(
            Question(
                id=row["question"],
                clause=row["clause"],
                side=row["side"],
                steps=words(row["steps"]),
                ask="anybody",
                text=text(row["question"]),
                hours=float(row["hours"]),
                hours_with_template=1.0,
                gates=words(row["gates"]),
                gate_needs=row["gate_needs"],
                weight=int(row["weight"]),
                may_be_na={"yes": True, "no": False}[row["may_be_na"]],
            )
            for row in rows
        ),
        guides=no_guides,
    )


def example_client(case: str) -> Client:
    (row,) = (row for row in table("Answers") if row.pop("case") == case)
    given = {
        question: Answer(value.removesuffix("?"), reason="理由" if value == "na" else "")
        for question, value in row.items()
        if value != "-"
    }
    return Client(profile(), "example", "1.0.0", TODAY, given)


@pytest.mark.parametrize("row", table("Steps"), ids=lambda r: f"{r['case']}-{r['step']}")
def test_steps(row: Row) -> None:
    step = score(example_pack(), example_client(row["case"])).step(row["step"])
    assert step.low == float(Fraction(row["low"]))
    assert step.high == float(Fraction(row["high"]))
    assert step.status == row["status"]
    assert tuple(b.question for b in step.blockers) == words(row["blockers"])
    assert step.open_gates == words(row["open gates"])
    assert [step.answered, step.asked, step.excluded] == [
        int(row[key]) for key in ("answered", "asked", "excluded")
    ]
    assert step.weight == int(row["high"].split("/")[1])


@pytest.mark.parametrize("row", table("Shares"), ids=lambda r: "-".join(list(r.values())[:3]))
def test_shares(row: Row) -> None:
    found = explain(example_pack(), example_client(row["case"]), row["step"])
    if row["clause"] == "sum":
        shares = (found.low, found.high, sum(share.weight for share in found.clauses))
    else:
        (share,) = (s for s in found.clauses if s.clause.id == row["clause"])
        shares = (share.low, share.high, share.weight)
    assert shares == tuple(round(float(row[key]) * 10) for key in ("low", "high", "weight"))


def test_changes() -> None:
    rows = table("Changes")
    found = explain(example_pack(), example_client("A"), "do").changes
    assert [(c.question.id, c.adds) for c in found] == [
        (row["question"], float(Fraction(row["adds"]))) for row in rows
    ]
    assert [c.unblocks for c in found] == [True, False, False]


@pytest.mark.parametrize("row", table("Clauses"), ids=lambda r: f"{r['case']}-{r['clause']}")
def test_clauses(row: Row) -> None:
    states = clause_states(example_pack(), example_client(row["case"]))
    (one,) = (state for state in states if state.clause.id == row["clause"])
    assert one.whole.status == row["status"]
    assert (one.written.status if one.written else "") == row["written"]
    assert (one.practised.status if one.practised else "") == row["practised"]


@pytest.mark.parametrize("row", table("Narrowing"), ids=lambda r: r["over"])
def test_narrowing(row: Row) -> None:
    pack = example_pack()
    found = narrowings(pack, points(pack, example_client(row["case"])))
    if row["over"] == "all":
        ranked = [(n.question.id, n.total) for n in sorted(found, key=lambda n: -n.total)]
    else:
        ranked = [(n.question.id, n.by[row["over"]]) for n in narrow_step(found, row["over"])]
    _, _, first, by, second, more = row.values()
    expected = [(q, float(Fraction(amount))) for q, amount in ((first, by), (second, more)) if q]
    assert ranked == [(question, pytest.approx(amount)) for question, amount in expected]


def test_gaps() -> None:
    shares = {"C1": 0.10, "C2": 0.30, "C3": 0.10}
    found = gaps(example_pack(), example_client("F"), shares)
    assert [(g.rank, g.question.id, g.blocks, g.frees, g.lost) for g in found] == [
        (
            int(row["rank"]),
            row["question"],
            words(row["blocks"]),
            words(row["frees"]),
            float(row["lost"]),
        )
        for row in table("Gaps")
    ]


@pytest.mark.parametrize("row", table("Findings"), ids=lambda r: f"{r['found on']}-{r['status']}")
def test_findings(row: Row) -> None:
    finding = Finding("F1", "J.1.1", "指摘", found_on=date.fromisoformat(row["found on"]))
    client = example_client("C").changed(findings=(finding,))
    assert shipped().findings_months == 3
    (state,) = finding_states(shipped(), client, date.fromisoformat(row["looked at on"]))
    assert (str(state.due), state.status) == (row["last day"], row["status"])


def test_the_answers_of_the_document_are_those_of_the_shipped_pack() -> None:
    part = DOC.read_text(encoding="utf-8").split("### 2.")[1].split("### 3.")[0]
    rows = [
        [c.strip() for c in line.strip("|").split("|")] for line in part.splitlines() if "|" in line
    ]
    assert [
        [a.id, f"{a.low:g}", f"{a.high:g}", "yes" if a.counts else "no"] for a in shipped().answers
    ] == rows[2:]
