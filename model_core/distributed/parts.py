# SPDX-License-Identifier: GPL-2.0-or-later
"""The parts of a job: blocks of whole column strips and tile rows, so that each part is mapped as the whole would be.

Tiles are anchored to the raster's upper left corner whatever area is run, and what a tile contributes depends on the
data alone. A part therefore has the same pixels, bit for bit, as the map of one machine; tiles that contribute to two
parts are inferred twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from osgeo import gdal

from noise2map_qgis.engine.inference.tile_grid import TileGrid
from noise2map_qgis.engine.job import ResolvedJob
from noise2map_qgis.engine.predict import tile_grid_of
from noise2map_qgis.engine.raster.area_of_interest import AreaOfInterest
from noise2map_qgis.engine.raster.gdal_settings import gdal_exceptions
from noise2map_qgis.engine.raster.grid import Grid, Window
from noise2map_qgis.engine.raster.scene import Layer, Scene


@dataclass(frozen=True)
class Part:
    """One part: its `number`, and its window on the grid of the whole raster."""

    number: int
    window: Window

    @property
    def name(self) -> str:
        """The stem of the part's file."""
        return f"part-{self.number:06d}"


@dataclass(frozen=True)
class Plan:
    """A job cut into parts.

    grid: of the whole raster; window: the area of interest on it; pieces: the windows, relative to `window`, in
    which one machine would have found the map; parts: those to run; empty: the number of parts left out because no
    layer has data there.
    """

    grid: Grid
    window: Window
    pieces: tuple[Window, ...]
    parts: tuple[Part, ...]
    empty: int


def plan(job: ResolvedJob, side: int) -> Plan:
    """Cut a job into parts of about `side` pixels; raises RasterError for inputs that cannot be used."""
    with gdal_exceptions(), Scene(job.sources, job.card, job.stretch) as scene:
        window = AreaOfInterest(job.areas, scene.grid).window
        tiles = tile_grid_of(scene, job.tile_size, job.overlap)
        found, empty = [], 0
        for number, block in enumerate(_blocks(tiles, window, side)):
            if all(_may_hold_data(layer, block) for layer in scene.layers):
                found.append(Part(number, block))
            else:
                empty += 1
        pieces = tuple(piece.moved(-window.col, -window.row) for piece in tiles.pieces(window))
        return Plan(scene.grid, window, pieces, tuple(found), empty)


def _blocks(tiles: TileGrid, window: Window, side: int) -> Iterator[Window]:
    """Yield blocks that cover a window, each as wide and as high as so many tiles as fit into `side` pixels, at
    least one.
    """
    rows = _edges(tiles.rows.starts, tiles.rows.tile, window.row, window.end_row, side)
    cols = _edges(tiles.cols.starts, tiles.cols.tile, window.col, window.end_col, side)
    for top, bottom in zip(rows, rows[1:]):
        for left, right in zip(cols, cols[1:]):
            yield Window(left, top, right - left, bottom - top)


def _edges(starts: tuple[int, ...], tile: int, first: int, last: int, side: int) -> list[int]:
    """Return where blocks begin and end along an axis: halfway through the overlap of neighbouring tiles."""
    seams = [(one + tile + other) // 2 for one, other in zip(starts, starts[1:])]
    edges = [first]
    for seam, following in zip(seams, [*seams[1:], last]):
        if first < seam < last and following - edges[-1] > side:
            edges.append(seam)
    return [*edges, last]


def _may_hold_data(layer: Layer, window: Window) -> bool:
    """Return whether a layer may have data in a window, by the blocks its file holds; True where that is not known
    unread.
    """
    raster = layer.aligned.raster
    if layer.aligned.warped is not None:
        return True
    return any(
        raster.dataset.GetRasterBand(band).GetDataCoverageStatus(window.col, window.row, window.cols, window.rows)[0]
        != gdal.GDAL_DATA_COVERAGE_STATUS_EMPTY
        for band in raster.bands
    )
