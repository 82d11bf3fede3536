"""What a profile decides, in lines: size with its rule, fees, how many questions are asked."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from pmark_tui.domain import fees, size
from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Kind, OfficialFee, Profile
from pmark_tui.domain.notes import Size
from pmark_tui.domain.pack import Pack
from pmark_tui.errors import PmarkError
from pmark_tui.store.scheme import fee_book, size_rules
from pmark_tui.texts import money, text
from pmark_tui.texts.figures import yen_range
from pmark_tui.texts.screens import SCREENS


def effect(pack: Pack, profile: Profile, lang: str, on: date) -> list[Content]:
    """The lines beside the profile form."""

    def t(key: str, **values: object) -> str:
        return text(SCREENS, key, lang, **values)

    lines = []
    try:
        decided = size.decide(size_rules(), profile.industry, profile.workers, profile.capital)
    except PmarkError as error:
        return [Content(error.message(lang))]
    if decided.size is None:
        lines.append(Content.styled(t("profile_not_eligible"), "bold $text-warning"))
    else:
        name = t(f"size_{decided.size}")
        lines.append(Content.styled(t("profile_size", size=name), "bold"))
    lines += [Content(f"  {money.say(reason, lang)}") for reason in decided.reasons]
    if decided.size is not None:
        lines.append(Content.styled(fee_line(profile.kind, decided.size, lang, on), "bold"))
    full, quick = len(asked(pack, profile)), len(asked(pack, profile, quick=True))
    lines.append(Content(t("profile_questions", full=full, quick=quick)))
    return lines


def fee_line(
    kind: Kind, of_size: Size, lang: str, on: date, official: tuple[OfficialFee, ...] = ()
) -> str:
    """What the mark costs in one line: amount, whether it is an estimate, and by which list."""
    quoted = fees.quote(fee_book(), kind, of_size, on, official)
    return text(
        SCREENS,
        "profile_fee",
        lang,
        kind=text(SCREENS, f"kind_{kind}", lang),
        amount=yen_range(quoted.total_low, quoted.total_high, lang),
        status=text(SCREENS, f"fee_{quoted.status}", lang),
        schedule=quoted.schedule.id,
    )
