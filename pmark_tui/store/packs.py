"""Packs: where they lie, how they are read, and the compiled copy that makes the next start quick."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

from pmark_tui.domain.pack import Pack
from pmark_tui.errors import BadInput
from pmark_tui.store import cache, paths
from pmark_tui.store.compiled import LazyGuides, freeze_guides, freeze_pack, thaw_pack

DEFAULT = "jisq15001-2023"


def folders() -> list[str]:
    """Every folder that holds a pack: the shipped ones, then the user's own, each in name order."""
    found = []
    for place in (paths.shipped(), paths.user_packs()):
        try:
            names = sorted(os.listdir(place))
        except OSError:
            continue
        found += [f for n in names if os.path.isfile(os.path.join(f := os.path.join(place, n), "pack.toml"))]
    return found


def load(pack_id: str = DEFAULT) -> Pack:
    """The pack of this id.

    Raises:
        BadInput: no pack has this id, two packs have the same id and version, or the pack is damaged.
    """
    direct = os.path.join(paths.shipped(), pack_id)
    if pack_id == os.path.basename(pack_id) and os.path.isfile(os.path.join(direct, "pack.toml")):
        if not os.path.isdir(paths.user_packs()):
            return load_folder(direct)
    packs = [pack for folder in folders() if (pack := load_folder(folder)).id == pack_id]
    if not packs:
        known = ", ".join(sorted({load_folder(f).id for f in folders()}))
        raise BadInput("pack_unknown", found=pack_id, allowed=known)
    versions = [pack.version for pack in packs]
    for version in versions:
        if versions.count(version) > 1:
            raise BadInput("pack_twice", id=pack_id, version=version)
    return max(packs, key=lambda pack: tuple(int(n) for n in pack.version.split(".")))


def load_folder(folder: str) -> Pack:
    """The pack in a folder: the compiled copy where it is still good, else from the sources."""
    state = cache.signature(sources(folder))
    name = f"{os.path.basename(folder)}-{cache.crc(os.path.abspath(folder))}"
    core = cache.read(name, state)
    if core is None:
        return _compile(folder, name, state)

    def read_guides() -> dict[str, Any]:
        rows = cache.read(f"{name}.guides", state)
        return freeze_guides(_compile(folder, name, state)) if rows is None else rows

    return thaw_pack(core, LazyGuides(read_guides))


def sources(folder: str) -> Iterator[str]:
    """The TOML files of a pack, by name."""
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if name.endswith(".toml"):
            yield path
        elif os.path.isdir(path) and name in ("questions", "glossary"):
            yield from (os.path.join(path, n) for n in sorted(os.listdir(path)) if n.endswith(".toml"))


def _compile(folder: str, name: str, state: str) -> Pack:
    from pmark_tui.store.pack_sources import read_pack

    pack = read_pack(folder)
    cache.write(f"{name}.guides", state, freeze_guides(pack))
    cache.write(name, state, freeze_pack(pack))
    return pack
