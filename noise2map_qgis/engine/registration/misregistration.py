# SPDX-License-Identifier: GPL-2.0-or-later
"""The misregistration of two dates on one grid, measured on all the ground they share, whatever area a run maps."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Callable

import numpy as np

from ..raster.displacement import Displacement
from ..raster.scene import Scene
from ..raster.warp import covered
from .consensus import Consensus, find_consensus
from .field import ShiftField, fit_field
from .patches import PatchShift, correlate, patch_shifts

# Where nothing is found in full detail, averages of so many pixels a side are tried: they see shifts that many times
# larger.
_COARSE = 4
# Nodes of a field handed on, a side: relief that bends an image between them is more than a field of 100 patches tells.
_NODES = 9


@dataclass(frozen=True)
class Misregistration:
    """How far the later image lies off the earlier one.

    consensus: the common shift. field: a smooth field of shifts if the images support one. patches: the shift of each
    patch alone. looked_at: patches tried, of which those in `patches` have data and texture. gsd: metres a pixel of the
    grid covers.
    """

    consensus: Consensus
    field: ShiftField | None
    patches: tuple[PatchShift, ...]
    looked_at: int
    gsd: tuple[float, float]

    @property
    def known(self) -> bool:
        """Whether the shift can be relied on."""
        return self.consensus.known

    @property
    def east_m(self) -> float:
        """Metres by which the later image lies too far east; of use if it is known."""
        return self.consensus.right * self.gsd[0]

    @property
    def north_m(self) -> float:
        """Metres by which the later image lies too far north; of use if it is known."""
        return -self.consensus.down * self.gsd[1] + 0.0

    @property
    def length_m(self) -> float:
        """Metres between where a thing lies in the two images; of use if it is known."""
        return math.hypot(self.east_m, self.north_m)

    @property
    def spread(self) -> float | None:
        """Median distance in pixels of the clear patches' own shifts from the common one; None if no patch is clear."""
        away = [
            math.hypot(one.right - self.consensus.right, one.down - self.consensus.down)
            for one in self.patches
            if one.clear
        ]
        return float(np.median(away)) if away else None

    def displacement(self) -> Displacement:
        """Return the common shift as the warp takes it."""
        return Displacement.uniform(self.consensus.right, self.consensus.down)

    def field_displacement(self, cols: int, rows: int) -> Displacement:
        """Return the field over a grid of `cols` x `rows` pixels; raises ValueError if there is none."""
        if self.field is None:
            raise ValueError("The images support no field of shifts.")
        across, down = np.meshgrid(np.linspace(0, cols, _NODES), np.linspace(0, rows, _NODES))
        places = np.stack([across.ravel(), down.ravel()], axis=1)
        return Displacement(places, self.field.at(places))


def measure_misregistration(scene: Scene, check: Callable[[], None]) -> Misregistration:
    """Measure how far the second date of a scene lies off the first.

    check: called several times a second, to stop by an exception. The answer depends on the two images and the grid
    alone.
    """
    raster = scene.layers[1].aligned.raster
    area = covered(raster, scene.grid).intersection(covered(scene.layers[0].aligned.raster, scene.grid))
    surfaces = correlate(scene, area, check)
    consensus = find_consensus(surfaces)
    if not (consensus.known or consensus.bent):
        coarse = find_consensus(correlate(scene, area, check, _COARSE))
        if coarse.known:
            offset = round(coarse.right), round(coarse.down)
            again = correlate(scene, area, check, 1, offset)
            found = find_consensus(again)
            if found.known:
                surfaces, consensus = again, found
    return Misregistration(
        consensus,
        fit_field(surfaces, consensus),
        patch_shifts(surfaces),
        surfaces.looked_at,
        scene.grid.gsd,
    )
