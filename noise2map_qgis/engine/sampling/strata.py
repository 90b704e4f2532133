# SPDX-License-Identifier: GPL-2.0-or-later
"""The strata of a map of yes and no: its two classes and, of a probability, the pixels just below the threshold."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from osgeo import gdal

from ..encoding import LEVELS, lowest_level
from ..errors import EngineError, RasterError
from ..raster.gdal_settings import gdal_exceptions
from ..raster.grid import Grid, Window
from ..raster.reader import read_window

NO, YES = 0, 1
NO_DATA = -1
# Keys of the strata, which are fields of the points.
NEGATIVE, POSSIBLE, POSITIVE = 0, 1, 2
NAMES = {NEGATIVE: "no", POSSIBLE: "possible", POSITIVE: "yes"}
MAP_CLASS = {NEGATIVE: NO, POSSIBLE: NO, POSITIVE: YES}
# Pixels read at once.
_STRIP_PIXELS = 1 << 22


@dataclass(frozen=True)
class Stratum:
    """One stratum: its key, what it is called, the map's class in it (0 or 1), its pixels, its square metres, and the
    points drawn in it.
    """

    key: int
    name: str
    map_class: int
    pixels: int
    area_m2: float
    points: int = 0

    def with_points(self, points: int) -> Stratum:
        """Return the stratum with a number of points."""
        return replace(self, points=points)


class StratifiedMap:
    """A map read as strata; a context manager.

    path: a probability (bytes with a scale of 1/254, or floats 0-1) or a mask (0 and 1, or 0 and 255). threshold: 0-1,
    from which a probability is a yes. low_threshold: 0-1, from which it is a possible one, or None for no such stratum.
    Raises RasterError naming the file.
    """

    def __init__(self, path: Path, threshold: float = 0.5, low_threshold: float | None = None) -> None:
        if not 0 < threshold <= 1:
            raise EngineError(f"The threshold must lie above 0 and up to 1, not at {threshold:g}.")
        if low_threshold is not None and not 0 < low_threshold < threshold:
            raise EngineError(
                f"The low threshold must lie between 0 and the threshold of {threshold:g}, not at {low_threshold:g}; "
                "leave it out for no stratum of possible pixels."
            )
        self._path = path
        with contextlib.ExitStack() as stack:
            stack.enter_context(gdal_exceptions())
            try:
                self._dataset: Any = gdal.OpenEx(str(path), gdal.OF_RASTER | gdal.OF_VERBOSE_ERROR)
            except RuntimeError as error:
                raise RasterError(f"The map {path} cannot be opened ({error}); check the path.") from error
            self.grid = _grid_of(path, self._dataset)
            band = self._dataset.GetRasterBand(1)
            self.meaning = str(band.GetDescription()).replace("probability of ", "")
            byte, scale = band.DataType == gdal.GDT_Byte, band.GetScale()
            self.probability = not byte or (scale is not None and abs(scale * LEVELS - 1) < 1e-3)
            self._dtype = np.uint8 if byte else np.float32
            # The lowest values of a yes and of a possible yes, in the raster's own unit.
            unit = (lambda share: float(lowest_level(share))) if byte else float
            self._yes = unit(threshold) if self.probability else 1.0
            low = low_threshold if self.probability else None
            self._possible = self._yes if low is None else unit(low)
            self._gdal = stack.pop_all()

    def __enter__(self) -> StratifiedMap:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._dataset = None
        self._gdal.close()

    def windows(self) -> Iterator[Window]:
        """Go through the map in strips of whole rows, from top to bottom."""
        rows = max(1, _STRIP_PIXELS // self.grid.cols)
        for row in range(0, self.grid.rows, rows):
            yield Window(0, row, self.grid.cols, min(rows, self.grid.rows - row))

    def read(self, window: Window) -> np.ndarray:
        """Return the keys of the strata in a window, `(rows, cols) int8`, `NO_DATA` where there is no data."""
        try:
            values = read_window(self._dataset, (1,), window, self._dtype)[0]
            band = self._dataset.GetRasterBand(1)
            valid = read_window(band.GetMaskBand(), None, window, np.uint8)[0] > 0
        except RuntimeError as error:
            raise RasterError(f"The map {self._path} cannot be read ({error}); copy or export it again.") from error
        if self._dtype is np.float32:
            valid &= np.isfinite(values)
        self._check(values[valid])
        keys = np.where(values >= self._yes, POSITIVE, np.where(values >= self._possible, POSSIBLE, NEGATIVE))
        return np.where(valid, keys, NO_DATA).astype(np.int8)

    def _check(self, values: np.ndarray) -> None:
        if not values.size:
            return
        low, high = float(values.min()), float(values.max())
        if self.probability and (low < 0 or high > (LEVELS if self._dtype is np.uint8 else 1)):
            raise RasterError(f"The map {self._path} holds {low:g} to {high:g}; a probability lies between 0 and 1.")
        if not self.probability and np.any((values != 0) & (values != 1) & (values != 255)):
            raise RasterError(
                f"The map {self._path} holds values up to {high:g} and no scale of 1/254; give a mask (0 and 1) or "
                f"a probability."
            )


def _grid_of(path: Path, dataset: Any) -> Grid:
    geotransform, reference = dataset.GetGeoTransform(can_return_null=True), dataset.GetSpatialRef()
    if geotransform is None or reference is None:
        raise RasterError(f"The map {path} has no position or no coordinate reference system; georeference it first.")
    if geotransform[2] or geotransform[4]:
        raise RasterError(f"The map {path} is rotated; warp it to a north-up grid first.")
    return Grid(str(reference.ExportToWkt()), tuple(geotransform), dataset.RasterXSize, dataset.RasterYSize)


def survey(stratified: StratifiedMap) -> tuple[Stratum, ...]:
    """Return the strata that the map has, with their pixels and their areas on the ellipsoid. Raises RasterError if it
    has no data.
    """
    ground = stratified.grid.ground().area_m2
    rows = {key: np.zeros(stratified.grid.rows, np.int64) for key in NAMES}  # pixels by row
    for window in stratified.windows():
        keys = stratified.read(window)
        for key, by_row in rows.items():
            by_row[window.row : window.end_row] = np.count_nonzero(keys == key, axis=1)
    strata = tuple(
        Stratum(key, NAMES[key], MAP_CLASS[key], int(by_row.sum()), float(by_row @ ground))
        for key, by_row in rows.items()
        if by_row.any()
    )
    if not strata:
        raise RasterError("The map holds no data: every pixel is nodata. Choose another map.")
    return strata
