"""Style sheets are parsed once a process: Textual parses all of them anew for every app that starts."""

from __future__ import annotations

from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_parsed: dict[tuple[object, ...], list[RuleSet]] = {}
_parse = Stylesheet._parse_rules


def _parse_once(
    sheet: Stylesheet, css: str, read_from: tuple[str, str], **how: object
) -> list[RuleSet]:
    """The rules of one source under one set of colours. Nothing changes a rule once it is parsed."""
    key = (css, read_from, *how.items(), *sheet._variables.items())
    if key not in _parsed:
        _parsed[key] = _parse(sheet, css, read_from, **how)  # type: ignore[arg-type]
    return _parsed[key]


def parse_once() -> None:
    """From now on, for every app of this process."""
    Stylesheet._parse_rules = _parse_once  # type: ignore[method-assign]
