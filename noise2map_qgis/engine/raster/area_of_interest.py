# SPDX-License-Identifier: GPL-2.0-or-later
"""The area of interest: rectangles and polygons in any CRS, as a window of the grid and a mask on it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from osgeo import gdal, ogr

from ..errors import RasterError
from .area_on_grid import area_on_grid, rectangle, x_period
from .grid import Grid, Window, crs


@dataclass(frozen=True)
class Area:
    """A rectangle (xmin, ymin, xmax, ymax) and/or polygons (WKB), both in `crs_wkt`.

    source: what the polygons were read from ("zones.gpkg|layername=north"): no output replaces it, and outputs name it.
    name: what the log calls the area.
    Where x repeats (longitudes), a rectangle whose xmin exceeds its xmax crosses the antimeridian.
    """

    crs_wkt: str
    extent: tuple[float, float, float, float] | None = None
    polygons: tuple[bytes, ...] = ()
    source: str = ""
    name: str = ""


class AreaOfInterest:
    """The common part of some areas on a grid. A pixel is inside if its centre is.

    `window` is the smallest window that holds it. Raises RasterError if nothing of the grid is inside.
    """

    def __init__(self, areas: tuple[Area, ...], grid: Grid) -> None:
        self._grid = grid
        self._names = [area.name for area in areas if area.name]
        self._layers: list[Any] = []  # one OGR dataset of polygons in the grid's CRS for each area that limits the grid
        named = f" ({'; '.join(self._names)})" if self._names else ""
        try:
            self.window = self._narrow(areas)
        except RuntimeError as error:
            raise RasterError(
                f"The chosen area{named} cannot be brought to the raster's coordinate reference system ({error}). "
                "Choose it in that system."
            ) from error
        if self.window.empty:
            raise RasterError(
                f"The chosen area{named} does not touch the raster. Choose an area on it, or leave the area empty."
            )

    def describe(self) -> list[str]:
        """Return the lines of the log that tell what limits the run."""
        return [f"Only inside {name}." for name in self._names]

    def _narrow(self, areas: tuple[Area, ...]) -> Window:
        window = self._grid.window
        for area in areas:
            if area.extent is not None:
                window = window.intersection(self._narrow_to_extent(area, area.extent))
            if area.polygons:
                polygons = [ogr.CreateGeometryFromWkb(wkb) for wkb in area.polygons]
                window = window.intersection(self._narrow_to_polygons(area, polygons))
        return window

    def _narrow_to_extent(self, area: Area, extent: tuple[float, float, float, float]) -> Window:
        left, bottom, right, top = extent
        source = crs(area.crs_wkt)
        period = x_period(source)
        if period is not None and left > right:
            right += period
        if period is None and source.IsSame(crs(self._grid.crs_wkt), ["IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES"]):
            return _window(self._grid, (left, bottom, right, top))
        return self._narrow_to_polygons(area, [rectangle((left, bottom, right, top))])

    def _narrow_to_polygons(self, area: Area, polygons: list[Any]) -> Window:
        grid = self._grid
        found = area_on_grid(polygons, area.crs_wkt, grid)
        if found is None:
            return grid.window
        if not found:
            return Window(0, 0, 0, 0)
        envelopes = [polygon.GetEnvelope() for polygon in found]
        left, bottom = min(e[0] for e in envelopes), min(e[2] for e in envelopes)
        right, top = max(e[1] for e in envelopes), max(e[3] for e in envelopes)
        if len(found) > 1 or not _is_rectangle(found[0]):
            self._layers.append(_polygon_layer(found))
        return _window(grid, (left, bottom, right, top))

    def mask(self, window: Window) -> np.ndarray | None:
        """Return `(rows, cols) bool` for a window, True inside the polygons; None if there are no
        polygons to respect."""
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


def _window(grid: Grid, bounds: tuple[float, float, float, float]) -> Window:
    """Return the pixels whose centres lie in (xmin, ymin, xmax, ymax)."""
    x, width, _, y, _, height = grid.geotransform
    left, bottom, right, top = bounds
    cols = np.array([(left - x) / width, (right - x) / width])
    rows = np.array([(top - y) / height, (bottom - y) / height])
    # The clip keeps coordinates far beyond the grid in the range of an integer.
    cols = np.clip(np.nan_to_num(np.ceil(cols - 0.5)), -1, grid.cols + 1).astype(int)
    rows = np.clip(np.nan_to_num(np.ceil(rows - 0.5)), -1, grid.rows + 1).astype(int)
    return Window(int(cols[0]), int(rows[0]), int(cols[1] - cols[0]), int(rows[1] - rows[0]))


def _is_rectangle(geometry: Any) -> bool:
    """Return whether a polygon is a rectangle along the axes, so that a window says all of it."""
    left, right, bottom, top = geometry.GetEnvelope()
    return math.isclose(geometry.GetArea(), (right - left) * (top - bottom), rel_tol=1e-12)


def _polygon_layer(polygons: list[Any]) -> Any:
    # GDAL 3.11 took the vector driver "Memory" into "MEM".
    driver = ogr.GetDriverByName("Memory") or ogr.GetDriverByName("MEM")
    dataset = driver.CreateDataSource("")
    layer = dataset.CreateLayer("areas", None, ogr.wkbUnknown)
    for geometry in polygons:
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetGeometry(geometry)
        layer.CreateFeature(feature)
    return dataset
