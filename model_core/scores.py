# SPDX-License-Identifier: GPL-2.0-or-later
"""What follows from counts of probabilities against labels: the best threshold, and whether probabilities are true.

Counts are the engine's `Histogram`: probabilities in the 255 levels that a map is written in, so that nothing is
scored that users don't get.
"""

from __future__ import annotations

import numpy as np

from noise2map_qgis.engine.confusion import Histogram
from noise2map_qgis.engine.tiling import LEVELS


def count(levels: np.ndarray, labels: np.ndarray) -> Histogram:
    """The histogram of uint8 levels (0-254) against uint8 labels (0, 1, 255 unknown) of the same shape."""
    rows = [np.bincount(levels[labels == value], minlength=LEVELS + 1) for value in (0, 1)]
    return Histogram(np.stack(rows).astype(np.int64))


def pooled(sets: dict[str, Histogram]) -> Histogram:
    """All sets counted as one."""
    return sum(sets.values(), Histogram(np.zeros((2, LEVELS + 1), np.int64)))


def best_threshold(sets: dict[str, Histogram]) -> tuple[float, float]:
    """The threshold with the highest mean F1 over data sets, and that mean: each set counts the same."""
    candidates = np.arange(0.1, 0.91, 0.02)
    means = [np.mean([histogram.at(threshold).f1 for histogram in sets.values()]) for threshold in candidates]
    best = int(np.argmax(means))
    return round(float(candidates[best]), 2), float(means[best])


def calibration_error(histogram: Histogram, bins: int = 15) -> float:
    """Expected calibration error over bins of equal width (Guo et al. 2017), 0-1; 0 if nothing was counted."""
    total = histogram.counts.sum(0)
    level = np.arange(LEVELS + 1)
    which = np.minimum(level * bins // LEVELS, bins - 1)
    confidence = np.bincount(which, total * level / LEVELS, bins)
    true = np.bincount(which, histogram.counts[1], bins)
    return float(np.abs(confidence - true).sum() / max(total.sum(), 1))
