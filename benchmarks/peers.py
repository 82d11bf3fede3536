"""Peers doing comparable work on the same questions, each in an environment of its own, made here.

What a peer does besides stands in its row: compliance-trestle and survey-core are far more general,
posting and harlequin are other programs altogether and stand here for what a first paint costs elsewhere.
A peer that cannot be installed is said so.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from uuid import NAMESPACE_URL, uuid5

from benchmarks.measures import Place, spent
from benchmarks.rows import Row
from benchmarks.startup import PMARK
from benchmarks.terminal import seen
from pmark_tui.store import packs

_SURVEY = """
const { Model } = require('survey-core');
const definition = JSON.parse(require('fs').readFileSync(process.argv[2]));
const survey = new Model(definition);
for (const question of survey.getAllQuestions()) question.value = 'yes';
if (Object.keys(survey.data).length !== Number(process.argv[3])) process.exit(2);
"""
_SHEET = """
import sys, json
from openpyxl import Workbook
book, questions = Workbook(), json.load(open(sys.argv[1]))
for title in ("Interview", "Scorecard", "Roadmap"):
    page = book.create_sheet(title)
    for number, (key, text) in enumerate(questions):
        page.append([number, key, text, "yes", "note"])
book.save(sys.argv[2])
"""


def peers(place: Place, rounds: int) -> Iterator[Row]:
    """Our command beside each peer's, in turns."""
    held = _questions(place)
    work = (
        ("compliance-trestle", _trestle, "OSCAL models, profiles, signing"),
        ("survey-core", _survey, "web forms with conditions and expressions"),
        (
            "openpyxl alone",
            _sheet,
            "bare cells without styles, as the SAMM toolbox writes its sheets",
        ),
        ("posting", _posting, "a client for HTTP"),
        ("harlequin", _harlequin, "an SQL editor"),
    )
    for name, measure, besides in work:
        try:
            yield from measure(place, held, rounds, f"it is: {besides}")
        except (OSError, RuntimeError, subprocess.SubprocessError) as error:
            yield Row("peers", name, name, [], note=f"could not be installed or run: {error}"[:90])


def _questions(place: Place) -> str:
    path = os.path.join(place.folder, "questions.json")
    with open(path, "w", encoding="utf-8") as stream:
        json.dump([(q.id, q.text.ja) for q in packs.load().questions], stream, ensure_ascii=False)
    return path


def _environment(place: Place, *names: str) -> str:
    """The folder of programs of a new environment with these packages."""
    folder = os.path.join(place.folder, f"venv-{names[0]}")
    venv.create(folder, with_pip=True)
    programs = os.path.join(folder, "Scripts" if sys.platform == "win32" else "bin")
    words = [os.path.join(programs, "python"), "-m", "pip", "install", "-q", *names]
    subprocess.run(words, check=True, capture_output=True, timeout=600)
    return programs


