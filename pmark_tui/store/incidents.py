"""The facts about leaks: duties, figures, causes, damages, drills, reading.

Each function reads one file and builds the domain's value of it; nothing else is loaded.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from pmark_tui.errors import BadInput
from pmark_tui.store.rows import Thaw, day, many, row, text
from pmark_tui.store.shipped import load

if TYPE_CHECKING:
    from pmark_tui.domain.causes import CauseProfile, Causes
    from pmark_tui.domain.client import Client
    from pmark_tui.domain.drill import Drill
    from pmark_tui.domain.incident_duties import Duties
    from pmark_tui.domain.incident_figures import Figures
    from pmark_tui.domain.jo_model import JoModel
    from pmark_tui.domain.reading import ReadingList


def _sources() -> Thaw:
    from pmark_tui.domain.sourced import Source

    return many(row(Source, title=text))


@cache
def duties() -> Duties:
    """What must be done after a leak.

    Raises:
        BadInput: the file is damaged (so for every function here).
    """
    from pmark_tui.domain import incident_duties as d

    deadline = row(
        d.Deadline,
        title=text,
        whom=text,
        applies=text,
        rule=text,
        valid_from=day,
        valid_to=day,
        counting_note=text,
    )
    duty = row(
        d.Duty,
        **dict.fromkeys(("title", "whom", "by", "form", "write", "law", "when"), text),
        valid_from=day,
        valid_to=day,
    )
    coming = row(
        d.Coming,
        title=text,
        passed=day,
        promulgated=day,
        latest=day,
        when=text,
        change=text,
        partly_from=day,
    )
    ground = many(row(d.Ground, short=text, title=text, note=text, valid_from=day, valid_to=day))
    contents = row(d.Contents, title=text, item=many(row(d.Entry)))
    found: Duties = load(
        "incident_duties",
        "DutiesFile",
        row(
            d.Duties,
            checked_on=day,
            notice=text,
            first=many(row(d.FirstAction, title=text, text=text)),
            deadline=many(deadline),
            ground=ground,
            my_number_ground=ground,
            report=contents,
            notice_to_people=contents,
            duty=many(duty),
            role=many(row(d.Role, title=text, text=text)),
            note=many(row(d.Note, text=text)),
            coming=many(coming),
            source=_sources(),
        ),
    )
    return found


@cache
def figures() -> Figures:
    """The statistics of leaks."""
    from pmark_tui.domain import incident_figures as f

    share = row(f.Share, title=text, part=many(row(f.Part, label=text, note=text)))
    survey = row(
        f.Survey, title=text, figure=many(row(f.Figure, label=text)), share=many(share), note=text
    )
    found: Figures = load(
        "incident_figures",
        "FiguresFile",
        row(
            f.Figures,
            checked_on=day,
            notice=text,
            source=_sources(),
            series=many(row(f.Series, title=text, counts=text, breaks=text)),
            survey=many(survey),
            change=row(f.Change, title=text, said=text, step=many(row(f.ChangeStep, label=text))),
            cost=many(row(f.Cost, title=text)),
        ),
    )
    return found


@cache
def jo_model() -> JoModel:
    """The model of assumed damages."""
    from pmark_tui.domain import jo_model as j

    factor = many(row(j.Factor, why=text))
    found: JoModel = load(
        "jo_model",
        "JoModelFile",
        row(
            j.JoModel,
            **dict.fromkeys(("title", "credit", "licence", "incomplete"), text),
            checked_on=day,
            limit=many(row(j.Limit, text=text)),
            identifiability=many(row(j.Identifiability, why=text)),
            social=factor,
            response=factor,
            unrated=many(row(j.Unrated, title=text)),
            item=many(row(j.Item, title=text, levels=many(row(j.Level)), note=text)),
            source=_sources(),
        ),
    )
    return found


@cache
def causes() -> Causes:
    """Which clause bears on which cause, by profile: pmark's own judgement."""
    from pmark_tui.domain import causes as c

    profile = row(c.CauseProfile, title=text, basis=text, cause=many(row(c.Cause, title=text)))
    found: Causes = load(
        "incident_causes",
        "CausesFile",
        row(
            c.Causes,
            checked_on=day,
            label=text,
            caution=text,
            every_cause_why=text,
            profile=many(profile),
        ),
    )
    return found


def cause_profile(profile: str | None = None) -> CauseProfile:
    """The profile of causes of this id, the default one where none is named.

    Raises:
        BadInput: there is no such profile.
    """
    known = {p.id: p for p in causes().profile}
    wanted = profile or causes().default
    if wanted not in known:
        raise BadInput("cause_profile_unknown", found=wanted, allowed=", ".join(known))
    return known[wanted]


def clause_shares(profile: str | None = None) -> dict[str, float]:
    """Share of real incidents (0..1) by clause or `clause/facet`, of a profile or the default one.

    Raises:
        BadInput: there is no such profile.
    """
    from pmark_tui.domain.causes import clause_shares as shares

    return shares(cause_profile(profile))


def profile_of(client: Client) -> CauseProfile:
    """The profile by which this client's gaps are ranked; the default one where it names none we know."""
    known = {p.id for p in causes().profile}
    wanted = client.incident_profile
    return cause_profile(wanted if wanted in known else None)


def shares_of(client: Client) -> dict[str, float]:
    """Share of real incidents (0..1) by clause or `clause/facet`, of the client's profile."""
    from pmark_tui.domain.causes import clause_shares as shares

    return shares(profile_of(client))


@cache
def drills() -> tuple[Drill, ...]:
    """Made-up incidents to walk through."""
    from pmark_tui.domain import drill as d

    step = row(d.DrillStep, at=text, happens=text, ask=text)
    build = many(row(d.Drill, title=text, story=text, step=many(step)))
    found: tuple[Drill, ...] = load("drills", "DrillsFile", lambda held: build(held[0]))
    return found


@cache
def reading_list() -> ReadingList:
    """What to read."""
    from pmark_tui.domain import reading as r

    found: ReadingList = load(
        "reading_list",
        "ReadingFile",
        row(
            r.ReadingList,
            checked_on=day,
            said_2005=text,
            said_today=text,
            entry=many(row(r.Reading, title=text, about=text)),
        ),
    )
    return found
