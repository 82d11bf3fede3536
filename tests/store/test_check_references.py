"""checks.toml: what names nothing, or does not go together, is refused with file and key."""

import shutil
from pathlib import Path

import pytest

from pmark_tui.domain.pack import Pack
from pmark_tui.errors import BadInput
from pmark_tui.store import packs
from pmark_tui.store.pack_sources import read_pack

SMALL = Path(__file__).parents[1] / "packs" / "small"
RULE = """
[[check]]
id = "planted"
severity = "error"
text.ja = "誤り"
text.en = "wrong"
"""


def with_rule(tmp_path: Path, keys: str) -> Pack:
    folder = tmp_path / "small"
    shutil.copytree(SMALL, folder)
    with (folder / "checks.toml").open("a", encoding="utf-8") as stream:
        stream.write(RULE + keys)
    return read_pack(str(folder))


def test_a_rule_is_read_as_written(tmp_path: Path) -> None:
    pack = with_rule(tmp_path, 'short = ["1.1-1"]\nheld = ["1.2-2"]\n')
    rule = pack.checks[-1]
    assert (rule.id, rule.short, rule.held, rule.text.en) == (
        "planted",
        ("1.1-1",),
        ("1.2-2",),
        "wrong",
    )


def test_rules_and_findings_survive_the_compiled_copy(tmp_path: Path) -> None:
    folder = tmp_path / "small"
    shutil.copytree(SMALL, folder)
    first, second = packs.load_folder(str(folder)), packs.load_folder(str(folder))
    assert first.checks == second.checks == read_pack(str(folder)).checks
    assert (second.findings_step, second.findings_months) == ("keep", 3)
    assert second.findings_why == first.findings_why


@pytest.mark.parametrize(
    ("keys", "named"),
    [
        ('short = ["9.9-9"]', "check[planted].short"),
        ('mends = "9.9-9"', "check[planted].mends"),
        ('mends = "1.1-1"\nheld = ["9.9-9"]', "check[planted].held"),
        ('mends = "1.1-1"\nflags = ["boats"]', "check[planted].flags"),
        ('mends = "1.1-1"\nkinds = ["old"]', "check[planted].kinds"),
        ('mends = "1.1-1"\nsame = ["audit_manager", "cook"]', "check[planted].same"),
        ('mends = "1.1-1"\nfindings = "some"', "check[planted].findings"),
        ('held = ["1.1-1"]', "check[planted].mends"),
        ('short = ["1.1-1"]\nexcluded = ["2.2-1"]', "check[planted].excluded"),
        ('earlier = ["1.1-1"]', "check[planted].later"),
        ('outdated = ["1.1-1"]', "check[planted].months"),
        ('short = ["1.1-1"]\nshort_by = 1', "short_by"),
        ('short = "1.1-1"', "short"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_key(keys: str, named: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        with_rule(tmp_path, keys + "\n")
    assert "small/checks.toml" in str(refused.value)
    assert named in str(refused.value)


def test_a_severity_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    other = RULE.replace("planted", "other").replace("error", "fatal")
    with pytest.raises(BadInput, match="severity"):
        with_rule(tmp_path, 'short = ["1.1-1"]\n' + other + 'short = ["1.1-1"]\n')


def test_a_rule_stands_once(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="planted"):
        with_rule(tmp_path, 'short = ["1.1-1"]\n' + RULE + 'short = ["1.1-1"]\n')


def test_findings_name_a_step_that_exists(tmp_path: Path) -> None:
    folder = tmp_path / "small"
    shutil.copytree(SMALL, folder)
    head = folder / "pack.toml"
    text = head.read_text(encoding="utf-8").replace('"keep"\nfindings', '"nowhere"\nfindings')
    head.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput, match="findings_step"):
        read_pack(str(folder))
