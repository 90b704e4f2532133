# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores of histograms of probabilities against labels: best threshold, calibration, precision and recall.

The histograms are the engine's `Histogram`, with the 255 levels of a written map, so that scores are those of the maps
that users get.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from noise2map_qgis.engine.encoding import LEVELS
from noise2map_qgis.engine.evaluation.confusion import Histogram


def count(levels: np.ndarray, labels: np.ndarray) -> Histogram:
    """Return the histogram of uint8 levels (0-254) against uint8 labels (0, 1, 255 unknown) of the same shape."""
    rows = [np.bincount(levels[labels == value], minlength=LEVELS + 1) for value in (0, 1)]
    return Histogram(np.stack(rows).astype(np.int64))


def pooled(sets: dict[str, Histogram]) -> Histogram:
    """Return the sum of histograms."""
    return sum(sets.values(), Histogram(np.zeros((2, LEVELS + 1), np.int64)))


def best_threshold(sets: dict[str, Histogram]) -> tuple[float, float]:
    """Return the threshold with the highest mean F1 over data sets, with equal weights, and that mean."""
    candidates = np.arange(0.1, 0.91, 0.02)
    means = [np.mean([histogram.at(threshold).f1 for histogram in sets.values()]) for threshold in candidates]
    best = int(np.argmax(means))
    return round(float(candidates[best]), 2), float(means[best])


@dataclass(frozen=True)
class Reliability:
    """Probabilities in bins of equal width: pixels, mean probability and share of positive pixels of each bin."""

    pixels: np.ndarray
    predicted: np.ndarray
    positive: np.ndarray

    @property
    def expected_error(self) -> float:
        """Expected calibration error, 0-1: the gaps of the bins weighted by pixels (Guo et al. 2017).

        It is small because most pixels are background of low probability.
        """
        return float((np.abs(self.predicted - self.positive) * self.pixels).sum() / max(self.pixels.sum(), 1))

    @property
    def mean_gap(self) -> float:
        """Average calibration error, 0-1: the mean gap of the bins with pixels (Neumann et al. 2018)."""
        held = self.pixels > 0
        return float(np.abs(self.predicted - self.positive)[held].mean()) if held.any() else 0.0


def reliability(histogram: Histogram, bins: int = 15) -> Reliability:
    """Return predicted probability against the share of positive pixels in bins of equal width."""
    total = histogram.counts.sum(0)
    level = np.arange(LEVELS + 1)
    which = np.minimum(level * bins // LEVELS, bins - 1)
    pixels = np.bincount(which, total, bins).astype(np.int64)
    held = np.maximum(pixels, 1)
    predicted = np.bincount(which, total * level / LEVELS, bins) / held
    return Reliability(pixels, predicted, np.bincount(which, histogram.counts[1], bins) / held)


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
        """Sum of precision times the step in recall, from the highest threshold down, as in scikit-learn."""
        recall = np.append(self.recall, 0.0)
        return float((self.precision * (recall[:-1] - recall[1:])).sum())


def precision_recall(histogram: Histogram) -> Curve:
    """Return precision and recall at every threshold; precision is 1 where nothing is positive."""
    found = histogram.counts[:, ::-1].cumsum(axis=1)[:, ::-1]
    marked = found.sum(axis=0)
    precision = np.where(marked > 0, found[1] / np.maximum(marked, 1), 1.0)
    return Curve(precision, found[1] / max(int(histogram.counts[1].sum()), 1))
