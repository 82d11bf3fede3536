"""`pmark exposure`: assumed damages by the JO model, with every factor and the model's limits."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from pmark_tui.commands.output import emit, say
from pmark_tui.commands.words import an_amount
from pmark_tui.domain.client import DataSet
from pmark_tui.domain.jo_model import (
    Exposure,
    JoModel,
    Outcome,
    RatedItem,
    UsedFactor,
    assess,
    assess_all,
    total,
)
from pmark_tui.domain.sourced import plain_sources
from pmark_tui.domain.values import replace
from pmark_tui.errors import BadInput
from pmark_tui.store import client_file
from pmark_tui.store.incidents import jo_model
from pmark_tui.texts import text
from pmark_tui.texts.incidents import INCIDENTS

_COMMAS = str.maketrans("、，､", ",,,")


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark exposure`."""
    parser.add_argument("file", nargs="?", help=text(INCIDENTS, "help_data_sets", lang))
    parser.add_argument("--add", metavar="NAME", help=text(INCIDENTS, "help_add", lang))
    parser.add_argument("--remove", metavar="NAME", help=text(INCIDENTS, "help_remove", lang))
    parser.add_argument("--persons", metavar="N", help=text(INCIDENTS, "help_persons", lang))
    parser.add_argument("--items", metavar="A,B,...", help=text(INCIDENTS, "help_items", lang))
    for factor in ("--identifiability", "--social", "--response"):
        parser.add_argument(factor, metavar="N")
    parser.add_argument(
        "--level",
        action="append",
        default=[],
        metavar="ITEM=X/Y",
        help=text(INCIDENTS, "help_level", lang),
    )
    parser.add_argument("--list", action="store_true", help=text(INCIDENTS, "help_list", lang))
    parser.add_argument("--json", action="store_true")


def run(args: Namespace) -> int:
    """Compute the assumed damages of what is named, or of a client; or list what the model rates."""
    model = jo_model()
    if args.list:
        return _list(model, args.lang, args.json)
    if args.file is not None:
        return _client(model, args)
    for option in ("add", "remove"):
        if getattr(args, option) is not None:
            raise BadInput("needs_option", key=f"--{option}", allowed="FILE")
    if args.persons is None:
        raise BadInput("option_missing", key="--persons", allowed="1, 1000, ...")
    found = assess(model, _data(args))
    if args.json:
        emit("exposure", _json(model, found, args.lang))
    else:
        from pmark_tui.report.exposure import exposure_lines

        for line in exposure_lines(model, found, args.lang):
            say(line)
    return 0


def _client(model: JoModel, args: Namespace) -> int:
    """The data sets of a client file, one added or removed before that."""
    if args.add is None and (args.persons or args.items):
        raise BadInput("needs_option", key="--persons, --items", allowed="--add NAME")
    if args.add is None and args.remove is None:
        sets = client_file.read(args.file).client.data_sets
    else:
        from pmark_tui.commands.opening import editing

        with editing(args.file, "exposure") as (file, _, save):
            sets = _changed(model, args, file.client.data_sets)
            if sets != file.client.data_sets:
                save(file.client.changed(data_sets=sets))
    found = assess_all(model, sets)
    if args.json:
        emit("exposure", _client_json(model, found, args.lang))
    else:
        from pmark_tui.report.exposure import client_lines

        for line in client_lines(model, found, args.lang):
            say(line)
    return 0


def _changed(model: JoModel, args: Namespace, sets: tuple[DataSet, ...]) -> tuple[DataSet, ...]:
    """The sets with the one added and without the one removed that are asked for.

    Raises:
        BadInput: there is no such set, or what is to be added cannot be assessed.
    """
    if args.add is not None:
        if args.persons is None:
            raise BadInput("option_missing", key="--persons", allowed="1, 1000, ...")
        added = replace(_data(args), name=args.add.strip())
        assess(model, added)
        places = [n for n, held in enumerate(sets) if held.name == added.name]
        at = places[0] if places else len(sets)
        sets = (*sets[:at], added, *sets[at + 1 :])
    if args.remove is not None:
        names = [held.name for held in sets]
        if args.remove not in names:
            raise BadInput("data_set_unknown", found=args.remove, allowed=", ".join(names) or "-")
        sets = tuple(held for held in sets if held.name != args.remove)
    return sets


