"""What a check of a pack may name, and how its conditions go together."""

from __future__ import annotations

from collections.abc import Iterator

from pmark_tui.domain.checks import SEVERITIES
from pmark_tui.domain.client import KINDS
from pmark_tui.domain.pack import Check, Pack

NAMES = ("head", "privacy_manager", "audit_manager")
"""The names of the profile that a check may compare."""

QUESTIONS = ("held", "none_of", "short", "excluded", "earlier", "later", "outdated", "outside")
TRIGGERS = ("short", "excluded", "outdated", "outside", "earlier")


def check_references(pack: Pack, check: Check) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """What a check names that does not fit: the key, what was found, what may stand there."""
    flags = tuple(flag.id for flag in pack.flags)
    questions = tuple(pack.question)
    allowed: dict[str, tuple[str, ...]] = {
        "severity": SEVERITIES,
        "mends": ("", *questions, *(f"profile.{name}" for name in ("flags", *NAMES, "workers"))),
        "flags": flags,
        "flags_absent": flags,
        "kinds": KINDS,
        "same": NAMES,
        "findings": ("", "any", "open"),
        **dict.fromkeys(QUESTIONS, questions),
    }
    for key, fits in allowed.items():
        value = getattr(check, key)
        for one in value if isinstance(value, tuple) else (value,):
            if one not in fits:
                yield key, one, fits
    given = [key for key in TRIGGERS if getattr(check, key)]
    for key in given[1:]:
        yield key, ", ".join(getattr(check, key)), (given[0],)
    if not given and not check.mends:
        yield "mends", check.mends, questions
    if bool(check.earlier) != bool(check.later):
        yield "later", ", ".join(check.later), questions
    if bool(check.outdated) != bool(check.months):
        yield "months", str(check.months), ("1 or more with outdated",)
