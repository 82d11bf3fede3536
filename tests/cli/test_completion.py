"""Completion offers what the command line takes, because it is made from the same parsers."""

import shutil
import subprocess

import pytest

from pmark_tui.cli import main
from pmark_tui.commands.shapes import shapes
from pmark_tui.report.writers import FORMATS
from pmark_tui.texts.commands import COMMANDS

BASH = shutil.which("bash")
HARNESS = """
ask() { COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _pmark; echo "${COMPREPLY[*]}"; }
"""


@pytest.fixture(scope="module")
def known():
    return shapes("en")


def script(capsys, shell, lang="en"):
    assert main(["completion", shell, "--lang", lang]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_every_command_and_option_is_there(capsys, known, shell):
    made = script(capsys, shell)
    assert {shape.name for shape in known} == set(COMMANDS)
    for shape in known:
        for word in shape.options:
            for name in word.names:
                assert (name.lstrip("-") if shell == "fish" else name) in made
            assert " ".join(word.choices) in made


@pytest.mark.skipif(BASH is None, reason="no bash here")
def test_what_bash_offers(capsys):
    cases = {
        "pmark sc": "score",
        "pmark report --format ''": " ".join(FORMATS),
        "pmark report x --ki": "--kind",
        "pmark --lang ''": "ja en",
        "pmark --lang en pack s": "show schema",
        "pmark finding x c": "close",
        "pmark report -o ''": "",  # then bash offers files
    }
    asked = "".join(f"ask {words}\n" for words in cases)
    done = subprocess.run(
        [BASH, "--norc"],
        input=script(capsys, "bash") + HARNESS + asked,
        capture_output=True,
        text=True,
    )
    assert done.stderr == ""
    assert done.stdout.splitlines() == list(cases.values())


def test_words_of_people_end_no_quote(capsys):
    for shell in ("zsh", "fish"):
        for line in script(capsys, shell, "ja").splitlines():
            bare = line.replace("'\\''", "").replace("\\'", "")
            assert bare.count("'") % 2 == 0, line


def test_a_shell_that_is_none(capsys):
    assert main(["completion", "tcsh"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
