"""`pmark gaps`: what to close first, and why in this order."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from pmark_tui.commands.opening import open_client, today
from pmark_tui.commands.output import emit, say
from pmark_tui.domain.gaps import Gap, gaps, open_points
from pmark_tui.domain.pack import Pack
from pmark_tui.store.incidents import clause_shares, shares_of
from pmark_tui.texts import text
from pmark_tui.texts.cli import CLI
from pmark_tui.texts.gaps import GAPS, because, effort


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark gaps`."""
    parser.add_argument("file")
    parser.add_argument("--top", type=int, default=None, metavar="N")
    parser.add_argument("--incidents", default=None, metavar="PROFILE")
    parser.add_argument("--json", action="store_true")


def run(args: Namespace) -> int:
    """Print the gaps in the order in which to close them."""
    file, pack = open_client(args.file)
    shares = clause_shares(args.incidents) if args.incidents else shares_of(file.client)
    found = gaps(pack, file.client, shares, today())
    shown = found if args.top is None else found[: max(args.top, 0)]
    if args.json:
        rows = [as_json(pack, gap, args.lang) for gap in shown]
        emit("gaps", {"total": len(found), "rule": text(GAPS, "rule", args.lang), "gaps": rows})
        return 0
    for gap in shown:
        label = pack.answer[gap.answer].label.of(args.lang)
        say(
            text(
                CLI,
                "gap_line",
                args.lang,
                rank=gap.rank,
                question=gap.question.id,
                answer=label,
                text=gap.question.text.of(args.lang),
            )
        )
        say(f"   {because(pack, gap, args.lang)}")
        action = pack.guides[gap.question.id].of(args.lang).fix[0]
        say(text(CLI, "gap_action", args.lang, action=action))
        evidence = text(GAPS, "separator", args.lang).join(pack.evidence(gap.question, args.lang))
        if evidence:
            say(text(GAPS, "evidence", args.lang, evidence=evidence))
    if shown:
        say(text(GAPS, "rule", args.lang))
    if not found:
        say(text(CLI, "gap_none", args.lang, open=len(open_points(pack, file.client))))
    return 0


def as_json(pack: Pack, gap: Gap, lang: str) -> dict[str, object]:
    """One gap as `pmark gaps --json` prints it."""
    question = gap.question
    guide = pack.guides[question.id].of(lang)
    return {
        "rank": gap.rank,
        "question": question.id,
        "clause": question.clause,
        "side": question.side,
        "answer": gap.answer,
        "blocks": gap.blocks,
        "frees": gap.frees,
        "weight": gap.lost,
        "incident_share": gap.incident_share,
        "effort": effort(question, lang),
        "hours": question.hours,
        "hours_with_template": question.hours_with_template,
        "because": because(pack, gap, lang),
        "action": guide.fix[0],
        "actions": guide.fix,
        "evidence": pack.evidence(question, lang),
        "ask": question.ask,
    }
