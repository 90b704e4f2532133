# SPDX-License-Identifier: GPL-2.0-or-later
"""Counts of probabilities against labels, from which every threshold's scores and the calibration follow.

Probabilities are counted in the 255 levels that a map is written in, so that nothing is scored that users don't get.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from model_core.data.tiles import IGNORE

LEVELS = 255


@dataclass
class Histogram:
    """`counts[label, level]` of pixels; level / 254 is the probability."""

    counts: np.ndarray = field(default_factory=lambda: np.zeros((2, LEVELS), np.int64))

    def add(self, levels: np.ndarray, labels: np.ndarray) -> None:
        """Count uint8 levels against uint8 labels (0, 1, 255 unknown) of the same shape."""
        for value in (0, 1):
            self.counts[value] += np.bincount(levels[labels == value], minlength=LEVELS)[:LEVELS]
        assert IGNORE not in (0, 1)

    def __add__(self, other: Histogram) -> Histogram:
        return Histogram(self.counts + other.counts)

    def scores(self, threshold: float) -> dict[str, float]:
        """F1, IoU, precision and recall of the positive class at a threshold (a pixel at it counts as positive)."""
        first = int(np.ceil(threshold * (LEVELS - 1) - 1e-9))
        hits, false = self.counts[1, first:].sum(), self.counts[0, first:].sum()
        missed = self.counts[1, :first].sum()
        return {
            "f1": float(2 * hits / max(2 * hits + false + missed, 1)),
            "iou": float(hits / max(hits + false + missed, 1)),
            "precision": float(hits / max(hits + false, 1)),
            "recall": float(hits / max(hits + missed, 1)),
        }

    def calibration_error(self, bins: int = 15) -> float:
        """Expected calibration error over bins of equal width (Guo et al. 2017)."""
        total = self.counts.sum(0)
        level = np.arange(LEVELS)
        which = np.minimum(level * bins // (LEVELS - 1), bins - 1)
        error = 0.0
        for b in range(bins):
            inside = which == b
            if total[inside].sum():
                confidence = (total * level / (LEVELS - 1))[inside].sum()
                error += abs(confidence - self.counts[1, inside].sum())
        return float(error / max(total.sum(), 1))


def best_threshold(sets: dict[str, Histogram]) -> tuple[float, float]:
    """The threshold with the highest mean F1 over data sets, and that mean: each set counts the same."""
    candidates = np.arange(0.1, 0.91, 0.02)
    means = [np.mean([h.scores(t)["f1"] for h in sets.values()]) for t in candidates]
    best = int(np.argmax(means))
    return round(float(candidates[best]), 2), float(means[best])
