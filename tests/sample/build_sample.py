"""Write the sample client from facts.toml through pmark's own writer, one file a language.

Run from the top of the checkout: `python -m tests.sample.build_sample`.
"""

from __future__ import annotations

import os
import tempfile
import tomllib
from datetime import timedelta
from typing import Any

from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Answer, Client, Finding, Profile
from pmark_tui.domain.pack import Pack
from pmark_tui.store import client_file, packs, paths

FACTS = os.path.join(os.path.dirname(__file__), "facts.toml")


def facts() -> dict[str, Any]:
    """The hand-written data."""
    with open(FACTS, "rb") as stream:
        return tomllib.load(stream)


def build(pack: Pack, lang: str) -> Client:
    """The sample client in one language."""
    data = facts()
    profile = Profile(**{k: _spoken(v, lang) for k, v in data["profile"].items()})
    rows = {key: row for person in data["answers"].values() for key, row in person.items()}
    answers: dict[str, Answer] = {}
    begun = {person: data["visit"][person] for person in data["answers"]}
    pace = timedelta(seconds=data["visit"]["pace"])
    for question in asked(pack, profile):
        row = rows.pop(question.id, None)
        if row is None:
            continue
        fields = {k: _spoken(v, lang) for k, v in row.items() if k != "evidence"}
        fields["evidence"] = _evidence(pack, row.get("evidence", ()), lang)
        if "owner" in row:
            fields["owner"] = pack.person[row["owner"]].title.of(lang)
        if row.get("value"):
            fields["who"] = pack.person[question.ask].title.of(lang)
            begun[question.ask] += pace
            fields["at"] = begun[question.ask]
        answers[question.id] = Answer(**fields)
    if rows:
        raise ValueError(f"not asked of this profile: {', '.join(rows)}")
    findings = tuple(
        Finding(
            **{k: _spoken(v, lang) for k, v in row.items() if k != "evidence"},
            evidence=_evidence(pack, row.get("evidence", ()), lang),
        )
        for row in data["findings"]
    )
    return Client(
        profile,
        pack.id,
        pack.version,
        data["created"],
        answers,
        position=data["position"],
        findings=findings,
    )


def _spoken(value: Any, lang: str) -> Any:
    """A value as it is, a pair of texts in `lang`, a list as a tuple."""
    if isinstance(value, dict):
        return value[lang].strip()
    return tuple(value) if isinstance(value, list) else value


def _evidence(pack: Pack, names: Any, lang: str) -> str:
    if isinstance(names, dict):
        return str(names[lang])
    return ("、" if lang == "ja" else ", ").join(
        name if lang == "ja" else pack.term[name].en for name in names
    )


def write(folder: str) -> None:
    """Write both files into a folder; what is there of the same name is replaced."""
    os.makedirs(folder, exist_ok=True)
    pack = packs.load()
    with tempfile.TemporaryDirectory(dir=folder) as fresh:
        for lang in ("ja", "en"):
            name = f"sample.{lang}{client_file.SUFFIX}"
            client_file.create(os.path.join(fresh, name), build(pack, lang))
            os.chmod(os.path.join(fresh, name), 0o644)
            os.replace(os.path.join(fresh, name), os.path.join(folder, name))


if __name__ == "__main__":
    write(os.path.join(paths.shipped(), "sample"))
