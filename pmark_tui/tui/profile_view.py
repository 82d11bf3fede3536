"""What a profile decides, in lines: size with its rule, fees, how many questions are asked."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from pmark_tui.domain import fees, size
from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Kind, OfficialFee, Profile
from pmark_tui.domain.notes import Size
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.values import replace
from pmark_tui.errors import PmarkError
from pmark_tui.store.scheme import fee_book, official_fees, size_rules
from pmark_tui.texts import money, text
from pmark_tui.texts.figures import yen_range
from pmark_tui.texts.screens import SCREENS


def effect(
    pack: Pack,
    profile: Profile,
    lang: str,
    on: date,
    official: tuple[OfficialFee, ...] = (),
    before: Profile | None = None,
) -> list[Content]:
    """The lines beside the profile form; `before` is the profile that the entry at hand started from."""

    def t(key: str, **values: object) -> str:
        return text(SCREENS, key, lang, **values)

    lines = []
    try:
        decided = _decided(profile)
    except PmarkError as error:
        return [Content(error.message(lang))]
    if decided.size is None:
        lines.append(Content.styled(t("profile_not_eligible"), "bold $text-warning"))
    else:
        name = t(f"size_{decided.size}")
        lines.append(Content.styled(t("profile_size", size=name), "bold"))
    lines += [Content(f"  {money.say(reason, lang)}") for reason in decided.reasons]
    if decided.size is not None:
        lines.append(
            Content.styled(fee_line(profile.kind, decided.size, lang, on, official), "bold")
        )
    full, quick = len(asked(pack, profile)), len(asked(pack, profile, quick=True))
    lines.append(Content(t("profile_questions", full=full, quick=quick)))
    if before is not None and (changes := _changes(pack, before, profile, lang, on, official)):
        lines.append(Content.styled(changes, "$accent"))
    return lines


def _decided(profile: Profile) -> size.SizeDecision:
    return size.decide(size_rules(), profile.industry, profile.workers, profile.capital)


def quote(profile: Profile, on: date, official: tuple[OfficialFee, ...] = ()) -> fees.Quote | None:
    """What the mark costs this organisation on a day; None where it has no size."""
    try:
        decided = _decided(profile)
        if decided.size is None:
            return None
        return fees.quote(fee_book(), profile.kind, decided.size, on, official_fees(official))
    except PmarkError:
        return None


def _changes(
    pack: Pack,
    before: Profile,
    after: Profile,
    lang: str,
    on: date,
    official: tuple[OfficialFee, ...],
) -> str:
    """What an entry changed: questions added and dropped, size, fees; "" where nothing."""

    def t(key: str, **values: object) -> str:
        return text(SCREENS, key, lang, **values)

    was, now = ({q.id for q in asked(pack, p)} for p in (before, after))
    old, new = (quote(p, on, official) for p in (before, after))
    parts = []
    if was != now:
        parts.append(t("profile_change", added=len(now - was), dropped=len(was - now)))
    if old and new and old.size != new.size:
        sizes = {"before": t(f"size_{old.size}"), "after": t(f"size_{new.size}")}
        parts.append(t("profile_change_size", **sizes))
    if old and new and _range(old, lang) != _range(new, lang):
        amounts = {"before": _range(old, lang), "after": _range(new, lang)}
        parts.append(t("profile_change_fee", **amounts))
    return t("profile_entry", changes=t("separator").join(parts)) if parts else ""


def _range(quoted: fees.Quote, lang: str) -> str:
    return yen_range(quoted.total_low, quoted.total_high, lang)


def flag_effect(pack: Pack, profile: Profile, flag: str, lang: str) -> str:
    """How many questions a flag adds to those of the others, or drops: ` (+6)`; "" where none."""
    others = tuple(f for f in profile.flags if f != flag)
    without = len(asked(pack, replace(profile, flags=others)))
    more = len(asked(pack, replace(profile, flags=(*others, flag)))) - without
    return text(SCREENS, "profile_flag_count", lang, count=f"{more:+d}") if more else ""


def fee_line(
    kind: Kind, of_size: Size, lang: str, on: date, official: tuple[OfficialFee, ...] = ()
) -> str:
    """What the mark costs in one line: amount, whether it is an estimate, and by which list."""
    quoted = fees.quote(fee_book(), kind, of_size, on, official_fees(official))
    return text(
        SCREENS,
        "profile_fee",
        lang,
        kind=text(SCREENS, f"kind_{kind}", lang),
        amount=_range(quoted, lang),
        status=text(SCREENS, f"fee_{quoted.status}", lang),
        schedule=quoted.schedule.id,
    )
