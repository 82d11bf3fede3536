"""What can go wrong through a user or a file, and the exit code of each.

PmarkError
├── BadInput      exit 2: a value, key, id or option that is not allowed
└── FileTrouble   exit 3: a file that cannot be read, written or locked

An error names a text in `pmark_tui/texts/errors.py` and the values for it; `cli.main` and the
screens are the only places that turn it into a line in the user's language.
"""

from __future__ import annotations


class PmarkError(Exception):
    """Anything that a user or a file can cause; shown as one line, never as a traceback."""

    exit_code = 2

    def __init__(self, key: str, /, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values

    def message(self, lang: str) -> str:
        """The one line that names file, key, what was found and what is allowed."""
        from pmark_tui.texts import text
        from pmark_tui.texts.errors import ERRORS
        from pmark_tui.texts.system import SYSTEM, key_of

        values = dict(self.values)
        if key := key_of(str(values.get("why", ""))):
            values["why"] = text(SYSTEM, key, lang, said=values["why"])
        return text(ERRORS, self.key, lang, **values)

    def __str__(self) -> str:
        return self.message("en")


class BadInput(PmarkError):
    """A value, key, id or option that is not allowed."""


class FileTrouble(PmarkError):
    """A file that cannot be read, written or locked."""

    exit_code = 3
