# SPDX-License-Identifier: GPL-2.0-or-later
"""The change of every pair of dates in one go through the tiles: each date of a tile is read once.

A pair that passes over a date is inferred only in tiles where it decides something: where both of its halves see
change, or where the date between them has no data.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Callable

import numpy as np

from ..encoding import encode
from ..inference.blending import TileBlender
from ..inference.prefetch import prefetch
from ..inference.tile_grid import Tile, TileGrid
from ..model.session import Session
from ..raster.area_of_interest import AreaOfInterest
from ..raster.grid import Window
from ..raster.scene import Scene
from ..raster.stretch import NEUTRAL
from .spans import Span, neighbours, over_one

# How many tiles wait to be joined, beyond those being read or inferred.
_WAITING = 2


@dataclass(frozen=True)
class _Map:
    """A pair's answer to a tile, `(rows, cols) uint8`, and where pixels of `tile.seen` have data at both dates."""

    levels: np.ndarray
    valid: np.ndarray


def infer_pairs(
    scene: Scene,
    aoi: AreaOfInterest,
    tile_grid: TileGrid,
    session: Session,
    lowest_level: int,
    on_tile: Callable[[bool], None],
    check: Callable[[], None],
) -> Iterator[tuple[Window, dict[Span, np.ndarray]]]:
    """Yield the change maps of all spans in pieces: a window, and by span `(rows, cols) uint8`, 255 = no data.

    scene: all dates in the order of time. lowest_level: from which a level is change. on_tile: called after every tile,
    with True if no pixel of it counts. check: called between inferences, from other threads, too; what either raises
    ends the run.
    """
    dates = len(scene.layers)
    spans = [*neighbours(dates), *over_one(dates)]
    blenders = {span: TileBlender(tile_grid, aoi.window) for span in spans}
    worker = _Worker(scene, aoi, tile_grid, session, lowest_level, check)
    tiles = ((strip, tile) for strip in tile_grid.strips(aoi.window) for tile in tile_grid.tiles(aoi.window, strip))
    strip, row = range(0), -1
    with contextlib.closing(prefetch(worker.answer, tiles, session.workers, session.workers + _WAITING)) as answered:
        for place, tile, maps in answered:
            if (strip, row) != (place, tile.row):
                if len(strip):
                    yield from _finished(blenders, row)
                if strip != place:
                    for blender in blenders.values():
                        blender.begin(place)
                strip, row = place, tile.row
            for span, found in maps.items():
                blenders[span].add(tile, found.levels, found.valid)
            on_tile(not maps)
    if len(strip):
        yield from _finished(blenders, row)


def _finished(blenders: dict[Span, TileBlender], row: int) -> Iterator[tuple[Window, dict[Span, np.ndarray]]]:
    pieces = {span: blender.finish_row(row) for span, blender in blenders.items()}
    window = next(iter(pieces.values()))[0]
    if not window.empty:
        yield window, {span: levels for span, (_, levels) in pieces.items()}


class _Worker:
    """Reads the dates of a tile, one thread at a time because GDAL's datasets allow no more, and infers its pairs."""

    def __init__(
        self,
        scene: Scene,
        aoi: AreaOfInterest,
        tile_grid: TileGrid,
        session: Session,
        lowest_level: int,
        check: Callable[[], None],
    ) -> None:
        self._scene = scene
        self._aoi = aoi
        self._session = session
        self._lowest = lowest_level
        self._check = check
        self._reading = threading.Lock()
        dates = len(scene.layers)
        self._near, self._far = neighbours(dates), over_one(dates)

    def answer(self, place: tuple[range, Tile]) -> tuple[range, Tile, dict[Span, _Map]]:
        """Answer all pairs of a tile; none where no pixel counts."""
        strip, tile = place
        own = _within(tile.contribution.intersection(self._aoi.window), tile.seen)
        with self._reading:
            inside = self._aoi.mask(tile.seen)
            if inside is not None and not inside[own].any():
                return strip, tile, {}
            dates = [layer.read(tile.seen) for layer in self._scene.layers]
        maps: dict[Span, _Map] = {}
        for span in self._near:
            maps[span] = self._infer(tile, own, inside, dates, span)
        for span in self._far:
            maps[span] = self._over_one(tile, own, inside, dates, span, maps)
        return strip, tile, maps if any(found.valid[own].any() for found in maps.values()) else {}

    def _over_one(
        self,
        tile: Tile,
        own: tuple[slice, slice],
        inside: np.ndarray | None,
        dates: list[tuple[np.ndarray, np.ndarray]],
        span: Span,
        maps: dict[Span, _Map],
    ) -> _Map:
        one, two = maps[Span(span.first, span.first + 1)], maps[Span(span.first + 1, span.last)]
        valid = dates[span.first][1] & dates[span.last][1]
        missing = valid & ~dates[span.first + 1][1]
        doubtful = (one.levels >= self._lowest) & (two.levels >= self._lowest)
        if missing[own].any() or doubtful.any():
            return self._infer(tile, own, inside, dates, span)
        # Blended with a neighbour that was inferred, this says "no reason to doubt".
        return _Map(np.maximum(one.levels, two.levels), valid if inside is None else valid & inside)

    def _infer(
        self,
        tile: Tile,
        own: tuple[slice, slice],
        inside: np.ndarray | None,
        dates: list[tuple[np.ndarray, np.ndarray]],
        span: Span,
    ) -> _Map:
        (before, has_before), (after, has_after) = dates[span.first], dates[span.last]
        valid = has_before & has_after
        counts = valid if inside is None else valid & inside
        if not counts[own].any():
            return _Map(np.zeros((len(tile.mirror_rows), len(tile.mirror_cols)), np.uint8), counts)
        self._check()
        image = np.concatenate([before, after])
        if not valid.all():
            np.copyto(image, NEUTRAL, where=~valid)
        (answer,) = self._session.run(np.ascontiguousarray(tile.mirror(image))[None])
        return _Map(answer if answer.dtype == np.uint8 else encode(answer), counts)


def _within(part: Window, whole: Window) -> tuple[slice, slice]:
    return slice(part.row - whole.row, part.end_row - whole.row), slice(part.col - whole.col, part.end_col - whole.col)
