"""What `pmark doctor` says about folders, client files, packs, fees and libraries."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Iterator
from datetime import date
from time import monotonic

from pmark_tui import __version__
from pmark_tui.commands.doctor_check import Check, Checks
from pmark_tui.commands.output import tell
from pmark_tui.errors import PmarkError
from pmark_tui.store import folder, packs, paths, scheme
from pmark_tui.store.pack_check import check_folder

NAMED = 5
"""How many broken client files are named; behind them only their number."""

DISTRIBUTION = "pmark-tui"


def check_files(on: date, lang: str) -> list[Check]:
    """Everything that lies on disk, as it is on a day."""
    made = Checks(lang)
    try:
        check_clients(made, paths.clients())
    except PmarkError as error:
        made.add("clients", "wrong", "no_clients_folder", why=error.message(lang))
    check_packs(made)
    check_fees(made, on)
    check_cache(made, paths.cache())
    check_versions(made)
    return made.found


def check_clients(made: Checks, path: str) -> None:
    """The folder of client files: is it there, can it be written, which files are broken."""
    if not os.path.isdir(path):
        made.add("clients", "note", "clients_missing", path=path)
        return
    if why := _unwritable(path):
        made.add("clients", "wrong", "clients_unusable", path=path, why=why)
    try:
        names = folder.names(path)
    except PmarkError:
        return
    if not why:
        made.add("clients", "ok", "clients_ok", path=path, count=len(names))
    broken = [entry.error for entry in _entries(made, path, names) if entry.error]
    for error in broken[:NAMED]:
        made.add("client_file", "wrong", "client_broken", why=error.message(made.lang))
    if len(broken) > NAMED:
        made.add("client_file", "wrong", "more_broken", count=len(broken) - NAMED)


def _entries(made: Checks, path: str, names: list[str]) -> Iterator[folder.Entry]:
    """Each client file; whoever waits for more than a second is told how far it is."""
    told = monotonic()
    for done, name in enumerate(names):
        if sys.stderr.isatty() and monotonic() - told > 1.0:
            told = monotonic()
            tell(made.t("reading", done=done, total=len(names)))
        yield folder.entry(path, name)


def check_cache(made: Checks, path: str) -> None:
    """The folder of compiled copies: pmark works without it, but starts slowly."""
    if not os.path.isdir(path):
        made.add("cache", "note", "cache_missing", path=path)
    elif why := _unwritable(path):
        made.add("cache", "note", "cache_unusable", path=path, why=why)
    else:
        with os.scandir(path) as entries:
            sizes = [entry.stat().st_size for entry in entries if entry.is_file()]
        made.add("cache", "ok", "cache_ok", path=path, count=len(sizes), size=sum(sizes) // 1024)


def _unwritable(path: str) -> str:
    """Why nothing can be written in a folder; "" where it can. Tried, and nothing is left behind."""
    from tempfile import TemporaryFile

    try:
        with TemporaryFile(dir=path) as stream:
            stream.write(b"pmark")
    except OSError as error:
        return error.strerror or str(error)
    return ""


def check_packs(made: Checks) -> None:
    """Every pack, shipped or the user's own: can it be used, and is it in order."""
    ids = []
    for place in packs.folders():
        if found := check_folder(place):
            why = found[0].message(made.lang)
            made.add("pack", "wrong", "pack_broken", folder=place, count=len(found), why=why)
            continue
        pack_id, version = packs.head(place)
        ids.append(pack_id)
        made.add("pack", "ok", "pack_ok", id=pack_id, version=version)
    for pack_id in dict.fromkeys((packs.DEFAULT, *ids)):
        try:
            packs.find(pack_id)
        except PmarkError as error:
            why = error.message(made.lang)
            made.add("pack", "wrong", "pack_unusable", why=why, path=paths.user_packs())


def check_fees(made: Checks, on: date) -> None:
    """How old the shipped fee lists are, and whether the one in force on a day is an estimate."""
    from pmark_tui.domain.fees import in_force

    own = os.path.join(paths.user_data(), scheme.SHARED_FEES)
    try:
        book = scheme.fee_book()
        listed = in_force(book, on)
        scheme.shared_fees()
    except PmarkError as error:
        made.add("fees", "wrong", "fees_broken", why=error.message(made.lang))
        return
    settled = listed.status == "confirmed"
    made.add(
        "fees",
        "ok" if settled else "note",
        "fees_ok",
        "" if settled else "fees_check_advice",
        list=listed.title.of(made.lang),
        checked=book.checked_on.isoformat(),
        days=(on - book.checked_on).days,
        status=made.t(f"fees_{listed.status}"),
        path=own,
    )


def check_versions(made: Checks) -> None:
    """Python, pmark, and every library that pmark says it needs."""
    from importlib.metadata import PackageNotFoundError, requires, version

    system = f"{platform.system()} {platform.release()}"
    made.add("python", "ok", "python_ok", version=platform.python_version(), system=system)
    made.add("pmark", "ok", "library_ok", name="pmark", version=__version__)
    try:
        needed = requires(DISTRIBUTION) or []
    except PackageNotFoundError:
        made.add("library", "note", "library_unknown")
        return
    for line in needed:
        if "extra ==" in line:
            continue
        name = _name(line)
        try:
            made.add("library", "ok", "library_ok", name=name, version=version(name))
        except PackageNotFoundError:
            made.add("library", "wrong", "library_missing", name=name)


def _name(requirement: str) -> str:
    """The name at the beginning of `name>=1.2; marker`."""
    end = next(
        (i for i, c in enumerate(requirement) if not (c.isalnum() or c in "-_.")), len(requirement)
    )
    return requirement[:end]
