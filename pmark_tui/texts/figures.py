"""Figures as people read them: per cent, yen, hours."""

from __future__ import annotations


def percent(value: float) -> str:
    """0..1 as a whole per cent; only what is whole is shown as 100%, only nothing as 0%."""
    rounded = round(value * 100)
    if rounded == 100 and value < 1.0:
        rounded = 99
    if rounded == 0 and value > 0.0:
        rounded = 1
    return f"{rounded}%"


def tenths(value: int) -> str:
    """Tenths of a per cent with one decimal: 432 is `43.2%`."""
    return f"{value // 10}.{value % 10}%"


def yen(amount: int, lang: str) -> str:
    """Whole yen with thousands separators: `314,288円` or `JPY 314,288`."""
    return f"JPY {amount:,}" if lang == "en" else f"{amount:,}円"


_OKU, _MAN = 100_000_000, 10_000


def large_yen(amount: int, lang: str) -> str:
    """Yen, in Japanese also in 億 and 万 where the amount is large and whole in 万."""
    shown = yen(amount, lang)
    if lang == "ja" and amount >= _OKU and amount % _MAN == 0:
        high, low = divmod(amount, _OKU)
        return f"{shown}（{high:,}億{f'{low // _MAN:,}万' if low else ''}円）"
    return shown


def yen_range(low: int, high: int, lang: str) -> str:
    """One amount, or two where they differ."""
    if low == high:
        return yen(low, lang)
    return f"JPY {low:,} to {high:,}" if lang == "en" else f"{low:,}〜{high:,}円"


def hours(value: float) -> str:
    """Hours without a useless fraction: `2`, `1.5`."""
    return f"{value:g}"
