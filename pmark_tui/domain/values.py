"""Values: frozen classes with slots, at a tenth of what `dataclasses` asks for defining them.

`@frozen` makes what `@dataclass(frozen=True, slots=True)` makes, without importing `dataclasses` and
without compiling source for each class, which together cost a headless command more than all its own
work (docs/performance.md). To whoever asks (`dataclasses.fields`, `dataclasses.replace`, pydantic) such
a class is a standard dataclass: the standard description is added when it is first looked at. A
subclass adds methods or a name, no fields.
"""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

T = TypeVar("T")

NO_DEFAULT: Any = object()
"""What `field_defaults` holds for a field that has to be given."""


@dataclass_transform(frozen_default=True)
def frozen(kind: type[T]) -> type[T]:
    """The class as a value: its annotations are its fields, what is assigned to them their defaults.

    A default that is a dict is copied for each instance. Where the class has a `cached_property`, its
    instances have a `__dict__` for it.
    """
    names = tuple(kind.__annotations__)
    body = {k: v for k, v in vars(kind).items() if k not in ("__dict__", "__weakref__")}
    given = {name: body.pop(name, NO_DEFAULT) for name in names}
    cached = any(isinstance(held, cached_property) for held in body.values())
    body |= {
        "__slots__": (*names, "__dict__") if cached else names,
        "__match_args__": names,
        "__value_defaults__": given,
        "__value_required__": frozenset(n for n, held in given.items() if held is NO_DEFAULT),
        "__value_copied__": frozenset(n for n, held in given.items() if type(held) is dict),
        "__value_fields__": attrgetter(*names),
        "__dataclass_fields__": _Described(),
        "__dataclass_params__": _Described(),
        "__setattr__": _refuse,
        "__delattr__": _refuse,
        "__eq__": _eq,
        "__hash__": _hash,
        "__repr__": _repr,
    }
    made: Any = type(kind.__name__, kind.__bases__, body)
    made.__qualname__ = kind.__qualname__
    setters = tuple(vars(made)[name].__set__ for name in names)
    made.__init__ = _init_and_check(setters) if "__post_init__" in body else _init(setters)
    return made  # type: ignore[no-any-return]


def is_value(held: object) -> bool:
    """Whether this is an instance of a value class."""
    return hasattr(type(held), "__value_defaults__")


def field_names(kind: object) -> tuple[str, ...]:
    """The fields of a value or of its class, in their order."""
    return tuple(field_defaults(kind))


def field_defaults(kind: object) -> Mapping[str, Any]:
    """The fields of a value or of its class with their defaults, `NO_DEFAULT` where there is none."""
    found: Mapping[str, Any] = kind.__value_defaults__  # type: ignore[attr-defined]
    return found


def field_values(held: object) -> tuple[Any, ...]:
    """What a value holds, in the order of its fields."""
    found: Any = held.__value_fields__(held)  # type: ignore[attr-defined]
    return found if len(field_defaults(held)) > 1 else (found,)


def hasten(*kinds: type[Any]) -> None:
    """Have these classes made in less than half the time: for a process that makes thousands of them.

    An `__init__` is compiled for each, which costs as much as a thousand instances made without. Not for
    classes that check themselves or have a dict for a default.
    """
    for kind in kinds:
        assert not kind.__value_copied__
        assert "__post_init__" not in vars(kind)
        names = field_names(kind)
        known: dict[str, Any] = {f"put_{name}": vars(kind)[name].__set__ for name in names}
        known["given"] = field_defaults(kind)
        asked = (n if n in kind.__value_required__ else f"{n}=given[{n!r}]" for n in names)
        head = f"def init(self, {', '.join(asked)}):"
        exec("\n".join((head, *(f" put_{n}(self, {n})" for n in names))), known)  # noqa: S102 - names of fields
        kind.__init__ = known["init"]


def replace(held: T, /, **changes: Any) -> T:
    """The value with other fields; `dataclasses.replace` without `dataclasses`."""
    given = dict(zip(field_names(held), field_values(held), strict=True))
    return type(held)(**(given | changes))


def _init(setters: tuple[Any, ...]) -> Callable[..., None]:
    """An `__init__` that has the setters of the fields at hand: it runs for each value there is."""
    count = len(setters)

    def init(self: Any, *args: Any, **named: Any) -> None:
        given: Any = args
        if named or len(given) != count:
            given = _arranged(self, given, named)
        for put, held in zip(setters, given):  # noqa: B905 - as many, or `_arranged` had refused
            put(self, held)

    return init


def _init_and_check(setters: tuple[Any, ...]) -> Callable[..., None]:
    fill = _init(setters)

    def init(self: Any, *given: Any, **named: Any) -> None:
        fill(self, *given, **named)
        self.__post_init__()

    return init


def _arranged(self: Any, given: tuple[Any, ...], named: dict[str, Any]) -> Iterable[Any]:
    """Everything for `__init__` in the order of the fields, defaults filled in.

    Raises:
        TypeError: a field is missing, unknown, or given twice.
    """
    defaults, required, copied = (
        self.__value_defaults__,
        self.__value_required__,
        self.__value_copied__,
    )
    placed = dict(zip(defaults, given, strict=False)) if given else {}
    here = placed.keys() | named.keys() if placed else named.keys()
    whole = {**defaults, **placed, **named}
    if (
        len(whole) > len(defaults)
        or len(placed) < len(given)
        or len(here) < len(placed) + len(named)
        or not required <= here
    ):
        told = f"{len(given)} by place and {', '.join(named) or 'none'} by name"
        raise TypeError(f"{type(self).__name__}({', '.join(defaults)}): given {told}")
    if copied:
        for name in copied - here:
            whole[name] = whole[name].copy()
    return whole.values()


def _refuse(self: Any, name: str, *_: object) -> None:
    raise AttributeError(f"{type(self).__name__} is a value: {name} cannot be changed")


def _eq(self: Any, other: Any) -> Any:
    if type(other) is not type(self):
        return NotImplemented
    return self.__value_fields__(self) == self.__value_fields__(other)


def _hash(self: Any) -> int:
    return hash(self.__value_fields__(self))


def _repr(self: Any) -> str:
    held = ", ".join(f"{name}={getattr(self, name)!r}" for name in field_names(self))
    return f"{type(self).__qualname__}({held})"


class _Described:
    """The standard library's description of a value class, made when somebody looks."""

    def __set_name__(self, kind: type[Any], name: str) -> None:
        self.name = name

    def __get__(self, _: object, kind: type[Any]) -> Any:
        from dataclasses import field, make_dataclass

        owner = next(base for base in kind.__mro__ if "__value_defaults__" in vars(base))
        described: list[Any] = []
        for name, default in field_defaults(owner).items():
            kept: Any = (
                field()
                if default is NO_DEFAULT
                else field(default_factory=default.copy)
                if type(default) is dict
                else field(default=default)
            )
            described.append((name, owner.__annotations__[name], kept))
        twin: Any = make_dataclass(owner.__name__, described, frozen=True, slots=True)
        for name in ("__dataclass_fields__", "__dataclass_params__"):
            setattr(owner, name, getattr(twin, name))
        return getattr(kind, self.name)
