"""`pmark score`: the steps with range, blockers and progress."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from pmark_tui.commands.opening import open_client
from pmark_tui.commands.output import emit, say
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.scoring import Blocker, Score, narrow_most, score
from pmark_tui.domain.text import pad
from pmark_tui.texts import text
from pmark_tui.texts.cli import CLI
from pmark_tui.texts.figures import percent


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark score`."""
    parser.add_argument("file")
    parser.add_argument("--explain", metavar="STEP")
    parser.add_argument("--json", action="store_true")


def run(args: Namespace) -> int:
    """Print every step, or where one step's figures come from."""
    file, pack = open_client(args.file)
    if args.explain:
        from pmark_tui.commands.explain import explain

        return explain(pack, file.client, args.explain, args.lang, args.json)
    scored = score(pack, file.client)
    narrow = narrow_most(pack, file.client)
    if args.json:
        emit("score", as_json(pack, scored, narrow, args.lang))
    else:
        _print(pack, scored, narrow, args.lang)
    return 0


def as_json(pack: Pack, scored: Score, narrow: tuple[str, ...], lang: str) -> dict[str, object]:
    """The score as `pmark score --json` prints it."""
    return {
        "pack": pack.id,
        "answered": scored.answered,
        "asked": scored.asked,
        "excluded": scored.excluded,
        "steps": [
            {
                "id": s.step.id,
                "low": s.low,
                "high": s.high,
                "blockers": [
                    {"question": b.question, "answer": b.answer, "why": b.why.of(lang)}
                    for b in s.blockers
                ],
                "status": s.status,
                "answered": s.answered,
                "asked": s.asked,
                "excluded": s.excluded,
                "open_gates": s.open_gates,
            }
            for s in scored.steps
        ],
        "narrow_most": narrow,
    }


def answer_label(pack: Pack, blocker: Blocker, lang: str) -> str:
    """The answer of a blocker in words."""
    kind = pack.answer.get(blocker.answer)
    return kind.label.of(lang) if kind else blocker.answer


def _print(pack: Pack, scored: Score, narrow: tuple[str, ...], lang: str) -> None:
    for s in scored.steps:
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
    if narrow:
        say(text(CLI, "narrow", lang, ids=", ".join(narrow)))
    say(text(CLI, "not_a_decision", lang))
