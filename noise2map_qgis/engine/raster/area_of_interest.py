# SPDX-License-Identifier: GPL-2.0-or-later
"""Where to look: rectangles and polygons in any CRS, as a window of the grid and a mask on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from osgeo import gdal, ogr, osr

from ..errors import RasterError
from .grid import Grid, Window, crs


@dataclass(frozen=True)
class Area:
    """Where to look: a rectangle (xmin, ymin, xmax, ymax) and/or polygons (WKB), both in `crs_wkt`.

    source: what the polygons were read from ("zones.gpkg|layername=north"): no output replaces it, and outputs name it.
    """

    crs_wkt: str
    extent: tuple[float, float, float, float] | None = None
    polygons: tuple[bytes, ...] = ()
    source: str = ""


class AreaOfInterest:
    """The common part of some areas on a grid. A pixel is inside if its centre is.

    `window` is the smallest window that holds it. Raises RasterError if nothing of the grid is inside.
    """

    def __init__(self, areas: tuple[Area, ...], grid: Grid) -> None:
        self._grid = grid
        self._layers: list[Any] = []  # one OGR dataset of polygons in the grid's CRS for each area that has some
        try:
            self.window = self._narrow(areas)
        except RuntimeError as error:
            raise RasterError(
                f"The chosen area cannot be brought to the raster's coordinate reference system ({error}). "
                "Choose it in that system."
            ) from error
        if self.window.empty:
            raise RasterError(
                "The chosen area does not touch the raster. Choose an area on it, or leave the area empty."
            )

    def _narrow(self, areas: tuple[Area, ...]) -> Window:
        grid = self._grid
        window = grid.window
        for area in areas:
            to_grid = _transformation(area.crs_wkt, grid.crs_wkt)
            if area.extent is not None:
                left, bottom, right, top = area.extent
                bounds = area.extent if to_grid is None else to_grid.TransformBounds(left, bottom, right, top, 21)
                window = window.intersection(_window(grid, bounds))
            if area.polygons:
                dataset = _polygon_layer(area.polygons, to_grid)
                left, right, bottom, top = dataset.GetLayer(0).GetExtent()
                window = window.intersection(_window(grid, (left, bottom, right, top)))
                self._layers.append(dataset)
        return window

    def mask(self, window: Window) -> np.ndarray | None:
        """Return `(rows, cols) bool` for a window, True inside the polygons; None if there are no polygons to respect."""
        if not self._layers:
            return None
        grid = self._grid.crop(window)
        left, bottom, right, top = grid.extent
        inside = np.ones((window.rows, window.cols), bool)
        for dataset in self._layers:
            layer = dataset.GetLayer(0)
            layer.SetSpatialFilterRect(left, bottom, right, top)
            picture = gdal.GetDriverByName("MEM").Create("", window.cols, window.rows, 1, gdal.GDT_Byte)
            picture.SetGeoTransform(grid.geotransform)
            gdal.RasterizeLayer(picture, [1], layer, burn_values=[1])
            data = np.frombuffer(picture.GetRasterBand(1).ReadRaster(), np.uint8)
            inside &= data.reshape(window.rows, window.cols) == 1
        return inside


def _transformation(source_wkt: str, target_wkt: str) -> osr.CoordinateTransformation | None:
    source, target = crs(source_wkt), crs(target_wkt)
    return None if source.IsSame(target) else osr.CoordinateTransformation(source, target)


def _window(grid: Grid, bounds: tuple[float, float, float, float]) -> Window:
    """Return the pixels whose centres lie in (xmin, ymin, xmax, ymax)."""
    x, width, _, y, _, height = grid.geotransform
    left, bottom, right, top = bounds
    cols = np.array([(left - x) / width, (right - x) / width])
    rows = np.array([(top - y) / height, (bottom - y) / height])
    # Far beyond the grid lies nothing to see; the clip keeps whatever a projection makes of the ends of the world an integer.
    cols = np.clip(np.nan_to_num(np.ceil(cols - 0.5)), -1, grid.cols + 1).astype(int)
    rows = np.clip(np.nan_to_num(np.ceil(rows - 0.5)), -1, grid.rows + 1).astype(int)
    return Window(int(cols[0]), int(rows[0]), int(cols[1] - cols[0]), int(rows[1] - rows[0]))


def _polygon_layer(polygons: tuple[bytes, ...], to_grid: osr.CoordinateTransformation | None) -> Any:
    # GDAL 3.11 took the vector driver "Memory" into "MEM".
    driver = ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")
    dataset = driver.CreateDataSource("")
    layer = dataset.CreateLayer("areas", None, ogr.wkbUnknown)
    for wkb in polygons:
        geometry = ogr.CreateGeometryFromWkb(wkb)
        if to_grid is not None:
            geometry.Transform(to_grid)
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(geometry)
        layer.CreateFeature(feature)
    return dataset
