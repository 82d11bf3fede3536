"""Assumed damages as lines of text: the figure, each factor and why, and the model's limits."""

from __future__ import annotations

from collections.abc import Iterator

from pmark_tui.domain.jo_model import Exposure, JoModel, RatedItem, UsedFactor
from pmark_tui.domain.text import wrap
from pmark_tui.texts import text
from pmark_tui.texts.figures import yen
from pmark_tui.texts.incidents import INCIDENTS

WIDTH = 80


def exposure_lines(model: JoModel, found: Exposure, lang: str) -> Iterator[str]:
    """The result, how it came about, the model's limits and whose model it is."""
    yield f"{model.title.of(lang)}"
    per_person, total = yen(found.per_person, lang), yen(found.total, lang)
    yield _say("jo_result", lang, per_person=per_person, persons=found.persons, total=total)
    yield ""
    for rated in found.items:
        name = rated.item.title.of(lang) if rated.item else rated.name
        yield from _point(
            _say("jo_item", lang, name=name, x=rated.x, y=rated.y, how=_how(rated, lang))
        )
        if rated.item and rated.item.note and not rated.given:
            yield from _point(rated.item.note.of(lang))
    yield from _point(_say("jo_x", lang, x=found.x, y=found.y))
    for key in ("identifiability", "social", "response"):
        factor: UsedFactor = getattr(found, key)
        why = factor.why.of(lang) if factor.why else _say("jo_given", lang)
        yield from _point(_say(f"jo_{key}", lang, value=factor.value, why=why))
    yield from _point(
        _say(
            "jo_formula",
            lang,
            basic=model.basic,
            x_base=model.x_base,
            y_base=model.y_base,
            x=found.x,
            y=found.y,
            identifiability=found.identifiability.value,
            social=found.social.value,
            response=found.response.value,
            per_person=yen(found.per_person, lang),
        )
    )
    yield ""
    yield f"== {_say('jo_limits', lang)}"
    for limit in model.limit:
        yield from _point(limit.text.of(lang))
    yield from _point(model.incomplete.of(lang))
    yield ""
    for line in (model.credit, model.licence):
        yield from wrap(line.of(lang), WIDTH)


def item_lines(model: JoModel, lang: str) -> Iterator[str]:
    """Every item that the model rates, highest levels first, and the kinds that it does not."""
    yield _say("jo_list_head", lang)
    for item in sorted(model.item, key=lambda i: (-i.x, -i.y)):
        sure = "" if item.certainty == "confirmed" else f" [{_say(item.certainty, lang)}]"
        name = item.title.of(lang)
        yield _say("jo_list_item", lang, x=item.x, y=item.y, name=name, id=item.id, certainty=sure)
    names = ", ".join(u.title.of(lang) for u in model.unrated)
    yield _say("jo_list_unrated", lang, names=names)


def _how(rated: RatedItem, lang: str) -> str:
    """Where an item's levels come from."""
    if rated.given or rated.item is None:
        return _say("jo_item_given", lang)
    if rated.in_conflict:
        levels = "; ".join(
            _say("jo_level", lang, edition=level.edition, x=level.x, y=level.y)
            for level in rated.item.levels
        )
        return _say("jo_conflict", lang, levels=levels)
    return _say(rated.item.certainty, lang)


def _point(line: str) -> Iterator[str]:
    first, *others = wrap(f"- {line}", WIDTH - 2)
    yield first
    yield from (f"  {other}" for other in others)


def _say(key: str, lang: str, **values: object) -> str:
    return text(INCIDENTS, key, lang, **values)
