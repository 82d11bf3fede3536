"""What is typed: command lines, the interview line by line, keys on the screen."""

from __future__ import annotations

import os
import shutil
from zlib import crc32

from fuzz.command import FILE, command
from fuzz.files import LOOKS, client_seeds


def argv_seeds() -> list[bytes]:
    """Command lines, a word a line."""
    client_seeds()
    new = "new n --name A --industry service --workers 5 --no-capital --force"
    exposure = "exposure --persons 9 --items 氏名,住所"
    lines = [" ".join(words) for words in LOOKS] + [new, exposure]
    lines += ["size --industry retail --workers 5 --capital 1000万", "doctor --json", "pack list"]
    lines += ["incident --known-on 2026-11-24 --json", "incident --figures", "--version"]
    return [line.replace(" ", "\n").encode() for line in lines]


def run_argv(data: bytes) -> None:
    """A command line."""
    if not os.path.exists(FILE) or crc32(data) % 50 == 0:
        shutil.copyfile("seed.pmark.toml", FILE)
    line = data.decode("utf-8", "surrogateescape").split("\n")[:40]
    command(*(word.replace("\0", "") for word in line), typed="1\n2\nq\n")


def plain_seeds() -> list[bytes]:
    """Talks with the interview line by line."""
    client_seeds()
    talk = "1\n5\n理由\nn メモ\nc seen\nd\nf\np\ng\ns\n/ 方針\nj 1.1-1\nu\nr\nb\n?\n12y 13n\nq\n"
    return [talk.encode(), b"?\n1\n1\n1\nu\nu\nr\nq\n"]


def run_plain(data: bytes) -> None:
    """A talk with the interview line by line, in either language."""
    shutil.copyfile("seed.pmark.toml", FILE)
    lang = "en" if crc32(data) % 2 else "ja"
    typed = data.decode("utf-8", "replace").replace("\r", "\n")
    command("interview", FILE, "--plain", "--lang", lang, typed=typed)


def run_keys(data: bytes) -> None:
    """Keys pressed on the full screen."""
    from fuzz.screen import press

    press(data)


def key_seeds() -> list[bytes]:
    """Keys as a terminal sends them."""
    client_seeds()
    return [
        b"1234",
        b"\x1bOR\x1b[B\r",
        b"n\xe3\x81\x82\x1b",
        b"/J.2\r",
        b"\x1bOS\x1b[15~\t\r",
        b"p\x1b",
    ]
