"""`pmark pack check`: everything that is wrong with a pack, not only the first thing."""

from __future__ import annotations

import os

from pmark_tui.domain.pack_lint import lint
from pmark_tui.errors import BadInput, PmarkError
from pmark_tui.store import schema
from pmark_tui.store.pack_sources import origins, read_pack, read_sources


def check_folder(folder: str) -> list[PmarkError]:
    """Every finding with file, line and key; empty where the pack is in order."""
    label = os.path.basename(os.path.abspath(folder))
    try:
        files = read_sources(folder)
    except PmarkError as error:
        return [error]
    except OSError as error:
        return [BadInput("file_unreadable", file=folder, why=error.strerror)]
    found: list[PmarkError] = []
    for file in files:
        if kind := schema.PACK_FILES.get(file.kind):
            found += schema.problems(kind, file.data, f"{label}/{file.name}", file.text)
    if found:
        return found
    try:
        pack = read_pack(folder)
    except PmarkError as error:
        from pmark_tui.store.pack_sources import reference_findings

        return [*reference_findings(files, label)] or [error]
    places = origins(files)
    for finding in lint(pack):
        name, line = places.get(f"id:{finding.id}", places.get(f"term:{finding.id}", ("pack.toml", 1)))
        if finding.key not in ("text.ja", "text.en") and f"guide:{finding.id}" in places:
            name, line = places[f"guide:{finding.id}"]
        found.append(
            BadInput(
                finding.rule,
                where=f"{label}/{name}:{line}",
                key=f"{finding.id}.{finding.key}",
                found=finding.found,
            )
        )
    return found
