# SPDX-License-Identifier: GPL-2.0-or-later
"""Rasters of several bands, put together from rasters of one band each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from osgeo import gdal

from ..encoding import SCALE
from ..output.raster_writer import output_error
from ..raster.grid import Grid, crs

_OPTIONS = ["TILED=YES", "COMPRESS=DEFLATE", "BIGTIFF=IF_SAFER", "INTERLEAVE=BAND"]


def stack_bands(path: Path, bands: Mapping[str, Path]) -> None:
    """Write a GeoTIFF of probabilities (bytes with a scale of 1/254) with the rasters of `bands` as its bands, named by
    their keys.
    """
    try:
        sources = [str(source) for source in bands.values()]
        mosaic = gdal.BuildVRT("", sources, options=gdal.BuildVRTOptions(separate=True))
        made = gdal.Translate(str(path), mosaic, format="GTiff", creationOptions=_OPTIONS)
        for number, name in enumerate(bands, 1):
            band = made.GetRasterBand(number)
            band.SetDescription(name)
            band.SetScale(SCALE)
        made.FlushCache()
        del band, made
    except RuntimeError as error:
        raise output_error(path, str(error)) from error


def write_floats(path: Path, grid: Grid, bands: Mapping[str, np.ndarray]) -> None:
    """Write a GeoTIFF of float32 bands, `(rows, cols)` each, named by their keys."""
    try:
        made = gdal.GetDriverByName("GTiff").Create(
            str(path), grid.cols, grid.rows, len(bands), gdal.GDT_Float32, [*_OPTIONS, "PREDICTOR=3"]
        )
        made.SetGeoTransform(grid.geotransform)
        made.SetSpatialRef(crs(grid.crs_wkt))
        for number, (name, data) in enumerate(bands.items(), 1):
            band = made.GetRasterBand(number)
            band.WriteRaster(0, 0, grid.cols, grid.rows, np.ascontiguousarray(data, np.float32).tobytes())
            band.SetDescription(name)
        made.FlushCache()
        del band, made
    except RuntimeError as error:
        raise output_error(path, str(error)) from error
