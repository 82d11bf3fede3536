"""What a report costs in each format: seconds, processor seconds and peak memory of the whole command.

    python benchmarks/report_formats.py [--runs 5]

The client answers every question of the shipped pack, each with a note. Processor seconds move least on a
machine that is busy with other things. The last line is one process that makes the Word and the Excel
report. Peers on about 90 questions
(2026-11-23, other machine): SAMM toolbox, one workbook: 2.1 s, 89 MB.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from datetime import date
from statistics import median

from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Answer, Client, Profile
from pmark_tui.store import client_file, packs

FORMATS = ("md", "csv", "json", "html", "docx", "xlsx")


BOTH = """
import sys
from datetime import date
from pmark_tui.report.output import make
from pmark_tui.report.writers import write_as
from pmark_tui.store import client_file, packs
client = client_file.read(sys.argv[1]).client
view = make(packs.load(), client, "full", "ja", date(2026, 11, 20))
for form in ("docx", "xlsx"):
    write_as(view, form)
"""


def main() -> int:
    """Measure and print."""
    parser = ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "full.pmark.toml")
        count = write_full_client(path)
        _run([sys.executable, "-m", "pmark_tui", "report", path, "-o", "-"])  # fills the cache
        bare = median(_run([sys.executable, "-I", "-c", "pass"])[0] for _ in range(runs))
        print(f"{count} questions, bare interpreter {bare * 1000:.1f} ms, median of {runs}")
        print(f"{'format':<10}{'seconds':>9}{'ratio':>8}{'cpu s':>8}{'peak MB':>9}{'kB':>8}")
        for form in FORMATS:
            out = os.path.join(folder, f"out.{form}")
            words = ["report", path, "-o", out, "--force"]
            found = [_run([sys.executable, "-m", "pmark_tui", *words]) for _ in range(runs)]
            _line(form, found, bare, os.path.getsize(out) // 1000)
        both = [_run([sys.executable, "-c", BOTH, path]) for _ in range(runs)]
        _line("docx+xlsx", both, bare)
    return 0


def write_full_client(path: str) -> int:
    """A client that answers everything; how many questions that is."""
    pack = packs.load()
    flags = tuple(flag.id for flag in pack.flags)
    profile = Profile("計測株式会社", "service", 48, 10_000_000, flags=flags)
    questions = asked(pack, profile)
    answers = {
        question.id: Answer(
            ("yes", "partial", "no", "unknown")[number % 4], note="二つの部門で確認した。"
        )
        for number, question in enumerate(questions)
    }
    client_file.create(path, Client(profile, pack.id, pack.version, date(2026, 11, 20), answers))
    return len(questions)


def _line(name: str, found: list[tuple[float, float, float]], bare: float, size: int = 0) -> None:
    seconds, cpu, peak = (
        median(f[0] for f in found),
        median(f[1] for f in found),
        max(f[2] for f in found),
    )
    print(f"{name:<10}{seconds:>9.3f}{seconds / bare:>8.1f}{cpu:>8.2f}{peak:>9.0f}{size or '':>8}")


def _run(words: list[str]) -> tuple[float, float, float]:
    """Seconds, processor seconds and peak memory (MB) of a program."""
    begun = time.perf_counter()
    child = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(child.pid, 0)
    assert status == 0, words
    return time.perf_counter() - begun, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000


if __name__ == "__main__":
    raise SystemExit(main())
