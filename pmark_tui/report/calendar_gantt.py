"""A plan as a Mermaid Gantt chart, for Markdown viewers that draw it."""

from __future__ import annotations

from datetime import timedelta

from pmark_tui.domain.plan import Plan
from pmark_tui.texts import money, text
from pmark_tui.texts.money import MONEY


def to_gantt(plan: Plan, lang: str) -> str:
    """The text of the chart, without the code fence around it."""
    lines = [
        "gantt",
        f"    title {_plain(text(MONEY, 'plan_title', lang))}",
        "    dateFormat YYYY-MM-DD",
        "    axisFormat %Y-%m",
    ]
    if plan.window:
        lines.append(f"    section {_plain(text(MONEY, 'plan_window', lang))}")
        end = plan.window.last + timedelta(days=1)
        title = _plain(text(MONEY, "plan_window", lang))
        lines.append(f"    {title} :crit, window, {plan.window.first}, {end}")
    lines.append(f"    section {_plain(text(MONEY, f'kind_{plan.kind}', lang))}")
    for one in plan.milestones:
        title = _plain(money.say(one.title, lang))
        if one.one_day:
            lines.append(f"    {title} :milestone, {one.id}, {one.first}, 0d")
        else:
            lines.append(f"    {title} :{one.id}, {one.first}, {one.last}")
    return "\n".join(lines) + "\n"


def _plain(title: str) -> str:
    """A title without the characters that end one in Mermaid."""
    for sign in ':;#%{}<>`"\n\r':
        title = title.replace(sign, " ")
    return title.strip()
