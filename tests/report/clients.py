"""Clients for the reports' tests: one half asked, one with everything, one whose every text is hostile."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from pathlib import Path

from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Answer, Client, DataSet, Finding, OfficialFee, Profile
from pmark_tui.domain.pack import Pack
from pmark_tui.store import client_file
from pmark_tui.store.paths import shipped

ON = date(2026, 11, 23)
_HERE = Path(__file__).parent
FILES = {
    "renewal": str(_HERE / "client_files" / "renewal.pmark.toml"),
    "tiny": str(_HERE / "client_files" / "tiny.pmark.toml"),
    "sample": str(Path(shipped()) / "sample" / "sample.ja.pmark.toml"),
}
"""Real-looking clients: a long renewal, a small office half way through its quick pass, the sample."""
AT = datetime(2026, 11, 20, 10, 30)


def from_file(name: str) -> Client:
    """One of `FILES`."""
    return client_file.read(FILES[name]).client


def begun(pack: Pack) -> Client:
    """A service business of twelve, new, twenty answers with a note, nothing else."""
    profile = Profile(
        "株式会社みどり印刷", "service", 12, 10_000_000, flags=("cloud", "entrusted-in")
    )
    client = Client(profile, pack.id, pack.version, date(2026, 11, 20))
    values = ("yes", "partial", "no", "unknown")
    for number, question in enumerate(asked(pack, profile)[:20]):
        note = "台帳は昨年のまま。\n給与データが載っていない。" if number == 3 else ""
        client = client.with_answer(question.id, Answer(values[number % 4], note=note, at=AT))
    return client


def full(pack: Pack) -> Client:
    """A renewal with an answer to every question, each field filled somewhere, findings and fees."""
    profile = Profile(
        name="有限会社さくら商会",
        industry="retail",
        workers=48,
        capital=3_000_000,
        kind="renewal",
        flags=tuple(flag.id for flag in pack.flags),
        expires=date(2027, 5, 31),
        target=date(2027, 1, 15),
        head="桜井 花子",
        privacy_manager="田中 一郎",
        audit_manager="鈴木 次郎",
    )
    client = Client(
        profile,
        pack.id,
        pack.version,
        date(2026, 10, 1),
        official_fees=(
            OfficialFee(
                "2026-10", "renewal", "medium", 57_000, 345_000, 115_000, "高橋", date(2026, 10, 5)
            ),
        ),
        findings=(
            Finding(
                id="F1",
                clause="J.9.2",
                text="入退室の記録に\n空欄がある。",
                grade="軽微",
                found_on=date(2026, 9, 30),
                cause="様式の欄が小さい",
                correction="様式を改めた",
                evidence="入退室記録 2026年10月分",
            ),
            Finding(
                "F2",
                "J.4.3",
                "教育の欠席者がいる",
                found_on=date(2026, 8, 1),
                closed=date(2026, 8, 20),
            ),
        ),
        data_sets=(
            DataSet(7316, ("name", "address", "card_and_expiry"), name="通販の会員"),
            DataSet(
                48,
                ("name", "my_number", "社内の査定"),
                levels={"社内の査定": (2, 2)},
                name="従業者",
            ),
        ),
    )
    certainties = ("said", "document", "record", "seen", "")
    for number, question in enumerate(asked(pack, profile)):
        excluded = question.may_be_na and number % 2
        value = "na" if excluded else ("yes", "yes", "partial", "no", "unknown")[number % 5]
        answer = Answer(
            value,
            note=f"メモ{number} 二つの部門で確認" if number % 3 == 0 else "",
            reason=f"理由{number} 該当する業務がない" if excluded else "",
            certainty=certainties[number % 5],  # type: ignore[arg-type]
            who="山田部長" if number % 4 == 0 else "",
            evidence=f"書類{number}-{number}" if number % 6 == 0 else "",
            owner="佐藤" if number % 7 == 0 else "",
            due=date(2027, 1, 1 + number % 28) if number % 8 == 0 else None,
            flagged=number % 50 == 0,
            parked=number % 60 == 0,
            at=AT,
            evidence_date=date(2026, 3, 1 + number % 28) if number % 9 == 0 else None,
        )
        client = client.with_answer(question.id, answer)
    return client.with_answer("X.1-1", Answer("yes", note="前の版の設問へのメモ"))


HOSTILE = (
    "# 見出し\n## もう一つ\n- 項目\n1. 番号\n> 引用",
    "**太字** _斜体_ `code` ~~消す~~ $x$ [名前](javascript:alert(1)) ![絵](http://x.example/a.png)",
    "<script>alert(1)</script><img src=x onerror=alert(1)> &lt;b&gt; &amp; <!-- 注 --> ]]>",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "{{ 7 * 7 }} {% for x in y %} {# 注 #} {{ view.__class__ }}",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-1-1",
    "@SUM(1)",
    "＝1＋1",
    "\x1b[31m赤\x07\x00 \u202eひっくり返す\u202c \u2066x\u2069",
    "👨‍👩‍👧‍👦 ✅ 🇯🇵 が(NFD: か\u3099)",
    "長い" * 5_000,
    "a_b __c__ d*e \\ \\* \\n C:\\temp\\x",
    "見出し\n===\n[ref]: http://x.example\n```\nfence\n```",
    "    四つ下げ\n\tタブ\n\n\n段落",
    "行末の二つの空白  \n\u2028段落の区切り\r\nCRLF",
    "\ud800\uffff\ufffe",
)


def hostile(pack: Pack) -> Client:
    """The full client with a hostile text in every field that takes text."""
    texts = iter(HOSTILE * 1_000)

    def spoiled(value: object) -> object:
        if not is_dataclass(value):
            return value
        changed = {}
        for field in fields(value):
            held = getattr(value, field.name)
            if isinstance(held, str) and field.name in _FREE:
                changed[field.name] = next(texts)
            elif field.name in ("profile", "official_fees", "findings", "data_sets"):
                changed[field.name] = (
                    tuple(map(spoiled, held)) if isinstance(held, tuple) else spoiled(held)
                )
        return replace(value, **changed)  # type: ignore[type-var]

    client = spoiled(full(pack))
    assert isinstance(client, Client)
    answers = {key: replace(a, reason=a.reason or " ") for key, a in client.answers.items()}
    return client.changed(answers={key: spoiled(a) for key, a in answers.items()})


_FREE = frozenset(
    (
        "name",
        "head",
        "privacy_manager",
        "audit_manager",
        "note",
        "reason",
        "who",
        "evidence",
        "owner",
        "entered_by",
        "text",
        "grade",
        "cause",
        "correction",
    )
)
