# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the shift is measured: patches on a regular lattice over the ground that both images cover, and the correlation
of each.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Callable

import numpy as np

from ..raster.grid import Window
from ..raster.scene import Layer, Scene
from .phase_correlation import Peak, correlation_surfaces, find_peak

# Sides of a patch in pixels, the largest first that fits twice into the shorter side of the common ground, and how far
# a shift is searched in each: so far that most of the two patches still shows the same ground.
_SIDES = ((256, 24), (128, 24), (64, 12))
# At most so many patches: they are spread over large images, so that the time does not grow with the image.
_MOST = 100
# A patch counts if so much of it has data in both images, and if its grey values (0-255) vary by this standard
# deviation.
_VALID_SHARE = 0.8
_TEXTURE = 1.0
# The shift of one patch alone is clear if its peak stands out so far, so far before the second, and if grey values and
# gradients agree to so many pixels.
_CLEAR_HEIGHT, _CLEAR_RATIO, _AGREEMENT = 5.0, 1.15, 1.0


@dataclass(frozen=True)
class PatchSurfaces:
    """The correlation surfaces of n patches; see `phase_correlation`.

    side: pixels of a patch. centre: `(n, 2) float64`, column and row on the grid. grey, gradient: `(n, m, m) float64`,
    with no shift in the middle. looked_at: patches tried, of which n had data and texture in both images. All pixels
    are the grid's, `factor` of which, averaged, are one of the surfaces'. offset: shift in pixels (right, down) that
    the later image was read with; what the surfaces say adds to it.
    """

    side: int
    centre: np.ndarray
    grey: np.ndarray
    gradient: np.ndarray
    looked_at: int
    factor: int
    offset: tuple[int, int]

    @property
    def both(self) -> np.ndarray:
        """The sum of both kinds of surfaces, `(n, m, m)`."""
        return self.grey + self.gradient

    def on_grid(self, peak: Peak) -> tuple[float, float]:
        """Return the shift (right, down) that a peak of these surfaces means, in pixels of the grid."""
        return peak.dx * self.factor + self.offset[0], peak.dy * self.factor + self.offset[1]


@dataclass(frozen=True)
class PatchShift:
    """The shift of one patch alone: its centre on the grid, pixels right and down, and whether it is clear."""

    col: float
    row: float
    right: float
    down: float
    clear: bool


def correlate(
    scene: Scene, area: Window, check: Callable[[], None], factor: int = 1, offset: tuple[int, int] = (0, 0)
) -> PatchSurfaces:
    """Correlate the patches of two dates.

    area: the window of the grid that both dates cover. check: called for every patch, to stop by an exception. factor:
    how many pixels a side are averaged into one. offset: by how many pixels (right, down) further the later date is
    read.
    """
    before, after = scene.layers
    common = area.intersection(area.moved(-offset[0], -offset[1]))
    fitting = [one for one in _SIDES if min(common.cols, common.rows) >= 2 * one[0] * factor] or [_SIDES[-1]]
    side, search = fitting[0]
    centres, grey, gradient, looked_at = [], [], [], 0
    for window in _lattice(common, side * factor):
        check()
        looked_at += 1
        first, valid = _grey(before, window, factor)
        second, valid_too = _grey(after, window.moved(*offset), factor)
        valid = valid & valid_too
        if valid.mean() < _VALID_SHARE:
            continue
        first, second = (np.where(valid, one, one[valid].mean()) for one in (first, second))
        if min(first.std(), second.std()) < _TEXTURE:
            continue
        by_grey, by_gradient = correlation_surfaces(first, second, search)
        centres.append((window.col + window.cols / 2, window.row + window.rows / 2))
        grey.append(by_grey)
        gradient.append(by_gradient)
    size = 2 * search + 1
    return PatchSurfaces(
        side * factor,
        np.array(centres, float).reshape(-1, 2),
        np.array(grey).reshape(-1, size, size),
        np.array(gradient).reshape(-1, size, size),
        looked_at,
        factor,
        offset,
    )


def patch_shifts(surfaces: PatchSurfaces) -> tuple[PatchShift, ...]:
    """Return the shift of each patch alone."""
    shifts = []
    for (col, row), grey, gradient in zip(surfaces.centre, surfaces.grey, surfaces.gradient):
        one, other, peak = find_peak(grey), find_peak(gradient), find_peak(grey + gradient)
        clear = (
            not (one.at_edge or other.at_edge or peak.at_edge)
            and peak.height >= _CLEAR_HEIGHT
            and peak.ratio >= _CLEAR_RATIO
            and math.hypot(one.dx - other.dx, one.dy - other.dy) <= _AGREEMENT
        )
        shifts.append(PatchShift(float(col), float(row), *surfaces.on_grid(peak), clear))
    return tuple(shifts)


def _lattice(area: Window, side: int) -> Iterator[Window]:
    """Yield square windows spread evenly over an area, each half over its neighbours where there is room for no more
    than `_MOST`.
    """
    if area.cols < side or area.rows < side:
        return
    across, along = (max(1, 2 * (length - side) // side + 1) for length in (area.cols, area.rows))
    if across * along > _MOST:
        shrink = math.sqrt(_MOST / (across * along))
        across, along = max(1, round(across * shrink)), max(1, round(along * shrink))
        across, along = min(across, _MOST // along), min(along, _MOST // across)
    for row in _starts(area.rows - side, along):
        for col in _starts(area.cols - side, across):
            yield Window(area.col + col, area.row + row, side, side)


def _starts(room: int, count: int) -> list[int]:
    return [room // 2] if count == 1 else [int(start) for start in np.linspace(0, room, count)]


def _grey(layer: Layer, window: Window, factor: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the mean of a layer's bands, `(rows, cols) float32`, and where it has data, `factor` pixels a side
    averaged into one.
    """
    bands, valid = layer.read(window)
    grey = bands.astype(np.float32).mean(axis=0)
    if factor == 1:
        return grey, valid
    blocks = (window.rows // factor, factor, window.cols // factor, factor)
    counts = valid.reshape(blocks).sum(axis=(1, 3))
    sums = np.where(valid, grey, 0).reshape(blocks).sum(axis=(1, 3))
    return sums / np.maximum(counts, 1), counts > 0
