# SPDX-License-Identifier: GPL-2.0-or-later
"""One or two rasters on one grid."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    """An input raster: `path` is anything GDAL opens, `name` what the user calls it, `bands` 1-based (() = the first the card asks for)."""

    path: str
    name: str
    bands: tuple[int, ...] = ()


@dataclass(frozen=True)
class Grid:
    """A north-up raster grid: CRS as WKT, geotransform in GDAL's order, size in pixels."""

    crs_wkt: str
    geotransform: tuple[float, float, float, float, float, float]
    cols: int
    rows: int
