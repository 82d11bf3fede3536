"""What `pmark incident` tells before a leak: statistics, causes, drills, reading."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable
from typing import Any

from pmark_tui.commands.output import emit, say
from pmark_tui.errors import BadInput
from pmark_tui.store import incidents


def lore(args: Namespace) -> int:
    """Print the statistics, the reading list, the causes or a drill."""
    if args.figures:
        return _figures(args)
    if args.reading:
        return _reading(args)
    return _causes(args) if args.causes is not None else _drill(args)


def _figures(args: Namespace) -> int:
    figures = incidents.figures()
    if args.json:
        from pmark_tui.domain.incident_figures import plain

        emit("incident", {"figures": plain(figures, args.lang)})
        return 0
    from pmark_tui.report.incident_lore import figure_lines

    return _print(figure_lines(figures, args.lang))


def _reading(args: Namespace) -> int:
    reading = incidents.reading_list()
    if args.json:
        rows = [
            {
                "id": e.id,
                "era": e.era,
                "kind": e.kind,
                "title": e.title.of(args.lang),
                "by": e.by,
                "publisher": e.publisher,
                "url": e.url,
            }
            for e in reading.entry
        ]
        said = {"today": reading.said_today.of(args.lang), "2005": reading.said_2005.of(args.lang)}
        emit("incident", {"reading": rows, "said": said})
        return 0
    from pmark_tui.report.incident_lore import reading_lines

    return _print(reading_lines(reading, args.lang))


def _causes(args: Namespace) -> int:
    from pmark_tui.commands.opening import open_client
    from pmark_tui.domain.causes import Standing, clause_shares, standing

    file, pack = open_client(args.causes)
    causes, chosen = incidents.causes(), args.profile
    profile = incidents.cause_profile(chosen) if chosen else incidents.profile_of(file.client)
    found = standing(profile, pack, file.client)
    if args.json:

        def row(s: Standing) -> dict[str, Any]:
            return {
                "id": s.cause.id,
                "title": s.cause.title.of(args.lang),
                "percent": s.cause.percent,
                "imputed": s.cause.imputed,
                "bearings": [
                    {"clause": b.clause, "facet": b.facet, "share": b.share} for b in s.bearings
                ],
                "asked": s.asked,
                "yes": s.yes,
                "partial": s.partial,
                "no": s.no,
                "open": s.open,
                "missing": list(s.missing),
            }

        emit(
            "incident",
            {
                "profile": profile.id,
                "profiles": [p.id for p in causes.profile],
                "label": causes.label.of(args.lang),
                "basis": profile.basis.of(args.lang),
                "causes": [row(s) for s in found],
                "clause_shares": clause_shares(profile),
            },
        )
        return 0
    from pmark_tui.report.incident_lore import cause_lines

    return _print(cause_lines(causes, profile, found, pack, args.lang))


def _drill(args: Namespace) -> int:
    from pmark_tui.domain.drill import coverage, uncovered, walk

    known = {d.id: d for d in incidents.drills()}
    chosen = args.scenario or next(iter(known))
    if chosen not in known:
        raise BadInput("drill_unknown", found=chosen, allowed=", ".join(known))
    duties, drill = incidents.duties(), known.pop(chosen)
    if args.drill:
        from pmark_tui.commands.opening import open_client

        file, pack = open_client(args.drill)
        covers = coverage(duties, pack, file.client)
    else:
        covers = ()
    steps = walk(drill, duties, covers)
    if args.json:
        emit(
            "incident",
            {
                "drill": drill.id,
                "title": drill.title.of(args.lang),
                "story": drill.story.of(args.lang),
                "steps": [
                    {
                        "duty": w.duty.id,
                        "at": w.step.at.of(args.lang),
                        "happens": w.step.happens.of(args.lang),
                        "ask": w.step.ask.of(args.lang),
                    }
                    for w in steps
                ],
                "coverage": [
                    {
                        "duty": c.duty.id,
                        "number": c.duty.number or None,
                        "state": c.state,
                        "failing": c.failing,
                    }
                    for c in covers
                ],
                "uncovered": [c.duty.number for c in uncovered(covers) if c.duty.number],
                "uncovered_added": [c.duty.id for c in uncovered(covers) if not c.duty.number],
            },
        )
        return 0
    from pmark_tui.report.incident_lore import drill_lines

    return _print(drill_lines(drill, steps, covers, tuple(known.values()), args.lang))


def _print(lines: Iterable[str]) -> int:
    for line in lines:
        say(line)
    return 0
