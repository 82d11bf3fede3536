"""What each key of each table does on its screen, told for `test_keys.py` label by label."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable

from pmark_tui.domain.client import NO_ANSWER
from pmark_tui.domain.routes import Route
from tests.tui.screen_driver import NOW, Screen

HERE = "J.2.2-1"
Check = Callable[[Screen], Awaitable[None] | None]


def _answer(s: Screen, question: str = HERE) -> str:
    return s.client.answer(question).value


def _is(value: str, moved: bool = True) -> Check:
    def check(s: Screen) -> None:
        assert _answer(s) == value
        assert (s.question != HERE) is moved

    return check


def _on(screen: str) -> Check:
    def check(s: Screen) -> None:
        assert s.name == screen, s.frame

    return check


def _place(index: int) -> Check:
    def check(s: Screen) -> None:
        questions = [q.id for q in s.app.screen.questions]
        assert s.question == questions[index]

    return check


async def _undone(s: Screen) -> None:
    assert _answer(s) == "partial"


def _redone(s: Screen) -> None:
    assert _answer(s) == "no"


def _scrolled(widget: str, moved: bool) -> Check:
    def check(s: Screen) -> None:
        assert (s.widget(widget).scroll_y > 0) is moved

    return check


def _field(name: str, value: object) -> Check:
    def check(s: Screen) -> None:
        assert getattr(s.client.answer(HERE), name) == value

    return check


def _whole(s: Screen) -> None:
    assert s.app.session.route == Route(quick=True)
    assert "絞り込みを解きました" in s.frame


def _language(s: Screen) -> None:
    assert s.app.lang == "en"
    assert "Interview" in s.frame or "Clients" in s.frame or s.name != "InterviewScreen"


def _theme(s: Screen) -> None:
    assert s.app.theme == "textual-light"


def _left(s: Screen) -> None:
    assert s.app.return_code == 0  # none while it runs


def _guide(s: Screen) -> None:
    assert s.app.screen.has_class("-guide")


def _unanswered(s: Screen) -> None:
    assert s.question != HERE
    assert s.client.answer(s.question) == NO_ANSWER


def _page(page: str) -> Check:
    def check(s: Screen) -> None:
        assert s.app.screen.page == page

    return check


def _shows(*words: str) -> Check:
    def check(s: Screen) -> None:
        for word in words:
            assert word in s.frame, s.frame

    return check


def _file(ending: str) -> Check:
    async def check(s: Screen) -> None:
        await s.until(lambda: any(n.endswith(ending) for n in os.listdir(".")))

    return check


def _supposed(count: int) -> Check:
    def check(s: Screen) -> None:
        assert s.frame.count("[x]") == count, s.frame
        assert _answer(s) == "partial"  # nothing reaches the client

    return check


async def _reloaded(s: Screen) -> None:
    await s.until(lambda: len(s.widget("clients").keys) == 2)


def _sorted(s: Screen) -> None:
    assert "*次の期日" in s.frame


def _filtering(s: Screen) -> None:
    assert s.focus == "filter"


def _stopped(s: Screen) -> None:
    assert not s.widget("filter").display


def _in_archive(s: Screen) -> None:
    assert os.listdir("clients/archive") == ["さくら事務所.pmark.toml"]


def _closed(s: Screen) -> None:
    assert [f.closed for f in s.client.findings] == [NOW.date()]


def _field_with_keys(name: str) -> Check:
    def check(s: Screen) -> None:
        assert s.focus == name

    return check


EVERYWHERE: dict[str, tuple[tuple[str, ...], Check]] = {
    "help": ((), _on("HelpScreen")),
    "profile": ((), _on("ProfileScreen")),
    "interview": ((), _on("InterviewScreen")),
    "results": ((), _on("ResultsScreen")),
    "report": ((), _on("ReportScreen")),
    "incident": ((), _on("IncidentScreen")),
    "clients": ((), _on("ClientsScreen")),
    "language": ((), _language),
    "theme": ((), _theme),
    "palette": ((), _on("CommandPalette")),
    "quit": ((), _left),
}
READER: dict[str, tuple[tuple[str, ...], Check]] = {
    "pages": ((), _on("ChooseScreen")),
    "go_up": ((), _on("InterviewScreen")),
}
# table: (keys that lead to its screen, {label: (keys before, what the key then does)})
TABLES: dict[str, tuple[tuple[str, ...], dict[str, tuple[tuple[str, ...], Check]]]] = {
    "INTERVIEW": (
        (),
        {
            "choose": ((), _is("yes")),
            "choose_2": ((), _is("partial")),
            "choose_3": ((), _is("no")),
            "choose_4": ((), _is("unknown")),
            "choose_5": ((), _is("partial", moved=False)),
            "take": (("down",), _is("no")),
            "back": ((), _place(1)),
            "forward": ((), _place(3)),
            "next_unanswered": ((), _unanswered),
            "note": ((), _on("NoteScreen")),
            "flag": ((), _field("flagged", False)),
            "park": ((), _field("parked", True)),
            "certainty": ((), _field("certainty", "record")),
            "details": ((), _on("DetailsScreen")),
            "guide": ((), _guide),
            "search": ((), _on("SearchScreen")),
            "routes": ((), _on("RoutesScreen")),
            "leave_route": (("p", "down", "down", "enter"), _whole),
            "outline": ((), _on("ChooseScreen")),
            "marked": ((), _on("ChooseScreen")),
            "explain": ((), _on("ExplainScreen")),
            "visit": ((), _on("VisitScreen")),
            "key_in": ((), _on("KeyInScreen")),
            "undo": (("3",), _undone),
            "redo": (("3", "u"), _redone),
            "clear": ((), _is("", moved=False)),
            "first": ((), _place(0)),
            "last": ((), _place(-1)),
            "page_down": ((), _scrolled("guide", True)),
            "page_up": (("pagedown",), _scrolled("guide", False)),
        }
        | EVERYWHERE,
    ),
    "PROFILE": (
        ("f2",),
        {
            "next_field": ((), _field_with_keys("industry")),
            "move": (("down",) * 4, _field_with_keys("workers")),
            "field_before": (("down",) * 5, _field_with_keys("industry")),
            "official_fee": ((), _on("OfficialFeeScreen")),
        }
        | EVERYWHERE,
    ),
    "RESULTS": (
        ("f4",),
        {
            "explain": ((), _on("ExplainScreen")),
            "go_to_question": (("tab",), _on("InterviewScreen")),
            "what_if": ((), _on("WhatIfScreen")),
            "go_up": ((), _on("InterviewScreen")),
            "official_fee": ((), _on("OfficialFeeScreen")),
            "findings": ((), _on("FindingsScreen")),
            "history": ((), _on("HistoryScreen")),
            "page_down": ((), _scrolled("detail", True)),
            "page_up": (("pagedown",), _scrolled("detail", False)),
        }
        | EVERYWHERE,
    ),
    "WHAT_IF": (
        ("f4", "f7"),
        {
            "toggle": ((), _supposed(1)),
            "go_up": ((), _on("ResultsScreen")),
            "first_ten": ((), _supposed(3)),
            "none": (("f6",), _supposed(0)),
        }
        | EVERYWHERE,
    ),
    "FINDINGS": (
        ("f4", "f"),
        {
            "work_on": (("n", *"9.2", "enter", "x", "ctrl+s"), _on("FindingScreen")),
            "add_finding": ((), _on("FindingScreen")),
            "go_up": ((), _on("ResultsScreen")),
            "close_finding": (("n", *"9.2", "enter", "x", "ctrl+s"), _closed),
        }
        | EVERYWHERE,
    ),
    "HISTORY": (
        ("f4", "f8"),
        {
            "snapshot": ((), _file(".snapshot.toml")),
            "restore": (("f3", "f", "f4", "f8"), _on("ChooseScreen")),
            "page_before": (("f6",), _shows("2/2")),
            "page_after": (("f6",), _shows("2/2")),
        }
        | READER
        | {"go_up": ((), _on("ResultsScreen"))}
        | EVERYWHERE,
    ),
    "INCIDENT": (
        ("f12",),
        {
            "known_on": ((), _on("LineScreen")),
            "malicious": ((), _shows("[不正の目的]")),
            "my_number": ((), _shows("[マイナンバーを含む]")),
            "cause_profile": ((), _page("causes")),
            "record": ((), _on("RecordScreen")),
            "exposure": ((), _on("ExposureScreen")),
            "drill": ((), _on("DrillScreen")),
            "page_before": ((), _page("reading")),
            "page_after": ((), _page("duties")),
        }
        | READER
        | EVERYWHERE,
    ),
    "RECORDS": (
        ("f12", "r"),
        {"open_record": ((), _on("LineScreen")), "go_up": ((), _on("IncidentScreen"))} | EVERYWHERE,
    ),
    "VISIT": (
        ("v",),
        {
            "write": ((), _file(".homework.md")),
            "page_before": ((), _shows("練習")),
            "page_after": ((), _page("walk")),
        }
        | READER
        | EVERYWHERE,
    ),
    "REPORT": (
        ("f5",),
        {
            "write": ((), _file(".report.md")),
            "format": ((), _shows(".report.html")),
            "kind": ((), _shows(".summary.md")),
            "page_before": ((), _page("reading")),
            "page_after": ((), _page("organisation")),
        }
        | READER
        | EVERYWHERE,
    ),
}
CLIENTS: dict[str, tuple[tuple[str, ...], Check]] = {
    "open_client": ((), _on("InterviewScreen")),
    "new_client": ((), _on("ProfileScreen")),
    "filter": ((), _filtering),
    "sort": ((), _sorted),
    "copy_client": ((), _on("LineScreen")),
    "bring_in": ((), _on("LineScreen")),
    "rename_client": ((), _on("LineScreen")),
    "archive": ((), _in_archive),
    "archive_view": ((), _shows("アーカイブは空です")),
    "reload": ((), _reloaded),
    "stop": (("f6",), _stopped),
    "palette": ((), _on("CommandPalette")),
    "help": ((), _on("HelpScreen")),
    "incident": ((), _on("IncidentScreen")),
    "language": ((), _language),
    "theme": ((), _theme),
    "quit": ((), _left),
}
