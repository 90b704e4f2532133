# SPDX-License-Identifier: GPL-2.0-or-later
"""The one shift that many patches ask for together, or why none can be told.

The correlation surfaces of all patches are added. What differs from patch to patch (new buildings, crops, shadows)
makes noise there, and the shift that most patches have in common makes a peak, even where few patches alone show it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from .patches import PatchSurfaces
from .phase_correlation import find_peak

# Fewer patches cannot confirm each other.
_FEWEST = 4
# How far the summed peak must stand out. Sums of unrelated images reach 4, of real pairs that agree 8 and more.
_HEIGHT = 7.0
# Grey values and gradients, summed apart, must give one shift to so many pixels.
_AGREEMENT = 1.0
# The sum is repeated with patches drawn with replacement (the bootstrap; Efron 1979); the median of how far the shift
# moves is its uncertainty, and above this many pixels there is no consensus.
_DRAWS = 40
_UNCERTAIN = 0.5


@dataclass(frozen=True)
class Consensus:
    """The common shift: pixels by which the later image lies further right and down, and its uncertainty in pixels.

    reason: why no shift can be told, a clause without a full stop; "" if it is known. height: of the summed peak, see
    `phase_correlation.Peak`. bent: the images have enough in common, but their parts lie off by different shifts; the
    shift given is then that of the largest part.
    """

    right: float
    down: float
    uncertainty: float
    height: float
    reason: str = ""
    bent: bool = False

    @property
    def known(self) -> bool:
        """Whether the shift can be relied on."""
        return not self.reason

    @property
    def length(self) -> float:
        """Pixels between where a thing lies in the two images."""
        return math.hypot(self.right, self.down)


def find_consensus(surfaces: PatchSurfaces) -> Consensus:
    """Return the shift that most patches have in common. The same surfaces always give the same answer."""
    count = len(surfaces.centre)
    if count < _FEWEST:
        return _unknown(
            f"only {count} of {surfaces.looked_at} patches have data and texture in both images, and {_FEWEST} are "
            "needed"
        )
    peak = find_peak(surfaces.both.sum(axis=0))
    right, down = surfaces.on_grid(peak)
    if peak.height < _HEIGHT:
        return _unknown("no shift stands out: the two images have too little in common", peak.height)
    if peak.at_edge:
        return _unknown("the shift is larger than what is searched", peak.height)
    grey, gradient = (find_peak(one.sum(axis=0)) for one in (surfaces.grey, surfaces.gradient))
    if math.hypot(grey.dx - gradient.dx, grey.dy - gradient.dy) > _AGREEMENT:
        return _unknown("grey values and edges ask for different shifts", peak.height)
    uncertainty = _bootstrap(surfaces.both, peak.dx, peak.dy) * surfaces.factor
    if uncertainty > _UNCERTAIN * surfaces.factor:
        reason = "different parts of the images ask for different shifts"
        return Consensus(right, down, uncertainty, peak.height, reason, bent=True)
    return Consensus(right, down, uncertainty, peak.height)


def _bootstrap(surfaces: np.ndarray, dx: float, dy: float) -> float:
    """Return the median distance in pixels between a shift and those of sums over patches drawn with replacement."""
    count = len(surfaces)
    # The legacy generator's stream is the same in every version of numpy.
    draws = np.random.RandomState(0).multinomial(count, np.full(count, 1 / count), _DRAWS)
    peaks = [find_peak(one) for one in np.tensordot(draws, surfaces, 1)]
    return float(np.median([math.hypot(peak.dx - dx, peak.dy - dy) for peak in peaks]))


def _unknown(reason: str, height: float = 0.0) -> Consensus:
    return Consensus(0.0, 0.0, math.inf, height, reason)
