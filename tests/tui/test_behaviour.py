"""What one does at the screen, by keys alone: the form, language and size, trouble, the report."""

from __future__ import annotations

import os
import shutil

from pmark_tui.domain.client import Answer
from pmark_tui.store import client_file
from tests.tui.screen_driver import NOW, Screen, answered, new_client, opened, write

HERE = "J.2.2-1"


async def _fill(s: Screen, workers: str = "12", capital: str = "1,000万") -> None:
    await s.press("n")
    await s.type("みどり")
    await s.press("enter", "down", "down", "down", "down", "enter")
    await s.type(workers)
    await s.press("enter")
    await s.type(capital)


async def test_a_profile_shows_at_once_what_it_decides() -> None:
    async with opened("clients") as s:
        await _fill(s, workers="５")
        assert "規模：小規模" in s.frame
        assert "概算" in s.frame
        await s.press("shift+tab", "end", "backspace")
        await s.type("6")
        assert "規模：中規模" in s.frame
        await s.press("end", "backspace")
        await s.type("x")
        assert "従業者数は数で" in s.frame
        await s.press("f3")
        assert s.name == "ProfileScreen"
        assert os.listdir("clients") == []


async def test_a_new_client_gets_a_file_of_its_own_and_never_another_ones() -> None:
    write(new_client("みどり"), "clients")
    async with opened("clients") as s:
        await _fill(s, capital="なし")
        await s.press("f3")
        assert s.name == "InterviewScreen"
        assert s.app.session.route.quick
        s.app.flush()
    names = sorted(name for name in os.listdir("clients") if name != ".pmark")
    assert names == ["みどり-2.pmark.toml", "みどり.pmark.toml"]
    made = client_file.read("clients/みどり-2.pmark.toml").client
    assert (made.profile.name, made.profile.workers, made.profile.capital) == ("みどり", 12, None)


async def test_a_flag_changes_how_many_questions_are_asked() -> None:
    async with opened(write(new_client())) as s:
        before = len(s.app.session.questions())
        await s.press("f2")
        s.widget("flags").focus()
        await s.press("home", "enter", "down", "enter")
        assert s.client.profile.flags == ("sensitive-data", "my-number")
        assert len(s.app.session.questions()) >= before
        assert s.on_disk.profile.flags == ("sensitive-data", "my-number")


async def test_each_entry_says_what_it_changes() -> None:
    async with opened(write(new_client()), size=(120, 40)) as s:
        await s.press("f2", "tab", "tab", "end", "backspace", "backspace")
        await s.type("5")  # 12 people, then 5: a service firm is small up to there
        assert "この欄の変更：規模 中規模 > 小規模、費用 " in s.widget("effect").plain
        await s.press("tab")
        await s.type("1")
        await s.press("backspace")
        assert "この欄の変更" not in s.widget("effect").plain


async def test_a_flag_tells_how_many_questions_it_adds_before_and_after() -> None:
    async with opened(write(new_client()), size=(120, 60)) as s:
        await s.press("f2")
        s.widget("flags").focus()
        asked = len(s.app.session.questions())
        at = [flag.id for flag in s.app.session.pack.flags].index("cloud")
        await s.press("home", *["down"] * at, "enter")
        more = len(s.app.session.questions()) - asked
        assert more > 0
        assert f"この欄の変更：設問 +{more} -0" in s.widget("effect").plain
        assert f"（+{more}問）" in s.frame


async def test_official_figures_take_the_place_of_the_estimate() -> None:
    async with opened(write(new_client())) as s:
        await s.press("f4")
        assert "概算" in s.widget("detail-text").plain
        await s.press("y")
        assert "料金表 2026-10" in s.frame
        await s.type("１０万")
        await s.press("enter")
        await s.type("400,000円")
        await s.press("enter", "ctrl+s")
        assert "付与登録料は数で" in s.frame
        await s.type("100000")
        await s.press("ctrl+s")
        assert s.name == "ResultsScreen"
        assert "600,000円（入力された正式額" in s.widget("detail-text").plain
        (fee,) = s.on_disk.official_fees
        assert (fee.schedule, fee.kind, fee.size) == ("2026-10", "new", "medium")
        assert (fee.application, fee.audit, fee.registration) == (100_000, 400_000, 100_000)
        assert fee.entered_on == NOW.date()
        # seen from the profile too, and taken away again by three empty lines
        await s.press("f2")
        assert "600,000円" in s.widget("effect").plain
        await s.press("f6", *["ctrl+a", "ctrl+k", "tab"] * 3, "ctrl+s")
        assert s.on_disk.official_fees == ()
        assert "概算" in s.widget("effect").plain


