"""The reading list, by hand from the material of 2005."""

from __future__ import annotations

from pmark_tui.store.incidents import reading_list


def test_what_2005_recommends_is_kept() -> None:
    entries = reading_list().of("2005")
    assert [(e.title.ja, e.by, e.publisher) for e in entries if e.kind == "book"] == [
        ("これだけは知っておきたい個人情報保護", "岡村久道・鈴木正朝", "日本経済新聞社"),
        ("45分でわかる個人情報保護", "田淵義朗、ネット情報セキュリティ研究会", "日経BP社"),
        (
            "図解 個人情報保護法 中小企業・個人事業者にも役立つビジュアル対策マニュアル",
            "鶴巻暁・中康二",
            "朝日新聞社",
        ),
        (
            "図解 よくわかる個人情報保護法とプライバシーマーク",
            "浅川浩・鳰原恵二・山田真喜夫",
            "日本実業出版社",
        ),
        ("すべてわかる個人情報保護", "山崎文明", "日経BP社"),
    ]
    assert [e.url for e in entries if e.url] == [
        "http://www.atmarkit.co.jp/fsecurity/rensai/beginner201/beginner01.html",
        "http://privacymark.jp/",
        "http://www.jnsa.org/",
    ]
    assert "通産省 個人情報保護ガイドライン（PDF）" in [e.title.ja for e in entries]


def test_today_is_official_and_each_era_is_told() -> None:
    reading = reading_list()
    assert all(e.url.startswith("https://") for e in reading.of("today"))
    assert len(reading.of("today")) + len(reading.of("2005")) == len(reading.entry)
    assert reading.said("2005").ja.startswith("当時のまま")
    assert reading.said("today") == reading.said_today
