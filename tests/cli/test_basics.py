"""What holds for every command: languages, errors in one line, exit codes, JSON and nothing else."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pmark_tui import __version__
from pmark_tui.cli import main
from pmark_tui.texts.commands import COMMANDS

NEW = [
    "--name",
    "株式会社テスト",
    "--industry",
    "service",
    "--workers",
    "12",
    "--capital",
    "1,000万",
]


@pytest.fixture
def path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    file = str(tmp_path / "客先.pmark.toml")
    assert main(["new", file, *NEW]) == 0
    capsys.readouterr()
    return file


def run(*words: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "pmark_tui", *words],
        capture_output=True,
        cwd=cwd,
        env={**os.environ, **env},
        stdin=subprocess.DEVNULL,
        check=False,
    )


def test_version_and_help_name_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--version"])
    assert left.value.code == 0
    assert capsys.readouterr().out == f"pmark {__version__}\n"
    for lang, word in (("ja", "書き出す"), ("en", "Write")):
        with pytest.raises(SystemExit):
            main(["--lang", lang, "--help"])
        shown = capsys.readouterr().out
        assert word in shown
        assert all(name in shown for name in COMMANDS if name != "open")


@pytest.mark.parametrize("name", [n for n in COMMANDS if n != "open"])
def test_every_command_has_help_in_both_languages(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang, text in zip(("ja", "en"), COMMANDS[name], strict=True):
        with pytest.raises(SystemExit) as left:
            main([name, "--help", "--lang", lang])
        assert left.value.code == 0
        assert text[:12] in capsys.readouterr().out


@pytest.mark.parametrize(
    ("locale", "says"),
    [
        ("ja_JP.UTF-8", "ありません"),
        ("en_GB.UTF-8", "no pack"),
        ("fr_FR.UTF-8", "ありません"),
        ("C", "ありません"),
    ],
)
def test_the_language_is_the_locales_where_we_have_it(
    locale: str, says: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    assert main(["questions", "--pack", "nothing"]) == 2
    assert says in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["new", "{dir}/a", *NEW[:3], "magic", *NEW[4:]], 2, "magic"),
        (["new", "{dir}/a", *NEW[:5], "many", *NEW[6:]], 2, "many"),
        (["new", "{dir}/a", *NEW, "--flag", "flying"], 2, "flying"),
        (["new", "{dir}/a", *NEW, "--expires", "2026/1/1"], 2, "2026/1/1"),
        (["new", "{dir}/a", *NEW, "--pack", "x"], 2, "jisq15001-2023"),
        (["new", "{file}", *NEW], 3, "客先.pmark.toml"),
        (["new", "{dir}/none/a", *NEW], 3, "none"),
        (["score", "{dir}/none.pmark.toml"], 3, "none.pmark.toml"),
        (["score", "{file}", "--explain", "dance"], 2, "grant"),
        (["answer", "{file}", "J.2.2-1"], 2, "J.2.2-1"),
        (["answer", "{file}", "J.2.2-1=maybe"], 2, "partial"),
        (["answer", "{file}", "J.99-1=yes"], 2, "J.99-1"),
        (["answer", "{file}", "J.2.2-1=na"], 2, "J.2.2-1"),
        (["answer", "{file}", "J.2.2-1=yes", "--certainty", "J.2.2-1=sure"], 2, "sure"),
        (["fees", "--size", "small", "--on", "someday"], 2, "someday"),
        (["fees", "--size", "small", "--on", "1990-01-01"], 2, "1990-01-01"),
        (["size", "--industry", "magic", "--workers", "3", "--capital", "1"], 2, "magic"),
    ],
)
def test_what_a_user_can_cause_is_one_line_and_an_exit_code(
    words: list[str],
    code: int,
    says: str,
    path: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    before = Path(path).read_bytes()
    filled = [w.format(dir=tmp_path, file=path) for w in words]
    for lang in ("ja", "en"):
        assert main([*filled, "--lang", lang]) == code
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith("pmark: ")
        assert err.count("\n") == 1
        assert says in err
    assert Path(path).read_bytes() == before


def test_answers_are_all_or_nothing(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["answer", path, "J.2.2-1=yes", "J.2.2-2=maybe"]) == 2
    capsys.readouterr()
    assert main(["answer", path, "J.2.2-1=yes", "J.2.2-2=no", "--note", "J.2.2-2=掲示 = まだ"]) == 0
    capsys.readouterr()
    assert main(["score", path, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["answered"] == 2
    assert "掲示 = まだ" in Path(path).read_text(encoding="utf-8")
    assert main(["answer", path, "J.2.2-1="]) == 0
    capsys.readouterr()
    assert main(["score", path, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["answered"] == 1


@pytest.mark.parametrize(
    "words",
    [
        ["questions", "--json"],
        ["score", "{file}", "--json"],
        ["gaps", "{file}", "--json"],
        ["check", "{file}", "--json"],
        ["fees", "--size", "small", "--json"],
        ["size", "--industry", "retail", "--workers", "5", "--capital", "1", "--json"],
        ["pack", "show", "--json"],
        ["pack", "list", "--json"],
    ],
)
def test_json_is_one_object_with_its_schema_and_nothing_else(
    words: list[str], path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([w.format(file=path) for w in words]) in (0, 1)
    out, err = capsys.readouterr()
    assert err == ""
    assert json.loads(out)["schema"] == f"pmark.{words[0]}/1"


def test_questions_in_the_order_asked_with_what_the_interface_promises(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["questions", path, "--json"]) == 0
    asked = json.loads(capsys.readouterr().out)["questions"]
    assert main(["questions", path, "--all", "--json"]) == 0
    every = json.loads(capsys.readouterr().out)["questions"]
    assert 130 <= len(asked) < len(every)
    promised = {"id", "clause", "side", "steps", "gates", "quick", "may_be_na", "ask", "text"}
    assert all(promised <= row.keys() for row in every)
    people = [row["ask"] for row in asked]
    assert people == sorted(people, key=people.index)  # each person's questions stand together
    assert all(row["texts"]["ja"] and row["texts"]["en"] for row in every)
    assert len({row["clause"] for row in every if row["clause"].startswith("J.")}) == 59


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    for encoding in ("ascii", "cp932"):
        done = run("questions", cwd=tmp_path, PYTHONIOENCODING=encoding, LC_ALL="C")
        assert done.returncode == 0, done.stderr
        assert "個人情報" in done.stdout.decode("utf-8")
        assert b"\r\n" not in done.stdout


def test_without_a_terminal_the_full_screen_is_not_opened(tmp_path: Path) -> None:
    done = run(str(tmp_path), cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode().count("\n") == 1


def test_pmark_alone_opens_the_users_folder(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    done = run(cwd=tmp_path, PMARK_CLIENTS=str(folder))
    assert done.returncode == 2  # no terminal here
    assert "--plain" in done.stderr.decode()
    assert folder.is_dir()


def test_control_characters_of_a_file_never_reach_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(tmp_path / "evil\x1b]0;title\x07.pmark.toml")
    assert main(["score", file]) == 3
    err = capsys.readouterr().err
    assert "\x1b" not in err
    assert "\x07" not in err


def test_a_fault_of_pmark_itself_shows_no_content(
    path: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        secret = "株式会社テスト"
        raise RuntimeError(secret)

    monkeypatch.setattr("pmark_tui.commands.score.score", fail)
    assert main(["score", path]) == 70
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "株式会社テスト" not in err
    report = Path(err.rsplit("：", 1)[1].strip()).read_text(encoding="utf-8")
    assert "RuntimeError" in report
    assert "株式会社テスト" not in report
