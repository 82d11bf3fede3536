"""Assumed damages as lines of text: the figure, each factor and why, and the model's limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pmark_tui.domain.jo_model import (
    Exposure,
    JoModel,
    Outcome,
    RatedItem,
    UsedFactor,
    total,
    without_level,
)
from pmark_tui.domain.text import wrap
from pmark_tui.report.incident_guide import WIDTH
from pmark_tui.texts import text
from pmark_tui.texts.figures import yen
from pmark_tui.texts.incidents import INCIDENTS


def exposure_lines(model: JoModel, found: Exposure, lang: str) -> Iterator[str]:
    """The result, how it came about, the model's limits and whose model it is."""
    yield f"{model.title.of(lang)}"
    yield from result_lines(model, found, lang)
    yield ""
    yield from limit_lines(model, lang)


def client_lines(model: JoModel, outcomes: Sequence[Outcome], lang: str) -> Iterator[str]:
    """Every data set of a client, all together, then the model's limits."""
    yield f"{model.title.of(lang)}"
    if not outcomes:
        yield from wrap(_say("jo_no_sets", lang), WIDTH)
    for place, outcome in enumerate(outcomes, 1):
        yield ""
        yield f"== {place}. {set_name(outcome, lang)}"
        if outcome.exposure:
            yield from result_lines(model, outcome.exposure, lang)
        else:
            yield from wrap(still_open(model, outcome, lang), WIDTH)
    yield ""
    if outcomes:
        yield from wrap(total_line(outcomes, lang), WIDTH)
        yield ""
    yield from limit_lines(model, lang)


def set_name(outcome: Outcome, lang: str) -> str:
    """What a data set is called."""
    return outcome.data.name or _say("jo_nameless", lang)


def total_line(outcomes: Sequence[Outcome], lang: str) -> str:
    """All sets together, and how many of them are in the sum."""
    counted = sum(o.exposure is not None for o in outcomes)
    amount = yen(total(outcomes), lang)
    return _say("jo_total", lang, amount=amount, counted=counted, sets=len(outcomes))


def still_open(model: JoModel, outcome: Outcome, lang: str) -> str:
    """Why a data set has no figure yet, in words; "" where it has one."""
    trouble = outcome.trouble
    if trouble is None:
        return ""
    names = (
        kind.title.of(lang) if (kind := model.without_level(name)) else name
        for name in without_level(model, outcome.data)
    )
    listed = ", ".join(names)
    return _say(f"open_{trouble.key}", lang, names=listed, found=trouble.values.get("found", ""))


def item_name(model: JoModel, name: str, lang: str) -> str:
    """A kind of data as people call it."""
    known = model.kind(name)
    return known.title.of(lang) if known else name


def result_line(found: Exposure, lang: str) -> str:
    """The two amounts."""
    per_person, amount = yen(found.per_person, lang), yen(found.total, lang)
    return _say("jo_result", lang, per_person=per_person, persons=found.persons, total=amount)


def result_lines(model: JoModel, found: Exposure, lang: str) -> Iterator[str]:
    """The amounts, each kind of data with its levels, each factor with its reason, the formula."""
    yield result_line(found, lang)
    yield ""
    for line in item_facts(model, found, lang):
        yield from _point(line)
    for line in factor_facts(model, found, lang):
        yield from _point(line)


def item_facts(model: JoModel, found: Exposure, lang: str) -> Iterator[str]:
    """Each kind of data with its levels and where they come from."""
    for rated in found.items:
        name = item_name(model, rated.name, lang)
        yield _say("jo_item", lang, name=name, x=rated.x, y=rated.y, how=_how(rated, lang))
        if rated.item and rated.item.note and not rated.given:
            yield rated.item.note.of(lang)


def factor_facts(model: JoModel, found: Exposure, lang: str) -> Iterator[str]:
    """The two maxima, each factor with its reason, and the formula with its numbers."""
    yield _say("jo_x", lang, x=found.x, y=found.y)
    for key in ("identifiability", "social", "response"):
        factor: UsedFactor = getattr(found, key)
        why = factor.why.of(lang) if factor.why else _say("jo_given", lang)
        yield _say(f"jo_{key}", lang, value=factor.value, why=why)
    yield _say(
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


def limit_lines(model: JoModel, lang: str) -> Iterator[str]:
    """What must stand beside every figure: the model's limits, its holes, and whose it is."""
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
