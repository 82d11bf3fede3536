"""`pmark size`: the size of the applicant, the rule that decided, and what would change it."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from pmark_tui.commands.output import emit, say
from pmark_tui.commands.words import add_organisation, an_amount
from pmark_tui.domain.size import Headcount, SizeDecision, SizeRules, count_workers, decide
from pmark_tui.errors import BadInput
from pmark_tui.store.scheme import size_rules
from pmark_tui.texts import money, text
from pmark_tui.texts.money import MONEY


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark size`."""
    add_organisation(parser)
    parser.add_argument("--count", action="append", default=[], metavar="KIND=N")
    parser.add_argument("--advice", action="store_true", help=text(MONEY, "help_advice", lang))
    parser.add_argument("--json", action="store_true")


def run(args: Namespace) -> int:
    """Say the size; too few workers is an answer, not an error."""
    rules = size_rules()
    heads = _headcount(rules, args)
    decision = decide_from(rules, args, heads.workers)
    at_most = decide_from(rules, args, heads.workers_at_most) if heads.ask else None
    if args.json:
        emit("size", _as_json(rules, decision, heads, at_most, args.lang))
        return 0
    for line in _lines(rules, decision, heads, at_most, args):
        say(line)
    return 0


def decide_from(rules: SizeRules, args: Namespace, workers: int) -> SizeDecision:
    """The size from the options `--industry` and `--capital` or `--no-capital`.

    Raises:
        BadInput: one of them is missing or not understood.
    """
    if args.industry is None:
        raise BadInput("option_missing", key="--industry", allowed=", ".join(rules.industries))
    if args.capital is None and not args.no_capital:
        raise BadInput("option_missing", key="--capital", allowed="--capital YEN, --no-capital")
    capital = None if args.no_capital else an_amount("--capital", args.capital)
    return decide(rules, args.industry, workers, capital)


def _headcount(rules: SizeRules, args: Namespace) -> Headcount:
    """Workers from `--workers`, or counted by kind."""
    if not args.count:
        if args.workers is None:
            raise BadInput("option_missing", key="--workers", allowed="--workers N, --count KIND=N")
        number = an_amount("--workers", args.workers)
        return Headcount(number, number, ())
    people: dict[str, int] = {}
    for word in args.count:
        kind, separator, number = word.partition("=")
        if not separator:
            raise BadInput("pair_bad", option="--count", found=word)
        people[kind] = people.get(kind, 0) + an_amount(f"--count {kind}", number)
    return count_workers(rules, people)


def _as_json(
    rules: SizeRules,
    decision: SizeDecision,
    heads: Headcount,
    at_most: SizeDecision | None,
    lang: str,
) -> dict[str, object]:
    result: dict[str, object] = {
        "size": decision.size,
        "eligible": decision.eligible,
        "rule": decision.rule,
        "reasons": [money.say(note, lang) for note in decision.reasons],
        "changes": [money.say(note, lang) for note in decision.changes],
        "workers": heads.workers,
        "certainty": rules.certainty,
        "sources": [money.cite(source, lang) for source in rules.source],
    }
    if at_most:
        result["ask"] = [kind.id for kind in heads.ask]
        result["at_most"] = {"workers": heads.workers_at_most, "size": at_most.size}
    return result


def _lines(
    rules: SizeRules,
    decision: SizeDecision,
    heads: Headcount,
    at_most: SizeDecision | None,
    args: Namespace,
) -> list[str]:
    lang = args.lang
    lines = [text(MONEY, f"size_{decision.size or 'none'}", lang)]
    lines += [f"  {money.say(note, lang)}" for note in (*decision.reasons, *decision.changes)]
    if at_most:
        name = text(MONEY, f"size_{at_most.size or 'none'}", lang)
        most = text(MONEY, "size_at_most", lang, workers=heads.workers_at_most, size=name)
        lines.append(f"  {most}")
        lines += [f"  - {kind.title.of(lang)}: {kind.about.of(lang)}" for kind in heads.ask]
    if args.advice:
        lines += ["", text(MONEY, "who_counts", lang)]
        for kind in rules.worker:
            counts = text(MONEY, f"counts_{kind.counts}", lang)
            lines.append(f"  [{counts}] {kind.id}: {kind.title.of(lang)}")
            lines.append(f"      {kind.about.of(lang)}")
        lines += ["", text(MONEY, "good_to_know", lang)]
        lines += [f"  - {a.text.of(lang)} ({text(MONEY, a.certainty, lang)})" for a in rules.advice]
    lines.append(text(MONEY, "sources", lang, list=", ".join(s.url for s in rules.source)))
    return lines
