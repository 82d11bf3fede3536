"""A pack comes back from its compiled copy as it was read from its sources, field by field."""

import os
from dataclasses import fields

import pytest

from pmark_tui.domain.pack import Pack
from pmark_tui.store import packs
from pmark_tui.store.pack_sources import read_pack


@pytest.mark.parametrize("folder", packs.folders(), ids=os.path.basename)
def test_the_compiled_copy_is_the_pack(folder):
    read = read_pack(folder)
    packs.load_folder(folder)
    thawed = packs.load_folder(folder)
    for field in fields(Pack):
        held, expected = getattr(thawed, field.name), getattr(read, field.name)
        if field.name == "guides":
            held = dict(held)
        assert held == expected, field.name
        assert type(held) is type(expected), field.name
    assert len(thawed.guides) == len(read.questions)
