"""One target: its inputs are run, judged and counted.

With atheris the input is led by the code that it reaches; without it the same changes are made blindly.
Crashes are kept in a folder and the run goes on; figures are written there all the while.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from functools import partial
from hashlib import sha256
from importlib import import_module
from pkgutil import walk_packages
from random import Random
from typing import Any

from fuzz.mutate import Mutate

SLOWEST = 10.0
"""Most seconds of processor time that one input may take."""
MEMORY_MB = 1200
_WARM = 300
"""From this input on memory may grow no more: everything is imported and cached by then."""


class Slow(Exception):
    """An input took too long."""


class Run:
    """Counts, judges and keeps what happens with each input."""

    def __init__(self, name: str, run: Callable[[bytes], None], folder: str) -> None:
        self.name, self.run, self.folder = name, run, folder
        self.begun = self.told = time.monotonic()
        self.inputs, self.first, self.slowest = 0, 0, 0.0
        self.crashes: dict[str, str] = {}

    def one(self, data: bytes) -> None:
        """Run one input."""
        self.inputs += 1
        begin = time.process_time()
        try:
            self.run(data)
            spent = time.process_time() - begin
            self.slowest = max(self.slowest, spent)
            if spent > SLOWEST:
                raise Slow(f"{spent:.1f} s")
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:
            self._keep(data, error)
        if self.inputs == _WARM:
            self.first = peak_kb()
        if time.monotonic() - self.told > 0.5:
            self.tell()

    def _keep(self, data: bytes, error: BaseException) -> None:
        frames = traceback.extract_tb(error.__traceback__)
        own = [f for f in frames if "pmark_tui" in f.filename] or list(frames)
        where = f"{os.path.basename(own[-1].filename)}:{own[-1].lineno}" if own else "-"
        last = f"{os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else "-"
        kind = f"{type(error).__name__} {where} {last}"
        if kind in self.crashes:
            return
        stem = os.path.join(self.folder, f"{self.name}-{sha256(data).hexdigest()[:12]}")
        self.crashes[kind] = f"{stem}.input"
        with open(f"{stem}.input", "wb") as stream:
            stream.write(data)
        with open(f"{stem}.txt", "w", encoding="utf-8", errors="backslashreplace") as stream:
            stream.write("".join(traceback.format_exception(error)))
        self.tell()

    def tell(self) -> None:
        """Write the figures as they stand."""
        self.told = time.monotonic()
        grown = (peak_kb() - self.first) // 1024 if self.first else 0
        figures = {
            "target": self.name,
            "inputs": self.inputs,
            "seconds": round(self.told - self.begun, 1),
            "grown_mb": grown,
            "peak_mb": peak_kb() // 1024,
            "slowest": round(self.slowest, 2),
            "crashes": self.crashes,
        }
        part = os.path.join(self.folder, f".{self.name}.part")
        with open(part, "w", encoding="utf-8") as stream:
            json.dump(figures, stream)
        os.replace(part, os.path.join(self.folder, f"{self.name}.json"))


def peak_kb() -> int:
    """The most memory that this process has held, in kB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak


def load() -> Any:
    """Import pmark, followed by atheris where that is installed; atheris, else None."""
    sys.dont_write_bytecode = True
    try:
        import atheris
    except ImportError:
        return None
    with atheris.instrument_imports(include=["pmark_tui"], enable_loader_override=False):
        import pmark_tui

        for module in walk_packages(pmark_tui.__path__, "pmark_tui."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
    return atheris


def work(atheris: Any, name: str, seconds: float, seed: int, folder: str) -> int:
    """Fuzz one target in this process, which belongs to it alone."""
    place = tempfile.mkdtemp(prefix=f"{name}-", dir=folder)
    os.environ |= {
        "PMARK_CACHE": os.path.join(place, "cache"),
        "PMARK_DATA": os.path.join(place, "data"),
        "PMARK_CLIENTS": os.path.join(place, "clients"),
        "LC_ALL": "C.UTF-8",
        "TERM": "dumb",
    }
    os.chdir(place)
    os.makedirs("data")
    from fuzz import targets
    from fuzz.confine import confine

    target = targets.TARGETS[name]
    targets.prepare()
    seeds = target.seeds()
    confine(folder)
    run = Run(name, target.run, folder)
    for data in seeds:
        run.one(data)
    fuzz = _blindly if atheris is None else partial(_led, atheris)
    fuzz(run, target.change, seeds, seconds, seed, target.largest)
    run.tell()
    return 0


def _blindly(
    run: Run, change: Mutate, seeds: list[bytes], seconds: float, seed: int, largest: int
) -> None:
    rng = Random(seed)
    pool = list(seeds)
    while time.monotonic() - run.begun < seconds:
        data = change(rng, rng.choice(pool))[:largest]
        run.one(data)
        if rng.random() < 0.05 and len(pool) < 500:
            pool.append(data)


def _led(
    atheris: Any,
    run: Run,
    change: Mutate,
    seeds: list[bytes],
    seconds: float,
    seed: int,
    largest: int,
) -> None:
    os.makedirs("corpus")
    for number, data in enumerate(seeds):
        with open(os.path.join("corpus", f"seed-{number}"), "wb") as stream:
            stream.write(data)

    def mutator(data: bytes, largest: int, seed: int) -> bytes:
        rng = Random(seed)
        if rng.random() < 0.25:
            return bytes(atheris.Mutate(data, largest))
        made = change(rng, data)
        return made if len(made) <= largest else bytes(atheris.Mutate(data, largest))

    options = {
        "max_total_time": max(1, round(seconds - (time.monotonic() - run.begun))),
        "seed": seed or 1,
        "max_len": max(largest, *(len(s) for s in seeds)),
        "len_control": 0,
        "timeout": 60,
        "rss_limit_mb": MEMORY_MB,
        "artifact_prefix": os.path.join(run.folder, f"{run.name}-hard-"),
        "reload": 0,
        "verbosity": 1,
    }
    words = ["fuzz", *(f"-{key}={value}" for key, value in options.items()), "corpus"]
    atheris.Setup(words, run.one, custom_mutator=mutator)
    atheris.Fuzz()
