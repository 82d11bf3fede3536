"""`pmark demo`: write a filled-in sample client and open it."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace

from pmark_tui.commands.open import open_screen
from pmark_tui.commands.output import say
from pmark_tui.errors import FileTrouble
from pmark_tui.store import client_file, folder, paths
from pmark_tui.texts import text
from pmark_tui.texts.cli import CLI


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Options of `pmark demo`."""
    parser.add_argument("--to", metavar="DIR")
    parser.add_argument("--no-open", action="store_true")


def run(args: Namespace) -> int:
    """Copy the sample of the language under a name that is free, say where it is, and open it."""
    path = write_sample(paths.clients() if args.to is None else args.to, args.lang)
    say(text(CLI, "demo_written", args.lang, path=path))
    return 0 if args.no_open else open_screen(path, args.lang)


def write_sample(into: str, lang: str) -> str:
    """Write the sample client into a folder, which is made if it is missing; return its path.

    Raises:
        FileTrouble: the folder or the file cannot be written.
    """
    sample = client_file.read(
        os.path.join(paths.shipped(), "sample", f"sample.{lang}{client_file.SUFFIX}")
    )
    try:
        os.makedirs(into, mode=0o700, exist_ok=True)
    except OSError as error:
        raise FileTrouble("file_unwritable", file=into, why=error.strerror) from None
    path = folder.new_path(into, sample.client.profile.name)
    return client_file.save_as(path, sample, sample.client).path