def _in_turns(
    rounds: int, ours: Callable[[], float], theirs: Callable[[], float]
) -> tuple[list[float], list[float]]:
    ours(), theirs()
    pairs = [(ours(), theirs()) for _ in range(max(3, rounds // 2))]
    return [a for a, _ in pairs], [b for _, b in pairs]


def _trestle(place: Place, held: str, rounds: int, note: str) -> Iterator[Row]:
    programs = _environment(place, "compliance-trestle")
    work = os.path.join(place.folder, "trestle")
    os.makedirs(work)
    run = os.path.join(programs, "trestle")
    spent([run, "init"], cwd=work)
    with open(held, encoding="utf-8") as stream:
        questions = json.load(stream)
    controls = [
        {
            "id": f"q-{n}",
            "title": key,
            "parts": [{"id": f"q-{n}_smt", "name": "statement", "prose": text}],
        }
        for n, (key, text) in enumerate(questions)
    ]
    about = {"title": "q", "last-modified": "2026-11-20T00:00:00+00:00", "version": "1"}
    about["oscal-version"] = "1.1.3"
    group = {"id": "g", "title": "g", "controls": controls}
    uuid = str(uuid5(NAMESPACE_URL, "questions"))
    source = os.path.join(place.folder, "catalog.json")
    with open(source, "w", encoding="utf-8") as stream:
        json.dump({"catalog": {"uuid": uuid, "metadata": about, "groups": [group]}}, stream)
    spent([run, "import", "-f", source, "-o", "questions"], cwd=work)
    check = [run, "validate", "-t", "catalog", "-n", "questions"]
    pack = [*PMARK, "pack", "check", packs.find()]
    ours, theirs = _in_turns(rounds, lambda: spent(pack), lambda: spent(check, cwd=work))
    yield Row(
        "peers",
        "pack check",
        f"trestle validate, {len(questions)} controls",
        ours,
        theirs,
        note=note,
    )
    write = [run, "author", "catalog-generate", "-n", "questions", "-o", "md"]
    report = [*PMARK, "report", place.full, "-o", "-"]
    ours, theirs = _in_turns(rounds, lambda: spent(report), lambda: spent(write, cwd=work))
    yield Row("peers", "report md", "trestle author catalog-generate", ours, theirs, note=note)


def _survey(place: Place, held: str, rounds: int, note: str) -> Iterator[Row]:
    work = os.path.join(place.folder, "survey")
    os.makedirs(work)
    with open(os.path.join(work, "package.json"), "w", encoding="utf-8") as stream:
        stream.write('{"private": true}')
    words = ["npm", "install", "--silent", "--no-audit", "--no-fund", "survey-core"]
    subprocess.run(words, cwd=work, check=True, capture_output=True, timeout=600)
    with open(held, encoding="utf-8") as stream:
        questions = json.load(stream)
    elements = [
        {"type": "radiogroup", "name": key, "title": text, "choices": ["yes", "no"]}
        for key, text in questions
    ]
    with open(os.path.join(work, "survey.json"), "w", encoding="utf-8") as stream:
        json.dump({"pages": [{"elements": elements}]}, stream)
    with open(os.path.join(work, "run.js"), "w", encoding="utf-8") as stream:
        stream.write(_SURVEY)
    node = ["node", "run.js", "survey.json", str(len(questions))]
    answers = [f"{q}=yes" for q in _asked(place)]
    ours, theirs = _in_turns(
        rounds,
        lambda: spent([*PMARK, "answer", place.begun, *answers]),
        lambda: spent(node, cwd=work),
    )
    name = f"{len(answers)} questions answered and saved"
    against = f"survey-core: {len(questions)} loaded and answered"
    yield Row("peers", name, against, ours, theirs, note=note)


def _asked(place: Place) -> list[str]:
    from pmark_tui.domain.asking import asked
    from pmark_tui.store import client_file

    return [q.id for q in asked(packs.load(), client_file.read(place.begun).client.profile)]


def _sheet(place: Place, held: str, rounds: int, note: str) -> Iterator[Row]:
    programs = _environment(place, "openpyxl")
    out = os.path.join(place.folder, "peer.xlsx")
    theirs_words = [os.path.join(programs, "python"), "-c", _SHEET, held, out]
    ours_words = [
        *PMARK,
        "report",
        place.full,
        "-o",
        os.path.join(place.folder, "o.xlsx"),
        "--force",
    ]
    ours, theirs = _in_turns(rounds, lambda: spent(ours_words), lambda: spent(theirs_words))
    yield Row(
        "peers", "report xlsx", "openpyxl: three sheets of the questions", ours, theirs, note=note
    )


def _posting(place: Place, held: str, rounds: int, note: str) -> Iterator[Row]:
    programs = _environment(place, "posting", "tree-sitter<0.26")
    words = [os.path.join(programs, "posting"), "--collection", place.folder]
    yield from _painted(place, "posting", words, "Collection", rounds, note)


def _harlequin(place: Place, held: str, rounds: int, note: str) -> Iterator[Row]:
    programs = _environment(place, "harlequin")
    words = [os.path.join(programs, "harlequin"), "-a", "sqlite", ":memory:"]
    yield from _painted(place, "harlequin", words, "Data Catalog", rounds, note)


def _painted(
    place: Place, name: str, words: list[str], text: str, rounds: int, note: str
) -> Iterator[Row]:
    env = place.env | {"HOME": place.folder}
    ours, theirs = [], []
    for number in range(max(3, rounds // 2) + 1):
        own = seen([*PMARK, place.full], place.env, ("はい",)).texts.get("はい")
        other = seen(words, env, (text,)).texts.get(text)
        if own is None or other is None:
            raise RuntimeError(f"{name}: never painted {text!r}")
        if number:
            ours.append(own)
            theirs.append(other)
    yield Row("peers", "data ready on the screen", f"{name}, first paint", ours, theirs, note=note)
