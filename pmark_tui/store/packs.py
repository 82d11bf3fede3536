"""Packs: where they lie, how they are read, and the compiled copy that makes the next start quick."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from pmark_tui.domain.version import version_key
from pmark_tui.errors import BadInput, PmarkError
from pmark_tui.store import cache, paths

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pmark_tui.domain.pack import Pack

DEFAULT = "jisq15001-2023"


def folders() -> list[str]:
    """Every folder that holds a pack: the shipped ones, then the user's own, each in name order."""
    found = []
    for place in (paths.shipped(), paths.user_packs()):
        try:
            names = sorted(os.listdir(place))
        except OSError:
            continue
        inside = (os.path.join(place, name) for name in names)
        found += [folder for folder in inside if os.path.isfile(os.path.join(folder, "pack.toml"))]
    return found


def find(pack_id: str = DEFAULT) -> str:
    """The folder of the newest version of this pack.

    Raises:
        FileTrouble, BadInput: no pack has this id, or two folders hold the same version of it.
    """
    all_folders = folders()
    if not os.path.isdir(paths.user_packs()):
        for folder in all_folders:  # a shipped folder has the name of its pack
            if os.path.basename(folder) == pack_id:
                return folder
    found: dict[str, str] = {}
    heads = [(folder, *head(folder)) for folder in all_folders]
    for folder, one, version in heads:
        if one == pack_id:
            if version in found:
                raise twice(one, version, found[version], folder)
            found[version] = folder
    if not found:
        for folder, one, _ in heads:
            if not one:
                load_folder(folder)
        known = ", ".join(sorted({one for _, one, _ in heads}))
        raise BadInput("pack_unknown", found=pack_id, allowed=known)
    return found[max(found, key=version_key)]


def twice(pack_id: str, version: str, first: str, second: str) -> BadInput:
    """The refusal of two packs that cannot be told apart."""
    return BadInput("pack_twice", id=pack_id, version=version, first=first, second=second)


def load(pack_id: str = DEFAULT) -> Pack:
    """The newest version of the pack of this id.

    Raises:
        BadInput: no pack has this id, two have the same version, or the pack is damaged.
    """
    return load_folder(find(pack_id))


def load_folder(folder: str) -> Pack:
    """The pack in a folder: the compiled copy where it is still good, else from the sources.

    Raises:
        FileTrouble, BadInput: the pack cannot be read or is damaged.
    """
    from pmark_tui.store.compiled import LazyGuides, freeze_guides, thaw_pack

    state = cache.signature(sources(folder))
    core = cache.read(_name(folder), state)
    if core is None:
        return _compile(folder, state)

    def read_guides() -> dict[str, Any]:
        rows = cache.read(_name(folder, "guides"), state)
        return freeze_guides(_compile(folder, state)) if rows is None else rows

    return thaw_pack(core, LazyGuides(read_guides))


def kept(folder: str, what: str, make: Callable[[Pack], Any], by: str) -> Any:
    """What `make` derives from a pack, kept as `what` beside the compiled copy and good as long as it.

    So a command whose whole answer lies in the pack loads neither the pack nor the domain. `by` is
    the file of the module that makes it: a change of the code is a change of what is kept.

    Raises:
        FileTrouble, BadInput: the pack cannot be read or is damaged.
    """
    state = cache.signature((*sources(folder), by))
    held = cache.read(_name(folder, what), state)
    if held is None:
        held = make(load_folder(folder))
        cache.write(_name(folder, what), state, held)
    return held


def head(folder: str) -> tuple[str, str]:
    """Id and version of the pack in a folder; empty where its pack.toml cannot be read."""
    path = os.path.join(folder, "pack.toml")
    try:
        state = cache.signature((path,))
        held = cache.read(_name(folder, "head"), state)
        if held is None:
            from pmark_tui.store.pack_sources import read_toml

            _, data = read_toml(path, path)
            held = [str(data.get("id", "")), str(data.get("version", ""))]
            cache.write(_name(folder, "head"), state, held)
    except PmarkError:
        return "", ""
    return held[0], held[1]


def sources(folder: str) -> Iterator[str]:
    """The TOML files of a pack, by name."""
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if name.endswith(".toml"):
            yield path
        elif os.path.isdir(path) and name in ("questions", "glossary"):
            inside = sorted(os.listdir(path))
            yield from (os.path.join(path, n) for n in inside if n.endswith(".toml"))


def _name(folder: str, what: str = "") -> str:
    """The name of a compiled copy: readable, and one of its own for each folder."""
    whole = os.path.abspath(folder)
    name = f"{os.path.basename(whole)}-{cache.crc(whole)}"
    return f"{name}.{what}" if what else name


def _compile(folder: str, state: str) -> Pack:
    from pmark_tui.store.compiled import freeze_guides, freeze_pack
    from pmark_tui.store.pack_sources import read_pack

    pack = read_pack(folder)
    cache.write(_name(folder, "guides"), state, freeze_guides(pack))
    cache.write(_name(folder), state, freeze_pack(pack))
    return pack
