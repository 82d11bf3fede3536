"""Assumed damages by the JO model: per person and in all, with every factor and its reason.

    per person = basic * (x_base^(x-1) + y_base^(y-1)) * identifiability * social * response

x and y are the highest levels of mental distress and of economic loss over all leaked items, each
taken by itself. Numbers, levels and limits are data (`questionnaires/privacymark/jo_model.toml`,
which names its sources); the model is JNSA's. A kind of data without a level is never guessed: the
user gives one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pmark_tui.domain.client import DataSet
from pmark_tui.domain.notes import Certainty
from pmark_tui.domain.pack import Text
from pmark_tui.domain.sourced import Source
from pmark_tui.domain.text import fold
from pmark_tui.domain.values import frozen
from pmark_tui.errors import BadInput


@frozen
class Level:
    """What one edition of the model gives an item: mental distress `x`, economic loss `y`."""

    edition: str
    x: int
    y: int


@frozen
class Item:
    """A kind of data that the model rates. Editions that differ make a conflict."""

    id: str
    title: Text
    levels: tuple[Level, ...]
    certainty: Certainty
    sources: tuple[str, ...]
    note: Text | None = None

    @property
    def x(self) -> int:
        """The higher level of mental distress that any edition gives."""
        return max(level.x for level in self.levels)

    @property
    def y(self) -> int:
        """The higher level of economic loss that any edition gives."""
        return max(level.y for level in self.levels)

    @property
    def in_conflict(self) -> bool:
        """Whether the editions differ."""
        return len({(level.x, level.y) for level in self.levels}) > 1


@frozen
class Unrated:
    """A kind of data for which no level was found."""

    id: str
    title: Text


@frozen
class Identifiability:
    """The factor when all these items have leaked; an empty list holds always."""

    value: int
    all: tuple[str, ...]
    why: Text
    certainty: Certainty
    sources: tuple[str, ...]


@frozen
class Factor:
    """A value that a factor may have, and whether it is taken where none is given."""

    value: int
    why: Text
    certainty: Certainty
    sources: tuple[str, ...]
    default: bool = False


@frozen
class Limit:
    """Something that the result does not say."""

    id: str
    text: Text


@frozen
class JoModel:
    """The model: its numbers (yen, levels), its items, and what to print beside each result."""

    checked_on: date
    basic: int
    x_base: int
    y_base: int
    levels: int
    certainty: Certainty
    sources: tuple[str, ...]
    title: Text
    credit: Text
    licence: Text
    incomplete: Text
    limit: tuple[Limit, ...]
    identifiability: tuple[Identifiability, ...]
    social: tuple[Factor, ...]
    response: tuple[Factor, ...]
    unrated: tuple[Unrated, ...]
    item: tuple[Item, ...]
    source: tuple[Source, ...]

    def find(self, name: str) -> Item | None:
        """The item of this id or name (width, case and kana do not matter), else None."""
        wanted = fold(name)
        for item in self.item:
            if wanted in (item.id, fold(item.title.ja), fold(item.title.en)):
                return item
        return None

    def without_level(self, name: str) -> Unrated | None:
        """The kind of this id or name for which no level was found, else None."""
        wanted = fold(name)
        for kind in self.unrated:
            if wanted in (kind.id, fold(kind.title.ja), fold(kind.title.en)):
                return kind
        return None

    def kind(self, name: str) -> Item | Unrated | None:
        """The kind of data of this id or name, with a level or without, else None."""
        return self.find(name) or self.without_level(name)

    def knows(self, name: str) -> bool:
        """Whether a name is one of the model's own."""
        return self.kind(name) is not None


@frozen
class RatedItem:
    """A kind of data with the levels that were used; `given` where they are the user's own."""

    name: str
    x: int
    y: int
    item: Item | None
    given: bool

    @property
    def in_conflict(self) -> bool:
        """Whether the higher of two editions was taken."""
        return self.item is not None and self.item.in_conflict and not self.given


@frozen
class UsedFactor:
    """A factor as used: its value, why, and whether the user gave it."""

    value: int
    why: Text | None
    given: bool


@frozen
class Exposure:
    """Assumed damages of one data set, whole yen."""

    name: str
    persons: int
    items: tuple[RatedItem, ...]
    x: int
    y: int
    sensitivity: int
    identifiability: UsedFactor
    social: UsedFactor
    response: UsedFactor
    per_person: int

    @property
    def total(self) -> int:
        """For all persons, yen."""
        return self.per_person * self.persons


@frozen
class Outcome:
    """A data set with its assumed damages, or with the reason why there are none."""

    data: DataSet
    exposure: Exposure | None
    trouble: BadInput | None


