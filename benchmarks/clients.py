"""How quickly a folder of many client files is listed in the full screen, and when all of it is read.

    python benchmarks/clients.py [--files 2000] [--runs 3] [--make DIR]

Makes a folder of clients (`--make` keeps it and stops there): copies of the sample with other names,
other dates and another share of its answers each, a few renewals, a few broken files. Then opens it
under a pseudo-terminal (POSIX; needs the test requirements), first with an empty cache, then again.
Seconds from the first paint: until a key is obeyed (End shows the last client), and until all is read.
The aim is 1 and 5 seconds.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from argparse import ArgumentParser
from dataclasses import replace
from datetime import date, timedelta
from statistics import median

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from pmark_tui.store import client_file, paths, side_by_side

USABLE, COMPLETE = 1.0, 5.0
LAST = "龍の会社"
"""The name of the last client, which no other one bears."""


def make(folder: str, count: int) -> None:
    """Write `count` client files, the same ones every time."""
    chance = random.Random(15001)
    sample = client_file.read(
        os.path.join(paths.shipped(), "sample", f"sample.ja{client_file.SUFFIX}")
    ).client
    os.makedirs(folder, exist_ok=True)
    ids = list(sample.answers)
    for number in range(count):
        name = f"試験会社{number:05d}" if number < count - 1 else LAST
        path = os.path.join(folder, f"{name}{client_file.SUFFIX}")
        if number % 200 == 199 and number < count - 1:
            with open(path, "w", encoding="utf-8") as stream:
                stream.write('format = "pmark-client/1"\nprofile = \n')
            continue
        kept = set(ids[: chance.randint(0, len(ids))])
        answers = {
            key: replace(answer, due=date(2027, 1, 1) + timedelta(chance.randint(0, 365)))
            if key in kept and chance.random() < 0.05
            else answer
            for key, answer in sample.answers.items()
            if key in kept
        }
        renewal = number % 10 == 0
        profile = replace(
            sample.profile,
            name=name,
            workers=chance.randint(2, 300),
            kind="renewal" if renewal else "new",
            expires=date(2027, 1, 1) + timedelta(chance.randint(0, 700)) if renewal else None,
        )
        client_file.create(path, sample.changed(profile=profile, answers=answers))


def look(folder: str, base: str) -> tuple[float, float, float]:
    """Open the folder once: seconds to the first paint, from there until usable, and until complete."""
    from tests.tui.terminal import Terminal

    env = {"PMARK_CACHE": os.path.join(base, "cache"), "PMARK_DATA": os.path.join(base, "data")}
    start = time.perf_counter()
    with Terminal(["--lang", "ja", folder], base, 80, 24, **env) as terminal:
        terminal.until(lambda: "試験会社00001" in terminal.text, "the list")
        painted = time.perf_counter()
        os.write(terminal._master, b"\x1b[F")
        terminal.until(lambda: LAST in terminal.text, "the last client")
        usable = time.perf_counter()
        terminal.until(lambda: is_complete(terminal.text), "everything", seconds=120)
        complete = time.perf_counter()
        terminal.press("ctrl+q")
        terminal.ended()
    return painted - start, usable - painted, complete - painted


def is_complete(shown: str) -> bool:
    """Whether the last client has its figures and nothing is being read any more."""
    row = next((line for line in shown.splitlines() if line.startswith(f" {LAST}")), "")
    return "/" in row and "Esc" not in shown.splitlines()[0]


def main() -> int:
    """Measure and print; 1 where an aim is missed."""
    parser = ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--make", metavar="DIR", help="only make the folder, and keep it")
    args = parser.parse_args()
    if args.make:
        make(args.make, args.files)
        return 0
    with tempfile.TemporaryDirectory() as base:
        folder = os.path.join(base, "clients")
        make(folder, args.files)
        os.environ["PYTHONPYCACHEPREFIX"] = os.path.join(base, "pyc")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
        small = os.path.join(base, "small")
        make(small, 2 * side_by_side.FROM)
        look(small, base)  # code and packs are compiled once on a machine, not once a folder
        looks = []
        for number in range(args.runs + 1):
            spent = look(folder, base)
            name = "first look" if number == 0 else f"look {number + 1}"
            print(f"{name:<12} paint {spent[0]:.2f}  usable +{spent[1]:.2f}  all +{spent[2]:.2f}")
            looks.append(spent)
    worst_usable = max(spent[1] for spent in looks)
    again = median(spent[2] for spent in looks[1:])
    print(f"{args.files} files: usable +{worst_usable:.2f} s at worst, all again +{again:.2f} s")
    return int(worst_usable > USABLE or looks[0][2] > COMPLETE)


if __name__ == "__main__":
    raise SystemExit(main())
