"""Everything that is measured, in one table: `python -m benchmarks [--only GROUP] [--rounds N]`.

Each figure is taken in turns with a yardstick, so that a machine whose speed drifts slows both; ratios
are by round. Exit 1 where an aim is not met. Linux and macOS.
"""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from argparse import ArgumentParser

from benchmarks import measures, rows
from benchmarks.peers import peers

GROUPS = {
    "startup": measures.startup,
    "paint": measures.paint,
    "reports": measures.reports,
    "portfolio": measures.portfolio,
    "clients": measures.clients,
    "growth": measures.growth,
    "peers": peers,
}


def main() -> int:
    """Measure the groups that are asked for and print the table."""
    parser = ArgumentParser(prog="python -m benchmarks", description=__doc__.split("\n")[0])
    parser.add_argument("--only", action="append", choices=GROUPS, help="default: all groups")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--files", type=int, default=10_000, help="of the largest portfolio")
    args = parser.parse_args()
    found: list[rows.Row] = []
    with tempfile.TemporaryDirectory(prefix="pmark-bench-") as folder:
        place = measures.Place(folder)
        place.most_files = args.files
        for name in args.only or GROUPS:
            print(f"{name} ...", file=sys.stderr, flush=True)
            found += GROUPS[name](place, args.rounds)
    print(
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}, {args.rounds} rounds, load {os.getloadavg()[0]:.1f}\n"
    )
    print(rows.table(found))
    missed = [row for row in found if row.verdict == "NOT met"]
    aims = [row for row in found if row.verdict]
    print(f"\n{len(aims) - len(missed)} of {len(aims)} aims met")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
