# SPDX-License-Identifier: GPL-2.0-or-later
"""How many points a sample needs, and how many each stratum gets."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from ..errors import EngineError


def sample_size(
    weights: Sequence[float], users_accuracy: Sequence[float], standard_error: float, population: int | None = None
) -> int:
    """Return the points needed for a standard error (0-1) of the overall accuracy.

    n = (sum W S)^2 / (S(O)^2 + sum W S^2 / N), S = sqrt(U (1 - U)): eq. 13 of Olofsson et al. 2014, Cochran 1977 eq.
    5.25. weights: share of each stratum. users_accuracy: 0-1, expected in each. population: N, pixels; None for so many
    that the last term vanishes.
    """
    if not 0 < standard_error < 1:
        raise EngineError(f"The standard error must lie between 0 and 1, not at {standard_error:g}.")
    for accuracy in users_accuracy:
        if not 0 <= accuracy <= 1:
            raise EngineError(f"An expected accuracy must lie between 0 and 1, not at {accuracy:g}.")
    shares, accuracies = np.asarray(weights, float), np.asarray(users_accuracy, float)
    variance = accuracies * (1 - accuracies)
    correction = float(shares @ variance) / population if population else 0.0
    needed = float(shares @ np.sqrt(variance)) ** 2 / (standard_error**2 + correction)
    return max(1, math.ceil(needed - 1e-9))


def allocate(total: int, pixels: Sequence[int], least: int) -> list[int]:
    """Return the points of each stratum: `least` where its share by area would be smaller, the rest in proportion to
    pixels.

    No stratum gets more points than it has pixels. The sum exceeds `total` where the least numbers already do.
    """
    sizes = np.asarray(pixels, np.int64)
    if total < 1 or least < 2:
        raise EngineError(f"A sample needs at least 1 point, and 2 in each stratum, not {total} and {least}.")
    fixed = np.zeros(len(sizes), bool)
    points = np.zeros(len(sizes))
    while True:  # a stratum that is raised to the least number leaves fewer points for the others
        remaining = max(total - int(np.minimum(least, sizes)[fixed].sum()), 0)
        free = int(sizes[~fixed].sum())
        points[fixed] = np.minimum(least, sizes)[fixed]
        points[~fixed] = remaining * sizes[~fixed] / free if free else 0
        low = ~fixed & (points < np.minimum(least, sizes))
        if not low.any():
            break
        fixed |= low
    return [int(number) for number in np.minimum(_rounded(points), sizes)]


def _rounded(points: np.ndarray) -> np.ndarray:
    """Round to integers that keep the sum: the largest remainders are rounded up."""
    whole = np.floor(points + 1e-9).astype(np.int64)
    missing = round(float(points.sum())) - int(whole.sum())
    for index in np.argsort(whole - points, kind="stable")[:missing]:
        whole[index] += 1
    return whole
