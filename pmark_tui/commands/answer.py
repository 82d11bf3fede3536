"""`pmark answer`: record answers, all or nothing."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import Any

from pmark_tui.commands.opening import editing, now, pairs
from pmark_tui.commands.output import say
from pmark_tui.commands.words import a_day
from pmark_tui.domain.answering import record
from pmark_tui.domain.client import CERTAINTIES, Client
from pmark_tui.domain.keying import Keyed, read_keys
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.values import replace
from pmark_tui.errors import BadInput
from pmark_tui.texts import text
from pmark_tui.texts.cli import CLI
from pmark_tui.texts.plain import echo, trouble_words


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark answer`."""
    parser.add_argument("file")
    parser.add_argument("answers", nargs="*", metavar="ID=VALUE")
    for option in ("--note", "--reason", "--certainty", "--who", "--evidence"):
        parser.add_argument(option, action="append", metavar="ID=TEXT")
    parser.add_argument("--evidence-date", action="append", metavar="ID=DATE")
    parser.add_argument("--keys", metavar="12y 13p")
    parser.add_argument("--sheet", metavar="VERSION")


def run(args: Namespace) -> int:
    """Check everything first, then write once."""
    with editing(args.file, "answer") as (file, pack, save):
        keyed, touched = _record(args, file.client, pack, save)
    for key in keyed:
        say(echo(pack, key, args.lang))
    say(text(CLI, "answers_saved", args.lang, count=len(touched), path=file.path))
    return 0


def _record(
    args: Namespace, client: Client, pack: Pack, save: Callable[[Client], None]
) -> tuple[tuple[Keyed, ...], set[str]]:
    """Save all that is said, or nothing; what was keyed in, and the questions touched."""
    values = pairs("", args.answers)
    reasons = pairs("--reason", args.reason)
    keyed = _keyed(args, pack, client, values)
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
    for key in keyed:
        values[key.question] = key.value
        reasons[key.question] = key.reason or reasons.get(key.question, "")
    for question, value in values.items():
        client = record(pack, client, question, value, at, reasons.get(question, ""))
    save(client)
    return keyed, {*values, *(q for texts in beside.values() for q in texts)}


def _keyed(
    args: Namespace, pack: Pack, client: Client, values: dict[str, str]
) -> tuple[Keyed, ...]:
    """What `--keys` says, read whole.

    Raises:
        BadInput: a word cannot be read, or the sheet is of another version of the pack.
    """
    if args.sheet is not None and args.sheet != pack.version:
        raise BadInput("keys_sheet", found=args.sheet, allowed=pack.version)
    if args.keys is None:
        return ()
    keys = read_keys(pack, client.profile, args.keys)
    if keys.troubles:
        raise BadInput("keys_refused", why=trouble_words(keys.troubles, args.lang))
    if not keys.taken:
        raise BadInput("keys_empty")
    for key in keys.taken:
        if key.question in values:
            raise BadInput("keys_and_pair", id=key.question)
    return keys.taken
