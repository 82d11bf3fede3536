"""`pmark pack list|show|check|schema`."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from pmark_tui.commands.output import emit, say, tell
from pmark_tui.errors import BadInput, PmarkError
from pmark_tui.store import packs, paths
from pmark_tui.texts import text
from pmark_tui.texts.packs import PACKS

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from pmark_tui.domain.pack import Clause, Pack


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark pack`."""
    parser.add_argument("action", choices=("list", "show", "check", "schema"))
    parser.add_argument("path", nargs="?", metavar="PATH", help=text(PACKS, "help_pack_path", lang))
    parser.add_argument("--glossary", action="store_true", help=text(PACKS, "help_glossary", lang))
    parser.add_argument("--json", action="store_true")


def run(args: Namespace) -> int:
    """List, show, check or describe packs."""
    return {"list": _list, "show": _show, "check": _check, "schema": _schema}[args.action](args)


def _folder(path: str | None) -> str:
    """The folder meant by a path or an id."""
    if path and os.path.isfile(os.path.join(path, "pack.toml")):
        return path
    try:
        return packs.find(path or packs.DEFAULT)
    except PmarkError:
        if path and os.path.isdir(path):
            return path
        raise


def _list(args: Namespace) -> int:
    """Every pack that can be chosen; one that cannot is named, and the rest are still listed."""
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    exit_code = 0
    for folder in packs.folders():
        try:
            row = packs.kept(
                folder, f"list-{args.lang}", lambda pack: _row(pack, args.lang), __file__
            )
            same = (row["id"], row["version"])
            if same in rows:
                raise packs.twice(*same, rows[same]["folder"], folder)
        except PmarkError as error:
            tell(error.message(args.lang))
            exit_code = max(exit_code, error.exit_code)
        else:
            rows[same] = row | {"folder": folder}
    if args.json:
        emit("pack", {"packs": list(rows.values()), "own_folder": paths.user_packs()})
        return exit_code
    for row in rows.values():
        say(text(PACKS, "list_line", args.lang, **row))
        say(f"  {row['folder']}")
    say(text(PACKS, "list_own_folder", args.lang, path=paths.user_packs()))
    return exit_code


def _row(pack: Pack, lang: str) -> dict[str, Any]:
    return {
        "id": pack.id,
        "version": pack.version,
        "title": pack.title.of(lang),
        "questions": len(pack.questions),
    }


def _show(args: Namespace) -> int:
    from pmark_tui.domain.pack_counts import counts

    pack = packs.load_folder(_folder(args.path))
    if args.glossary:
        rows = [{"ja": t.ja, "en": t.en} for t in pack.glossary]
        if args.json:
            emit("pack", {"glossary": rows})
        else:
            for row in rows:
                say(f"{row['ja']}\t{row['en']}")
        return 0
    shown = counts(pack)
    if args.json:
        emit("pack", shown)
        return 0
    lang = args.lang
    say(f"{pack.id} {pack.version}  {pack.title.of(lang)}\n{pack.notice.of(lang)}\n")
    for key, value in shown.items():
        if value and f"count_{key}" in PACKS:
            label = text(PACKS, f"count_{key}", lang)
            if isinstance(value, dict):
                titles = _titles(pack, key, lang)
                value = ", ".join(f"{titles.get(one, one)} ({n})" for one, n in value.items())
            say(f"{label}: {value}")
    say("")
    for clause in pack.clauses:
        say(f"{clause.id:<9}{clause.title.of(lang)}{_marks(clause, lang)}")
    say("\n" + text(PACKS, "certainty_legend", lang))
    return 0


def _titles(pack: Pack, key: str, lang: str) -> dict[str, str]:
    """What the ids of one kind of count are called; empty where they are no ids."""
    if key == "by_side":
        from pmark_tui.domain.pack import SIDES

        return {side: text(PACKS, f"side_{side}", lang) for side in SIDES}
    named: dict[str, Any] = {
        "by_chapter": pack.chapters,
        "by_step": pack.steps,
        "by_gate": pack.steps,
        "by_ask": pack.people,
        "by_topic": pack.topics,
        "by_facet": pack.facets,
    }
    return {one.id: one.title.of(lang) for one in named.get(key, ())}


def _marks(clause: Clause, lang: str) -> str:
    """How sure a clause's title and mapping are, where they are not quite sure."""
    marks = []
    for key, level in (("certainty", clause.certainty), ("mapping", clause.mapping_certainty)):
        if level not in ("", "high"):
            marks.append(text(PACKS, key, lang, level=level))
    if clause.optional:
        marks.append(text(PACKS, "optional", lang))
    return "".join(f"  {mark}" for mark in marks)


def _check(args: Namespace) -> int:
    from pmark_tui.store.pack_check import check_folder

    folder = _folder(args.path)
    found = check_folder(folder)
    if args.json:
        rows = [
            {
                "rule": error.key,
                "severity": "error",
                "where": str(error.values.get("where", error.values.get("file", ""))),
                "what": error.message(args.lang),
            }
            for error in found
        ]
        emit("pack", {"ok": not found, "findings": rows})
    else:
        for error in found:
            say(error.message(args.lang))
        if not found:
            say(text(PACKS, "check_ok", args.lang, path=folder))
    return 1 if found else 0


def _schema(args: Namespace) -> int:
    """The JSON Schema of each kind of file of a pack; of one kind of any file where it is named."""
    from pmark_tui.store.schema import PACK_FILES
    from pmark_tui.store.schema_files import KINDS, schema_of

    if args.path is None:
        emit("pack", {"files": {kind: schema_of(kind) for kind in PACK_FILES}})
    elif args.path in KINDS:
        emit("pack", schema_of(args.path))
    else:
        raise BadInput("option_bad", key="schema", found=args.path, allowed=", ".join(KINDS))
    return 0
