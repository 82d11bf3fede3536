"""Every sentence that the program itself says, Japanese beside English.

One module an area (`cli`, `errors`, `screens`, `report`), each a mapping from a key to
`(Japanese, English)`. The questionnaires' own texts are data and live under `questionnaires/`.
"""

from __future__ import annotations

import os

LANGUAGES = ("ja", "en")

Texts = dict[str, tuple[str, str]]


def text(area: Texts, key: str, lang: str, /, **values: object) -> str:
    """The sentence `key` of an area in `lang`, its `{places}` filled with `values`.

    Values are inserted as they are: a brace in a user's text is never a place of its own.
    """
    sentence = area[key][1 if lang == "en" else 0]
    return sentence.format(**values) if values else sentence


def language(asked: str | None = None) -> str:
    """The language to speak: the one asked for, else the locale's where we have it, else Japanese."""
    if asked:
        return asked
    locale = next((v for k in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(k))), "")
    if not locale and os.name == "nt":
        from locale import getlocale

        locale = getlocale()[0] or ""
    return "en" if locale.lower().startswith("en") else "ja"
