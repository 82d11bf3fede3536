"""Files that are made from the program say what the program says now."""

import os
import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

import pmark_tui
from pmark_tui.store import paths

ROOT = Path(__file__).resolve().parents[2]


def maker(path):
    spec = spec_from_file_location("maker", ROOT / path)
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_manual_page():
    made = maker("docs/man/make.py")
    assert made.PAGE.read_text(encoding="utf-8") == made.page(), "run: python docs/man/make.py"


def test_the_schemas():
    made = maker("docs/schema/make.py").files()
    assert set(made) == set((ROOT / "docs" / "schema").glob("*.schema.json"))
    for path, text in made.items():
        assert path.read_text(encoding="utf-8") == text, "run: python docs/schema/make.py"


def test_the_version_to_cite():
    cited = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert f"\nversion: {pmark_tui.__version__}\n" in cited


def test_extras_are_what_the_messages_name():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    assert {"parquet", "serve", "test", "fuzz"} == set(extras)
    assert set(extras["parquet"] + extras["serve"]) <= set(extras["test"])


@pytest.mark.skipif(os.environ.get("CI") != "true", reason="a developer tests the checkout")
def test_ci_tests_the_wheel_that_it_built():
    assert Path(pmark_tui.__file__).parent != ROOT / "pmark_tui"
    assert Path(paths.shipped()).parent == Path(pmark_tui.__file__).parent
