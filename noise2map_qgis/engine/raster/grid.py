# SPDX-License-Identifier: GPL-2.0-or-later
"""A raster's grid, windows on it, and how large its pixels are on the ground."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from osgeo import osr

# Between rows sampled this densely the ground size of a pixel is interpolated; it is a smooth function of the latitude.
_SAMPLED_ROWS = 128

# As GDAL orders it: x of the upper left corner, x per column, x per row, y of that corner, y per column, y per row.
Geotransform = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Window:
    """A rectangle of pixels: its first column and row, and its size. It may reach beyond the raster (negative, too)."""

    col: int
    row: int
    cols: int
    rows: int

    @property
    def end_col(self) -> int:
        """The column behind the last one."""
        return self.col + self.cols

    @property
    def end_row(self) -> int:
        """The row behind the last one."""
        return self.row + self.rows

    def intersection(self, other: Window) -> Window:
        """Return the common part; its cols or rows are 0 or less if there is none."""
        col, row = max(self.col, other.col), max(self.row, other.row)
        return Window(col, row, min(self.end_col, other.end_col) - col, min(self.end_row, other.end_row) - row)

    def moved(self, cols: int, rows: int) -> Window:
        """Return the window so many pixels further right and down."""
        return Window(self.col + cols, self.row + rows, self.cols, self.rows)

    @property
    def empty(self) -> bool:
        """Whether it holds no pixel."""
        return self.cols <= 0 or self.rows <= 0


@dataclass(frozen=True)
class Ground:
    """The size of a pixel on the ellipsoid for every row of a grid: metres east-west, north-south, and square metres,
    `(rows,) float64`.
    """

    x_m: np.ndarray
    y_m: np.ndarray
    area_m2: np.ndarray


@dataclass(frozen=True)
class Grid:
    """A north-up raster grid: CRS as WKT, geotransform in GDAL's order, size in pixels."""

    crs_wkt: str
    geotransform: Geotransform
    cols: int
    rows: int

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """(xmin, ymin, xmax, ymax) in the CRS."""
        x, width, _, y, _, height = self.geotransform
        return x, y + height * self.rows, x + width * self.cols, y

    @property
    def window(self) -> Window:
        """The whole grid as a window."""
        return Window(0, 0, self.cols, self.rows)

    @property
    def gsd(self) -> tuple[float, float]:
        """Ground sample distance at the centre: metres a pixel covers along a row and along a column."""
        x_m, y_m = pixel_metres(crs(self.crs_wkt), self.geotransform, self.cols / 2, np.array([self.rows / 2]))
        return float(x_m[0]), float(y_m[0])

    def crop(self, window: Window) -> Grid:
        """Return the grid of a window inside this one."""
        x, width, _, y, _, height = self.geotransform
        geotransform = (x + width * window.col, width, 0.0, y + height * window.row, 0.0, height)
        return Grid(self.crs_wkt, geotransform, window.cols, window.rows)

    def ground(self) -> Ground:
        """Return the ground size of the pixels, row by row, as measured along the middle column."""
        rows = np.arange(self.rows) + 0.5
        sampled = rows if self.rows <= _SAMPLED_ROWS else np.linspace(0.5, self.rows - 0.5, _SAMPLED_ROWS)
        x_m, y_m = pixel_metres(crs(self.crs_wkt), self.geotransform, self.cols / 2, sampled)
        x_m, y_m = np.interp(rows, sampled, x_m), np.interp(rows, sampled, y_m)
        return Ground(x_m, y_m, x_m * y_m)


def crs(wkt: str) -> osr.SpatialReference:
    """Return the CRS of a WKT, its axes in GIS order (x or longitude first)."""
    reference = osr.SpatialReference()
    reference.ImportFromWkt(wkt)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def same_crs(one: osr.SpatialReference, other: osr.SpatialReference) -> bool:
    """Return whether coordinates of one CRS, x before y, are those of another."""
    return bool(one.IsSame(other, ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]))


def pixel_metres(
    reference: osr.SpatialReference, geotransform: tuple[float, ...], col: float, rows: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the metres on the ground of one step along the columns and one along the rows, at `col` and each of
    `rows`.

    Measured between longitudes and latitudes on the CRS's own ellipsoid, by its radii of curvature (exact for steps as
    short as a pixel; Snyder 1987, Map Projections, eq. 4-18 to 4-20). So degrees, feet and distorted projections such
    as web Mercator are right. A CRS without an ellipsoid (a local one) is measured in its own linear unit.
    """
    x0, a, b, y0, d, e = geotransform

    def place(c: float | np.ndarray, r: float | np.ndarray) -> np.ndarray:
        c, r = np.broadcast_arrays(np.asarray(c, float), np.asarray(r, float))
        return np.stack([x0 + a * c + b * r, y0 + d * c + e * r], axis=-1)

    along_row = place(col - 0.5, rows), place(col + 0.5, rows)
    along_col = place(col, rows - 0.5), place(col, rows + 0.5)
    return _distance(reference, *along_row), _distance(reference, *along_col)


def _distance(reference: osr.SpatialReference, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    if not (reference.IsGeographic() or reference.IsProjected()):
        return np.hypot(*(end - start).T) * reference.GetLinearUnits()
    lon_start, lat_start = _lon_lat(reference, start)
    lon_end, lat_end = _lon_lat(reference, end)
    semi_major = reference.GetSemiMajor()
    flattening = 1 / reference.GetInvFlattening() if reference.GetInvFlattening() else 0.0
    e2 = flattening * (2 - flattening)
    lat = (lat_start + lat_end) / 2
    curve = 1 - e2 * np.sin(lat) ** 2
    prime_vertical = semi_major / np.sqrt(curve)
    meridional = semi_major * (1 - e2) / curve**1.5
    d_lon = (lon_end - lon_start + math.pi) % (2 * math.pi) - math.pi
    return np.hypot(prime_vertical * np.cos(lat) * d_lon, meridional * (lat_end - lat_start))


def _lon_lat(reference: osr.SpatialReference, points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return longitudes and latitudes in radians, on the CRS's own datum."""
    geographic = reference.CloneGeogCS()
    geographic.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    if not reference.IsGeographic():
        transformation = osr.CoordinateTransformation(reference, geographic)
        points = np.array(transformation.TransformPoints(points.tolist()))
    unit = geographic.GetAngularUnits()
    return points[:, 0] * unit, points[:, 1] * unit
