"""What is wrong with a pack of well-formed files: ids twice or naming nothing, figures out of range."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import isfinite
from string import Formatter

from pmark_tui.domain.client import KINDS, Profile
from pmark_tui.domain.pack import LANGUAGES, SIDES, Check, Pack, Question
from pmark_tui.domain.version import is_newer, version_key
from pmark_tui.errors import BadInput
from pmark_tui.store.check_references import check_references
from pmark_tui.store.pack_places import Places

CERTAINTIES = ("high", "medium", "low")
WEIGHTS = (1, 2, 3)
MAX_ID = 64

_KINDS = (
    "answer",
    "person",
    "step",
    "topic",
    "facet",
    "place",
    "chapter",
    "clause",
    "flag",
    "question",
    "check",
    "term",
)
_FILLED = {
    "outdated": ("question", "date"),
    "outside": ("question", "date", "first", "last"),
    "earlier": ("question", "date", "other", "other_date"),
    "": ("question",),
}
"""The places of a check's sentence that are filled, by the condition that finds the question."""

_SHOWN = 24
"""A list of allowed ids that is longer than this is not printed; `pmark pack show` has it."""


def reference_problems(pack: Pack, places: Places) -> Iterator[BadInput]:
    """Every finding, with file, line and key."""
    yield from _ids(places)
    yield from _answers(pack, places)
    yield from _steps(pack, places)
    yield from _clauses(pack, places)
    for check in pack.checks:
        for key, found, fits in check_references(pack, check):
            yield _nothing(places, "check", check.id, key, found, fits)
        yield from _check_text(places, check)
    allowed = _allowed(pack)
    for question in pack.questions:
        yield from _question(pack, places, question, allowed)
    for name in places.names("guide"):
        if name not in pack.question:
            yield _nothing(places, "guide", name, "", name, pack.question)


def _ids(places: Places) -> Iterator[BadInput]:
    for kind in (*_KINDS, "guide"):
        for name, count in places.names(kind).items():
            if count > 1:
                where = places.where(kind, name, occurrence=1)
                yield BadInput("id_twice", where=where, key=kind, id=name)
            if kind not in ("term", "guide") and not _is_id(name):
                where = places.where(kind, name, "id")
                yield BadInput("id_bad", where=where, key=kind, found=repr(name), allowed=MAX_ID)


def _is_id(name: str) -> bool:
    """Letters, digits, dot, underscore and hyphen: safe on a command line, in a file and in a URL."""
    plain = name.replace(".", "").replace("_", "").replace("-", "")
    return name.isascii() and plain.isalnum() and name[0].isalnum() and len(name) <= MAX_ID


def _answers(pack: Pack, places: Places) -> Iterator[BadInput]:
    if sum(answer.unanswered for answer in pack.answers) != 1:
        yield BadInput("unanswered_one", where=places.where("pack", "", "answer"))
    letters = [answer.letter for answer in pack.answers]
    for answer in pack.answers:
        for key, value in (("low", answer.low), ("high", answer.high)):
            if not 0.0 <= value <= 1.0:
                yield _bad(places, "answer", answer.id, key, value, "0..1")
        if answer.low > answer.high:
            yield _bad(places, "answer", answer.id, "low", answer.low, f"0..{answer.high}")
        letter = answer.letter
        if len(letter) != 1 or not letter.isalnum() or letters.count(letter) > 1:
            yield _bad(places, "answer", answer.id, "letter", letter, "a-z, 0-9 (1)")


def _steps(pack: Pack, places: Places) -> Iterator[BadInput]:
    for step in pack.steps:
        if not 0.0 <= step.ready_from <= 1.0:
            yield _bad(places, "step", step.id, "ready_from", step.ready_from, "0..1")
    counted = tuple(n for n, kind in Profile.__annotations__.items() if kind == "int")
    for number, gate in enumerate(pack.profile_gates):
        for key, found, fits in (("step", gate.step, pack.step), ("field", gate.field, counted)):
            if found not in fits:
                yield _nothing(places, "profile_gate", str(number), key, found, fits)
    if pack.findings_step not in ("", *pack.step):
        yield _nothing(places, "pack", "", "findings_step", pack.findings_step, pack.step)


