"""A pack read from its TOML files: syntax, keys and types, then what refers to nothing."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pmark_tui.domain.pack import Clause, Chapter, Guides, Pack, Question, Term
from pmark_tui.errors import BadInput, FileTrouble
from pmark_tui.store import schema
from pmark_tui.store.check_references import check_references
from pmark_tui.store.packs import sources

MAX_BYTES = 4_000_000
"""A pack file over this size is refused: the largest shipped one is under 200 kB."""


@dataclass(frozen=True)
class Source:
    """One TOML file of a pack: its name within the pack, its text and what it holds."""

    name: str
    text: str
    data: dict[str, Any]

    @property
    def kind(self) -> str:
        """Which of the five kinds of file it is."""
        return self.name.split("/")[0].removesuffix(".toml")


def read_toml(path: str, name: str) -> tuple[str, dict[str, Any]]:
    """Text and content of a TOML file.

    Raises:
        FileTrouble: it cannot be read.
        BadInput: it is too large, not UTF-8 or not TOML; with the line where tomllib names one.
    """
    try:
        if os.path.getsize(path) > MAX_BYTES:
            raise BadInput("file_too_large", file=name, allowed=MAX_BYTES)
        with open(path, "rb") as stream:
            text = stream.read().decode("utf-8")
        return text, tomllib.loads(text)
    except OSError as error:
        raise FileTrouble("file_unreadable", file=name, why=error.strerror) from None
    except UnicodeDecodeError:
        raise BadInput("file_not_utf8", file=name) from None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadInput("file_not_toml", file=name, why=error) from None


def read_sources(folder: str) -> list[Source]:
    """Every file of a pack, parsed but not yet checked."""
    out = []
    for path in sources(folder):
        name = os.path.relpath(path, folder).replace(os.sep, "/")
        text, data = read_toml(path, f"{os.path.basename(folder)}/{name}")
        out.append(Source(name, text, data))
    return out


def read_pack(folder: str) -> Pack:
    """The pack of a folder, checked.

    Raises:
        FileTrouble, BadInput: the first thing that is wrong, with file and key.
    """
    files = read_sources(folder)
    label = os.path.basename(os.path.abspath(folder))
    pack = _pack(files, label)
    for problem in reference_problems(pack, origins(files), label):
        raise problem
    return pack


def reference_findings(files: list[Source], label: str) -> list[BadInput]:
    """Everything in well-formed files that stands twice or refers to nothing."""
    try:
        return list(reference_problems(_pack(files, label), origins(files), label))
    except BadInput as error:
        return [error]


def _pack(files: list[Source], label: str) -> Pack:
    """The pack of these files, its keys and types checked but not yet its references."""
    checked: dict[str, list[Any]] = {kind: [] for kind in schema.PACK_FILES}
    for file in files:
        if file.kind not in checked:
            raise BadInput("pack_file_unknown", file=f"{label}/{file.name}")
        kind = schema.PACK_FILES[file.kind]
        checked[file.kind].append(schema.validate(kind, file.data, f"{label}/{file.name}", file.text))
    for kind in ("pack", "clauses", "questions"):
        if not checked[kind]:
            raise BadInput("pack_file_missing", file=f"{label}/{kind}.toml")
    return _assemble(checked, _digest(files))


def origins(files: Iterable[Source]) -> dict[str, tuple[str, int]]:
    """File and line of every question, guide, clause and term, by `kind:id`."""
    found: dict[str, tuple[str, int]] = {}
    for file in files:
        for number, line in enumerate(file.text.splitlines(), 1):
            if line.startswith('id = "'):
                found.setdefault(f"id:{line.split(chr(34))[1]}", (file.name, number))
            elif line.startswith('[guide."'):
                found.setdefault(f"guide:{line.split(chr(34))[1]}", (file.name, number))
            elif line.startswith('ja = "') and file.kind == "glossary":
                found.setdefault(f"term:{line.split(chr(34))[1]}", (file.name, number))
    return found


def _assemble(files: dict[str, list[Any]], digest: str) -> Pack:
    head: schema.PackFile = files["pack"][0]
    chapters: list[Chapter] = [c for f in files["clauses"] for c in f.chapter]
    clauses: list[Clause] = [c for f in files["clauses"] for c in f.clause]
    questions: list[Question] = [q for f in files["questions"] for q in f.question]
    guides: dict[str, Guides] = {}
    for file in files["questions"]:
        guides |= file.guide
    glossary: list[Term] = [t for f in files["glossary"] for t in f.term]
    return Pack(
        id=head.id,
        version=head.version,
        title=head.title,
        notice=head.notice,
        digest=digest,
        answers=head.answer,
        people=head.person,
        steps=head.step,
        chapters=tuple(chapters),
        clauses=tuple(clauses),
        questions=tuple(questions),
        guides=guides,
        flags=tuple(flag for f in files["profile"] for flag in f.flag),
        topics=head.topic,
        facets=head.facet,
        places=head.place,
        profile_gates=head.profile_gate,
        glossary=tuple(glossary),
        guideline=head.guideline,
        sources=head.sources,
        checks=tuple(check for f in files["checks"] for check in f.check),
        findings_step=head.findings_step,
        findings_months=head.findings_months,
        findings_why=head.findings_why,
    )


def _digest(files: list[Source]) -> str:
    from hashlib import sha256

    whole = sha256()
    for file in files:
        whole.update(f"{file.name}\0{len(file.text)}\0{file.text}".encode())
    return whole.hexdigest()


def reference_problems(
    pack: Pack, origin: dict[str, tuple[str, int]], label: str
) -> Iterable[BadInput]:
    """Everything that stands twice or refers to nothing, with file and key."""

    def where(key: str, otherwise: str) -> str:
        name, line = origin.get(key, (otherwise, 0))
        return f"{label}/{name}:{line}" if line else f"{label}/{name}"

    groups: dict[str, Iterable[str]] = {
        "question": [q.id for q in pack.questions],
        "clause": [c.id for c in pack.clauses],
        "chapter": [c.id for c in pack.chapters],
        "step": [s.id for s in pack.steps],
        "flag": [f.id for f in pack.flags],
        "answer": [a.id for a in pack.answers],
        "term": [t.ja for t in pack.glossary],
        "check": [c.id for c in pack.checks],
    }
    for group, ids in groups.items():
        seen: set[str] = set()
        for one in ids:
            if one in seen:
                kind = "term" if group == "term" else "id"
                yield BadInput("id_twice", where=where(f"{kind}:{one}", "pack.toml"), key=group, id=one)
            seen.add(one)
    if [a.id for a in pack.answers if a.unanswered][1:] or not any(a.unanswered for a in pack.answers):
        yield BadInput("unanswered_one", where=where("", "pack.toml"))
    for clause in pack.clauses:
        if clause.chapter not in pack.chapter:
            yield BadInput(
                "refers_to_nothing",
                where=where(f"id:{clause.id}", "clauses.toml"),
                key=f"{clause.id}.chapter",
                found=clause.chapter,
                allowed=", ".join(pack.chapter),
            )
    for gate in pack.profile_gates:
        if gate.step not in pack.step:
            yield BadInput(
                "refers_to_nothing",
                where=where("", "pack.toml"),
                key="profile_gate.step",
                found=gate.step,
                allowed=", ".join(pack.step),
            )
    if pack.findings_step not in ("", *pack.step):
        yield BadInput(
            "refers_to_nothing",
            where=where("", "pack.toml"),
            key="findings_step",
            found=pack.findings_step,
            allowed=", ".join(pack.step),
        )
    for check in pack.checks:
        for key, found, fits in check_references(pack, check):
            at = where(f"id:{check.id}", "checks.toml")
            shown = ", ".join(fits) if len(fits) <= 24 else f"({len(fits)})"
            yield BadInput(
                "refers_to_nothing", where=at, key=f"{check.id}.{key}", found=found, allowed=shown
            )
    flags = {f.id for f in pack.flags}
    allowed: dict[str, set[str]] = {
        "clause": set(pack.clause),
        "side": {"written", "practised"},
        "steps": set(pack.step),
        "gate_needs": {a.id for a in pack.answers if a.counts and not a.unanswered},
        "ask": set(pack.person),
        "when": flags,
        "when_all": flags,
        "unless": flags,
        "kinds": {"new", "renewal"},
        "topics": {t.id for t in pack.topics},
        "facet": {"", *(f.id for f in pack.facets)},
        "place": {"", *(p.id for p in pack.places)},
        "evidence": set(pack.term),
    }
    for question in pack.questions:
        at = where(f"id:{question.id}", "questions")
        for key, fits in (allowed | {"gates": set(question.steps)}).items():
            value = getattr(question, key)
            for one in value if isinstance(value, tuple) else (value,):
                if one not in fits:
                    shown = ", ".join(sorted(fits)) if len(fits) <= 24 else f"({len(fits)})"
                    yield BadInput(
                        "refers_to_nothing",
                        where=at,
                        key=f"{question.id}.{key}",
                        found=one,
                        allowed=shown,
                    )
        if question.id not in pack.guides:
            yield BadInput("key_missing", where=at, key=f'guide."{question.id}"')
        if not 1 <= question.weight <= 3:
            yield BadInput(
                "value_bad", where=at, key=f"{question.id}.weight", found=question.weight, allowed="1..3"
            )
    for key in pack.guides:
        if key not in pack.question:
            at = where(f"guide:{key}", "questions")
            yield BadInput(
                "refers_to_nothing", where=at, key="guide", found=key, allowed="question ids"
            )
