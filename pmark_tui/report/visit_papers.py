"""Homework and rehearsal as Markdown, from what `domain.visits` found."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Named, Pack, Question
from pmark_tui.domain.plain import plain
from pmark_tui.domain.visits import Evidence, Homework, Stop, Task
from pmark_tui.report.blocks import Block, Bullets, Entry, Heading, Section
from pmark_tui.report.markup import inline, section
from pmark_tui.report.model import Fact
from pmark_tui.report.words import Words
from pmark_tui.texts import text
from pmark_tui.texts.visits import VISITS


def homework_paper(
    pack: Pack, client: Client, found: Sequence[Homework], on: date, lang: str
) -> str:
    """The homework to leave with a client: by person, what to do and what to bring."""
    title = _of(text(VISITS, "homework_title", lang), client, lang)
    if not found:
        return f"# {title}\n\n{text(VISITS, 'homework_none', lang)}\n"
    count = sum(len(one.tasks) for one in found)
    parts = [f"# {title}", text(VISITS, "homework_on", lang, on=on.isoformat(), count=count)]
    words = Words(lang)
    parts += [section(homework_section(pack, client, one, lang), words) for one in found]
    return "\n\n".join(parts) + "\n"


def homework_section(pack: Pack, client: Client, one: Homework, lang: str) -> Section:
    """One person's homework, and what to bring."""
    title = text(VISITS, "count", lang, title=one.person.title.of(lang), count=len(one.tasks))
    blocks: list[Block] = [_task(pack, client, task, lang) for task in one.tasks]
    if one.evidence:
        blocks.append(Heading(text(VISITS, "homework_bring", lang)))
        blocks.append(Bullets(tuple(_evidence(pack, e, lang) for e in one.evidence)))
    return Section(one.person.id, title, tuple(blocks))


def _task(pack: Pack, client: Client, task: Task, lang: str) -> Entry:
    question, answer = task.question, client.answer(task.question.id)
    first = pack.guides[question.id].of(lang).fix[0] if "gap" in task.reasons else ""
    due = answer.due.isoformat() if answer.due else ""
    facts = (
        ("homework_first", first),
        ("homework_owner", plain(answer.owner)),
        ("homework_due", due),
    )
    return Entry(
        number=question.id,
        title=question.text.of(lang),
        badge=reasons_text(task, lang),
        facts=tuple(Fact(key, text(VISITS, key, lang), value) for key, value in facts if value),
    )


def reasons_text(task: Task, lang: str) -> str:
    """Why a question is homework, in words."""
    reasons = (text(VISITS, f"reason_{reason}", lang) for reason in task.reasons)
    return text(VISITS, "separator", lang).join(reasons)


def evidence_name(pack: Pack, evidence: Evidence, lang: str) -> str:
    """The name of a piece of evidence."""
    return evidence.name if lang == "ja" else pack.term[evidence.name].en


def _evidence(pack: Pack, evidence: Evidence, lang: str) -> str:
    name = evidence_name(pack, evidence, lang)
    return text(VISITS, "homework_evidence", lang, name=name, ids=", ".join(evidence.questions))


def rehearsal_paper(
    pack: Pack, client: Client, person: Named, questions: Sequence[Question], lang: str
) -> str:
    """What an auditor asks a person, with points to check."""
    who = person.title.of(lang)
    title = _of(text(VISITS, "rehearse_title", lang, who=who), client, lang)
    if not questions:
        return f"# {title}\n\n{text(VISITS, 'rehearse_none', lang, who=who)}\n"
    words = Words(lang)
    parts = [f"# {title}", text(VISITS, "rehearse_how", lang)]
    parts += [section(one, words) for one in rehearsal_sections(pack, questions, lang)]
    return "\n\n".join(parts) + "\n"


def rehearsal_sections(pack: Pack, questions: Sequence[Question], lang: str) -> list[Section]:
    """The questions of a rehearsal, clause by clause."""
    sections = []
    for clause in dict.fromkeys(q.clause for q in questions):
        entries = tuple(_asked(pack, q, lang) for q in questions if q.clause == clause)
        heading = f"{clause} {pack.clause[clause].title.of(lang)}"
        sections.append(Section(clause, heading, entries))
    return sections


def _asked(pack: Pack, question: Question, lang: str) -> Entry:
    guide = pack.guides[question.id].of(lang)
    at_hand = text(VISITS, "separator", lang).join(pack.evidence(question, lang))
    facts = (
        ("rehearse_looks", guide.reviewer),
        ("rehearse_good", guide.yes),
        ("rehearse_pitfall", guide.pitfall),
        ("rehearse_at_hand", at_hand),
    )
    return Entry(
        number=question.id,
        title=question.text.of(lang),
        facts=tuple(Fact(key, text(VISITS, key, lang), value) for key, value in facts if value),
    )


def walk_section(pack: Pack, client: Client, stop: Stop, lang: str) -> Section:
    """What to look at in one place, with what was answered so far."""
    entries = []
    for question in stop.questions:
        kind = pack.answer.get(client.answer(question.id).value)
        badge = kind.label.of(lang) if kind else text(VISITS, "walk_open", lang)
        looks = pack.guides[question.id].of(lang).reviewer
        facts = (Fact("rehearse_looks", text(VISITS, "rehearse_looks", lang), looks),)
        entries.append(Entry(question.id, question.text.of(lang), badge, facts=facts))
    title = text(VISITS, "count", lang, title=stop.place.title.of(lang), count=len(entries))
    return Section(stop.place.id, title, tuple(entries))


def _of(title: str, client: Client, lang: str) -> str:
    return inline(text(VISITS, "sheet_of", lang, title=title, name=plain(client.profile.name)))
