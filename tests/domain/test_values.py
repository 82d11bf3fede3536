"""Value classes: what `dataclasses` would make, in all that the rest of pmark relies on."""

from __future__ import annotations

import dataclasses
from functools import cached_property

import pytest
from pydantic import TypeAdapter, ValidationError

from pmark_tui.domain.client import Client, DataSet, Profile
from pmark_tui.domain.values import (
    NO_DEFAULT,
    field_defaults,
    field_names,
    frozen,
    hasten,
    is_value,
    replace,
)


@frozen
class Point:
    """A value with everything that a field can be."""

    x: int
    y: int = 2
    tags: dict[str, int] = {}

    def __post_init__(self) -> None:
        if self.x < 0:
            raise ValueError("x")

    @cached_property
    def sum(self) -> int:
        """Worked out once."""
        return self.x + self.y


@dataclasses.dataclass(frozen=True, slots=True)
class Twin:
    """The same, made by the standard library."""

    x: int
    y: int = 2
    tags: dict[str, int] = dataclasses.field(default_factory=dict)


class Named(Point):
    """A subclass without fields of its own."""


@pytest.mark.parametrize("make", [Point, Twin, Named])
def test_fields_are_given_by_place_or_by_name_and_fall_back_on_their_default(make: type) -> None:
    for made in (make(1, 5, {"a": 1}), make(1, y=5, tags={"a": 1}), make(tags={"a": 1}, y=5, x=1)):
        assert (made.x, made.y, made.tags) == (1, 5, {"a": 1})
    assert (make(1).y, make(1).tags) == (2, {})


@pytest.mark.parametrize("make", [Point, Twin])
def test_what_does_not_fit_is_refused(make: type) -> None:
    for given, named in (((), {}), ((1, 2, {}, 4), {}), ((1,), {"x": 1}), ((1,), {"z": 1})):
        with pytest.raises(TypeError):
            make(*given, **named)


def test_a_default_that_can_change_is_not_shared() -> None:
    one, other = Point(1), Point(1)
    one.tags["a"] = 1
    assert other.tags == {}


@pytest.mark.parametrize("make", [Point, Twin])
def test_nothing_can_be_changed_or_added(make: type) -> None:
    made = make(1)
    for change in (
        lambda: setattr(made, "x", 3),
        lambda: delattr(made, "x"),
        lambda: setattr(made, "new", 1),
    ):
        with pytest.raises((AttributeError, TypeError)):
            change()
    assert made.x == 1


def test_what_is_worked_out_once_stays() -> None:
    assert Point(1, 4).sum == 5


def test_values_with_the_same_fields_are_the_same_value() -> None:
    assert Point(1) == Point(1, 2) != Point(2)
    assert Point(1) != Twin(1)

    @frozen
    class One:
        x: int

    assert len({One(1), One(1), One(2)}) == 2
    assert repr(One(1)).endswith("One(x=1)")


def test_the_check_after_making_is_run_also_by_replace() -> None:
    with pytest.raises(ValueError, match="x"):
        Point(-1)
    with pytest.raises(ValueError, match="x"):
        replace(Point(1), x=-1)
    assert replace(Point(1), y=7) == Point(1, 7)


def test_it_tells_its_fields() -> None:
    assert field_names(Point) == field_names(Point(1)) == ("x", "y", "tags")
    assert field_defaults(Point) == {"x": NO_DEFAULT, "y": 2, "tags": {}}
    assert is_value(Point(1)) and not is_value(Twin(1)) and not is_value(Point)


def test_the_standard_library_takes_it_for_its_own() -> None:
    assert dataclasses.is_dataclass(Point) and dataclasses.is_dataclass(Named(1))
    described = [(f.name, f.type, f.default) for f in dataclasses.fields(Point)]
    assert described == [(f.name, f.type, f.default) for f in dataclasses.fields(Twin)]
    assert dataclasses.replace(Point(1), y=7) == Point(1, 7)
    assert dataclasses.asdict(Point(1)) == {"x": 1, "y": 2, "tags": {}}


def test_pydantic_checks_it_as_it_checks_a_dataclass() -> None:
    adapter, twin = TypeAdapter(Point), TypeAdapter(Twin)
    assert adapter.validate_python({"x": "3", "tags": {"a": "1"}}) == Point(3, 2, {"a": 1})
    ours, theirs = adapter.json_schema(), twin.json_schema()
    assert ours["properties"] == theirs["properties"] and ours["required"] == theirs["required"]
    with pytest.raises(ValidationError, match="y"):
        adapter.validate_python({"x": 1, "y": "no"})


def test_a_hastened_class_makes_the_same_values() -> None:
    @frozen
    class Slow:
        x: int
        y: str = "why"
        z: int | None = None

    before = [Slow(1), Slow(1, "no"), Slow(z=3, x=2), Slow(1, "no", 4)]
    hasten(Slow)
    assert [Slow(1), Slow(1, "no"), Slow(z=3, x=2), Slow(1, "no", 4)] == before
    assert replace(Slow(1), y="new") == Slow(1, "new")
    with pytest.raises(AttributeError):
        Slow(1).x = 2  # type: ignore[misc]
    for wrong in ({}, {"x": 1, "w": 2}):
        with pytest.raises(TypeError):
            Slow(**wrong)


def test_what_checks_itself_is_not_hastened() -> None:
    for kind in (Profile, DataSet, Client):
        with pytest.raises(AssertionError):
            hasten(kind)