def _client_json(model: JoModel, found: tuple[Outcome, ...], lang: str) -> dict[str, Any]:
    from pmark_tui.report.exposure import still_open

    sets = [
        {"name": o.data.name, "open": still_open(model, o, lang)}
        | (_result_json(model, o.exposure, lang) if o.exposure else {})
        for o in found
    ]
    return {"sets": sets, "total": total(found), **_about(model, lang)}


def listed(word: str) -> tuple[str, ...]:
    """Names between commas, Japanese ones too."""
    return tuple(i.strip() for i in word.translate(_COMMAS).split(",") if i.strip())


def _data(args: Namespace) -> DataSet:
    def factor(name: str) -> int | None:
        word = getattr(args, name)
        return None if word is None else an_amount(f"--{name}", word)

    return DataSet(
        persons=an_amount("--persons", args.persons),
        items=listed(args.items or ""),
        identifiability=factor("identifiability"),
        social=factor("social"),
        response=factor("response"),
        levels=dict(map(_level, args.level)),
    )


def _level(word: str) -> tuple[str, tuple[int, int]]:
    """ITEM=X/Y as the item and its levels.

    Raises:
        BadInput: it has another form.
    """
    name, _, levels = word.partition("=")
    x, _, y = levels.partition("/")
    if not name.strip() or not (x.strip().isdecimal() and y.strip().isdecimal()):
        raise BadInput("jo_level", found=word, allowed="X/Y")
    return name.strip(), (int(x), int(y))


def _list(model: JoModel, lang: str, as_json: bool) -> int:
    if as_json:
        rows = [
            {
                "id": i.id,
                "ja": i.title.ja,
                "en": i.title.en,
                "x": i.x,
                "y": i.y,
                "conflict": i.in_conflict,
                "certainty": i.certainty,
                "sources": i.sources,
            }
            for i in model.item
        ]
        unrated = [{"id": u.id, "ja": u.title.ja, "en": u.title.en} for u in model.unrated]
        emit("exposure", {"items": rows, "unrated": unrated})
        return 0
    from pmark_tui.report.exposure import item_lines

    for line in item_lines(model, lang):
        say(line)
    return 0


def _json(model: JoModel, found: Exposure, lang: str) -> dict[str, Any]:
    return _result_json(model, found, lang) | _about(model, lang)


def _about(model: JoModel, lang: str) -> dict[str, Any]:
    """What stands beside every figure."""
    return {
        "limits": [limit.text.of(lang) for limit in model.limit],
        "credit": model.credit.of(lang),
        "incomplete": model.incomplete.of(lang),
        "sources": plain_sources(model.source, lang),
    }


def _result_json(model: JoModel, found: Exposure, lang: str) -> dict[str, Any]:
    return {
        "persons": found.persons,
        "per_person": found.per_person,
        "total": found.total,
        "x": found.x,
        "y": found.y,
        "sensitivity": found.sensitivity,
        "identifiability": found.identifiability.value,
        "social": found.social.value,
        "response": found.response.value,
        "basic": model.basic,
        "items": [_item_json(item) for item in found.items],
        "factors": {
            "identifiability": _factor_json(found.identifiability, lang),
            "social": _factor_json(found.social, lang),
            "response": _factor_json(found.response, lang),
        },
        "conflicts": [i.name for i in found.items if i.in_conflict],
    }


def _item_json(rated: RatedItem) -> dict[str, Any]:
    return {
        "id": rated.item.id if rated.item else None,
        "name": rated.name,
        "x": rated.x,
        "y": rated.y,
        "given": rated.given,
        "conflict": rated.in_conflict,
        "certainty": rated.item.certainty if rated.item else None,
    }


def _factor_json(factor: UsedFactor, lang: str) -> dict[str, Any]:
    why = factor.why.of(lang) if factor.why else ""
    return {"value": factor.value, "given": factor.given, "why": why}
