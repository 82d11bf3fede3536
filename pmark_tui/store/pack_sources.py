"""A pack read from its TOML files: syntax, keys and types, then what refers to nothing."""

from __future__ import annotations

import os
from typing import Any

import tomli

from pmark_tui.domain.pack import Chapter, Clause, Guides, Pack, Question, Term
from pmark_tui.domain.values import frozen
from pmark_tui.errors import BadInput
from pmark_tui.store import schema
from pmark_tui.store.pack_places import Places
from pmark_tui.store.pack_references import reference_problems
from pmark_tui.store.packs import sources
from pmark_tui.store.reading import check_depth, read_bytes, too_deep

MAX_BYTES = 4_000_000
"""A pack file over this size is refused: the largest shipped one is under 200 kB."""
MOST_FILES = 200
"""Most TOML files of a pack: the largest shipped one has thirty."""


@frozen
class Source:
    """One TOML file of a pack: its name within the pack, its text and what it holds."""

    name: str
    text: str
    data: dict[str, Any]

    @property
    def kind(self) -> str:
        """Which kind of file it is: a key of `schema.PACK_FILES` where there is such a kind."""
        return self.name.split("/")[0].removesuffix(".toml")


def read_toml(path: str, name: str) -> tuple[str, dict[str, Any]]:
    """Text and content of a TOML file.

    Raises:
        FileTrouble: it cannot be read.
        BadInput: it is too large, not UTF-8 or not TOML; with the line from which on it is not.
    """
    data, _ = read_bytes(path, MAX_BYTES, name)
    try:
        text = data.decode("utf-8-sig")
        document = tomli.loads(text)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise BadInput("file_not_utf8", file=f"{name}:{line}") from None
    except RecursionError:
        raise too_deep(name) from None
    except ValueError as error:  # TOMLDecodeError, or a number of too many digits
        line, why = _toml_line(str(error), data)
        raise BadInput("file_not_toml", file=f"{name}:{line}", why=why) from None
    check_depth(document, name)
    return text, document


def _toml_line(said: str, data: bytes) -> tuple[int, str]:
    """The line that tomli names at the end of its message, and the message without it."""
    why, _, place = said.rpartition(" (at ")
    words = place.replace(",", " ").split()
    if words[:1] == ["line"]:
        return int(words[1]), why
    return data.rstrip().count(b"\n") + 1, why or said


def read_sources(folder: str) -> list[Source]:
    """Every file of a pack, parsed but not yet checked.

    Raises:
        FileTrouble, BadInput: the first one that cannot be read.
    """
    label = label_of(folder)
    out = []
    for number, path in enumerate(sources(folder), 1):
        if number > MOST_FILES:
            raise BadInput("pack_files_many", file=label, allowed=MOST_FILES)
        name = os.path.relpath(path, folder).replace(os.sep, "/")
        text, data = read_toml(path, f"{label}/{name}")
        out.append(Source(name, text, data))
    return out


def label_of(folder: str) -> str:
    """The name of a pack's folder, as errors say it."""
    return os.path.basename(os.path.abspath(folder))


def read_pack(folder: str) -> Pack:
    """The pack of a folder, checked.

    Raises:
        FileTrouble, BadInput: the first thing that is wrong, with file, line and key.
    """
    files = read_sources(folder)
    label = label_of(folder)
    pack = assemble(files, label)
    for problem in reference_problems(pack, Places(files, label)):
        raise problem
    return pack


def assemble(files: list[Source], label: str) -> Pack:
    """The pack of these files, its keys and types checked but not yet what they refer to.

    Raises:
        BadInput: the first thing that is wrong, with file, line and key.
    """
    checked: dict[str, list[Any]] = {kind: [] for kind in schema.PACK_FILES}
    for file in files:
        where = f"{label}/{file.name}"
        if file.kind not in checked:
            raise BadInput("pack_file_unknown", file=where)
        kind = schema.PACK_FILES[file.kind]
        checked[file.kind].append(schema.validate(kind, file.data, where, file.text))
    for needed in ("pack", "clauses", "questions"):
        if not checked[needed]:
            raise BadInput("pack_file_missing", file=f"{label}/{needed}.toml")
    return _joined(checked, _digest(files))


def _joined(files: dict[str, list[Any]], digest: str) -> Pack:
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
