# SPDX-License-Identifier: GPL-2.0-or-later
"""Two small images of one place, drawn so that what changes between them is known to the pixel."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from osgeo import gdal, osr

ROWS, COLS, GSD = 120, 160, 0.5
LEFT, TOP = 620000.0, 3350000.0
# What changes from before to after, as (row, col) slices: 20 x 30 pixels, 150 m² of ground; and 4 x 4 pixels, 4 m².
LARGE, SMALL = (slice(20, 40), slice(30, 60)), (slice(90, 94), slice(100, 104))


@dataclass(frozen=True)
class Pair:
    """Two images of one place, as paths."""

    before: str
    after: str


def write_raster(path: Path, bands: np.ndarray, epsg: int = 32614, nodata: float | None = None) -> str:
    """Write `bands` ((bands, rows, cols), any type) as a GeoTIFF at the tests' place; return its path as text."""
    kind = {"uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16, "float32": gdal.GDT_Float32}[str(bands.dtype)]
    count, rows, cols = bands.shape
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), cols, rows, count, kind)
    if epsg:
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(epsg)
        dataset.SetProjection(reference.ExportToWkt())
        dataset.SetGeoTransform((LEFT, GSD, 0, TOP, 0, -GSD))
    for index in range(count):
        band = dataset.GetRasterBand(index + 1)
        band.WriteArray(bands[index])
        if nodata is not None:
            band.SetNoDataValue(nodata)
    dataset = None
    return str(path)


def before_and_after() -> tuple[np.ndarray, np.ndarray]:
    """Return the two images, `(3, rows, cols) uint8`: plain ground, then two bright patches on it."""
    before = np.full((3, ROWS, COLS), 40, np.uint8)
    after = before.copy()
    for patch in (LARGE, SMALL):
        after[(slice(None), *patch)] = 240
    return before, after
