"""Each row of docs/security.md names a test that exists."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_every_attack_in_the_table_has_its_test() -> None:
    table = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
    rows = [line for line in table.splitlines() if line.startswith("| ")][1:]
    assert len(rows) > 15
    for row in rows:
        found = re.search(r"`(tests/[\w/]+\.py)::(\w+)` \|$", row)
        assert found, row
        code = (ROOT / found[1]).read_text(encoding="utf-8")
        assert re.search(rf"^(async )?def {found[2]}\(", code, re.MULTILINE), row
