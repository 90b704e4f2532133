# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas as scripts name them: four numbers in the CRS of a raster, and the polygons of a vector file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from osgeo import gdal

from ..errors import RasterError
from .area_of_interest import Area
from .gdal_settings import gdal_exceptions
from .source import Source

Extent = tuple[float, float, float, float]


def areas_of(first: Source, extent: Extent | None, layer: str | os.PathLike[str] | None) -> tuple[Area, ...]:
    """Return what limits a run: an extent (xmin, ymin, xmax, ymax) in the CRS of `first`, and the polygons of a file's
    first layer.

    Raises RasterError for a file that cannot be read, and for an extent whose smaller numbers do not come first.
    """
    areas = []
    if extent is not None:
        areas.append(area_of_extent(first, extent))
    if layer is not None:
        areas.append(area_of_polygons(Path(layer)))
    return tuple(areas)


def area_of_extent(first: Source, extent: Extent) -> Area:
    """Return an extent in the CRS of a raster."""
    xmin, ymin, xmax, ymax = (float(value) for value in extent)
    if xmin >= xmax or ymin >= ymax:
        raise RasterError(
            f"The area {xmin:g}, {ymin:g}, {xmax:g}, {ymax:g} is empty; give xmin, ymin, xmax, ymax, the smaller "
            f"numbers first."
        )
    with gdal_exceptions():
        wkt = str(_open(first.path, gdal.OF_RASTER).GetProjection())
    return Area(wkt, extent=(xmin, ymin, xmax, ymax))


def area_of_polygons(path: Path) -> Area:
    """Return the polygons of the first layer of a vector file."""
    with gdal_exceptions():
        dataset = _open(str(path), gdal.OF_VECTOR)
        layer = dataset.GetLayer(0)
        polygons = []
        for feature in layer:
            geometry = feature.GetGeometryRef()  # it lives no longer than its feature
            if geometry is not None and geometry.GetDimension() == 2:
                polygons.append(bytes(geometry.ExportToWkb()))
        srs = layer.GetSpatialRef()
        wkt = srs.ExportToWkt() if srs is not None else ""
        layer = dataset = None
    if not wkt or not polygons:
        lacks = "carries no coordinate reference system" if not wkt else "holds no polygons"
        raise RasterError(f"The area layer {path} {lacks}; choose a polygon layer with a coordinate reference system.")
    return Area(wkt, polygons=tuple(polygons), source=os.path.abspath(path))


def _open(path: str, kind: int) -> Any:
    try:
        return gdal.OpenEx(path, kind | gdal.OF_VERBOSE_ERROR)
    except RuntimeError as error:
        raise RasterError(f"{path} cannot be opened ({error}); check the path.") from error
