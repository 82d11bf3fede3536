"""`pmark homework`: what to leave with the client until the next visit, by person."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence

from pmark_tui.commands.opening import open_client, today
from pmark_tui.commands.output import emit
from pmark_tui.commands.papers import add_output, put_paper
from pmark_tui.commands.words import a_day
from pmark_tui.domain.gaps import gaps
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.visits import Homework, homework
from pmark_tui.report.visit_papers import evidence_name, homework_paper
from pmark_tui.store.incidents import shares_of
from pmark_tui.texts import text
from pmark_tui.texts.visits import VISITS


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark homework`."""
    parser.add_argument("file", metavar="FILE")
    parser.add_argument(
        "--top", type=int, metavar="N", help=text(VISITS, "help_top", lang), default=None
    )
    parser.add_argument("--on", metavar="DATE", help=text(VISITS, "help_on", lang))
    add_output(parser, lang)
    parser.add_argument("--json", action="store_true")


def run(args: Namespace) -> int:
    """Print what is flagged, parked, unknown or short, and the evidence to bring."""
    file, pack = open_client(args.file)
    on = a_day("--on", args.on) if args.on else today()
    short = gaps(pack, file.client, shares_of(file.client), on)
    chosen = short if args.top is None else short[: max(args.top, 0)]
    found = homework(pack, file.client, chosen)
    if args.json:
        emit("homework", {"on": on.isoformat(), "people": _json(pack, found, args.lang)})
        return 0
    paper = homework_paper(pack, file.client, found, on, args.lang)
    put_paper(args, paper.encode(), args.output or "-")
    return 0


def _json(pack: Pack, found: Sequence[Homework], lang: str) -> list[dict[str, object]]:
    return [
        {
            "ask": one.person.id,
            "title": one.person.title.of(lang),
            "tasks": [
                {"question": t.question.id, "text": t.question.text.of(lang), "reasons": t.reasons}
                for t in one.tasks
            ],
            "evidence": [
                {"name": evidence_name(pack, e, lang), "questions": e.questions}
                for e in one.evidence
            ],
        }
        for one in found
    ]
