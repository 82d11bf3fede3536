"""What is fuzzed: for each surface its seeds, how they are changed, and what is done with an input."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from fuzz import mutate
from fuzz.command import MARK
from fuzz.files import (
    client_seeds,
    incident_seeds,
    pack_seeds,
    run_client,
    run_fees,
    run_incident,
    run_pack,
    run_sealed,
    with_shipped,
)
from fuzz.papers import (
    document_seeds,
    run_document,
    run_template,
    run_verify,
    run_workbook,
    template_seeds,
    verify_seeds,
    workbook_seeds,
)
from fuzz.typed import argv_seeds, key_seeds, plain_seeds, run_argv, run_keys, run_plain
from fuzz.vocabulary import JINJA, KEYS, WORDS


@dataclass(frozen=True)
class Target:
    """One surface.

    `seeds` are made in the fuzzer's own folder; `run` takes one input and raises what is a crash;
    `largest` is the longest input in bytes.
    """

    name: str
    seeds: Callable[[], list[bytes]]
    change: mutate.Mutate
    run: Callable[[bytes], None]
    largest: int = 60_000


def prepare() -> None:
    """Once in a process: let errors out that `cli.main` would hide, and keep packs in memory."""
    from pmark_tui.store import crash, packs

    def let_out(error: BaseException | None) -> str:
        assert error is not None
        raise error

    crash.write_report = let_out
    packs.load_folder = lru_cache(maxsize=4)(packs.load_folder)


TARGETS = {
    target.name: target
    for target in (
        Target("client", client_seeds, mutate.toml, run_client),
        Target("sealed", client_seeds, mutate.toml, run_sealed),
        Target("pack", pack_seeds, mutate.joined(mutate.toml, MARK), run_pack),
        Target("fees", with_shipped, mutate.joined(mutate.toml, MARK), run_fees),
        Target("incident", incident_seeds, mutate.toml, run_incident),
        Target("template", template_seeds, mutate.pieces(JINJA), run_template, 8_000),
        Target("workbook", workbook_seeds, mutate.archive, run_workbook),
        Target("document", document_seeds, mutate.archive, run_document),
        Target("verify", verify_seeds, mutate.archive, run_verify),
        Target("argv", argv_seeds, mutate.words(WORDS), run_argv, 2_000),
        Target("plain", plain_seeds, mutate.words(WORDS), run_plain, 2_000),
        Target("keys", key_seeds, mutate.pieces(KEYS), run_keys, 120),
    )
}
