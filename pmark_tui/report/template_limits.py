"""Jinja's sandbox with limits on time and size: a template can fail, and not keep the program busy for ever.

The sandbox keeps a template from Python; it does not keep it from counting to a billion or from writing a
text of a gigabyte. Here every line of a template looks at the clock, and whatever could grow a value by
more than it was given (a product, a width, a repetition, a join) is looked at first.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import wraps
from types import FrameType
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import markup_join
from jinja2.sandbox import ImmutableSandboxedEnvironment

MOST_SECONDS = 10.0
"""Seconds of the processor that a template may take; the shipped one takes a tenth of one."""
LONGEST_TEXT = 2_000_000
"""Characters or items of one value that a template makes."""
LONGEST_OUTPUT = 32_000_000
"""Characters of a whole report by a template."""
LARGEST_NUMBER = 99_999
"""Largest number that a filter or a call takes: a width, a count, an indent."""
_BITS = 4_096
_WIDTH = re.compile(r"%[^a-zA-Z%]*(?:[0-9]{6,}|\*)|\{[^{}]*(?:[0-9]{6,}|\{)")
"""A width of a hundred thousand and more in a format, or one that is itself filled in."""
_JINJA = os.path.dirname(os.path.abspath(jinja2.__file__)) + os.sep


class TooMuch(SecurityError):
    """A template asked for more time or space than it is given."""


@contextmanager
def clock() -> Iterator[None]:
    """Raise `TooMuch` in this thread from any line of a template once its time is up."""
    end = time.thread_time() + MOST_SECONDS

    def step(_: FrameType, event: str, __: Any) -> Any:
        if event == "line" and time.thread_time() > end:
            raise TooMuch(f"over {MOST_SECONDS:g} s")
        return step

    def begin(frame: FrameType, _: str, __: Any) -> Any:
        name = frame.f_code.co_filename
        return step if name.startswith(_JINJA) or "__jinja" in name or _is_template(frame) else None

    before = sys.gettrace()
    sys.settrace(begin)
    try:
        yield
    finally:
        sys.settrace(before)


def _is_template(frame: FrameType) -> bool:
    """Whether a frame runs the code of a template: Jinja gives it the names it needs."""
    return "environment" in frame.f_globals and "blocks" in frame.f_globals


def _size(value: Any) -> int:
    """Characters and items that a plain value would have once written out, `LONGEST_TEXT` and more as that.

    In one loop, for the clock looks at every call.
    """
    if isinstance(value, (str, bytes)):
        return len(value)
    total, waiting = 0, [value]
    while waiting and total < LONGEST_TEXT:
        one = waiting.pop()
        if isinstance(one, (str, bytes)):
            total += len(one)
        elif type(one) in (list, tuple, dict):
            total += len(one) * (2 if type(one) is dict else 1)
            if total < LONGEST_TEXT:
                waiting.extend(one)
                if type(one) is dict:
                    waiting.extend(one.values())
    return min(total, LONGEST_TEXT)


def _check(*values: Any) -> None:
    for value in values:
        if isinstance(value, int) and abs(value) > LARGEST_NUMBER:
            raise TooMuch(f"number over {LARGEST_NUMBER}")
    check_size(*values)


def check_size(*values: Any) -> None:
    """Refuse values that would be too long once written out.

    Raises:
        TooMuch: they are.
    """
    if sum(map(_size, values)) >= LONGEST_TEXT:
        raise TooMuch(f"over {LONGEST_TEXT} characters")


def _check_call(name: str, first: Any, rest: tuple[Any, ...]) -> None:
    """What a method of a text, or a filter of the same name, would make of it."""
    if name == "replace" and len(rest) >= 2:
        old, new = str(rest[0]), str(rest[1])
        if len(str(first)) + str(first).count(old) * len(new) > LONGEST_TEXT:
            raise TooMuch(f"over {LONGEST_TEXT} characters")
    elif name == "join" and rest:
        parts, joint = (rest[0], first) if isinstance(first, str) else (first, rest[0])
        if isinstance(parts, (list, tuple, str)) and len(parts) * len(str(joint)) > LONGEST_TEXT:
            raise TooMuch(f"over {LONGEST_TEXT} characters")
    elif name in ("format", "format_map") and _WIDTH.search(str(first)):
        raise TooMuch(f"width over {LARGEST_NUMBER}")


def _limited(name: str, work: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that looks at what it is given first."""

    @wraps(work)
    def limited(*args: Any, **named: Any) -> Any:
        given = args[1:] if hasattr(work, "jinja_pass_arg") else args
        check_size(*given[:1])
        _check(*given[1:], *named.values())
        if given:
            _check_call(name, given[0], given[1:])
        return work(*args, **named)

    return limited


def _joined(*parts: Any) -> Any:
    """What `~` makes."""
    check_size(*parts)
    return markup_join(parts)


def _all(parts: Iterable[str]) -> str:
    """The pieces of a report, a block or a macro as one text."""
    kept, length = [], 0
    for part in parts:
        length += len(part)
        if length > LONGEST_OUTPUT:
            raise TooMuch(f"over {LONGEST_OUTPUT} characters")
        kept.append(part)
    return "".join(kept)


class LimitedEnvironment(ImmutableSandboxedEnvironment):
    """The sandbox with limits; render inside `clock()`."""

    intercepted_binops = frozenset(("+", "*", "**", "%"))
    concat = staticmethod(_all)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.filters |= {name: _limited(name, work) for name, work in self.filters.items()}
        self.filters["pmark_joined"] = _joined
        for name in ("lipsum", "cycler", "joiner"):
            del self.globals[name]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """The template with `~` as a filter, which can be looked at, as the operator cannot."""
        tree = super()._parse(source, name, filename)
        for node in list(tree.find_all(nodes.Concat)):
            first, *rest = node.nodes
            put = nodes.Filter(first, "pmark_joined", rest, [], None, None, lineno=node.lineno)
            node.nodes = [put]
        return tree

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """An operator, unless its result would be too large."""
        whole = isinstance(left, int) and isinstance(right, int)
        if operator == "%" and isinstance(left, str) and _WIDTH.search(left):
            raise TooMuch(f"width over {LARGEST_NUMBER}")
        if operator == "+" and not whole:
            check_size(left, right)
        elif operator == "*" and whole:
            _check_bits(left.bit_length() + right.bit_length())
        elif operator == "**" and whole:
            _check_bits(left.bit_length() * abs(right))
        elif operator == "*":
            times = next((abs(x) for x in (left, right) if isinstance(x, int)), 0)
            if times * max(1, _size(left), _size(right)) > LONGEST_TEXT:
                raise TooMuch(f"over {LONGEST_TEXT} characters")
        return super().call_binop(context, operator, left, right)

    def call(__self, __context: Any, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805
        """A call, unless what it is given is too large."""
        _check(*args, *kwargs.values())
        held = getattr(__obj, "__self__", None)
        if isinstance(held, str):
            _check_call(__obj.__name__, held, args)
        return super().call(__context, __obj, *args, **kwargs)

    def wrap_str_format(self, value: Any) -> Any:
        """`str.format` in the sandbox, unless it asks for a wide field."""
        wrapped = super().wrap_str_format(value)
        if wrapped is not None and _WIDTH.search(value.__self__):
            raise TooMuch(f"width over {LARGEST_NUMBER}")
        return wrapped


def _check_bits(bits: int) -> None:
    if bits > _BITS:
        raise TooMuch(f"number of over {_BITS} bits")
