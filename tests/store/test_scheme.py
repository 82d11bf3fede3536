"""The scheme's files: what contradicts itself or is misspelt is refused by file and key."""

from __future__ import annotations

import os
import shutil

import pytest

from pmark_tui.errors import BadInput
from pmark_tui.store import paths, scheme

LOADERS = {
    "fees": scheme.fee_book,
    "charges": scheme.charges,
    "size": scheme.size_rules,
    "calendar": scheme.calendar_rules,
    "eligibility": scheme.eligibility_rules,
    "papers": scheme.paper_rules,
}


@pytest.fixture
def change(monkeypatch, tmp_path):
    """A copy of the scheme's files in which one thing is changed, and its loader without memory."""
    folder = os.path.join(tmp_path, "questionnaires")
    shutil.copytree(
        os.path.join(paths.shipped(), "privacymark"), os.path.join(folder, "privacymark")
    )
    monkeypatch.setattr(paths, "shipped", lambda: folder)

    def write(name, old, new):
        path = os.path.join(folder, "privacymark", f"{name}.toml")
        with open(path, encoding="utf-8") as stream:
            content = stream.read()
        assert old in content
        with open(path, "w", encoding="utf-8") as stream:
            stream.write(content.replace(old, new, 1))
        return LOADERS[name].__wrapped__

    return write


@pytest.mark.parametrize("name", LOADERS)
def test_compiled_and_source_give_the_same(change, name):
    load = change(name, "checked_on", "checked_on")
    assert load() == load()
    assert load().checked_on.isoformat() == "2026-11-23"


@pytest.mark.parametrize("name", LOADERS)
def test_an_unknown_key_is_refused_at_any_depth(change, name):
    load = change(name, "title.en", 'title.fr = "x"\ntitle.en')
    with pytest.raises(BadInput, match=r"title\.fr") as refused:
        load()
    assert f"privacymark/{name}.toml" in str(refused.value)


@pytest.mark.parametrize(
    ("name", "old", "new", "named"),
    [
        ("fees", "last = 2014-03-31", "last = 2014-03-30", "2004-12 and 2014-04 do not meet"),
        ("fees", "last = 2014-03-31", "last = 2014-04-01", "2004-12 and 2014-04 do not meet"),
        ("fees", "last = 2014-03-31\n", "", "2004-12 and 2014-04 do not meet"),
        ("fees", "audit = 205715", "audit = 205714", "new.small.audit"),
        ("fees", "audit = 200000", "audit = -200000", "below zero"),
        ("fees", 'size = "small"\nlow = 335000', 'size = "large"\nlow = 335000', "2026-10"),
        ("fees", 'basis = "2019-10"', 'basis = "2018-10"', "2018-10"),
        ("calendar", 'needs = ["build"]', 'needs = ["grant"]', "grant"),
        ("calendar", 'longest = "4m"', 'longest = "2m"', "build"),
        ("calendar", 'longest = "4m"', 'longest = "4y"', "build"),
        ("calendar", 'phase = "grant"', 'phase = "party"', "party"),
        ("size", 'certainty = "confirmed"', 'certainty = "sure"', "sure"),
    ],
)
def test_contradictions_are_refused_and_named(change, name, old, new, named):
    load = change(name, old, new)
    with pytest.raises(BadInput, match=named):
        load()
