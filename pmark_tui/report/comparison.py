"""What moved between two states of a client, in lines for the command line and the screen."""

from __future__ import annotations

from collections.abc import Iterator

from pmark_tui.domain.compare import (
    BETTER,
    CLOSED,
    AnswerMove,
    Comparison,
    State,
    StepMove,
)
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.text import pad
from pmark_tui.texts import text
from pmark_tui.texts.cli import CLI
from pmark_tui.texts.figures import percent
from pmark_tui.texts.results import RESULTS

ORDER = (
    CLOSED,
    BETTER,
    "confirmed",
    "opened",
    "found",
    "worse",
    "reopened",
    "excluded",
    "counted",
    "added",
    "dropped",
)
"""The kinds of change in the order in which they are told: good news, bad news, the rest."""


def comparison_lines(old: State, new: State, found: Comparison, lang: str) -> Iterator[str]:
    """Steps then and now, the answers that changed by the kind of change, profile and findings."""

    def line(key: str, **values: object) -> str:
        return text(RESULTS, key, lang, **values)

    versions = [f"{s.client.pack} {s.client.pack_version}" for s in (old, new)]
    if versions[0] != versions[1]:
        yield line("compare_packs", old=versions[0], new=versions[1])
    for move in found.steps:
        yield from _step(move, lang)
    for kind in ORDER:
        moved = found.of_kind(kind)
        if moved:
            yield line(f"kind_{kind}")
        for one in moved:
            yield _answer(old.pack, new.pack, one, lang)
    if found.profile:
        yield line("compare_profile")
    for change in found.profile:
        yield line(
            "compare_field", field=change.field, old=_words(change.old), new=_words(change.new)
        )
    if found.findings_closed:
        yield line("compare_findings_closed", ids=", ".join(found.findings_closed))
    if found.findings_new:
        yield line("compare_findings_new", ids=", ".join(found.findings_new))
    if not (found.answers or found.profile or found.findings_closed or found.findings_new):
        yield line("compare_nothing")


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "-"
    return "-" if value in (None, "") else str(value)


def _step(move: StepMove, lang: str) -> Iterator[str]:
    def line(key: str, **values: object) -> str:
        return text(RESULTS, key, lang, title=pad(move.step.title.of(lang), 20), **values)

    old, new = move.old, move.new
    if old is None or new is None:
        yield line("compare_step_new" if old is None else "compare_step_gone")
        return
    now = {
        "low": f"{percent(new.low):>4}",
        "high": f"{percent(new.high):>4}",
        "status": text(CLI, new.status, lang),
    }
    if (old.low, old.high, old.status) == (new.low, new.high, new.status):
        yield line("compare_same", **now)
    else:
        yield line(
            "compare_step",
            old_low=f"{percent(old.low):>4}",
            old_high=f"{percent(old.high):>4}",
            old_status=text(CLI, old.status, lang),
            **{f"new_{key}": value for key, value in now.items()},
        )
    if move.gone:
        yield text(RESULTS, "compare_gone", lang, ids=", ".join(move.gone))
    if move.come:
        yield text(RESULTS, "compare_come", lang, ids=", ".join(move.come))


def _answer(old: Pack, new: Pack, move: AnswerMove, lang: str) -> str:
    return text(
        RESULTS,
        "compare_answer",
        lang,
        question=move.question,
        old=_label(old, move.old, lang),
        new=_label(new, move.new, lang),
    )


def _label(pack: Pack, value: str, lang: str) -> str:
    return pack.answer[value].label.of(lang) if value else text(CLI, "no_answer", lang)
