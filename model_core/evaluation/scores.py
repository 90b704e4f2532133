# SPDX-License-Identifier: GPL-2.0-or-later
"""What follows from counts of probabilities against labels: the best threshold, and whether probabilities are true.

Counts are the engine's `Histogram`: probabilities in the 255 levels that a map is written in, so that nothing is
scored that users don't get.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from noise2map_qgis.engine.encoding import LEVELS
from noise2map_qgis.engine.evaluation.confusion import Histogram


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


@dataclass(frozen=True)
class Reliability:
    """Probabilities in bins of equal width: each bin's pixels, its mean probability and the share of it that is true."""

    pixels: np.ndarray
    said: np.ndarray
    true: np.ndarray

    @property
    def expected_error(self) -> float:
        """Expected calibration error: the gaps, weighed by pixels. Most pixels are plain background, so it is small."""
        return float((np.abs(self.said - self.true) * self.pixels).sum() / max(self.pixels.sum(), 1))

    @property
    def mean_gap(self) -> float:
        """The gaps, every bin that holds pixels weighing the same (average calibration error, Neumann et al. 2018)."""
        held = self.pixels > 0
        return float(np.abs(self.said - self.true)[held].mean()) if held.any() else 0.0


def reliability(histogram: Histogram, bins: int = 15) -> Reliability:
    """What was said against what was true, bin by bin; bins as in `calibration_error`."""
    total = histogram.counts.sum(0)
    level = np.arange(LEVELS + 1)
    which = np.minimum(level * bins // LEVELS, bins - 1)
    pixels = np.bincount(which, total, bins).astype(np.int64)
    held = np.maximum(pixels, 1)
    said = np.bincount(which, total * level / LEVELS, bins) / held
    return Reliability(pixels, said, np.bincount(which, histogram.counts[1], bins) / held)


@dataclass(frozen=True)
class Curve:
    """Precision and recall at every threshold k / 254, k from 0: each (255,) float, 0-1."""

    precision: np.ndarray
    recall: np.ndarray

    @property
    def f1(self) -> np.ndarray:
        """F1 at every threshold."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / np.where(both > 0, both, 1)

    @property
    def average_precision(self) -> float:
        """Sum of precision times the step in recall, from the highest threshold down (as scikit-learn has it)."""
        recall = np.append(self.recall, 0.0)
        return float((self.precision * (recall[:-1] - recall[1:])).sum())


def precision_recall(histogram: Histogram) -> Curve:
    """The trade between precision and recall; a threshold at which nothing is found has precision 1."""
    found = histogram.counts[:, ::-1].cumsum(axis=1)[:, ::-1]
    marked = found.sum(axis=0)
    precision = np.where(marked > 0, found[1] / np.maximum(marked, 1), 1.0)
    return Curve(precision, found[1] / max(int(histogram.counts[1].sum()), 1))
