"""Files handed over to others: written whole or not at all, never over something by accident."""

from __future__ import annotations

import os

from pmark_tui.errors import BadInput, FileTrouble
from pmark_tui.store import whole_file
from pmark_tui.store.client_file import SUFFIX


def write(path: str, data: bytes, force: bool = False) -> None:
    """Write a file beside its place, then put it there at one stroke; readable by its user alone.

    Args:
        path: where it goes; never a client file.
        data: all of it.
        force: whether a file that is there may be replaced.

    Raises:
        BadInput: the path is that of a client file.
        FileTrouble: something is there that may not be replaced, or it cannot be written.
    """
    if path.endswith(SUFFIX):
        raise BadInput("output_is_client", file=path)
    if os.path.lexists(path) and not force:
        raise FileTrouble("output_exists", file=path)
    try:
        whole_file.put(path, data, new=not force)
    except FileExistsError:
        raise FileTrouble("output_exists", file=path) from None
    except OSError as error:
        raise FileTrouble("file_unwritable", file=path, why=error.strerror) from None
