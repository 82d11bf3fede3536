"""A pack of one's own to try things on."""

import os
import shutil
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent / "example" / "front-desk"


@pytest.fixture
def front_desk(tmp_path: Path) -> Path:
    """A copy of the small worked pack, to be changed at will."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "front-desk"))


@pytest.fixture
def own_packs() -> Path:
    """The folder of the user's packs."""
    folder = Path(os.environ["PMARK_DATA"]) / "packs"
    folder.mkdir(parents=True)
    return folder
