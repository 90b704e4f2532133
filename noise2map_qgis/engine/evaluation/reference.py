# SPDX-License-Identifier: GPL-2.0-or-later
"""An existing map, of any origin, beside a reference: another raster, or polygons.

The map is a probability (bytes 0-254 with a scale of 1/254 as a run writes it, or floats 0-1) or a mask (0 and 1, or 0
and 255). The reference is brought onto the map's grid, a raster by its nearest pixels, polygons by the pixels whose
centres they hold. Beyond a reference raster nothing is known; where there is no polygon there is nothing to find.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal, ogr, osr

from ..encoding import LEVELS, NODATA, encode
from ..errors import RasterError
from ..raster.area_on_grid import area_on_grid, rectangle
from ..raster.gdal_settings import gdal_exceptions
from ..raster.grid import Geotransform, Grid, Window, crs
from ..raster.reader import read_window
from .labelled import LabelledMap
from .labels import UNKNOWN, read_label

_UNKNOWN = 255
# The grid of a map that has no CRS: pixels can be compared, places cannot.
_NO_CRS = 'LOCAL_CS["map without CRS",UNIT["metre",1]]'


@dataclass(frozen=True)
class GivenMap:
    """A map read from a file: its `levels`, `(rows, cols) uint8` (0-254, 255 = no data), and whether they are
    probabilities or a mask.
    """

    levels: np.ndarray
    grid: Grid
    probabilities: bool


def compare_map(path: Path, truth: Path, images: tuple[Path, ...] = ()) -> tuple[LabelledMap, bool]:
    """Read a map and a reference on the map's grid, and tell whether the map holds probabilities.

    images: what the map was made from, for the report's pictures. Raises RasterError naming the file that cannot be
    used.
    """
    with gdal_exceptions():
        given = read_map(path)
        for image in images:
            _check_image(image, given.grid)
        return LabelledMap(path.stem, given.levels, _truth(truth, given.grid), given.grid, images), given.probabilities


def read_map(path: Path) -> GivenMap:
    """Read a map; see the module's text for what it may hold."""
    dataset = _open(path, gdal.OF_RASTER, "map")
    band = dataset.GetRasterBand(1)
    cols, rows = dataset.RasterXSize, dataset.RasterYSize
    whole = Window(0, 0, cols, rows)
    geotransform = dataset.GetGeoTransform(can_return_null=True) or (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)
    reference = dataset.GetSpatialRef()
    placed = reference is not None and dataset.GetGeoTransform(can_return_null=True) is not None
    wkt = reference.ExportToWkt() if placed else _NO_CRS
    grid = Grid(wkt, tuple(geotransform), cols, rows)
    valid = read_window(band.GetMaskBand(), None, whole, np.uint8)[0] > 0
    if band.DataType != gdal.GDT_Byte:
        values = read_window(dataset, (1,), whole, np.float32)[0]
        valid &= np.isfinite(values)
        return _from_floats(path, values, valid, grid)
    values = read_window(dataset, (1,), whole, np.uint8)[0]
    if band.GetScale() is not None and abs(band.GetScale() * LEVELS - 1) < 1e-3:
        return GivenMap(np.where(valid, values, NODATA).astype(np.uint8), grid, True)
    kinds = set(np.unique(values[valid]).tolist())
    if not (kinds <= {0, 1} or kinds <= {0, 255}):
        raise RasterError(
            f"The map {path} holds values up to {max(kinds)} and no scale of 1/254; give a mask (0 and 1), a "
            "probability raster that a run wrote, or floats between 0 and 1."
        )
    return GivenMap(np.where(valid, np.where(values > 0, LEVELS, 0), NODATA).astype(np.uint8), grid, False)


def _from_floats(path: Path, values: np.ndarray, valid: np.ndarray, grid: Grid) -> GivenMap:
    known = values[valid]
    if known.size and (known.min() < 0 or known.max() > 1):
        raise RasterError(
            f"The map {path} holds values from {known.min():g} to {known.max():g}; a probability lies between 0 and 1."
        )
    levels = np.full(values.shape, NODATA, np.uint8)
    levels[valid] = encode(known)
    return GivenMap(levels, grid, not set(np.unique(known).tolist()) <= {0.0, 1.0})


def _check_image(path: Path, grid: Grid) -> None:
    """Raise RasterError if an image cannot be shown beside a map."""
    dataset = _open(path, gdal.OF_RASTER, "image")
    place = _place(dataset)
    if place is None or not _is_placed(grid):
        _check_size("image", path, (dataset.RasterYSize, dataset.RasterXSize), grid)
    else:
        _way("image", path, crs(place[0]), grid)


