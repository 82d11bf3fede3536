"""What each TOML file may hold: the domain's own classes, checked by pydantic.

The only module of pmark that imports pydantic. It is imported when a pack is compiled, a client file
was edited by hand, or a schema is printed, and by no command that finds everything in order.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Annotated, Any, TypeVar

from pydantic import ConfigDict, Field, TypeAdapter, ValidationError, with_config
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import ErrorDetails

from pmark_tui.domain import pack as domain
from pmark_tui.domain.values import frozen
from pmark_tui.errors import BadInput
from pmark_tui.store.toml_lines import Lines

_STRICT = ConfigDict(extra="forbid", strict=False)
_T = TypeVar("_T")

Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$")]


@with_config(_STRICT)
@frozen
class PackFile:
    """pack.toml."""

    id: Id
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    title: domain.Text
    notice: domain.Text
    answer: tuple[domain.AnswerKind, ...]
    person: tuple[domain.Named, ...]
    step: tuple[domain.Step, ...]
    profile_gate: tuple[domain.ProfileGate, ...] = ()
    topic: tuple[domain.Named, ...] = ()
    facet: tuple[domain.Named, ...] = ()
    place: tuple[domain.Named, ...] = ()
    findings_step: str = ""
    findings_months: Annotated[int, Field(ge=0, le=120)] = 0
    findings_why: domain.Text = domain.NO_TEXT
    guideline: str = ""
    in_use_from: datetime.date | None = None
    researched: datetime.date | None = None
    sources: tuple[str, ...] = ()


@with_config(_STRICT)
@frozen
class ClausesFile:
    """clauses.toml."""

    chapter: tuple[domain.Chapter, ...]
    clause: tuple[domain.Clause, ...]


@with_config(_STRICT)
@frozen
class ProfileFile:
    """profile.toml."""

    flag: tuple[domain.Flag, ...] = ()


@with_config(_STRICT)
@frozen
class GlossaryFile:
    """glossary/*.toml."""

    term: tuple[domain.Term, ...] = ()


@with_config(_STRICT)
@frozen
class QuestionsFile:
    """questions/*.toml."""

    question: tuple[domain.Question, ...]
    guide: dict[str, domain.Guides]


@with_config(_STRICT)
@frozen
class ChecksFile:
    """checks.toml."""

    check: tuple[domain.Check, ...] = ()


PACK_FILES: dict[str, type[Any]] = {
    "pack": PackFile,
    "clauses": ClausesFile,
    "profile": ProfileFile,
    "glossary": GlossaryFile,
    "questions": QuestionsFile,
    "checks": ChecksFile,
}

_adapters: dict[type[Any], TypeAdapter[Any]] = {}


def adapter(kind: type[_T]) -> TypeAdapter[_T]:
    """The (cached) pydantic adapter of a class."""
    if kind not in _adapters:
        _adapters[kind] = TypeAdapter(kind)
    return _adapters[kind]


def validate(kind: type[_T], data: object, file: str, source: str = "") -> _T:
    """`data` as a `kind`.

    Raises:
        BadInput: the first thing that does not fit, with file, line (found in `source`), key,
            what was found and what is allowed.
    """
    try:
        return adapter(kind).validate_python(data)
    except ValidationError as error:
        raise _findings(error, data, file, source)[0] from None


def problems(kind: type[Any], data: object, file: str, source: str = "") -> list[BadInput]:
    """Everything in `data` that does not fit `kind`."""
    try:
        adapter(kind).validate_python(data)
    except ValidationError as error:
        return _findings(error, data, file, source)
    return []


def _findings(error: ValidationError, data: object, file: str, source: str) -> list[BadInput]:
    lines = Lines(source) if source else None
    found = []
    for one in error.errors(include_url=False):
        path = [part for part in one["loc"] if part not in _CONSTRUCTORS]
        where = f"{file}:{lines.of(path)}" if lines else file
        found.append(_bad_input(one, where, _key(path, data)))
    return found


_CONSTRUCTORS = ("dataclass", "function-after")
"""What pydantic adds to the path of an error; no key of ours has these names."""

_MUST_BE = {
    "int_type": "value_not_whole",
    "int_parsing": "value_not_whole",
    "int_from_float": "value_not_whole",
    "float_type": "value_not_number",
    "float_parsing": "value_not_number",
    "bool_type": "value_not_bool",
    "bool_parsing": "value_not_bool",
    "string_type": "value_not_text",
    "tuple_type": "value_not_list",
    "list_type": "value_not_list",
    "dict_type": "value_not_table",
    "dataclass_type": "value_not_table",
    "date_type": "value_not_date",
    "date_parsing": "value_not_date",
    "date_from_datetime_parsing": "value_not_date",
}
"""Which text says what was expected, by pydantic's name of the error."""


def _bad_input(error: ErrorDetails, where: str, key: str) -> BadInput:
    """One pydantic error as one line of ours."""
    match error["type"]:
        case "missing" | "missing_argument" | "missing_keyword_only_argument":
            return BadInput("key_missing", where=where, key=key)
        case "unexpected_keyword_argument" | "extra_forbidden":
            return BadInput("key_unknown", where=where, key=key)
    found = repr(error["input"])
    found = found if len(found) <= 60 else found[:57] + "..."
    if text := _MUST_BE.get(error["type"]):
        return BadInput(text, where=where, key=key, found=found)
    return BadInput("value_bad", where=where, key=key, found=found, allowed=_allowed(error))


def _key(path: Iterable[int | str], data: object) -> str:
    """The path of a key as a person would say it: entries of a list by their id, else counted from 1."""
    words = ""
    for part in path:
        try:
            data = data[part]  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            data = None
        if isinstance(part, int):
            name = data.get("id") if isinstance(data, dict) else None
            words += f"[{name if isinstance(name, str) else part + 1}]"
        else:
            words += f".{part}" if words else part
    return words


def _allowed(error: ErrorDetails) -> str:
    """What would have been allowed, in pydantic's words but without its 'Input should be'."""
    said = error["msg"]
    for opening in ("Input should be a valid ", "Input should be ", "String should "):
        if said.startswith(opening):
            return said[len(opening) :]
    return said


class _Toml(GenerateJsonSchema):
    """JSON Schema for TOML: a time of day there has no zone, which the format `date-time` asks for."""

    def datetime_schema(self, schema: object) -> JsonSchemaValue:  # noqa: ARG002
        """A local date and time, as a text."""
        return {"type": "string"}


def json_schema(kind: type[Any]) -> dict[str, Any]:
    """The JSON Schema of a class."""
    described = adapter(kind).json_schema(mode="validation", schema_generator=_Toml)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}
