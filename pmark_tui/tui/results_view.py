"""What the results screen shows, in lines."""

from __future__ import annotations

from datetime import date

from textual.content import Content

from pmark_tui.domain import size
from pmark_tui.domain.client import Client
from pmark_tui.domain.explain import Explanation
from pmark_tui.domain.gaps import Gap
from pmark_tui.domain.pack import Pack, Question
from pmark_tui.domain.scoring import StepScore
from pmark_tui.domain.text import clip, pad
from pmark_tui.domain.whatif import Move
from pmark_tui.errors import PmarkError
from pmark_tui.store.scheme import size_rules
from pmark_tui.texts import text
from pmark_tui.texts.gaps import because
from pmark_tui.texts.screens import SCREENS
from pmark_tui.tui.profile_view import fee_line
from pmark_tui.tui.views import range_text


def step_detail(pack: Pack, step: StepScore, lang: str) -> list[Content]:
    """What blocks a step and which of its gates nobody knows yet."""

    def t(key: str, **values: object) -> str:
        return text(SCREENS, key, lang, **values)

    lines = [
        Content.styled(f"{step.step.title.of(lang)}{t('colon')}{step.step.about.of(lang)}", "bold")
    ]
    if not step.blockers:
        lines.append(Content(t("results_no_blockers")))
    else:
        lines.append(Content.styled(t("results_blockers"), "bold $text-error"))
    for blocker in step.blockers:
        kind = pack.answer.get(blocker.answer)
        said = kind.label.of(lang) if kind else blocker.answer
        lines.append(Content(f"- {blocker.question} [{said}] {blocker.why.of(lang)}"))
    if step.open_gates:
        ids = t("separator").join(step.open_gates)
        lines.append(Content(t("results_open_gates", count=len(step.open_gates), ids=ids)))
    return lines


def money(client: Client, on: date, lang: str) -> list[Content]:
    """Size and fees in two short lines."""
    profile = client.profile
    try:
        decided = size.decide(size_rules(), profile.industry, profile.workers, profile.capital)
        if decided.size is None:
            return [Content(text(SCREENS, "profile_not_eligible", lang))]
        name = text(SCREENS, f"size_{decided.size}", lang)
        line = fee_line(profile.kind, decided.size, lang, on, client.official_fees)
    except PmarkError as error:
        return [Content(error.message(lang))]
    return [Content(f"{text(SCREENS, 'profile_size', lang, size=name)}  {line}")]


def gap_line(pack: Pack, gap: Gap, lang: str) -> Content:
    """A gap in a line or two: its rank, what was answered, which steps it stops."""
    said = pack.answer[gap.answer].label.of(lang)
    joined = text(SCREENS, "separator", lang).join(pack.step[s].title.of(lang) for s in gap.blocks)
    blocked, colon = text(SCREENS, "status_blocked", lang), text(SCREENS, "colon", lang)
    stops = f"  [{blocked}{colon}{joined}]" if gap.blocks else ""
    return Content.assemble(
        (f"{gap.rank}. {gap.question.id} [{said}] ", "bold"),
        gap.question.text.of(lang),
        (stops, "$text-error"),
    )


def gap_detail(pack: Pack, gap: Gap, lang: str) -> list[Content]:
    """Why a gap stands where it does, what to do first, what shows that it is closed, whom to ask."""

    def t(key: str, **values: object) -> str:
        return text(SCREENS, key, lang, **values)

    question = gap.question
    guide = pack.guides[question.id].of(lang)
    return [
        Content.styled(f"{question.id}  {question.text.of(lang)}", "bold"),
        Content(because(pack, gap, lang)),
        *(Content(f"{n}. {action}") for n, action in enumerate(guide.fix, 1)),
        Content(
            t(
                "beside",
                label=t("guide_evidence"),
                value=t("separator").join(pack.evidence(question, lang)),
            )
        ),
        Content(t("ask", who=pack.person[question.ask].title.of(lang))),
    ]


def to_ask(questions: tuple[Question, ...], lang: str) -> list[Content]:
    """Which open questions to ask next."""
    if not questions:
        return []
    joined = text(SCREENS, "separator", lang).join(q.id for q in questions)
    return [Content(text(SCREENS, "results_ask_next", lang, ids=joined))]


def explanation(found: Explanation, lang: str) -> list[Content]:
    """The reasons for a step's figures: what would change it most, then each clause and its answers."""

    def t(key: str, **values: object) -> str:
        return text(SCREENS, key, lang, **values)

    low, high = _tenths(found.low), _tenths(found.high)
    lines = [Content.styled(t("explain_range", low=low, high=high), "bold")]
    if found.changes:
        lines.append(Content.styled(t("explain_changes"), "bold $text-primary"))
    for change in found.changes:
        free = t("explain_unblocks") if change.unblocks else ""
        adds = _tenths(round(change.adds * 1000))
        words = change.question.text.of(lang)
        lines.append(Content(f"- {change.question.id} +{adds} {free} {words}"))
    lines.append(Content.styled(t("explain_clauses"), "bold $text-primary"))
    for share in found.clauses:
        figures = t(
            "explain_share",
            low=_tenths(share.low),
            high=_tenths(share.high),
            weight=_tenths(share.weight),
        )
        title = share.clause.title.of(lang)
        lines.append(Content.assemble((f"{share.clause.id} {title}  ", "bold"), figures))
        for point in share.points:
            said = point.kind.label.of(lang) if point.given else t("explain_unanswered")
            weight = t("explain_weight", weight=point.question.weight)
            lines.append(
                Content(f"    {point.question.id} [{said}] {weight} {point.question.text.of(lang)}")
            )
    for point in found.excluded:
        lines.append(Content(f"    {point.question.id} [{point.kind.label.of(lang)}]"))
    return lines


def _tenths(value: int) -> str:
    """Tenths of a per cent as people read them."""
    return f"{value / 10:.1f}%"


def move_line(move: Move, lang: str) -> Content:
    """A step before and after, in a line."""
    before, after = move.before, move.after
    then = text(SCREENS, f"status_{before.status}", lang)
    now = text(SCREENS, f"status_{after.status}", lang)
    moved = (before.low, before.high, before.status) != (after.low, after.high, after.status)
    line = (
        f"{pad(clip(before.step.title.of(lang), 22), 22)} {range_text(before):>8} {pad(then, 10)}"
        f" > {range_text(after):>8} {now}"
    )
    return Content.styled(line, "bold" if moved else "$text-muted")
