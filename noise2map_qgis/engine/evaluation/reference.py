# SPDX-License-Identifier: GPL-2.0-or-later
"""A map that is there already, whoever made it, beside a reference: another raster, or polygons.

The map is a probability (bytes 0-254 with a scale of 1/254 as a run writes it, or floats 0-1) or a mask (0 and 1, or 0 and 255). The
reference is brought onto the map's grid, a raster by its nearest pixels, polygons by the pixels whose centres they hold. Beyond a reference
raster nothing is known; where there is no polygon there is nothing to find.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from osgeo import gdal, ogr, osr

from ..encoding import LEVELS, NODATA, encode
from ..errors import RasterError
from ..raster.gdal_settings import gdal_exceptions
from ..raster.grid import Grid, Window, crs
from ..raster.reader import read_window
from .labelled import LabelledMap, read_truth

_UNKNOWN = 255


@dataclass(frozen=True)
class GivenMap:
    """A map read from a file: its `levels`, `(rows, cols) uint8` (0-254, 255 = no data), and whether they are probabilities or a mask."""

    levels: np.ndarray
    grid: Grid
    probabilities: bool


def compare_map(path: Path, truth: Path, images: tuple[Path, ...] = ()) -> tuple[LabelledMap, bool]:
    """Read a map and a reference on the map's grid, and tell whether the map holds probabilities.

    images: what the map was made from, for pictures only. Raises RasterError naming the file that cannot be used.
    """
    with gdal_exceptions():
        given = read_map(path)
        return LabelledMap(path.stem, given.levels, _truth(truth, given.grid), given.grid, images), given.probabilities


def read_map(path: Path) -> GivenMap:
    """Read a map; see the module's text for what it may hold."""
    dataset = _open(path, gdal.OF_RASTER, "map")
    band = dataset.GetRasterBand(1)
    cols, rows = dataset.RasterXSize, dataset.RasterYSize
    whole = Window(0, 0, cols, rows)
    geotransform = dataset.GetGeoTransform(can_return_null=True) or (0.0, 1.0, 0.0, 0.0, 0.0, -1.0)
    reference = dataset.GetSpatialRef()
    wkt = reference.ExportToWkt() if reference is not None else 'LOCAL_CS["map",UNIT["metre",1]]'
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
            f"The map {path} holds values up to {max(kinds)} and no scale of 1/254; give a mask (0 and 1), a probability "
            "raster that a run wrote, or floats between 0 and 1."
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


def _truth(path: Path, grid: Grid) -> np.ndarray:
    """Return the reference on a grid, coded as in `LabelledMap`."""
    dataset = _open(path, gdal.OF_RASTER | gdal.OF_VECTOR, "reference")
    if dataset.RasterCount == 0:
        return _burnt(path, dataset, grid)
    data = read_window(dataset, (1,), Window(0, 0, dataset.RasterXSize, dataset.RasterYSize), np.uint8)[0]
    known = read_window(
        dataset.GetRasterBand(1).GetMaskBand(), None, Window(0, 0, dataset.RasterXSize, dataset.RasterYSize), np.uint8
    )[0]
    nodata = dataset.GetRasterBand(1).GetNoDataValue()
    truth = read_truth(data)
    if nodata != 0:  # many masks call "nothing here" no data
        truth[known == 0] = -1
    coded = np.where(truth < 0, _UNKNOWN, truth).astype(np.uint8)
    geotransform, reference = dataset.GetGeoTransform(can_return_null=True), dataset.GetSpatialRef()
    if geotransform is None or reference is None:
        if coded.shape != (grid.rows, grid.cols):
            raise RasterError(
                f"The reference {path} has no position and {coded.shape[1]} x {coded.shape[0]} pixels, the map "
                f"{grid.cols} x {grid.rows}; georeference it, or give one of the map's size."
            )
    else:
        own = Grid(reference.ExportToWkt(), tuple(geotransform), coded.shape[1], coded.shape[0])
        target = _picture(grid, np.full((grid.rows, grid.cols), _UNKNOWN, np.uint8))
        gdal.Warp(target, _picture(own, coded), resampleAlg="near", srcNodata=_UNKNOWN, dstNodata=_UNKNOWN)
        coded = read_window(target, (1,), grid.window, np.uint8)[0]
    truth = coded.astype(np.int8)
    truth[coded == _UNKNOWN] = -1
    if not (truth >= 0).any():
        raise RasterError(f"The reference {path} does not touch the map; check that both show one place.")
    return truth


def _burnt(path: Path, dataset: Any, grid: Grid) -> np.ndarray:
    """Return 1 where a pixel's centre lies in a polygon of any layer, else 0."""
    picture = _picture(grid, np.zeros((grid.rows, grid.cols), np.uint8))
    target = crs(grid.crs_wkt)
    driver = ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")
    for number in range(dataset.GetLayerCount()):
        layer = dataset.GetLayer(number)
        source = layer.GetSpatialRef()
        if source is None:
            raise RasterError(f"The reference {path} has no coordinate system; assign one and run again.")
        source.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
        way = None if source.IsSame(target) else osr.CoordinateTransformation(source, target)
        memory = driver.CreateDataSource("")
        moved = memory.CreateLayer("polygons", None, ogr.wkbUnknown)
        for feature in layer:
            geometry = feature.GetGeometryRef()
            if geometry is None or geometry.GetDimension() != 2:
                continue
            geometry = geometry.Clone()
            if way is not None:
                geometry.Transform(way)
            shape = ogr.Feature(moved.GetLayerDefn())
            shape.SetGeometry(geometry)
            moved.CreateFeature(shape)
        gdal.RasterizeLayer(picture, [1], moved, burn_values=[1])
    return read_window(picture, (1,), grid.window, np.uint8)[0].astype(np.int8)


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
