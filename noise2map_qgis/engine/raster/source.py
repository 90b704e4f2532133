# SPDX-License-Identifier: GPL-2.0-or-later
"""An input raster as it is handed to the engine: where it is, and what overrides the file's own metadata."""

from __future__ import annotations

from dataclasses import dataclass

from .grid import Geotransform


@dataclass(frozen=True)
class BandNodata:
    """Nodata of one band (1-based) that overrides or completes the file's own.

    ranges: closed intervals (low, high) of stored values that are nodata, in addition to the file's value.
    use_file: whether the file's own nodata value counts.
    """

    band: int
    ranges: tuple[tuple[float, float], ...] = ()
    use_file: bool = True


@dataclass(frozen=True)
class Source:
    """An input raster: `path` is anything GDAL opens, `name` is what the user calls it.

    bands: 1-based, in the order of the network's bands; () selects them by `bands.select_bands`.
    crs_wkt, geotransform: replace those of the file; None keeps the file's. nodata: see `BandNodata`.
    """

    path: str
    name: str
    bands: tuple[int, ...] = ()
    crs_wkt: str | None = None
    geotransform: Geotransform | None = None
    nodata: tuple[BandNodata, ...] = ()
