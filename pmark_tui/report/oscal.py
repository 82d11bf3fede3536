"""A pack as an OSCAL catalogue, a client's answers as OSCAL assessment results (docs/oscal.md).

A clause is a control by number and title, a question is an assessment objective in pmark's own words;
the text of the standard is in neither. Every id is worked out from what it names, so that the same
input gives the same bytes, and a later run of the same client is seen to be the same client.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from pmark_tui import __version__
from pmark_tui.domain.client import CERTAINTIES, Client
from pmark_tui.domain.findings import CLOSED, finding_states
from pmark_tui.domain.pack import Pack, Question
from pmark_tui.domain.plain import plain
from pmark_tui.domain.points import Point, points
from pmark_tui.domain.scoring import score
from pmark_tui.report.identity import content_hash
from pmark_tui.report.plain import one_line
from pmark_tui.texts import text
from pmark_tui.texts.oscal import OSCAL

VERSION = "1.1.3"
"""The edition of OSCAL; newer tools of the same major edition read it."""

NAMESPACE = "urn:pmark:oscal"
_ROOT = uuid5(NAMESPACE_URL, NAMESPACE)
_JAPAN = timezone(timedelta(hours=9))
"""Answers bear the local time of the interview, without a zone; OSCAL asks for one."""

_NO_TOKEN = re.compile(r"[^0-9A-Za-z._-]")
_LOOKED_AT = CERTAINTIES[1:]
"""Every certainty but the first: somebody did more than say so."""

Node = dict[str, Any]


def catalogue(pack: Pack, lang: str, on: date) -> Node:
    """A pack as an OSCAL catalogue: chapters are groups, clauses controls, questions objectives."""
    uuid = uuid5(_ROOT, f"catalogue {pack.id} {pack.version} {pack.digest} {lang}")
    by_clause: dict[str, list[Question]] = {}
    for question in pack.questions:
        by_clause.setdefault(question.clause, []).append(question)
    groups = [
        _full(
            id=_token(f"chapter-{chapter.id}"),
            title=one_line(chapter.title.of(lang)),
            controls=[
                _full(
                    id=_token(clause.id),
                    title=one_line(clause.title.of(lang)),
                    props=_props(
                        label=clause.id, certainty=clause.certainty, edition=clause.jis2023
                    ),
                    parts=[_objective(pack, q, lang) for q in by_clause.get(clause.id, ())],
                )
                for clause in pack.clauses
                if clause.chapter == chapter.id
            ],
        )
        for chapter in pack.chapters
    ]
    metadata = _metadata(pack.title.of(lang), pack.version, on, pack.notice.of(lang), lang)
    return {"catalog": _full(uuid=str(uuid), metadata=metadata, groups=groups)}


def results(pack: Pack, client: Client, lang: str, on: date) -> Node:
    """A client's answers as OSCAL assessment results.

    An answer is an observation; where it says whether the point holds, also a finding. What nobody
    knows yet, or what is out of the count, is no finding. A finding of an audit is a risk.
    """
    content = content_hash(client)
    root = uuid5(_ROOT, f"results {pack.id} {pack.version} {content} {on} {lang}")
    party = uuid5(_ROOT, f"party {client.profile.name}")
    plan = uuid5(root, "plan")
    asked = points(pack, client)
    given = [point for point in asked if point.given]
    title = text(OSCAL, "results", lang, name=client.profile.name, on=on)
    metadata = _metadata(title, f"sha256:{content}", on, text(OSCAL, "not_a_decision", lang), lang)
    metadata["parties"] = [
        _full(uuid=str(party), type="organization", name=one_line(plain(client.profile.name)))
    ]
    clauses = dict.fromkeys(_token(point.question.clause) for point in asked)
    moments = [_moment(point.answer.at, on) for point in given] or [_moment(None, on)]
    selected: Node = {"include-controls": [{"control-id": clause} for clause in clauses]}
    scored = score(pack, client, on)
    result = _full(
        uuid=str(uuid5(root, "result")),
        title=one_line(plain(title)),
        description=text(OSCAL, "described", lang, answered=scored.answered, asked=scored.asked),
        start=min(moments).isoformat(timespec="seconds"),
        end=max(*moments, _moment(None, on)).isoformat(timespec="seconds"),
        props=[
            prop
            for step in scored.steps
            for prop in _props(
                step.step.id, low=f"{step.low:.4f}", high=f"{step.high:.4f}", status=step.status
            )
        ],
        **{
            "reviewed-controls": {"control-selections": [selected]},
            "observations": [_observation(root, point, lang, on) for point in given],
            "risks": _risks(root, pack, client, on),
            "findings": [_finding(root, p, lang) for p in given if p.counts and not p.open],
        },
    )
    return {
        "assessment-results": _full(
            uuid=str(root),
            metadata=metadata,
            **{
                "import-ap": {"href": f"#{plan}"},
                "results": [result],
                "back-matter": {
                    "resources": [
                        _full(
                            uuid=str(plan),
                            title=one_line(pack.title.of(lang)),
                            description=text(
                                OSCAL, "plan", lang, pack=pack.id, version=pack.version
                            ),
                            props=_props(digest=pack.digest),
                        )
                    ]
                },
            },
        )
    }


def rendered(node: Node) -> bytes:
    """The JSON text of a catalogue or of results."""
    from json import dumps

    return (dumps(node, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _metadata(title: str, version: str, on: date, remarks: str, lang: str) -> Node:
    return _full(
        **{
            "title": one_line(plain(title)),
            "last-modified": _time(None, on),
            "version": version,
            "oscal-version": VERSION,
            "props": _props(made_by=f"pmark {__version__}", language=lang),
            "remarks": remarks,
        }
    )


def _objective(pack: Pack, question: Question, lang: str) -> Node:
    """A question with why it is asked."""
    why = pack.guides[question.id].of(lang).why if question.id in pack.guides else ""
    return _full(
        id=_token(question.id),
        name="assessment-objective",
        props=_props(
            label=question.id,
            side=question.side,
            ask=question.ask,
            weight=str(question.weight),
            steps=" ".join(question.steps),
            gates=" ".join(question.gates),
        ),
        prose=question.text.of(lang),
        parts=[_full(name="guidance", prose=why)] if why else [],
    )


def _observation(root: UUID, point: Point, lang: str, on: date) -> Node:
    answer, question = point.answer, point.question
    beside = [answer.note, answer.reason]
    methods = ["INTERVIEW", *(["EXAMINE"] if answer.certainty in _LOOKED_AT else [])]
    return _full(
        uuid=str(uuid5(root, f"observation {question.id}")),
        title=question.id,
        description=f"{question.text.of(lang)} {point.kind.label.of(lang)}",
        props=_props(
            answer=answer.value,
            certainty=answer.certainty,
            who=answer.who,
            owner=answer.owner,
            due=str(answer.due or ""),
        ),
        methods=methods,
        types=["control-objective"],
        **{
            "relevant-evidence": [_full(description=plain(answer.evidence))]
            if answer.evidence.strip()
            else [],
            "collected": _time(answer.at, on),
            "remarks": plain("\n".join(words for words in beside if words.strip())),
        },
    )


def _finding(root: UUID, point: Point, lang: str) -> Node:
    question = point.question
    state = {"state": "satisfied" if point.held else "not-satisfied", "reason": point.kind.id}
    return _full(
        uuid=str(uuid5(root, f"finding {question.id}")),
        title=question.id,
        description=question.text.of(lang),
        target=_full(
            type="objective-id",
            **{"target-id": _token(question.id), "status": state},
        ),
        **{
            "related-observations": [
                {"observation-uuid": str(uuid5(root, f"observation {question.id}"))}
            ]
        },
    )


def _risks(root: UUID, pack: Pack, client: Client, on: date) -> list[Node]:
    """Findings of an audit, open until they are closed."""
    return [
        _full(
            uuid=str(uuid5(root, f"risk {state.finding.id}")),
            title=one_line(plain(f"{state.finding.id} {state.finding.clause}")),
            description=plain(state.finding.text),
            statement=plain(state.finding.cause or state.finding.text),
            status="closed" if state.status == CLOSED else "open",
            deadline=_time(None, state.due) if state.due else "",
        )
        for state in finding_states(pack, client, on)
    ]


def _props(group: str = "", /, **named: str) -> list[Node]:
    """Properties of our own that have a value; `group` tells several of a name apart."""
    return [
        _full(name=name.replace("_", "-"), ns=NAMESPACE, value=value, **{"class": _token(group)})
        for name, held in named.items()
        if (value := one_line(plain(held)).strip())
    ]


def _full(**fields: Any) -> Node:
    """An object without its empty members: OSCAL allows neither an empty text nor an empty list."""
    return {name: held for name, held in fields.items() if held not in ("", [])}


def _token(words: str) -> str:
    """An id as OSCAL takes it: it begins with a letter or `_`."""
    made = _NO_TOKEN.sub("-", words)
    return f"_{made}" if made and not (made[0].isalpha() or made[0] == "_") else made


def _time(stamp: datetime | None, day: date) -> str:
    return _moment(stamp, day).isoformat(timespec="seconds")


def _moment(stamp: datetime | None, day: date) -> datetime:
    """A moment with its zone; the beginning of a day where there is none."""
    if stamp is None:
        return datetime(day.year, day.month, day.day, tzinfo=_JAPAN)
    return stamp if stamp.tzinfo else stamp.replace(tzinfo=_JAPAN)
