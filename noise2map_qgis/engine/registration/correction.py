# SPDX-License-Identifier: GPL-2.0-or-later
"""The later image, corrected: with another position written into it, or resampled onto the earlier image's grid."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal, osr

from ..errors import OutputError
from ..raster.displacement import Displacement, control_points
from ..raster.grid import Grid, crs
from ..raster.reader import Raster

MOVED, RESAMPLED, BENT = "shift", "resampled", "field"
CORRECTIONS = (MOVED, RESAMPLED, BENT)
_OPTIONS = ["TILED=YES", "COMPRESS=DEFLATE", "BIGTIFF=IF_SAFER"]


def write_corrected(path: Path, raster: Raster, grid: Grid, displacement: Displacement, resample: bool) -> None:
    """Write all bands of a raster, in their own type, to where they belong, as a GeoTIFF.

    displacement: by how many pixels of `grid` the raster lies off. resample: onto `grid`, so that the pixels of both
    dates lie on each other; else only the position changes and every value stays, which a field of shifts does not
    allow. Raises OutputError if the file cannot be written.
    """
    try:
        if displacement.is_uniform and not resample:
            _move(path, raster, grid, displacement)
        else:
            _resample(path, raster, grid, displacement)
    except RuntimeError as error:
        raise OutputError(f"The corrected image {path} cannot be written ({error}); choose another place.") from error


def _move(path: Path, raster: Raster, grid: Grid, displacement: Displacement) -> None:
    x, width, _, y, _, height = grid.geotransform
    belongs = np.array([x + width * grid.cols / 2, y + height * grid.rows / 2])
    lies = belongs + displacement.shift[0] * (width, height)
    own = np.array(
        osr.CoordinateTransformation(crs(grid.crs_wkt), raster.crs).TransformPoints([lies.tolist(), belongs.tolist()])
    )
    east, north = own[1, :2] - own[0, :2]
    x0, a, b, y0, d, e = raster.geotransform
    _copy(path, raster, (x0 + float(east), a, b, y0 + float(north), d, e))


def _copy(path: Path, raster: Raster, geotransform: tuple[float, ...]) -> None:
    placed = gdal.Translate("", raster.dataset, format="VRT", outputSRS=raster.crs.ExportToWkt())
    placed.SetGeoTransform(geotransform)
    written: Any = gdal.Translate(str(path), placed, format="GTiff", creationOptions=_OPTIONS)
    written.FlushCache()


def _resample(path: Path, raster: Raster, grid: Grid, displacement: Displacement) -> None:
    source = gdal.Translate("", raster.dataset, format="VRT", outputSRS=raster.crs.ExportToWkt())
    target = grid
    if displacement.is_uniform:
        source.SetGeoTransform(raster.geotransform)
        target = displacement.moved_grid(grid)
    else:
        source.SetGCPs(control_points(raster, grid, displacement), grid.crs_wkt)
    left, bottom, right, top = target.extent
    has_nodata = source.GetRasterBand(1).GetNoDataValue() is not None
    has_alpha = source.GetRasterBand(source.RasterCount).GetColorInterpretation() == gdal.GCI_AlphaBand
    written: Any = gdal.Warp(
        str(path),
        source,
        format="GTiff",
        srcSRS=raster.crs.ExportToWkt() if displacement.is_uniform else grid.crs_wkt,
        dstSRS=grid.crs_wkt,
        outputBounds=(left, bottom, right, top),
        width=grid.cols,
        height=grid.rows,
        resampleAlg="cubic",
        tps=not displacement.is_uniform,
        # What the raster does not cover must not look like black ground.
        dstAlpha=not (has_nodata or has_alpha),
        creationOptions=_OPTIONS,
    )
    written.SetGeoTransform(grid.geotransform)
    written.FlushCache()
