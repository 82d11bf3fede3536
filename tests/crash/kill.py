"""Kills the full-screen program while it is being typed into, and looks at what is on disk afterwards.

    python -m tests.crash.kill --kills 100 [--seed N] [--jobs N]

Each run is the real app on a terminal of its own: a process that has pmark imported forks, and the
child opens a client file. Keys go into the terminal at random moments; then, at a random moment, the
program is killed (SIGKILL), ended (SIGTERM, SIGHUP) or loses its terminal. The next run goes on with
the same file, as a user would.

Two things are told apart exactly. *What the screen called saved* is read from the screen: the app's
clock counts the states that were said, a second each, so that 「保存 00:00:07」 calls the seventh state
saved. *What was said* is written down by the app itself, before it is saved, into a journal that
survives the process. Then the file must read, and be one of the states said, none older than the one
called saved; after an end that can be answered (all but SIGKILL) it must be the very last. Earlier
states that are kept must read too, the lock must be free, and saving must go on.

Ends with one line: kills, sound files, answers called saved, answers found. Exit 1 if anything is lost.
"""

from __future__ import annotations

import argparse
import os
import pickle
import random
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from tests.crash.victim import ENDS_WITHIN, State, Victim, content, warm_up

RUNS_A_FILE = 12
"""After so many kills another client file is begun."""
LONGEST = 0.45
"""Seconds of typing, at most."""
HOW = ("SIGKILL", "SIGKILL", "SIGTERM", "SIGHUP", "closed")
STATUS = {"SIGKILL": (-9,), "SIGTERM": (143, -15), "SIGHUP": (129, -1), "closed": (129, -1, 1)}
"""How it may end: by the signal itself while it is starting; with 1 where the terminal was gone before."""
KEYS = (
    *("1", "2", "3", "4") * 6,
    *("f", "c", "k", "\x1b[C", "\x1b[D", "0", "u", "u", "r"),
    "m確かめる 12 を\x1b",
    "mあ",
    "\x1b",
    "\x1b[15~",
    "\x1bOR",
)
"""What is typed: answers above all; marks, moving, undo and redo, notes, another screen and back."""


