"""A client's assumed damages, as a report shows them."""

from __future__ import annotations

from pmark_tui.domain.client import Client
from pmark_tui.domain.jo_model import JoModel, Outcome, assess_all, total
from pmark_tui.report.exposure import factor_facts, item_facts, set_name, still_open, total_line
from pmark_tui.report.model_leaks import DamageRow, Damages
from pmark_tui.report.words import Words
from pmark_tui.texts.figures import yen


def damages(model: JoModel, client: Client, words: Words) -> Damages | None:
    """The assumed damages of the client's data sets with the model's limits; None without a set."""
    lang = words.lang
    outcomes = assess_all(model, client.data_sets)
    if not outcomes:
        return None
    return Damages(
        title=model.title.of(lang),
        rows=tuple(_row(model, outcome, lang) for outcome in outcomes),
        total=total(outcomes),
        total_text=total_line(outcomes, lang),
        limits=(*(limit.text.of(lang) for limit in model.limit), model.incomplete.of(lang)),
        credit=f"{model.credit.of(lang)} {model.licence.of(lang)}",
    )


def _row(model: JoModel, outcome: Outcome, lang: str) -> DamageRow:
    found = outcome.exposure
    return DamageRow(
        name=set_name(outcome, lang),
        persons=outcome.data.persons,
        per_person=found.per_person if found else None,
        per_person_text=yen(found.per_person, lang) if found else "-",
        total=found.total if found else None,
        total_text=yen(found.total, lang) if found else "-",
        open=still_open(model, outcome, lang),
        items=tuple(item_facts(model, found, lang)) if found else (),
        factors=tuple(factor_facts(model, found, lang)) if found else (),
    )
