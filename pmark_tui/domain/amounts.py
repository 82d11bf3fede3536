"""Whole numbers as people write them: full-width digits, commas, 億 and 万."""

from __future__ import annotations

from unicodedata import normalize

_UNITS = {"億": 100_000_000, "万": 10_000, "千": 1_000}


def parse_amount(text: str) -> int | None:
    """The whole number (yen, people) that `text` means, None where it means none.

    Takes `1,000`, `１０００万`, `1億2,000万`, `300万円`; never negative.
    """
    plain = normalize("NFKC", text).replace(",", "").replace(" ", "").replace("、", "")
    plain = plain.removeprefix("¥").removesuffix("円").removesuffix("人").removesuffix("名")
    if not plain:
        return None
    total, digits, units = 0, "", [10**12]
    for character in plain:
        if character.isascii() and character.isdigit():
            digits += character
            continue
        unit = _UNITS.get(character)
        if unit is None or not digits or unit >= units[-1]:
            return None
        total += int(digits) * unit
        digits, units = "", [*units, unit]
    if len(digits) > 15:
        return None
    return total + (int(digits) if digits else 0)