def _clauses(pack: Pack, places: Places) -> Iterator[BadInput]:
    for clause in pack.clauses:
        single: dict[str, tuple[str, Iterable[str]]] = {
            "chapter": (clause.chapter, pack.chapter),
            "certainty": (clause.certainty, CERTAINTIES),
            "mapping_certainty": (clause.mapping_certainty, ("", *CERTAINTIES)),
        }
        for key, (found, fits) in single.items():
            if found not in fits:
                yield _nothing(places, "clause", clause.id, key, found, fits)
        for side in clause.sides:
            if side not in SIDES:
                yield _nothing(places, "clause", clause.id, "sides", side, SIDES)


def _check_text(places: Places, check: Check) -> Iterator[BadInput]:
    """Places in a check's sentence that nothing would fill."""
    allowed = next(
        (fits for key, fits in _FILLED.items() if key and getattr(check, key)), _FILLED[""]
    )
    for lang in LANGUAGES:
        sentence = check.text.of(lang)
        try:
            named = [name for _, name, _, _ in Formatter().parse(sentence) if name is not None]
        except ValueError:
            named = [sentence]
        for name in named:
            if name not in allowed:
                shown = ", ".join(f"{{{one}}}" for one in allowed)
                yield _bad(places, "check", check.id, f"text.{lang}", name, shown)


def _allowed(pack: Pack) -> dict[str, Iterable[str]]:
    """What each key of a question may name."""
    flags = tuple(flag.id for flag in pack.flags)
    return {
        "clause": pack.clause,
        "side": SIDES,
        "steps": pack.step,
        "gate_needs": tuple(a.id for a in pack.answers if a.counts and not a.unanswered),
        "ask": pack.person,
        "when": flags,
        "when_all": flags,
        "unless": flags,
        "kinds": KINDS,
        "topics": tuple(topic.id for topic in pack.topics),
        "facet": ("", *(facet.id for facet in pack.facets)),
        "place": ("", *(place.id for place in pack.places)),
        "evidence": pack.term,
    }


def _question(
    pack: Pack, places: Places, question: Question, allowed: dict[str, Iterable[str]]
) -> Iterator[BadInput]:
    name = question.id
    for key, fits in (*allowed.items(), ("gates", question.steps)):
        value = getattr(question, key)
        for one in value if isinstance(value, tuple) else (value,):
            if one not in fits:
                yield _nothing(places, "question", name, key, one, fits)
    if name not in pack.guides:
        where = places.where("question", name)
        yield BadInput("key_missing", where=where, key=f'guide."{name}"')
    if not question.steps:
        yield _bad(places, "question", name, "steps", [], ", ".join(pack.step))
    if question.weight not in WEIGHTS:
        yield _bad(places, "question", name, "weight", question.weight, "1, 2, 3")
    if not 0.0 <= question.hours < float("inf"):
        yield _bad(places, "question", name, "hours", question.hours, "0 -")
    template = question.hours_with_template
    if not (isfinite(template) and 0.0 <= template <= question.hours):
        yield _bad(places, "question", name, "hours_with_template", template, "0 - hours")
    if question.duty < 0:
        yield _bad(places, "question", name, "duty", question.duty, "0 -")
    if question.revision < 1:
        yield _bad(places, "question", name, "revision", question.revision, "1 -")
    if question.since and (
        not version_key(question.since) or is_newer(question.since, pack.version)
    ):
        yield _bad(places, "question", name, "since", question.since, f"1.0.0 - {pack.version}")


def _nothing(
    places: Places, kind: str, name: str, key: str, found: str, fits: Iterable[str]
) -> BadInput:
    ids = [one for one in fits if one]
    shown = ", ".join(ids) if len(ids) <= _SHOWN else f"({len(ids)})"
    where = places.where(kind, name, key)
    return BadInput(
        "refers_to_nothing", where=where, key=key_of(kind, name, key), found=found, allowed=shown
    )


def _bad(places: Places, kind: str, name: str, key: str, found: object, allowed: str) -> BadInput:
    where = places.where(kind, name, key)
    return BadInput(
        "value_bad", where=where, key=key_of(kind, name, key), found=repr(found), allowed=allowed
    )


def key_of(kind: str, name: str, key: str) -> str:
    """A key as an error names it: `question[J.1.1-1].text.ja`; a key of pack.toml alone."""
    if kind == "pack":
        return key
    entry = f"{kind}[{name}]"
    return f"{entry}.{key}" if key else entry
