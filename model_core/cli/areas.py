# SPDX-License-Identifier: GPL-2.0-or-later
"""The areas a command line names, `--area` and `--area-layer`, as the engine takes them."""

from __future__ import annotations

from pathlib import Path

import typer
from osgeo import gdal

from noise2map_qgis.engine.errors import RasterError
from noise2map_qgis.engine.predict import Area
from noise2map_qgis.engine.raster.scene import Source


def areas_of(first: Source, extent: str | None, layer: Path | None) -> tuple[Area, ...]:
    """What limits a run: an extent in the CRS of the `first` image, and the polygons of a vector file.

    Raises RasterError for a file that cannot be read, typer.BadParameter for an extent that is none.
    """
    areas = []
    if extent is not None:
        areas.append(Area(_crs_of(first), extent=parse_extent(extent)))
    if layer is not None:
        areas.append(_polygons_of(layer))
    return tuple(areas)


def parse_extent(text: str) -> tuple[float, float, float, float]:
    """xmin,ymin,xmax,ymax as numbers."""
    try:
        xmin, ymin, xmax, ymax = (float(part) for part in text.split(","))
    except ValueError:
        raise typer.BadParameter(f"--area takes four numbers, xmin,ymin,xmax,ymax, not '{text}'") from None
    if xmin >= xmax or ymin >= ymax:
        raise typer.BadParameter(f"--area runs from the smaller to the larger: xmin,ymin,xmax,ymax, not '{text}'")
    return xmin, ymin, xmax, ymax


def _open(path: str, kind: int) -> gdal.Dataset:
    """Opens a file whether or not GDAL is set to raise; raises RasterError if it cannot."""
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        dataset = gdal.OpenEx(path, kind)
        reason = gdal.GetLastErrorMsg()
    except RuntimeError as error:
        dataset, reason = None, str(error)
    finally:
        gdal.PopErrorHandler()
    if dataset is None:
        raise RasterError(f"{path} cannot be opened ({reason or 'no such file'}); check the path.")
    return dataset


def _crs_of(source: Source) -> str:
    return str(_open(source.path, gdal.OF_RASTER).GetProjection())


def _polygons_of(path: Path) -> Area:
    dataset = _open(str(path), gdal.OF_VECTOR)
    layer = dataset.GetLayer(0)
    polygons = []
    for feature in layer:
        geometry = feature.GetGeometryRef()  # it lives no longer than its feature
        if geometry is not None and geometry.GetDimension() == 2:
            polygons.append(bytes(geometry.ExportToWkb()))
    srs = layer.GetSpatialRef()
    if srs is None or not polygons:
        lacks = "carries no coordinate system" if srs is None else "holds no polygons"
        raise RasterError(f"The area layer {path} {lacks}; choose a polygon layer with a coordinate system.")
    return Area(srs.ExportToWkt(), polygons=tuple(polygons))
