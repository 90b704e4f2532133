# SPDX-License-Identifier: GPL-2.0-or-later
"""By how much a raster's content lies off where it belongs: one shift, or a smooth field of shifts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Displacement:
    """What belongs at `place` (column, row on a grid; `(n, 2) float64`) lies `shift` (`(n, 2)` pixels right and down) further.

    One place stands for a uniform shift; between several the shift is interpolated smoothly.
    """

    place: np.ndarray
    shift: np.ndarray

    @classmethod
    def uniform(cls, right: float, down: float) -> Displacement:
        """Return a displacement that is the same everywhere."""
        return cls(np.zeros((1, 2)), np.array([[right, down]], float))

    @property
    def is_uniform(self) -> bool:
        """Whether it is one shift."""
        return len(self.place) == 1

    def __str__(self) -> str:
        """For the log."""
        right, down = self.shift.mean(axis=0)
        if self.is_uniform:
            return f"moved by {-right:+.2f} columns and {-down:+.2f} rows"
        low, high = np.hypot(*self.shift.T).min(), np.hypot(*self.shift.T).max()
        return f"moved by a field of shifts, {low:.1f} to {high:.1f} pixels"
