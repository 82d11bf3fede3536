"""Files in, files out: every line of a client file is found in the full report of each format.

The files are read as TOML, not through pmark: what pmark does not know of a file it could not miss.
"""

import os
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

import pytest

from pmark_tui.report.writers import FORMATS
from tests.report.clients import FILES
from tests.report.readers import flat, text_of

WORDS: dict[str, dict[str, str]] = {
    "value": {
        "yes": "はい",
        "partial": "一部",
        "no": "いいえ",
        "unknown": "わからない",
        "na": "対象外",
    },
    "certainty": {
        "said": "口頭のみ",
        "document": "文書を見た",
        "record": "記録を見た",
        "seen": "現場で見た",
    },
    "industry": {"service": "サービス業"},
    "kind": {"new": "新規", "renewal": "更新"},
    "size": {"medium": "中規模"},
    "flags": {
        "sensitive-data": "要配慮個人情報",
        "my-number": "マイナンバー",
        "cameras": "防犯カメラ",
        "call-recording": "通話の録音",
        "web-forms": "ウェブの入力フォーム",
        "mail-campaigns": "本人への連絡（DM・メール・電話）",
        "third-party": "第三者への提供",
        "foreign": "外国での取扱い・外国への提供",
        "cookies": "Cookie・広告ID",
        "entrusted-in": "業務の受託",
        "entrusted-out": "業務の委託",
        "cloud": "クラウドサービス",
        "own-devices": "私物端末の業務利用",
        "agency-staff": "派遣社員の受入れ",
    },
    "items": {"name": "氏名", "address": "住所", "phone": "電話番号"},
    "flagged": {"True": "あとで確認"},
    "parked": {"True": "保留"},
}
"""How a report in Japanese names what a file gives as a word of the program."""

NOT_SHOWN = ("format", "position", "quick")
"""What the program notes for itself: the kind of file, and where the interview stands."""


def leaves(held: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every value of a file with the key that it stands under; the ids of questions, too."""
    if isinstance(held, dict):
        for name, value in held.items():
            if key == "answers":
                yield "question", name
            yield from leaves(value, name)
    elif isinstance(held, list):
        for value in held:
            yield from leaves(value, key)
    else:
        yield key, held


def shown_as(key: str, value: Any) -> str:
    if key in WORDS:
        return WORDS[key].get(str(value), str(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, str) else f"{value:,}"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("name", FILES)
def test_every_line_of_the_file_is_in_the_report(
    name: str, form: str, written: Callable[..., bytes]
) -> None:
    with open(FILES[name], "rb") as stream:
        file = tomllib.load(stream)
    shown = flat(text_of(form, written(name, form)))
    wanted = {
        (key, flat(shown_as(key, value))) for key, value in leaves(file) if key not in NOT_SHOWN
    }
    assert len(wanted) > 40
    if form == "json":  # numbers are numbers there
        wanted = {(key, text if text in shown else text.replace(",", "")) for key, text in wanted}
    assert sorted(f"{key}: {text[:60]}" for key, text in wanted if text not in shown) == []


def test_the_files_are_of_three_different_offices() -> None:
    read = []
    for path in FILES.values():
        assert os.path.basename(path).endswith(".pmark.toml")
        with open(path, "rb") as stream:
            read.append(tomllib.load(stream))
    answered = sorted(len(file["answers"]) for file in read)
    assert answered[0] < 20 < 160 < answered[1] < answered[2]
    notes = [a.get("note", "") for file in read for a in file["answers"].values()]
    assert max(map(len, notes)) > 250
    assert {file["profile"].get("kind", "new") for file in read} == {"new", "renewal"}
    assert any(not file["profile"].get("capital") for file in read)
