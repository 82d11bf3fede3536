"""A shipped file of facts (`questionnaires/privacymark/*.toml`), validated once, kept compiled."""

from __future__ import annotations

import os
from typing import Any

from pmark_tui.store import cache, paths
from pmark_tui.store.rows import Thaw, freeze


def load(name: str, model: str, thaw: Thaw) -> Any:
    """What `name`.toml holds: thawed from the cache, else checked against its model.

    Args:
        name: the file without its ending.
        model: the class in `schema_incidents` that says what the file may hold.
        thaw: what builds the value from its frozen rows.

    Raises:
        FileTrouble, BadInput: the file cannot be read or is damaged.
    """
    path = os.path.join(paths.shipped(), "privacymark", f"{name}.toml")
    state = cache.signature((path,))
    entry = f"{name}-{cache.crc(path)}"
    held = cache.read(entry, state)
    if held is None:
        held = _from_source(path, f"privacymark/{name}.toml", model)
        cache.write(entry, state, held)
    return thaw(held)


def _from_source(path: str, label: str, model: str) -> Any:
    from pmark_tui.store import schema_incidents
    from pmark_tui.store.pack_sources import read_toml
    from pmark_tui.store.schema import validate

    source, data = read_toml(path, label)
    return freeze(validate(getattr(schema_incidents, model), data, label, source))