@dataclass
class Tally:
    """What came out of some kills."""

    kills: int = 0
    sound: int = 0
    called_saved: int = 0
    found: int = 0
    by_kind: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Put two tallies together."""
        self.kills += other.kills
        self.sound += other.sound
        self.called_saved += other.called_saved
        self.found += other.found
        self.by_kind += other.by_kind
        self.lost += other.lost


def kill_once(path: str, folder: str, chance: random.Random) -> Tally:
    """Open the file, type, kill, and judge what is on disk."""
    from pmark_tui.store import client_file

    before = content(client_file.read(path).client)
    how = chance.choice(HOW)
    victim = Victim(path, os.path.join(folder, "journal"))
    if chance.random() < 0.1:  # while it is only just starting
        victim.read(chance.random() * 0.25)
    elif victim.until("聞き取り"):
        end = time.monotonic() + chance.random() * LONGEST
        while (left := end - time.monotonic()) > 0:
            victim.type("".join(chance.choices(KEYS, k=chance.choice((1, 1, 2, 5)))))
            victim.read(min(left, chance.random() * 0.06))
    ended = victim.end(how)
    tally = judge(path, how, ended, [before, *victim.said()], victim.saved)
    if ended and victim.status not in STATUS[how]:
        tally.lost.append(f"{how}: ended with {victim.status}")
    if not ended:
        tally.lost.append(victim.stacks())
    tally.lost += failures()
    if tally.lost:
        there = sorted(os.listdir(folder))
        tally.lost.append(f"status {victim.status}, {victim.saved} saved; there: {there}")
    return tally


def failures() -> list[str]:
    """What pmark wrote of a failure of its own since the last look."""
    report = os.path.join(os.environ["PMARK_CACHE"], "crash.txt")
    try:
        with open(report, encoding="utf-8") as stream:
            told = stream.read()
        os.unlink(report)
    except FileNotFoundError:
        return []
    return [f"pmark itself failed: {told}"]


def judge(path: str, how: str, ended: bool, states: list[State], saved: int) -> Tally:
    """Whether the file is sound and holds what the screen called saved.

    `states` are the state before and every state said; `saved` is the number of the one called saved.
    """
    from pmark_tui.errors import PmarkError
    from pmark_tui.store import client_file, versions
    from pmark_tui.store.open_file import OpenFile

    tally = Tally(kills=1, by_kind=Counter([how]))
    called = states[saved]["answers"] if saved < len(states) else {}
    tally.called_saved = len(called)
    try:
        held = client_file.read(path).client
        for version in versions.listing(path):
            client_file.read(version.path)
        opened = OpenFile(path, "judge")
        if opened.trouble is not None:
            raise opened.trouble
        opened.save(held.changed(position=""))
        opened.close()
    except PmarkError as error:
        tally.lost.append(f"{how}: {error}")
        return tally
    tally.sound = 1
    file = content(held)
    matching = [n for n, state in enumerate(states) if state == file]
    at_least = saved if how == "SIGKILL" else len(states) - 1
    if saved >= len(states):
        tally.lost.append(f"{how}: the screen called {saved} saved, {len(states) - 1} were said")
    elif not any(n >= saved for n in matching):
        tally.lost.append(
            f"{how}: of {len(states) - 1} states said, {saved} called saved, the file is {matching}"
        )
    elif not any(n >= at_least for n in matching):
        tally.lost.append(
            f"{how}: the last of {len(states) - 1} states is not on disk, {matching} is"
        )
    if not ended:
        tally.lost.append(f"{how}: did not end within {ENDS_WITHIN} s")
    left = [n for n in os.listdir(os.path.dirname(path)) if n.endswith(".part")]
    if left:
        tally.lost.append(f"{how}: left behind for good: {left}")
    later = states[matching[-1]]["answers"] if matching and matching[-1] >= saved else called
    there = file["answers"]
    tally.found = sum(there.get(q) == later.get(q) for q in called)
    return tally


# --- many kills ----------------------------------------------------------------------------------


def some_kills(count: int, seed: int, folder: str) -> Tally:
    """So many kills one after the other, each client file for a dozen of them."""
    from pmark_tui.domain.client import Client, Profile
    from pmark_tui.store import client_file, packs

    chance = random.Random(seed)
    pack = packs.load()
    tally, path = Tally(), ""
    for number in range(count):
        if number % RUNS_A_FILE == 0:
            path = os.path.join(folder, f"{number}.pmark.toml")
            profile = Profile("試験会社", "service", 12, 10_000_000)
            client_file.create(path, Client(profile, pack.id, pack.version, date(2026, 11, 23)))
        one = kill_once(path, folder, chance)
        one.lost = [f"seed {seed}, kill {number}: {line}" for line in one.lost]
        tally.add(one)
        if one.lost:
            path = os.path.join(folder, f"{number}-after.pmark.toml")
            profile = Profile("試験会社", "service", 12, 10_000_000)
            client_file.create(path, Client(profile, pack.id, pack.version, date(2026, 11, 23)))
    return tally


def main() -> int:
    """Kill in several processes at once and print what came out."""
    words = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    words.add_argument("--kills", type=int, default=100)
    words.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1 << 30))
    words.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    args = words.parse_args()
    began = time.monotonic()
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"TERM": "xterm-256color", "PMARK_DATA": f"{folder}/data"}
        os.environ["PMARK_CACHE"] = f"{folder}/cache"
        warm_up()
        jobs = [_job(n, args, folder) for n in range(args.jobs)]
        for pid, results in jobs:
            with os.fdopen(results, "rb") as stream:
                data = stream.read()
            os.waitpid(pid, 0)
            tally.add(
                pickle.loads(data) if data else Tally(lost=["a job of the harness ended early"])
            )
    for line in tally.lost:
        print(line)
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(tally.by_kind.items()))
    print(
        f"{tally.kills} kills ({kinds}): {tally.sound} sound files, "
        f"{tally.called_saved} answers called saved, {tally.found} answers found, "
        f"{len(tally.lost)} troubles; {time.monotonic() - began:.0f} s, seed {args.seed}"
    )
    whole = tally.kills == args.kills == tally.sound and tally.called_saved == tally.found
    return 0 if whole and not tally.lost else 1


def _job(number: int, args: argparse.Namespace, folder: str) -> tuple[int, int]:
    """A process that does its share of the kills and sends its tally."""
    share = args.kills // args.jobs + (number < args.kills % args.jobs)
    own = os.path.join(folder, str(number))
    os.mkdir(own)
    results, send = os.pipe()
    if pid := os.fork():
        os.close(send)
        return pid, results
    status = 1
    try:
        os.close(results)
        with os.fdopen(send, "wb") as stream:
            stream.write(pickle.dumps(some_kills(share, args.seed + number, own)))
        status = 0
    except BaseException:
        traceback.print_exc()
    finally:
        os._exit(status)


if __name__ == "__main__":
    raise SystemExit(main())
