"""What a headless command costs, as a ratio to a bare interpreter in the same run.

    python benchmarks/startup.py [--runs 20] [--only NAME ...]

Each round runs `python -I -c pass` and then every command once, so that a machine whose speed drifts
slows both; the ratio is taken round by round and the median is printed. A first round that is not
counted fills the cache. Exit 1 where a command is over its limit.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from statistics import median

BARE = [sys.executable, "-I", "-c", "pass"]
PMARK = [sys.executable, "-m", "pmark_tui"]
NEW = "new {file} --name A --industry service --workers 12 --capital 10000000 --flag cloud"

# Name: words and the most that it may cost, in bare interpreters (docs/performance.md); 0: no limit.
COMMANDS = {
    "version": ("--version", 0.0),
    "questions": ("questions --json", 6.0),
    "questions, one client": ("questions {file} --json", 0.0),
    "pack list": ("pack list", 0.0),
    "pack show": ("pack show --json", 0.0),
    "size": ("size --industry service --workers 12 --capital 10000000", 6.0),
    "fees": ("fees --size small --json", 6.0),
    "score": ("score {file} --json", 6.0),
    "gaps": ("gaps {file} --json", 0.0),
    "check": ("check {file} --json", 0.0),
    "plan": ("plan {file} --json", 0.0),
    "report": ("report {file} -o -", 0.0),
}


def main() -> int:
    """Measure and print; 1 if a command is over its limit."""
    parser = ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--only", nargs="*", choices=COMMANDS, default=list(COMMANDS))
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        ratios, bare = measure(args.only, args.runs, folder)
    print(
        f"bare interpreter: {median(bare) * 1000:.1f} ms, median of {args.runs}, Python "
        f"{sys.version.split()[0]}"
    )
    print(f"{'command':<24}{'ratio':>7}{'limit':>7}")
    over = False
    for name in args.only:
        limit = COMMANDS[name][1]
        ratio = median(ratios[name])
        over = over or bool(limit and ratio > limit)
        print(
            f"{name:<24}{ratio:>7.2f}{limit or '':>7}{'  OVER' if limit and ratio > limit else ''}"
        )
    return 1 if over else 0


def measure(names: list[str], runs: int, folder: str) -> tuple[dict[str, list[float]], list[float]]:
    """Ratios by command, and the seconds of a bare interpreter, one of each for every round."""
    environment = os.environ | {
        "PMARK_CACHE": os.path.join(folder, "cache"),
        "PMARK_DATA": os.path.join(folder, "data"),
    }
    file = os.path.join(folder, "client.pmark.toml")
    seconds([*PMARK, *NEW.format(file=file).split()], environment)
    words = {name: COMMANDS[name][0].format(file=file).split() for name in names}
    ratios: dict[str, list[float]] = {name: [] for name in names}
    bare = []
    for number in range(runs + 1):
        base = seconds(BARE, environment)
        spent = {name: seconds([*PMARK, *words[name]], environment) for name in names}
        if number:
            bare.append(base)
            for name in names:
                ratios[name].append(spent[name] / base)
    return ratios, bare


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """How long a command takes; 1 is a good exit too (a check that found something)."""
    begin = time.perf_counter()
    done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
    spent = time.perf_counter() - begin
    if done.returncode > 1:
        raise SystemExit(f"{' '.join(command)}: exit {done.returncode}")
    return spent


if __name__ == "__main__":
    raise SystemExit(main())
