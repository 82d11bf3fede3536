"""Official fees and an audit's findings, entered from the results."""

from __future__ import annotations

from tests.tui.screen_driver import NOW, new_client, opened, write


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
