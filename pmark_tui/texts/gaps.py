"""Why a gap stands where it does, in a sentence."""

from __future__ import annotations

from pmark_tui.domain.gaps import Gap
from pmark_tui.domain.pack import Pack, Question
from pmark_tui.texts import Texts, text
from pmark_tui.texts.figures import hours, percent

GAPS: Texts = {
    "blocks": ("{steps}を止めています。", "It blocks: {steps}. "),
    "blocks_alone": ("{steps}を止めているのはこれだけです。", "It alone blocks: {steps}. "),
    "frees": ("うち{steps}を止めているのはこれだけです。", "Of these it alone blocks: {steps}. "),
    "counts": ("{steps}の点数に響きます。", "It counts for: {steps}. "),
    "share": (
        "報告された事故の約{share}に関わります（pmarkの対応づけ）。",
        "It bears on about {share} of reported incidents (our own mapping). ",
    ),
    "effort": (
        "目安は{hours}時間（ひな型があれば{template}時間）",
        "about {hours} h ({template} h with a template)",
    ),
    "evidence": ("   示すもの： {evidence}", "   evidence: {evidence}"),
    "rule": (
        "順位の付け方： 1) 手順を止めるもの（近い手順から） 2) 近い手順 3) 関わる事故の割合 4) 失う重み 5) 手間の少なさ 6) 設問の並び順",
        "Ranked by: 1) what blocks a step, the nearest step first 2) the nearest step 3) share of incidents 4) weight lost 5) less effort 6) order of the pack",
    ),
    "separator": ("・", ", "),
}


def because(pack: Pack, gap: Gap, lang: str) -> str:
    """The reason for a gap's rank: what it blocks or counts for, its share of incidents, its effort."""
    steps = gap.blocks or gap.question.steps
    alone = gap.frees == gap.blocks
    key = ("blocks_alone" if alone else "blocks") if gap.blocks else "counts"
    parts = [text(GAPS, key, lang, steps=_names(pack, steps, lang))]
    if gap.frees and not alone:
        parts.append(text(GAPS, "frees", lang, steps=_names(pack, gap.frees, lang)))
    if gap.incident_share > 0:
        parts.append(text(GAPS, "share", lang, share=percent(gap.incident_share)))
    parts.append(effort(gap.question, lang) + ("." if lang == "en" else "。"))
    return "".join(parts)


def _names(pack: Pack, steps: tuple[str, ...], lang: str) -> str:
    return text(GAPS, "separator", lang).join(pack.step[s].title.of(lang) for s in steps)


def effort(question: Question, lang: str) -> str:
    """How long it takes to close a gap, in hours."""
    return text(
        GAPS,
        "effort",
        lang,
        hours=hours(question.hours),
        template=hours(question.hours_with_template),
    )
