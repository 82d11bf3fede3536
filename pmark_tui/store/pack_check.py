"""`pmark pack check`: everything that is wrong with a pack, not only the first thing."""

from __future__ import annotations

from pmark_tui.domain.pack_lint import lint
from pmark_tui.errors import BadInput, FileTrouble, PmarkError
from pmark_tui.store import schema
from pmark_tui.store.pack_places import Places
from pmark_tui.store.pack_references import key_of, reference_problems
from pmark_tui.store.pack_sources import assemble, label_of, read_sources


def check_folder(folder: str) -> list[PmarkError]:
    """Every finding with file, line and key; empty where the pack is in order.

    What is asked of a good pack is looked at once the pack is well formed.
    """
    label = label_of(folder)
    try:
        files = read_sources(folder)
    except PmarkError as error:
        return [error]
    except OSError as error:
        return [FileTrouble("file_unreadable", file=folder, why=error.strerror)]
    found: list[PmarkError] = []
    for file in files:
        if kind := schema.PACK_FILES.get(file.kind):
            found += schema.problems(kind, file.data, f"{label}/{file.name}", file.text)
    if found:
        return found
    try:
        pack = assemble(files, label)
    except PmarkError as error:
        return [error]
    places = Places(files, label)
    found += reference_problems(pack, places)
    if found:
        return found
    for finding in lint(pack):
        where = places.where(finding.kind, finding.id, finding.key)
        key = key_of(finding.kind, finding.id, finding.key)
        found.append(BadInput(finding.rule, where=where, key=key, found=finding.found))
    return found
