"""Same input, same bytes: whatever the hour, the zone, the language, the folder or the order."""

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from pmark_tui.domain.client import Client
from pmark_tui.domain.pack import Pack
from pmark_tui.report.identity import content_hash
from pmark_tui.report.output import render
from pmark_tui.report.writers import FORMATS
from pmark_tui.store import client_file
from tests.report.clients import ON, full

SCRIPT = """
import hashlib, sys
from pmark_tui.cli import main
for form in sys.argv[3:]:
    out = f"{sys.argv[2]}/report.{form}"
    words = ["report", sys.argv[1], "--format", form, "-o", out, "--on", "2026-11-23", "--lang", "ja"]
    assert main(words) == 0
    print(form, hashlib.sha256(open(out, "rb").read()).hexdigest())
words = ["report", sys.argv[1], "--bundle", f"{sys.argv[2]}/b.zip", "--on", "2026-11-23", "--lang", "ja"]
assert main(words) == 0
print("bundle", hashlib.sha256(open(f"{sys.argv[2]}/b.zip", "rb").read()).hexdigest())
"""


def _elsewhere(folder: Path, client: Client, **environment: str) -> list[str]:
    """The hashes of all formats, made by a program of its own in a folder of its own."""
    (folder / "out").mkdir(parents=True)
    path = folder / "名前.pmark.toml"
    client_file.create(str(path), client)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path), str(folder / "out"), *FORMATS],
        env={**os.environ, **environment},
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [line for line in done.stdout.splitlines() if " " in line and len(line.split()[1]) == 64]


def test_another_machine_gives_the_same_files(pack: Pack, tmp_path: Path) -> None:
    client = full(pack)
    here = _elsewhere(tmp_path / "a", client, TZ="Asia/Tokyo", LC_ALL="ja_JP.UTF-8", HASHSEED="1")
    time.sleep(1.1)  # zip times have two seconds' steps
    there = _elsewhere(
        tmp_path / "b" / "deeper",
        client,
        TZ="America/Adak",
        LC_ALL="C",
        PYTHONHASHSEED="7",
        HOME=str(tmp_path),
        USER="somebody-else",
        COLUMNS="40",
    )
    assert len(here) == len(FORMATS) + 1
    assert here == there


@pytest.mark.parametrize("form", FORMATS)
def test_the_order_of_answering_and_the_state_of_the_interview_tell_nothing(
    form: str, pack: Pack, written: Callable[..., bytes]
) -> None:
    client = full(pack)
    backwards = dict(reversed(list(client.answers.items())))
    later = {
        key: replace(answer, at=answer.at and answer.at + timedelta(hours=3))
        for key, answer in backwards.items()
    }
    other = client.changed(answers=later, position="J.3.1.1-1", quick=True)
    assert content_hash(other) == content_hash(client)
    data = render(pack, other, form, "full", "ja", ON)
    assert hashlib.sha256(data).digest() == hashlib.sha256(written("full", form)).digest()


def test_every_entered_field_changes_the_hash(pack: Pack) -> None:
    client = full(pack)
    key = next(iter(client.answers))
    answer = client.answer(key)
    hashes = {content_hash(client)}
    changed = [
        client.changed(profile=replace(client.profile, name="別")),
        client.changed(profile=replace(client.profile, capital=None)),
        client.changed(findings=client.findings[:1]),
        client.changed(official_fees=()),
        *(
            client.with_answer(key, replace(answer, **{field: "別"}))
            for field in ("value", "note", "reason", "who", "evidence", "owner")
        ),
        client.with_answer(key, replace(answer, due=ON)),
        client.with_answer(key, replace(answer, evidence_date=ON)),
    ]
    hashes |= {content_hash(other) for other in changed}
    assert len(hashes) == len(changed) + 1


def test_no_host_and_no_user_is_named(
    monkeypatch: pytest.MonkeyPatch, pack: Pack, client_of: Callable[[str], Client]
) -> None:
    for name in ("USER", "LOGNAME", "USERNAME", "HOSTNAME", "COMPUTERNAME"):
        monkeypatch.setenv(name, "zzz-somebody")
    for form in FORMATS:
        data = render(pack, client_of("begun"), form, "full", "ja", ON)
        assert b"zzz-somebody" not in data
