"""Days as people write them."""

from __future__ import annotations

import re
from datetime import date
from unicodedata import normalize

_DAY = re.compile(r"(令和|R)?(\d{1,4}|元)[-/.年](\d{1,2})[-/.月](\d{1,2})日?", re.IGNORECASE)
_BEFORE_REIWA = 2018


def parse_day(text: str) -> date | None:
    """The day that `text` means, None where it is empty.

    Takes `2026-04-01`, `2026/4/1`, `2026.4.1`, `2026年4月1日`, `令和8年4月1日`, `R8.4.1`, full-width too.

    Raises:
        ValueError: it is no day, or leaves the year out.
    """
    plain = "".join(normalize("NFKC", text).split())
    if not plain:
        return None
    found = _DAY.fullmatch(plain)
    if found is None:
        raise ValueError(text)
    era, year, month, day = found.groups()
    if not era and len(year) != 4:
        raise ValueError(text)
    whole = int(year.replace("元", "1")) + (_BEFORE_REIWA if era else 0)
    return date(whole, int(month), int(day))
