"""`pmark pack list|show|check|schema`."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace

from pmark_tui.commands.output import emit, say
from pmark_tui.domain.pack import Pack
from pmark_tui.store import packs


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark pack`."""
    parser.add_argument("action", choices=("list", "show", "check", "schema"))
    parser.add_argument("path", nargs="?", help="ID | DIR")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--glossary", action="store_true")


def run(args: Namespace) -> int:
    """List, show, check or describe packs."""
    return {"list": _list, "show": _show, "check": _check, "schema": _schema}[args.action](args)


def _folder(path: str | None) -> str:
    """The folder meant by an id or a path."""
    if path and os.path.isdir(path):
        return path
    wanted = path or packs.DEFAULT
    for folder in packs.folders():
        if packs.load_folder(folder).id == wanted:
            return folder
    packs.load(wanted)
    raise AssertionError(wanted)


def _list(args: Namespace) -> int:
    rows = []
    for folder in packs.folders():
        pack = packs.load_folder(folder)
        rows.append(
            {
                "id": pack.id,
                "version": pack.version,
                "title": pack.title.of(args.lang),
                "questions": len(pack.questions),
                "folder": folder,
            }
        )
    if args.json:
        emit("pack", {"packs": rows})
    else:
        for row in rows:
            say(f"{row['id']} {row['version']}  {row['questions']}  {row['title']}\n  {row['folder']}")
    return 0


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
    say(f"{pack.id} {pack.version}  {pack.title.of(args.lang)}\n{pack.notice.of(args.lang)}\n")
    for key, value in shown.items():
        if isinstance(value, dict):
            say(f"{key}: " + ", ".join(f"{k} {v}" for k, v in value.items()))
        elif isinstance(value, int):
            say(f"{key}: {value}")
    say("")
    for clause in pack.clauses:
        mark = "" if clause.certainty == "high" else f"  [{clause.certainty}]"
        mapping = clause.mapping_certainty
        mark += f"  [mapping: {mapping}]" if mapping not in ("", "high") else ""
        say(f"{clause.id:<9}{clause.title.of(args.lang)}{mark}{'  [optional]' if clause.optional else ''}")
    return 0


def _check(args: Namespace) -> int:
    from pmark_tui.store.pack_check import check_folder

    folder = _folder(args.path)
    found = check_folder(folder)
    if args.json:
        rows = [{"rule": e.key, "where": str(e.values.get("where", e.values.get("file", ""))), "what": e.message(args.lang)} for e in found]
        emit("pack", {"ok": not found, "findings": rows})
    else:
        for error in found:
            say(error.message(args.lang))
        if not found:
            say(f"{folder}: ok")
    return 1 if found else 0


def _schema(args: Namespace) -> int:
    from pmark_tui.store import schema

    emit("pack-schema", {kind: schema.json_schema(model) for kind, model in schema.PACK_FILES.items()})
    return 0
