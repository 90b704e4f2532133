# SPDX-License-Identifier: GPL-2.0-or-later
"""Small files in the forms that published data sets come in."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from osgeo import gdal, osr

gdal.UseExceptions()

RNG = np.random.default_rng(0)


def picture(side: int = 16) -> np.ndarray:
    """(side, side, 3) uint8, unlike any other."""
    return RNG.integers(1, 255, (side, side, 3), dtype=np.uint8)


def mask(side: int = 16, row: int = 4, on: int = 255) -> np.ndarray:
    """(side, side) uint8 with a square of `on` at `row`."""
    label = np.zeros((side, side), np.uint8)
    label[row : row + 4, 4:8] = on
    return label


def write_tif(
    path: Path,
    array: np.ndarray,
    *,
    nodata: float | None = None,
    colours: tuple[int, ...] = (),
    names: tuple[str, ...] = (),
    corner: tuple[float, float] | None = None,
) -> None:
    """Write (rows, cols[, bands]) as GeoTIFF; `corner` places it on UTM 33 N with pixels of 1 m."""
    path.parent.mkdir(parents=True, exist_ok=True)
    bands = np.ascontiguousarray(np.atleast_3d(array).transpose(2, 0, 1))
    kind = {"uint8": gdal.GDT_Byte, "uint16": gdal.GDT_UInt16, "float32": gdal.GDT_Float32}[str(array.dtype)]
    dataset = gdal.GetDriverByName("GTiff").Create(
        str(path), bands.shape[2], bands.shape[1], len(bands), kind, ["PHOTOMETRIC=MINISBLACK", "ALPHA=NO"]
    )
    if corner:
        system = osr.SpatialReference()
        system.ImportFromEPSG(32633)
        dataset.SetProjection(system.ExportToWkt())
        dataset.SetGeoTransform((corner[0], 1.0, 0.0, corner[1], 0.0, -1.0))
    for number, values in enumerate(bands, 1):
        band = dataset.GetRasterBand(number)
        if colours:
            band.SetColorInterpretation(colours[number - 1])
        if names:
            band.SetDescription(names[number - 1])
        if nodata is not None:
            band.SetNoDataValue(nodata)
        band.WriteRaster(0, 0, bands.shape[2], bands.shape[1], values.tobytes())
    dataset.FlushCache()
