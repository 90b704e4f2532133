# SPDX-License-Identifier: GPL-2.0-or-later
"""Statistics against values worked out by hand, and against scipy."""

from itertools import product

import numpy as np
import pytest
from scipy.stats import wilcoxon

from model_core.compare.statistics import Spread, holm, mean_ranks, paired_test, spread


def test_spread_is_mean_and_sample_deviation():
    assert spread([0.5, 0.7, 0.9]) == Spread(pytest.approx(0.7), pytest.approx(0.2), 3)
    assert spread([0.5]) == Spread(0.5, None, 1)
    with pytest.raises(ValueError, match="at least one value"):
        spread([])


def test_mean_ranks_by_f1_then_iou_and_ties_share():
    scores = {
        "a": {"x": (0.80, 0.60), "y": (0.5, 0.4)},
        "b": {"x": (0.80, 0.70), "y": (0.5, 0.4)},
        "c": {"x": (0.90, 0.10), "y": (0.4, 0.9)},
    }
    # x: c 1, b 2 (IoU breaks the tie), a 3.  y: a and b share 1 and 2, c is third whatever its IoU.
    assert mean_ranks(scores) == {"a": (3 + 1.5) / 2, "b": (2 + 1.5) / 2, "c": (1 + 3) / 2}


def test_mean_ranks_leave_out_sets_that_someone_lacks():
    scores = {"a": {"x": (0.1, 0.1), "y": (0.9, 0.9)}, "b": {"x": (0.2, 0.1)}}
    assert mean_ranks(scores) == {"a": 2.0, "b": 1.0}
    assert mean_ranks({"a": {"x": (0.1, 0.1)}, "b": {}}) == {}


def test_wilcoxon_by_hand():
    # Differences 1, 2, 3, -4, 5 (hundredths): ranks in favour 1+2+3+5 = 11, against 4. Of all 32 signings count those
    # whose smaller side is at most 4.
    ours, reference = [0.51, 0.52, 0.53, 0.46, 0.55], [0.5] * 5
    as_extreme = sum(
        min(s, 15 - s) <= 4 for signs in product((0, 1), repeat=5) for s in [np.dot(signs, [1, 2, 3, 4, 5])]
    )
    found = paired_test(ours, reference)
    assert found.p == pytest.approx(as_extreme / 32)
    assert found.effect == pytest.approx((11 - 4) / 15)
    assert found.mean == pytest.approx(0.014)
    assert found.median == pytest.approx(0.02)
    assert (found.scenes, found.equal) == (5, 0)
    assert not found.significant


def test_wilcoxon_agrees_with_scipy_and_knows_direction():
    rng = np.random.default_rng(1)
    reference = rng.uniform(0.3, 0.9, 60)
    better = reference + rng.normal(0.02, 0.03, 60)
    found = paired_test(list(better), list(reference))
    assert found.p == pytest.approx(wilcoxon(better, reference).pvalue, rel=1e-6)
    assert found.significant
    assert found.effect > 0.3
    turned = paired_test(list(reference), list(better))
    assert (turned.p, turned.effect) == (pytest.approx(found.p), pytest.approx(-found.effect))


def test_scenes_without_difference_are_counted_but_not_ranked():
    found = paired_test([0.5, 0.6, 0.8, 0.7], [0.5, 0.5, 0.6, 0.4])
    assert (found.scenes, found.equal) == (4, 1)
    assert found.p == pytest.approx(2 / 8)
    nothing = paired_test([0.5, 0.6], [0.5, 0.6])
    assert (nothing.p, nothing.effect, nothing.significant) == (None, 0.0, False)


def test_scenes_must_match():
    with pytest.raises(ValueError, match="same scenes"):
        paired_test([0.1], [0.1, 0.2])


def test_holm_by_hand():
    # Sorted 0.01, 0.02, 0.04 times 3, 2, 1: 0.03, 0.04, 0.04; never less than the one before; None takes no part.
    assert holm([0.04, None, 0.01, 0.02]) == [
        pytest.approx(0.04),
        None,
        pytest.approx(0.03),
        pytest.approx(0.04),
    ]
    assert holm([0.6, 0.9]) == [1.0, 1.0]
