"""Words and names that would act on a terminal or lead out of a folder."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from pmark_tui.cli import main
from pmark_tui.domain.client import Client, Profile
from pmark_tui.store import client_file, folder, packs

ACTING = "\x1b]52;c;eA==\x07\x1b]0;x\x07\x1b[c\x9b31m\x90q\x9c\u202e\u2066\x7f\u2028"
NAMES = (
    "../../x",
    "/etc/x",
    "a\0b",
    "a\nb",
    "-rf",
    "..",
    ".",
    "",
    " ",
    "x" * 500,
    "あ" * 500,
    "C:\\x",
    ACTING,
)


def test_nothing_that_acts_reaches_the_terminal(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "a.pmark.toml")
    pack = packs.load()
    profile = Profile(f"A{ACTING}", "service", 5)
    client_file.create(path, Client(profile, pack.id, pack.version, date(2026, 1, 1)))
    for words in (
        ["portfolio", str(tmp_path)],
        ["portfolio", str(tmp_path), "--json"],
        ["score", f"nowhere{ACTING}"],
        ["score", path, f"--{ACTING}"],
        ["score", path, ACTING, "more"],
        ["gaps", path, "--top", ACTING],
        ["fees", "--size", ACTING],
        ["answer", path, f"{ACTING}=yes"],
    ):
        main(words)
        out, err = capfd.readouterr()
        acting = {c for c in out + err if not c.isprintable() and c not in "\n\t\u3000"}
        assert not acting, (words, acting)
        if "--json" in words:
            json.loads(out)
        assert err.count("\n") <= 1


@pytest.mark.parametrize("name", NAMES)
def test_a_name_stays_in_its_folder(name: str, tmp_path: Path) -> None:
    path = folder.new_path(str(tmp_path), name)
    assert os.path.dirname(os.path.abspath(path)) == str(tmp_path)
    with open(path, "wb"):
        pass
    assert os.listdir(tmp_path) == [os.path.basename(path)]
    assert os.path.basename(path).endswith(client_file.SUFFIX)
