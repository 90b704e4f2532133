# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run leaves behind: the map as it grows, and the mask and polygons made from it once it is complete."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Callable

import numpy as np
from osgeo import gdal

from .grid import Grid, Window
from .listener import Watch
from .objects import Objects, ObjectTable
from .polygons import vector_driver, write_polygons
from .raster import read_window
from .staging import Staging
from .tiling import NODATA
from .writers import RasterWriter, probability_writer


class Outputs:
    """The map of a run, taken piece by piece, and the files wanted of it; a context manager that lets go of all files.

    meaning: what the positive class is called. lowest_level: the first of the levels 0-254 that is positive.
    Raises OutputError where a file cannot be written.
    """

    def __init__(
        self,
        staging: Staging,
        grid: Grid,
        meaning: str,
        lowest_level: int,
        probability: Path | None,
        mask: Path | None,
        polygons: Path | None,
    ) -> None:
        self._staging = staging
        self._grid = grid
        self._meaning = meaning
        self._wanted = staging.paths({"probability": probability, "mask": mask, "polygons": polygons})
        if polygons is not None:
            vector_driver(polygons)
        self._rasters: list[RasterWriter] = []
        path = self._wanted.get("probability") or staging.scratch("probability.tif")
        self._map = self._opened(probability_writer(path, grid, meaning))
        self._mask = None if mask is None else self._opened(RasterWriter(self._wanted["mask"], grid, meaning))
        self._ground = grid.ground()
        self._objects = Objects(self._ground, lowest_level)
        self.valid_area_m2 = 0.0

    def __enter__(self) -> Outputs:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for raster in self._rasters:
            raster.abandon()

    def take(self, window: Window, levels: np.ndarray) -> None:
        """Add the next piece of the map, `(rows, cols) uint8` levels (255 = no data), where `window` says on the grid."""
        valid = np.count_nonzero(levels != NODATA, axis=1)
        if valid.any():  # what is never written reads as nodata and costs nothing
            self._map.write(window, levels)
        self.valid_area_m2 += float(valid @ self._ground.area_m2[window.row : window.end_row])
        self._objects.add(window, levels)

    def finish(self, min_area: float, simplify: float, watch: Watch, log: Callable[[str], None]) -> ObjectTable:
        """Complete all files and return the objects found; raises Cancelled if the listener wants to stop."""
        watch.check()
        self._map.close("AVERAGE" if "probability" in self._wanted else None, watch.gdal_progress)
        watch.check()
        table = self._objects.finish(min_area)
        if "polygons" in self._wanted:
            ids = self._opened(RasterWriter(self._staging.scratch("ids.tif"), self._grid, "ids", np.int32))
            self._paint(ids, watch)
            ids.close()
            log(f"Writing {table.count} polygon(s).")
            outlines = self._staging.scratch("outlines.gpkg")
            write_polygons(
                self._wanted["polygons"], ids.path, outlines, self._grid, table, simplify, watch.gdal_progress
            )
        elif self._mask is not None:
            self._paint(None, watch)
        if self._mask is not None:
            self._mask.close("NEAREST", watch.gdal_progress)
        watch.check()
        return table

    def _paint(self, ids: RasterWriter | None, watch: Watch) -> None:
        """Write the ids of the objects kept, and the mask of them, by going through the map once more."""
        dataset = gdal.Open(str(self._map.path))
        for window in self._objects.pieces:
            watch.check()
            levels = read_window(dataset, (1,), window, np.uint8)[0]
            painted = self._objects.paint(window, levels)
            if ids is not None and painted.any():
                ids.write(window, painted)
            if self._mask is not None and (levels != NODATA).any():
                self._mask.write(window, np.where(levels == NODATA, NODATA, painted > 0))

    def _opened(self, raster: RasterWriter) -> RasterWriter:
        self._rasters.append(raster)
        return raster
