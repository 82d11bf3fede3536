"""pmark against a second implementation written from docs/scoring.md alone, on random files."""

import os
import tomllib
from pathlib import Path
from random import Random

import pytest
import tomli_w

from pmark_tui.domain.clauses import clause_states
from pmark_tui.domain.explain import explain
from pmark_tui.domain.gaps import gaps
from pmark_tui.domain.pack import Pack
from pmark_tui.domain.points import Tally
from pmark_tui.domain.scoring import score
from pmark_tui.store import client_file, paths
from tests.domain import independent_scoring as other
from tests.domain.small import FOLDER, shipped, small

SHIPPED = Path(paths.shipped()) / "jisq15001-2023"
EXACT = 1e-12


def random_file(random: Random, pack: Pack) -> str:
    """A client file as somebody might have written it, sensible or not."""
    eager = random.random()
    answers = {}
    for question in pack.questions:
        if random.random() < eager:
            answers[question.id] = {
                "value": random.choice([*pack.answer, *["yes"] * 6, "partial", "no", "nonsense"]),
                "reason": random.choice(["", "  ", "理由"]),
                "certainty": random.choice(other.CERTAINTIES),
            }
    profile = {
        "name": "例",
        "industry": "service",
        "workers": random.choice([0, 1, 2, 12]),
        "kind": random.choice(["new", "renewal"]),
        "flags": [flag.id for flag in pack.flags if random.random() < 0.5],
    }
    return tomli_w.dumps(
        {
            "format": client_file.FORMAT,
            "pack": pack.id,
            "pack_version": pack.version,
            "created": "2026-11-23",
            "profile": profile,
            "answers": answers,
        }
    ).replace('created = "2026-11-23"', "created = 2026-11-23")


def assert_same(ours: Tally, theirs: other.Table) -> None:
    assert abs(ours.low - float(theirs["low"])) < EXACT
    assert abs(ours.high - float(theirs["high"])) < EXACT
    assert (ours.weight, ours.answered, ours.asked, ours.excluded) == tuple(
        theirs[key] for key in ("weight", "answered", "asked", "excluded")
    )


@pytest.mark.parametrize("seed", range(10))
def test_both_agree_on_a_hundred_random_files_each(seed: int, tmp_path: Path) -> None:
    random = Random(seed)
    path = str(tmp_path / "random.pmark.toml")
    for number in range(100):
        pack, folder = (shipped(), SHIPPED) if number % 10 == 0 else (small(), FOLDER)
        text = random_file(random, pack)
        Path(path).write_text(text, encoding="utf-8")
        agree(pack, other.read_pack(folder), path, tomllib.loads(text))
        os.unlink(path)


def agree(pack: Pack, their_pack: other.Table, path: str, their_client: other.Table) -> None:
    client = client_file.read(path).client
    theirs = other.steps(their_pack, their_client)
    for ours in score(pack, client).steps:
        step = theirs[ours.step.id]
        assert_same(ours.whole, step)
        assert_same(ours.written, step["sides"][0])
        assert_same(ours.practised, step["sides"][1])
        assert [b.question for b in ours.blockers] == step["blockers"]
        assert list(ours.open_gates) == step["open_gates"]
        assert ours.status == step["status"]
        assert ours.certainty == step["certainty"]
        found = explain(pack, client, ours.step.id)
        assert {s.clause.id: (s.low, s.high, s.weight) for s in found.clauses} == other.shares(
            their_pack, their_client, ours.step.id
        )
    assert {
        s.clause.id: s.whole.status for s in clause_states(pack, client)
    } == other.clause_statuses(their_pack, their_client)
    incidents = {"1.1": 0.1, "2.2/technical": 0.3, "J.9.2/technical": 0.2, "J.4.3": 0.2}
    assert [g.question.id for g in gaps(pack, client, incidents)] == other.gaps(
        their_pack, their_client, incidents
    )
