# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run leaves behind: the map as it grows, and the mask and polygons made from it once it is complete."""

from __future__ import annotations

import contextlib
import tempfile
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from types import TracebackType
from typing import Callable

import numpy as np
from osgeo import gdal

from ..encoding import NODATA
from ..errors import OutputError
from ..feedback import ProgressCounter
from ..raster.grid import Grid, Window
from ..raster.reader import read_window
from ..vectorize.connected_components import ComponentTable, ConnectedComponents
from ..vectorize.polygonize import Corners, find_corners, trace
from ..vectorize.shape import Shape
from .atomic import AtomicOutputs, Destination, Destinations
from .geopackage import GeoPackageLayer
from .polygon_writer import PolygonWriter, dry_run
from .provenance import Provenance
from .raster_writer import RasterWriter, output_error, probability_writer

# Bytes of component sums kept in memory before they are written to disk: enough for 200,000 components.
_WAITING = 8 << 20


class Outputs:
    """The map of a run, added piece by piece, and its output files; a context manager that closes all files.

    meaning: what the positive class is called. lowest_level: the first of the levels 0-254 that is positive.
    Raises OutputError where a file cannot be written.
    """

    def __init__(
        self,
        atomic: AtomicOutputs,
        grid: Grid,
        meaning: str,
        lowest_level: int,
        destinations: Destinations,
    ) -> None:
        self._atomic = atomic
        self._grid = grid
        self._meaning = meaning
        self._wanted = atomic.paths(vars(destinations))
        self._layer_name = _layer_name(destinations.polygons)
        if "polygons" in self._wanted:
            tried = atomic.scratch("dry-run")
            tried.mkdir()
            dry_run(tried / self._wanted["polygons"].name, grid, self._layer_name)
        self._rasters: list[RasterWriter] = []
        path = self._wanted.get("probability") or atomic.scratch("probability.tif")
        self._map = self._opened(probability_writer(path, grid, meaning))
        self._mask = self._opened(RasterWriter(self._wanted["mask"], grid, meaning)) if "mask" in self._wanted else None
        self._ground = grid.ground()
        beside = atomic.scratch("objects").parent
        self._waiting = tempfile.SpooledTemporaryFile(_WAITING, dir=str(beside))  # noqa: SIM115
        self._objects = ConnectedComponents(self._ground, lowest_level, self._waiting)
        self._filled: list[Window] = []  # the pieces with data
        self._polygons: PolygonWriter | None = None
        self.valid_area_m2 = 0.0
        self._about: dict[str, str] = {}

    def __enter__(self) -> Outputs:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(OSError):  # a full disk may not take what is left of it
            self._waiting.close()
        for raster in self._rasters:
            raster.abandon()
        if self._polygons is not None:
            self._polygons.abandon()

    def describe(self, provenance: Provenance) -> None:
        """Write into all outputs how they are made; to be called before the first `take`."""
        self._about = provenance.metadata()
        for raster in self._rasters:
            raster.describe(self._about)

    def take(self, window: Window, levels: np.ndarray) -> None:
        """Add the next piece of the map, `(rows, cols) uint8` levels (255 = no data), in a window of the grid."""
        try:
            self._objects.add(window, levels)
        except OSError as error:
            raise output_error(self._map.path, str(error.strerror)) from error
        if levels.min() == NODATA:  # what is never written reads as nodata and costs nothing
            return
        self._filled.append(window)
        self._map.write(window, levels)
        valid = np.count_nonzero(levels != NODATA, axis=1)
        self.valid_area_m2 += float(valid @ self._ground.area_m2[window.row : window.end_row])

    def finish(
        self, min_area: float, lowest_high: int, shape: Shape, watch: ProgressCounter, log: Callable[[str], None]
    ) -> ComponentTable:
        """Complete all files and return the components found, see `ConnectedComponents.finish`.

        Raises Cancelled if the feedback wants to stop.
        """
        try:
            table = self._completed(min_area, lowest_high, shape, watch, log)
        except OutputError:
            watch.check()  # GDAL reports a cancel while overviews are built as an error
            raise
        watch.check()
        return table

    def _completed(
        self, min_area: float, lowest_high: int, shape: Shape, watch: ProgressCounter, log: Callable[[str], None]
    ) -> ComponentTable:
        watch.check()
        table = self._objects.finish(min_area, lowest_high)
        self._map.close()
        dataset = gdal.Open(str(self._map.path))
        # Overviews and components do not depend on each other: each gets a thread.
        with ThreadPoolExecutor(1, thread_name_prefix="noise2map-overviews") as aside:
            closing: list[Future[None]] = []
            if "probability" in self._wanted:
                closing.append(aside.submit(self._map.add_overviews, "AVERAGE", watch.gdal_progress))
            if "polygons" in self._wanted:
                log(f"Writing {table.count} polygon(s).")
                self._polygons = PolygonWriter(
                    self._wanted["polygons"],
                    self._grid,
                    table,
                    shape,
                    watch.gdal_progress,
                    self._layer_name,
                    self._about,
                )
                for sentence in self._polygons.notes:
                    log(sentence)
            if self._polygons is not None or self._mask is not None:
                self._draw(dataset, watch)
            if self._mask is not None:
                closing.append(aside.submit(self._mask.close, "NEAREST", watch.gdal_progress))
            if self._polygons is not None:
                self._polygons.close()
            for done in closing:
                done.result()
        return table

    def _draw(self, dataset: gdal.Dataset, watch: ProgressCounter) -> None:
        """Write the mask and the polygons of the components kept, in a second pass over the map."""
        whole = self._objects.whole
        parts: list[Corners] = []  # of components that lie in several pieces
        for window in self._filled:
            watch.check()
            framed = self._framed(dataset, window)
            levels = framed[1:-1, 1:-1]
            ids = self._objects.paint(window, levels)
            if self._mask is not None:
                mask = (ids > 0).view(np.uint8)
                np.copyto(mask, NODATA, where=levels == NODATA)
                self._mask.write(window, mask)
            if self._polygons is not None and ids.any():
                corners = find_corners(self._objects.positive(framed), ids, window.col, window.row)
                alone = whole[corners.id]
                self._polygons.write(trace(corners.select(alone)))
                parts.append(corners.select(~alone))
        if self._polygons is not None:
            corners = Corners.joined(parts)
            parts.clear()  # a component as large as the map has as many corners as the map has pixels
            self._polygons.write(trace(corners))

    def _framed(self, dataset: gdal.Dataset, window: Window) -> np.ndarray:
        """Return the levels in a window and one pixel around it, NODATA beyond the map."""
        framed = np.full((window.rows + 2, window.cols + 2), NODATA, np.uint8)
        around = Window(window.col - 1, window.row - 1, window.cols + 2, window.rows + 2)
        seen = around.intersection(self._grid.window)
        here = seen.moved(-around.col, -around.row)
        framed[here.row : here.end_row, here.col : here.end_col] = read_window(dataset, (1,), seen, np.uint8)[0]
        return framed

    def _opened(self, raster: RasterWriter) -> RasterWriter:
        self._rasters.append(raster)
        return raster


def _layer_name(polygons: Destination | None) -> str:
    """Return the name of the polygon layer: that of its file, or of the GeoPackage layer that is the destination."""
    if isinstance(polygons, GeoPackageLayer):
        return polygons.table
    return Path(polygons).stem if polygons is not None else ""
