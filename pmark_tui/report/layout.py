"""What stands where in each kind of report: the view as sections of blocks.

Conclusion first; then what it rests on; what it does not mean and where it is from come at the end. The
full report's last page is what to read.
"""

from __future__ import annotations

from collections.abc import Callable

from pmark_tui.report import sections_answers as answers
from pmark_tui.report import sections_leaks as about
from pmark_tui.report import sections_plan as plan
from pmark_tui.report import sections_state as state
from pmark_tui.report.blocks import Section
from pmark_tui.report.model import ReportView
from pmark_tui.report.words import Words

Make = Callable[[ReportView, Words], Section | None]


def sections(view: ReportView) -> tuple[Section, ...]:
    """The sections of this kind of report in their order, without those that have nothing to say."""
    words = Words(view.lang)
    made = (make(view, words) for make in _ORDER[view.kind])
    return tuple(section for section in made if section and section.blocks)


_ORDER: dict[str, tuple[Make, ...]] = {
    "full": (
        state.conclusion,
        state.organisation,
        state.eligibility,
        state.steps,
        plan.money,
        state.gaps,
        state.checks,
        answers.findings,
        answers.chapters,
        answers.exclusions,
        answers.open_points,
        answers.kept,
        plan.calendar,
        plan.papers,
        plan.causes,
        about.damages,
        about.leaks,
        state.limits,
        plan.sources,
        state.provenance,
        plan.reading,
    ),
    "summary": (
        state.conclusion_short,
        state.actions,
        state.steps_short,
        plan.money_short,
        state.limits_short,
        state.provenance_short,
    ),
    "auditor": (
        state.organisation,
        state.steps,
        answers.clauses,
        answers.exclusions,
        state.checks,
        answers.findings,
        answers.open_points,
        answers.kept,
        plan.papers,
        answers.editions,
        state.limits,
        plan.sources,
        state.provenance,
    ),
}
