"""What a report says, checked against figures and rules written down by hand."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from pmark_tui.domain.client import Answer, Client, OfficialFee, Profile
from pmark_tui.domain.pack import Pack
from pmark_tui.report.layout import sections
from pmark_tui.report.model import ReportView
from pmark_tui.report.output import make
from pmark_tui.report.words import bar
from tests.report.clients import ON


def _view(
    pack: Pack, client: Client, on: date = ON, kind: str = "full", lang: str = "ja"
) -> ReportView:
    return make(pack, client, kind, lang, on)


def test_the_sections_of_the_full_report_begin_with_the_conclusion(
    view_of: Callable[..., ReportView],
) -> None:
    assert [part.title for part in sections(view_of("full"))] == [
        "結論",
        "事業者と規模",
        "申請の資格",
        "手順ごとの準備度",
        "費用",
        "優先順の課題",
        "回答の食い違い",
        "監査・審査での指摘事項",
        "章ごとの回答",
        "対象外とした事項と理由",
        "未確認の事項",
        "点数に入れていない回答",
        "予定",
        "申請書類",
        "漏えいの原因とこの事業者の備え",
        "漏えいしたときの想定損害賠償額",
        "漏えいの数字：2004年といま",
        "この点数が意味しないこと",
        "出典",
        "この報告書の作成条件",
        "読むもの",
    ]


def test_the_summary_is_short_and_the_auditor_sees_clauses(
    view_of: Callable[..., ReportView],
) -> None:
    assert [p.id for p in sections(view_of("full", "summary"))] == [
        "conclusion",
        "actions",
        "steps",
        "money",
        "limits",
        "provenance",
    ]
    auditor = [p.id for p in sections(view_of("full", "auditor"))]
    assert {"clauses", "exclusions", "editions", "steps"} <= set(auditor)


@pytest.mark.parametrize("name", ["begun", "full"])
def test_the_summary_lists_ten_actions_and_begins_with_those_of_monday(
    name: str, view_of: Callable[..., ReportView]
) -> None:
    view = view_of(name, "summary")
    actions = next(part for part in sections(view) if part.id == "actions")
    listed = [block.title for block in actions.blocks if block.kind == "entry"]
    assert len(listed) == min(10, len(view.gaps))
    assert next(b.text for b in actions.blocks if b.kind == "heading") == "まず月曜日にすること"
    assert listed[:3] == [action.what for action in view.monday]


def test_what_stops_several_steps_is_said_once_in_the_summary(
    view_of: Callable[..., ReportView],
) -> None:
    part = next(p for p in sections(view_of("full", "summary")) if p.id == "steps")
    lines = next(b.items for b in part.blocks if b.kind == "bullets")
    stops = [line.partition("：")[2] for line in lines]
    assert len(stops) == len(set(stops))
    blocked = [step.title for step in view_of("full", "summary").steps if step.blockers]
    assert "、".join(line.partition("：")[0] for line in lines).count("、") == len(blocked) - 1


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("name", ["begun", "full"])
def test_the_conclusion_is_two_to_five_sentences(
    name: str, lang: str, view_of: Callable[..., ReportView]
) -> None:
    view = view_of(name, "full", lang)
    assert 2 <= len(view.conclusion) <= 5
    assert 1 <= len(view.monday) <= 3
    assert all(action.who and action.effort for action in view.monday)


def test_fees_of_the_confirmed_list_line_by_line(
    pack: Pack, client_of: Callable[[str], Client]
) -> None:
    money = _view(pack, client_of("begun"), date(2026, 9, 30)).money
    assert money.current is not None
    assert [(line.title, line.amount) for line in money.current.lines] == [
        ("申請料", "52,382円"),
        ("審査料", "471,429円"),
        ("付与登録料", "104,762円"),
    ]
    assert (money.current.total, money.current.status) == ("628,573円", "confirmed")


def test_an_estimate_is_called_one_wherever_it_stands(
    pack: Pack, client_of: Callable[[str], Client], written: Callable[..., bytes]
) -> None:
    view = _view(pack, client_of("begun"), date(2026, 10, 1))
    assert view.money.current is not None
    assert view.money.current.status == "estimate"
    assert view.money.current.total == "691,000円"
    report = written("begun", "md").decode()
    for line in report.splitlines():
        if "691,000" in line:
            assert "概算" in line or "1年目" in line or "gantt" in line, line
    confirmed = [table for table in view.money.others if table.status == "confirmed"]
    assert [table.total for table in confirmed] == ["628,573円"]


def test_figures_entered_by_the_user_say_by_whom(
    pack: Pack, client_of: Callable[[str], Client]
) -> None:
    money = _view(pack, client_of("full")).money
    assert money.current is not None
    assert money.current.status == "official"
    assert money.current.total == "517,000円"
    assert "高橋" in " ".join(money.current.notes) and "2026-10-05" in " ".join(money.current.notes)


def test_too_few_workers_have_no_size_no_fee_and_a_blocker(pack: Pack) -> None:
    client = Client(Profile("一人", "service", 1, None), pack.id, pack.version, ON)
    view = _view(pack, client)
    assert view.money.current is None
    assert "申請できません" in " ".join(view.conclusion)
    assert any(stop.question == "profile.workers" for step in view.steps for stop in step.blockers)
    assert view.eligibility is not None and view.eligibility.verdict == "not-yet"


def test_a_trade_that_the_table_lacks_is_said_and_nothing_breaks(pack: Pack) -> None:
    client = Client(Profile("例", "banking", 10, None), pack.id, pack.version, ON)
    view = _view(pack, client)
    assert view.money.current is None and "banking" in " ".join(view.money.reasons)


@pytest.mark.parametrize(
    "on", [date(1990, 1, 1), date(2004, 12, 1), date(2099, 12, 31), date(9999, 12, 31)]
)
def test_any_day_gives_a_report(on: date, pack: Pack, client_of: Callable[[str], Client]) -> None:
    view = _view(pack, client_of("begun"), on)
    assert view.on == on.isoformat()


def test_all_yes_is_ready_and_says_so(pack: Pack, client_of: Callable[[str], Client]) -> None:
    from pmark_tui.domain.asking import asked

    client = client_of("begun")
    answers = {q.id: Answer("yes", certainty="seen") for q in asked(pack, client.profile)}
    view = _view(pack, client.changed(answers=answers))
    assert {step.status for step in view.steps} == {"ready"}
    assert {step.range for step in view.steps} == {"100%"}
    assert "全7手順で準備がよい" in view.conclusion[0]
    assert view.gaps == () and view.unasked == ()


def test_an_exclusion_without_a_reason_is_shown_as_not_counted(
    pack: Pack, client_of: Callable[[str], Client]
) -> None:
    client = client_of("begun")
    key = next(q.id for q in pack.questions if q.may_be_na and not q.when and not q.kinds)
    view = _view(pack, client.with_answer(key, Answer("na")))
    assert key not in [row.id for row in view.exclusions]
    view = _view(pack, client.with_answer(key, Answer("na", reason="該当なし")))
    assert [row.reason for row in view.exclusions if row.id == key] == ["該当なし"]


def test_open_findings_bear_their_last_day(view_of: Callable[..., ReportView]) -> None:
    findings = {f.id: f for f in view_of("full").findings}
    assert (findings["F1"].due, findings["F1"].status) == ("2026-12-30", "open")
    assert findings["F2"].status == "closed"


def test_hearsay_is_counted_in_what_the_score_does_not_mean(
    pack: Pack, client_of: Callable[[str], Client]
) -> None:
    client = client_of("begun")
    said = {k: replace(a, certainty="said") for k, a in client.answers.items()}
    assert any(
        "20件は口頭だけ" in text for text in _view(pack, client.changed(answers=said)).limits
    )


@pytest.mark.parametrize(
    ("low", "high", "shown"),
    [
        (0.0, 1.0, "-" * 20),
        (1.0, 1.0, "=" * 20),
        (0.0, 0.0, "." * 20),
        (0.5, 0.5, "=" * 10 + "." * 10),
        (0.25, 0.75, "=" * 5 + "-" * 10 + "." * 5),
        (0.99, 0.999, "=" * 19 + "."),
    ],
)
def test_bars(low: float, high: float, shown: str) -> None:
    assert bar(low, high) == shown


def test_a_pack_about_something_else_gets_no_fees_papers_or_calendar(pack: Pack) -> None:
    from pmark_tui.report.tables import sheets
    from pmark_tui.store import packs

    other = packs.load("incident-response")
    client = Client(Profile("例", "service", 10, None), other.id, other.version, ON)
    client = client.with_answer(other.questions[0].id, Answer("no"))
    view = _view(other, client)
    assert len(view.steps) == len(other.steps) and view.gaps
    assert view.causes is None and view.eligibility is None and view.money.current is None
    shown = {part.id for part in sections(view)}
    assert not shown & {"money", "eligibility", "calendar", "papers", "causes", "editions"}
    assert {"conclusion", "steps", "gaps", "answers", "limits", "provenance"} <= shown
    assert [sheet.id for sheet in sheets(view)] == [
        "summary",
        "answers",
        "plan",
        "evidence",
    ]
    told = " ".join((*view.conclusion, *view.limits, *(f.label for f in view.organisation)))
    for word in ("費用", "審査", "付与", "規模", "申請"):
        assert word not in told, word
    short = sections(_view(other, client, kind="summary"))
    assert "料金表" not in str(short) and "money" not in [part.id for part in short]


def test_official_figures_entered_for_another_pack_are_kept(pack: Pack) -> None:
    from pmark_tui.store import packs

    other = packs.load("incident-response")
    fee = OfficialFee("2026-10", "new", "small", 1_000, 2_000, 3_000, "高橋", date(2026, 10, 5))
    client = Client(Profile("例", "service", 10, None), other.id, other.version, ON)
    view = _view(other, client.changed(official_fees=(fee,)))
    money = next(part for part in sections(view) if part.id == "money")
    assert "6,000円" in str(money.blocks) and "高橋" in str(money.blocks)
