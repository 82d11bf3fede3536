"""Why a gap stands where it does, in a sentence."""

from __future__ import annotations

from pmark_tui.domain.gaps import Gap
from pmark_tui.domain.pack import Pack, Question
from pmark_tui.texts import Texts, text
from pmark_tui.texts.figures import hours, percent

GAPS: Texts = {
    "blocks": ("{steps}を止めています。", "It blocks: {steps}. "),
    "counts": ("{steps}の点数に響きます。", "It counts for: {steps}. "),
    "share": (
        "報告された事故の約{share}に関わります（pmarkの対応づけ）。",
        "It bears on about {share} of reported incidents (our own mapping). ",
    ),
    "effort": (
        "目安は{hours}時間（ひな型があれば{template}時間）",
        "about {hours} h ({template} h with a template)",
    ),
    "separator": ("・", ", "),
}


def because(pack: Pack, gap: Gap, lang: str) -> str:
    """The reason for a gap's rank: what it blocks or counts for, its share of incidents, its effort."""
    steps = gap.blocks or gap.question.steps
    names = text(GAPS, "separator", lang).join(pack.step[s].title.of(lang) for s in steps)
    parts = [text(GAPS, "blocks" if gap.blocks else "counts", lang, steps=names)]
    if gap.incident_share > 0:
        parts.append(text(GAPS, "share", lang, share=percent(gap.incident_share)))
    parts.append(effort(gap.question, lang) + ("." if lang == "en" else "。"))
    return "".join(parts)


def effort(question: Question, lang: str) -> str:
    """How long it takes to close a gap, in hours."""
    return text(
        GAPS,
        "effort",
        lang,
        hours=hours(question.hours),
        template=hours(question.hours_with_template),
    )
