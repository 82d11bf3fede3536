"""How long a re-score after one answer takes on the full pack, and against scoring from nothing.

Run: python benchmarks/rescore.py [--json]

"One answer" is what the full screen does at each key: record the answer in a client that is held in
memory and score every step. "From nothing" reads the client file and the compiled pack first, as a
command does. Times are the best and the median of many runs; the aim is 5 ms.
"""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from pmark_tui.domain.answering import record
from pmark_tui.domain.asking import asked
from pmark_tui.domain.client import Client, Profile
from pmark_tui.domain.explain import explain
from pmark_tui.domain.gaps import gaps
from pmark_tui.domain.scoring import score
from pmark_tui.store import client_file, packs

AIM_MS = 5.0
RUNS = 200
AT = datetime(2026, 11, 23, 9, 0)  # noqa: DTZ001 - answers are stamped in local time


def measure(work: Callable[[], object], runs: int) -> dict[str, float]:
    """Best and median time of `work` in milliseconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return {"best_ms": min(times), "median_ms": statistics.median(times)}


def main() -> int:
    """Measure and print; exit 1 where the aim is missed by the median."""
    pack = packs.load()
    profile = Profile("測定", "service", 12, flags=tuple(flag.id for flag in pack.flags))
    client = Client(profile, pack.id, pack.version, date(2026, 11, 23))
    questions = asked(pack, profile)
    values = ("yes", "partial", "no", "unknown")
    for number, question in enumerate(questions):
        client = record(pack, client, question.id, values[number % 4], AT)
    turns = iter(range(10**9))

    def one_answer() -> object:
        value = values[next(turns) % 2]
        return score(pack, record(pack, client, questions[0].id, value, AT))

    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "bench.pmark.toml")
        client_file.create(path, client)

        def from_nothing() -> object:
            held = client_file.read(path).client
            return score(packs.load(held.pack), held)

        found = {
            "questions": len(questions),
            "rescore": measure(one_answer, RUNS),
            "from_nothing": measure(from_nothing, RUNS // 4),
            "explain_a_step": measure(lambda: explain(pack, client, pack.steps[0].id), RUNS // 4),
            "gaps": measure(lambda: gaps(pack, client, {}), RUNS // 4),
        }
    ratio = found["from_nothing"]["median_ms"] / found["rescore"]["median_ms"]
    met = found["rescore"]["median_ms"] < AIM_MS
    if "--json" in sys.argv:
        print(
            json.dumps({**found, "from_nothing_over_rescore": ratio, "aim_ms": AIM_MS, "met": met})
        )
    else:
        print(f"{found['questions']} questions asked, all answered")
        for name in ("rescore", "from_nothing", "explain_a_step", "gaps"):
            row = found[name]
            print(f"{name:<16} best {row['best_ms']:7.2f} ms   median {row['median_ms']:7.2f} ms")
        print(f"from nothing / re-score: {ratio:.1f}")
        print(f"aim: re-score under {AIM_MS:g} ms: {'met' if met else 'NOT met'}")
    return 0 if met else 1


if __name__ == "__main__":
    raise SystemExit(main())