def without_level(model: JoModel, data: DataSet) -> tuple[str, ...]:
    """The kinds of data without a level, the model's or a given one: ask for these."""
    given = {_key(model, name) for name in data.levels}
    return tuple(n for n in data.items if model.find(n) is None and _key(model, n) not in given)


def assess(model: JoModel, data: DataSet) -> Exposure:
    """The assumed damages of a data set.

    Raises:
        BadInput: no persons or items, a kind without a level, or a factor or level that the model
            does not know.
    """
    if data.persons < 1:
        raise BadInput("jo_persons", found=data.persons)
    if not data.items:
        raise BadInput("jo_no_items")
    items = _rate(model, data)
    x, y = max(i.x for i in items), max(i.y for i in items)
    sensitivity = model.x_base ** (x - 1) + model.y_base ** (y - 1)
    identifiability = _identifiability(model, data, items)
    social = _factor("social", model.social, data.social)
    response = _factor("response", model.response, data.response)
    per_person = model.basic * sensitivity * identifiability.value * social.value * response.value
    return Exposure(
        name=data.name,
        persons=data.persons,
        items=items,
        x=x,
        y=y,
        sensitivity=sensitivity,
        identifiability=identifiability,
        social=social,
        response=response,
        per_person=per_person,
    )


def assess_all(model: JoModel, sets: Iterable[DataSet]) -> tuple[Outcome, ...]:
    """Each data set of a client with its assumed damages, or with what is missing or wrong."""
    out = []
    for data in sets:
        try:
            out.append(Outcome(data, assess(model, data), None))
        except BadInput as trouble:
            out.append(Outcome(data, None, trouble))
    return tuple(out)


def total(outcomes: Iterable[Outcome]) -> int:
    """The yen of all sets together that could be worked out.

    A person who is in two sets counts in both: the sum is what it would be if every set leaked.
    """
    return sum(o.exposure.total for o in outcomes if o.exposure)


def _key(model: JoModel, name: str) -> str:
    """What two names of the same kind of data have in common."""
    item = model.find(name)
    return item.id if item else fold(name)


def _rate(model: JoModel, data: DataSet) -> tuple[RatedItem, ...]:
    """Each kind of data once, with the level given by the user or else the model's."""
    given = {_key(model, name): level for name, level in data.levels.items()}
    named = {_key(model, name) for name in data.items}
    for name, (x, y) in data.levels.items():
        if _key(model, name) not in named:
            raise BadInput("jo_level_of_nothing", found=name)
        if not (1 <= x <= model.levels and 1 <= y <= model.levels):
            raise BadInput("jo_level", found=f"{name}={x}/{y}", allowed=f"1..{model.levels}")
    rated: dict[str, RatedItem] = {}
    for name in data.items:
        key, item = _key(model, name), model.find(name)
        if key in given:
            rated[key] = RatedItem(name, *given[key], item, given=True)
        elif item is not None:
            rated[key] = RatedItem(name, item.x, item.y, item, given=False)
        else:
            raise _unrated(model, name)
    return tuple(rated.values())


def _unrated(model: JoModel, name: str) -> BadInput:
    """What to tell a user whose kind of data has no level: near names, and what to give."""
    if model.without_level(name) is not None:
        return BadInput("jo_unrated", found=name, levels=model.levels)
    wanted = fold(name)
    near = [
        i.title.ja
        for i in model.item
        if wanted and (wanted in fold(i.title.ja) or fold(i.title.ja) in wanted)
    ]
    return BadInput("jo_unknown", found=name, near=", ".join(near[:5]) or "-", levels=model.levels)


def _identifiability(model: JoModel, data: DataSet, items: tuple[RatedItem, ...]) -> UsedFactor:
    allowed = sorted({rule.value for rule in model.identifiability})
    if data.identifiability is not None:
        if data.identifiability not in allowed:
            raise _bad_factor("identifiability", data.identifiability, allowed)
        return UsedFactor(data.identifiability, None, given=True)
    leaked = {i.item.id for i in items if i.item}
    rule = next(r for r in model.identifiability if leaked.issuperset(r.all))
    return UsedFactor(rule.value, rule.why, given=False)


def _factor(name: str, values: tuple[Factor, ...], given: int | None) -> UsedFactor:
    if given is None:
        chosen = next(f for f in values if f.default)
        return UsedFactor(chosen.value, chosen.why, given=False)
    for factor in values:
        if factor.value == given:
            return UsedFactor(given, None if factor.default else factor.why, given=True)
    raise _bad_factor(name, given, [f.value for f in values])


def _bad_factor(name: str, found: int, allowed: list[int]) -> BadInput:
    return BadInput("jo_factor", key=name, found=found, allowed=", ".join(map(str, allowed)))
