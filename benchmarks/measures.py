"""The groups of the table: each gives its rows, our programs and their yardsticks in turns."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from statistics import median

from benchmarks.rows import Row
from benchmarks.startup import BARE, COMMANDS, PMARK
from benchmarks.terminal import Seen, seen
from pmark_tui.domain.answering import record
from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Answer, Client, Profile
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.scoring import score
from pmark_tui.domain.values import replace
from pmark_tui.store import client_file, packs

HERE = os.path.dirname(os.path.abspath(__file__))
DAY = date(2026, 11, 20)
AIMS = {"report": 10.0, "score": 6.0, "fees": 6.0, "gaps": 6.0}


class Place:
    """A folder for the clients, the cache and the data of one run of the benchmarks."""

    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.env = {
            "PMARK_CACHE": os.path.join(folder, "cache"),
            "PMARK_DATA": os.path.join(folder, "data"),
            "PMARK_CLIENTS": folder,
        }
        self.env["PYTHONPYCACHEPREFIX"] = os.path.join(folder, "pyc")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
        os.environ |= self.env
        self.most_files = 10_000
        self.full = os.path.join(folder, "full.pmark.toml")
        self.begun = os.path.join(folder, "begun.pmark.toml")
        self.texts = write_client(self.full, answered=True)
        self.count = len(self.texts)
        write_client(self.begun, answered=False)
        spent([*PMARK, "report", self.full, "-o", "-"])  # compiles the packs


def write_client(path: str, answered: bool, note: str = "二つの部門で確認した。") -> list[str]:
    """A client of the shipped pack; the questions that it is asked."""
    pack = packs.load()
    profile = Profile(
        "計測株式会社", "service", 48, 10_000_000, flags=tuple(f.id for f in pack.flags)
    )
    questions = asked(pack, profile)
    values = ("yes", "partial", "no", "unknown")
    answers = {q.id: Answer(values[n % 4], note=note) for n, q in enumerate(questions)}
    client_file.create(
        path, Client(profile, pack.id, pack.version, DAY, answers if answered else {})
    )
    return [q.text.ja for q in questions]


def spent(words: list[str], cwd: str = ".", env: dict[str, str] | None = None) -> float:
    """Milliseconds that a program takes; 1 is a good exit too (a check that found something)."""
    begun = time.perf_counter()
    done = subprocess.run(
        words,
        cwd=cwd,
        env=os.environ | (env or {}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode > 1:
        raise RuntimeError(f"{' '.join(words)}: exit {done.returncode}")
    return (time.perf_counter() - begun) * 1000


def startup(place: Place, rounds: int) -> Iterator[Row]:
    """What a headless command costs in bare interpreters."""
    names = [name for name in COMMANDS if name != "version"]
    bare: list[float] = []
    found: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds + 1):
        base = spent(BARE)
        for name in names:
            took = spent([*PMARK, *COMMANDS[name][0].format(file=place.full).split()])
            if number:
                found[name].append(took)
        if number:
            bare.append(base)
    for name in names:
        aim = AIMS.get(name, COMMANDS[name][1])
        yield Row("startup", f"pmark {name}", "python -I -c pass", found[name], bare, aim)


def paint(place: Place, rounds: int) -> Iterator[Row]:
    """First paint, data ready, memory, and from a key to the next question."""
    ours, apps, lists = [], [], []
    yardsticks = os.path.join(HERE, "yardsticks")
    down = ((b"\x1b[B", ""),) * 12
    answers = tuple((b"1", text[:10]) for text in place.texts[1:13])
    for _ in range(rounds + 1):
        bare = [sys.executable, os.path.join(yardsticks, "bare_app.py")]
        apps.append(seen(bare, place.env, ("READY",)))
        rows = [sys.executable, os.path.join(yardsticks, "bare_list.py")]
        lists.append(seen(rows, place.env, ("READY",), down))
        path = os.path.join(place.folder, "paint.pmark.toml")
        if os.path.exists(path):
            os.unlink(path)
        write_client(path, answered=False)
        ours.append(seen([*PMARK, path], place.env, ("pmark", "はい"), answers))
    ours, apps, lists = ours[1:], apps[1:], lists[1:]
    yield Row(
        "paint", "first paint", "bare Textual app", _at(ours, "pmark"), _at(apps, "READY"), 1.15
    )
    yield Row("paint", "data ready", "bare Textual app", _at(ours, "はい"), _at(apps, "READY"), 1.3)
    peaks, least = [s.peak for s in ours], [s.peak for s in apps]
    yield Row("paint", "peak memory", "bare Textual app", peaks, least, 1.3, unit="MiB")
    moves = sorted(k for s in lists for k in s.keys)
    keys = sorted(k for s in ours for k in s.keys)
    yield Row("paint", "key to the next question", "bare OptionList, Down", keys, moves, 1.3)
    name = "key to guidance, steps and 'saved' as well"
    settled = sorted(k for s in ours for k in s.settled)
    yield Row("paint", name, "bare OptionList, Down", settled, moves)


def _at(runs: list[Seen], text: str) -> list[float]:
    return [run.texts[text] for run in runs if text in run.texts]


def reports(place: Place, rounds: int) -> Iterator[Row]:
    """Reports of a client who answered everything, by format."""
    forms = ("md", "html", "csv", "json", "docx", "xlsx")
    found: dict[str, list[float]] = {form: [] for form in forms}
    bare: list[float] = []
    for _ in range(rounds):
        bare.append(spent(BARE))
        for form in forms:
            out = os.path.join(place.folder, f"out.{form}")
            words = [*PMARK, "report", place.full, "-o", out, "--force"]
            found[form].append(spent(words))
    for form in forms:
        name = f"report {form}, {place.count} questions"
        aim = 10.0 if form == "md" else 0.0
        yield Row("reports", name, "python -I -c pass", found[form], bare, aim)
    both = [a + b for a, b in zip(found["docx"], found["xlsx"], strict=True)]
    yield Row("reports", "docx and xlsx together", "", both, aim=1000.0, absolute=True)


def portfolio(place: Place, rounds: int) -> Iterator[Row]:
    """A folder of clients: the first time and again; milliseconds a file."""
    with open(place.full, "rb") as stream:
        data = stream.read()
    sizes = (10, max(11, place.most_files // 10), place.most_files)
    per_file: dict[int, float] = {}
    for size in sizes:
        folder = os.path.join(place.folder, f"clients-{size}")
        os.makedirs(folder)
        for number in range(size):
            with open(os.path.join(folder, f"c{number:05}.pmark.toml"), "wb") as stream:
                stream.write(data)
        words = [*PMARK, "portfolio", folder, "--json"]
        base = spent(BARE)
        first = (spent(words) - base) / size
        again = [(spent(words) - base) / size for _ in range(max(1, min(rounds, 3)))]
        per_file[size] = first
        aim = 3.0 if size == sizes[-1] else 0.0
        name = f"portfolio of {size} files, a file"
        yield Row("portfolio", name, "", [first], aim=aim, absolute=True)
        note = "quicker" if median(again) < first else "NOT quicker"
        yield Row(
            "portfolio", f"{name}, again", "the first time", again, [first] * len(again), note=note
        )
    large, small = [per_file[sizes[2]]], [per_file[sizes[1]]]
    yield Row("portfolio", "growth, a file", f"{sizes[1]} files", large, small, 1.25)


def growth(place: Place, rounds: int) -> Iterator[Row]:
    """How the work on one answer, and on a file, grows with its size; in this process."""
    pack = packs.load()
    profile, at = Profile("A", "service", 5), datetime(2026, 11, 20, 9)  # noqa: DTZ001 - local time
    base: list[float] = []
    for size in (100, 1_000, 10_000):
        some = (pack.questions[n % len(pack.questions)] for n in range(size))
        questions = tuple(replace(question, id=f"Q-{n}") for n, question in enumerate(some))
        large = replace(pack, questions=questions)
        answers = {question.id: Answer("yes") for question in questions}
        client = Client(profile, pack.id, pack.version, DAY, answers)

        def one_answer(held: Client = client, held_in: Pack = large) -> object:
            return score(held_in, record(held_in, held, "Q-0", "no", at))

        took = [_ms(one_answer) * 1000 / size for _ in range(max(3, rounds))]
        base = base or took
        name = f"one answer, all steps scored anew, {size} questions: a question"
        yield Row("growth", name, "with 100 questions", took, base, unit="us")
    for kilobytes in (10, 100, 1_000, 10_000):
        path = os.path.join(place.folder, f"notes-{kilobytes}.pmark.toml")
        write_client(path, answered=True, note="あ" * max(1, kilobytes * 1000 // 3 // place.count))
        took = [_ms(lambda path=path: client_file.read(path)) for _ in range(3)]
        yield Row("growth", f"client file read, notes of {kilobytes} kB", "", took)
        held = client_file.read(path)
        took = [_ms(lambda held=held: client_file.save(held, held.client))]
        yield Row("growth", f"client file saved, notes of {kilobytes} kB", "", took)


def _ms(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def clients(place: Place, rounds: int) -> Iterator[Row]:
    """The list of many clients on the screen: first paint and the first of them in sight."""
    with open(place.begun, "rb") as stream:
        data = stream.read()
    base: list[float] = []
    for size in (10, 2_000, 20_000):
        with tempfile.TemporaryDirectory() as folder:
            for number in range(size):
                with open(os.path.join(folder, f"c{number:05}.pmark.toml"), "wb") as stream:
                    stream.write(data)
            runs = [
                seen([*PMARK, folder], place.env, ("計測",)) for _ in range(max(2, rounds // 3))
            ]
        at = _at(runs, "計測")
        base = base or at
        yield Row("clients", f"first of {size} clients in sight", "10 clients", at, base)
