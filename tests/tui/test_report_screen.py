"""The report written from the screen: never over what was there, and with its warnings."""

from __future__ import annotations

from pmark_tui.domain.client import Answer
from tests.tui.screen_driver import NOW, answered, new_client, opened, write


async def test_a_report_is_overwritten_only_by_a_second_press() -> None:
    async with opened(write(answered(new_client()))) as s:
        name = f"{s.client.profile.name}.report.md"
        with open(name, "w") as stream:
            stream.write("mine")
        await s.press("f5", "f9")
        assert open(name).read() == "mine"
        await s.press("f9")
        assert "J.2.2-1" in open(name, encoding="utf-8").read()


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
