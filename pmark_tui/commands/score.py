"""`pmark score`: the steps with range, blockers and progress; by clause, explained, or supposed."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from datetime import date

from pmark_tui.commands.opening import open_client, pairs, today
from pmark_tui.commands.output import emit, say
from pmark_tui.domain.ask_next import ask_next
from pmark_tui.domain.client import Client
from pmark_tui.domain.narrow import narrow_most, narrow_step, narrowings
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.points import Tally
from pmark_tui.domain.scoring import Blocker, Score, StepScore, score
from pmark_tui.domain.text import pad
from pmark_tui.texts import text
from pmark_tui.texts.cli import CLI
from pmark_tui.texts.figures import percent
from pmark_tui.texts.results import RESULTS


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark score`."""
    parser.add_argument("file")
    parser.add_argument("--explain", metavar="STEP")
    parser.add_argument("--clauses", action="store_true")
    parser.add_argument("--if", dest="supposed", action="append", metavar="ID=VALUE")
    parser.add_argument("--close", type=int, default=0, metavar="N")
    parser.add_argument("--json", action="store_true")


def run(args: Namespace) -> int:
    """Print every step, or where one step's figures come from, or how they would move."""
    file, pack = open_client(args.file)
    client, on = file.client, today()
    if args.supposed or args.close > 0:
        from pmark_tui.commands.what_if import what_if

        return what_if(pack, client, pairs("--if", args.supposed), args.close, args.lang, args.json)
    if args.explain:
        from pmark_tui.commands.explain import explain

        return explain(pack, client, args.explain, args.lang, args.json)
    if args.clauses:
        from pmark_tui.commands.clauses import clauses

        return clauses(pack, client, args.lang, args.json)
    if args.json:
        emit("score", result(pack, client, on, args.lang))
    else:
        _print(pack, client, score(pack, client, on), args.lang)
    return 0


def result(pack: Pack, client: Client, on: date, lang: str) -> dict[str, object]:
    """The score as `pmark score --json` prints it."""
    scored = score(pack, client, on)
    found = narrowings(pack, scored.points)
    return {
        "pack": pack.id,
        "answered": scored.answered,
        "asked": scored.asked,
        "excluded": scored.excluded,
        "certainty": _certainty(scored),
        "steps": [
            {
                **step_json(s, lang),
                "narrow": [
                    {"question": n.question.id, "by": n.by[s.step.id]}
                    for n in narrow_step(found, s.step.id)
                ],
            }
            for s in scored.steps
        ],
        "narrow_most": narrow_most(pack, client),
        "ask_next": [question.id for question in ask_next(pack, scored)],
    }


def step_json(s: StepScore, lang: str) -> dict[str, object]:
    """One step as JSON: result, progress and certainty apart, the two sides apart."""
    return {
        "id": s.step.id,
        "low": s.low,
        "high": s.high,
        "blockers": [
            {"question": b.question, "answer": b.answer, "why": b.why.of(lang)} for b in s.blockers
        ],
        "status": s.status,
        "answered": s.answered,
        "asked": s.asked,
        "excluded": s.excluded,
        "open_gates": s.open_gates,
        "open_findings": s.open_findings,
        "written": tally_json(s.written),
        "practised": tally_json(s.practised),
        "certainty": _certainty(s),
    }


def tally_json(tally: Tally) -> dict[str, object]:
    """A range with its progress as JSON."""
    return {
        "low": tally.low,
        "high": tally.high,
        "answered": tally.answered,
        "asked": tally.asked,
        "excluded": tally.excluded,
    }


def _certainty(held: Score | StepScore) -> dict[str, int]:
    return {key or "not_told": count for key, count in held.certainty.items()}


def certainty_line(counts: Mapping[str, int], lang: str) -> str:
    """What the answers rest on, in words; only what occurs."""
    words = [
        f"{text(RESULTS, f'certainty_{key}', lang)} {count}"
        for key, count in counts.items()
        if count
    ]
    said = text(RESULTS, "separator", lang).join(words) or text(RESULTS, "no_side", lang)
    return text(RESULTS, "certainties", lang, counts=said)


def answer_label(pack: Pack, blocker: Blocker, lang: str) -> str:
    """The answer of a blocker in words."""
    kind = pack.answer.get(blocker.answer)
    return kind.label.of(lang) if kind else blocker.answer


def print_step(pack: Pack, s: StepScore, lang: str) -> None:
    """One step with what blocks it."""
    say(
        text(
            CLI,
            "step_line",
            lang,
            title=pad(s.step.title.of(lang), 20),
            low=f"{percent(s.low):>4}",
            high=f"{percent(s.high):>4}",
            status=pad(text(CLI, s.status, lang), 8),
            answered=s.answered,
            asked=s.asked,
        )
    )
    for b in s.blockers:
        label = answer_label(pack, b, lang)
        say(text(CLI, "blocker", lang, question=b.question, answer=label, why=b.why.of(lang)))


def _print(pack: Pack, client: Client, scored: Score, lang: str) -> None:
    for s in scored.steps:
        print_step(pack, s, lang)
    say(
        text(
            CLI,
            "progress",
            lang,
            answered=scored.answered,
            asked=scored.asked,
            excluded=scored.excluded,
        )
    )
    say(certainty_line(scored.certainty, lang))
    if questions := ask_next(pack, scored):
        say(text(CLI, "ask_next", lang, ids=", ".join(q.id for q in questions)))
    say(text(CLI, "not_a_decision", lang))