def _truth(path: Path, grid: Grid) -> np.ndarray:
    """Return the reference on a grid, coded as in `LabelledMap`."""
    dataset = _open(path, gdal.OF_RASTER | gdal.OF_VECTOR, "reference")
    if dataset.RasterCount == 0:
        return _burnt(path, dataset, grid)
    truth = read_label(path)
    place = _place(dataset)
    if place is None or not _is_placed(grid):
        _check_size("reference", path, truth.shape, grid)
    else:
        _way("reference", path, crs(place[0]), grid)
        own = Grid(place[0], place[1], truth.shape[1], truth.shape[0])
        coded = np.where(truth < 0, _UNKNOWN, truth).astype(np.uint8)
        target = _picture(grid, np.full((grid.rows, grid.cols), _UNKNOWN, np.uint8))
        gdal.Warp(target, _picture(own, coded), resampleAlg="near", srcNodata=_UNKNOWN, dstNodata=_UNKNOWN)
        warped = read_window(target, (1,), grid.window, np.uint8)[0]
        truth = np.where(warped == _UNKNOWN, UNKNOWN, warped).astype(np.int8)
    if not (truth >= 0).any():
        raise RasterError(f"The reference {path} does not touch the map; check that both show one place.")
    return truth


def _burnt(path: Path, dataset: Any, grid: Grid) -> np.ndarray:
    """Return 1 where a pixel's centre lies in a polygon of any layer, else 0."""
    if not _is_placed(grid):
        raise RasterError(
            f"The map has no coordinate reference system, so the polygons of {path} cannot be placed on it. "
            "Assign one to the map (Raster ▸ Projections ▸ Assign Projection), or give a raster of its size as the "
            "reference."
        )
    picture = _picture(grid, np.zeros((grid.rows, grid.cols), np.uint8))
    driver = ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")
    for number in range(dataset.GetLayerCount()):
        layer = dataset.GetLayer(number)
        polygons = [
            geometry.Clone()
            for geometry in (feature.GetGeometryRef() for feature in layer)
            if geometry is not None and geometry.GetDimension() == 2
        ]
        if not polygons:
            continue
        reference = layer.GetSpatialRef()
        if reference is None:
            raise RasterError(f"The reference {path} has no coordinate reference system; assign one and run again.")
        try:
            placed = area_on_grid(polygons, reference.ExportToWkt(), grid)
        except RuntimeError as error:
            raise _no_way("reference", path, error) from error
        memory = driver.CreateDataSource("")
        moved = memory.CreateLayer("polygons", None, ogr.wkbUnknown)
        for geometry in [rectangle(grid.extent)] if placed is None else placed:
            shape = ogr.Feature(moved.GetLayerDefn())
            shape.SetGeometry(geometry)
            moved.CreateFeature(shape)
        gdal.RasterizeLayer(picture, [1], moved, burn_values=[1])
    return read_window(picture, (1,), grid.window, np.uint8)[0].astype(np.int8)


def _place(dataset: Any) -> tuple[str, Geotransform] | None:
    """Return the CRS (WKT) and the geotransform of a raster, or None if it lacks one of them."""
    geotransform, reference = dataset.GetGeoTransform(can_return_null=True), dataset.GetSpatialRef()
    if geotransform is None or reference is None:
        return None
    a, b, c, d, e, f = geotransform
    return reference.ExportToWkt(), (a, b, c, d, e, f)


def _is_placed(grid: Grid) -> bool:
    return grid.crs_wkt != _NO_CRS


def _check_size(what: str, path: Path, shape: tuple[int, ...], grid: Grid) -> None:
    """Raise RasterError unless a raster can be laid on the map pixel by pixel."""
    if tuple(shape) != (grid.rows, grid.cols):
        raise RasterError(
            f"The {what} {path} has {shape[1]} x {shape[0]} pixels, the map {grid.cols} x {grid.rows}, and one of them "
            "has no position and coordinate reference system. Georeference both, or give one of the map's size."
        )


def _way(what: str, path: Path, source: osr.SpatialReference, grid: Grid) -> None:
    """Raise RasterError unless there is a way from a CRS to the map's."""
    target = crs(grid.crs_wkt)
    if source.IsSame(target):
        return
    try:
        osr.CoordinateTransformation(source, target)
    except RuntimeError as error:
        raise _no_way(what, path, error) from error


def _no_way(what: str, path: Path, error: Exception) -> RasterError:
    return RasterError(
        f"The {what} {path} cannot be brought to the coordinate reference system of the map ({error}). "
        "Reproject one of them first."
    )


def _picture(grid: Grid, data: np.ndarray) -> Any:
    dataset = gdal.GetDriverByName("MEM").Create("", grid.cols, grid.rows, 1, gdal.GDT_Byte)
    dataset.SetGeoTransform(grid.geotransform)
    dataset.SetProjection(grid.crs_wkt)
    dataset.WriteRaster(0, 0, grid.cols, grid.rows, np.ascontiguousarray(data).tobytes())
    return dataset


def _open(path: Path, kind: int, what: str) -> Any:
    try:
        return gdal.OpenEx(str(path), kind | gdal.OF_VERBOSE_ERROR)
    except RuntimeError as error:
        raise RasterError(
            f"The {what} {path} cannot be opened ({error}). Check that it is there and not damaged."
        ) from error
