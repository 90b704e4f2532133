# SPDX-License-Identifier: GPL-2.0-or-later
"""A smooth field of shifts, for images that relief or a poor orthorectification bends: kept only if patches held out
confirm it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .consensus import Consensus
from .patches import PatchSurfaces
from .phase_correlation import find_peak

# A place's shift comes from the patches around it, weighted by a Gaussian of this standard deviation, in distances
# between neighbours.
_REACH = 0.75
# Fewer patches cannot tell a field from chance.
_FEWEST = 9
# The field stays so many pixels around the common shift.
_BEND = 8
# A local sum of few patches must stand out this far.
_HEIGHT = 5.0
# At least this share of the patches needs a shift of its own.
_SHARE = 0.5
# The mean gain of the held-out patches must exceed so many of its standard errors.
_SURE = 2.0


@dataclass(frozen=True)
class ShiftField:
    """Shifts at places: `place` (n, 2) column and row on the grid, `shift` (n, 2) pixels right and down; `reach` in
    pixels.

    gain: how much more the held-out patches correlate under the field than under the common shift, as a share.
    """

    place: np.ndarray
    shift: np.ndarray
    reach: float
    gain: float

    def at(self, points: np.ndarray) -> np.ndarray:
        """Return the shift at `(k, 2)` columns and rows as `(k, 2)` pixels right and down, a Gaussian mean of those
        around.
        """
        square = ((points[:, None] - self.place[None]) ** 2).sum(axis=2)
        # Far outside all weights would vanish; relative to the nearest place they do not.
        square = square - square.min(axis=1, keepdims=True)
        weights = np.exp(-square / (2 * self.reach**2))
        return weights @ self.shift / weights.sum(axis=1, keepdims=True)


def fit_field(surfaces: PatchSurfaces, consensus: Consensus) -> ShiftField | None:
    """Return the field of shifts, or None if the patches do not support more than the one shift of the consensus.

    For the check each patch is left out, and the shift that its neighbours predict must suit it better than the common
    shift does. Neighbours overlap by half at most, where their tapers leave them a sixth of their weight in common.
    """
    count = len(surfaces.centre)
    if not (consensus.known or consensus.bent) or surfaces.factor != 1 or count < _FEWEST:
        return None
    both = surfaces.both
    search = both.shape[1] // 2
    common = np.array([consensus.right - surfaces.offset[0], consensus.down - surfaces.offset[1]])
    apart = np.abs(surfaces.centre[:, None] - surfaces.centre[None])
    distance = np.sqrt((apart**2).sum(axis=2))
    between = np.sort(distance + np.where(np.eye(count, dtype=bool), np.inf, 0), axis=1)[:, 0]
    reach = _REACH * float(np.median(between))
    weights = np.exp(-(distance**2) / (2 * reach**2))
    local, sure = _local_shifts(both, weights, common)
    if sure.mean() < _SHARE:
        return None
    held_out = np.where((apart < surfaces.side // 2).all(axis=2), 0.0, weights)
    predicted, known = _local_shifts(both, held_out, common)
    if known.sum() < _SHARE * count:
        return None
    under_field = np.array([_sample(both[i], predicted[i] + search) for i in np.flatnonzero(known)])
    under_shift = np.array([_sample(both[i], common + search) for i in np.flatnonzero(known)])
    gains = under_field - under_shift
    if gains.mean() <= _SURE * gains.std(ddof=1) / np.sqrt(len(gains)):
        return None
    return ShiftField(
        surfaces.centre[sure], local[sure] + surfaces.offset, reach, float(gains.mean() / max(under_shift.mean(), 1e-9))
    )


def _local_shifts(both: np.ndarray, weights: np.ndarray, common: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the shift of each patch's surroundings, `(n, 2)`, and `(n,) bool`, whether it stands out."""
    search = both.shape[1] // 2
    middle = np.rint(common).astype(int) + search
    (left, top), (right, bottom) = np.maximum(middle - _BEND, 0), np.minimum(middle + _BEND, 2 * search) + 1
    shifts, sure = np.zeros((len(both), 2)), np.zeros(len(both), bool)
    for index, surface in enumerate(np.tensordot(weights, both, 1)):
        near = np.full_like(surface, surface.min())
        near[top:bottom, left:right] = surface[top:bottom, left:right]
        row, col = np.unravel_index(np.argmax(near), near.shape)
        at_edge = row in (top, bottom - 1) or col in (left, right - 1)
        # The height is measured against the whole surface, the place only near the common shift.
        noise = 1.4826 * float(np.median(np.abs(surface - np.median(surface)))) + 1e-12
        height = (surface[row, col] - np.median(surface)) / noise
        if not at_edge and height >= _HEIGHT:
            peak = find_peak(surface[row - 1 : row + 2, col - 1 : col + 2])
            shifts[index] = (col - search + peak.dx, row - search + peak.dy)
            sure[index] = True
    return shifts, sure


def _sample(surface: np.ndarray, place: np.ndarray) -> float:
    """Return the value of a surface at (column, row), between pixels by bilinear interpolation."""
    col, row = np.clip(place, 0, surface.shape[0] - 1.001)
    c, r = int(col), int(row)
    right, down = col - c, row - r
    upper = surface[r, c] * (1 - right) + surface[r, c + 1] * right
    lower = surface[r + 1, c] * (1 - right) + surface[r + 1, c + 1] * right
    return float(upper * (1 - down) + lower * down)
