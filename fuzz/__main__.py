"""Fuzz every target for a while and print one summary line: `python -m fuzz --seconds 60`.

Exit 1 where something crashed, hung or grew; what did it lies in the folder that is named.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import tempfile
import time
import traceback
from argparse import ArgumentParser
from typing import Any

from fuzz import worker
from fuzz.targets import TARGETS

GROWTH_MB = 300
"""Most memory that a target may take on after it is warm, the corpus of the fuzzer included."""
_LATE = 90.0
"""Seconds after its time at which a target is given up as hung."""


def main() -> int:
    """Run the targets two at a time and add up their figures."""
    parser = ArgumentParser(prog="python -m fuzz", description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--seconds", type=float, default=60.0, help="for all targets together")
    parser.add_argument("--target", action="append", choices=TARGETS, help="default: all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2, help="targets at a time")
    parser.add_argument("--keep", metavar="DIR", help="where crashes and corpora go")
    parser.add_argument(
        "--input", metavar="FILE", help="run one input on the one --target, no more"
    )
    args = parser.parse_args()
    folder = os.path.abspath(args.keep) if args.keep else tempfile.mkdtemp(prefix="pmark-fuzz-")
    os.makedirs(folder, exist_ok=True)
    names = args.target or list(TARGETS)
    if args.input:
        return _again(names[0], args.input, folder)
    found = _all(names, args.seconds, args.seed, args.jobs, folder)
    return _summary(found, folder)


def _all(
    names: list[str], seconds: float, seed: int, jobs: int, folder: str
) -> list[dict[str, Any]]:
    """The targets, each in a fork of this process, in which pmark is followed already."""
    atheris = worker.load()
    if atheris is None:
        print(
            "atheris is not there (pip install '.[fuzz]'): inputs are changed blindly", flush=True
        )
    each = seconds * jobs / len(names)
    waiting, running, found = list(names), {}, []
    while waiting or running:
        while waiting and len(running) < jobs:
            name = waiting.pop(0)
            running[name] = (_fork(atheris, name, each, seed, folder), time.monotonic())
        time.sleep(0.1)
        for name, (child, begun) in list(running.items()):
            late = time.monotonic() - begun > each + _LATE
            if late:
                os.kill(child, signal.SIGKILL)
            ended, status = os.waitpid(child, 0 if late else os.WNOHANG)
            if ended:
                del running[name]
                code = os.waitstatus_to_exitcode(status)
                found.append(_result(name, code, late, folder))
                print(_line(found[-1]), flush=True)
    return found


def _fork(atheris: Any, name: str, seconds: float, seed: int, folder: str) -> int:
    """The id of a process that fuzzes one target and says what it does in a log."""
    child = os.fork()
    if child:
        return child
    code = 1
    try:
        log = os.open(os.path.join(folder, f"{name}.log"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(log, 1)
        os.dup2(log, 2)
        code = worker.work(atheris, name, seconds, seed, folder)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stderr.flush()
        os._exit(code)


def _result(name: str, code: int, late: bool, folder: str) -> dict[str, Any]:
    log = os.path.join(folder, f"{name}.log")
    try:
        with open(os.path.join(folder, f"{name}.json"), encoding="utf-8") as stream:
            result: dict[str, Any] = json.load(stream)
    except OSError:
        result = {"target": name, "crashes": {"did not start": log}}
        result |= dict.fromkeys(("inputs", "seconds", "grown_mb", "slowest"), 0)
    if late:
        result["crashes"]["hung"] = log
    elif code:
        result["crashes"][f"ended with {code}"] = log
    if result["grown_mb"] > GROWTH_MB:
        result["crashes"][f"grew by {result['grown_mb']} MB"] = log
    return result


def _line(result: dict[str, Any]) -> str:
    line = (
        f"{result['target']:<10}{result['inputs']:>9} inputs{result['seconds']:>8.0f} s  "
        f"slowest {result['slowest']:>5.2f} s  grown {result['grown_mb']:>4} MB  "
        f"crashes {len(result['crashes'])}"
    )
    return "\n".join((line, *(f"    {kind}: {path}" for kind, path in result["crashes"].items())))


def _summary(found: list[dict[str, Any]], folder: str) -> int:
    crashes = sum(len(one["crashes"]) for one in found)
    inputs, seconds = (sum(one[key] for one in found) for key in ("inputs", "seconds"))
    print(
        f"fuzz: {len(found)} targets, {inputs} inputs, {seconds:.0f} seconds, crashes {crashes}, "
        f"peak memory growth {max(one['grown_mb'] for one in found)} MB"
    )
    if crashes:
        print(f"what did it: {folder}")
    return 1 if crashes else 0


def _again(name: str, path: str, folder: str) -> int:
    """One input once more, with its traceback."""
    from fuzz import targets

    with open(path, "rb") as stream:
        data = stream.read()
    os.environ |= {"PMARK_CACHE": f"{folder}/cache", "PMARK_DATA": f"{folder}/data"}
    os.environ |= {"PMARK_CLIENTS": f"{folder}/clients", "LC_ALL": "C.UTF-8", "TERM": "dumb"}
    os.chdir(folder)
    os.makedirs("data", exist_ok=True)
    targets.prepare()
    targets.TARGETS[name].seeds()
    targets.TARGETS[name].run(data)
    print("nothing went wrong")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
