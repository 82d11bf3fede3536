"""The benchmarks are not run here; that they load, and that their table says what it should, is."""

from benchmarks.__main__ import GROUPS
from benchmarks.rows import Row, table


def test_the_table_takes_ratios_by_round_and_judges_by_the_median() -> None:
    row = Row("startup", "x", "bare", [30.0, 60.0, 90.0], [10.0, 10.0, 45.0], aim=3.0)
    assert row.ratios == [3.0, 6.0, 2.0] and row.verdict == "met"
    assert Row("a", "x", "", [1001.0], aim=1000.0, absolute=True).verdict == "NOT met"
    made = table([row, Row("peers", "y", "y", [], note="could not be installed")])
    assert "| 60.0 ms | 90.0 ms | bare | 10.0 ms | 3.00 | 6.00 | 3 | met |" in made
    assert "could not be installed" in made
    assert len(GROUPS) == 7
