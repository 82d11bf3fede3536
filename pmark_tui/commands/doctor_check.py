"""One thing that `pmark doctor` looked at, and the list of them."""

from __future__ import annotations

from typing import NamedTuple

from pmark_tui.texts import text
from pmark_tui.texts.doctor import DOCTOR


class Check(NamedTuple):
    """What was looked at: `status` is ok, note or wrong; `advice` says which setting to change."""

    id: str
    status: str
    what: str
    advice: str = ""


class Checks:
    """The checks so far, in one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.found: list[Check] = []

    def t(self, key: str, **values: object) -> str:
        """A sentence of `texts.doctor`."""
        return text(DOCTOR, key, self.lang, **values)

    def add(self, name: str, status: str, key: str, advice: str = "", /, **values: object) -> None:
        """Note one thing; its advice is the text `advice`, else `KEY_advice` where there is one."""
        advice = advice or (f"{key}_advice" if f"{key}_advice" in DOCTOR else "")
        said = self.t(advice, **values) if advice else ""
        self.found.append(Check(name, status, self.t(key, **values), said))
