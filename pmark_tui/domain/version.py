"""Versions of packs, `1.2.0`: which one is newer."""

from __future__ import annotations


def version_key(version: str) -> tuple[int, ...]:
    """What to sort versions by; whatever is no version stands before all of them."""
    parts = version.split(".")
    return tuple(map(int, parts)) if all(p.isascii() and p.isdecimal() for p in parts) else ()


def is_newer(version: str, than: str) -> bool:
    """Whether a version came out after another one."""
    return version_key(version) > version_key(than)
