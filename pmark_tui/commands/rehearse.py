"""`pmark rehearse`: what an auditor asks the president, with points to check; nothing is graded."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from pmark_tui.commands.opening import open_client
from pmark_tui.commands.output import emit
from pmark_tui.commands.papers import add_output, put_paper
from pmark_tui.domain.pack import Pack, Question
from pmark_tui.domain.visits import rehearsal
from pmark_tui.errors import BadInput
from pmark_tui.report.visit_papers import rehearsal_paper
from pmark_tui.texts import text
from pmark_tui.texts.visits import VISITS


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark rehearse`."""
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--ask", metavar="ID", help=text(VISITS, "help_ask", lang))
    add_output(parser, lang)
    parser.add_argument("--json", action="store_true")


def run(args: Namespace) -> int:
    """Print the rehearsal of one person, by default the head of the organisation."""
    file, pack = open_client(args.file)
    if args.ask is not None and args.ask not in pack.person:
        raise BadInput("person_unknown", found=args.ask, allowed=", ".join(pack.person))
    person = pack.person[args.ask] if args.ask else pack.people[0]
    questions = rehearsal(pack, file.client, person)
    if args.json:
        rows = [_row(pack, question, args.lang) for question in questions]
        emit("rehearse", {"ask": person.id, "title": person.title.of(args.lang), "questions": rows})
        return 0
    paper = rehearsal_paper(pack, file.client, person, questions, args.lang)
    put_paper(args, paper.encode(), args.output or "-")
    return 0


def _row(pack: Pack, question: Question, lang: str) -> dict[str, Any]:
    guide = pack.guides[question.id].of(lang)
    return {
        "question": question.id,
        "clause": question.clause,
        "text": question.text.of(lang),
        "looks_at": guide.reviewer,
        "good": guide.yes,
        "beware": guide.pitfall,
        "evidence": pack.evidence(question, lang),
    }
