# SPDX-License-Identifier: GPL-2.0-or-later
"""Accuracy and area estimated from a stratified random sample, each with its standard error.

Stehman 2014, International Journal of Remote Sensing 35:4923-4939: every figure is a ratio of two stratified means, and
the strata need not be the map's classes. Where they are, the figures are those of eqs. 2-11 of Olofsson et al. 2014,
Remote Sensing of Environment 148:42-57. As there, the finite population correction is left out: strata have many more
pixels than points.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..errors import EngineError

# The quantile of the normal distribution for a 95 % confidence interval, as Olofsson et al. 2014 round it.
Z_95 = 1.96


@dataclass(frozen=True)
class Estimate:
    """A figure and its standard error; both NaN where the sample says nothing of it (a class without a point)."""

    value: float
    standard_error: float

    @property
    def half_width(self) -> float:
        """Half of the width of the 95 % confidence interval."""
        return Z_95 * self.standard_error

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % confidence interval, not cut to what is possible."""
        return self.value - self.half_width, self.value + self.half_width

    def times(self, factor: float) -> Estimate:
        """Return the figure in another unit."""
        return Estimate(self.value * factor, self.standard_error * factor)


@dataclass(frozen=True)
class Sample:
    """The answered points, all `(points,) int64`: `stratum` (a key of `sizes`), class on the map and class in the
    reference.

    sizes: the size of every stratum in any one unit of area. classes: all values that the two classes may have, in the
    order of reports.
    """

    sizes: Mapping[int, float]
    stratum: np.ndarray
    mapped: np.ndarray
    reference: np.ndarray
    classes: Sequence[int]


@dataclass(frozen=True)
class Estimates:
    """What a sample says. Per-class figures are in the order of `classes`; areas have the unit of the strata's sizes.

    counts: `(classes, classes) int64` points, rows the map, columns the reference. proportions: the same as shares of
    the total area (eq. 4 of Olofsson et al. 2014). users: user's accuracy, precision. producers: producer's accuracy,
    recall.
    """

    classes: tuple[int, ...]
    counts: np.ndarray
    proportions: np.ndarray
    overall: Estimate
    users: tuple[Estimate, ...]
    producers: tuple[Estimate, ...]
    f1: tuple[Estimate, ...]
    iou: tuple[Estimate, ...]
    areas: tuple[Estimate, ...]
    mapped_areas: tuple[Estimate, ...]


def estimate(sample: Sample) -> Estimates:
    """Return the estimates; raises EngineError where a stratum has fewer than two points, without which no variance is
    known.
    """
    strata = _Strata(sample)
    total = float(sum(sample.sizes.values()))
    mapped = [sample.mapped == value for value in sample.classes]
    true = [sample.reference == value for value in sample.classes]
    everywhere = np.ones(len(sample.stratum))
    both = [one & other for one, other in zip(mapped, true)]
    return Estimates(
        classes=tuple(sample.classes),
        counts=np.array([[int((row & col).sum()) for col in true] for row in mapped]),
        proportions=np.array([[strata.ratio(row & col, everywhere).value for col in true] for row in mapped]),
        overall=strata.ratio(sample.mapped == sample.reference, everywhere),
        users=tuple(strata.ratio(hit, row) for hit, row in zip(both, mapped)),
        producers=tuple(strata.ratio(hit, col) for hit, col in zip(both, true)),
        f1=tuple(strata.ratio(2.0 * hit, 1.0 * row + col) for hit, row, col in zip(both, mapped, true)),
        iou=tuple(strata.ratio(hit, row | col) for hit, row, col in zip(both, mapped, true)),
        areas=tuple(strata.ratio(col, everywhere).times(total) for col in true),
        mapped_areas=tuple(strata.ratio(row, everywhere).times(total) for row in mapped),
    )


class _Strata:
    """The points by stratum, with the weight of each: its share of the total size."""

    def __init__(self, sample: Sample) -> None:
        unknown = set(np.unique(sample.stratum).tolist()) - set(sample.sizes)
        if unknown:
            raise EngineError(f"Points lie in stratum {min(unknown)}, whose size is not known; draw the points again.")
        total = float(sum(sample.sizes.values()))
        self._weights = {key: size / total for key, size in sample.sizes.items() if size > 0}
        self._members = {key: sample.stratum == key for key in self._weights}
        for key, members in self._members.items():
            if members.sum() < 2:
                raise EngineError(
                    f"Stratum {key} has {int(members.sum())} answered point(s); answer at least 2 in every stratum."
                )

    def ratio(self, numerator: np.ndarray, denominator: np.ndarray) -> Estimate:
        """Return the ratio of two totals, from `(points,)` values of each, with its standard error.

        Stehman 2014, eqs. 27-28, which is the combined ratio estimator of Cochran 1977, eq. 6.48 and its variance by
        linearisation.
        """
        y, x = np.asarray(numerator, float), np.asarray(denominator, float)
        total_y = sum(weight * float(y[self._members[key]].mean()) for key, weight in self._weights.items())
        total_x = sum(weight * float(x[self._members[key]].mean()) for key, weight in self._weights.items())
        if total_x == 0:
            return Estimate(math.nan, math.nan)
        ratio = total_y / total_x
        variance = 0.0
        for key, weight in self._weights.items():
            residual = (y - ratio * x)[self._members[key]]
            variance += weight**2 * float(residual.var(ddof=1)) / len(residual)
        return Estimate(ratio, math.sqrt(variance) / total_x)
