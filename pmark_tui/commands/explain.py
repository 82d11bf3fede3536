"""`pmark score --explain STEP`: where a step's figures come from."""

from __future__ import annotations

from pmark_tui.commands.opening import today
from pmark_tui.commands.output import emit, say
from pmark_tui.commands.score import answer_label, certainty_line, result
from pmark_tui.domain.client import Client
from pmark_tui.domain.explain import Change, ClauseShare, Explanation
from pmark_tui.domain.explain import explain as explain_step
from pmark_tui.domain.narrow import narrow_step, narrowings
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.points import Point, points
from pmark_tui.errors import BadInput
from pmark_tui.texts import text
from pmark_tui.texts.cli import CLI
from pmark_tui.texts.figures import percent, tenths
from pmark_tui.texts.results import RESULTS


def explain(pack: Pack, client: Client, step_id: str, lang: str, as_json: bool) -> int:
    """Print each clause's share of a step, the answers behind it, and what would change it most.

    Raises:
        BadInput: the pack has no such step.
    """
    if step_id not in pack.step:
        raise BadInput("step_unknown", found=step_id, allowed=", ".join(pack.step))
    on = today()
    found = explain_step(pack, client, step_id, on)
    if as_json:
        emit("score", {**result(pack, client, on, lang), "explain": _json(found, lang)})
    else:
        _print(pack, client, found, lang)
    return 0


def _json(found: Explanation, lang: str) -> dict[str, object]:
    return {
        "step": found.score.step.id,
        "low_permille": found.low,
        "high_permille": found.high,
        "weight": found.score.weight,
        "ready_from": found.score.step.ready_from,
        "clauses": [
            {
                "clause": share.clause.id,
                "title": share.clause.title.of(lang),
                "low_permille": share.low,
                "high_permille": share.high,
                "weight_permille": share.weight,
                "questions": [
                    {
                        "question": p.question.id,
                        "side": p.question.side,
                        "answer": p.answer.value if p.given else "",
                        "certainty": p.answer.certainty,
                        "weight": p.question.weight,
                        "low": p.kind.low,
                        "high": p.kind.high,
                    }
                    for p in share.points
                ],
            }
            for share in found.clauses
        ],
        "excluded": [
            {"question": p.question.id, "reason": p.answer.reason} for p in found.excluded
        ],
        "change_most": [
            {
                "question": c.question.id,
                "answer": c.answer,
                "adds": c.adds,
                "gate": c.unblocks,
            }
            for c in found.changes
        ],
    }


def _print(pack: Pack, client: Client, found: Explanation, lang: str) -> None:
    def line(key: str, **values: object) -> None:
        say(text(RESULTS, key, lang, **values))

    scored = found.score
    line(
        "explain_head",
        title=scored.step.title.of(lang),
        low=tenths(found.low),
        high=tenths(found.high),
        status=text(CLI, scored.status, lang),
    )
    for b in scored.blockers:
        label = answer_label(pack, b, lang)
        say(text(CLI, "blocker", lang, question=b.question, answer=label, why=b.why.of(lang)))
    if not found.clauses:
        line("explain_empty")
        return
    line("explain_sum", weight=scored.weight)
    line("explain_range")
    for key, side in (("explain_written", scored.written), ("explain_practised", scored.practised)):
        if 0 < side.asked < scored.asked:
            line(key, low=percent(side.low), high=percent(side.high))
    line("explain_ready", ready=percent(scored.step.ready_from))
    if found.changes:
        say("")
        line("explain_changes")
    for change in found.changes:
        _print_change(pack, change, lang)
    narrow = narrow_step(narrowings(pack, points(pack, client)), scored.step.id)
    if narrow:
        amounts = (f"{n.question.id} {percent(n.by[scored.step.id])}" for n in narrow)
        line("narrow_step", questions=text(RESULTS, "separator", lang).join(amounts))
    say(certainty_line(scored.certainty, lang))
    say("")
    line("explain_clauses")
    for share in found.clauses:
        _print_share(share, lang)
    line(
        "explain_total",
        low=f"{tenths(found.low):>6}",
        high=f"{tenths(found.high):>6}",
        weight="100.0%",
    )
    if found.excluded:
        line("explain_excluded")
    for p in found.excluded:
        line("explain_excluded_point", question=p.question.id, reason=p.answer.reason)


def _print_change(pack: Pack, change: Change, lang: str) -> None:
    gate = text(RESULTS, "explain_unblocks", lang) if change.unblocks else ""
    kind = pack.answer.get(change.answer)
    say(
        text(
            RESULTS,
            "explain_change",
            lang,
            question=change.question.id,
            answer=(kind.label.of(lang) if kind else text(CLI, "no_answer", lang)) + gate,
            adds=percent(change.adds),
            text=change.question.text.of(lang),
        )
    )


def _print_share(share: ClauseShare, lang: str) -> None:
    say(
        text(
            RESULTS,
            "explain_clause",
            lang,
            low=f"{tenths(share.low):>6}",
            high=f"{tenths(share.high):>6}",
            weight=f"{tenths(share.weight):>6}",
            clause=share.clause.id,
            title=share.clause.title.of(lang),
        )
    )
    for p in share.points:
        label = p.kind.label.of(lang) if p.given else text(CLI, "no_answer", lang)
        say(
            text(
                RESULTS,
                "explain_point",
                lang,
                question=p.question.id,
                answer=label,
                weight=p.question.weight,
                value=_value(p),
            )
        )


def _value(p: Point) -> str:
    return f"{p.kind.low:g}" if not p.open else f"{p.kind.low:g}..{p.kind.high:g}"