async def test_findings_are_entered_worked_on_and_closed() -> None:
    async with opened(write(new_client())) as s:
        await s.press("f4", "f", "f6")
        await s.type("j.99")
        await s.press("ctrl+s")
        assert "条項の番号を" in s.frame
        await s.press("ctrl+u")
        await s.type("９．２")
        await s.press("ctrl+s")
        assert "指摘の内容を" in s.frame
        await s.press("enter")
        await s.type("来訪者記録に日付がない")
        await s.press("ctrl+s")
        (finding,) = s.on_disk.findings
        assert (finding.id, finding.clause, finding.found_on) == ("F1", "J.9.2", NOW.date())
        assert "回答の期限：2027-02-23" in s.frame
        await s.press("enter", *["tab"] * 7)
        await s.type("2026-11-01")
        await s.press("enter")
        assert "指摘の日より前" in s.frame
        await s.press("escape", "f7")
        assert s.on_disk.findings[0].closed == NOW.date()
        assert "[完了]" in s.frame
        await s.press("f7", "f3", "u", "u", "u")
        assert s.on_disk.findings == ()


async def test_the_form_keeps_what_it_does_not_show() -> None:
    client = new_client(privacy_manager="鈴木", audit_manager="佐藤", head="山田")
    async with opened(write(client)) as s:
        await s.press("f2", "end")
        await s.type("2")
        held = s.on_disk.profile
        assert held.name.endswith("2")
        assert (held.privacy_manager, held.audit_manager, held.head) == ("鈴木", "佐藤", "山田")


async def test_language_and_size_keep_the_place() -> None:
    async with opened(write(answered(new_client()))) as s:
        await s.press("right", "right")
        there = s.question
        await s.press("ctrl+l")
        assert s.question == there
        assert "Interview" in s.frame
        for size in ((120, 40), (40, 12), (80, 24)):
            await s.pilot.resize_terminal(*size)
            await s.pilot.pause()
            assert s.question == there
            assert there in s.frame


async def test_a_file_changed_underneath_is_never_overwritten_and_nothing_is_lost() -> None:
    path = write(new_client())
    async with opened(path) as s:
        first = s.question
        with open(path, "a") as stream:
            stream.write("# by hand\n")
        theirs = open(path, "rb").read()
        await s.press("3")
        await s.until(lambda: s.name == "SaveElsewhere")
        assert "未保存" in s.app.saved
        await s.press("enter")
        await s.until(lambda: s.name == "InterviewScreen")
        other = s.app.session.file.path
    assert open(path, "rb").read() == theirs
    assert other != path
    assert client_file.read(other).client.answer(first).value == "no"


async def test_a_folder_that_is_gone_is_said_and_nothing_is_lost(tmp_path) -> None:
    (tmp_path / "stick").mkdir()
    path = write(new_client(), "stick")
    async with opened(path) as s:
        first = s.question
        shutil.rmtree("stick")
        await s.press("1")
        await s.until(lambda: s.name == "SaveElsewhere")
        box = s.widget("path")
        box.value = "safe"
        await s.press("enter")
        await s.until(lambda: s.name == "InterviewScreen")
    assert client_file.read("safe.pmark.toml").client.answer(first).value == "yes"


async def test_a_report_is_overwritten_only_by_a_second_press() -> None:
    async with opened(write(answered(new_client()))) as s:
        name = f"{s.client.profile.name}.report.md"
        with open(name, "w") as stream:
            stream.write("mine")
        await s.press("f5", "f9")
        assert open(name).read() == "mine"
        await s.press("f9")
        assert "J.2.2-1" in open(name, encoding="utf-8").read()


async def test_markup_in_a_clients_words_is_only_text() -> None:
    client = new_client("[red]A {x}")
    path = write(client)
    async with opened(path) as s:
        s.app.session.annotate(s.question, note="[bold]太字[/bold] [@click=app.quit]x[/]")
        await s.press("right", "left")
        assert "[red]A {x}" in s.frame
        assert "[bold]太字[/bold] [@click=app.quit]x[/]" in s.frame


async def test_a_report_with_what_looks_personal_is_written_with_a_warning() -> None:
    client = new_client()
    for key in ("J.1.1-1", "J.1.1-2", "J.1.2-1", "J.1.3-1", "J.1.3-2"):
        client = client.with_answer(key, Answer("yes", note="03-1234-5678 a@example.jp", at=NOW))
    path = write(client)
    async with opened(path) as s:
        await s.press("f5", "f9")
        await s.until(lambda: "渡す前に確かめてください" in s.frame)
        flat = "".join(s.frame.split())
        assert "J.1.1-1のメモにメールアドレスらしいものがあります。" in flat
        assert "J.1.1-1のメモに電話番号らしいものがあります。" in flat
        assert "個人情報らしいもの：10件" in flat  # five notes with two each
        await s.press("f9")
        assert len(s.app._notifications) == 3  # nothing was written again, so nothing is said again
