"""The guidance beside a question under its headings, in the order of use."""

from __future__ import annotations

from pmark_tui.domain.pack import Pack, Question
from pmark_tui.texts import text
from pmark_tui.texts.figures import hours
from pmark_tui.texts.screens import SCREENS


def guide_blocks(pack: Pack, question: Question, lang: str) -> tuple[tuple[str, str], ...]:
    """Headings with their texts; what the pack leaves empty is left out."""

    def t(key: str, **values: object) -> str:
        return text(SCREENS, key, lang, **values)

    guide = pack.guides[question.id].of(lang)
    effort = {
        "hours": hours(question.hours),
        "template": hours(question.hours_with_template),
    }
    actions = "\n".join(f"{n}. {action}" for n, action in enumerate(guide.fix, 1))
    blocks = (
        (t("guide_yes"), guide.yes),
        (t("guide_partial"), guide.partial),
        (t("guide_reviewer"), guide.reviewer),
        (t("guide_evidence"), t("separator").join(pack.evidence(question, lang))),
        (t("guide_why"), guide.why),
        (t("guide_pitfall"), guide.pitfall),
        (t("guide_small"), guide.small),
        (t("guide_fix", **effort), actions),
    )
    return tuple((heading, body) for heading, body in blocks if body)
