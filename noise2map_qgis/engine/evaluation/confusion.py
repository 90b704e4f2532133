# SPDX-License-Identifier: GPL-2.0-or-later
"""Counted pixels and the scores made of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..encoding import lowest_level


@dataclass(frozen=True)
class Confusion:
    """Counted pixels: found and true, found but false, missed, and rightly left out."""

    true_positive: int
    false_positive: int
    false_negative: int
    true_negative: int

    @property
    def precision(self) -> float:
        """Share of what was found that is true; 0 if nothing was found, unless there was nothing to find (1)."""
        return self._share(self.true_positive + self.false_positive)

    @property
    def recall(self) -> float:
        """Share of what is true that was found; 0 if nothing is true, unless nothing was found either (1)."""
        return self._share(self.true_positive + self.false_negative)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall, 0-1."""
        return self._share(self.true_positive + (self.false_positive + self.false_negative) / 2)

    @property
    def iou(self) -> float:
        """Intersection over union, 0-1."""
        return self._share(self.true_positive + self.false_positive + self.false_negative)

    @property
    def accuracy(self) -> float:
        """Share of all pixels that are right, 0-1; 1 if there are none. Where the class is rare it is high whatever is
        found.
        """
        return (self.true_positive + self.true_negative) / self.total if self.total else 1.0

    @property
    def total(self) -> int:
        """All pixels counted."""
        return self.true_positive + self.false_positive + self.false_negative + self.true_negative

    @property
    def other(self) -> Confusion:
        """The same pixels seen from the other class: what is not change, or not building."""
        return Confusion(self.true_negative, self.false_negative, self.false_positive, self.true_positive)

    def __add__(self, more: Confusion) -> Confusion:
        return Confusion(
            self.true_positive + more.true_positive,
            self.false_positive + more.false_positive,
            self.false_negative + more.false_negative,
            self.true_negative + more.true_negative,
        )

    def _share(self, whole: float) -> float:
        if self.true_positive + self.false_positive + self.false_negative == 0:
            return 1.0
        return self.true_positive / whole if whole else 0.0

    def as_dict(self) -> dict[str, float]:
        """Return the scores and the four counts, for JSON."""
        return {
            "f1": self.f1,
            "iou": self.iou,
            "precision": self.precision,
            "recall": self.recall,
            "accuracy": self.accuracy,
            "tp": self.true_positive,
            "fp": self.false_positive,
            "fn": self.false_negative,
            "tn": self.true_negative,
        }


@dataclass(frozen=True)
class Histogram:
    """How many pixels of each class got each probability: `(2, 255) int64`, row 1 the positive class, column =
    probability * 254.

    So the score at every threshold is known at once, and a threshold can be chosen on validation data.
    """

    counts: np.ndarray

    def __add__(self, other: Histogram) -> Histogram:
        return Histogram(self.counts + other.counts)

    def at(self, threshold: float) -> Confusion:
        """Return the confusion if pixels count from probability `threshold` (0-1) on."""
        lowest = lowest_level(threshold)
        found = self.counts[:, lowest:].sum(axis=1)
        left = self.counts[:, :lowest].sum(axis=1)
        return Confusion(int(found[1]), int(found[0]), int(left[1]), int(left[0]))
