"""`pmark score --if ID=VALUE --close N`: how the steps would move; nothing is saved."""

from __future__ import annotations

from collections.abc import Mapping

from pmark_tui.commands.opening import today
from pmark_tui.commands.output import emit, say
from pmark_tui.commands.score import print_step, result, step_json
from pmark_tui.domain.client import Client
from pmark_tui.domain.gaps import gaps
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.whatif import close, moves, suppose
from pmark_tui.store.incidents import shares_of
from pmark_tui.texts import text
from pmark_tui.texts.cli import CLI
from pmark_tui.texts.figures import percent
from pmark_tui.texts.results import RESULTS


def what_if(
    pack: Pack, client: Client, values: Mapping[str, str], first: int, lang: str, as_json: bool
) -> int:
    """Print the steps with these answers and the first so many gaps closed.

    Raises:
        BadInput: an unknown question, or a value that it does not take.
    """
    on = today()
    after = suppose(pack, client, values)
    closed = gaps(pack, after, shares_of(after), on)[:first] if first > 0 else ()
    after = close(pack, after, closed)
    changed = {
        key: a.value for key, a in after.answers.items() if a.value != client.answer(key).value
    }
    changed |= {key: "" for key in values if not values[key]}
    found = moves(pack, client, after, on)
    if as_json:
        emit(
            "score",
            {
                **result(pack, after, on, lang),
                "what_if": changed,
                "now": [step_json(move.before, lang) for move in found],
            },
        )
        return 0
    words = [f"{key}={pack.answer[v].label.of(lang) if v else '-'}" for key, v in changed.items()]
    say(text(RESULTS, "what_if_head", lang, changes=", ".join(words) or "-"))
    for move in found:
        print_step(pack, move.after, lang)
        if move.before != move.after:
            say(
                text(
                    RESULTS,
                    "what_if_was",
                    lang,
                    low=percent(move.before.low),
                    high=percent(move.before.high),
                    status=text(CLI, move.before.status, lang),
                )
            )
    say(text(CLI, "not_a_decision", lang))
    return 0
