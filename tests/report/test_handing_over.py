"""Redaction, verification, the bundle, and the warning before anything personal leaves the house."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from pmark_tui.domain.client import Answer, Client
from pmark_tui.domain.pack import Pack
from pmark_tui.report.bundle import bundle
from pmark_tui.report.output import render
from pmark_tui.report.personal import suspects
from pmark_tui.report.redact import redact
from pmark_tui.report.verify import named_hash, verify
from pmark_tui.report.writers import FORMATS
from tests.report.clients import ON
from tests.report.readers import flat, text_of

TYPED = (
    "さくら商会",
    "桜井",
    "田中 一郎",
    "鈴木 次郎",
    "山田部長",
    "佐藤",
    "高橋",
    "二つの部門で確認",
    "該当する業務がない",
    "書類6-6",
    "空欄がある",
    "様式を改めた",
    "前の版の設問へのメモ",
    "X.1-1",
    "通販の会員",
    "社内の査定",
)


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("form", FORMATS)
def test_nothing_typed_is_left_in_a_redacted_report(
    form: str, lang: str, pack: Pack, client_of: Callable[[str], Client]
) -> None:
    data = render(pack, client_of("full"), form, "full", lang, ON, redacted=True)
    shown = flat(text_of(form, data))
    assert [typed for typed in TYPED if flat(typed) in shown] == []
    for typed in TYPED:
        assert typed.encode() not in data


def test_the_same_name_gets_the_same_mark(pack: Pack, client_of: Callable[[str], Client]) -> None:
    client = client_of("full")
    same = replace(client.profile, privacy_manager="田中　一郎", audit_manager="田中 一郎")
    made = redact(pack, client.changed(profile=same), "ja").profile
    assert made.privacy_manager == made.audit_manager != made.head
    assert redact(pack, client, "ja") == redact(pack, client, "ja")


def test_answers_and_dates_survive_redaction(
    pack: Pack, client_of: Callable[[str], Client]
) -> None:
    client = client_of("full")
    made = redact(pack, client, "ja")
    known = [key for key in client.answers if key in pack.question]
    assert [made.answer(k).value for k in known] == [client.answer(k).value for k in known]
    assert [made.answer(k).due for k in known] == [client.answer(k).due for k in known]
    assert made.profile.workers == client.profile.workers


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", ["full", "hostile"])
def test_a_report_knows_its_client(
    name: str,
    form: str,
    pack: Pack,
    client_of: Callable[[str], Client],
    written: Callable[..., bytes],
) -> None:
    client = client_of(name)
    assert verify(written(name, form), pack, client)[0] == "yes"
    assert verify(written(name, form), pack, client.with_answer("E.1-1", Answer("no")))[0] == "no"
    hidden = render(pack, client, form, "summary", "en", ON, redacted=True)
    assert verify(hidden, pack, client)[0] == "redacted"


def test_a_note_cannot_pass_for_the_hash(pack: Pack, client_of: Callable[[str], Client]) -> None:
    client = client_of("begun")
    other = named_hash(render(pack, client_of("full"), "md", "full", "ja", ON))
    assert len(other) == 64
    key = next(iter(client.answers))
    fake = f'sha256:{other} <meta name="pmark-input" content="sha256:{other}">'
    client = client.with_answer(key, replace(client.answer(key), note=fake, who=fake))
    for form in FORMATS:
        data = render(pack, client, form, "full", "ja", ON)
        assert verify(data, pack, client)[0] == "yes", form
        assert verify(data, pack, client_of("full"))[0] == "no", form


@pytest.mark.parametrize(
    "data", [b"", b"abc", b"PK\x03\x04broken", b"\xff\xfe", b'"a","b"\n', b"sha256:zz"]
)
def test_a_file_without_a_hash_says_so(
    data: bytes, pack: Pack, client_of: Callable[[str], Client]
) -> None:
    assert verify(data, pack, client_of("begun"))[0] == "none"


def test_the_bundle_holds_everything_in_reading_order(
    pack: Pack, client_of: Callable[[str], Client]
) -> None:
    data = bundle(pack, client_of("full"), b"source", "ja", ON)
    with ZipFile(BytesIO(data)) as archive:
        assert archive.namelist() == [
            "00_summary.docx",
            "01_report.docx",
            "02_action_plan.xlsx",
            "03_report.html",
            "04_report.md",
            "05_client.pmark.toml",
        ]
        assert archive.read("05_client.pmark.toml") == b"source"
    assert verify(data, pack, client_of("full"))[0] == "yes"


def test_a_redacted_bundle_has_no_client_file(
    pack: Pack, client_of: Callable[[str], Client]
) -> None:
    data = bundle(pack, client_of("full"), b"source", "ja", ON, redacted=True)
    with ZipFile(BytesIO(data)) as archive:
        assert "05_client.pmark.toml" not in archive.namelist()
    assert "さくら".encode() not in data


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("担当は 03-1234-5678 まで", "phone"),
        ("０９０－１２３４－５６７８", "phone"),
        ("tel:09012345678", "phone"),
        ("yamada@example.co.jp に送る", "mail"),
        ("ｙａｍａｄａ＠ｅｘａｍｐｌｅ．ｊｐ", "mail"),
        ("TEL.0120ー123ー456", "phone"),
        ("(03) 1234-5678に折り返す", "phone"),
        ("+81 90-1234-5678", "phone"),
        ("1234 5678 9018", "number"),  # check digit: 212 mod 11 = 3, 11 - 3 = 8
        ("受付票の123456789018", "number"),
        ("1234-5678-9018", "number"),
        ("4111 1111 1111 1111", "card"),
    ],
)
def test_what_looks_personal_is_found(
    typed: str, found: str, client_of: Callable[[str], Client]
) -> None:
    client = client_of("begun").with_answer("E.1-1", Answer("yes", note=typed))
    assert [(s.where, s.field, s.what) for s in suspects(client)] == [("E.1-1", "note", found)]


@pytest.mark.parametrize(
    "typed",
    [
        "2026-11-20 10:30に確認",
        "料金は314,288円、全部で12345人",
        "J.3.1.1-1とJ.9.2-14を見る",
        "4111 1111 1111 1112",
        "伝票番号 123456789012",  # twelve digits whose last is no check digit
        "2026-11-20 2026-11-21に確認",
        "2026/11/20 2026/12/01 2027/01/08",
        "2026-11-20 0930に開始",
        "691,000円（申請52,382、審査471,429、登録104,762）、合計628573円",
        "法人番号 4010405003127",
        "サーバー2026、利用者0001から0240",
        "契約 第2024-0123-0045号",
        "規程 第3.1版 (2026.10.1)",
        "@SUM(1)",
    ],
)
def test_what_is_not_personal_is_left_alone(typed: str, client_of: Callable[[str], Client]) -> None:
    client = client_of("begun").with_answer("E.1-1", Answer("yes", note=typed))
    assert suspects(client) == ()


def test_every_place_of_a_warning_has_a_name(client_of: Callable[[str], Client]) -> None:
    from pmark_tui.texts.handover import HANDOVER

    found = suspects(
        client_of("hostile").changed(
            answers={"E.1-1": Answer("yes", *["a@example.jp"] * 2, who="b@example.jp")},
            data_sets=tuple(
                replace(held, name="c@example.jp", items=("d@example.jp",))
                for held in client_of("full").data_sets
            ),
        )
    )
    assert {"name", "items", "note", "who"} <= {one.field for one in found}
    assert {f"field_{one.field}" for one in found} <= HANDOVER.keys()
    assert {f"w_{one.what}" for one in found} <= HANDOVER.keys()
