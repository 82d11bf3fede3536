"""`pmark answer`: record answers, all or nothing."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from typing import Any

from pmark_tui.commands.opening import now, open_client, pairs
from pmark_tui.commands.output import say
from pmark_tui.commands.words import a_day
from pmark_tui.domain.answering import record
from pmark_tui.domain.client import CERTAINTIES
from pmark_tui.errors import BadInput
from pmark_tui.store import client_file
from pmark_tui.texts import text
from pmark_tui.texts.cli import CLI


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark answer`."""
    parser.add_argument("file")
    parser.add_argument("answers", nargs="*", metavar="ID=VALUE")
    for option in ("--note", "--reason", "--certainty", "--who", "--evidence"):
        parser.add_argument(option, action="append", metavar="ID=TEXT")
    parser.add_argument("--evidence-date", action="append", metavar="ID=DATE")


def run(args: Namespace) -> int:
    """Check everything first, then write once."""
    file, pack = open_client(args.file)
    client = file.client
    values = pairs("", args.answers)
    reasons = pairs("--reason", args.reason)
    dates = pairs("--evidence-date", args.evidence_date)
    beside: dict[str, dict[str, Any]] = {
        "note": pairs("--note", args.note),
        "certainty": pairs("--certainty", args.certainty),
        "who": pairs("--who", args.who),
        "evidence": pairs("--evidence", args.evidence),
        "reason": reasons,
        "evidence_date": {
            question: a_day(f"--evidence-date {question}", word) if word else None
            for question, word in dates.items()
        },
    }
    for field, texts in beside.items():
        for question, value in texts.items():
            if question not in pack.question:
                raise BadInput("question_unknown", found=question)
            if field == "certainty" and value not in ("", *CERTAINTIES):
                raise BadInput(
                    "certainty_unknown", id=question, found=value, allowed=", ".join(CERTAINTIES)
                )
            answer = replace(client.answer(question), **{field: value})
            client = client.with_answer(question, answer)
    at = now()
    for question, value in values.items():
        client = record(pack, client, question, value, at, reasons.get(question, ""))
    client_file.save(file, client)
    touched = {*values, *(q for texts in beside.values() for q in texts)}
    say(text(CLI, "answers_saved", args.lang, count=len(touched), path=file.path))
    return 0
