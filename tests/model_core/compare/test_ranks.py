# SPDX-License-Identifier: GPL-2.0-or-later
"""Mean ranks with their intervals, and Nemenyi's critical difference."""

import pytest

from model_core.compare.ranks import critical_difference, rank_intervals
from model_core.compare.results import RunResult
from model_core.compare.summary import comparison
from model_core.compare.tables import rank_table, report
from noise2map_qgis.engine.evaluation.confusion import Confusion


def run_of(arm: str, hits: dict[str, list[int]]) -> RunResult:
    """A run with so many true positives of 100 in each scene of each set."""
    test = {s: {f"{s}{i}": Confusion(h, 10, 100 - h, 1000) for i, h in enumerate(found)} for s, found in hits.items()}
    return RunResult(arm, 0, 1, 0.0, 1, 0, 0.5, {0: 0.5}, test)


@pytest.mark.parametrize(
    ("competitors", "sets", "expected"),
    # Demšar 2006, table 5(a): q is 2.343 for three and 2.949 for seven competitors.
    [(3, 30, 2.343 * (3 * 4 / 180) ** 0.5), (7, 3, 2.949 * (7 * 8 / 18) ** 0.5)],
)
def test_the_critical_difference_is_that_of_the_published_table(competitors, sets, expected):
    assert critical_difference(competitors, sets) == pytest.approx(expected, rel=1e-3)


def test_one_set_or_one_competitor_has_no_critical_difference():
    assert critical_difference(1, 5) is None
    assert critical_difference(5, 1) is None


def test_an_arm_that_is_better_in_every_scene_is_always_first():
    runs = [run_of("good", {"a": [90, 80], "b": [70]}), run_of("bad", {"a": [50, 40], "b": [20]})]
    found = rank_intervals(runs, ["a", "b"])
    assert (found["good"].low, found["good"].mean, found["good"].high) == (1, 1, 1)
    assert (found["bad"].low, found["bad"].mean, found["bad"].high) == (2, 2, 2)


def test_arms_that_differ_by_scene_have_wide_intervals():
    runs = [run_of("one", {"a": [90, 10, 60]}), run_of("other", {"a": [10, 80, 60]})]
    found = rank_intervals(runs, ["a"])
    assert (found["one"].low, found["one"].high) == (1, 2)
    assert found == rank_intervals(runs, ["a"]), "the bootstrap is seeded"
    assert rank_intervals([], ["a"]) == {}


def test_the_table_has_every_arm_and_the_critical_difference(loaded, results):
    found = comparison(loaded.plan, results)
    table = rank_table(found)
    assert [row[0] for row in table.rows] == ["contrast", "control"]
    difference = critical_difference(2, 2)
    assert f"critical difference {difference:.2f}" in table.note
    assert table.markdown() in report(found)
