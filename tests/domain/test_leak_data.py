"""The files about leaks: both languages, no character of unsure width, unknown keys refused."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from pmark_tui.domain.text import ambiguous
from pmark_tui.errors import BadInput
from pmark_tui.store import paths, schema_incidents
from pmark_tui.store.schema import validate
from pmark_tui.texts.incidents import INCIDENTS

MODELS = {
    "closed_days": "ClosedDaysFile",
    "drills": "DrillsFile",
    "incident_causes": "CausesFile",
    "incident_duties": "DutiesFile",
    "incident_figures": "FiguresFile",
    "jo_model": "JoModelFile",
    "reading_list": "ReadingFile",
}
FILES = pytest.mark.parametrize("name", MODELS)


def read(name: str) -> dict[str, Any]:
    path = Path(paths.shipped(), "privacymark", f"{name}.toml")
    return tomllib.loads(path.read_text("utf-8"))


def both(value: Any, where: str = "") -> list[tuple[str, str, str]]:
    """Every pair of Japanese and English with its place."""
    if isinstance(value, list):
        return [found for i, one in enumerate(value) for found in both(one, f"{where}[{i}]")]
    if not isinstance(value, dict):
        return []
    if "ja" in value or "en" in value:
        return [(where, value.get("ja", ""), value.get("en", ""))]
    return [found for key, one in value.items() for found in both(one, f"{where}.{key}")]


def is_japanese(text: str) -> bool:
    return any("぀" <= c <= "ヿ" or "一" <= c <= "鿿" or "＀" <= c <= "￯" for c in text)


@FILES
def test_both_languages_and_no_unsure_width(name: str) -> None:
    pairs = both(read(name))
    assert pairs
    for where, ja, en in pairs:
        assert ja and en, where
        assert not is_japanese(en), (where, en)
        assert not ambiguous(ja + en), (where, ja, en)


@FILES
def test_unknown_keys_are_refused_at_any_depth(name: str) -> None:
    model = getattr(schema_incidents, MODELS[name])
    validate(model, read(name), name)
    top = read(name) | {"suprise": 1}
    with pytest.raises(BadInput) as refused:
        validate(model, top, name)
    assert refused.value.key == "key_unknown"
    deep = read(name)
    tables = [v for v in deep.values() if isinstance(v, list) and v and isinstance(v[0], dict)]
    if tables:
        tables[0][0]["suprise"] = 1
        with pytest.raises(BadInput):
            validate(model, deep, name)


def test_texts_are_in_both_languages() -> None:
    for key, (ja, en) in INCIDENTS.items():
        assert ja and en, key
        assert not ambiguous(ja + en), key
        assert not is_japanese(en), key
