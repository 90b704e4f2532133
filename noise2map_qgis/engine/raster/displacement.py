# SPDX-License-Identifier: GPL-2.0-or-later
"""By how much a raster's content lies off where it belongs: one shift, or a smooth field of shifts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from osgeo import gdal, osr

from .grid import Grid, crs, same_crs
from .reader import Raster


@dataclass(frozen=True)
class Displacement:
    """What belongs at `place` (column, row on a grid; `(n, 2) float64`) lies `shift` (`(n, 2)` pixels right and down)
    further.

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

    def moved_grid(self, grid: Grid) -> Grid:
        """Return the grid whose pixels show what belongs at those of `grid`; of a uniform shift only."""
        right, down = (float(pixels) for pixels in self.shift[0])
        x, width, _, y, _, height = grid.geotransform
        place = (x + right * width, width, 0.0, y + down * height, 0.0, height)
        return Grid(grid.crs_wkt, place, grid.cols, grid.rows)

    def __str__(self) -> str:
        """For the log."""
        right, down = self.shift.mean(axis=0)
        if self.is_uniform:
            return f"moved by {-right:+.2f} columns and {-down:+.2f} rows"
        low, high = np.hypot(*self.shift.T).min(), np.hypot(*self.shift.T).max()
        return f"moved by a field of shifts, {low:.1f} to {high:.1f} pixels"


def control_points(raster: Raster, grid: Grid, displacement: Displacement) -> list[Any]:
    """Return ground control points (gdal.GCP) in the grid's CRS that tie a raster's pixels to where their content
    belongs.
    """
    x0, a, b, y0, d, e = raster.geotransform
    x, width, _, y, _, height = grid.geotransform
    belongs = displacement.place * (width, height) + (x, y)
    lies = (displacement.place + displacement.shift) * (width, height) + (x, y)
    grid_crs = crs(grid.crs_wkt)
    if not same_crs(raster.crs, grid_crs):
        lies = np.array(osr.CoordinateTransformation(grid_crs, raster.crs).TransformPoints(lies.tolist()))[:, :2]
    right, down = lies[:, 0] - x0, lies[:, 1] - y0
    scale = a * e - b * d
    cols, rows = (e * right - b * down) / scale, (a * down - d * right) / scale
    found = np.isfinite(cols) & np.isfinite(rows)
    return [
        gdal.GCP(float(east), float(north), 0.0, float(col), float(row))
        for (east, north), col, row in zip(belongs[found], cols[found], rows[found])
    ]
